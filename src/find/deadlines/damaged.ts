/**
 * Dates that lost characters on the way: copies drop the 年 and 月 beside figures (2020610日, 每年331日前,
 * 201912月底前) or the figures themselves (年月底前), a figure of the year falls out or comes twice (202年,
 * 20222年), letters and 曰 stand for figures and 日 (2O22年, 31曰). They are kept as printed; what they may have
 * said is for the message, not for the value.
 */
import { lastDay } from './calendar.ts'
import { type Moment, readMoment, type YearName } from './moment.ts'
import { readAt } from './scan.ts'

/** 201912月底, 20181231月? no: five or six figures before 月. */
const yearLost =
  /((?:19|20)\d\d)(1[0-2]|0?[1-9]) ?月(?:份|底|末|上旬|中旬|下旬|(3[01]|[12]\d|0?[1-9])(?:日|号))?/y
/** 20181231日, 2020610日. */
const marksLost = /((?:19|20)\d\d)(\d{2,4})(?:日|号)/y
/** 2020年1130日, 331日. */
const monthLost = /((?:19|20)\d\d)年(\d{3,4})(?:日|号)/y
const dayRun = /(\d{3,4})(?:日|号)(?= ?(?:之|以)?前)/y
/** The figures are gone: 年月底前, 年月日前. */
const figuresLost = /(?:年)?月(?:底|末|日)(?=(?:之|以)?前)|年月(?:底|末|日)/y

/** No year has such a month: 13月底前, 2021年15月30日前. */
const noMonth =
  /(?:((?:19|20)\d\d) ?年 ?)?(?:1[3-9]|[2-9]\d|00?) ?月(份?底|末|(?:3[01]|[12]\d|0?[1-9])(?:日|号))(?= ?(?:之|以)?前)/y

/** 6月301日前: a figure too many. */
const dayTooLong = /((?:(?:19|20)\d\d ?年 ?)?(1[0-2]|0?[1-9]) ?月)(\d{3})(日|号)(?= ?(?:之|以)?前)/y
/** Letters for figures, and 曰 for 日. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', 曰: '日' }
const lookalike = /[OoIl曰]/g
/** A run that would be a date if its look-alikes were what they look like. */
const smudged = /(?:[\dOoIl]{1,5} ?年 ?)?(?:[\dOoIl]{1,2} ?月 ?)?(?:[\dOoIl]{1,2} ?[日号曰])?/y
/** No year has three or five figures (22年 is short for 2022年), nor begins but with 19 or 20. */
const noYear = /(0\d\d|19\d|2\d\d|(?!19|20)\d{4}|[0-2]\d{4}) ?年 ?/y

/** No reading suggests itself. */
export const illegible = '?'

/** How a run of figures may be parted into month and day: 331 → 3月31日; 111 → 1月11日, 11月1日. */
export function monthDays(run: string): string[] {
  const readings: string[] = []
  for (const cut of [1, 2]) {
    const [m, d] = [run.slice(0, cut), run.slice(cut)]
    if (!/^[1-9]\d?$/.test(m) || !/^[1-9]\d?$/.test(d)) continue
    if (Number(m) <= 12 && Number(d) <= 31) readings.push(`${Number(m)}月${Number(d)}日`)
  }
  return readings
}

function lost(
  at: number,
  length: number,
  year: YearName,
  grain: 'day' | 'month',
  readings: string[],
): Moment | null {
  if (readings.length === 0) return null
  const dates = { from: null, to: null, grain, stretch: false, edge: null }
  return { start: at, end: at + length, year, ...dates, damaged: readings.join('或') }
}

/** `planYear`: of the years that a damaged one may have been, the likely one. */
export function readDamaged(text: string, at: number, planYear: number | null): Moment | null {
  const before = text[at - 1] ?? ''
  const here = text[at]!
  if (here === '年' || here === '月') return readFiguresLost(text, at, before)
  if (!/[0-9Il]/.test(here) || /[0-9.A-Za-z]/.test(before)) return null
  return readNoYear(text, at, planYear) ?? readSmudged(text, at, planYear) ?? readRunTogether(text, at)
}

