import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../src/document.ts'
import {
  deleted,
  docFile,
  hidden,
  inTable,
  type Para,
  plfLfo,
  plfLst,
  row,
  type Spec,
  sprm,
  stsh,
  u16,
  u32,
} from './doc/build.ts'
import { lines, read, textsOf } from './doc/read.ts'

const paragraphs = (...main: Spec['main']) => lines(docFile({ main }))
const first = async (spec: Spec) => (await read(docFile(spec))).content.blocks[0] as Paragraph
const para = (...runs: Para['runs']): Para => ({ runs })

describe('text', () => {
  it('is the paragraphs that are not blank', async () => {
    expect(await paragraphs('关于印发', '', '　　第一段', ' \t')).toEqual(['关于印发', '　　第一段'])
  })

  it('keeps its character positions', async () => {
    const { places } = await first({ main: [para('甲乙', { text: '丙', sprms: hidden }, '丁')] })
    expect(places.map((p) => [p.start, p.end, p.origin])).toEqual([
      [0, 2, { kind: 'part', part: 'WordDocument', path: 'cp[0,2)' }],
      [2, 3, { kind: 'part', part: 'WordDocument', path: 'cp[3,4)' }],
    ])
  })

  it('has line breaks, hyphens and no control characters', async () => {
    expect(await paragraphs('一\u000b二\u001e三\u001f四\u0002\u0005五\t六')).toEqual([
      '一\n二\u2011三\u00ad四五\t六',
    ])
  })

  it('is broken by a new page only between two texts', async () => {
    expect(await paragraphs('\f一、', '二\f三\f')).toEqual(['一、', '二\n三'])
  })

  it('ends a paragraph where a section ends', async () => {
    expect(await paragraphs({ runs: ['一'], mark: '\f' }, '二')).toEqual(['一', '二'])
  })

  it('of one byte a character is decoded by the language', async () => {
    const bytes = [...Buffer.from('d5feb8ae', 'hex'), 0x61, 0x0d]
    expect(await lines(docFile({ main: ['....a'], bytes, language: 0x804 }))).toEqual(['政府a'])
  })

  it('has symbols in place of the brackets that stand for them', async () => {
    const fonts = [
      ...u16(1),
      ...u16(0),
      39 + 20,
      ...new Array<number>(39).fill(0),
      ...[...'Wingdings\0'].flatMap((c) => u16(c.charCodeAt(0))),
    ]
    const symbol = sprm(0x6a09, ...u16(0), ...u16(0xf0fe))
    const main = [para({ text: '(', sprms: [...sprm(0x0855, 1), ...symbol] }, '同意(是)')]
    expect(await lines(docFile({ main, parts: { 15: fonts } }))).toEqual(['🗹同意(是)'])
  })
})

describe('what is not to be seen', () => {
  it('is left out: deleted and hidden runs', async () => {
    const against = sprm(0x0800, 0x81)
    expect(
      await paragraphs(para('甲', { text: '乙', sprms: deleted }, '丙', { text: '丁', sprms: against })),
    ).toEqual(['甲丙'])
  })

  it('may be hidden by its style, and shown by itself', async () => {
    const parts = { 1: stsh([{}, { characters: hidden }, { base: 1 }]) }
    const main = [
      { runs: ['藏', { text: '见', sprms: sprm(0x083c, 0) }], markSprms: sprm(0x083c, 0), style: 2 },
      { runs: ['也见', { text: '藏', sprms: sprm(0x083c, 0x81) }] },
    ]
    expect(await lines(docFile({ main, parts }))).toEqual(['见', '也见'])
  })

  it('joins paragraphs whose mark is deleted, under the last one’s properties', async () => {
    const main = [
      { runs: ['前'], markSprms: deleted, sprms: sprm(0x2403, 2) },
      { runs: ['后'], sprms: sprm(0x2403, 1) },
    ]
    expect(await first({ main })).toMatchObject({ text: '前后', align: 'center' })
  })

  it('joins paragraphs whose mark is hidden, under the first one’s properties', async () => {
    const main = [
      { runs: ['前'], markSprms: sprm(0x0818, 1), sprms: sprm(0x2640, 0) },
      { runs: ['后'], sprms: sprm(0x2640, 9) },
    ]
    expect(await first({ main })).toMatchObject({ text: '前后', level: 1 })
  })

  it('does not join what stands before a table to its first cell', async () => {
    const main = [{ runs: ['前'], markSprms: deleted }, ...row(['甲'], [0, 1000])]
    expect(await lines(docFile({ main }))).toEqual(['前', '[table]'])
  })
})

