/**
 * Dates that lost characters on the way: copies drop the 年 and 月 beside figures (2020610日, 每年331日前,
 * 201912月底前) or the figures themselves (年月底前). They are kept as printed; what they may have said is
 * for the message, not for the value.
 */
import type { Moment, YearName } from './moment.ts'
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

export function readDamaged(text: string, at: number): Moment | null {
  const before = text[at - 1] ?? ''
  const here = text[at]!
  if (here === '年' || here === '月') return readFiguresLost(text, at, before)
  if (here < '0' || here > '9' || /[0-9.A-Za-z]/.test(before)) return null
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
    return lost(at, m[0].length, year, /[日号]$/.test(m[0]) ? 'day' : 'month', [
      `${m[1] ? `${m[1]}年` : ''}?月${m[2]}`,
    ])
  }
  m = readAt(dayRun, text, at)
  return m && lost(at, m[0].length, none, 'day', monthDays(m[1]!))
}

const named = (year: string): YearName => ({ kind: 'named', year: Number(year) })

function readFiguresLost(text: string, at: number, before: string): Moment | null {
  if (/[0-9每〇零一二三四五六七八九十个当本下次上半今明元]/.test(before)) return null
  const m = readAt(figuresLost, text, at)
  // 月底前 alone has lost nothing.
  if (!m || m[0] === '月底' || m[0] === '月末') return null
  const reading = m[0].replace('年', '?年').replace('月', '?月').replace('日', '?日')
  return lost(at, m[0].length, { kind: 'omitted' }, m[0].endsWith('日') ? 'day' : 'month', [reading])
}
