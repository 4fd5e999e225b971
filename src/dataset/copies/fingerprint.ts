/** What grouping needs of a document: some hundred numbers, made where it is read. */
import type { NoticeResult, Task } from '../../generated/notice.ts'
import { type Head, headOf, unitsOf } from './head.ts'
import { digits, hash, letters, shingles } from './keys.ts'

/** Plain JSON, a few KB at most. */
export interface Fingerprint {
  readonly head: Head
  readonly taskCount: number
  /** Letters of all tasks. */
  readonly length: number
  /** Hash of all tasks' letters, in any order; null where there are none. */
  readonly whole: number | null
  /** Hash of a task's letters, and its digits; sorted, those with the smallest hashes. */
  readonly tasks: readonly (readonly [letters: number, digits: string])[]
  readonly text: readonly number[]
  readonly quality: Quality
}

/** How good the reading is, beside its outcome. */
export interface Quality {
  /** Tasks that name units. */
  readonly assigned: number
  /** Warnings and errors. */
  readonly complaints: number
  /** Values that are filled, and digits that are left. */
  readonly filled: number
  readonly digits: number
  readonly format: string
  /** Read from pictures of pages. */
  readonly scanned: boolean
}

export const keptTasks = 200
export const keptText = 64
const keptDigits = 24

export function fingerprint(result: NoticeResult): Fingerprint {
  const tasks = result.tasks.map((task) => ({ letters: taskLetters(task), digits: digits(taskText(task)) }))
  const all = tasks
    .map((task) => [hash(task.letters), task.digits.slice(0, keptDigits)] as const)
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0))
  const text = tasks.map((task) => task.letters).join('')
  return {
    head: headOf(result),
    taskCount: all.length,
    length: text.length,
    whole: all.length === 0 ? null : hash(all.map(([key]) => key).join(' ')),
    tasks: all.slice(0, keptTasks),
    text: shingles(text, keptText),
    quality: qualityOf(
      result,
      tasks.reduce((sum, task) => sum + task.digits.length, 0),
    ),
  }
}

/** A table and a clause divide task and requirement at different places. */
export function taskText({ task, requirement }: Task): string {
  return requirement === null ? task : task + requirement
}

export function taskLetters(task: Task): string {
  return letters(taskText(task))
}

function qualityOf(result: NoticeResult, digitCount: number): Quality {
  const { title, documentNumber, issuer, issuedOn, year, region, addressees, basis } = result.notice
  const head = [title, documentNumber, issuer, issuedOn, year, region].filter((value) => value !== null)
  const ofTasks = result.tasks.reduce(
    (sum, t) => sum + unitsOf(t).length + t.deadlines.length + t.sections.length + (t.ordinal ? 1 : 0),
    0,
  )
  return {
    assigned: result.tasks.filter((task) => unitsOf(task).length > 0).length,
    complaints: result.messages.filter((message) => message.level !== 'info').length,
    filled: head.length + addressees.length + basis.length + ofTasks,
    digits: digitCount,
    format: result.source.format,
    scanned: result.messages.some((message) => message.code.startsWith('ocr/')),
  }
}
