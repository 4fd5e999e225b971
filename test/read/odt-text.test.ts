import { describe, expect, it } from 'vitest'
import { contentXml, type Parts, packageOf, paragraphs, read, texts, textsOf } from './odt/read.ts'

const hidden =
  '<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="HidP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'

describe('text', () => {
  it.each([
    ['runs', '<text:p>一<text:span>、<text:span>任</text:span></text:span>务</text:p>', ['一、任务']],
    ['white space of the file', '<text:p>\n  a \t b<text:span> </text:span> c\n</text:p>', ['a b c']],
    [
      'spaces, tabs, line breaks',
      '<text:p>a<text:s text:c="2"/>b<text:s/><text:tab/>c<text:line-break/>d</text:p>',
      ['a  b \tc\nd'],
    ],
    ['spaces at the ends', '<text:p><text:s/>a<text:s/> </text:p>', [' a ']],
    ['blank paragraphs are none', '<text:p/><text:p> </text:p><text:p>a</text:p>', ['a']],
    [
      'soft page breaks',
      '<text:p>a<text:soft-page-break/>b</text:p><text:soft-page-break/><text:p>c</text:p>',
      ['ab', 'c'],
    ],
    [
      'fields are what they show',
      '<text:p><text:page-number text:select-page="current">1</text:page-number>/<text:date>5月</text:date><text:sequence>图1</text:sequence></text:p>',
      ['1/5月图1'],
    ],
    [
      'marks',
      '<text:p>a<text:bookmark text:name="x"/><text:bookmark-start text:name="y"/>b<text:reference-mark-end text:name="z"/><text:toc-mark text:string-value="q"/></text:p>',
      ['ab'],
    ],
    [
      'a reading above is left out',
      '<text:p>a<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby></text:p>',
      ['a漢'],
    ],
    [
      'comments are left out',
      '<text:p>a<office:annotation><dc:creator>X</dc:creator><text:p>y</text:p></office:annotation>b<office:annotation-end/></text:p>',
      ['ab'],
    ],
    ['sections', '<text:section text:name="s"><text:p>a</text:p></text:section>', ['a']],
    [
      'forms',
      '<office:forms><form:form><text:p>x</text:p></form:form></office:forms><text:p>a</text:p>',
      ['a'],
    ],
    [
      'declarations',
      '<text:sequence-decls><text:sequence-decl text:name="x"/></text:sequence-decls><text:p>a</text:p>',
      ['a'],
    ],
    ['CDATA', '<text:p><![CDATA[a<b]]></text:p>', ['a<b']],
    ['a paragraph in a paragraph', '<text:p>a<text:p>b</text:p>c</text:p>', ['a', 'b', 'c']],
    ['text in no paragraph', '<text:section>a</text:section>', ['a']],
  ])('%s', async (_, body, expected) => {
    expect(await texts(body)).toEqual(expected)
  })

  it('has a path as place', async () => {
    const body =
      '<text:p>a</text:p><text:list><text:list-item><text:p>b</text:p><text:p>c</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell/><table:table-cell><text:p/><text:p>d</text:p></table:table-cell></table:table-row></table:table>'
    const { blocks } = await read(body)
    const paths = blocks.flatMap((b) =>
      (b.type === 'paragraph' ? [b] : b.cells.flatMap((c) => c.blocks)).flatMap((p) =>
        p.type === 'paragraph' ? p.places.map((x) => x.origin) : [],
      ),
    )
    expect(paths).toEqual(
      [
        'text:p[1]',
        'text:list[1]/text:list-item[1]/text:p[1]',
        'text:list[1]/text:list-item[1]/text:p[2]',
        'table:table[1]/table:table-row[1]/table:table-cell[2]/text:p[2]',
      ].map((path) => ({ kind: 'part', part: 'content.xml', path })),
    )
  })

  it('headings have their level, paragraphs the alignment of their styles', async () => {
    const styles =
      '<style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:default-style>' +
      '<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>' +
      '<style:style style:name="L" style:family="paragraph" style:parent-style-name="T"><style:paragraph-properties fo:text-align="start"/></style:style>' +
      '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    const automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="T"/>'
    const body =
      '<text:h text:outline-level="2" text:style-name="P1">a</text:h><text:p text:style-name="L">b</text:p><text:p>c</text:p><text:p text:style-name="Loop">d</text:p><text:h>e</text:h>'
    const found = await paragraphs({ body, automatic, styles })
    expect(found.map((p) => [p.text, p.level, p.align])).toEqual([
      ['a', 2, 'center'],
      ['b', undefined, undefined],
      ['c', undefined, 'right'],
      ['d', undefined, 'right'],
      ['e', 1, 'right'],
    ])
  })

  it('links', async () => {
    const { blocks, links } = await read(
      '<text:p>a<text:a xlink:href="http://www.gov.cn/x.doc">附<text:span>件</text:span></text:a><text:a xlink:href="#x">b</text:a></text:p>',
    )
    expect(textsOf(blocks)).toEqual(['a附件b'])
    expect(links).toEqual([{ text: '附件', href: 'http://www.gov.cn/x.doc' }])
  })

  it('an unknown element is read, and reported', async () => {
    const { blocks, codes } = await read('<text:p>a<text:newer>b</text:newer></text:p>')
    expect(textsOf(blocks)).toEqual(['ab'])
    expect(codes).toEqual(['odt/element-unknown'])
  })

  it('other prefixes for the same namespaces', async () => {
    const xml = contentXml({
      body: '<text:p>a</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
    })
    const renamed = xml
      .replace(/(?<=[\s</])(text|table):/g, (name) => (name === 'text:' ? 't:' : 'tb:'))
      .replace('xmlns:text=', 'xmlns:t=')
      .replace('xmlns:table=', 'xmlns:tb=')
    expect(renamed).toContain('<t:p>')
    const { blocks } = await read(packageOf({ 'content.xml': renamed }))
    expect(blocks).toMatchObject([{ text: 'a' }, { cells: [{ colSpan: 2, text: 'b' }] }])
  })
})

