/**
 * A moment: one date or stretch of the calendar as written, 2020年11月底, 12月31日, 第三季度, 今年下半年,
 * 次年1月31日, 年底, 2021.6. It says which year it names and from which day to which; whether it is when
 * work is done is judged elsewhere.
 */
import { numeral } from '../../text/numerals.ts'
import type { MonthDay } from './calendar.ts'
import { readEvent } from './events.ts'
import { readAt, skipSpaces } from './scan.ts'

/** How a year is named: in full, by the plan's year (今年 0, 明年 1), by the year last named (次年 1), or not. */
export type YearName =
  | { readonly kind: 'named'; readonly year: number }
  | { readonly kind: 'plan'; readonly offset: number }
  | { readonly kind: 'last'; readonly offset: number }
  | { readonly kind: 'omitted' }

export type Grain = 'year' | 'half' | 'quarter' | 'month' | 'part' | 'day' | 'event'

export interface Moment {
  readonly start: number
  readonly end: number
  readonly year: YearName
  /** First and last day; null where the calendar does not say (本月底, 春节). */
  readonly from: MonthDay | null
  readonly to: MonthDay | null
  readonly grain: Grain
  /** Names a stretch, not a date: 7月份, 第三季度, 上半年, 全年. */
  readonly stretch: boolean
  /** Its end (底, 末) or its beginning (初) is meant. */
  readonly edge: 'end' | 'begin' | null
  /** Written in figures alone: 2021.6, 2021-06-30. */
  readonly figures?: boolean
  /** Characters are missing; what it may have said (331日: 3月31日). */
  readonly damaged?: string
}

const cn = '〇零一二三四五六七八九十'
/** 2021年度内: 度 belongs to the year where 内 follows (2021年度内部审计 has none). */
const toInside = ' ?(?:之|以)?内(?![部容外地设控涵在蒙网河陆需审业])'
const yearNamed = new RegExp(
  `((?:19|20)\\d\\d|[一二][〇零一二三四五六七八九]{3}) ?年(?:度(?=${toInside})|(?!度|级|龄|代|限|轻|纪))`,
  'y',
)
const yearOfFiscal = /((?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3}) ?年度/y
const yearShort = /(\d\d) ?年(?=底|\d{1,2} ?月)/y
const yearRelative = new RegExp(
  `(今|本|当|明|次|翌|来|下一|上一|去|上|下)年(?:度(?= ?(?:1[0-2]|0?[1-9]) ?月|${toInside})|(?!度|级|龄|代|轻|纪|限|内部|半))`,
  'y',
)
/** In a column of times: 本年度. */
const yearRelativeFiscal = /(今|本|当|明|下一|下)年度(?=$|[,;。、)])/y
const relative: Readonly<Record<string, YearName>> = {
  今: { kind: 'plan', offset: 0 },
  本: { kind: 'plan', offset: 0 },
  当: { kind: 'last', offset: 0 },
  明: { kind: 'plan', offset: 1 },
  来: { kind: 'plan', offset: 1 },
  次: { kind: 'last', offset: 1 },
  翌: { kind: 'last', offset: 1 },
  下一: { kind: 'last', offset: 1 },
  下: { kind: 'last', offset: 1 },
  去: { kind: 'plan', offset: -1 },
  上: { kind: 'plan', offset: -1 },
  上一: { kind: 'plan', offset: -1 },
}
const month =
  /(1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九]) ?月(份)?(?!龄|租|薪|息|票|经期|均|嫂|光|饼|球)/y
const months =
  /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?(?:-{1,2}|—{1,2}|~|至|到|、) ?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月(份)?(?!龄|租|薪)/y
