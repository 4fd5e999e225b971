import { describe, expect, it } from 'vitest'
import { line, text } from './made-pdf.ts'
import { onlyTable, read, rows, texts } from './read-pdf.ts'

describe('tables without ruling lines', () => {
  const row = (y: number, a: string, b: string, c: string) => [
    text(60, y, a),
    text(200, y, b),
    text(420, y, c),
  ]

  it('finds columns by alignment, rows by white stripes', async () => {
    const { content } = await read([
      {
        content: [
          ...row(100, '工作任务', '工作要求', '责任单位'),
          ...row(140, '1.公开规划', '设立专栏集中展示各类规划并', '发改委'),
          text(200, 157, '及时更新'),
          ...row(190, '2.公开预算', '按时公开', '财政局'),
          ...row(230, '3.公开收费', '公开清单', '财政局'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '工作任务|工作要求|责任单位',
      '1.公开规划|设立专栏集中展示各类规划并/及时更新|发改委',
      '2.公开预算|按时公开|财政局',
      '3.公开收费|公开清单|财政局',
    ])
  })

  it('keeps a column that is empty but for its heading', async () => {
    const { content } = await read([
      {
        content: [
          ...row(100, '工作任务', '工作要求', '责任单位'),
          ...[1, 2, 3, 4].flatMap((n) => [
            text(60, 100 + 40 * n, `${n}.公开规划`),
            text(420, 100 + 40 * n, '发改委'),
          ]),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content)).slice(0, 2)).toEqual(['工作任务|工作要求|责任单位', '1.公开规划||发改委'])
  })

  it('spans a first column that is set in the middle of its rows', async () => {
    const task = (y: number, n: number) => [text(200, y, `${n}.落实任务`), text(420, y, '发改委')]
    const { content } = await read([
      {
        content: [
          ...row(100, '重点工作', '任务', '责任单位'),
          ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => task(100 + 40 * n, n)),
          text(60, 180, '简政放权'),
          text(60, 320, '公正监管'),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '重点工作|任务|责任单位',
      '^3简政放权|1.落实任务|发改委',
      '2.落实任务|发改委',
      '3.落实任务|发改委',
      '^4公正监管|4.落实任务|发改委',
      '5.落实任务|发改委',
      '6.落实任务|发改委',
      '7.落实任务|发改委',
    ])
  })

  it('keeps a label that stands below the last row with the label above it', async () => {
    const task = (y: number, n: number) => [text(200, y, `${n}.落实任务`), text(420, y, '发改委')]
    const { content } = await read([
      {
        content: [
          ...row(100, '重点工作', '任务', '责任单位'),
          ...[1, 2, 3, 4].flatMap((n) => task(100 + 40 * n, n)),
          text(60, 160, '简政'),
          text(60, 280, '放权'),
          text(60, 310, '公正'),
        ].join('\n'),
      },
    ])
    expect(texts(content.blocks).join('')).toMatch(/简政.*放权.*公正/s)
  })

  it('leaves numbered paragraphs alone', async () => {
    const { content } = await read([
      {
        content: ['一', '二', '三', '四']
          .flatMap((n, i) => [text(57, 100 + 30 * i, `${n}、`), text(100, 100 + 30 * i, '做好各项公开工作')])
          .join('\n'),
      },
    ])
    expect(content.blocks.every((b) => b.type === 'paragraph')).toBe(true)
    expect(content.blocks).toHaveLength(4)
  })

  it('reads a table of three rules: its head, its rows', async () => {
    const rule = (y: number) => line(50, y, 520, y)
    const { content } = await read([
      {
        content: [
          rule(84),
          ...row(100, '指标', '目标值', '责任单位'),
          rule(108),
          ...row(126, '办件时限压减率', '60%', '市发展改革委'),
          ...row(146, '网上可办率', '95%', '市财政局'),
          ...row(166, '好差评满意率', '98%', '市司法局'),
          rule(176),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '指标|目标值|责任单位',
      '办件时限压减率|60%|市发展改革委',
      '网上可办率|95%|市财政局',
      '好差评满意率|98%|市司法局',
    ])
  })

  it('parts rows by the rules between them where there are only horizontal ones', async () => {
    const rule = (y: number) => line(50, y, 520, y)
    // Without the rules the second line of a cell would be a row: it does not go on from a full line.
    const { content } = await read([
      {
        content: [
          rule(84),
          ...row(100, '工作任务', '工作要求', '责任单位'),
          rule(108),
          ...row(124, '公开规划', '设立专栏', '发改委'),
          ...row(141, '及其解读', '及时更新', '司法局'),
          rule(150),
          ...row(166, '公开预算', '按时公开', '财政局'),
          rule(174),
          ...row(190, '公开收费', '公开清单', '财政局'),
          rule(198),
        ].join('\n'),
      },
    ])
    expect(rows(onlyTable(content))).toEqual([
      '工作任务|工作要求|责任单位',
      '公开规划/及其解读|设立专栏/及时更新|发改委/司法局',
      '公开预算|按时公开|财政局',
      '公开收费|公开清单|财政局',
    ])
  })

  it('parts tables side by side where the rules of one end before those of the other begin', async () => {
    const rules = (y: number) => [line(50, y, 280, y), line(310, y, 540, y)]
    const two = (y: number, a: string, b: string, c: string, d: string) => [
      text(55, y, a),
      text(180, y, b),
      text(315, y, c),
      text(440, y, d),
    ]
    const { content } = await read([
      {
        content: [
          ...rules(84),
          ...two(100, '事项', '单位', '任务', '时限'),
          ...rules(108),
          ...two(126, '公开规划', '发改委', '编制清单', '三月底前'),
          ...two(146, '公开预算', '财政局', '汇总上报', '六月底前'),
          ...two(166, '公开收费', '司法局', '开展评估', '年底前'),
          ...rules(176),
        ].join('\n'),
      },
    ])
    expect(content.blocks.map((b) => (b.type === 'table' ? rows(b) : b.text))).toEqual([
      ['事项|单位', '公开规划|发改委', '公开预算|财政局', '公开收费|司法局'],
      ['任务|时限', '编制清单|三月底前', '汇总上报|六月底前', '开展评估|年底前'],
    ])
  })

  it('parts tables side by side whose head comes twice', async () => {
    const two = (y: number, a: string, b: string, c: string, d: string) => [
      text(55, y, a),
      text(180, y, b),
      text(315, y, c),
      text(440, y, d),
    ]
    const { content } = await read([
      {
        content: [
          text(240, 60, '责任清单', 18),
          ...two(100, '事项', '单位', '事项', '单位'),
          ...two(126, '公开规划', '发改委', '公开招标', '住建局'),
          ...two(146, '公开预算', '财政局', '公开标准', '市监局'),
          ...two(166, '公开收费', '司法局', '公开名录', '民政局'),
        ].join('\n'),
      },
    ])
    expect(content.blocks.map((b) => (b.type === 'table' ? rows(b) : b.text))).toEqual([
      '责任清单',
      ['事项|单位', '公开规划|发改委', '公开预算|财政局', '公开收费|司法局'],
      ['事项|单位', '公开招标|住建局', '公开标准|市监局', '公开名录|民政局'],
    ])
  })
})
