import { describe, expect, it } from 'vitest'
import { text } from './made-pdf.ts'
import { onlyTable, read, rows } from './read-pdf.ts'

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
})
