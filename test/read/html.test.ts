import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Paragraph } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { html } from '../../src/read/html/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { read, shown } from './html/read.ts'

/** The blocks of a page that gives no message, as lines. */
async function blocks(source: string): Promise<string[]> {
  const page = await read(source)
  expect(page.codes).toEqual([])
  expect(page.furniture).toEqual([])
  return shown(page.blocks)
}

async function paragraphs(source: string): Promise<Paragraph[]> {
  return (await read(source)).blocks.filter((b): b is Paragraph => b.type === 'paragraph')
}

describe('lines', () => {
  it.each([
    ['a block is a paragraph', '<p>一、任务</p><div>二、任务</div>', ['一、任务', '二、任务']],
    ['running elements are not', '<p>一<b>、</b><span>任<i>务</i></span></p>', ['一、任务']],
    ['text around blocks', '前<p>中</p>后', ['前', '中', '后']],
    ['<p> is closed by the next', '<p>一<p>二<ul><li>三<li>四</ul>', ['一', '二', '三', '四']],
    ['a <p> is closed by a block in it', '<p>一<div>二</div>三</p>', ['一', '二', '三']],
    ['<br> ends a line', '<p>一、甲<br>二、乙<br/>三、丙</p>', ['一、甲', '二、乙', '三、丙']],
    ['two <br> end one', '一<br><br>二<br>&nbsp;<br>　<br>三<br>', ['一', '二', '三']],
    ['<hr> ends a line', '一<hr>二', ['一', '二']],
    ['<pre> keeps its lines and spaces', '<pre>\n一  二\n\n\t三\n</pre>', ['一  二', '\t三']],
    ['white-space: pre-wrap too', '<div style="white-space:pre-wrap">一\n  二</div>', ['一', '  二']],
    [
      'display turns blocks',
      '<p style="display:inline">一</p>二<span style="display: block">三</span>',
      ['一二', '三'],
    ],
    ['definition lists', '<dl><dt>牵头单位<dd>市政府办公室</dl>', ['牵头单位', '市政府办公室']],
    ['unknown elements are running text', '<p><o:p></o:p>一<st1:chsdate>二</st1:chsdate></p>', ['一二']],
    ['misnested tags', '<b>一<p>二</b>三</p>', ['一', '二三']],
  ])('%s', async (_, source, expected) => {
    expect(await blocks(source)).toEqual(expected)
  })
})

describe('white space', () => {
  it.each([
    ['a run is one space', '<p>  A \t B\n  C </p>', 'A B C'],
    ['&nbsp; and U+3000 are text', '<p>　　一&nbsp;&nbsp;二　</p>', '　　一\u00a0\u00a0二　'],
    [
      'a line break between Chinese characters is nothing',
      '<p>推进政务\n    公开，\r\n落实“\n五公开”</p>',
      '推进政务公开，落实“五公开”',
    ],
    ['a space between them is kept', '<p>责 任 单 位</p>', '责 任 单 位'],
    ['a line break beside a Latin letter is a space', '<p>推进\nIPv6\n改造</p>', '推进 IPv6 改造'],
    ['it collapses across elements', '<p><b>A </b> <i> B</i></p>', 'A B'],
    ['nothing is normalised', '<p>１．ＡＢ（⼯⼈）㈠</p>', '１．ＡＢ（⼯⼈）㈠'],
  ])('%s', async (_, source, text) => {
    expect(await blocks(source)).toEqual([text])
  })
})

describe('headings and sides', () => {
  it('a heading gives its level, in every line of it', async () => {
    const found = await paragraphs('<h1>关于印发<br>要点的通知</h1><h3><div>一、总体</div></h3><p>文</p>')
    expect(found.map((p) => [p.text, p.level])).toEqual([
      ['关于印发', 1],
      ['要点的通知', 1],
      ['一、总体', 3],
      ['文', undefined],
    ])
  })

  it.each([
    ['<p align="center">文', 'center'],
    ['<p align="RIGHT">文', 'right'],
    ['<p align="">文', undefined],
    ['<p style="text-align: center;">文', 'center'],
    ['<p align="center" style="text-align:justify">文', undefined],
    ['<center>文', 'center'],
    ['<div style="text-align:right"><p>文', 'right'],
    ['<div align="right"><p style="text-align:left">文', undefined],
    ['<p><span style="text-align:right">文</span>', undefined],
    ['<center><table><tr><td>文', undefined],
    ['<table align="center"><tr><td>文', undefined],
    ['<table><tr align="center"><td>文', 'center'],
    ['<p style="vertical-align:center">文', undefined],
  ])('%s', async (source, align) => {
    expect((await paragraphs(source)).map((p) => p.align)).toEqual([align])
  })
})

