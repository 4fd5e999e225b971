/** Whether two heads can be of one notice, and what speaks for it. */
import type { Claims } from './claims.ts'
import type { Title } from './head.ts'
import { digitsAgree } from './keys.ts'
import { numbersFit } from './title-numbers.ts'
import {
  issuersContradict,
  issuersEqual,
  placesContradict,
  regionsContradict,
  regionsEqual,
} from './whose.ts'

/** A title as short as 工作要点 is in every other title. */
const shortestPart = 8

/** 2021年政务公开工作要点 and 某县关于印发2021年政务公开工作要点的通知; numbers may be lost, not changed. */
export function titlesMatch(a: readonly Title[], b: readonly Title[]): boolean {
  return a.some((one) => b.some((other) => sharedTitle(one, other) !== null))
}

/** What titles share, of whatever pair of them. */
export function sharedTitles(a: readonly Title[], b: readonly Title[]): Title[] {
  return a.flatMap((one) => b.flatMap((other) => sharedTitle(one, other) ?? []))
}

/** The shorter of two titles where one is the other, or in it; else null. */
function sharedTitle(one: Title, other: Title): Title | null {
  const [short, long] = one.letters.length <= other.letters.length ? [one, other] : [other, one]
  const isOne =
    short.letters === long.letters ||
    (short.letters.length >= shortestPart && long.letters.includes(short.letters))
  return isOne && numbersFit(short, long) ? short : null
}

export function titlesEqual(a: readonly Title[], b: readonly Title[]): boolean {
  return a.some((one) => b.some((o) => one.letters === o.letters && one.numbers === o.numbers))
}

/** A number that every government may give is one notice's where both are known to be one body's or one place's. */
export function numbersEqual(a: Claims, b: Claims): boolean {
  return numbersMatch(a, b) && (a.isAgencyOne || issuersEqual(a, b) || regionsEqual(a, b))
}

/** 政办发〔2021〕5号 twice, of whomever. */
export function numbersMatch({ number: a }: Claims, { number: b }: Claims): boolean {
  return a !== null && b !== null && a.whole && b.whole && a.agency === b.agency && a.digits === b.digits
}

/** 国办函〔2018〕71号 and 国办函〔201871号: a bracket was lost, no digit. */
function digitsOfNumbersEqual({ number: a }: Claims, { number: b }: Claims): boolean {
  if (a === null || b === null || a.agency !== b.agency) return false
  const [left, right] = [a.digits.replace('.', ''), b.digits.replace('.', '')]
  return left === right && left.length > 4
}

/** Known to be of one time: a plan is issued again each year in the same words. */
export function datesEqual(a: Claims, b: Claims): boolean {
  return (
    numbersEqual(a, b) ||
    digitsOfNumbersEqual(a, b) ||
    (a.year !== null && a.year === b.year) ||
    (a.issuedOn !== null && a.issuedOn === b.issuedOn)
  )
}

/** They say of themselves what one notice cannot say. What one of them leaves out contradicts nothing. */
export function contradict(a: Claims, b: Claims): boolean {
  if (a.kind !== b.kind) return true
  const sameNumber = numbersEqual(a, b)
  // A number holds the year of issue; the plan's year is read from a title, of which a line may be lost.
  if (!sameNumber && a.year !== null && b.year !== null && a.year !== b.year) return true
  if (regionsContradict(a, b, sameNumber)) return true
  if (placesContradict(a, b, sameNumber || issuersEqual(a, b))) return true
  if (a.issuedOn !== null && b.issuedOn !== null && a.issuedOn !== b.issuedOn) return true
  // Number and title name the notice: what else differs was read worse in one of them.
  if (sameNumber && titlesEqual(a.titles, b.titles)) return false
  return (
    numbersContradict(a, b) ||
    (a.publishedOn !== null && b.publishedOn !== null && a.publishedOn !== b.publishedOn) ||
    issuersContradict(a, b) ||
    (a.titles.length > 0 && b.titles.length > 0 && !titlesMatch(a.titles, b.titles)) ||
    apart(a.addressees, b.addressees, 1) ||
    apart(a.units, b.units, 2)
  )
}

function numbersContradict({ number: a }: Claims, { number: b }: Claims): boolean {
  if (a === null || b === null) return false
  if (a.whole && b.whole) return a.agency !== b.agency || a.digits !== b.digits
  // 国办函〔〕号, 国办函〔201871号: what is left of it must fit.
  return a.agency !== b.agency || !digitsAgree(a.digits.replace('.', ''), b.digits.replace('.', ''))
}

/** Two lists that should be one, and share less than half of the shorter. */
function apart(a: Uint32Array, b: Uint32Array, least: number): boolean {
  if (a.length < least || b.length < least) return false
  // Both keep the smallest: beyond the end of one nothing is known of it.
  const end = Math.max(Math.min(a.at(-1)!, b.at(-1)!), a[0]!, b[0]!)
  let both = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length && a[i]! <= end && b[j]! <= end) {
    const [left, right] = [a[i]!, b[j]!]
    if (left === right) both++
    if (left <= right) i++
    if (right <= left) j++
  }
  while (i < a.length && a[i]! <= end) i++
  while (j < b.length && b[j]! <= end) j++
  return both < Math.min(i, j) / 2
}
