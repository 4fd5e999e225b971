/**
 * Whether a time in running text says when the work is done, from the words before and after it.
 * A time with 前, or led in by 到, nearly always does; a bare date or stretch only where it opens a clause
 * of work (7月份，专项督察…) or goes straight before its verb (于2020年4月组织…). When in doubt it does
 * not: a fact taken for a deadline misleads more than a missing one, which the text still shows.
 */

import { endsWithAny, readAt, skipSpaces, wordAt, wordsBefore } from './scan.ts'
import type { Time } from './time.ts'
import * as words from './words.ts'

export interface Verdict {
  readonly start: number
  readonly end: number
  readonly type: 'by' | 'during'
}

export const ahead =
  / ?(?:下班)?(?:之|以)?前(?![后期置述提沿瞻端线景往列移来身款夕半]|(?:[一二两三四五六七八九十]|\d{1,2})个?(?:季度|月))/y
const inside = / ?(?:之|以)?内(?![部容外地设控涵在蒙网河陆需审业])/y
const until = / ?(?:为止|止)(?![损血咳])/y
/** 2019年起, 6月开始, 2020年以来, 年底后: when it starts, or what came after. */
const starts =
  /(?:当?[日天])?(?:起(?![草步诉点效义底降])|开始|以来|以后|之后|后(?![续期勤备台方果半])|始(?!终)|启用|至今|左右开始)/y
const startBefore = /(?:从|自|始于|起于|早于|(?<!不|不得|不能|不应)晚于|自从)$/
/** From 3月 to 10月: it leads in the range and is no part of it. */
const fromBefore = /(?:自从|自|从)$/
const reachBefore = /(?:截至|截止到|截止至|截止|直到|到|至)$/
const openStart = /(?:现在|目前|当前|即日起|之日起|起|今后)$/

/**
 * `planYear`: a year before it tells of the past. `next`: the verdict on the time that 、 or 和 joins to this
 * one; `continues`: this one is joined to the time before it.
 */
export function judge(
  text: string,
  time: Time,
  year: number | null,
  planYear: number | null,
  next: Verdict | null,
  continues: boolean,
): Verdict | null {
  const { start, end, first, last } = time
  const whole = continues ? '' : wordsBefore(text, start)
  const before = time.range ? whole.replace(fromBefore, '') : whole
  if (year !== null && planYear !== null && year < planYear - 1) return null
  if (readAt(words.takesForceAfter, text, end)) return null

  const front = last.edge === 'begin' ? null : readAt(ahead, text, end)
  if (front) return dueBefore(text, before, time, end + front[0].length)
  if (last.grain === 'event') return null
  if (time.counted) {
    return endsWithAny(before, words.ownedBefore) || describes(text, end)
      ? null
      : { start, end, type: 'during' }
  }
  const within = time.range || last.grain === 'day' ? null : readAt(inside, text, end)
  if (within) return bound(text, before, time, end + within[0].length)
  if (readAt(starts, text, end) || (!time.range && startBefore.test(before))) return null

  const to = reachBefore.exec(before)
  if (to && !time.range) {
    const past = year !== null && planYear !== null && year < planYear
    return reach(text, before.slice(0, -to[0].length), to[0], time, past)
  }
  if (next) return { start, end, type: next.type }
  const fromDay = before !== whole && time.first.from !== null
  // 从2019年到2021年: a span that began before the plan may tell what was done.
  if (fromDay && first.year.kind === 'named' && planYear !== null && first.year.year < planYear) return null
  return bare(text, before, time, year, planYear, fromDay)
}

/** The time and the verb after it describe a thing: 2018年底前建成的小区, 12月底前印发《…》的单位. */
function describes(text: string, end: number): boolean {
  let at = skipSpaces(text, end)
  if (text[at] === '的') return true
  for (let n = 0; n < 6; n++) {
    const word =
      wordAt(text, at, words.resultVerbs) ??
      wordAt(text, at, words.workVerbs) ??
      wordAt(text, at, words.adverbs)
    if (!word) return n > 0 && (text[at] === '的' || readAt(quoted, text, at) !== null)
    at += word.length
  }
  return false
}
/** 印发《…》的 */
const quoted = /《[^《》]{1,60}》的/y

