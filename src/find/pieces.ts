/**
 * A paragraph taken apart: its text, and what is not part of it: brackets of responsibility, brackets
 * that hold only a time, labels with units or times (contract, rules 3 and 4).
 */
import { leadRule, noteLabels, sameBelow, timeLabels, unitNouns } from '../data/roles.ts'
import type { Report } from '../message.ts'
import type { Found } from '../task.ts'
import { type Bracket, outerBrackets, outside } from '../text/brackets.ts'
import type { Passage } from '../text/passage.ts'
import { endsLikeBody, endsLikeUnit, looksLikeUnit } from '../text/units.ts'
import { labelOf, ownRole, type Responsibilities, readRoles, roleEnding, roleOfTitle } from './roles.ts'
import { isTime, namesTime } from './times.ts'

export type Piece =
  | { readonly kind: 'text'; readonly passage: Passage }
  | { readonly kind: 'duty'; readonly passage: Passage; readonly duty: Responsibilities }
  | { readonly kind: 'time'; readonly passage: Passage; readonly time: Found }

interface Cut {
  readonly start: number
  readonly end: number
  readonly piece: Piece
}

/** A paragraph is asked for its pieces by several rules; they are read once. */
const known = new WeakMap<Passage, readonly Piece[]>()

/** The pieces of a paragraph, in order; empty text between two is left out. */
export function readPieces(paragraph: Passage, report: Report): readonly Piece[] {
  const read = known.get(paragraph)
  if (read) return read
  const pieces = divide(paragraph, report)
  known.set(paragraph, pieces)
  return pieces
}

function divide(paragraph: Passage, report: Report): Piece[] {
  const cuts = [...labelled(paragraph, report)]
  const from = cuts[0]?.start ?? paragraph.length
  cuts.unshift(...bracketed(paragraph.slice(0, from), report))
  const pieces: Piece[] = []
  let at = 0
  const text = (end: number) => {
    const passage = paragraph.slice(at, end)
    if (!passage.isEmpty) pieces.push({ kind: 'text', passage })
  }
  for (const cut of cuts) {
    text(cut.start)
    pieces.push(cut.piece)
    at = cut.end
  }
  text(paragraph.length)
  return pieces
}

/** Whether a paragraph names units in a bracket or by a label. */
export function namesUnits(paragraph: Passage, report: Report): boolean {
  return readPieces(paragraph, report).some((p) => p.kind === 'duty' && p.duty.units.length > 0)
}

/** A label that begins the paragraph, or a sentence near its end, runs to the paragraph's end. */
function labelled(paragraph: Passage, report: Report): Cut[] {
  const { folded } = paragraph
  if (!folded.includes(':')) return []
  const starts = [
    0,
    ...[...folded.matchAll(/[。;]\s*(?=\S)| {2,}(?=\S)|(?<=[^\s]) (?=\S)/g)].map(
      (m) => m.index + m[0].length,
    ),
  ]
  const lastStop = stopBeforeLabels(folded)
  let brackets: readonly Bracket[] | null = null
  let b = 0
  for (const start of starts) {
    const label = labelOf(folded.slice(start, start + 40))
    if (!label) continue
    brackets ??= outerBrackets(folded).filter((bracket) => bracket.closed)
    while (b < brackets.length && brackets[b]!.close < start) b++
    if (b < brackets.length && brackets[b]!.open < start) continue
    const body = start + label.length
    if (label.kind === 'time') {
      // 时间安排: may open a text on the stages of the work; a labelled time is short.
      if (folded.length - body > 60) continue
    } else if (start > 0 && lastStop >= body) continue
    const passage = paragraph.slice(start)
    const duty = readRoles(passage, null, start === 0 ? 'clause/unit-paragraph' : 'clause/unit-label', report)
    if (duty.units.length === 0 && duty.times.length === 0 && label.kind !== 'person') continue
    return [{ start, end: paragraph.length, piece: { kind: 'duty', passage, duty } }]
  }
  return []
}

/** The last 。 with a sentence behind it that no label opens: 牵头单位：A。完成时限：6月底前。 are labels both. */
function stopBeforeLabels(folded: string): number {
  for (let to = folded.length - 1; ; ) {
    const stop = to > 0 ? folded.lastIndexOf('。', to - 1) : -1
    if (stop < 0 || !labelOf(folded.slice(stop + 1, stop + 41).trimStart())) return stop
    to = stop
  }
}

