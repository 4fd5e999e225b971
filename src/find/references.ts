/**
 * Documents that a notice says it follows (制发依据) or forwards: 根据《…工作要点的通知》（国办发〔2021〕12号）, in the
 * letter and before the first item, in sentences that say so.
 */
import type { Report } from '../message.ts'
import type { Outline } from '../segment/outline.ts'
import { undamagedNumber } from '../segment/patterns.ts'
import type { Passage } from '../text/passage.ts'
import { citationsIn } from './references/citations.ts'

export interface ReferenceFound {
  readonly title: Passage | null
  readonly number: Passage | null
  /** Whose document it is, where that stands before the title: 省政府办公厅《关于…》. */
  readonly body: string
  readonly rule: string
}

const bare = (text: Passage | null) => text?.folded.replace(/\s/g, '') ?? ''

export function findReferences(outline: Outline, report: Report): ReferenceFound[] {
  const basis: ReferenceFound[] = []
  const isOwn = ownDocument(outline)
  const seen = new Set<string>()
  for (const entry of [...outline.frame.letter, ...outline.body.preamble]) {
    if (entry.kind !== 'line') continue
    for (const reference of inLine(entry.passage)) {
      if (isOwn(reference)) continue
      const [name, number] = [bare(reference.title), bare(reference.number)]
      // A document cited again, with its number or without.
      if (number ? seen.has(number) : seen.has(name)) continue
      for (const key of [name, number]) if (key) seen.add(key)
      if (reference.number && !undamagedNumber.test(reference.number.folded)) {
        const at = reference.number.spans()[0] ?? null
        report.add('notice/number-damaged', { number: reference.number.text }, at)
      }
      basis.push(reference)
    }
  }
  return basis
}

const agency = /^\(?([^\d(){}《》]+)/

/** The notice or its plan, by its title: the document of another agency may have the same title. */
function ownDocument({ frame, body }: Outline): (reference: ReferenceFound) => boolean {
  const own = [frame.title, body.title].map((t) => bare(t).replace(/[《》]/g, '')).filter((t) => t !== '')
  const ownAgency = agency.exec(bare(frame.number))?.[1]
  return ({ title, number }) => {
    const name = bare(title)
    if (!title || !own.some((o) => o.endsWith(name))) return false
    return !number || agency.exec(bare(number))?.[1] === ownAgency
  }
}

const follows = /根据|按照|依据|遵照|贯彻|落实|执行|结合|围绕|转发/
/** 现将《…》转发给你们: it is the document that the notice carries on. */
const carried = /[将把][^。]*$/
const carriedReach = 200
const forwards = /^[^。]{0,300}转发/
const titles = /《[^《》]*》/g

function* inLine(passage: Passage): Generator<ReferenceFound> {
  const { folded } = passage
  /** Up to here the text was looked through; the sentence's beginning, and whether it says that it follows. */
  let seenTo = 0
  let sentence = 0
  let following = false
  for (const { start, end, title, number } of citationsIn(folded)) {
    const between = folded.slice(seenTo, start)
    const stop = between.lastIndexOf('。')
    if (stop >= 0) {
      sentence = seenTo + stop + 1
      following = false
    }
    following ||=
      follows.test(between.slice(stop + 1)) ||
      (carried.test(folded.slice(Math.max(sentence, start - carriedReach), start)) &&
        forwards.test(folded.slice(end, end + 400).replace(titles, '')))
    seenTo = end
    if (!following) continue
    if (!title) {
      yield {
        title: null,
        number: passage.slice(number!.start, number!.end),
        body: number!.body,
        rule: 'notice/basis-number',
      }
      continue
    }
    const before = folded.slice(Math.max(sentence, start - 24), start)
    // 以下简称《条例》: another name of one named before.
    if (/称\s*$/.test(before)) continue
    yield {
      title: passage.slice(title.start, title.end),
      number: number && passage.slice(number.start, number.end),
      body: /[^、,;:。《》()]*$/.exec(before)![0],
      rule: 'notice/basis',
    }
  }
}