function readRunTogether(text: string, at: number): Moment | null {
  const none: YearName = { kind: 'omitted' }
  let m = readAt(yearLost, text, at)
  if (m) {
    const rest = m[0].slice(m[0].indexOf('月') + 1)
    return lost(at, m[0].length, named(m[1]!), m[3] ? 'day' : 'month', [`${m[1]}年${Number(m[2])}月${rest}`])
  }
  m = readAt(monthLost, text, at)
  if (m)
    return lost(
      at,
      m[0].length,
      named(m[1]!),
      'day',
      monthDays(m[2]!).map((d) => `${m![1]}年${d}`),
    )
  m = readAt(marksLost, text, at)
  if (m)
    return lost(
      at,
      m[0].length,
      named(m[1]!),
      'day',
      monthDays(m[2]!).map((d) => `${m![1]}年${d}`),
    )
  m = readAt(noMonth, text, at)
  if (m) {
    const year = m[1] ? named(m[1]) : none
    return lost(at, m[0].length, year, /[日号]$/.test(m[0]) ? 'day' : 'month', [illegible])
  }
  m = readAt(dayTooLong, text, at)
  if (m) {
    const [whole, month, n, run, mark] = m
    const days = [...without(run!)]
      .filter((d) => /^[1-9]/.test(d))
      .filter((d) => Number(d) <= lastDay(2000, Number(n)))
    return lost(
      at,
      whole.length,
      none,
      'day',
      days.length > 0 ? days.map((d) => `${month}${d}${mark}`) : [illegible],
    )
  }
  m = readAt(dayRun, text, at)
  return m && lost(at, m[0].length, none, 'day', monthDays(m[1]!))
}

const named = (year: string): YearName => ({ kind: 'named', year: Number(year) })

/** The runs that dropping one figure leaves. */
function without(run: string): Set<string> {
  return new Set(Array.from(run, (_, k) => run.slice(0, k) + run.slice(k + 1)))
}

/** 202年6月底: what follows the year must be a date of it, so that 200年历史 is none. */
function readNoYear(text: string, at: number, planYear: number | null): Moment | null {
  const m = readAt(noYear, text, at)
  if (!m) return null
  const from = at + m[0].length
  const any = '2000年'
  const moment = readMoment(any + text.slice(from, from + longest), 0)
  if (!moment || (moment.grain === 'year' && moment.edge === null)) return null
  const end = from + moment.end - any.length
  const year = likelyYear(m[1]!, planYear)
  const reading = year === null ? illegible : `${year}年${text.slice(from, end)}`
  return lost(at, end - at, { kind: 'omitted' }, moment.grain === 'day' ? 'day' : 'month', [reading])
}
/** No moment is longer than this. */
const longest = 24

/** The plan's year, the next, or the only year that one figure lost, added or changed in place makes of the run. */
function likelyYear(run: string, planYear: number | null): number | null {
  const years = new Set([...repaired(run)].filter((y) => /^(?:19|20)\d\d$/.test(y)).map(Number))
  for (const year of planYear === null ? [] : [planYear, planYear + 1]) if (years.has(year)) return year
  return years.size === 1 ? [...years][0]! : null
}

function repaired(run: string): Iterable<string> {
  if (run.length === 5) return without(run)
  const places = Array.from({ length: run.length + 1 }, (_, k) => k)
  if (run.length === 3)
    return places.flatMap((k) => Array.from('0123456789', (d) => run.slice(0, k) + d + run.slice(k)))
  return places.slice(2).map((k) => run.slice(0, k - 2) + run[k - 1] + run[k - 2] + run.slice(k))
}

function readSmudged(text: string, at: number, planYear: number | null): Moment | null {
  const run = readAt(smudged, text, at)![0]
  const marks = [...run.matchAll(lookalike)]
  if (marks.length === 0) return null
  const end = at + run.length
  const reading = run.replace(lookalike, (c) => lookalikes[c]!) + text.slice(end, end + longest)
  const moment = readNoYear(reading, 0, planYear) ?? readMoment(reading, 0)
  if (!moment || moment.end <= marks.at(-1)!.index) return null
  const { year, grain } = moment
  return lost(at, moment.end, year, grain === 'day' ? 'day' : 'month', [
    moment.damaged ?? reading.slice(0, moment.end),
  ])
}

function readFiguresLost(text: string, at: number, before: string): Moment | null {
  if (/[0-9每〇零一二三四五六七八九十个当本下次上半今明元]/.test(before)) return null
  const m = readAt(figuresLost, text, at)
  // 月底前 alone has lost nothing.
  if (!m || m[0] === '月底' || m[0] === '月末') return null
  const reading = m[0].replace('年', '?年').replace('月', '?月').replace('日', '?日')
  return lost(at, m[0].length, { kind: 'omitted' }, m[0].endsWith('日') ? 'day' : 'month', [reading])
}
