/** The parts of a .docx package beside the body, and what the file says of itself. */
import { expect, it } from 'vitest'
import {
  documentXml,
  docxOf,
  namespaces,
  p,
  packed,
  readBody,
  readBytes,
  relationships,
  root,
  texts,
} from './docx/parts.ts'

it('headers, footers and notes are kept apart, separators and deleted references left out', async () => {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>'
  const { blocks, furniture } = await readBody(
    `${p('正文', section)}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`,
    {
      'word/_rels/document.xml.rels': relationships(
        ['h', 'header', 'header1.xml'],
        ['f', 'footer', '/word/footer1.xml'],
        ['n', 'footnotes', 'footnotes.xml'],
        ['e', 'endnotes', 'endnotes.xml'],
      ),
      'word/header1.xml': root('hdr', p('保政办发〔2021〕5号')),
      'word/footer1.xml': root('ftr', p('- 1 -')),
      'word/footnotes.xml': root(
        'footnotes',
        `<w:footnote w:type="separator" w:id="0">${p('——')}</w:footnote><w:footnote w:id="2">${p('见附件')}</w:footnote>`,
      ),
      'word/endnotes.xml': root('endnotes', `<w:endnote w:id="3">${p('尾注')}</w:endnote>`),
    },
  )
  expect(texts(blocks)).toEqual(['正文'])
  expect(furniture.map((b) => (b.type === 'paragraph' ? [b.text, b.places[0]?.origin] : b))).toEqual([
    ['保政办发〔2021〕5号', { kind: 'part', part: 'word/header1.xml', path: 'w:p[1]' }],
    ['- 1 -', { kind: 'part', part: 'word/footer1.xml', path: 'w:p[1]' }],
    ['见附件', { kind: 'part', part: 'word/footnotes.xml', path: 'w:footnote[2]/w:p[1]' }],
    ['尾注', { kind: 'part', part: 'word/endnotes.xml', path: 'w:endnote[1]/w:p[1]' }],
  ])
})

it('a table of contents repeats the headings: it is kept apart', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const { blocks, furniture } = await readBody(
    `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}<w:r><w:t>一、总体要求</w:t><w:tab/><w:t>1</w:t></w:r></w:p>` +
      `${p('二、重点任务')}<w:p>${field('end')}</w:p>${p('一、总体要求')}`,
  )
  expect(texts(furniture)).toEqual(['一、总体要求\t1', '二、重点任务'])
  expect(texts(blocks)).toEqual(['一、总体要求'])
})

it('outline levels and alignment come from the paragraph, its style, the style it is based on', async () => {
  const styles = root(
    'styles',
    `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
     <w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>
     <w:style w:type="paragraph" w:styleId="b"><w:name w:val="second of its id"/></w:style>`,
  )
  const { blocks } = await readBody(
    p('甲', '<w:pStyle w:val="a"/>') +
      p('乙', '<w:pStyle w:val="b"/>') +
      p('丙', '<w:pStyle w:val="b"/><w:jc w:val="right"/><w:outlineLvl w:val="9"/>') +
      p('丁', '<w:jc w:val="both"/><w:outlineLvl w:val="0"/>'),
    { 'word/styles.xml': styles },
  )
  expect(blocks.map((b) => (b.type === 'paragraph' ? [b.text, b.level, b.align] : b))).toEqual([
    ['甲', 2, 'center'],
    ['乙', 5, 'center'],
    ['丙', undefined, 'right'],
    ['丁', 1, undefined],
  ])
})

it('text that styles hide is left out; hidden twice it is seen', async () => {
  const hide = '<w:rPr><w:vanish/></w:rPr>'
  const { blocks } = await readBody(
    `<w:p><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr><w:r><w:t>藏</w:t></w:r><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>反</w:t></w:r></w:p>`,
    {
      'word/styles.xml': root(
        'styles',
        `<w:style w:type="character" w:styleId="c">${hide}</w:style><w:style w:type="paragraph" w:styleId="p">${hide}</w:style>`,
      ),
    },
  )
  expect(texts(blocks)).toEqual(['显', '反'])
})