describe('automatic numbers', () => {
  it.each([
    ['from 1', '<ol><li>甲<li>乙</ol>', ['1. 甲', '2. 乙']],
    ['start', '<ol start="3"><li>甲<li>乙</ol>', ['3. 甲', '4. 乙']],
    ['type', '<ol type="A"><li>甲</ol><ol type="i"><li>甲<li>乙</ol>', ['A. 甲', 'i. 甲', 'ii. 乙']],
    ['value', '<ol><li>甲<li value="7">乙<li>丙</ol>', ['1. 甲', '7. 乙', '8. 丙']],
    ['reversed', '<ol reversed><li>甲<li>乙</ol>', ['2. 甲', '1. 乙']],
    [
      'Chinese',
      '<ol style="list-style-type:cjk-ideographic" start=10><li>甲<li>乙</ol>',
      ['十、甲', '十一、乙'],
    ],
    ['letters go on after z', '<ol type="a" start="27"><li>甲<li>乙</ol>', ['aa. 甲', 'ab. 乙']],
    [
      'none',
      '<ol style="list-style:none inside"><li>甲</ol><ol><li style="list-style-type:none">乙</ol>',
      ['甲', '乙'],
    ],
    ['bullets are no numbers', '<ul><li>甲</ul><ol type="disc"><li>乙</ol>', ['甲', '乙']],
    ['lists in lists', '<ol><li>甲<ol><li>乙</ol><li>丙</ol>', ['1. 甲', '1. 乙', '2. 丙']],
    ['an item without text is counted', '<ol><li><li>乙</ol><p>后', ['2. 乙', '后']],
    ['only the first paragraph', '<ol><li><p>甲</p><p>乙</p></ol>', ['1. 甲', '乙']],
    ['not into a table', '<ol><li><table border=1><tr><td>1<td>2</table></ol>', ['1 | 2']],
    [
      'not where the text has its own',
      '<ol><li>一、甲<li>（二）乙<li>3.丙<li>2023年丁</ol>',
      ['一、甲', '（二）乙', '3.丙', '4. 2023年丁'],
    ],
  ])('%s', async (_, source, expected) => {
    expect(await blocks(source)).toEqual(expected)
  })

  it('the marker is the beginning of the text', async () => {
    expect((await paragraphs('<ol><li>甲<li>乙</ol><p>丙')).map((p) => p.marker)).toEqual([
      '1.',
      '2.',
      undefined,
    ])
  })
})

describe('hidden text', () => {
  it.each([
    '<span style="display:none">暗</span>',
    '<span style="color:red; DISPLAY: none !important">暗</span>',
    '<span style="visibility:hidden">暗</span>',
    '<span hidden>暗</span>',
    '<span style="font-size:0">暗</span>',
    '<span style="font-size: 0px"><b style="font-size:2em">暗</b></span>',
    '<span style="font:0/0 a">暗</span>',
    "<span style='mso-hide:all'>暗</span>",
    '<dialog>暗</dialog>',
  ])('%s is reported', async (source) => {
    const page = await read(`<p>明${source}文</p>`)
    expect(shown([...page.blocks, ...page.furniture]).join('')).toBe('明文')
    expect(page.codes).toEqual(['html/hidden-text'])
  })

  it.each([
    '<!-- 暗 -->',
    '<script>暗</script>',
    '<style>暗</style>',
    '<noscript>暗</noscript>',
    '<template><p>暗</p></template>',
    '<!--[if gte mso 9]><xml>暗</xml><![endif]-->',
    '<iframe>暗</iframe>',
    '<ruby><rt>暗</rt></ruby>',
    '<svg><title>暗</title></svg>',
    '<datalist><option>暗</option></datalist>',
  ])('%s is ignored', async (source) => {
    expect(await blocks(`<p>明${source}文</p>`)).toEqual(['明文'])
  })

  it.each([
    ['<div style="visibility:hidden"><p style="visibility:visible">明</p></div>'],
    ['<div style="font-size:0"><span style="font-size:14px">明</span></div>'],
    ['<p style="font-size:0.9em">明</p>'],
    ['<p style="font-family:display:none">明</p>'],
    ['<p hidden="until-found">明</p>'],
    ['<dialog open>明</dialog>'],
    ['<![if !supportLists]>明<![endif]>'],
  ])('%s shows', async (source) => {
    expect(await blocks(source)).toEqual(['明'])
  })

  it('does not count what is hidden outside the text', async () => {
    const page = await read(
      '<div class="nav"><a href="/">首页</a><i style="display:none">暗</i></div><p>一、做好公开。二、做好解读。</p>',
    )
    expect(shown(page.blocks)).toEqual(['一、做好公开。二、做好解读。'])
    expect(page.codes).toEqual([])
  })
})

