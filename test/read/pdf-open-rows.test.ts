/** What shows rows, merged columns and second tables where no vertical line does. */
import { describe, expect, it } from 'vitest'
import { line, text } from './made-pdf.ts'
import { onlyTable, read, rows, texts } from './read-pdf.ts'

const xs = [60, 100, 300, 420]
/** Cells of 12 point type, each with its lines 18 points apart, from a top. */
const cells = (y: number, ...list: (string | undefined)[]) =>
  list.flatMap((cell, i) => (cell ?? '').split('/').map((part, k) => text(xs[i]!, y + 18 * k, part)))
const page = (...content: string[][]) => ({ content: content.flat().join('\n') })
const head = ['序号', '工作任务', '牵头单位', '完成时限']
const long = '加快建设政务服务大厅综合窗口改革'

describe('rows of a table without lines', () => {
  it('parts rows set without white between them by their numbers', async () => {
    const { content } = await read([
      page(
        cells(100, ...head),
        cells(118, '1', `${long}/及时回应社会关切`, '发改委', '年底前'),
        cells(154, '2', `${long}/形成可复制经验/做法。`, '财政局', '年底前'),
        cells(208, '3', '公开收费', '财政局', '年底前'),
        cells(226, '4', `${long}/公开清单`, '司法局', '年底前'),
      ),
    ])
    expect(rows(onlyTable(content))).toEqual([
      head.join('|'),
      `1|${long}/及时回应社会关切|发改委|年底前`,
      `2|${long}/形成可复制经验/做法。|财政局|年底前`,
      '3|公开收费|财政局|年底前',
      `4|${long}/公开清单|司法局|年底前`,
    ])
  })

  it('keeps the lines of cells together that stand in the middle of their rows', async () => {
    const middle = (y: number, n: string) => [
      ...cells(y, undefined, `${long}/建立工作台账并逐项销号，确保按时/保质完成`),
      ...cells(y + 18, n, undefined, '发改委', '年底前'),
    ]
    const { content } = await read([
      page(cells(100, ...head), middle(120, '1'), middle(176, '2'), middle(232, '3')),
    ])
    expect(rows(onlyTable(content)).map((r) => r.split('|')[0])).toEqual(['序号', '1', '2', '3'])
  })

  it('keeps a row whole that the page’s edge cuts, though its cells then begin at its top', async () => {
    const middle = (y: number, n: string) => [
      ...cells(y, undefined, `${long}/建立工作台账并逐项销号，确保按时/保质完成`),
      ...cells(y + 18, n, undefined, '发改委', '年底前'),
    ]
    const cut = cells(
      288,
      '4',
      `${long}/建立工作台账并逐项销号，确保按时/保质完成并加强统筹协调确保落实`,
      '发改委',
      '年底前',
    )
    const { content } = await read([
      page(cells(100, ...head), middle(120, '1'), middle(176, '2'), middle(232, '3'), cut),
    ])
    expect(rows(onlyTable(content)).map((r) => r.split('|')[0])).toEqual(['序号', '1', '2', '3', '4'])
  })

  it('goes on to rows none of whose lines stand beside another, and to no signature', async () => {
    const apart = (y: number, task: string, unit: string) => [
      ...cells(y, undefined, `${task}/形成可复制经验`),
      text(300, y + 9, unit),
    ]
    const { content } = await read([
      page(
        [text(100, 100, '工作任务'), text(300, 100, '牵头单位'), text(420, 100, '完成时限')],
        ...[1, 2, 3].map((n) => [...cells(100 + 24 * n, undefined, '公开收费', '财政局', '年底前')]),
        ...[apart(196, long, '司法局'), apart(238, long, '民政局')],
        [text(380, 340, '某某市人民政府办公室'), text(400, 360, '二〇二三年一月一日')],
      ),
    ])
    const table = content.blocks.find((b) => b.type === 'table')!
    expect(rows(table).slice(4)).toEqual([`${long}/形成可复制经验|司法局|`, `${long}/形成可复制经验|民政局|`])
    expect(texts(content.blocks.slice(1))).toEqual(['某某市人民政府办公室', '二〇二三年一月一日'])
  })

  it('gives text set centred to its column, though it begins further left than the rest', async () => {
    const dated = (y: number, n: number, due: string) => [
      ...cells(y, `${n}`, '公开收费', '财政局'),
      text(450 - 6 * due.length, y, due),
    ]
    const wide = '今年十二月底前'
    const { content } = await read([
      page(
        cells(100, ...head),
        ...[1, 2, 3, 4, 5, 6].map((n) => dated(100 + 30 * n, n, n === 4 ? wide : '年底前')),
      ),
    ])
    expect(rows(onlyTable(content))[4]).toBe(`4|公开收费|财政局|${wide}`)
  })

  it('has no column edge where a quarter of an em is set between figures and Chinese', async () => {
    const dated = (y: number, n: number, month: string) => [
      ...cells(y, `${n}`, '公开收费', '财政局'),
      text(420, y, month),
      text(420 + 12 * month.length + 3, y, '月底前'),
    ]
    const { content } = await read([
      page(cells(100, ...head), ...[1, 2, 3, 4, 5].map((n) => dated(100 + 30 * n, n, n < 4 ? '6' : '11'))),
    ])
    expect(rows(onlyTable(content))[1]).toBe('1|公开收费|财政局|6月底前')
  })
})