/** 3、6、9、12月底. */
const monthList =
  /(?:(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])、){2,11}(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月份?(底|末)?(?! ?\d|龄|租|薪)/y
const monthPart = /(上中旬|上旬|中旬|中下旬|下旬|月?底|月?末|初)/y
const day = /(3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十?[一二三四五六七八九]|二?十) ?(?:日|号)(?!均|常|程|报社)/y
/** 6月32日: no month has it, and what was meant is not known. */
const dayTooLate = /([3-9]\d) ?(?:日|号)(?!均|常|程|报社)/y
/** 12月31前: the 日 is left out before 前. */
const dayBare = /(3[01]|[12]\d|0?[1-9])(?= ?(?:之|以)?前)/y
const days = /(3[01]|[12]\d|0?[1-9])(?:日|号)? ?(?:-{1,2}|—{1,2}|~|至|到) ?(3[01]|[12]\d|0?[1-9]) ?(?:日|号)/y
const half = /(上|下|前|后)半年(底|末)?/y
const quarter = /第? ?([一二三四1-4])季度(?!一)(首月|末月|末|底|初)?/y
const quarters =
  /第? ?([一二三四1-4])(?:季度)? ?(?:、|和|-{1,2}|—{1,2}|~|至|到|及) ?第? ?([一二三四1-4])季度(?!一)(末|底)?/y
const firstQuarters = /前([二两三23])个?季度/y
const firstMonths = new RegExp(`前(\\d{1,2}|[${cn}]{1,2}|两)个月`, 'y')
/** 年中组织督查, but not 今年中央…, 当年中标…. */
const middle =
  '中(?=$|[,。;、)]|之?前|和年|(?:组织|开展|召开|进行|完成|通报|评估|督[查导]|考核|分析|总结|报送))'
const edges = `(底(?![数线册稿层])|末(?!端)|终(?![止身审端])|初(?![步中高级期一二三])|${middle})`
const yearEdge = new RegExp(`年?${edges}`, 'y')
const yearEdgeAlone = new RegExp(`年${edges}`, 'y')
/** 月底, 本月底, 下月初, 次月5日: of which month is not said. */
const monthUnsaid = /(?:(本|当|下|次)个?月|月(?=底|末))(底|末|初|上旬|中旬|下旬)?/y
const quarterUnsaid = /(?:本|当|下)季度?(末|底)?|(?<![上各首春夏秋冬雨旱淡旺])季度?(末|底)/y
/** 本周内, 下周五前. */
const weekUnsaid = /[本当下](?:周|星期)(?![期边转刊报岁年长围密次个])(末|[一二三四五六日天])?/y
/** 年内, 年度内, 月内. */
const insideUnsaid = new RegExp(`(年度?|月)(?=${toInside})`, 'y')
const wholeYear = /全年度?/y
const weekday = / ?\((?:星期|周|礼拜)[一二三四五六日天]\)/y
const clock = new RegExp(
  ` ?(?:(?:上午|下午|中午|晚上?|早上?)? ?(?:\\d{1,2}:\\d\\d|(?:\\d{1,2}|[${cn}]{1,3}) ?(?:时|点)(?:\\d{1,2}分|整|半)?)|下班|中午|上午)(?= ?(?:之|以)?前)`,
  'y',
)
const figures =
  /((?:19|20)\d\d)([./])(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9])(?:日|号)?|月(?:份|底|末)?)?(?![\d.%/])/y
const isoFigures =
  /((?:19|20)\d\d)-(1[0-2]|0?[1-9])(?:-(3[01]|[12]\d|0?[1-9])(?:日|号)?|月(?:份|底|末)?)?(?![\d.%-])/y
const runFigures = /((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d|日|号|年|月|元|万|人|[A-Za-z])/y
/** 6.30 in a column of times. */
const dayFigures = /(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d.%/])/y
const yearFigures = /((?:19|20)\d\d)(?=$|[,;。、)]|-|—|至|到)/y

export type Sub = Omit<Moment, 'start' | 'year'>

const first: MonthDay = { month: 1, day: 1 }
const last: MonthDay = { month: 12, day: 31 }

/** The moment that begins at `at`. `alone`: the text is nothing but a time, so figures count as one. */
export function readMoment(text: string, at: number, alone = false): Moment | null {
  if (follows(text, at)) return null
  const named = readYear(text, at, alone)
  if (named) {
    if (named.whole) return { start: at, year: named.year, ...named.whole }
    const next = skipSpaces(text, named.end)
    const sub = readSub(text, next, true) ?? readEdge(text, next)
    if (sub) return { start: at, year: named.year, ...sub }
    const whole = { from: first, to: last, grain: 'year' as const, stretch: false, edge: null }
    return { start: at, end: named.end, year: named.year, ...whole }
  }
  const sub = readSub(text, at, alone) ?? readAloneEdge(text, at) ?? (alone ? readDayFigures(text, at) : null)
  return sub && { start: at, year: { kind: 'omitted' }, ...sub }
}

/** A time does not begin in the middle of a number, nor after 第 (第1季度 does: it begins with 第). */
function follows(text: string, at: number): boolean {
  const before = text[at - 1]
  if (before === undefined) return false
  const here = text[at]!
  // 1.6月底前: the number of an item, then a month.
  if (/[0-9]/.test(here) && before === '.') return !/^\d{1,4} ?[年月]/.test(text.slice(at, at + 6))
  if (/[0-9]/.test(here)) return /[0-9A-Za-z第]/.test(before)
  if (cn.includes(here)) return cn.includes(before) || /[0-9.第]/.test(before)
  if (/[年月季]/.test(here)) return /[0-9每近数几多半往个逐]/.test(before) || cn.includes(before)
  return false
}