describe('fields', () => {
  it('are reduced to their results', async () => {
    expect(await paragraphs('第\u0013 PAGE \u001412\u0015页')).toEqual(['第12页'])
    expect(await paragraphs('\u0013 IF \u0013 X \u00141\u0015=1 \u0014是\u0015')).toEqual(['是'])
    expect(await paragraphs('见\u0013 XE "索引" \u0015上')).toEqual(['见上'])
  })

  it('that are never closed hide nothing', async () => {
    expect(await paragraphs('甲\u0013乙', '丙\u0014丁')).toEqual(['甲乙', '丙丁'])
  })

  it('go on over paragraphs, in their code and in their result', async () => {
    expect(await paragraphs('甲\u0013 X', 'Y \u0014乙', '丙\u0015丁')).toEqual(['甲乙', '丙丁'])
  })

  it('of links give the link', async () => {
    const { content } = await read(
      docFile({ main: ['见\u0013 HYPERLINK "http://a.cn/1.doc" \u0014附件\u0015。'] }),
    )
    expect(textsOf(content.blocks)).toEqual(['见附件。'])
    expect(content.links).toEqual([{ text: '附件', href: 'http://a.cn/1.doc' }])
  })

  it('of a table of contents are not of the text', async () => {
    const { content } = await read(
      docFile({ main: ['\u0013 TOC \\o \u0014一、总则\t1', '二、附则\t2\u0015', '一、总则'] }),
    )
    expect(textsOf(content.blocks)).toEqual(['一、总则'])
    expect(textsOf(content.furniture)).toEqual(['一、总则\t1', '二、附则\t2'])
  })

  it('whose result the file does not hold are reported', async () => {
    const { messages } = await read(docFile({ main: ['\u0013 AUTONUM \u0015总则'] }))
    expect(messages).toEqual(['doc/field-without-result'])
  })

  it('of objects are reported', async () => {
    const { messages } = await read(docFile({ main: ['表\u0013 EMBED Excel.Sheet.8 \u0014\u0001\u0015'] }))
    expect(messages).toEqual(['doc/embedded-object'])
  })

  it('of forms print their state', async () => {
    const data = [
      ...u32(0),
      ...u16(6),
      ...u32(0xffffffff),
      ...u16(1 | (1 << 2)),
      ...u32(0),
      ...u16(0),
      0,
      0,
      0,
      0,
    ]
    const picture = {
      text: '\u0001',
      sprms: [...sprm(0x0806, 1), ...sprm(0x6a03, ...u32(0)), ...sprm(0x0855, 1)],
    }
    const main = [para('\u0013 FORMCHECKBOX ', picture, '\u0014\u0015同意')]
    expect(await lines(docFile({ main, data }))).toEqual(['☒同意'])
  })
})

describe('levels and alignment', () => {
  it('come from the paragraph or its style', async () => {
    const parts = { 1: stsh([{}, { builtIn: 1 }, { base: 1, paragraph: sprm(0x2461, 1) }]) }
    const main = [
      { runs: ['标题'], style: 2 },
      { runs: ['正文'], style: 2, sprms: sprm(0x2640, 9) },
    ]
    const { content } = await read(docFile({ main, parts }))
    expect(content.blocks).toMatchObject([
      { text: '标题', level: 1, align: 'center' },
      { text: '正文', align: 'center' },
    ])
    expect(content.blocks[1]).not.toHaveProperty('level')
  })

  it('do not hang on styles that are based on each other', async () => {
    const parts = { 1: stsh([{ base: 1 }, { base: 0, builtIn: 2 }]) }
    expect(await first({ main: [{ runs: ['标题'], style: 1 }], parts })).toMatchObject({ level: 2 })
  })
})

