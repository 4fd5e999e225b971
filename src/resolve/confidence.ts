/**
 * How sure each field of a task is, and which a person should look at. A field starts sure; the rules that
 * found it and the messages that point to it, its row, its page or its table lower that (data/doubts.ts).
 */
import {
  type Doubt,
  doubtsOfNotice,
  doubtsOfPage,
  doubtsOfTask,
  type Field,
  sure,
  weakNoticeRules,
  weakRules,
} from '../data/doubts.ts'
import type { Notice, ReviewItem, Task } from '../generated/notice.ts'
import type { Noted } from '../message.ts'

/** Fields below this are to be looked at. */
const doubtful = 0.9

/** What speaks against the text of a node, a row or a page. */
interface Against {
  readonly code: string
  readonly doubt: Doubt
  /** First line of a text file that it concerns, where it has no node. */
  readonly fromLine?: number
}

const everyField: readonly Field[] = [
  '/ordinal',
  '/sections',
  '/task',
  '/requirement',
  '/leadUnits',
  '/responsibleUnits',
  '/supportingUnits',
  '/guidingUnits',
  '/deadlines',
  '/targets',
  '/mentionedUnits',
]

/** Sets `confidence` of the notice and of each task; the answer is the list for review, the most doubtful first. */
export function weigh(notice: Notice, tasks: readonly Task[], noted: readonly Noted[]): ReviewItem[] {
  const index = indexOf(noted)
  const review: ReviewItem[] = []
  for (const pointer in notice.evidence) {
    const field = `/${pointer.split('/')[1]}`
    const weak = notice.evidence[pointer]!.map(({ rule }) => weakNoticeRules[rule] ?? 1)
    const sureness = Math.round(sure * Math.min(...weak) * 1000) / 1000
    notice.confidence[field] = Math.min(notice.confidence[field] ?? 1, sureness)
  }
  for (const { code, at } of noted) {
    const doubt = doubtsOfNotice[code]
    if (!doubt || review.some((r) => r.pointer === doubt.pointer)) continue
    // A damaged number that is cited says nothing of the notice's own.
    const own = notice.evidence[doubt.pointer]
    if (at && own && !own.some((piece) => piece.node === at.node)) continue
    notice.confidence[doubt.pointer] = doubt.confidence
    review.push({ task: null, ...doubt, reasons: [code] })
  }
  for (const task of tasks) {
    for (const { field, confidence, reasons } of fieldsOf(task, index)) {
      task.confidence[field] = confidence
      if (confidence < doubtful && reasons.length > 0) {
        review.push({ task: task.id, pointer: field, confidence, reasons })
      }
    }
  }
  // Stable: fields as doubtful as each other stay in the order of the notice.
  return review.sort((a, b) => a.confidence - b.confidence)
}

interface Index {
  readonly nodes: ReadonlyMap<string, readonly Against[]>
  readonly pages: ReadonlyMap<number, readonly Against[]>
  readonly lines: readonly Against[]
}

/** By what they point to: a node, the row of a cell, a page, all that follows a line. */
function indexOf(noted: readonly Noted[]): Index {
  const nodes = new Map<string, Against[]>()
  const pages = new Map<number, Against[]>()
  const lines: Against[] = []
  for (const { code, at, params } of noted) {
    const page = doubtsOfPage[code]
    if (page !== undefined && typeof params.page === 'number') {
      put(pages, params.page, { code, doubt: { fields: everyField, factor: page } })
    }
    const doubt = doubtsOfTask[code]
    if (!doubt) continue
    if (at) put(nodes, whole.has(code) ? tableOf(at.node) : rowOf(at.node), { code, doubt })
    else if (typeof params.line === 'number') lines.push({ code, doubt, fromLine: params.line })
  }
  return { nodes, pages, lines }
}

/** Messages that point to one cell and concern the whole table. */
const whole: ReadonlySet<string> = new Set(['table/header-aligned'])

function put<K>(map: Map<K, Against[]>, key: K, against: Against): void {
  const list = map.get(key)
  if (list) list.push(against)
  else map.set(key, [against])
}

/** `b7.r3.c2` → `b7.r3`, `b7`; a paragraph is itself. */
const rowOf = (node: string) => node.replace(/\.c\d+$/, '')
const tableOf = (node: string) => node.replace(/\.r\d+\.c\d+$/, '')

interface Weighed {
  readonly field: Field
  readonly confidence: number
  readonly reasons: string[]
}

function fieldsOf(task: Task, index: Index): Weighed[] {
  /** What lowers each field that is filled, by the rule or the message that says so. */
  const filled = new Map<Field, Map<string, number> | null>()
  const lower = (field: Field, reason: string, factor: number) => {
    const factors = filled.get(field) ?? new Map<string, number>()
    factors.set(reason, factor)
    filled.set(field, factors)
  }
  if (task.sections.length > 0) filled.set('/sections', null)
  for (const pointer in task.evidence) {
    const cut = pointer.indexOf('/', 1)
    const field = (cut < 0 ? pointer : pointer.slice(0, cut)) as Field
    if (!filled.has(field)) filled.set(field, null)
    for (const { rule } of task.evidence[pointer]!) {
      const weak = weakRules[rule]
      if (weak !== undefined) lower(field, rule, weak)
    }
  }
  for (const { code, doubt } of againstTask(task, index)) {
    for (const field of doubt.fields) if (filled.has(field) || doubt.empty) lower(field, code, doubt.factor)
  }
  return everyField.flatMap((field): Weighed[] => {
    const factors = filled.get(field)
    if (factors === undefined) return []
    let confidence = sure
    for (const factor of factors?.values() ?? []) confidence *= factor
    return [
      { field, confidence: Math.round(confidence * 1000) / 1000, reasons: [...(factors?.keys() ?? [])] },
    ]
  })
}

function againstTask(task: Task, { nodes, pages, lines }: Index): Against[] {
  if (nodes.size + pages.size + lines.length === 0) return []
  const found = new Set<Against>()
  const add = (list: readonly Against[] | undefined) => {
    for (const against of list ?? []) found.add(against)
  }
  for (const pointer in task.evidence) {
    for (const { node, page, line } of task.evidence[pointer]!) {
      add(nodes.get(node))
      const row = rowOf(node)
      if (row !== node) {
        add(nodes.get(row))
        add(nodes.get(tableOf(node)))
        if (line !== undefined) add(lines.filter((l) => line >= l.fromLine!))
      }
      if (page !== undefined) add(pages.get(page))
    }
  }
  return [...found]
}
