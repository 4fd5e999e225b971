/**
 * The times in a text at which work is to be done (contract, rule 8), each with its type and dates.
 *
 * One pass over the folded text: at each place a reader of {@link readTime moments and ranges}, of lengths
 * (3个工作日内), rhythms (每半年) or work without an end (长期坚持) may take what stands there; what it takes is
 * judged by the words around it and dated by the year that it names, the one last named in the sentence,
 * or the plan's. Every reader looks over a bounded stretch, so the pass is linear.
 */

import { mayBegin } from './deadlines/beginnings.ts'
import { isBefore, isoDate, lastDay } from './deadlines/calendar.ts'
import { readDamaged } from './deadlines/damaged.ts'
import { judge, type Verdict } from './deadlines/judge.ts'
import { judgeAlone } from './deadlines/judge-alone.ts'
import type { Moment } from './deadlines/moment.ts'
import { readOngoing, readUndated } from './deadlines/ongoing.ts'
import { quotedPositions } from './deadlines/quoted.ts'
import { readRecurring } from './deadlines/recurring.ts'
import { readAt } from './deadlines/scan.ts'
import { readTime, type Time, wraps } from './deadlines/time.ts'
import { readWithin } from './deadlines/within.ts'

export type DeadlineType = 'by' | 'during' | 'recurring' | 'within' | 'ongoing'

export interface DeadlineFound {
  /** Half-open, in the text: the shortest run that names the time. */
  readonly start: number
  readonly end: number
  readonly type: DeadlineType
  /** First and last day, `YYYY-MM-DD`; null where there is none or no year is known. */
  readonly from: string | null
  readonly to: string | null
  /** Characters are missing from it; what it may have said. */
  readonly damaged?: string
}

export interface DeadlineContext {
  /** The plan's year, for times that name none. */
  readonly year: number | null
  /** The text is a time: a cell of a time column, a bracket or a 完成时限 paragraph. */
  readonly asTime?: boolean
}

/** A time met in the text, with the year that it stands in. */
interface Met {
  readonly time: Time
  readonly fromYear: number | null
  readonly toYear: number | null
  /** A 每年 with a date stands before it in the sentence. */
  readonly yearly: boolean
}

const and = / ?(?:[和及与或/]|、(?:力争|争取|确保|保证|务必|最迟|最晚|不迟于|不晚于)?) ?/y
const sentenceEnd = '。!?'

/** Finds deadlines in folded text, in order; they do not overlap. */
export function findDeadlines(folded: string, context: DeadlineContext): DeadlineFound[] {
  const alone = context.asTime === true
  const quoted = quotedPositions(folded)
  const found: DeadlineFound[] = []
  const met: Met[] = []
  let lastYear: number | null = null
  let yearly = false

  for (let at = 0; at < folded.length; ) {
    if (!mayBegin(folded, at, alone)) {
      if (sentenceEnd.includes(folded[at]!)) {
        lastYear = null
        yearly = false
      }
      at++
      continue
    }
    const undated = alone ? readUndated(folded, at) : null
    if (undated !== null) {
      found.push(undatedAs('by', at, undated))
      at = undated
      continue
    }
    // “十四五”末, “七一”前: the marks are of the name alone.
    const opens = folded[at] === '“' || folded[at] === '"'
    const marked = opens && !quoted[at - 1] ? readTime(folded, at, alone) : null
    if (quoted[at] && !marked) {
      at++
      continue
    }
    const ongoing = readOngoing(folded, at, alone)
    if (ongoing !== null) {
      found.push(undatedAs('ongoing', at, ongoing))
      at = ongoing
      continue
    }
    const recurring = readRecurring(folded, at, alone)
    if (recurring) {
      found.push(undatedAs('recurring', at, recurring.end, recurring.damaged))
      yearly ||= recurring.yearly
      at = recurring.end
      continue
    }
    const time = marked ?? readTimeOrDamaged(folded, at, alone, context.year)
    if (time) {
      const fromYear = firstYearOf(time, context.year, lastYear)
      const toYear = time.range ? lastYearOf(time, fromYear, context.year) : fromYear
      met.push({ time, fromYear, toYear, yearly })
      if (names(time, toYear, context.year)) lastYear = toYear
      at = time.end
      continue
    }
    const within = readWithin(folded, at, alone)
    if (within) {
      found.push(undatedAs('within', at, within.end, within.damaged))
      at = within.end
      continue
    }
    at++
  }

  judgeAll(folded, met, context, alone, found)
  return found.sort((a, b) => a.start - b.start)
}

