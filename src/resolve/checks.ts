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
  gapsInTables(tasks, report)
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

/**
 * Task, requirement and units alike, or one of the two names none. Several brackets in one item make tasks that
 * differ in the rest.
 */
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
    const first = new Map<string, { readonly task: Task; readonly units: string }[]>()
    for (const task of list) {
      const text = bare(task.task + (task.requirement ?? ''))
      if (text.length < 8) continue
      const units = [...task.leadUnits, ...task.responsibleUnits].map((u) => u.name).join('、')
      const same = first.get(text) ?? []
      const before = same.find((b) => b.units === units || b.units === '' || units === '')
      if (before) report.add('task/repeated', { first: before.task.ordinal ?? before.task.id }, at(task))
      // As many as a merged cell has rows: the first few are enough to compare with.
      else if (same.length < 8) first.set(text, [...same, { task, units }])
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
  const ending = textOf(last)
  if (ending === null || ending.length < prose || closed.test(ending)) return
  const others = tasks.slice(0, -1).flatMap((t) => textOf(t) ?? [])
  const long = others.filter((text) => text.length >= prose)
  const well = long.filter((text) => closed.test(text)).length
  if (long.length < enough - 1 || well < long.length * mostHave) return
  const pointer = last.requirement === null ? '/task' : '/requirement'
  report.add('notice/ends-abruptly', { ending: ending.slice(-12) }, at(last, pointer))
}

/** What ends with the mark that the source has: a task of a clause is without its 。 (contract, rule 3). */
function textOf(task: Task): string | null {
  if (task.requirement !== null) return task.requirement
  return inTable(task, '/task') ? task.task : null
}

const inTable = (task: Task, pointer: string) =>
  task.evidence[pointer]?.[0]?.rule.startsWith('table/') === true

/** Numbers of a table's rows: they begin anew in a section, repeat over a merged cell, and otherwise go on by one. */
function gapsInTables(tasks: readonly Task[], report: Report): void {
  let before: number | null = null
  for (const task of tasks) {
    const number =
      inTable(task, '/ordinal') && /^\d{1,4}$/.test(task.ordinal ?? '') ? Number(task.ordinal) : null
    if (number !== null && before !== null && number !== before && number !== before + 1 && number !== 1) {
      report.add('clause/numbering', { label: task.ordinal!, before: String(before) }, at(task, '/ordinal'))
    }
    before = number ?? before
  }
}
