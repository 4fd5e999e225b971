/**
 * Where the text is a time (a cell of a time column, a bracket, a 完成时限 paragraph), a date says when the
 * work must be done and a stretch when it is done; neither needs words beside it.
 */

import { ahead, type Verdict } from './judge.ts'
import { readAt, wordAt } from './scan.ts'
import type { Time } from './time.ts'
import { adverbs, resultVerbs, workVerbs } from './words.ts'

const inside = /(?:之|以)?内(?![部容外])/y
const starts = /(?:当?[日天])?(?:起(?![草步])|开始|以来|以后|之后|后(?!续))/y
const reach = /(?:截至|截止到|截止|到|至)$/

export function judgeAlone(text: string, time: Time, next: Verdict | null): Verdict | null {
  const { first, last, end } = time
  const front = readAt(ahead, text, end) ?? readAt(inside, text, end)
  const to = time.range ? null : reach.exec(text.slice(Math.max(0, time.start - 3), time.start))
  const start = time.start - (to?.[0].length ?? 0)
  if (front) return { start, end: end + front[0].length, type: 'by' }
  if (last.grain === 'event' || readAt(starts, text, end)) return null
  if (to) return { start, end, type: 'by' }
  // 第四季度及年底前: a stretch stays one.
  if (next && (!first.stretch || last.edge !== null)) return { start, end, type: next.type }
  if (!time.range && last.grain === 'year' && last.edge === null && !standsAlone(text, end)) return null
  const type = time.range || (first.stretch && last.edge === null) ? 'during' : 'by'
  return { start, end, type }
}

/** A bare year is a time unless it belongs to a noun (2021年工作要点印发后). */
function standsAlone(text: string, end: number): boolean {
  const c = text[end]
  if (c === undefined || !/[\u4e00-\u9fff]/.test(c)) return true
  return [resultVerbs, workVerbs, adverbs].some((list) => wordAt(text, end, list) !== null)
}
