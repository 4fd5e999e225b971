/** A time: a moment, or a range from one to another (2018年1月至6月, 2022年—2024年, 6月1日至30日). */

import { numeral } from '../../text/numerals.ts'
import { isBefore } from './calendar.ts'
import { readDamaged } from './damaged.ts'
import type { Moment } from './moment.ts'
import { readDayOf, readMoment } from './moment.ts'
import { readAt, skipSpaces } from './scan.ts'

export interface Time {
  readonly start: number
  readonly end: number
  readonly first: Moment
  /** Of a range its other end, else `first`. */
  readonly last: Moment
  readonly range: boolean
  /** Its length is told behind it: 2018年—2020年三年内. */
  readonly counted?: boolean
  /** Named by a plan of five years: “十四五”期间, “十四五”末. */
  readonly era?: boolean
}

const dash = / ?(?:起|开始|起始)?(?:至|到|-{1,2}|—{1,2}|~)(?!今) ?/y
/** 2022-2024年: the first year leaves its 年 to the last. */
const yearsDash = /((?:19|20)\d\d) ?(?:-{1,2}|—{1,2}|~|至|到) ?(?=(?:19|20)\d\d ?年(?!度))/y
const yearsAlone = /((?:19|20)\d\d) ?(?:-{1,2}|—{1,2}|~|至|到) ?((?:19|20)\d\d)(?=$|[,;。、)])/y
/** 2021.6-12 */
const monthFigure = /(1[0-2]|0?[1-9])(?![\d./])月?/y
const close = / ?为?止/y

const years = / ?([一二两三四五六七八九十]|\d{1,2}) ?年(?:的?时间)?(?:之|以)?内/y

export function readTime(text: string, at: number, alone = false): Time | null {
  const special = readEra(text, at) ?? readTwoYears(text, at)
  if (special) return special
  const time = withOpening(text, readUncounted(text, at, alone))
  if (!time?.range || time.first.year.kind !== 'named' || time.last.year.kind !== 'named') return time
  const told = readAt(years, text, time.end)
  const all = time.last.year.year - time.first.year.year + 1
  return told && numeral(told[1]!) === all ? { ...time, end: time.end + told[0].length, counted: true } : time
}

/** “十四五”期间, 十四五末; 十五, 九五 and 八五 only in quotation marks, as they are numbers too. */
const era =
  /(?:[“"](十[一二三四五六]?|九|八)五[”"]|(十[一二三四五六])五)(?:规划)?(?:期间|时期|期内|期末|末期|末)/y