function dueBefore(text: string, before: string, time: Time, end: number): Verdict | null {
  const to = reachBefore.exec(before)
  if (endsWithAny(before, words.ownedBefore) || describes(text, end)) return null
  if (/^,?(?:均|都|全部|基本)?已(?!有条件)/.test(text.slice(end, end + 5))) return null
  const start = to && !time.range ? time.start - to[0].length - spaces(text, time.start) : time.start
  return { start, end, type: 'by' }
}

function bound(text: string, before: string, time: Time, end: number): Verdict | null {
  return endsWithAny(before, words.ownedBefore) || describes(text, end)
    ? null
    : { start: time.start, end, type: 'by' }
}

/** 到2020年, 截至年底, 至1998年. */
function reach(text: string, before: string, to: string, time: Time, past: boolean): Verdict | null {
  if (endsWithAny(before, words.reachVerbs) || openStart.test(before)) return null
  // 自口岸启用之日至2047年6月30日: how long something lasts.
  if (/^(?:自|从)|[,;。:](?:自|从)/.test(before) && !/[,;。:].*[,;。:]/.test(before)) return null
  const close = readAt(until, text, time.end)
  const end = time.end + (close?.[0].length ?? 0)
  if (/^(?:的|远景|目标|水平|期间|度)/.test(text.slice(end, end + 2))) return null
  if (to.startsWith('截') && (past || tellsPast(text, end))) return null
  const start = time.start - to.length - spaces(text, time.start)
  return { start, end, type: 'by' }
}

const spaces = (text: string, at: number) => {
  let n = 0
  while (n < 4 && text[at - 1 - n] === ' ') n++
  return n
}

function tellsPast(text: string, end: number): boolean {
  return /已|累计|共有?|现有|拥有|全市有|达/.test(restOfSentence(text, end, 60))
}

