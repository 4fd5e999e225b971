/** Automatic numbers of .docx, as Word prints them. */
import { describe, expect, it } from 'vitest'
import { p, paragraphsOf, readBody, root, texts } from './docx/parts.ts'

/** A paragraph in a list. */
const item = (text: string, numId: number | null, level: number | null = 0, more = '') => {
  const at = level === null ? '' : `<w:ilvl w:val="${level}"/>`
  const list = numId === null ? '' : `<w:numId w:val="${numId}"/>`
  return p(text, `${more}<w:numPr>${at}${list}</w:numPr>`)
}

interface LevelXml {
  format?: string
  text?: string
  start?: number | null
  more?: string
}

const level = (
  at: number,
  { format = 'decimal', text = `%${at + 1}.`, start = 1, more = '' }: LevelXml = {},
) =>
  `<w:lvl w:ilvl="${at}">${start === null ? '' : `<w:start w:val="${start}"/>`}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const use = (numId: number, id: number, overrides = '') =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`
const style = (id: string, properties: string, more = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"${more}><w:name w:val="${id}"/>${properties}</w:style>`

async function printed(body: string, numbering: string, styles = ''): Promise<unknown[]> {
  const { blocks, codes } = await readBody(body, {
    'word/numbering.xml': root('numbering', numbering),
    'word/styles.xml': root('styles', styles),
  })
  expect(codes).toEqual([])
  return texts(blocks)
}

const nothing = { more: '<w:suff w:val="nothing"/>' }
const notice = list(
  0,
  level(0, { format: 'chineseCounting', text: '%1、' }),
  level(1, { format: 'chineseCountingThousand', text: '（%2）' }),
  level(2, { text: '%3.' }),
  level(3, { format: 'decimalEnclosedCircle', text: '%4', ...nothing }),
)

describe('labels', () => {
  it('of every level, deeper ones beginning again', async () => {
    const body = [
      item('总体要求', 1, 0),
      item('指导思想', 1, 1),
      item('目标', 1, 1),
      item('细化', 1, 2),
      item('再细化', 1, 3),
      item('重点任务', 1, 0),
      item('公开', 1, 1),
      item('服务', 1, 2),
    ].join('')
    expect(await printed(body, notice + use(1, 0))).toEqual([
      '一、总体要求',
      '（一）指导思想',
      '（二）目标',
      '1. 细化',
      '①再细化',
      '二、重点任务',
      '（一）公开',
      '1. 服务',
    ])
  })

  it('are a place of their own and the marker', async () => {
    const { blocks } = await readBody(item('公开', 1), {
      'word/numbering.xml': root('numbering', notice + use(1, 0)),
    })
    const part = 'word/document.xml'
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        id: '',
        text: '一、公开',
        marker: '一、',
        places: [
          { start: 0, end: 2, origin: { kind: 'part', part, path: 'w:p[1]/w:numPr' } },
          { start: 2, end: 4, origin: { kind: 'part', part, path: 'w:p[1]' } },
        ],
      },
    ])
  })

  it('are printed where the paragraph is empty', async () => {
    expect(
      await printed('<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>', notice + use(1, 0)),
    ).toEqual(['一、'])
  })

  it('are not doubled where they were typed as well, and count on', async () => {
    const { blocks } = await readBody(item('一、总体要求', 1) + item('重点任务', 1), {
      'word/numbering.xml': root('numbering', notice + use(1, 0)),
    })
    expect(paragraphsOf(blocks).map((b) => [b.text, b.marker])).toEqual([
      ['一、总体要求', undefined],
      ['二、重点任务', '二、'],
    ])
  })

  const formats: [string, string][] = [
    ['japaneseCounting', '二'],
    ['ideographTraditional', '乙'],
    ['ideographZodiac', '丑'],
    ['taiwaneseCounting', '二'],
    ['taiwaneseCountingThousand', '二'],
    ['chineseLegalSimplified', '贰'],
    ['ideographDigital', '二'],
    ['decimalFullWidth', '２'],
    ['decimalZero', '02'],
    ['upperLetter', 'B'],
    ['lowerRoman', 'ii'],
    ['unheardOf', '2'],
  ]
  for (const [format, second] of formats) {
    it(`in ${format}`, async () => {
      const lists = list(0, level(0, { format, text: '%1、' })) + use(1, 0)
      expect((await printed(item('甲', 1) + item('乙', 1), lists))[1]).toBe(`${second}、乙`)
    })
  }

  it('of a format given by example, and of one with a fallback', async () => {
    const choice = (format: string, example: string) =>
      `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="${example}"/></mc:Choice><mc:Fallback><w:numFmt w:val="${format}"/></mc:Fallback></mc:AlternateContent>`
    const custom = (at: number, alternate: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="7"/>${alternate}<w:lvlText w:val="%${at + 1}、"/></w:lvl>`
    const lists =
      list(0, custom(0, choice('decimal', '001, 002, 003, ...')), custom(1, choice('upperLetter', 'α, β'))) +
      use(1, 0)
    expect(await printed(item('甲', 1, 0) + item('乙', 1, 1), lists)).toEqual(['007、甲', 'G、乙'])
  })

  it('of several levels, of words around the number, of legal numbers', async () => {
    const lists =
      list(
        0,
        level(0, { format: 'chineseCounting', text: '第%1条' }),
        level(1, { text: '%1.%2' }),
        level(2, { text: '%1.%2.%3', more: '<w:isLgl/>' }),
        level(3, { format: 'none', text: '附件' }),
      ) + use(1, 0)
    expect(
      await printed(item('甲', 1, 0) + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1, 3), lists),
    ).toEqual(['第一条 甲', '一.1 乙', '1.1.1 丙', '附件 丁'])
  })

  it('are none for bullets, for none, for signs, for hidden ones', async () => {
    const lists =
      list(
        0,
        level(0, { format: 'bullet', text: '\uf06c' }),
        level(1, { format: 'none', text: '' }),
        level(2, { text: '●' }),
        level(3, { more: '<w:rPr><w:vanish/></w:rPr>' }),
      ) + use(1, 0)
    expect(
      await printed(item('甲', 1, 0) + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1, 3), lists),
    ).toEqual(['甲', '乙', '丙', '丁'])
  })
})

describe('counters', () => {
  it('begin at the start that the level has, or at zero where it has none', async () => {
    const lists = list(0, level(0, { start: 6 }), level(1, { start: null })) + use(1, 0)
    expect(await printed(item('甲', 1, 0) + item('乙', 1, 1), lists)).toEqual(['6. 甲', '0. 乙'])
  })

  it('go on through other uses of one list, and begin again where a use says so, once', async () => {
    const lists =
      list(0, level(0)) +
      use(1, 0) +
      use(2, 0) +
      use(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    const body = [1, 2, 3, 3, 1].map((n) => item('甲', n)).join('')
    expect(await printed(body, lists)).toEqual(['1. 甲', '2. 甲', '1. 甲', '2. 甲', '3. 甲'])
  })

  it('of a use that formats a level otherwise', async () => {
    const lists =
      list(0, level(0)) +
      use(1, 0) +
      use(
        2,
        0,
        `<w:lvlOverride w:ilvl="0">${level(0, { format: 'chineseCounting', text: '（%1）' })}</w:lvlOverride>`,
      )
    expect(await printed(item('甲', 1) + item('乙', 2), lists)).toEqual(['1. 甲', '（二）乙'])
  })

  it('of a level that never begins again, and of one that does after the first level only', async () => {
    const lists =
      list(
        0,
        level(0),
        level(1, { more: '<w:lvlRestart w:val="0"/>' }),
        level(2, { text: '%3)', more: '<w:lvlRestart w:val="1"/>' }),
      ) + use(1, 0)
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => item('甲', 1, at)).join('')
    expect(await printed(body, lists)).toEqual([
      '1. 甲',
      '1. 甲',
      '1) 甲',
      '2. 甲',
      '2) 甲',
      '2. 甲',
      '3. 甲',
      '1) 甲',
    ])
  })

  it('leave out what is deleted or hidden', async () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    const hidden = '<w:rPr><w:vanish/></w:rPr>'
    const lists = list(0, level(0)) + use(1, 0)
    const body =
      item('甲', 1) +
      `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>${deleted}</w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>` +
      `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>${hidden}</w:pPr><w:r>${hidden}<w:t>藏</w:t></w:r></w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del w:id="2" w:author="x"/></w:trPr><w:tc>${item('删', 1)}</w:tc></w:tr></w:tbl>` +
      item('乙', 1)
    expect(await printed(body, lists)).toEqual(['1. 甲', '2. 乙'])
  })

  it('leave out cells that a merge covers: a column of ordinals has no gap', async () => {
    const lists = list(0, level(0)) + use(1, 0)
    const row = (merge: string) =>
      `<w:tr><w:tc><w:tcPr><w:vMerge${merge}/></w:tcPr><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc></w:tr>`
    const body = `<w:tbl>${row(' w:val="restart"')}${row('')}${row(' w:val="restart"')}</w:tbl>`
    expect(await printed(body, lists)).toEqual([[['1.'], [], ['2.']]])
  })
})

describe('numbering through a style', () => {
  const lists =
    list(
      0,
      level(0, { format: 'chineseCounting', text: '%1、', more: '<w:pStyle w:val="h1"/>' }),
      level(1, { format: 'chineseCounting', text: '（%2）', more: '<w:pStyle w:val="h2"/>' }),
    ) + use(1, 0)
  const numbered = (ilvl: number | null) =>
    `<w:pPr><w:numPr>${ilvl === null ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="1"/></w:numPr></w:pPr>`
  const styles =
    style('h1', numbered(null)) +
    style('h2', numbered(null)) +
    style('derived', '<w:basedOn w:val="h2"/>') +
    style('plain', '<w:basedOn w:val="h1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
  const styled = (id: string, text: string, numPr = '') => p(text, `<w:pStyle w:val="${id}"/>${numPr}`)

  it('takes the level that is tied to the style, also through its base', async () => {
    expect(
      await printed(styled('h1', '甲') + styled('h2', '乙') + styled('derived', '丙'), lists, styles),
    ).toEqual(['一、甲', '（一）乙', '（二）丙'])
  })

  it('is taken away by numId 0, in the style or the paragraph', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    expect(
      await printed(styled('plain', '甲') + styled('h1', '乙', none) + styled('h1', '丙'), lists, styles),
    ).toEqual(['甲', '乙', '一、丙'])
  })

  it('of the default style', async () => {
    expect(
      await printed(
        '<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
        lists,
        style('h1', numbered(null), ' w:default="1"'),
      ),
    ).toEqual(['一、甲'])
  })

  it('through a numbering style (w:numStyleLink)', async () => {
    const linked =
      list(0, '<w:styleLink w:val="notice"/>', level(0, { format: 'chineseCounting', text: '%1、' })) +
      list(1, '<w:numStyleLink w:val="notice"/>') +
      use(1, 0) +
      use(2, 1)
    const numberingStyle = style(
      'notice',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
      '',
      'numbering',
    )
    expect(await printed(item('甲', 2) + item('乙', 1), linked, numberingStyle)).toEqual(['一、甲', '二、乙'])
  })

  it('ends where styles or lists lead in a circle', async () => {
    const circle =
      list(0, '<w:numStyleLink w:val="a"/>') + list(1, '<w:numStyleLink w:val="b"/>') + use(1, 0) + use(2, 1)
    const round =
      style('a', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', '', 'numbering') +
      style('b', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', '', 'numbering') +
      style('x', '<w:basedOn w:val="y"/>') +
      style('y', '<w:basedOn w:val="x"/>')
    expect(await printed(item('甲', 1) + styled('x', '乙') + item('丙', 99), circle, round)).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })
})
