/** Looks at all tasks together: what one of them lacks or has too much of shows only beside the others. */
import type { Task } from '../generated/notice.ts'
import type { At, Report } from '../message.ts'

/** Below so many tasks there are no others to compare with. */
const enough = 5
/** Share of the tasks with a unit from which on a task without one is remarkable. */
const mostHave = 0.8
/** A requirement so many times longer than the middle one, and so long in itself, may hold its neighbours. */
const timesLonger = 10
const longText = 600

export function check(tasks: readonly Task[], report: Report): void {
  missingUnits(tasks, report)
  repeated(tasks, report)
  longRequirements(tasks, report)
  lostEnding(tasks, report)
}

function at(task: Task, pointer = '/task'): At {
  const piece = task.evidence[pointer]?.[0]
  return piece ? { node: piece.node, start: piece.start, end: piece.end } : null
}

const hasUnit = (task: Task) => task.leadUnits.length + task.responsibleUnits.length > 0

function missingUnits(tasks: readonly Task[], report: Report): void {
  const having = tasks.filter(hasUnit).length
  if (tasks.length < enough || having === tasks.length || having < tasks.length * mostHave) return
  for (const task of tasks) {
    if (!hasUnit(task))
      report.add('task/unit-missing', { share: Math.round((having / tasks.length) * 100) }, at(task))
  }
}

const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '')

/** Task, requirement and units alike. Several brackets in one item make tasks that differ in the rest. */
function repeated(tasks: readonly Task[], report: Report): void {
  // Few tasks begin alike, and only those are compared.
  const alike = new Map<string, Task[]>()
  for (const task of tasks) {
    const start = task.task.trimStart().slice(0, 6)
    const list = alike.get(start)
    if (list) list.push(task)
    else alike.set(start, [task])
  }
  for (const list of alike.values()) {
    if (list.length < 2) continue
    const first = new Map<string, Task>()
    for (const task of list) {
      const text = bare(task.task + (task.requirement ?? ''))
      if (text.length < 8) continue
      const units = [...task.leadUnits, ...task.responsibleUnits].map((u) => u.name).join('、')
      const key = `${text}\u0000${units}`
      const before = first.get(key)
      if (before) report.add('task/repeated', { first: before.ordinal ?? before.id }, at(task))
      else first.set(key, task)
    }
  }
}

function longRequirements(tasks: readonly Task[], report: Report): void {
  const lengths = tasks
    .flatMap((t) => (t.requirement === null ? [] : [t.requirement.length]))
    .sort((a, b) => a - b)
  if (lengths.length < enough) return
  const middle = lengths[lengths.length >> 1]!
  for (const task of tasks) {
    const length = task.requirement?.length ?? 0
    if (length > longText && length > middle * timesLonger) {
      report.add('task/requirement-long', { length, middle }, at(task, '/requirement'))
    }
  }
}

const closed = /[。！？!?；;：:…”"』》）)\]】〕]$/
/** A text so long is prose; what is shorter may be a list's entry, which needs no mark. */
const prose = 20

/** The last requirement stops without a mark, and the others do not: the rest of the text may be lost. */
function lostEnding(tasks: readonly Task[], report: Report): void {
  const last = tasks.at(-1)
  if (!last || tasks.length < enough) return
  const ending = last.requirement
  if (ending === null || ending.length < prose || closed.test(ending)) return
  const others = tasks.slice(0, -1).filter((t) => (t.requirement?.length ?? 0) >= prose)
  const well = others.filter((t) => closed.test(t.requirement!)).length
  if (others.length < enough - 1 || well < others.length * mostHave) return
  report.add('notice/ends-abruptly', { ending: ending.slice(-12) }, at(last, '/requirement'))
}