interface Year {
  readonly end: number
  readonly year: YearName
  readonly whole?: Sub
}

function readYear(text: string, at: number, alone: boolean): Year | null {
  let m = readAt(yearNamed, text, at)
  if (m) return { end: at + m[0].length, year: { kind: 'named', year: numeral(m[1]!)! } }
  m = readAt(yearShort, text, at)
  if (m && Number(m[1]) < 50)
    return { end: at + m[0].length, year: { kind: 'named', year: 2000 + Number(m[1]) } }
  m = readAt(yearRelative, text, at)
  if (m) return { end: at + m[0].length, year: relative[m[1]!]! }
  m = readAt(figures, text, at)
  if (m) return inFigures(at, m[0], m[1]!, m[3]!, m[4])
  m = readAt(isoFigures, text, at)
  if (m) return inFigures(at, m[0], m[1]!, m[2]!, m[3])
  if (!alone) return null
  m = readAt(runFigures, text, at)
  if (m) return inFigures(at, m[0], m[1]!, m[2]!, m[3])
  m = readAt(yearOfFiscal, text, at)
  if (m) return wholeYearNamed(at + m[0].length, numeral(m[1]!)!, true)
  m = readAt(yearRelativeFiscal, text, at)
  if (m) {
    const whole: Sub = {
      end: at + m[0].length,
      from: first,
      to: last,
      grain: 'year',
      stretch: true,
      edge: null,
    }
    return { end: whole.end, year: relative[m[1]!]!, whole }
  }
  m = readAt(yearFigures, text, at)
  return m && wholeYearNamed(at + 4, Number(m[1]), false)
}

function wholeYearNamed(end: number, year: number, stretch: boolean): Year {
  const whole: Sub = { end, from: first, to: last, grain: 'year', stretch, edge: null }
  return { end, year: { kind: 'named', year }, whole }
}

function inFigures(at: number, whole: string, y: string, m: string, d: string | undefined): Year {
  const end = at + whole.length
  const on = { month: Number(m), day: Number(d ?? 0) }
  const sub: Sub = {
    end,
    from: { month: on.month, day: on.day || 1 },
    to: on,
    grain: d === undefined ? 'month' : 'day',
    stretch: false,
    edge: null,
    figures: true,
  }
  return { end, year: { kind: 'named', year: Number(y) }, whole: sub }
}

/** A month, day, quarter or half year. `inYear`: a year (or 每年) stands before it, or it is all the text. */
export function readSub(text: string, at: number, inYear: boolean): Sub | null {
  return (
    readMonthList(text, at) ??
    readMonths(text, at, inYear) ??
    readMonth(text, at) ??
    readQuarter(text, at, inYear) ??
    readHalf(text, at) ??
    readWhole(text, at) ??
    readUnsaid(text, at) ??
    readEvent(text, at)
  )
}

/** Three months or more are no item's number and a month. Apart, what is known of them is when the last is over. */
function readMonthList(text: string, at: number): Sub | null {
  const m = readAt(monthList, text, at)
  if (!m) return null
  const all = m[0].match(/[\d一二三四五六七八九十]+/g)!.map(monthOf)
  if (all.some((n, k) => k > 0 && n <= all[k - 1]!)) return null
  const [from, to] = [all[0]!, all.at(-1)!]
  const apart = to - from >= all.length
  return {
    end: at + m[0].length,
    from: apart ? null : { month: from, day: 1 },
    to: { month: to, day: 0 },
    grain: 'month',
    stretch: !apart,
    edge: m[1] === undefined ? null : 'end',
  }
}