it('a heading that runs into its text (a hidden paragraph mark) keeps its number', async () => {
  const { blocks } = await readBody(
    p('公开。', '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr>') +
      p('各部门要落实。'),
    {
      'word/numbering.xml': root(
        'numbering',
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
    },
  )
  expect(texts(blocks)).toEqual(['（一）公开。各部门要落实。'])
})

it('Strict OOXML, other prefixes, a default namespace, UTF-16 and GB18030', async () => {
  const strict = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"'
  const xml = `<x:document ${strict}><x:body><x:p><x:pPr><x:jc x:val="center"/><x:outlineLvl x:val="1"/></x:pPr><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>`
  const strictRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="main/doc.xml"/></Relationships>`
  const strictRead = await readBytes(packed({ '_rels/.rels': strictRels, 'main/doc.xml': xml }))
  expect(strictRead.blocks).toMatchObject([{ text: '严格', align: 'center', level: 2 }])

  const bare =
    '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>默认</t></r></p></body></document>'
  expect(texts((await readBytes(packed({ 'word/document.xml': bare }))).blocks)).toEqual(['默认'])

  const wide = Buffer.from(`\ufeff${documentXml(p('宽'))}`, 'utf16le')
  expect(texts((await readBytes(packed({ 'word/document.xml': wide }))).blocks)).toEqual(['宽'])

  const gb = Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="GB2312"?><w:document ${namespaces}><w:body><w:p><w:r><w:t>`),
    Buffer.from([0xb1, 0xa3, 0xc9, 0xbd]),
    Buffer.from('</w:t></w:r></w:p></w:body></w:document>'),
  ])
  expect(texts((await readBytes(packed({ 'word/document.xml': gb }))).blocks)).toEqual(['保山'])
})

it('part names in other letters and with backslashes', async () => {
  expect(texts((await readBytes(packed({ 'Word\\Document.xml': documentXml(p('甲')) }))).blocks)).toEqual([
    '甲',
  ])
})

it('what docProps says is kept as hints', async () => {
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>'
  const { meta } = await readBody(p('甲'), {
    '_rels/.rels': rels,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>工作要点</dc:title><dc:creator>办公室</dc:creator><dc:subject> </dc:subject></cp:coreProperties>',
    'docProps/app.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Office</Application></Properties>',
  })
  expect(meta).toEqual({ title: '工作要点', creator: '办公室', application: 'WPS Office' })
})

it('says where there are only images, and that charts are not read', async () => {
  const picture =
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  const scan = await readBody(`<w:p>${picture}${picture}</w:p>`)
  expect(scan.report.noted.map((n) => [n.code, n.params])).toEqual([['docx/images-only', { count: 2 }]])
  expect((await readBody(`<w:p>${picture}</w:p>${p('甲')}`)).codes).toEqual([])
  const chart =
    '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'
  expect((await readBody(`<w:p>${chart}</w:p>${p('甲')}`)).codes).toEqual(['docx/drawing-not-read'])
})

it('a page set into the document (w:altChunk) is read at its place, a document elsewhere is named', async () => {
  const rels = relationships(
    ['c', 'aFChunk', 'chunk.html'],
    ['s', 'subDocument', 'http://a.gov.cn/2.docx', 'External'],
  )
  const { blocks, report } = await readBytes(
    docxOf(`${p('前')}<w:altChunk r:id="c"/>${p('后')}<w:altChunk r:id="c"/><w:subDoc r:id="s"/>`, {
      'word/_rels/document.xml.rels': rels,
      'word/chunk.html':
        '<html><meta charset="utf-8"><body><p>一、总体要求</p><table><tr><td>甲<td>乙</table>',
    }),
  )
  expect(texts(blocks)).toEqual(['前', '一、总体要求', [['甲', '乙']], '后'])
  expect(blocks[1]).toMatchObject({ places: [{ origin: { kind: 'part', part: 'word/chunk.html' } }] })
  expect(report.noted.map((n) => [n.code, n.params])).toEqual([
    ['docx/embedded-document', { part: 'http://a.gov.cn/2.docx' }],
  ])
})