describe('merged columns', () => {
  const task = (y: number, n: number) => [text(330, y, `${n}.落实任务`), text(450, y, '发改委')]
  const heads = [
    text(60, 100, '一级任务'),
    text(190, 100, '二级任务'),
    text(330, 100, '任务'),
    text(450, 100, '单位'),
  ]
  const tasks = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => task(100 + 40 * n, n))
  const labels = [
    ...[text(60, 200, '一、简政放权'), text(60, 340, '二、公正监管')],
    ...[text(190, 160, '（一）减证'), text(190, 240, '（二）减费'), text(190, 340, '（一）执法')],
  ]
  const merged = [
    '一级任务|二级任务|任务|单位',
    '^4一、简政放权|^2（一）减证|1.落实任务|发改委',
    '2.落实任务|发改委',
    '^2（二）减费|3.落实任务|发改委',
    '4.落实任务|发改委',
    '^3二、公正监管|^3（一）执法|5.落实任务|发改委',
    '6.落实任务|发改委',
    '7.落实任务|发改委',
  ]

  it('gives each of two columns the rows in whose middle its text stands', async () => {
    const { content } = await read([page(heads, tasks, labels)])
    expect(rows(onlyTable(content))).toEqual(merged)
  })

  it('takes the rules that end before a column for its edges', async () => {
    const rules = [
      line(50, 84, 520, 84),
      line(50, 118, 520, 118),
      ...[158, 238, 318, 358].map((y) => line(325, y, 520, y)),
      line(185, 198, 520, 198),
      line(50, 278, 520, 278),
      line(50, 398, 520, 398),
    ]
    const { content } = await read([page(heads, tasks, labels, rules)])
    expect(rows(onlyTable(content))).toEqual(merged)
  })

  it('fills no blank cell right of the tasks', async () => {
    const blank = (y: number, task: string, requirement: string) => [
      text(60, y, task),
      text(240, y, requirement),
      text(450, y, '发改委'),
    ]
    const { content } = await read([
      page(
        blank(100, '工作任务', '工作要求'),
        ...[1, 2, 3, 4, 5, 6].map((n) =>
          blank(100 + 40 * n, `${n}.公开规划信息`, n % 3 === 1 ? '设立专栏' : ''),
        ),
      ),
    ])
    expect(rows(onlyTable(content)).slice(1, 4)).toEqual([
      '1.公开规划信息|设立专栏|发改委',
      '2.公开规划信息||发改委',
      '3.公开规划信息||发改委',
    ])
  })

  it('joins a numbered label that the page’s edge cuts', async () => {
    const row = (y: number, n: number) => [
      text(190, y, `${n}`),
      text(230, y, '落实各项任务'),
      text(420, y, '发改委'),
    ]
    const headRow = [
      text(60, 60, '重点工作'),
      text(190, 60, '序号'),
      text(230, 60, '任务'),
      text(420, 60, '单位'),
    ]
    const first = [1, 2, 3, 4, 5, 6].flatMap((n) => row(60 + 120 * n, n))
    const { content } = await read([
      page(headRow, first, [text(60, 300, '一、深化决策公开'), text(60, 780, '二、保障和改善民')]),
      page(
        [7, 8, 9].flatMap((n) => row(60 + 120 * (n - 7), n)),
        [text(60, 60, '生')],
      ),
    ])
    const table = onlyTable(content)
    expect(table.cells.filter((c) => c.col === 0).map((c) => c.text.replace(/\s/g, ''))).toContain(
      '二、保障和改善民生',
    )
  })
})

