import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notices, templates } from './html/pages.ts'
import { read, shown } from './html/read.ts'

describe.each(templates)('a notice in a page of $name', (template) => {
  it.each(notices)('$name: the same blocks as alone', async (notice) => {
    const alone = await read(notice.body)
    expect(shown(alone.furniture)).toEqual([])
    const page = await read(template.page(notice))
    expect(shown(page.blocks)).toEqual([
      ...template.keeps.before,
      ...shown(alone.blocks),
      ...template.keeps.after,
    ])
  })
})

describe('what is around a notice', () => {
  const text = '<p>一、做好规划公开，方便公众查阅。</p><p>二、做好财政公开，接受社会监督。</p>'
  const lines = ['一、做好规划公开，方便公众查阅。', '二、做好财政公开，接受社会监督。']
  const foot = '<div>版权所有：某某市人民政府</div>'

  it('is kept as furniture, tables and all', async () => {
    const page = await read(
      `<div>当前位置：<a href="/">首页</a></div><table class="nav"><tr><td><a href="/a">要闻</a></td><td><a href="/b">公开</a></td></tr></table>${text}${foot}`,
    )
    expect(shown(page.blocks)).toEqual(lines)
    expect(shown(page.furniture)).toEqual(['当前位置：首页', '要闻 | 公开', '版权所有：某某市人民政府'])
  })

  it('links of the text only are given as links', async () => {
    const page = await read(
      `<ul class="nav"><li><a href="/a">要闻</a></ul><div>${text}<p><a href="1.doc">附件</a></p></div>${foot}`,
    )
    expect(page.links).toEqual([{ text: '附件', href: '1.doc' }])
  })

  it.each([
    [
      'a title in the name of the page',
      '<title>关于印发2023年工作要点的通知-某某网</title>',
      '<div class="w"><div>关于印发2023年工作要点的通知</div></div>',
      '关于印发2023年工作要点的通知',
    ],
    [
      'a title after the site’s name',
      '<title>某某网 关于印发2023年工作要点的通知</title>',
      '<div class="w"><div>关于印发2023年工作要点的通知</div></div>',
      '关于印发2023年工作要点的通知',
    ],
    ['a heading', '', '<div class="w"><h1>关于印发工作要点的通知</h1></div>', '关于印发工作要点的通知'],
    [
      'a heading in a header of the article',
      '',
      '<div><article><header class="header"><h1>关于印发工作要点的通知</h1></header></article></div>',
      '关于印发工作要点的通知',
    ],
    [
      'a line of publication',
      '',
      '<ul class="toolbar"><li>发布日期：2023-04-18</li></ul>',
      '发布日期：2023-04-18',
    ],
    ['a document number', '', '<div class="w"><p>某政办发〔2023〕15号</p></div>', '某政办发〔2023〕15号'],
  ])('%s is the notice’s', async (_, head, before, kept) => {
    const page = await read(
      `${head}<body><div class="top"><a href="/">某某网</a></div>${before}<div>${text}</div>${foot}`,
    )
    expect(shown(page.blocks)).toEqual([kept, ...lines])
  })

  it.each([
    ['the name of the site', '<div class="head"><h1><a href="/">某某市人民政府门户网站</a></h1></div>'],
    [
      'a menu',
      '<ul><li><a href="/1">要闻动态</a><li><a href="/2">政务公开</a><li><a href="/3">互动交流</a></ul>',
    ],
    ['a search form', '<form><input value="搜"><button>搜索</button> 热词</form>'],
    ['a choice', '<select><option>友情链接<option>中国政府网</select>'],
    ['breadcrumbs', '<p>您所在的位置：首页 &gt; 公开</p>'],
    ['fonts', '<p>【字体：大 中 小】</p>'],
    ['a toolbar in a table', '<table><tr><td>打印</td><td>关闭</td></tr></table>'],
    ['a footer in a table', '<table><tr><td>某某市人民政府</td><td>京ICP备05000003号</td></tr></table>'],
  ])('%s is not', async (_, before) => {
    const page = await read(`<body>${before}<div>${text}</div>${foot}`)
    expect(shown(page.blocks)).toEqual(lines)
    expect(page.furniture.length).toBeGreaterThan(1)
  })

  it.each([
    [
      'a signature in a box of its own',
      '<div>某某市人民政府</div><div>2023年4月18日</div>',
      ['某某市人民政府', '2023年4月18日'],
    ],
    [
      'annexes',
      '<ul><li><a href="/f/1.docx">任务分解表</a></ul><p>附件：2.名单</p>',
      ['任务分解表', '附件：2.名单'],
    ],
    [
      'annexes in a table',
      '<table border="1"><tr><td>附件<td><a href="1.pdf">分解表</a></table>',
      ['附件 | 分解表'],
    ],
    [
      'more of the text',
      '<div><p>三、加强解读回应，及时公开信息。</p><p>（此件公开发布）</p></div>',
      ['三、加强解读回应，及时公开信息。', '（此件公开发布）'],
    ],
    [
      'annexes in two boxes',
      '<table><tr><td><a href="1.pdf">附件一</a><td><a href="2.pdf">附件二</a></table>',
      ['附件一 | 附件二'],
    ],
    [
      'share buttons',
      '<div class="share">分享到：<a href="#">微信</a></div><p>扫一扫在手机打开当前页</p><p>【打印】 【关闭】</p>',
      [],
    ],
    [
      'the notices before and after',
      '<p>上一篇：<a href="1.htm">关于年报的通知</a></p><p>下一篇：无</p>',
      [],
    ],
  ])('after the text: %s', async (_, after, kept) => {
    const page = await read(
      `<body><div class="top"><a href="/">某某网</a></div><div><div>${text}${text}</div>${after}</div><div>${foot}</div>`,
    )
    expect(shown(page.blocks)).toEqual([...lines, ...lines, ...kept])
  })

  it('where nothing looks like a page, all is content', async () => {
    const source = `<h1>题</h1><div>某政办〔2023〕1号</div><div>机关各科室</div><div>${text}</div><div>办公室</div><p><a href="a.htm">甲</a> <a href="b.htm">乙</a> <a href="c.htm">丙</a></p>`
    const page = await read(source)
    expect(shown(page.furniture)).toEqual([])
    expect(page.blocks).toHaveLength(7)
  })

  it.each([
    '3.规范网站标识。在页脚标明网站标识码、ICP备案编号和公安备案标识。（责任单位：市政府办公室）',
    '推进软件正版化工作，保护版权所有者权益。',
    '位置：市行政中心3号楼',
    '主办单位：市政府办公室',
    '当前工作：首页改版',
  ])('%s is text', async (line) => {
    const page = await read(
      `<ul class="nav"><li><a href="/">首页</a></ul><div>${text}<p>${line}</p></div>${foot}`,
    )
    expect(shown(page.blocks)).toEqual([...lines, line])
  })

  it.each([
    '您现在的位置：首页 &gt; 公开',
    '您所在的位置是：首页',
    '当前位置 &gt; 公开',
    '浙公网安备 33010602009328号 网站标识码：3300000020',
    'Copyright © 2023 某某市人民政府',
    '【打印本页】 【关闭窗口】',
    '分享到：微信 微博',
    '【字体：大 中 小】',
    '扫一扫在手机打开当前页',
    '下一篇：没有了',
  ])('%s is not', async (line) => {
    const page = await read(`<div>${text}<p>${line}</p></div>`)
    expect(shown(page.blocks)).toEqual(lines)
    expect(page.furniture).toHaveLength(1)
  })

  it('names of parts do not make sentences chrome', async () => {
    const page = await read(`<body>${foot}<div class="nav content"><div id="print">${text}</div></div>`)
    expect(shown(page.blocks)).toEqual(lines)
  })
})

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname
const real = `${shared}/real/html`
if (!existsSync(real)) console.info(`${real} is not there: no real pages are read`)

