/** What grouping needs of a document: some hundred numbers, made where it is read. */
import type { NoticeResult, Task, Unit } from '../../generated/notice.ts'
import { type Head, headOf, unitListsOf } from './head.ts'
import { Letters, packed, shingles, wideHash } from './keys.ts'

/** Plain JSON, a KB or two. Lists of hashes are sorted and packed. */
export interface Fingerprint {
  readonly head: Head
  readonly taskCount: number
  /** Letters of all tasks. */
  readonly length: number
  /** Hash of all tasks' letters, in any order; null where there are none. */
  readonly whole: number | null
  /** Hashes of the tasks' letters, the smallest of them. */
  readonly tasks: string
  /** The digits of each of these, with a space between. */
  readonly digits: string
  readonly text: string
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
  const text = new Letters()
  let digitCount = 0
  const tasks = result.tasks.map((task) => {
    const start = text.length
    const digits = text.add(taskText(task))
    digitCount += digits.length
    return { key: text.hashFrom(start), digits: digits.slice(0, keptDigits) }
  })
  tasks.sort((a, b) => a.key - b.key || (a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0))
  const keys = Uint32Array.from(tasks, (task) => task.key)
  return {
    head: headOf(result),
    taskCount: tasks.length,
    length: text.length,
    whole: tasks.length === 0 ? null : wideHash(keys),
    tasks: packed(keys.subarray(0, keptTasks)),
    digits: tasks
      .slice(0, keptTasks)
      .map((task) => task.digits)
      .join(' '),
    text: packed(shingles(text.all(), keptText)),
    quality: qualityOf(result, digitCount),
  }
}

/** A table and a clause divide task and requirement at different places. */
export function taskText({ task, requirement }: Task): string {
  return requirement === null ? task : task + requirement
}

function qualityOf(result: NoticeResult, digits: number): Quality {
  const { title, documentNumber, issuer, issuedOn, year, region, addressees, basis } = result.notice
  const head = [title, documentNumber, issuer, issuedOn, year, region].filter((value) => value !== null)
  let assigned = 0
  let ofTasks = 0
  for (const task of result.tasks) {
    const units = unitListsOf(task).reduce((sum: number, list: readonly Unit[]) => sum + list.length, 0)
    if (units > 0) assigned++
    ofTasks += units + task.deadlines.length + task.sections.length + (task.ordinal ? 1 : 0)
  }
  return {
    assigned,
    complaints: result.messages.filter((message) => message.level !== 'info').length,
    filled: head.length + addressees.length + basis.length + ofTasks,
    digits,
    format: result.source.format,
    scanned: result.messages.some((message) => message.code.startsWith('ocr/')),
  }
}
