/** Each element that mammoth drops or misreads, beside what mammoth alone makes of it. */
import { expect, it } from 'vitest'
import { mammothAlone, p, readBody, relationships, texts } from './docx/parts.ts'

interface Case {
  readonly name: string
  readonly body: string
  readonly text: string[]
  /** In mammoth's own HTML this is wrong: found where it should not be, or not found. */
  readonly mammoth: { readonly drops: string } | { readonly adds: string } | 'same'
}

const r = (content: string) => `<w:r>${content}</w:r>`
const t = (text: string) => r(`<w:t>${text}</w:t>`)
const field = (code: string, result: string | null) =>
  r('<w:fldChar w:fldCharType="begin"/>') +
  r(`<w:instrText xml:space="preserve">${code}</w:instrText>`) +
  (result === null ? '' : r('<w:fldChar w:fldCharType="separate"/>') + result) +
  r('<w:fldChar w:fldCharType="end"/>')

const cases: Case[] = [
  {
    name: 'w:fldSimple: its result',
    body: `<w:p>${t('共')}<w:fldSimple w:instr=" NUMPAGES ">${t('23')}</w:fldSimple>${t('项')}</w:p>`,
    text: ['共23项'],
    mammoth: { drops: '23' },
  },
  {
    name: 'w:bdo and w:dir: unwrapped',
    body: `<w:p><w:bdo w:val="ltr">${t('市发展')}</w:bdo><w:dir w:val="ltr">${t('改革委')}</w:dir></w:p>`,
    text: ['市发展改革委'],
    mammoth: { drops: '改革委' },
  },
  {
    name: 'w:ruby: the base, without the reading above it',
    body: `<w:p>${r(`<w:ruby><w:rubyPr/><w:rt>${t('bǎo')}</w:rt><w:rubyBase>${t('保')}</w:rubyBase></w:ruby>`)}${t('山市')}</w:p>`,
    text: ['保山市'],
    mammoth: { drops: '保' },
  },
  {
    name: 'w:cr: a line break',
    body: `<w:p>${r('<w:t>牵头</w:t><w:cr/><w:t>单位</w:t>')}</w:p>`,
    text: ['牵头\n单位'],
    mammoth: { drops: '<br' },
  },
  {
    name: 'w:ptab: a tab',
    body: `<w:p>${r('<w:t>附件</w:t><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/><w:t>1</w:t>')}</w:p>`,
    text: ['附件\t1'],
    mammoth: { drops: '\t' },
  },
  {
    name: 'w:vanish: hidden text is left out',
    body: `<w:p>${r('<w:rPr><w:vanish/></w:rPr><w:t>内部：</w:t>')}${r('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t>')}</w:p>`,
    text: ['公开'],
    mammoth: { adds: '内部' },
  },
  {
    name: 'm:oMath: the letters of a formula',
    body: `<w:p>${t('增长率')}<m:oMath><m:r><m:t>x</m:t></m:r><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>`,
    text: ['增长率xy2'],
    mammoth: { drops: 'xy2' },
  },
  {
    name: 'mc:Choice: a text box without a Fallback',
    body: `<w:p>${t('正文')}${r(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p('框中文字')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>`)}</w:p>`,
    text: ['正文', '框中文字'],
    mammoth: { drops: '框中文字' },
  },
  {
    name: 'mc:Choice that nobody understands, and no Fallback: its text',
    body: `<w:p>${r('<mc:AlternateContent><mc:Choice Requires="w16se"><w:t>新</w:t></mc:Choice></mc:AlternateContent><w:t>文</w:t>')}</w:p>`,
    text: ['新文'],
    mammoth: { drops: '新' },
  },
  {
    name: 'mc:Fallback of a choice that is not understood',
    body: `<w:p>${r('<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="x" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent>')}</w:p>`,
    text: ['☺'],
    mammoth: 'same',
  },
  {
    name: 'a text box written twice, for new and old Word, is read once',
    body: `<w:p>${t('正文')}${r(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('框')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`)}</w:p>`,
    text: ['正文', '框'],
    mammoth: 'same',
  },
  {
    name: 'v:textpath: WordArt',
    body: `<w:p>${r('<w:pict><v:shape><v:textpath string="保山市人民政府文件"/></v:shape></w:pict>')}</w:p>`,
    text: ['保山市人民政府文件'],
    mammoth: { drops: '保山市' },
  },
  {
    name: 'w:sym of a font that is no symbol font: its Unicode character',
    body: `<w:p>${r('<w:sym w:font="宋体" w:char="2460"/>')}${t('推进公开')}</w:p>`,
    text: ['①推进公开'],
    mammoth: { drops: '①' },
  },
  {
    name: 'w:sym of Wingdings: the character that mammoth knows',
    body: `<w:p>${r('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${t('同意')}</w:p>`,
    text: ['🗹同意'],
    mammoth: 'same',
  },
  {
    name: 'a deleted paragraph at the end of a cell stays in that cell',
    body: `<w:tbl><w:tr><w:tc>${p('市教育局', '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')}</w:tc><w:tc>${p('年底前')}</w:tc></w:tr></w:tbl>`,
    text: ['市教育局|年底前'],
    mammoth: { adds: '市教育局年底前' },
  },
  {
    name: 'a nested field in the code of another',
    body: `<w:p>${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText> IF </w:instrText>')}${field(' MERGEFIELD x ', t('7'))}${r('<w:instrText> = 7 "是" "否" </w:instrText>')}${r('<w:fldChar w:fldCharType="separate"/>')}${t('是')}${r('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
    text: ['是'],
    mammoth: { adds: '7' },
  },
  {
    name: 'EQ: 带圈字符 has no result',
    body: `<w:p>${field(' eq \\o\\ac(○,21)', null)}${t('优化服务')}${field(' EQ \\o\\ac(□,核)', null)}</w:p>`,
    text: ['㉑优化服务核'],
    mammoth: { drops: '㉑' },
  },
  {
    name: 'SYMBOL: the sign of its font',
    body: `<w:p>${field(' SYMBOL 254 \\f "Wingdings" \\s 12 ', null)}${t('办结')}</w:p>`,
    text: ['🗹办结'],
    mammoth: { drops: '🗹' },
  },
  {
    name: 'FORMCHECKBOX and FORMDROPDOWN: what is chosen',
    body: `<w:p>${r('<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar>')}${r('<w:instrText>FORMCHECKBOX</w:instrText>')}${r('<w:fldChar w:fldCharType="end"/>')}${r('<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar>')}${r('<w:instrText>FORMDROPDOWN</w:instrText>')}${r('<w:fldChar w:fldCharType="end"/>')}</w:p>`,
    text: ['☒乙'],
    mammoth: { drops: '乙' },
  },
  {
    name: 'white space at the edges of w:t is layout unless it is to be preserved',
    body: `<w:p>${r('<w:t>\n  二、强化监督\n</w:t>')}${r('<w:t xml:space="preserve"> 保障</w:t>')}</w:p>`,
    text: ['二、强化监督 保障'],
    mammoth: { adds: '\n  二' },
  },
  {
    name: 'text in unknown elements',
    body: `<w:p><w:unheard>${t('未来版本')}</w:unheard></w:p>`,
    text: ['未来版本'],
    mammoth: { drops: '未来版本' },
  },
  {
    name: 'text that stands in no paragraph',
    body: `${p('前')}${t('裸')}${p('后')}`,
    text: ['前', '裸', '后'],
    mammoth: 'same',
  },
  {
    name: 'a paragraph that a converter left in a paragraph comes after it',
    body: `<w:p>${t('外')}${p('内')}${t('续')}</w:p>`,
    text: ['外续', '内'],
    mammoth: { adds: '外<p>' },
  },
  {
    name: 'several bodies',
    body: `${p('甲')}</w:body><w:body>${p('乙')}`,
    text: ['甲', '乙'],
    mammoth: { drops: '乙' },
  },
  {
    name: 'a smart tag, custom XML, a content control',
    body: `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent><w:p><w:smartTag>${t('保山')}</w:smartTag><w:customXml>${t('市')}</w:customXml></w:p></w:sdtContent></w:sdt>`,
    text: ['保山市'],
    mammoth: 'same',
  },
  {
    name: 'tracked changes as accepted',
    body: `<w:p><w:del>${r('<w:delText>旧</w:delText>')}</w:del><w:ins>${t('新')}</w:ins><w:moveFrom>${t('走')}</w:moveFrom><w:moveTo>${t('来')}</w:moveTo></w:p>`,
    text: ['新来'],
    mammoth: 'same',
  },
  {
    name: 'soft and non-breaking hyphens, tabs, breaks',
    body: `<w:p>${r('<w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t>')}</w:p>`,
    text: ['a\u00adb\u2011c\td\ne'],
    mammoth: 'same',
  },
  {
    name: 'a page break parts two lines, and is no line of its own',
    body: `<w:p>${r('<w:t>上</w:t><w:br w:type="page"/><w:t>下</w:t>')}</w:p><w:p>${r('<w:br w:type="page"/><w:t>末</w:t><w:br w:type="column"/>')}</w:p>`,
    text: ['上\n下', '末'],
    mammoth: 'same',
  },
]

for (const { name, body, text, mammoth } of cases) {
  it(name, async () => {
    const { blocks } = await readBody(body)
    expect(
      texts(blocks).map((b) => (typeof b === 'string' ? b : b.map((row) => row.join('|')).join('/'))),
    ).toEqual(text)
    if (mammoth === 'same') return
    const alone = await mammothAlone(body)
    if ('drops' in mammoth) expect(alone).not.toContain(mammoth.drops)
    else expect(alone).toContain(mammoth.adds)
  })
}

it('paths of paragraphs, of which mammoth has none', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`
  const { blocks } = await readBody(
    `${p('一')}<w:p/><w:tbl><w:tr>${cell('<w:p/>')}</w:tr><w:tr>${cell('<w:p/>')}${cell(p('格') + p('二段'))}</w:tr></w:tbl><w:sdt><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt><w:p>${r(`<w:pict><v:textbox><w:txbxContent>${p('框')}</w:txbxContent></v:textbox></w:pict>`)}</w:p>`,
  )
  const paths: string[] = []
  const walk = (list: typeof blocks) => {
    for (const b of list) {
      if (b.type === 'table') for (const c of b.cells) walk(c.blocks)
      else
        for (const { origin, start, end } of b.places) {
          if (origin.kind === 'part') paths.push(`${b.text.slice(start, end)} ${origin.part} ${origin.path}`)
        }
    }
  }
  walk(blocks)
  expect(paths).toEqual([
    '一 word/document.xml w:p[1]',
    '格 word/document.xml w:tbl[1]/w:tr[2]/w:tc[2]/w:p[1]',
    '二段 word/document.xml w:tbl[1]/w:tr[2]/w:tc[2]/w:p[2]',
    '控件 word/document.xml w:sdt[1]/w:sdtContent[1]/w:p[1]',
    '框 word/document.xml w:p[3]/descendant::w:txbxContent[1]/w:p[1]',
  ])
})