function readMonths(text: string, at: number, inYear: boolean): Sub | null {
  const m = readAt(months, text, at)
  if (!m) return null
  const from = monthOf(m[1]!)
  const to = monthOf(m[2]!)
  const end = at + m[0].length
  const listed = m[0].includes('、')
  // In running text 1、12月底前 may be an item's number and a month: it is a list where a year has led in, and
  // in 5、6月份, unless a sentence has ended before it.
  const told = inYear || (m[3] !== undefined && to === from + 1 && !/[。;:!? ]/.test(text[at - 1] ?? ''))
  if (to <= from || (listed && !told) || readAt(day, text, end)) return null
  // 8、9月 is one stretch as 8-9月 is, 6、12月 are two months: what is known is when the last is over.
  if (listed && to !== from + 1) {
    return { end, from: null, to: { month: to, day: 0 }, grain: 'month', stretch: false, edge: null }
  }
  const stretch = { from: { month: from, day: 1 }, to: { month: to, day: 0 } }
  if (text[end] === '底' || text[end] === '末') {
    return { end: end + 1, ...stretch, grain: 'month', stretch: true, edge: 'end' }
  }
  return { end, ...stretch, grain: 'month', stretch: true, edge: null }
}

function monthOf(text: string): number {
  return text === '元' ? 1 : numeral(text)!
}

function readMonth(text: string, at: number): Sub | null {
  const m = readAt(month, text, at)
  if (!m) return null
  const n = monthOf(m[1]!)
  const end = at + m[0].length
  const next = skipSpaces(text, end)
  const on = readDay(text, next, n)
  if (on) return on
  const part = readAt(monthPart, text, next)
  if (part && !(part[1] === '初' && /[中高一二三步级]/.test(text[next + 1] ?? ''))) {
    return { end: next + part[0].length, ...partOf(n, part[1]!) }
  }
  const whole = { from: { month: n, day: 1 }, to: { month: n, day: 0 } }
  return { end, ...whole, grain: 'month', stretch: m[2] !== undefined, edge: null }
}

/** A day of the month `n` (null: of one that is not said), or days from one to another. */
function readDay(text: string, at: number, n: number | null): Sub | null {
  const on = (d: number): MonthDay | null => (n === null ? null : { month: n, day: d })
  const stretch = readAt(days, text, at)
  if (stretch && Number(stretch[1]) < Number(stretch[2])) {
    const [from, to] = [on(Number(stretch[1])), on(Number(stretch[2]))]
    return { end: at + stretch[0].length, from, to, grain: 'day', stretch: true, edge: null }
  }
  const m = readAt(day, text, at) ?? readAt(dayBare, text, at)
  if (!m) {
    const late = n === null ? null : readAt(dayTooLate, text, at)
    const to = late && on(Number(late[1]))
    return late && { end: at + late[0].length, from: to, to, grain: 'day', stretch: false, edge: null }
  }
  const d = numeral(m[1]!)
  if (d === null || d < 1 || d > 31) return null
  let end = at + m[0].length
  end += readAt(weekday, text, end)?.[0].length ?? 0
  end += readAt(clock, text, end)?.[0].length ?? 0
  return { end, from: on(d), to: on(d), grain: 'day', stretch: false, edge: null }
}

/** A day whose month is the one last named: 30日 after 6月1日至. */
export function readDayOf(text: string, at: number, n: number): Moment | null {
  const sub = readDay(text, at, n)
  return sub && { start: at, year: { kind: 'omitted' }, ...sub }
}

function partOf(n: number, part: string): Omit<Sub, 'end'> {
  const on = (from: number, to: number) => ({ from: { month: n, day: from }, to: { month: n, day: to } })
  switch (part) {
    case '上旬':
      return { ...on(1, 10), grain: 'part', stretch: true, edge: null }
    case '中旬':
      return { ...on(11, 20), grain: 'part', stretch: true, edge: null }
    case '上中旬':
      return { ...on(1, 20), grain: 'part', stretch: true, edge: null }
    case '中下旬':
      return { ...on(11, 0), grain: 'part', stretch: true, edge: null }
    case '下旬':
      return { ...on(21, 0), grain: 'part', stretch: true, edge: null }
    case '初':
      // 3月初 has no last day.
      return { from: null, to: null, grain: 'month', stretch: false, edge: 'begin' }
    default:
      return { ...on(1, 0), grain: 'month', stretch: false, edge: 'end' }
  }
}

const quarterOf = (text: string) => numeral(text)!
const quarterDays = (a: number, b: number) => ({
  from: { month: 3 * a - 2, day: 1 },
  to: { month: 3 * b, day: 0 },
})