/** 第一阶段（5月1日—31日）. */
const ofStage = /阶段\($/
/** 5月10日至25日为自查阶段. */
const isStage = / ?[为是][^,;。:()]{2,12}阶段(?=$|[,;。])/y
/** 半年、全年总结: what the summary is of. */
const namesPeriod = /(?:半年|季度?|月度|年度)、$/
/** 2021年6月至8月期间，…; “十四五”期内. */
const period = / ?期间内?| ?内(?![部容外地设控涵在蒙网河陆需审业])/y

/** A date or stretch with nothing but its verb or its comma. */
function bare(
  text: string,
  before: string,
  time: Time,
  year: number | null,
  planYear: number | null,
  fromDay: boolean,
): Verdict | null {
  const { first, last } = time
  if (last.edge === 'begin') return null
  if (last.year.kind === 'plan' && last.year.offset < 0) return null
  if (last.figures) return null
  const future = year !== null && planYear !== null && year > planYear
  if (year !== null && planYear !== null && year < planYear) return null
  const opens = before === '' || /[,;。:!?、()”》"\u2022·]$/.test(before)
  const led = words.leads.test(before) || words.statesTime.test(before)
  // （2021—2023年）, 三季度） close a name.
  if (/\($/.test(before) && text[time.end] === ')') {
    if (!ofStage.test(before) || !time.range || last.grain === 'year') return null
    return { start: time.start, end: time.end, type: 'during' }
  }
  // 于2021年3月5日召开: a day of the plan's own year tells of the past unless it says that it is to come.
  const told = first.grain === 'day' && first.year.kind === 'named' && !future
  if (told && !words.toCome.test(before) && !words.statesTime.test(before) && !opens) return null
  const date = last.edge !== null || last.grain === 'day' || (last.grain === 'year' && last.to === null)
  const type = time.range || first.stretch || !date ? 'during' : 'by'
  const verdict: Verdict = { start: time.start, end: time.end, type }
  const at = skipSpaces(text, time.end + (readAt(period, text, time.end)?.[0].length ?? 0))
  const mark = text[at]
  if (mark === undefined || /[。;!)]/.test(mark)) return words.statesTime.test(before) ? verdict : null
  if (mark === ',' || mark === ':') {
    if (words.statesTime.test(before)) return verdict
    if ((!opens && !led) || before.endsWith('、')) return null
    // 自7月7日至8月8日，无震动记录: 自 tells of the past as well, unless its day is not told (从现在起).
    return clause(text, at + 1, time, future, told || fromDay) ? verdict : null
  }
  if (opens || led) {
    const loose = first.stretch || time.range || last.grain !== 'year' || last.edge === 'end'
    if (namesPeriod.test(before)) return null
    if ((time.range || first.stretch) && readAt(isStage, text, at)) return verdict
    return startsWork(text, at, loose) || (loose && !told && dealsWith(text, at)) ? verdict : null
  }
  if (endsWithAny(before, words.governors)) return null
  return startsWork(text, at, false) ? verdict : null
}

/** After 2019年，: work opens with its verb, or with where and on whom it is done. */
function clause(text: string, from: number, time: Time, future: boolean, told: boolean): boolean {
  const at = skipSpaces(text, from)
  if (words.past.test(restOfSentence(text, at, 50))) return false
  if (startsWork(text, at, true)) return true
  if (wordAt(text, at, words.openers) !== null) return true
  // A subject first: a year names what is true in it (2018年，条例首次修订); a part of a year, when it is done.
  const part =
    !told &&
    !time.era &&
    (time.range ||
      (time.first.grain !== 'year' && (time.first.stretch || time.first.year.kind === 'omitted')))
  if (part || (future && time.first.grain !== 'year')) return true
  const stop = /[。;]/.exec(text.slice(at, at + 40))
  return /[要须应需]|负责(?!同志|人)/.test(
    text
      .slice(at, at + (stop?.index ?? 40))
      .replace(/重要|主要|要求|需求|应急|供应|响应|要素|应用|纪要|要点|摘要/g, ''),
  )
}

/** 年底将落实情况报市政府, 年末向社会公布: what the work is done to or for stands before its verb. */
const coverb = / ?(?:将(?![军来近])|把|对(?![外口照比标接应])|向|由(?!于)|就(?!业))([^,;。:()]{2,24})/y
function dealsWith(text: string, from: number): boolean {
  const phrase = readAt(coverb, text, from)?.[1]
  if (phrase === undefined || words.past.test(phrase)) return false
  for (let at = 1; at < phrase.length; at++) {
    const verb = wordAt(phrase, at, words.resultVerbs) ?? wordAt(phrase, at, words.workVerbs)
    const reports = phrase.startsWith('报', at) && phrase[at + 1] !== '告'
    if (!reports && !(verb && isVerb(phrase, at, verb))) continue
    // 公开征求意见的项目: the verb tells which one is meant.
    if (phrase[at - 1] !== '的' && !phrase.includes('的', at)) return true
  }
  return false
}

function restOfSentence(text: string, from: number, reach: number): string {
  const rest = text.slice(from, from + reach)
  const stop = rest.indexOf('。')
  return stop < 0 ? rest : rest.slice(0, stop)
}

function startsWork(text: string, from: number, loose: boolean): boolean {
  let at = from
  for (let n = 0; n < 5; n++) {
    const result = wordAt(text, at, words.resultVerbs)
    const work = result ?? (loose ? wordAt(text, at, words.workVerbs) : null)
    if (work && isVerb(text, at, work)) return true
    const adverb = wordAt(text, at, words.adverbs)
    if (!adverb) return false
    at += adverb.length
  }
  return false
}

/** Not followed by what makes it a noun, nor by 的 after its object's first word (完成情况, 建成的). */
function isVerb(text: string, at: number, verb: string): boolean {
  const end = at + verb.length
  if (readAt(quoted, text, end) !== null) return false
  const tail = words.nounTails.find((t) => text.startsWith(t, end))
  // 制定方案 is done, 实施方案 is a paper.
  return (
    tail === undefined ||
    (words.issuing.has(verb) && words.papers.has(tail) && text[end + tail.length] !== '的')
  )
}