function readTimeOrDamaged(text: string, at: number, alone: boolean, planYear: number | null): Time | null {
  const damaged = readDamaged(text, at, planYear)
  if (damaged) {
    const rest = readAt(toRest, text, damaged.end)
    const last = rest && readTime(text, damaged.end + rest[0].length)
    if (!last || last.range)
      return { start: at, end: damaged.end, first: damaged, last: damaged, range: false }
    const reading = `${damaged.damaged}${rest[0]}${text.slice(last.start, last.end)}`
    const first: Moment = { ...damaged, damaged: reading }
    return { start: at, end: last.end, first, last: last.first, range: true }
  }
  return readTime(text, at, alone)
}
const toRest = / ?(?:至|到|-|—|~) ?/y

/** The year of a moment; null where neither it, its sentence nor the plan names one. */
function yearOf(moment: Moment, planYear: number | null, lastYear: number | null): number | null {
  const { year } = moment
  if (year.kind === 'named') return year.year
  if (year.kind === 'plan') return planYear === null ? null : planYear + year.offset
  const base = lastYear ?? planYear
  if (year.kind === 'omitted' || base === null) return base
  return base + year.offset
}

/** 10月至2022年3月: the first year is the last, or the one before it. */
function firstYearOf(time: Time, planYear: number | null, lastYear: number | null): number | null {
  const { first, last } = time
  if (!time.range || first.year.kind !== 'omitted' || last.year.kind !== 'named') {
    return yearOf(first, planYear, lastYear)
  }
  const early = first.from !== null && last.to !== null && isBefore(last.to, first.from)
  return last.year.year - (early ? 1 : 0)
}

function lastYearOf(time: Time, fromYear: number | null, planYear: number | null): number | null {
  const year = yearOf(time.last, planYear, fromYear)
  return year !== null && wraps(time) ? year + 1 : year
}

/** A year of the past is what the work is about (2020年度报告), not the year in which its days lie. */
function names(time: Time, year: number | null, planYear: number | null): boolean {
  return (
    !time.era && time.last.year.kind !== 'omitted' && year !== null && (planYear === null || year >= planYear)
  )
}

function undatedAs(type: DeadlineType, start: number, end: number, damaged?: string): DeadlineFound {
  return { start, end, type, from: null, to: null, ...(damaged === undefined ? {} : { damaged }) }
}

/** From the right, so that 6月底、12月底前 gives both the verdict of the last. */
function judgeAll(
  text: string,
  met: readonly Met[],
  context: DeadlineContext,
  alone: boolean,
  found: DeadlineFound[],
): void {
  let next: Verdict | null = null
  for (let k = met.length - 1; k >= 0; k--) {
    const one = met[k]!
    const { time, toYear } = one
    const following: Verdict | null = joins(text, one, met[k + 1]) ? next : null
    next = alone
      ? judgeAlone(text, time, following)
      : judge(text, time, toYear, context.year, following, joins(text, met[k - 1], one))
    if (next) found.push(dated(one, next))
  }
}

/** 6月30日和12月31日前: nothing but 和 between them. */
function joins(text: string, one: Met | undefined, other: Met | undefined): boolean {
  if (!one || !other) return false
  const between = readAt(and, text, one.time.end)
  return between !== null && one.time.end + between[0].length === other.time.start
}

/** Where no year is known, 2月29日 may be a day of it. */
const leapYear = 2000

function dated({ time, fromYear, toYear, yearly }: Met, { start, end, type }: Verdict): DeadlineFound {
  const damaged = time.first.damaged
  // 每年2月底前…，3月底前…: the second day comes round with the first.
  if (yearly && time.last.year.kind === 'omitted' && type === 'by') {
    return undatedAs('recurring', start, end, damaged)
  }
  if (damaged !== undefined) return undatedAs(type, start, end, damaged)
  const from = isoDate(fromYear, time.first.from)
  const to = isoDate(toYear, time.last.to)
  // 2021年2月30日前: the calendar has no such day, so that something else was meant.
  const day = time.last.to
  if (day !== null && isoDate(toYear ?? leapYear, day) === null) {
    const reading = `${day.month}月${lastDay(toYear ?? leapYear, day.month)}日`
    return undatedAs(type, start, end, toYear === null ? reading : `${toYear}年${reading}`)
  }
  if (type === 'by') return { start, end, type, from: null, to }
  // 2022年6月至2021年3月: one of the two is a slip, and nothing says which.
  return from !== null && to !== null && from > to
    ? undatedAs(type, start, end)
    : { start, end, type, from, to }
}