function readQuarter(text: string, at: number, inYear: boolean): Sub | null {
  const span = readAt(quarters, text, at)
  if (span) {
    const [a, b] = [quarterOf(span[1]!), quarterOf(span[2]!)]
    if (b > a && !(span[0].includes('、') && b !== a + 1)) {
      const edge = span[3] ? ('end' as const) : null
      return { end: at + span[0].length, ...quarterDays(a, b), grain: 'quarter', stretch: true, edge }
    }
  }
  const m = readAt(quarter, text, at)
  if (m) {
    const n = quarterOf(m[1]!)
    const end = at + m[0].length
    const mark = m[2]
    if (mark === '首月' || mark === '末月') {
      const month = mark === '首月' ? 3 * n - 2 : 3 * n
      const whole = { from: { month, day: 1 }, to: { month, day: 0 } }
      return { end, ...whole, grain: 'month', stretch: true, edge: null }
    }
    if (mark === '初') return { end, from: null, to: null, grain: 'quarter', stretch: false, edge: 'begin' }
    return { end, ...quarterDays(n, n), grain: 'quarter', stretch: !mark, edge: mark ? 'end' : null }
  }
  const first3 = readAt(firstQuarters, text, at)
  if (first3) {
    const n = numeral(first3[1]!)!
    return { end: at + first3[0].length, ...quarterDays(1, n), grain: 'quarter', stretch: true, edge: null }
  }
  const firstN = inYear ? readAt(firstMonths, text, at) : null
  const n = firstN && numeral(firstN[1]!)
  if (!firstN || !n || n > 12) return null
  const span2 = { from: first, to: { month: n, day: 0 } }
  return { end: at + firstN[0].length, ...span2, grain: 'month', stretch: true, edge: null }
}

function readHalf(text: string, at: number): Sub | null {
  const m = readAt(half, text, at)
  if (!m) return null
  const late = m[1] === '下' || m[1] === '后'
  const whole = late ? { from: { month: 7, day: 1 }, to: last } : { from: first, to: { month: 6, day: 30 } }
  return { end: at + m[0].length, ...whole, grain: 'half', stretch: !m[2], edge: m[2] ? 'end' : null }
}

function readWhole(text: string, at: number): Sub | null {
  const m = readAt(wholeYear, text, at)
  return m && { end: at + m[0].length, from: first, to: last, grain: 'year', stretch: true, edge: null }
}

function readUnsaid(text: string, at: number): Sub | null {
  const none = { from: null, to: null }
  const m = readAt(monthUnsaid, text, at)
  if (m) {
    let end = at + m[0].length
    if (!m[1] && !m[2]) return null
    const edge = m[2] === '初' ? 'begin' : m[2] === '底' || m[2] === '末' ? 'end' : null
    if (m[2]) return { end, ...none, grain: 'month', stretch: false, edge }
    const on = readDay(text, skipSpaces(text, end), null)
    if (on) return on
    if (text[end] === '份') end++
    return { end, ...none, grain: 'month', stretch: true, edge: null }
  }
  const within = readAt(insideUnsaid, text, at)
  if (within) {
    const year = within[1] !== '月'
    const dates = year ? { from: first, to: last } : none
    return {
      end: at + within[0].length,
      ...dates,
      grain: year ? 'year' : 'month',
      stretch: false,
      edge: null,
    }
  }
  const q = readAt(quarterUnsaid, text, at)
  if (q) {
    const edge = (q[1] ?? q[2]) ? ('end' as const) : null
    return { end: at + q[0].length, ...none, grain: 'quarter', stretch: !edge, edge }
  }
  const week = readAt(weekUnsaid, text, at)
  if (!week) return null
  const day = week[1]
  const edge = day === '末' ? 'end' : null
  const grain = day === undefined || edge ? 'part' : 'day'
  return { end: at + week[0].length, ...none, grain, stretch: day === undefined, edge }
}

/** 2021年底, 今年年底, 2021年初. */
function readEdge(text: string, at: number): Sub | null {
  const m = readAt(yearEdge, text, at)
  return m && edgeOf(at + m[0].length, m[1]!)
}

/** 年底, 年末, 年初. */
function readAloneEdge(text: string, at: number): Sub | null {
  const m = readAt(yearEdgeAlone, text, at)
  return m && edgeOf(at + m[0].length, m[1]!)
}

function edgeOf(end: number, mark: string): Sub {
  if (mark === '初' || mark === '中') {
    return { end, from: null, to: null, grain: 'year', stretch: false, edge: mark === '初' ? 'begin' : null }
  }
  return { end, from: first, to: last, grain: 'year', stretch: false, edge: 'end' }
}

function readDayFigures(text: string, at: number): Sub | null {
  const m = readAt(dayFigures, text, at)
  if (!m) return null
  const on = { month: Number(m[1]), day: Number(m[2]) }
  return { end: at + m[0].length, from: on, to: on, grain: 'day', stretch: false, edge: null, figures: true }
}