describe('what is not shown', () => {
  it.each([
    ['hidden text', '<text:p>a<text:span text:style-name="Hid">b<text:tab/></text:span>c</text:p>', ['ac']],
    ['a hidden paragraph style', '<text:p text:style-name="HidP">a</text:p><text:p>b</text:p>', ['b']],
    [
      'hidden sections',
      '<text:section text:display="none"><text:p>a</text:p></text:section><text:section text:display="condition" text:is-hidden="true"><text:p>b</text:p></text:section><text:section text:display="condition"><text:p>c</text:p></text:section>',
      ['c'],
    ],
    [
      'hidden fields',
      '<text:p>a<text:variable-set text:display="none">b</text:variable-set><text:hidden-text text:is-hidden="true">c</text:hidden-text><text:hidden-text text:is-hidden="false">d</text:hidden-text></text:p>',
      ['ad'],
    ],
    [
      'a paragraph hidden by a field',
      '<text:p>a<text:hidden-paragraph text:is-hidden="true"/></text:p><text:p>b<text:hidden-paragraph text:is-hidden="false"/></text:p>',
      ['b'],
    ],
    [
      'deleted text',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="1"/>b<text:change-start/>c<text:change-end/></text:p>',
      ['abc'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await texts({ body, automatic: hidden })).toEqual(expected)
  })

  it('a document of pictures alone says so', async () => {
    const body = '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame></text:p>'
    expect((await read(body)).codes).toEqual(['odt/images-only'])
  })

  it('embedded objects are counted', async () => {
    const body =
      '<text:p>a<draw:frame><draw:object xlink:href="./Object 1"><text:p>x</text:p></draw:object><draw:image/></draw:frame></text:p>'
    const { blocks, codes } = await read(body)
    expect(textsOf(blocks)).toEqual(['a'])
    expect(codes).toEqual(['odt/embedded-object'])
  })
})

describe('stories', () => {
  it('text boxes and shapes come after the paragraph that they stand in', async () => {
    const body =
      '<text:p>a<draw:frame><draw:text-box><text:p>b</text:p><text:p>c</text:p></draw:text-box></draw:frame>d<draw:g><draw:custom-shape><svg:title>x</svg:title><text:p>e</text:p><draw:enhanced-geometry/></draw:custom-shape></draw:g></text:p><text:p>f</text:p>'
    expect(await texts(body)).toEqual(['ad', 'b', 'c', 'e', 'f'])
  })

  it('frames of a page stand where they are', async () => {
    const body =
      '<draw:frame text:anchor-type="page"><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame><text:p>a</text:p>'
    expect(await texts(body)).toEqual(['b', 'a'])
  })

  it('a text box in a hidden paragraph is hidden', async () => {
    const body =
      '<text:p text:style-name="HidP"><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p><text:p>a</text:p>'
    expect(await texts({ body, automatic: hidden })).toEqual(['a'])
  })

  it('notes, headers and footers are kept apart', async () => {
    const { blocks, furniture, codes } = await read({
      body: '<text:p>a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b</text:p>',
      page: '<style:header><text:p>h</text:p></style:header><style:header-left style:display="false"><text:p>x</text:p></style:header-left><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>',
    })
    expect(codes).toEqual([])
    expect(textsOf(blocks)).toEqual(['ab'])
    expect(furniture).toMatchObject([
      { text: 'h', places: [{ origin: { part: 'styles.xml' } }] },
      { text: '1' },
      { text: 'n', places: [{ origin: { part: 'content.xml' } }] },
    ])
  })

  it('a table of contents is no part of the text', async () => {
    const { blocks, furniture, codes } = await read(
      '<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>目录</text:p></text:index-title><text:p>一、a<text:tab/>1</text:p></text:index-body></text:table-of-content><text:p>b</text:p>',
    )
    expect(codes).toEqual([])
    expect(textsOf(blocks)).toEqual(['b'])
    expect(textsOf(furniture)).toEqual(['目录', '一、a\t1'])
  })

  it.each([
    [
      'its result',
      '<field:fieldmark-start field:type="vnd.oasis.opendocument.field.UNHANDLED"><field:param field:name="x" field:value="y"/></field:fieldmark-start>EQ code<field:fieldmark-separator/>b<field:fieldmark-end/>',
      'abc',
    ],
    [
      'no separator',
      '<field:fieldmark-start field:type="vnd.oasis.opendocument.field.FORMTEXT"/>b<field:fieldmark-end/>',
      'abc',
    ],
    [
      'a ticked box',
      '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark>',
      'a☒c',
    ],
    ['a box', '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"/>', 'a☐c'],
    [
      'a list',
      '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="甲"/><field:param field:name="Dropdown_ListEntry" field:value="乙"/><field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>',
      'a乙c',
    ],
  ])('of a field of Word %s', async (_, field, expected) => {
    expect(await texts(`<text:p>a${field}c</text:p>`)).toEqual([expected])
  })
})

describe('what the file says of itself', () => {
  it('title, author, times and program', async () => {
    const parts: Parts = {
      body: '<text:p>a</text:p>',
      files: {
        'meta.xml':
          '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>要点</dc:title><meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator><meta:creation-date>2023-01-02T03:04:05</meta:creation-date><meta:generator>G</meta:generator></office:meta></office:document-meta>',
      },
    }
    expect((await read(parts)).meta).toEqual({
      title: '要点',
      creator: 'A',
      created: '2023-01-02T03:04:05',
      application: 'G',
    })
  })
})
