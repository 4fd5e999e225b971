/**
 * Notices, and pages as portals put around them: each template after a content management system of
 * government sites, with made text.
 */

export interface Notice {
  readonly name: string
  readonly title: string
  readonly body: string
}

const items = [
  '一、做好规划信息公开。及时公开“十四五”规划、专项规划和区域规划，方便公众查阅。（责任单位：市发展改革委、市自然资源局）',
  '二、做好项目信息公开。推进重大建设项目批准结果、招标投标、征收土地等信息公开，接受社会监督。（责任单位：市住房城乡建设局）',
  '三、做好财政信息公开。县级以上政府部门要在批复后20日内公开预决算，说明机关运行经费和绩效情况。（责任单位：市财政局）',
  '四、加强解读回应。对涉及面广的政策，牵头起草部门要同步组织解读，回应社会关切。（责任单位：市直各单位）',
]
const letter = [
  '各县（市、区）人民政府，市政府各部门：',
  '现将《2023年政务公开工作要点》印发给你们，请结合实际，认真组织实施。',
]
const signature =
  '<p style="text-align:right">某某市人民政府办公室</p><p style="text-align:right">2023年4月18日</p>'
const title = '某某市人民政府办公室关于印发2023年政务公开工作要点的通知'

const p = (lines: readonly string[]) => lines.map((l) => `<p>　　${l}</p>`).join('\n')
const task = (n: number) =>
  `<tr><td>${n}</td><td>${items[n % 4]!.slice(2, 20)}</td><td>市政府办公室、市财政局</td><td>2023年12月底前</td></tr>`
const taskTable = `<table class="tb"><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>${[1, 2, 3, 4, 5, 6].map(task).join('')}</table>`

export const notices: readonly Notice[] = [
  { name: 'paragraphs', title, body: p(letter) + signature + p(items) },
  {
    name: 'lines',
    title,
    body: `<p>${[...letter, ...items].map((l) => `&nbsp;&nbsp;${l}`).join('<br>\n')}</p>`,
  },
  { name: 'bare text', title, body: [...letter, ...items].join('<br/><br/>\r\n') },
  { name: 'boxes', title, body: [...letter, ...items].map((l) => `<div><span>${l}</span></div>`).join('') },
  { name: 'letter and table', title, body: `${p(letter)}${signature}<div class="fj">${taskTable}</div>` },
  { name: 'table alone', title, body: taskTable },
  {
    name: 'letter in its own box',
    title,
    body: `<div class="letter">${p(letter)}${signature}</div><div>${p(items)}</div>`,
  },
  {
    name: 'table alone in Word’s box',
    title,
    body: `<div class="Section1">${p(letter.slice(1))}<table border="1">${[1, 2, 3].map(task).join('')}</table></div>`,
  },
  {
    name: 'long letter, small table in a box of its own',
    title,
    body: `<div>${p([...letter, ...items, ...items, ...items])}</div><div class="hot-table">${taskTable.replace(/<tr><td>[3-6].*?<\/tr>/g, '')}</div>`,
  },
  {
    name: 'long letter, small table beside it',
    title,
    body: `<div>${p([...letter, ...items, ...items, ...items])}</div><table border="1">${task(1)}${task(2)}</table><div>特此通知。</div>`,
  },
  { name: 'short', title, body: p(letter) },
  {
    name: 'annexes as files',
    title,
    body: `${p(letter)}<p>附件：<a href="./P020230418.doc">1.2023年政务公开工作要点.doc</a></p><p><a href="/files/2.xlsx">2.任务分解表.xlsx</a></p>`,
  },
]

const menu = (words: readonly string[]) =>
  words.map((w, i) => `<li><a href="/col${i}/">${w}</a></li>`).join('\n')
const columns = ['首页', '要闻动态', '政务公开', '政务服务', '互动交流', '走进某某']
const related = [
  '一图读懂：2023年政务公开工作要点',
  '市政府新闻办举行新闻发布会，介绍政务公开情况',
  '某某市2022年政府信息公开工作年度报告',
  '我市召开政务公开工作推进会',
]

export interface Template {
  readonly name: string
  page(notice: Notice): string
  /** What of the page is the notice's, before and after its text. */
  readonly keeps: { readonly before: readonly string[]; readonly after: readonly string[] }
}

const published = '发布时间：2023-04-18 09:30 来源：市政府办公室 浏览次数：128'