it('runs on where the paragraph mark is deleted, each piece with its own place', async () => {
  const { blocks } = await readBody(
    p('要于6月底前', '<w:jc w:val="center"/><w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') +
      p('完成。', '<w:outlineLvl w:val="1"/>'),
  )
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      id: '',
      text: '要于6月底前完成。',
      level: 2,
      places: [
        { start: 0, end: 6, origin: { kind: 'part', part: 'word/document.xml', path: 'w:p[1]' } },
        { start: 6, end: 9, origin: { kind: 'part', part: 'word/document.xml', path: 'w:p[2]' } },
      ],
    },
  ])
})

it('keeps all text where a field has no end', async () => {
  const { blocks } = await readBody(
    `<w:p>${r('<w:fldChar w:fldCharType="begin"/>')}${t('甲')}</w:p>${p('乙')}`,
  )
  expect(texts(blocks)).toEqual(['甲', '乙'])
})

it('says which field prints what the file does not hold', async () => {
  const { codes, blocks } = await readBody(`<w:p>${field(' AUTONUM ', null)}${t('总则')}</w:p>`)
  expect(texts(blocks)).toEqual(['总则'])
  expect(codes).toEqual(['docx/field-without-result'])
})

it('names unknown elements and signs', async () => {
  const { report, blocks } = await readBody(
    `<w:p><w:unheard/>${r('<w:sym w:font="Wingdings" w:char="F0FF"/><w:sym w:font="公文符号" w:char="F041"/>')}${t('甲')}</w:p>`,
  )
  // What has a code point is kept, if only of the private area; what mammoth has no character for is lost.
  expect(texts(blocks)).toEqual(['\uf041甲'])
  expect(report.noted.map((n) => [n.code, n.params])).toEqual([
    ['docx/symbol-unknown', { symbols: '公文符号 F041、Wingdings F0FF' }],
    ['docx/element-unknown', { elements: 'w:unheard' }],
  ])
})

it('links: of elements and fields, in runs that belong together', async () => {
  const { links } = await readBody(
    `<w:p><w:hyperlink r:id="r1" w:anchor="a">${t('附')}${t('件')}</w:hyperlink><w:hyperlink w:anchor="top">${t('返回')}</w:hyperlink>${field(' HYPERLINK "http://b.gov.cn/?a=1&amp;b=2" ', t('解') + r('<w:rPr><w:b/></w:rPr><w:t>读</w:t>'))}</w:p>`,
    {
      'word/_rels/document.xml.rels': relationships([
        'r1',
        'hyperlink',
        'http://a.gov.cn/1.docx',
        'External',
      ]),
    },
  )
  expect(links).toEqual([
    { text: '附件', href: 'http://a.gov.cn/1.docx#a' },
    { text: '解读', href: 'http://b.gov.cn/?a=1&b=2' },
  ])
})
