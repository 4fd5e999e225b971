/** What the words around a number say of it: a fact or a wish, a noun's description, a condition. */
import {
  comparisons,
  conditions,
  facts,
  falls,
  modals,
  soFar,
  unwantedFalls,
  wishes,
} from '../../data/target-words.ts'
import { readAt } from '../deadlines/scan.ts'

/** How far back a sentence is looked at. */
const reach = 60

/** The words before `at` within its sentence. */
export function sentenceBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - reach), at)
  let from = words.length
  while (from > 0 && !'。;!?'.includes(words[from - 1]!)) from--
  return words.slice(from)
}

/** The words before `at` within its clause. */
export function clauseBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 30), at)
  let from = words.length
  while (from > 0 && !'。;!?,:、()《》'.includes(words[from - 1]!)) from--
  return words.slice(from)
}

const lastOf = (words: string, expression: RegExp) => {
  let last = -1
  for (const m of words.matchAll(expression)) last = m.index
  return last
}

/** Whether something in the sentence asks for what follows. */
export function asks(text: string, at: number): boolean {
  return lastOf(sentenceBefore(text, at), modals) >= 0
}

/** Whether the sentence tells what is so already: what stands nearer decides (已建成10个，再建成20个). */
export function tellsFact(text: string, at: number, bounded: boolean): boolean {
  const words = sentenceBefore(text, at)
  const less = unwantedFalls.test(words) && falls.test(text.slice(at, at + 2))
  if (!bounded && comparisons.test(words) && !wishes.test(words) && !less) return true
  const fact = Math.max(lastOf(words, facts), bounded ? -1 : lastOf(words, soFar))
  return fact >= 0 && fact > lastOf(words, modals)
}

const clauseEnd = / ?(?:$|[,;。、)!:”"·]|并|且|和|或|及|以及|其中)/y
export function endsClause(text: string, at: number): boolean {
  return readAt(clauseEnd, text, at) !== null
}

const attribute = / ?(?:的|之间的)/y
/** 平均担保费率不超过1%的担保业务: the number tells which ones are meant. */
export function describes(text: string, at: number): boolean {
  return readAt(attribute, text, at) !== null
}

const toEnd = /[^,;。:!?]{0,40}(?=[,;。:!?]|$)/y
const conditional = /的(?:情况下|基础上|前提下|条件下|情形|[0-9一二两三四五六七八九十]+[家个名种])?$/
/** …达到15%并签订合同的，可申请…: what follows is for those of whom it is true. */
export function isCondition(text: string, start: number, end: number): boolean {
  const ahead = readAt(toEnd, text, end)?.[0] ?? ''
  if (conditional.test(ahead)) return true
  return ahead.includes('的') && conditions.test(clauseBefore(text, start))
}