export const templates: readonly Template[] = [
  {
    name: 'boxes with names',
    keeps: { before: [title, published], after: [] },
    page: (
      n,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${n.title}_某某市人民政府网</title></head><body>
<div class="top"><a href="/wza">无障碍</a> <a href="/login">登录</a></div>
<div class="header"><h1><a href="/">某某市人民政府</a></h1><form action="/s"><input name="q"><button>搜索</button></form></div>
<ul class="nav">${menu(columns)}</ul>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>
<div class="content"><div class="con-title">${n.title}</div>
<div class="info"><span>发布时间：2023-04-18 09:30</span> <span>来源：市政府办公室</span> <span>浏览次数：128</span></div>
<div id="zoom" class="TRS_Editor">${n.body}</div>
<div class="bdsharebuttonbox">分享到：<a href="#" title="微信">微信</a><a href="#">微博</a></div>
<div class="tools"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div></div>
<div class="related"><h3>相关链接</h3><ul>${menu(related)}</ul></div>
<div class="footer"><p>主办：某某市人民政府办公室 承办：某某市大数据中心</p><p>网站标识码：3300000001 浙ICP备05000001号 浙公网安备33010602000001号</p></div>
</body></html>`,
  },
  {
    name: 'tables in tables',
    keeps: { before: [title, published], after: [] },
    page: (
      n,
    ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${n.title}</title></head><body><center>
<table width="1000" border="0"><tr><td><img src="top.jpg"></td></tr><tr><td><table><tr>${columns.map((c) => `<td><a href="/${c}">${c}</a></td>`).join('<td>|</td>')}</tr></table></td></tr></table>
<table width="1000" border="0"><tr><td width="200" valign="top"><table>${related.map((r) => `<tr><td><img src="dot.gif"></td><td><a href="/1.htm">${r}</a></td></tr>`).join('')}</table></td>
<td valign="top"><table width="100%"><tr><td>您现在的位置：<a href="/">首页</a>&gt;&gt;<a href="/gk">信息公开</a>&gt;&gt;正文</td></tr>
<tr><td align="center"><b><font size="5">${n.title}</font></b></td></tr>
<tr><td align="center" bgcolor="#eee">${published}</td></tr>
<tr><td><table border="1" width="98%"><tr><td>${n.body}</td></tr></table></td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印</a>】【<a href="javascript:self.close()">关闭</a>】</td></tr></table></td></tr></table>
<table width="1000"><tr><td align="center">版权所有：某某市人民政府 技术支持：某某公司<br>地址：某某市人民路1号 邮编：300000</td></tr></table></center></body></html>`,
  },
  {
    name: 'semantic elements',
    keeps: { before: [title, published], after: [] },
    page: (
      n,
    ) => `<!DOCTYPE html><html lang="zh"><head><title>${n.title}-政务公开-某某市人民政府门户网站</title><meta name="ArticleTitle" content="${n.title}"></head><body>
<header><a href="/">某某市人民政府门户网站</a></header><nav><ul>${menu(columns)}</ul></nav>
<main><article><h1>${n.title}</h1><p>${published}</p>${n.body}</article>
<aside><h2>热点</h2><ul>${menu(related)}</ul><p>市长信箱：欢迎您提出意见和建议，我们将在15个工作日内答复。</p></aside></main>
<footer><p>本网站由某某市人民政府办公室主办。未经许可，不得转载。</p><select><option>友情链接</option><option>中国政府网</option></select></footer></body></html>`,
  },
  {
    name: 'index list beside the text',
    keeps: {
      before: [
        '索引号：',
        '00001/2023-00018',
        '发布机构：',
        '市政府办公室',
        '成文日期：',
        '2023年4月18日',
        '文号：',
        '某政办发〔2023〕8号',
        title,
      ],
      after: [],
    },
    page: (n) => `<!DOCTYPE html><html><head><title>某某市政府信息公开平台 ${n.title}</title></head><body>
<div id="hd"><div class="w1200"><a href="/"><img src="logo.png"></a><ul>${menu(columns)}</ul></div></div>
<div class="w1200"><div class="l230"><dl><dt>公开目录</dt>${related.map((r) => `<dd><a href="#">${r.slice(0, 6)}</a></dd>`).join('')}</dl></div>
<div class="r940"><div class="xxgk_index"><dl><dt>索引号：</dt><dd>00001/2023-00018</dd><dt>发布机构：</dt><dd>市政府办公室</dd><dt>成文日期：</dt><dd>2023年4月18日</dd><dt>文号：</dt><dd>某政办发〔2023〕8号</dd></dl></div>
<h2>${n.title}</h2><div class="txt">${n.body}</div>
<p>上一篇：<a href="1.html">${related[0]}</a></p><p>下一篇：<a href="2.html">${related[1]}</a></p>
<div><img src="ewm.png">扫一扫在手机打开当前页</div></div></div>
<div id="ft"><a href="/about">关于我们</a>|<a href="/map">网站地图</a>|<a href="/contact">联系我们</a><br>某某市人民政府办公室主办 ICP备案：京ICP备05000002号</div></body></html>`,
  },
  {
    name: 'index, title and text in the rows of one table',
    keeps: {
      before: [
        '索引号：',
        '00001/2023-00018',
        '发布机构：',
        '市政府办公室',
        '发文日期：',
        '2023-04-18',
        '名称：',
        title,
        title,
      ],
      after: [],
    },
    page: (
      n,
    ) => `<html><head><title>政府信息公开</title></head><body><div id="header"><a href="/">首页</a></div>
<table border="1" cellspacing="0"><tr><td>索引号：</td><td>00001/2023-00018</td><td>发布机构：</td><td>市政府办公室</td></tr>
<tr><td>发文日期：</td><td>2023-04-18</td><td>名称：</td><td>${n.title}</td></tr>
<tr><td colspan="4"><div class="bt"><b>${n.title}</b></div><div id="zoom">${n.body}</div></td></tr></table>
<table width="100%"><tr><td>Copyright © 2023 某某市人民政府</td><td>京ICP备05000003号</td></tr></table></body></html>`,
  },
]