describe('automatic numbers', () => {
  const notices = [
    { nfc: 39, text: '\u0000、' },
    { nfc: 39, text: '（\u0001）' },
    { nfc: 0, text: '\u0000.\u0001.\u0002', follow: 1, flags: 4 },
  ]
  const parts = (uses: Parameters<typeof plfLfo>[0] = [{ id: 5 }], styles: number[] = []) => ({
    73: plfLst([{ id: 5, levels: notices, styles }]),
    74: plfLfo(uses),
  })
  const numbered = (text: string, level = 0, index = 1): Para => ({
    runs: [text],
    sprms: [...sprm(0x460b, ...u16(index)), ...sprm(0x260a, level)],
  })

  it('stand before the text, with a place of their own', async () => {
    const { content } = await read(
      docFile({
        main: [numbered('总则'), numbered('目标', 1), numbered('数字', 2), numbered('附则')],
        parts: parts(),
      }),
    )
    expect(textsOf(content.blocks)).toEqual(['一、总则', '（一）目标', '1.1.1 数字', '二、附则'])
    expect(content.blocks[0]).toMatchObject({
      marker: '一、',
      places: [
        { start: 0, end: 2, origin: { path: 'PlfLfo[1]/lvl[0]' } },
        { start: 2, end: 4, origin: { path: 'cp[0,2)' } },
      ],
    })
  })

  it('are printed in paragraphs without text', async () => {
    expect(await lines(docFile({ main: [numbered(''), numbered('')], parts: parts() }))).toEqual([
      '一、',
      '二、',
    ])
  })

  it('typed already are not doubled', async () => {
    const main = [numbered('一、总则'), numbered('二、附则')]
    const { content } = await read(docFile({ main, parts: parts() }))
    expect(textsOf(content.blocks)).toEqual(['一、总则', '二、附则'])
    expect(content.blocks[0]).not.toHaveProperty('marker')
  })

  it('begin anew where a use of the list says so, once', async () => {
    const main = [numbered('甲'), numbered('乙', 0, 2), numbered('丙', 0, 2), numbered('丁')]
    const uses = [{ id: 5 }, { id: 5, starts: [[0, 1]] as [number, number][] }]
    expect(await lines(docFile({ main, parts: parts(uses) }))).toEqual([
      '一、甲',
      '一、乙',
      '二、丙',
      '三、丁',
    ])
  })

  it('come from the style, at the level that is tied to it', async () => {
    const styles = stsh([{}, {}, { paragraph: sprm(0x460b, ...u16(1)) }])
    const main = [
      { runs: ['甲'], style: 2 },
      { runs: ['乙'], style: 2, sprms: sprm(0x460b, 0, 0) },
      { runs: ['丙'], style: 2, sprms: sprm(0x260a, 0) },
    ]
    const all = { ...parts([{ id: 5 }], [0xfff, 2]), 1: styles }
    expect(await lines(docFile({ main, parts: all }))).toEqual(['（一）甲', '乙', '二、丙'])
  })

  it('are kept by a paragraph with indents of its own, and taken away by -2047', async () => {
    const main = [numbered('甲', 0, -1), numbered('乙', 0, -2047)]
    expect(await lines(docFile({ main, parts: parts() }))).toEqual(['一、甲', '乙'])
  })

  it('do not count paragraphs that are deleted', async () => {
    const gone: Para = { ...numbered(''), runs: [{ text: '删', sprms: deleted }], markSprms: deleted }
    expect(await lines(docFile({ main: [numbered('甲'), gone, numbered('乙')], parts: parts() }))).toEqual([
      '一、甲',
      '二、乙',
    ])
  })

  it('are missing, and reported, where the lists are damaged', async () => {
    const damaged = { ...parts(), 73: parts()[73].slice(0, 60) }
    const { content, messages } = await read(docFile({ main: [numbered('甲')], parts: damaged }))
    expect(textsOf(content.blocks)).toEqual(['甲'])
    expect(messages).toContain('doc/part-damaged')
  })
})