describe('tables under one another', () => {
  const two = (y: number, at: readonly number[], ...list: string[]) => list.map((t, i) => text(at[i]!, y, t))
  const a = [60, 200, 420]
  const b = [60, 260, 380]
  const first = [
    ...two(100, a, '事项', '任务', '单位'),
    ...two(130, a, '公开规划', '编制清单', '发改委'),
    ...two(160, a, '公开预算', '汇总上报', '财政局'),
  ]

  it('begins another where the head comes again, with columns of its own', async () => {
    const { content } = await read([
      page(
        first,
        [text(60, 200, '二、第二批任务')],
        [
          ...two(230, b, '事项', '任务', '单位'),
          ...two(260, b, '公开收费', '开展评估', '司法局'),
          ...two(290, b, '公开标准', '设立专栏', '住建局'),
        ],
      ),
    ])
    expect(content.blocks.map((x) => (x.type === 'table' ? rows(x) : x.text))).toEqual([
      ['事项|任务|单位', '公开规划|编制清单|发改委', '公开预算|汇总上报|财政局'],
      '二、第二批任务',
      ['事项|任务|单位', '公开收费|开展评估|司法局', '公开标准|设立专栏|住建局'],
    ])
  })

  it('begins none where the head stands at the top of the next page', async () => {
    const { content } = await read([
      page(first),
      page([
        ...two(60, a, '事项', '任务', '单位'),
        ...two(90, a, '公开收费', '开展评估', '司法局'),
        ...two(120, a, '公开标准', '设立专栏', '住建局'),
      ]),
    ])
    expect(rows(onlyTable(content))).toHaveLength(5)
  })
})

describe('tables whose sides are open', () => {
  const down = (y0: number, y1: number) => [line(100, y0, 100, y1), line(300, y0, 300, y1)]
  const across = (...ys: number[]) => ys.map((y) => line(50, y, 520, y))
  const row = (y: number, n: string) => cells(y, n, '公开收费', '财政局')

  it('are one with their banners, also at the top of a page', async () => {
    const { content } = await read([
      page(across(80, 110, 140, 170, 200), down(80, 110), down(170, 200), row(100, '1'), row(190, '2'), [
        text(60, 130, '一、公开'),
        text(60, 160, '（一）预算'),
      ]),
      page(across(50, 80, 110), down(80, 110), row(100, '3'), [text(60, 70, '二、解读')]),
    ])
    expect(rows(onlyTable(content))).toEqual([
      '1|公开收费|财政局',
      '<3一、公开',
      '<3（一）预算',
      '2|公开收费|财政局',
      '<3二、解读',
      '3|公开收费|财政局',
    ])
  })

  it('are two where their columns differ or a text stands between', async () => {
    const other = [line(200, 140, 200, 170), line(400, 140, 400, 170)]
    const { content } = await read([
      page(across(80, 110, 140, 170), down(80, 110), other, row(100, '1'), [
        ...[text(60, 130, '单位'), text(60, 160, '甲'), text(220, 160, '乙'), text(420, 160, '丙')],
      ]),
      page(across(80, 110, 300, 330), down(80, 110), down(300, 330), row(100, '1'), row(320, '2'), [
        text(60, 200, '各单位要认真落实。'),
      ]),
    ])
    expect(content.blocks.filter((x) => x.type === 'table').length).toBeGreaterThanOrEqual(3)
    expect(content.blocks.some((x) => x.type === 'paragraph' && x.text.includes('认真落实'))).toBe(true)
  })
})
