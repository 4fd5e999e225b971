/** However a plan is laid out, its table holds the same tasks. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from './tables.ts'

interface Task {
  readonly top: number
  readonly sub: number
  readonly task: string
  readonly requirement: string
  readonly lead: string
  readonly responsible: string
  readonly supporting: string
  readonly time: string
}

const verbs = ['完善', '建立健全', '持续优化', '严格落实', '组织开展', '加快推进', '规范编制', '定期更新']
const things = [
  '政策文件库',
  '政务服务事项清单',
  '基层公开标准目录',
  '信息发布审核制度',
  '重点项目台账',
  '营商环境评价办法',
  '应急预案体系',
  '政府网站专栏',
]
const ways = [
  '明确责任分工，倒排工期。',
  '按季度通报进展情况',
  '通过门户网站集中展示，接受社会监督。',
  '做到应公开尽公开；不得遗漏。',
]
const units = [
  '市财政局',
  '市发展改革委、市司法局',
  '各县（市、区）人民政府',
  '市直有关部门',
  '办公室',
  '市教育局、市体育局',
]
const times = ['2021年6月底前', '全年', '第三季度', '持续推进', '12月底']

const blankOr = (from: readonly string[]) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: fc.constantFrom(...from) })

const tasksOf = fc
  .array(
    fc.record({
      step: fc.constantFrom(0, 0, 0, 1, 2),
      verb: fc.constantFrom(...verbs),
      thing: fc.constantFrom(...things),
      requirement: blankOr(ways),
      lead: blankOr(units),
      responsible: fc.constantFrom(...units),
      supporting: blankOr(units),
      time: blankOr(times),
    }),
    { minLength: 4, maxLength: 14 },
  )
  .map((items) => {
    let top = 0
    let sub = 0
    return items.map((item, i): Task => {
      if (i > 0 && item.step === 2) {
        top++
        sub = 0
      } else if (i > 0 && item.step === 1) sub++
      return { ...item, top, sub, task: `${item.verb}${item.thing}（第${i + 1}批）` }
    })
  })

type Field = 'ordinal' | 'task' | 'requirement' | 'lead' | 'responsible' | 'supporting' | 'time' | 'note'

const layoutOf = fc.record({
  order: fc.shuffledSubarray<Field>(['requirement', 'lead', 'responsible', 'supporting', 'time', 'note'], {
    minLength: 6,
  }),
  taskAt: fc.integer({ min: 0, max: 6 }),
  numbers: fc.constantFrom('column', 'text', 'shared', 'none'),
  sections: fc.constantFrom('none', 'banner', 'banners', 'column', 'columns'),
  spread: fc.constantFrom('merged', 'repeated', 'blank'),
  merges: fc.boolean(),
  twoLines: fc.boolean(),
  spaced: fc.boolean(),
  titled: fc.boolean(),
  repeatEvery: fc.constantFrom(0, 0, 3),
  taskTitle: fc.constantFrom('工作任务', '重点任务', '主要任务', '任务内容', '重点工作'),
  detailTitle: fc.constantFrom('工作要求', '具体举措', '工作措施', '主要内容', '目标要求'),
  leadTitle: fc.constantFrom('牵头单位', '牵头部门', '主办单位'),
  ownTitle: fc.constantFrom('责任单位', '责任部门', '承办单位', '责任科室'),
  timeTitle: fc.constantFrom('完成时限', '时限要求', '时间节点', '进度安排'),
  sectionTitle: fc.constantFrom('类别', '工作类别', '重点领域'),
})

type Layout = typeof layoutOf extends fc.Arbitrary<infer L> ? L : never

const cn = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']
const topTitle = (t: Task) => `深化第${cn[t.top]}方面改革`
const subTitle = (t: Task) => `抓好${cn[t.top]}之${cn[t.sub]}类公开`

function layOut(tasks: readonly Task[], layout: Layout): { rows: string[][]; expected: string[] } {
  const fields: Field[] = [...layout.order]
  // Two lines of header need the two unit columns side by side.
  if (layout.twoLines) {
    fields.splice(fields.indexOf('supporting'), 1)
    fields.splice(fields.indexOf('lead') + 1, 0, 'supporting')
  }
  // The task column is not put between the two.
  let at = layout.taskAt
  if (layout.twoLines && fields[at - 1] === 'lead') at++
  fields.splice(at, 0, 'task')
  if (layout.numbers === 'column') fields.unshift('ordinal')
  if (layout.numbers === 'shared') fields.splice(fields.indexOf('task'), 0, 'ordinal')
  const leads = layout.sections === 'column' ? 1 : layout.sections === 'columns' ? 2 : 0
  const cols = leads + fields.length
  const title = (f: Field) => {
    const text = {
      ordinal: layout.numbers === 'shared' ? layout.taskTitle : '序号',
      task: layout.taskTitle,
      requirement: layout.detailTitle,
      lead: layout.leadTitle,
      responsible: layout.ownTitle,
      supporting: '配合单位',
      time: layout.timeTitle,
      note: '备注',
    }[f]
    return layout.spaced ? [...text].join(' ') : text
  }
  const header: string[][] = [
    [...(leads > 0 ? [layout.sectionTitle] : []), ...(leads > 1 ? ['事项类型'] : []), ...fields.map(title)],
  ]
  if (layout.numbers === 'shared') header[0]![leads + fields.indexOf('task')] = '<'
  if (layout.twoLines) {
    const second = header[0]!.map(() => '^')
    const lead = leads + fields.indexOf('lead')
    header[0]![lead] = '责任单位'
    header[0]![lead + 1] = '<'
    second[lead] = '牵头'
    second[lead + 1] = '配合'
    if (layout.numbers === 'shared') second[leads + fields.indexOf('task')] = '<'
    header.push(second)
  }
  const wide = (text: string) =>
    layout.merges
      ? [text, ...new Array<string>(cols - 1).fill('<')]
      : [text, ...new Array<string>(cols - 1).fill('')]
  const rows: string[][] = []
  if (layout.titled) rows.push(['2021年重点工作任务分解表', ...new Array<string>(cols - 1).fill('<')])
  rows.push(...header)
  let since = 0
  tasks.forEach((task, i) => {
    const before = tasks[i - 1]
    const newTop = before?.top !== task.top
    const newSub = newTop || before?.sub !== task.sub
    if (layout.repeatEvery > 0 && since === layout.repeatEvery) {
      rows.push(...header)
      since = 0
    }
    since++
    const fresh = rows.at(-1) === header.at(-1)
    if (layout.sections.startsWith('banner') && newTop) rows.push(wide(`${cn[task.top]}、${topTitle(task)}`))
    if (layout.sections === 'banners' && newSub) rows.push(wide(`（${cn[task.sub]}）${subTitle(task)}`))
    const spread = (text: string, isNew: boolean) =>
      isNew || layout.spread === 'repeated' ? text : layout.spread === 'blank' ? '' : fresh ? text : '^'
    const lead: string[] = []
    if (leads > 0) lead.push(spread(topTitle(task), newTop))
    if (leads > 1) lead.push(spread(subTitle(task), newSub))
    const cells = fields.map((f) => {
      if (f === 'ordinal') return `${i + 1}`
      if (f === 'task') return layout.numbers === 'text' ? `${i + 1}.${task.task}` : task.task
      if (f === 'note') return ''
      return task[f]
    })
    rows.push([...lead, ...cells])
  })
  const order: Record<string, string> = { lead: '牵头', responsible: '责任', supporting: '配合' }
  const expected = tasks.map((task, i) => {
    const path =
      layout.sections === 'none'
        ? []
        : layout.sections === 'banner'
          ? [`${cn[task.top]}、${topTitle(task)}`]
          : layout.sections === 'banners'
            ? [`${cn[task.top]}、${topTitle(task)}`, `（${cn[task.sub]}）${subTitle(task)}`]
            : layout.sections === 'column'
              ? [topTitle(task)]
              : [topTitle(task), subTitle(task)]
    const named = fields
      .filter((f) => f in order && task[f as 'lead'] !== '')
      .map((f) => `${order[f]} ${task[f as 'lead']}`)
      .join('；')
    return [
      path.length > 0 ? `${path.join('/')} > ` : '',
      layout.numbers === 'none' ? '' : `${i + 1}. `,
      task.task,
      task.requirement ? ` => ${task.requirement}` : '',
      named ? ` [${named}]` : '',
      task.time ? ` @${task.time}` : '',
    ].join('')
  })
  return { rows, expected }
}

describe('a plan laid out in many ways', () => {
  test('gives the same tasks', () => {
    fc.assert(
      fc.property(tasksOf, layoutOf, (tasks, layout) => {
        const { rows, expected } = layOut(tasks, layout)
        expect(read(rows).tasks).toEqual(expected)
      }),
      { numRuns: 250 },
    )
  }, 60_000)
})
