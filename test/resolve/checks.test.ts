import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/generated/notice.ts'
import { parse } from '../../src/pipeline.ts'

const read = (text: string) => parse({ name: 'a.txt', bytes: Buffer.from(text) })
const codes = async (text: string) => (await read(text)).messages.map((m) => m.code)

/** Items of a plan, each with its bracket unless it says otherwise. */
const plan = (items: readonly string[]) =>
  [
    '含山县2021年政务公开工作要点',
    '一、做好公开',
    ...items.map((text, i) => `（${'一二三四五六七八九'[i]}）${text}`),
  ].join('\n')
const item = (n: number) =>
  `公开第${n}类信息。按月在网站公开第${n}类信息，做到及时准确。（责任单位：县财政局）`

describe('what shows only beside the other tasks', () => {
  const six = [1, 2, 3, 4, 5, 6].map(item)

  it('nothing, in a plan without faults', async () => {
    const { messages, review } = await read(plan(six))
    expect(messages).toEqual([])
    expect(review).toEqual([])
  })

  it('a task without a unit, where the others have one', async () => {
    const text = plan([...six, '做好培训。组织人员参加培训，提高业务能力。'])
    const { messages, review } = await read(text)
    expect(messages.map((m) => m.code)).toEqual(['task/unit-missing'])
    expect(review).toEqual([
      { task: 't7', pointer: '/responsibleUnits', confidence: 0.594, reasons: ['task/unit-missing'] },
    ])
    expect(
      await codes(plan(['公开预算。按时公开预算。', '公开决算。按时公开决算。（责任单位：县财政局）'])),
    ).toEqual([])
  })

  it('the same task twice', async () => {
    expect(await codes(plan([...six, item(3)]))).toEqual(['task/repeated'])
    expect(await codes(plan([...six, item(3).replace('县财政局', '县审计局')]))).toEqual([])
    expect(await codes(plan([...six, item(3).replace(/（责任.*/, '')]))).toContain('task/repeated')
  })

  it('a requirement that is far longer than the others', async () => {
    const long = `公开规划。${'做好各类规划的主动公开工作，接受社会监督。'.repeat(40)}（责任单位：县发展改革委）`
    expect(await codes(plan([...six, long]))).toEqual(['task/requirement-long'])
  })

  it('a last task that stops without a mark, as where a page is lost', async () => {
    const cut = '公开规划。在政府门户网站设立专栏，集中公开本地区的历史规划并做好'
    const found = await codes(plan([...six, cut]))
    expect(found).toContain('notice/ends-abruptly')
    expect(await codes(plan([...six, `${cut}解读。（责任单位：县发展改革委）`]))).toEqual([])
  })
})

describe('tables', () => {
  const table = (...rows: string[]) =>
    ['含山县2021年政务公开任务分解表', '序号 | 工作任务 | 责任单位', ...rows].join('\n')
  const row = (n: string, text = `按时公开本部门第${n}类政府信息并做好解读回应。`) =>
    `${n} | ${text} | 县财政局`

  it('whose numbers skip are reported, whose numbers begin anew are not', async () => {
    expect(await codes(table(row('1'), row('2'), row('4'), row('5')))).toEqual(['clause/numbering'])
    expect(
      await codes(table(row('1'), row('2'), row('1', '公开其他信息一。'), row('2', '公开其他信息二。'))),
    ).toEqual([])
  })

  it('whose last task stops in mid-sentence', async () => {
    const rows = ['1', '2', '3', '4', '5'].map((n) => row(n))
    expect(
      await codes(table(...rows, row('6', '推进重点领域信息公开，全面公开各类规划计划和重大项目的批准以'))),
    ).toContain('notice/ends-abruptly')
    expect(await codes(table(...rows, row('6')))).toEqual([])
  })
})

describe('the notice’s own fields', () => {
  it('have a confidence, lower where a rule is weaker; a cited number says nothing of the own one', async () => {
    const { notice, review } = await read(
      [
        '厦门市人民政府办公厅关于印发2018年政务公开工作要点的通知',
        '厦府办〔2018〕92号',
        '各区人民政府：',
        '根据《国务院办公厅关于印发2018年政务公开工作要点的通知》（国办发〔201823号），制定本要点。',
        '一、公开预算。公开部门预算。（责任单位：市财政局）',
      ].join('\n'),
    )
    expect(notice.confidence).toMatchObject({ '/title': 0.99, '/documentNumber': 0.99, '/issuer': 0.911 })
    expect(review.filter((r) => r.task === null)).toEqual([])
  })
})

describe('confidence', () => {
  const confidence = async (text: string): Promise<Task['confidence'][]> =>
    (await read(text)).tasks.map((t) => t.confidence)

  it('is there for each field that is filled, and lower for weaker rules', async () => {
    const [first] = await confidence(plan([item(1).replace('按月', '6月底前')]))
    expect(first).toEqual({
      '/ordinal': 0.99,
      '/sections': 0.99,
      '/task': 0.99,
      '/requirement': 0.96,
      '/responsibleUnits': 0.99,
      '/deadlines': 0.95,
    })
  })

  it('of a row whose lead column is blank is lower for the lead alone, and the review says why', async () => {
    const table = [
      '含山县2021年政务公开任务分解表',
      '序号 | 工作任务 | 牵头单位 | 责任单位',
      '1 | 公开部门预算 | 县财政局 | 各部门',
      '2 | 公开部门决算 |  | 各部门',
      '3 | 公开重大项目 | 县发展改革委 | 各部门',
    ].join('\n')
    const { tasks, review } = await read(table)
    expect(tasks.map((t) => t.confidence['/leadUnits'])).toEqual([0.99, 0.792, 0.99])
    expect(tasks[1]!.confidence['/task']).toBe(0.99)
    expect(review).toEqual([
      { task: 't2', pointer: '/leadUnits', confidence: 0.792, reasons: ['unit/lead-blank'] },
    ])
  })

  it('puts the most doubtful first, the notice’s own fields among them', async () => {
    const { review } = await read(
      [
        '关于做好政务公开工作的通知',
        '一、公开预算。每年331日前公开部门预算。（责任单位：财政局）',
        '二、公开决算。（责任单位：张三）',
      ].join('\n'),
    )
    expect(review.map((r) => [r.task, r.pointer])).toEqual([
      [null, '/year'],
      ['t1', '/deadlines'],
      ['t2', '/responsibleUnits'],
    ])
    const sorted = [...review].sort((a, b) => a.confidence - b.confidence)
    expect(review).toEqual(sorted)
  })
})
