/**
 * Documents that a folded text cites: a title with the numbers in the bracket behind it, 《…》(国办发(2021)12号), or
 * numbers alone behind a verb of following, 根据国办发(2021)12号、皖政办(2021)3号. Each reader looks at one place
 * over a bounded stretch; damage inside a number ends the number and nothing more.
 */
import { readAt } from '../deadlines/scan.ts'

/** Half-open, in the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface CitedNumber extends Span {
  /** The body that stands before its agency code (国务院办公厅国办发(2022)8号); empty where none does. */
  readonly body: string
}

export interface Citation extends Span {
  /** Without its marks; null of a number that stands alone. */
  readonly title: Span | null
  readonly number: CitedNumber | null
}

/** A title, or what follows a verb that numbers may stand behind. */
const begins = /《|(?<=(?:根据|按照|依据|遵照|贯彻|落实|执行|转发|将)\s?)[\u4e00-\u9fff]/g
/** What joins a number to the one before it. */
const join = /\s?(?:[、,;]|和|与|以?及)\s?/y

export function* citationsIn(text: string): Generator<Citation> {
  let from = 0
  for (const { index } of text.matchAll(begins)) {
    if (index < from) continue
    const read = text[index] === '《' ? readTitled(text, index) : readNumbers(text, index)
    for (const citation of read) {
      yield citation
      from = citation.end
    }
  }
}

/** 〈2021〉 of a number folds to 《2021》, which is no title. */
const title = /《(?!\s?[\d〇零一二三四五六七八九]{0,6}\s?》)((?:[^《》]|《[^《》]{0,120}》){3,160})》/y
const opens = /\s{0,2}\(\s?/y

function readTitled(text: string, at: number): Citation[] {
  const m = readAt(title, text, at)
  if (!m) return []
  const end = at + m[0].length
  const named = { start: at + 1, end: end - 1 }
  const bracket = readAt(opens, text, end)
  const inside = bracket ? readNumbers(text, end + bracket[0].length, true) : []
  const [first, ...others] = inside
  if (!first) {
    const plain: Citation = {
      start: at,
      end: bracket ? bracketEnd(text, end) : end,
      title: named,
      number: null,
    }
    return [plain, ...readJoined(text, plain.end)]
  }
  const close = readAt(closes, text, inside.at(-1)!.end)
  const last = inside.at(-1)!.end + (close?.[0].length ?? 0)
  return [
    { start: at, end: first.end, title: named, number: first.number },
    ...others,
    ...readJoined(text, last),
  ]
}
const closes = /\s?\)/y

/** Behind the bracket at `at`, if it is closed soon; what stands in it (以下简称《条例》) is no citation. */
function bracketEnd(text: string, at: number): number {
  let depth = 0
  for (let k = at; k < Math.min(text.length, at + 90) && text[k] !== '。'; k++) {
    if (text[k] === '(') depth++
    else if (text[k] === ')' && --depth === 0) return k + 1
  }
  return at
}

/** The number at `at` and those joined to it. `inBracket`: 第12号 is one too, that has lost its agency and year. */
function readNumbers(text: string, at: number, inBracket = false): Citation[] {
  const number = readNumber(text, at) ?? (inBracket ? readBare(text, at) : null)
  if (!number) return []
  const { end } = number
  return [{ start: at, end, title: null, number }, ...readJoined(text, end)]
}

function readJoined(text: string, at: number): Citation[] {
  const found: Citation[] = []
  for (let end = at; ; end = found.at(-1)!.end) {
    const mark = readAt(join, text, end)
    const number = mark && readNumber(text, end + mark[0].length)
    if (!number) return found
    found.push({ start: number.start, end: number.end, title: null, number })
  }
}

const digit = '[\\d〇零一二三四五六七八九]'
const year = '(?:19|20)\\d\\d'
const serial = '(?:第\\s?)?\\d{0,6}'
/** (2021)12号, 〈2021〉12号, (2021)12-1号; damaged: (202012号, (2021号, 2021)12号, (2021)12. */
const behindAgency = [
  String.raw`[(《{]\s?${digit}{0,6}\s?[)》}]?\s?${serial}(?:-\d{1,3})?\s?号`,
  String.raw`${year}\s?\)\s?${serial}\s?号`,
  String.raw`\(\s?${year}\s?\)\s?\d{1,5}(?!\d)`,
].join('|')
const number = new RegExp(String.raw`([\u4e00-\u9fff]{2,40}?)\s?(?:${behindAgency})`, 'y')
const bareNumber = /第\s?\d{1,5}\s?号/y
const longestAgency = 12

function readBare(text: string, at: number): CitedNumber | null {
  const m = readAt(bareNumber, text, at)
  return m && { start: at, end: at + m[0].length, body: '' }
}

function readNumber(text: string, at: number): CitedNumber | null {
  const m = readAt(number, text, at)
  if (!m) return null
  const run = m[1]!
  const body = bodyBefore.exec(run)?.[0] ?? ''
  const cut = Math.max(body.length, wordsBefore.exec(run)?.[0].length ?? 0)
  if (run.length - cut > longestAgency) return null
  return { start: at + cut, end: at + m[0].length, body: cut === body.length ? body : '' }
}
/** A body by its name, which is no part of the code that follows: 国务院办公厅国办发, 省财政厅闽财. */
const bodyBefore =
  /^[\u4e00-\u9fff]*(?:国务院|办公厅|办公室|人民政府|委员会|[省市县区州]政府(?!办)|(?:国家|[省市县区州])[\u4e00-\u9fff]{2,10}[厅局])(?=[\u4e00-\u9fff]{2})/
/** Words that lead in a code; 和 may begin one (和政办发). */
const wordsBefore =
  /^[\u4e00-\u9fff]*(?:的|关于|文件|要求|精神|通知|(?<=[\u4e00-\u9fff]{2})[和及与])(?=[\u4e00-\u9fff]{2})/
