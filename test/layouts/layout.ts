/** What a layout is, and what the contract makes of a plan in it. */
import type { Compact, CompactTask } from '../compact.ts'
import type { Plan, PlanTask, PlanTime, PlanUnit } from './plan.ts'

export interface Laid {
  /** With the extension that tells the format. */
  readonly name: string
  readonly text: string
  readonly gold: Compact
}

export interface Layout {
  readonly id: string
  /** `null` where the plan cannot be laid out so: it lacks what the layout shows. */
  readonly lay: (plan: Plan) => Laid | null
}

const cn = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
/** 23 → 二十三. */
export function chinese(n: number): string {
  if (n <= 10) return cn[n]!
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : cn[tens]}十${n % 10 === 0 ? '' : cn[n % 10]}`
}

export const fullWidth = (n: number): string =>
  String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

export const texts = (units: readonly PlanUnit[], between = '、'): string =>
  units.map((u) => u.text).join(between)

const prefix = /^(?:省|市(?!场|民|政股)|县|区)/
const never = /^(?:国网|人民银行|人行|团)|太湖|镇江|[丁姚].镇$/

/** One list of several: what the contract's rule 6 restores in it. */
export function oneList(...lists: (readonly PlanUnit[])[]): PlanUnit[] {
  let carried = ''
  const seen = new Set<string>()
  return lists.flat().flatMap((u) => {
    if (seen.has(u.text)) return []
    seen.add(u.text)
    if (u.kind === 'unit' && prefix.test(u.text)) carried = u.text[0]!
    const takes = u.kind === 'unit' && carried !== '' && !prefix.test(u.text) && !never.test(u.text)
    return [{ ...u, name: takes ? carried + u.text : u.text }]
  })
}

const unit = (u: PlanUnit) =>
  `${u.text}${u.name === u.text ? '' : `=${u.name}`}${u.kind === 'group' ? '*' : ''}`
const time = (t: PlanTime) => `${t.text} ${t.type}${t.end ? ` ${t.end}` : ''}`

export interface Values {
  readonly at: readonly string[]
  readonly n: string | null
  readonly task: string
  readonly req: string | null
  readonly lead?: readonly PlanUnit[]
  readonly resp?: readonly PlanUnit[]
  readonly supp?: readonly PlanUnit[]
  readonly times: readonly PlanTime[]
}

export function goldTask({ at, n, task, req, lead, resp, supp, times }: Values): CompactTask {
  const list = (key: string, of: readonly PlanUnit[] | undefined) =>
    of && of.length > 0 ? { [key]: of.map(unit) } : {}
  return {
    ...(at.length > 0 ? { at } : {}),
    ...(n === null ? {} : { n }),
    task,
    ...(req === null ? {} : { req }),
    ...list('lead', lead),
    ...list('resp', resp),
    ...list('supp', supp),
    ...(times.length > 0 ? { times: times.map(time) } : {}),
  }
}

/** Task and requirement as they run in one text. */
export const running = ({ task, requirement }: PlanTask): string =>
  requirement === null ? `${task}。` : `${task}。${requirement}`

export interface Head {
  /** Label of the section, as printed. */
  readonly label: string
  readonly title: string
  readonly level: number
}

export type Step =
  | { readonly kind: 'head'; readonly head: Head }
  | {
      readonly kind: 'task'
      readonly task: PlanTask
      readonly at: readonly string[]
      readonly index: number
      readonly inSection: number
    }

/** The headings and tasks of a plan in order; `label` prints the number of a heading. */
export function steps(plan: Plan, label: (level: number, n: number) => string): Step[] {
  const out: Step[] = []
  let open: string[] = []
  let labels: string[] = []
  const counts: number[] = []
  let inSection = 0
  for (const [index, task] of plan.tasks.entries()) {
    let same = 0
    while (same < open.length && same < task.path.length && open[same] === task.path[same]) same++
    if (same < open.length || same < task.path.length) {
      labels = labels.slice(0, same)
      for (let level = same; level < task.path.length; level++) {
        counts.length = level + 1
        counts[level] = (counts[level] ?? 0) + 1
        const head = { label: label(level, counts[level]!), title: task.path[level]!, level }
        labels.push(head.label)
        out.push({ kind: 'head', head })
        inSection = 0
      }
      open = [...task.path]
    }
    inSection++
    out.push({
      kind: 'task',
      task,
      at: task.path.map((title, i) => `${labels[i]!.trim()}|${title}`),
      index: index + 1,
      inSection,
    })
  }
  return out
}
