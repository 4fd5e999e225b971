/** Whether two documents are copies of one notice, and how sure that is. */
import { contradict, datesEqual, numbersEqual, titlesEqual, titlesMatch } from './agree.ts'
import type { Claims } from './claims.ts'
import { type FileName, familyOf } from './file.ts'
import { type Fingerprint, keptTasks, keptText } from './fingerprint.ts'
import { digitsAgree, resemblance } from './keys.ts'
import { isHeadless, tied } from './ties.ts'
import { issuersEqual, regionsEqual } from './whose.ts'

export interface Document extends FileName {
  readonly fingerprint: Fingerprint
  readonly claims: Claims
  /** Words of the file name that make a document of its own. */
  readonly fileKind: string
  readonly tasks: Uint32Array
  readonly text: Uint32Array
}

/**
 * sure: both say which notice they are, and of what time. named: one of them leaves the time out, so it might
 * as well be a copy of another year's. beside: that they lie together speaks for it, and nothing else but the
 * text. null: not a copy.
 */
export type Sameness = { readonly by: Ground; readonly score: number } | null
export type Ground = (typeof grounds)[number]
export const grounds = ['sure', 'named', 'beside'] as const

/** Tasks as short as 做好安全生产工作。 are the same in many plans. */
const shortestText = 40
const mostTasks = 0.6
const mostText = 0.8
const someText = 0.2

export function sameness(a: Document, b: Document): Sameness {
  const one = a.claims
  const other = b.claims
  if (contradict(one, other) || a.fileKind !== b.fileKind) return null
  const number = numbersEqual(one, other)
  const title = titlesMatch(one.titles, other.titles)
  const issuer = issuersEqual(one, other)
  const named = number || issuer || (title && regionsEqual(one, other))
  const ground = datesEqual(one, other) ? 'sure' : 'named'
  const day = one.issuedOn !== null && one.issuedOn === other.issuedOn
  const shared = sharedTasks(a, b)
  const text = resemblance(a.text, b.text, keptText)
  const score = shared.ofLarger + text

  if (a.fingerprint.taskCount === 0 || b.fingerprint.taskCount === 0) {
    // Nothing of the text is known: number, title and body or day have to say it all.
    return number && titlesEqual(one.titles, other.titles) && (issuer || day) ? { by: 'sure', score } : null
  }
  if (number && title && (shared.ofSmaller >= mostTasks || text >= mostText)) return { by: 'sure', score }
  const entitled = titlesEqual(one.titles, other.titles)
  // All that names a notice, and some of its text: one of the two is damaged. Without any common text they
  // would be two parts of a notice.
  if (number && entitled && issuer && day && text >= someText) return { by: 'sure', score }
  // Last month's edition of a plan differs in a few numbers, and in no letter.
  if (named && entitled && text >= mostText && shared.otherDigits === 0) return { by: ground, score }
  if (shared.ofLarger < 1) return null
  if (Math.min(a.fingerprint.length, b.fingerprint.length) < shortestText && !(named && title)) return null
  if (named) return { by: ground, score }
  return besideEachOther(a, b, title) ? { by: 'beside', score } : null
}

/**
 * Without a name, only files that lie together can be copies (an annex and its notice, a .doc and its .pdf), and
 * only if something besides the text ties them.
 */
function besideEachOther(a: Document, b: Document, title: boolean): boolean {
  if (a.folder !== b.folder || !tied(a, b)) return false
  if (title) return a.stem === b.stem || family(a) !== family(b)
  const heads = [a, b].filter(isHeaded).length
  // Two annexes without a head may be of two counties; one file name says that they are one.
  return heads === 1 || (heads === 0 && a.stem === b.stem)
}

function isHeaded({ claims }: Document): boolean {
  return !isHeadless(claims)
}

function family({ fingerprint }: Document): string {
  return familyOf(fingerprint.quality.format)
}

/** Beyond this groups are not compared with each other, and not joined. */
const mostGroups = 64

/**
 * The copies of a notice that lie together are of different formats, or have one file name; two pages with
 * one title and one text are those of two counties that took the same words. Groups with such a pair are
 * never one, whatever .doc fits both. An annex beside its notice may be of the same format.
 */
export function liesApart(groups: readonly (readonly Document[])[]): boolean {
  if (groups.length > mostGroups) return true
  const held = groups.map((documents) => {
    const stems = new Map<string, Set<string>>()
    for (const document of documents) {
      const known = stems.get(family(document))
      if (known) known.add(document.stem)
      else stems.set(family(document), new Set([document.stem]))
    }
    return { headed: documents.some(isHeaded), stems }
  })
  return held.some((one, i) =>
    held.slice(i + 1).some((other) => {
      if (one.headed !== other.headed) return false
      return [...one.stems].some(([format, stems]) => {
        const others = other.stems.get(format)
        return others !== undefined && ![...stems].some((stem) => others.has(stem))
      })
    }),
  )
}

interface Shared {
  readonly ofLarger: number
  readonly ofSmaller: number
  /** Tasks with the same letters and other digits. */
  readonly otherDigits: number
}

/** Share of the tasks that both hold with the same letters, and digits of which some may be lost. */
function sharedTasks(a: Document, b: Document): Shared {
  const [one, other] = [a.fingerprint, b.fingerprint]
  if (one.tasks === other.tasks && one.digits === other.digits && one.taskCount === other.taskCount) {
    return { ofLarger: 1, ofSmaller: 1, otherDigits: 0 }
  }
  // Of many tasks those with the smallest hashes are kept: they are compared as far as both lists reach.
  const end = Math.min(reach(a), reach(b))
  const digitsOfOne = one.digits.split(' ')
  const digitsOfOther = other.digits.split(' ')
  let matched = 0
  let otherDigits = 0
  let i = 0
  let j = 0
  for (;;) {
    const key = i < a.tasks.length ? a.tasks[i]! : Number.POSITIVE_INFINITY
    const otherKey = j < b.tasks.length ? b.tasks[j]! : Number.POSITIVE_INFINITY
    if (Math.min(key, otherKey) > end) break
    if (key === otherKey) {
      if (digitsAgree(digitsOfOne[i]!, digitsOfOther[j]!)) matched++
      else otherDigits++
    }
    if (key <= otherKey) i++
    if (otherKey <= key) j++
  }
  const larger = Math.max(i, j)
  const smaller = Math.min(i, j)
  return {
    ofLarger: larger === 0 ? 0 : matched / larger,
    ofSmaller: smaller === 0 ? 0 : matched / smaller,
    otherDigits,
  }
}

/** How far what is known of its tasks goes. */
function reach({ tasks, fingerprint: { taskCount } }: Document): number {
  return taskCount > keptTasks ? tasks.at(-1)! : 2 ** 32
}