describe('places', () => {
  it('are paths of elements, counted among those of one name', async () => {
    const page = await read(
      '<h1>题</h1><div><p>一</p><span></span><p hidden>暗</p><p>二<br>三</p>四</div><table border=1><tr><td>五<td><p>六',
    )
    const paths = (list: readonly Block[]): string[] =>
      list.flatMap((b) =>
        b.type === 'table'
          ? b.cells.flatMap((c) => paths(c.blocks))
          : b.places.map(
              (p) =>
                `${b.text.slice(p.start, p.end)} ${p.origin.kind === 'part' && `${p.origin.part}:${p.origin.path}`}`,
            ),
      )
    expect(paths(page.blocks)).toEqual([
      '题 html:body/h1[1]',
      '一 html:body/div[1]/p[1]',
      '二 html:body/div[1]/p[3]',
      '三 html:body/div[1]/p[3]',
      '四 html:body/div[1]',
      '五 html:body/table[1]/tbody[1]/tr[1]/td[1]',
      '六 html:body/table[1]/tbody[1]/tr[1]/td[2]/p[1]',
    ])
  })
})

describe('links and what the page says of itself', () => {
  it('keeps links with their text, which stays in place', async () => {
    const page = await read(
      '<p>附件：<a href="./P02.doc"> 1.任务\n分解表 </a>、<a href="2.xls">2.表</a><a href="#top">顶</a><a name="x">锚</a><a href="javascript:void(0)">点</a><a href="img.png"><img></a></p>',
    )
    expect(shown(page.blocks)).toEqual(['附件： 1.任务分解表 、2.表顶锚点'])
    expect(page.links).toEqual([
      { text: '1.任务分解表', href: './P02.doc' },
      { text: '2.表', href: '2.xls' },
    ])
  })

  it('reads title and meta, the first of a name', async () => {
    const page = await read(
      '<title> 要点 \n 通知</title><meta name="PubDate" content="2023-04-18"><meta name="pubdate" content="x"><meta name="__proto__" content="y"><meta name="Author" content=""><p>文',
    )
    expect(page.meta).toEqual({ title: '要点通知', pubdate: '2023-04-18' })
  })

  it('says that the text may be in a frame, or that there is none', async () => {
    expect(
      (await read('<body><iframe src="notice.html"></iframe><iframe src="about:blank"></iframe>')).codes,
    ).toEqual(['html/frame', 'html/no-text'])
    expect((await read('<frameset><frame src="a.html"><frame src="b.html"></frameset>')).codes).toEqual([
      'html/frame',
      'html/frame',
      'html/no-text',
    ])
    expect((await read(`<p>${'文'.repeat(300)}</p><iframe src="counter.html"></iframe>`)).codes).toEqual([])
    expect((await read('<img src="scan.jpg"><p>&nbsp;</p>')).codes).toEqual(['html/no-text'])
  })
})

