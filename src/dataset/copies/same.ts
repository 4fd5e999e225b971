/** Whether two documents are copies of one notice, and how sure that is. */
import { contradict, datesEqual, issuersEqual, numbersEqual, titlesEqual, titlesMatch } from './agree.ts'
import { type Fingerprint, keptTasks, keptText } from './fingerprint.ts'
import { isHeadless, kindOf } from './head.ts'
import { digitsAgree, resemblance } from './keys.ts'

export interface Document {
  readonly fingerprint: Fingerprint
  readonly folder: string
  /** File name without its extension. */
  readonly stem: string
}

/**
 * sure: both say which notice they are, and of what time. likely: one of them leaves that out, so it might
 * as well be a copy of another. null: not a copy.
 */
export type Sameness = { readonly sure: boolean; readonly score: number } | null

/** Tasks as short as 做好安全生产工作。 are the same in many plans. */
const shortestText = 40
const mostTasks = 0.6
const mostText = 0.8
const someText = 0.2

export function sameness(a: Document, b: Document): Sameness {
  const one = a.fingerprint.head
  const other = b.fingerprint.head
  if (contradict(one, other) || kindOf(a.stem) !== kindOf(b.stem)) return null
  const number = numbersEqual(one, other)
  const title = titlesMatch(one.titles, other.titles)
  const issuer = issuersEqual(one, other)
  const named = number || issuer || (title && one.region !== null && one.region === other.region)
  const dated = datesEqual(one, other)
  const day = one.issuedOn !== null && one.issuedOn === other.issuedOn
  const shared = sharedTasks(a.fingerprint, b.fingerprint)
  const text = resemblance(a.fingerprint.text, b.fingerprint.text, keptText)
  const score = shared.ofLarger + text

  if (a.fingerprint.taskCount === 0 || b.fingerprint.taskCount === 0) {
    // Nothing of the text is known: number, title and body or day have to say it all.
    return number && titlesEqual(one.titles, other.titles) && (issuer || day) ? { sure: true, score } : null
  }
  if (number && title && (shared.ofSmaller >= mostTasks || text >= mostText)) return { sure: true, score }
  const entitled = titlesEqual(one.titles, other.titles)
  // All that names a notice, and some of its text: one of the two is damaged. Without any common text they
  // would be two parts of a notice.
  if (number && entitled && issuer && day && text >= someText) return { sure: true, score }
  // Last month's edition of a plan differs in a few numbers, and in no letter.
  if (named && entitled && text >= mostText && shared.otherDigits === 0) return { sure: dated, score }
  if (shared.ofLarger < 1) return null
  if (Math.min(a.fingerprint.length, b.fingerprint.length) < shortestText && !(named && title)) return null
  if (named) return { sure: dated, score }
  return besideEachOther(a, b, title) ? { sure: false, score } : null
}

/** Without a name, only files that lie together can be copies: an annex and its notice, a .doc and its .pdf. */
function besideEachOther(a: Document, b: Document, title: boolean): boolean {
  if (a.folder !== b.folder) return false
  if (title) return true
  const heads = [a, b].filter((document) => !isHeadless(document.fingerprint.head)).length
  // Two annexes without a head may be of two counties; one file name says that they are one.
  return heads === 1 || (heads === 0 && a.stem === b.stem)
}

interface Shared {
  readonly ofLarger: number
  readonly ofSmaller: number
  /** Tasks with the same letters and other digits. */
  readonly otherDigits: number
}

/** Share of the tasks that both hold with the same letters, and digits of which some may be lost. */
function sharedTasks(a: Fingerprint, b: Fingerprint): Shared {
  // Of many tasks those with the smallest hashes are kept: they are compared as far as both lists reach.
  const end = Math.min(reach(a), reach(b))
  const left = a.tasks.filter(([key]) => key <= end)
  const right = b.tasks.filter(([key]) => key <= end)
  let matched = 0
  let otherDigits = 0
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [key, value] = left[i]!
    const [otherKey, otherValue] = right[j]!
    if (key === otherKey) {
      if (digitsAgree(value, otherValue)) matched++
      else otherDigits++
    }
    if (key <= otherKey) i++
    if (otherKey <= key) j++
  }
  const larger = Math.max(left.length, right.length)
  const smaller = Math.min(left.length, right.length)
  return {
    ofLarger: larger === 0 ? 0 : matched / larger,
    ofSmaller: smaller === 0 ? 0 : matched / smaller,
    otherDigits,
  }
}

function reach({ tasks, taskCount }: Fingerprint): number {
  return taskCount > keptTasks ? tasks.at(-1)![0] : Number.POSITIVE_INFINITY
}