/** Brackets of responsibility stand after 。 or ；, or before 。, ； or the end; elsewhere they are text. */
function bracketed(paragraph: Passage, report: Report): Cut[] {
  const { folded } = paragraph
  const cuts: Cut[] = []
  for (const bracket of outerBrackets(folded)) {
    const last = cuts.at(-1)
    if (last && bracket.open < last.end) continue
    const before = folded.slice(0, bracket.open).trimEnd()
    const after = folded.slice(bracket.close + 1).trimStart()
    const stands =
      before === '' ||
      /[。;!?]$/.test(before) ||
      after === '' ||
      /^[。;]/.test(after) ||
      (last !== undefined && folded.slice(last.end, bracket.open).trim() === '') ||
      (/^\(/.test(after) && opensDuty(after.slice(1)))
    if (!stands) continue
    const inside = paragraph.slice(bracket.open + 1, bracket.close)
    if (!isDuty(inside, bracket.closed)) {
      const at = bracket.closed && !/[》”]$/.test(before) ? timeOfBracket(inside.folded) : null
      if (at !== null) {
        const passage = paragraph.slice(bracket.open, bracket.close + 1)
        const time = { passage: inside.slice(at), rule: 'clause/time-bracket' }
        cuts.push({ start: bracket.open, end: bracket.close + 1, piece: { kind: 'time', passage, time } })
      } else if (!endsLikeUnit(before.slice(-40))) {
        const quote = paragraph.slice(bracket.open, Math.min(bracket.close + 1, bracket.open + 40))
        const unread = whyUnread(inside.folded, bracket.closed)
        if (unread) report.add(unread, { quote: quote.text }, quote.spans()[0] ?? null)
      }
      continue
    }
    const passage = paragraph.slice(bracket.open, bracket.close + 1)
    if (!bracket.closed) {
      report.add('clause/unclosed-bracket', { quote: passage.text.slice(0, 30) }, passage.spans()[0] ?? null)
    }
    const duty = readRoles(inside, null, 'clause/bracket', report)
    cuts.push({
      start: bracket.open,
      end: Math.min(folded.length, bracket.close + 1),
      piece: { kind: 'duty', passage, duty },
    })
  }
  return cuts
}

function opensDuty(folded: string): boolean {
  return labelOf(folded.trimStart())?.kind === 'units'
}

/** Whether the inside of a bracket opens with a role label, or is a list that ends in a role word. */
function isDuty(inside: Passage, closed: boolean): boolean {
  const { folded } = inside
  if (folded.length < 3) return false
  const label = labelOf(folded)
  if (label?.kind === 'units' || (label?.kind === 'person' && closed)) return true
  if (label && closed && /(?:单位|部门|科室|股室)\s*:/.test(folded.slice(label.length))) return true
  // Without its end a bracket is a list only if all the rest of the paragraph is: （县司法局牵头.
  if (!closed && (folded.length > longestOpen || /。\s*\S/.test(folded))) return false
  // A负责；适用范围：全县 is a list and a note; what opens with the note tells of something else.
  if (noteLabel.test(folded)) return false
  // What is said of the time may be a sentence of its own: 完成时限：6月底。A牵头.
  const sentence = folded.split('。').find((s) => !statementsOf(s).every(isAside)) ?? ''
  // A label may come after the time: 6月底完成，牵头考核单位：A; 一季度完成方案制定，责任单位：A.
  const clauses = sentence.split(/[,;]/)
  if (clauses.slice(1).some((s) => opensDuty(s)) && namesTime(clauses[0]!)) return true
  const lists = statementsOf(sentence).filter((s) => !isAside(s))
  return lists.every((s) => opensDuty(s) || isRoleList(withoutNotes(s))) && lists.length > 0
}

/** The statements of a list: parted by ;, and by any other mark or a space before a label; before a time, by a space. */
function statementsOf(sentence: string): string[] {
  const free = outside(sentence)
  const statements: string[] = []
  let from = 0
  for (const { 0: mark, index } of sentence.matchAll(/[、,;\s]/g)) {
    if (!free[index]) continue
    const behind = sentence.slice(index + 1, index + 41).trimStart()
    const ends =
      mark === ';' || labelOf(behind) || (mark.trim() === '' && isTime(behind.split(/[、,;\s]/)[0]!))
    if (!ends) continue
    statements.push(sentence.slice(from, index).trim())
    from = index + 1
  }
  statements.push(sentence.slice(from).trim())
  return statements
}

const noteLabel = new RegExp(`^(?:${noteLabels})\\s*:`)

/** Whether a statement stands beside lists of units and is none: 6月底前, 完成时限：6月底前, 责任人：张某, 下同, 适用范围：全县. */
function isAside(statement: string): boolean {
  const label = labelOf(statement)
  if (label?.kind === 'units') return false
  const open = label?.length ?? noteLabel.exec(statement)?.[0].length
  if (open === undefined)
    return statement === '' || isTime(statement) || statement.split(',').every(isSaidOfList)
  // 完成时限：6月底前，A牵头: what the label opens does not run to the end.
  const opened = statement.slice(open).split(/[、,\s]/)
  return !opened.some(isRoleList)
}

const isSaidOfList = (clause: string): boolean => leadRule.test(clause) || sameBelow.test(clause)

/** A list without its closing bracket is no longer than this. */
const longestOpen = 120

/**
 * Why a bracket that names bodies is none of responsibility. （县政府办、县司法局）, （县司法局，6月底前）: bodies and
 * no word of their role; it may be a bracket of responsibility or say who is meant, and behind the name of a body it is
 * another name of it: 县行政审批局（县政务服务局）. （县教育局负责。各校…: a list with its role word, and more text
 * behind it. （牵头单位县司法局，完成时限6月底）: a label that no colon ends.
 */
function whyUnread(
  inside: string,
  closed: boolean,
): 'clause/bracket-unread' | 'clause/bracket-unread-open' | 'clause/bracket-unread-mixed' | null {
  const list = inside.slice(0, longestOpen).split('。', 1)[0]!
  if (list.length === longestOpen) return null
  const parts = list.split(partsOrTimes).map((part) => part.trim().replace(/等(?:部门|单位)?$/, ''))
  if (isRoleList(list.trim()) || list.split(/[、,;:\s]/).some(isRoleList) || parts.some(opensDuty)) {
    return closed ? 'clause/bracket-unread-mixed' : 'clause/bracket-unread-open'
  }
  const names = parts.filter((part) => !isTime(part.replace(timeWord, '')))
  if (names.length === 0 || !names.every((part) => endsLikeBody(part))) return null
  return names.some(opensLikeLabel) ? 'clause/bracket-unread-mixed' : 'clause/bracket-unread'
}

/** A label of a time, with or without its colon: 完成时限2021年9月底. */
const timeWord = new RegExp(`^(?:${timeLabels})\\s*:?\\s*`)
const partsOrTimes = new RegExp(`[、,;]|\\s+(?=(?:${timeLabels}))`)

/** 牵头单位县司法局: a label without its colon, and a body. */
function opensLikeLabel(part: string): boolean {
  const title = unitLabel.exec(part)
  return title !== null && roleOfTitle(title[1]!) !== null && endsLikeBody(part.slice(title[0].length))
}

const unitLabel = new RegExp(`^([\\u4e00-\\u9fff]{2,6}?(?:${unitNouns}))\\s*`)

/** A、B负责; A牵头，B参与: parts that look like units, the last one closed by a role word. */
function isRoleList(statement: string): boolean {
  const parts = statement.split(/[、,]/).filter((p) => p.trim() !== '')
  // A（牵头）、B、C: the role word may stand behind the unit that it is said of.
  if (!roleEnding(statement) && !parts.some((p) => ownRole.test(p.trim()))) return false
  let units = 0
  let others = 0
  for (const part of parts) {
    const ending = roleEnding(part)
    const name = (ending ? part.slice(0, ending.start) : part)
      .trim()
      .replace(/^由/, '')
      .replace(/等(?:(?:有关|相关|各)?(?:部门|单位|部门和单位))?$/, '')
    if (name === '' || isTime(part)) continue
    if (looksLikeUnit(name) || /(?:会同|牵头)/.test(name)) units++
    else others++
  }
  return units > 0 && others * 2 <= units
}

/**
 * A牵头，B配合，2024年6月底前完成: the time that closes a list is no part of it, nor is what is said of
 * the list: A、B按职责分工负责，排在第一位的为牵头单位，下同.
 */
function withoutNotes(statement: string): string {
  let end = statement.length
  for (;;) {
    const last = Math.max(statement.lastIndexOf(',', end - 1), statement.lastIndexOf('、', end - 1))
    if (last <= 0) break
    const clause = statement.slice(last + 1, end).trim()
    if (!isTime(clause) && !isSaidOfList(clause)) break
    end = last
  }
  return statement.slice(0, end)
}

/** Where the time begins in a bracket that holds nothing else, behind its label; null in any other. */
function timeOfBracket(folded: string): number | null {
  const label = labelOf(folded)
  if (label?.kind === 'time') {
    const time = folded.slice(label.length)
    // （时间：2019年3月1日）, like the bare date, may be the day of an event.
    const dated = /^(?:时间|日期)/.test(folded) ? saysWhen(time) : isTime(time)
    return dated ? label.length : null
  }
  return saysWhen(folded) ? 0 : null
}

function saysWhen(folded: string): boolean {
  if (!isTime(folded)) return false
  // （2019年3月1日） may date an event; （3月）, （2024年6月—7月） say when.
  if (/完成|前|底|内|长期|持续|每|止|办结/.test(folded)) return true
  return /[月季旬]/.test(folded) && !/^\d{4}年\d{1,2}月\d{1,2}日$/.test(folded.trim())
}
