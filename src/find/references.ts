/**
 * Documents that a notice says it follows (制发依据): 根据《…工作要点的通知》（国办发〔2021〕12号）, in the letter and
 * before the first item, in sentences that say so.
 */
import type { Report } from '../message.ts'
import type { Outline } from '../segment/outline.ts'
import { undamagedNumber } from '../segment/patterns.ts'
import type { Passage } from '../text/passage.ts'

export interface ReferenceFound {
  readonly title: Passage | null
  readonly number: Passage | null
  /** Whose document it is, where that stands before the title: 省政府办公厅《关于…》. */
  readonly body: string
  readonly rule: string
}

/**
 * 国办发(2021)12号, 国办发〈2021〉12号, 国办发(2021)12-1号; damaged: 国办发(202012号, 国办发(2021号, 国办发2021)12号,
 * 国办发(2021)12.
 */
const digits = '[\\d〇零一二三四五六七八九]'
const number = String.raw`[\u4e00-\u9fff]{2,12}\s?(?:[(《{]\s?${digits}{0,6}\s?[)》}]?\s?(?:第\s?)?\d{0,6}(?:-\d{1,3})?\s?号|(?:19|20)\d\d\s?\)\s?(?:第\s?)?\d{0,6}\s?号|\(\s?(?:19|20)\d\d\s?\)\s?\d{1,5}(?!\d))`
/** A title with what stands in the bracket behind it, or a number that a verb of following stands before. */
const cited = new RegExp(
  String.raw`《((?:[^《》]|《[^《》]{0,120}》){3,160})》\s{0,2}(?:\(([^()]{2,12}(?:19|20)\d\d\s?\)\s?(?:第\s?)?\d{1,6}\s?号[^()]{0,40}|(?:[^()]|\([^()]{0,20}\)?){2,80})\))?|(?<=(?:根据|按照|依据|遵照|贯彻|落实|执行)\s?)(${number})`,
  'g',
)
/** In the bracket behind a title 第12号 is a number that has lost its agency and year. */
const opens = new RegExp(`^\\s?(${number}|第\\s?\\d{1,5}\\s?号)`)
const follows = /根据|按照|依据|遵照|贯彻|落实|执行|结合|围绕/

export function findReferences(outline: Outline, report: Report): ReferenceFound[] {
  const basis: ReferenceFound[] = []
  const seen = new Set<string>()
  const own = [outline.frame.title, outline.body.title].map((t) => t?.folded.replace(/[\s《》]/g, '') ?? '')
  for (const entry of [...outline.frame.letter, ...outline.body.preamble]) {
    if (entry.kind !== 'line') continue
    for (const reference of inLine(entry.passage)) {
      const { title } = reference
      const name = (title ?? reference.number!).folded.replace(/\s/g, '')
      if (title && own.some((o) => o !== '' && (o === name || o.endsWith(name)))) continue
      if (seen.has(name)) continue
      seen.add(name)
      if (reference.number && !undamagedNumber.test(reference.number.folded)) {
        const at = reference.number.spans()[0] ?? null
        report.add('notice/number-damaged', { number: reference.number.text }, at)
      }
      basis.push(reference)
    }
  }
  return basis
}

function* inLine(passage: Passage): Generator<ReferenceFound> {
  const { folded } = passage
  /** Up to here the text was looked through; the sentence's beginning, and whether it says that it follows. */
  let seenTo = 0
  let sentence = 0
  let following = false
  for (const match of folded.matchAll(cited)) {
    const between = folded.slice(seenTo, match.index)
    const stop = between.lastIndexOf('。')
    if (stop >= 0) {
      sentence = seenTo + stop + 1
      following = false
    }
    following ||= follows.test(between.slice(stop + 1))
    seenTo = match.index
    if (!following) continue
    const [, name, bracket, bare] = match
    if (name === undefined) {
      const alone = passage.slice(match.index, match.index + bare!.length)
      yield { title: null, number: alone, body: '', rule: 'notice/basis-number' }
      continue
    }
    const before = folded.slice(Math.max(sentence, match.index - 24), match.index)
    // 以下简称《条例》: another name of one named before.
    if (/称\s*$/.test(before)) continue
    const at = match.index + 1 + name.length
    const inside = opens.exec(bracket ?? '')?.[1]
    const from = inside === undefined ? -1 : folded.indexOf(inside, at)
    yield {
      title: passage.slice(match.index + 1, at),
      number: from < 0 ? null : passage.slice(from, from + inside!.length),
      body: /[^、,;:。《》()]*$/.exec(before)![0],
      rule: 'notice/basis',
    }
  }
}