describe('charset', () => {
  const gbk = Buffer.from('d2bba1a2bcd3c7bfd0c5cfa2b9abbfaaa3acd7a5bac3c2e4cab5a1a3', 'hex') // 一、加强信息公开，抓好落实。
  const big5 = Buffer.from('a440a142a55bb16ab854aea7a4bdb67daa41b0c8a143', 'hex') // 一、加強資…
  const page = (head: string, bytes: Uint8Array) => Buffer.concat([Buffer.from(`${head}<p>`), bytes])

  it.each([
    ['<meta charset=gb2312>', 'gb18030'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030'],
    [`<!--${' '.repeat(2000)}--><meta content='text/html;charset="gbk"' http-equiv=content-type>`, 'gb18030'],
    ['<?xml version="1.0" encoding="GBK"?>', 'gb18030'],
    ['<meta charset="utf-8">', 'gb18030'],
    ['<meta charset="big5">', 'gb18030'],
    ['', 'gb18030'],
  ])('GBK after %j', async (head, encoding) => {
    const content = await read(page(head, gbk))
    expect(shown(content.blocks)).toEqual(['一、加强信息公开，抓好落实。'])
    expect(content.encoding).toBe(encoding)
  })

  it('a declaration decides where the bytes leave it open', async () => {
    const bytes = page(
      '<!-- <meta charset="gbk"> --><a title="<meta charset=gbk>"><META CharSet=windows-1251>',
      Buffer.from('cff0e8e2e5f2', 'hex'),
    )
    expect(shown((await read(bytes)).blocks)).toEqual(['Привет'])
    expect((await read(page('<meta charset=big5>', big5))).encoding).toBe('big5')
  })

  it('reads UTF-16 by its mark', async () => {
    const content = await read(Buffer.from('\ufeff<p>一、任务</p>', 'utf16le'))
    expect([content.encoding, ...shown(content.blocks)]).toEqual(['utf-16le', '一、任务'])
  })

  it('the carrier’s declaration goes before the page’s', async () => {
    const bytes = page('<meta charset=windows-1252>', Buffer.from('cff0e8e2e5f2', 'hex'))
    const content = await html.read(
      { name: 'a', bytes, charset: 'windows-1251' },
      new Report(),
      defaultLimits,
    )
    expect(content.encoding).toBe('windows-1251')
  })

  it('says how many bytes could not be decoded', async () => {
    expect(
      (await read(page('', Buffer.concat([Buffer.from('一、加强信息公开'), Buffer.from([0xff])])))).codes,
    ).toEqual(['text/bytes-replaced'])
  })
})

describe('bad input', { timeout: 60_000 }, () => {
  it.each([
    ['elements', '<div>'.repeat(10_000)],
    ['running elements', '<font size="1"><i>'.repeat(5_000)],
    ['tables', '<table><tr><td>'.repeat(10_000)],
    ['lists', '<ol><li>'.repeat(10_000)],
  ])('10,000 nested %s', async (_, tags) => {
    const page = await read(`${tags}文`)
    expect(shown([...page.blocks, ...page.furniture]).map((t) => t.slice(-1))).toEqual(['文'])
    const [first] = page.blocks
    const origin = first?.type === 'paragraph' ? first.places[0]?.origin : undefined
    expect(origin?.kind === 'part' ? origin.path.length : Number.NaN).toBeLessThan(4000)
  })

  it('text at every one of 10,000 levels', async () => {
    expect((await read('<div>文'.repeat(10_000))).blocks).toHaveLength(10_000)
  })

  it('elements that are opened again and again are refused', async () => {
    const fonts = Array.from({ length: 2000 }, (_, i) => `<font color="${i}">`).join('')
    await expect(read(`<p>${fonts}${'<p>x'.repeat(2000)}`)).rejects.toMatchObject({
      code: 'document/too-large',
    })
  })

  it('more elements than any page has are refused', async () => {
    await expect(read('<p>'.repeat(2_000_001))).rejects.toMatchObject({ code: 'document/too-large' })
  })

  it('NULs, lone surrogates, endless attributes and spaces', async () => {
    expect(await blocks('<p>a\0b\ud800</p>')).toEqual(['ab\ufffd'])
    expect(await blocks(`<p title="${'x'.repeat(1_000_000)}" ${'a '.repeat(10_000)}>文</p>`)).toEqual(['文'])
    expect(await blocks(`<p>A${' '.repeat(1_000_000)}B${' \n'.repeat(1_000_000)}</p>`)).toEqual(['A B'])
  })

  it('nothing', async () => {
    expect((await read(new Uint8Array())).codes).toEqual(['html/no-text'])
  })

  it('time grows as the page', async () => {
    const unit = '<div><p>一、做好公开。</p><table border=1><tr><td>1<td>任务内容<td>市政府</table></div>'
    const time = async (n: number) => {
      const bytes = new TextEncoder().encode(unit.repeat(n))
      const runs: number[] = []
      for (let i = 0; i < 3; i++) {
        const from = performance.now()
        await read(bytes)
        runs.push(performance.now() - from)
      }
      return Math.min(...runs)
    }
    await time(200)
    const [small, large] = [await time(200), await time(2000)]
    expect(large / small).toBeLessThan(40)
  })

  it('any text: never throws, and all places cover their text', async () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<br>',
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '<td colspan=3>',
      '<td rowspan=0>',
      '<th rowspan=2>',
      '<ol>',
      '<li>',
      '</ol>',
      '<b>',
      '</b>',
      '<a href=x>',
      '<center>',
      '<h1>',
      '<span hidden>',
      '</span>',
      '<pre>',
      '<select><option>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '一、任务',
      ' \n',
      '&nbsp;',
      '文',
      '<',
      '&#x',
      '\0',
    )
    const check = (list: readonly Block[]) => {
      for (const b of list) {
        if (b.type === 'table') {
          expect(b.cells.reduce((n, c) => n + c.rowSpan * c.colSpan, 0)).toBe(b.rows * b.cols)
          for (const c of b.cells) check(c.blocks)
          continue
        }
        let at = 0
        for (const p of b.places) {
          expect(p.start).toBe(at)
          at = p.end
        }
        expect(at).toBe(b.text.length)
        expect(b.text.startsWith(b.marker ?? '')).toBe(true)
        expect(b.text).toMatch(/\S/)
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 60 }), async (tags) => {
        const page = await read(tags.join(''))
        check(page.blocks)
        check(page.furniture)
      }),
      { numRuns: 300 },
    )
  })
})