describe('other stories', () => {
  it('headers are furniture, without the lines that part notes', async () => {
    const plc = [0, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5, 6].flatMap(u32)
    const { content } = await read(
      docFile({ main: ['正文'], headers: ['线', '页眉', ''], parts: { 11: plc } }),
    )
    expect(textsOf(content.blocks)).toEqual(['正文'])
    expect(textsOf(content.furniture)).toEqual(['页眉'])
  })

  it('footnotes are furniture, comments are left out', async () => {
    const { content } = await read(
      docFile({ main: ['正文\u0002'], footnotes: ['\u0002注释'], annotations: ['批注'] }),
    )
    expect(textsOf(content.blocks)).toEqual(['正文'])
    expect(textsOf(content.furniture)).toEqual(['注释'])
  })

  const boxes = (shapes: number[], ends: number[]) => [
    ...[0, ...ends].flatMap(u32),
    ...u32(ends.at(-1)! + 1),
    ...shapes.flatMap((s) => [...u32(1), ...u32(0), ...u16(0), ...u32(0), ...u32(s), ...u32(0)]),
    ...new Array<number>(22).fill(0),
  ]
  const anchors = (cps: number[], shapes: number[]) => [
    ...cps.flatMap(u32),
    ...u32(99),
    ...shapes.flatMap((s) => [...u32(s), ...new Array<number>(22).fill(0)]),
  ]

  it('text boxes stand after the paragraph that they are anchored in', async () => {
    const main = ['某某市文件\b', '正文\b', '末']
    const parts = { 56: boxes([7, 9, 8], [3, 6, 9]), 40: anchors([5, 9], [8, 7]) }
    const texts = await lines(docFile({ main, textBoxes: ['框甲', '框乙', '框丙'], parts }))
    // The shape 9 is anchored nowhere: its text comes last.
    expect(texts).toEqual(['某某市文件', '框丙', '正文', '框甲', '末', '框乙'])
  })

  it('text boxes in a group are anchored with the group', async () => {
    const record = (type: number, content: number[]) => [
      ...u16(15),
      ...u16(type),
      ...u32(content.length),
      ...content,
    ]
    const shape = (id: number) =>
      record(0xf004, [...u16(2), ...u16(0xf00a), ...u32(8), ...u32(id), ...u32(0)])
    const group = record(0xf003, [...shape(20), ...shape(21)])
    const art = record(0xf002, record(0xf003, [...shape(1), ...group, ...shape(30)]))
    const parts = { 56: boxes([21], [3]), 40: anchors([1], [20]), 50: art }
    expect(await lines(docFile({ main: ['甲\b', '乙'], textBoxes: ['框'], parts }))).toEqual([
      '甲',
      '框',
      '乙',
    ])
  })

  it('text boxes in deleted text are deleted with it', async () => {
    const main = [para('甲', { text: '\b', sprms: deleted })]
    const parts = { 56: boxes([7], [3]), 40: anchors([1], [7]) }
    expect(await lines(docFile({ main, textBoxes: ['框'], parts }))).toEqual(['甲'])
  })
})

describe('what a file says of itself', () => {
  it('is a hint, in the code page that it names', async () => {
    const title = [...Buffer.from('cda8d6aa', 'hex'), 0, 0, 0, 0]
    const set = [
      ...u32(0),
      ...u32(2),
      ...[1, 24, 2, 32].flatMap(u32),
      ...u32(2),
      ...u16(936),
      ...u16(0),
      ...u32(0x1e),
      ...u32(title.length),
      ...title,
    ]
    const summary = Uint8Array.from([...new Array<number>(44).fill(0), ...u32(48), ...set])
    const { content } = await read(
      docFile({ main: ['正文'], streams: { '\u0005SummaryInformation': summary } }),
    )
    expect(content.meta).toEqual({ title: '通知' })
  })
})

describe('tables in text', () => {
  it('an empty cell has no blocks', async () => {
    const cell = (text: string): Para => ({ runs: [text], mark: '\u0007', sprms: inTable })
    const { content, messages } = await read(docFile({ main: [cell('甲'), cell('')] }))
    const [block] = content.blocks
    expect(block?.type === 'table' && block.cells.map((c) => c.blocks.length)).toEqual([1, 0])
    expect(messages).toEqual(['doc/rows-undefined'])
  })
})
