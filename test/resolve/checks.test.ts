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