describe.skipIf(!existsSync(real))('real pages', () => {
  const names = existsSync(real) ? readdirSync(real).filter((n) => n.endsWith('.body.html')) : []
  it.each(names)('%s: the page holds the text, and only the index table before it', async (name) => {
    const body = await read(readFileSync(`${real}/${name}`))
    const page = await read(readFileSync(`${real}/${name.replace('.body.', '.page.')}`))
    expect(body.furniture).toEqual([])
    const [index, ...rest] = shown(page.blocks)
    expect(index).toMatch(/^索 引 号： \| .*发文字号：/s)
    expect(rest).toEqual(shown(body.blocks))
  })

  it.each([
    ['gzggw', 3, /^1-10月德清县/, /^发布日期：2016-11-22/],
    ['shanxi', 12, /^山西品牌丝路行/, /^成功举办/],
  ])('portal-html/%s: title, publication and text', async (name, count, first, second) => {
    const { blocks } = await read(readFileSync(`${shared}/real/portal-html/${name}/1.html`))
    const lines = shown(blocks)
    expect(lines).toHaveLength(count)
    expect(lines[0]).toMatch(first)
    expect(lines[1]).toMatch(second)
  })

  it('portal-html/sxmu: an article in tables in tables', async () => {
    const lines = shown((await read(readFileSync(`${shared}/real/portal-html/sxmu/1.html`))).blocks)
    expect(lines.slice(0, 3)).toEqual([
      '中华人民共和国监察法',
      '来源: | 发布时间: 2018-05-17 | 浏览次数: 2168',
      '中华人民共和国监察法',
    ])
    expect(lines.at(-1)).toMatch(/^第六十九条/)
  })
})