const eraOpens = /[“"十]/

function readEra(text: string, at: number): Time | null {
  if (!eraOpens.test(text[at]!)) return null
  const m = readAt(era, text, at)
  const n = m && numeral(m[1] ?? m[2]!)
  if (!m || n === null) return null
  // The tenth plan began in 2001; before the sixth they did not follow one another.
  const from = 2001 + 5 * (n - 10)
  const end = at + m[0].length
  const year = (y: number): Moment => ({
    start: at,
    end,
    year: { kind: 'named', year: y },
    from: { month: 1, day: 1 },
    to: { month: 12, day: 31 },
    grain: 'year',
    stretch: false,
    edge: null,
  })
  const last = year(from + 4)
  if (/末期?$/.test(m[0])) {
    const close: Moment = { ...last, edge: 'end' }
    return { start: at, end, first: close, last: close, range: false, era: true }
  }
  return { start: at, end, first: year(from), last, range: true, era: true }
}

/** 今明两年: the plan's year and the next. */
const twoYears = /今、?明两年/y

function readTwoYears(text: string, at: number): Time | null {
  const m = text[at] === '今' ? readAt(twoYears, text, at) : null
  if (!m) return null
  const end = at + m[0].length
  const year = (offset: number): Moment => ({
    start: at,
    end,
    year: { kind: 'plan', offset },
    from: { month: 1, day: 1 },
    to: { month: 12, day: 31 },
    grain: 'year',
    stretch: true,
    edge: null,
  })
  return { start: at, end, first: year(0), last: year(1), range: true }
}

/** What a range begins with that no calendar gives: 即日起至, 现在起到, 印发之日起至. */
const opening =
  /(?:(?:即日|现在|目前|今日)起?|(?:印发|下发|发文|发布|公布)之日起)(?:开始)?(?:至|到|-{1,2}|—{1,2}|~) ?$/

/** A date that 即日起至 leads to is the end of a range whose first day is not told. */
function withOpening(text: string, time: Time | null): Time | null {
  if (!time || time.range || !/[至到\-—~ ]/.test(text[time.start - 1] ?? '')) return time
  const m = opening.exec(text.slice(Math.max(0, time.start - 12), time.start))
  if (!m) return time
  const start = time.start - m[0].length
  const end = time.end + (readAt(close, text, time.end)?.[0].length ?? 0)
  const first: Moment = { ...time.first, start, from: null, stretch: true }
  return { ...time, start, end, first, range: true }
}

function readUncounted(text: string, at: number, alone: boolean): Time | null {
  const span = readYears(text, at, alone)
  if (span) return span
  const first = readMoment(text, at, alone)
  if (!first) return null
  const single: Time = { start: at, end: first.end, first, last: first, range: false }
  if (first.edge === 'end' && first.grain !== 'year') return single
  const to = readAt(dash, text, first.end)
  if (!to) return single
  const damaged = readDamaged(text, first.end + to[0].length, null)
  if (damaged) {
    const reading = `${text.slice(at, first.end)}${to[0]}${damaged.damaged}`
    return { start: at, end: damaged.end, first: { ...first, damaged: reading }, last: damaged, range: true }
  }
  const last = readLast(text, first.end + to[0].length, first, alone)
  if (!last || !fits(first, last)) return single
  const end = last.end + (readAt(close, text, last.end)?.[0].length ?? 0)
  return { start: at, end, first, last, range: true }
}

function readYears(text: string, at: number, alone: boolean): Time | null {
  if (/[0-9.]/.test(text[at - 1] ?? '')) return null
  const m = readAt(yearsDash, text, at)
  const last = m && readMoment(text, at + m[0].length)
  if (m && last && last.grain === 'year') return yearsFrom(at, Number(m[1]), last)
  const bare = alone ? readAt(yearsAlone, text, at) : null
  const end = bare && readMoment(text, at + bare[0].length - 4, true)
  return bare && end ? yearsFrom(at, Number(bare[1]), end) : null
}

function yearsFrom(at: number, year: number, last: Moment): Time {
  const first: Moment = {
    start: at,
    end: at + 4,
    year: { kind: 'named', year },
    from: { month: 1, day: 1 },
    to: { month: 12, day: 31 },
    grain: 'year',
    stretch: false,
    edge: null,
  }
  return { start: at, end: last.end, first, last, range: true }
}

function readLast(text: string, at: number, first: Moment, alone: boolean): Moment | null {
  const next = skipSpaces(text, at)
  if (first.from && first.grain === 'day') {
    const day = readDayOf(text, next, first.from.month)
    if (day) return day
  }
  const close = readEra(text, next)
  if (close && !close.range) return close.last
  const last = readMoment(text, next, alone)
  if (last || !first.figures || first.grain !== 'month') return last
  const m = readAt(monthFigure, text, next)
  if (!m) return null
  const n = Number(m[1])
  const whole = { from: { month: n, day: 1 }, to: { month: n, day: 0 } }
  const omitted = { year: { kind: 'omitted' as const } }
  return {
    start: next,
    end: next + m[0].length,
    ...omitted,
    ...whole,
    grain: 'month',
    stretch: false,
    edge: null,
  }
}

/** 2021年至6月 is no range, nor is 6月—2020年 (the end of one line and the beginning of another). */
function fits(first: Moment, last: Moment): boolean {
  if (first.grain === 'year' && first.edge === null && last.year.kind === 'omitted')
    return last.edge === 'end'
  return !(
    first.grain !== 'year' &&
    last.grain === 'year' &&
    last.edge === null &&
    first.year.kind === 'omitted'
  )
}

/** The last year is the next one where it is left out and its day lies before the first (12月至3月). */
export function wraps(time: Time): boolean {
  const { first, last } = time
  return (
    time.range && last.year.kind === 'omitted' && !!first.from && !!last.to && isBefore(last.to, first.from)
  )
}
