/**
 * Bodies that running text gives a duty to: 由市司法局会同市财政局制定…, 县政务公开办将…, 各级政府部门要….
 *
 * A body that is named first in a clause, or after 由, 请 or 会同, or after what makes it act (要求, 督促, 组织; 明确),
 * alone or in a list, and is followed by a word of duty (要, 负责, 牵头, 定期 …). A place that is named so acts for
 * its government (含山县应…). Objects are not (向市财政局报送, 经县政府同意, 在市政府网站, 依托县政务服务中心设立),
 * nor are those who published a document that is cited (国务院办公厅印发的《…》). Which bodies the list names, and what
 * it leaves out of a name, is told where lists of units are read. It errs to the side of missing one.
 */
import { appointing, causatives, clauseOpeners } from '../data/duty-words.ts'
import type { Passage } from '../text/passage.ts'
import { quotedPositions } from './deadlines/quoted.ts'
import { readAt } from './deadlines/scan.ts'
import { actsWith, Behind, type Lead } from './mentioned/behind.ts'
import { type Body, bodyAt, bodyEnds, formAt, memberAt, placeAt } from './mentioned/bodies.ts'
import { type Ends, starts } from './mentioned/ends.ts'
import { type SharedNoun, sharedNounAt } from './mentioned/shared-noun.ts'

/** Lists of units, in order; they do not overlap. */
export function findMentioned(text: Passage): Passage[] {
  return mentionedIn(text.folded).map(({ start, end }) => text.slice(start, end))
}

export interface Mention {
  readonly start: number
  readonly end: number
}

const opener = new RegExp(clauseOpeners, 'y')
const opens = starts([...clauseOpeners].filter((c) => c >= '\u4e00' && c <= '\u9fff'))

/** What leads in who is made to act, once or twice: 要求, 督促指导. */
const causing = new RegExp(`(?:${causatives}|${appointing}){1,2}`, 'y')
const leads = starts(`${causatives}|${appointing}`.split('|'))
const toldBy: ReadonlySet<string> = new Set(causatives.split('|'))
const appointedBy: ReadonlySet<string> = new Set(appointing.split('|'))

/** With these no body begins: with a mark, or with what goes on from the word before it (之前, 以内). */
const opensNone = starts('前内以之')
for (let c = 0; c < 0x4e00; c++) opensNone[c] = 1

/** Where a clause begins, by the character before it: 1 after a mark, 2 after a word that leads in a body. */
const begins = starts('。;:,!? )—①②③④⑤⑥⑦⑧⑨⑩')
/** 由, 请 and 同 (会同) lead in a body; after 前, 内, 底 a time is over (6月底前市财政局牵头…). */
for (const c of '由请同前内底末') begins[c.charCodeAt(0)] = 2
const leadIn =
  /(?:(?<![自理缘事来])由|(?<![申提报邀聘敦诚恳])请|会同|(?:[年月底日末]|季度)(?:之|以)?前|月底|月末|年底|年末|年内|日内)$/

export function mentionedIn(folded: string): Mention[] {
  const found: Mention[] = []
  const reading = new Reading(folded)
  let quoted: Uint8Array | null = null
  for (let at = 0; at < folded.length; ) {
    const kind = at === 0 ? 1 : begins[folded.charCodeAt(at - 1)]
    if (
      !kind ||
      opensNone[folded.charCodeAt(at)] === 1 ||
      (kind === 2 && !leadIn.test(folded.slice(Math.max(0, at - 6), at)))
    ) {
      at++
      continue
    }
    const skips = kind === 1 && opens[folded.charCodeAt(at)] === 1
    const from = skips ? at + readAt(opener, folded, at)![0].length : at
    let lists = reading.listsAt(from)
    // 组织部门要… is a body's name, 组织各部门… is not.
    if (lists.length === 0 && kind === 1 && leads[folded.charCodeAt(from)] === 1) {
      const leading = readAt(causing, folded, from)
      if (leading) lists = reading.listsAt(from + leading[0].length)
    }
    if (lists.length === 0) {
      at++
      continue
    }
    quoted ??= quotedPositions(folded)
    for (const list of lists) if (quoted[list.start] !== 1) found.push(list)
    at = lists.at(-1)!.end
  }
  return found
}

/** How many bodies one list is read for. */
const most = 40

const nobody: readonly Mention[] = []

/** A body of a list, and what stands behind it. */
interface Element {
  readonly body: Body
  readonly end: number
  readonly kept: number
  readonly next: string | null
}

class Reading {
  readonly #text: string
  readonly #behind: Behind
  /** What has been read, by place and how it was led in: lists that begin within one another share their ends. */
  readonly #read = new Map<number, Element | null>()

  /** Where names end that begin at the place last asked for. */
  #ends: Ends | null = null
  #endsLead: Lead = 'none'

  constructor(text: string) {
    this.#text = text
    this.#behind = new Behind(text)
  }

  /**
   * The bodies that begin at a place, with a word of duty behind them. 和 between two names parts two lists
   * (机构编制部门和民政部门), for inside of one it is taken for a part of a name.
   */
  listsAt(from: number): readonly Mention[] {
    const lead = leadOf(this.#text, from)
    const ends = this.#endsAt(from, lead)
    if (ends.ends.length === 0 && !ends.parted) return nobody
    const shared = ends.parted ? this.#shared(from, lead) : null
    if (shared) return shared
    /** A会同… gives A a duty whatever follows. */
    let safe: Mention[] = []
    const lists: Mention[] = []
    let known = true
    let parted = true
    for (let at = from, n = 0; n < most; n++) {
      const goesOn: boolean = n > 0 && known && isSet(this.#text, from)
      const element: Element | null = this.#element(at, lead) ?? (goesOn ? this.#member(at) : null)
      if (!element) return safe
      const { body, end, kept, next }: Element = element
      known &&= body.known
      if (parted) lists.push({ start: body.start, end: kept })
      else lists[lists.length - 1] = { start: lists.at(-1)!.start, end: kept }
      if (this.#hasDuty(element, known, lead)) {
        if (!next || !/会同|联合/.test(next)) return lists
        safe = [...lists]
      }
      if (next === ',' && known && this.#hasDutyBehindMark(end + 1, from)) safe = [...lists]
      if (!next) return safe
      at = end + next.length
      parted = /和|及|与|商/.test(next) && !/^(?:各|有关|相关|其他)/.test(this.#text.slice(at, at + 2))
    }
    return safe
  }

  #hasDuty({ end, next }: Element, known: boolean, lead: Lead): boolean {
    if (this.#behind.gives(end, lead)) return known || actsWith(lead) || this.#behind.strong(end)
    return known && next === null && this.#behind.acts(end, lead)
  }

  /** 会同有关部门,适时组织…; 各县区,市直各单位,要…. */
  #hasDutyBehindMark(at: number, from: number): boolean {
    return this.#behind.strong(at) || (this.#text[from - 1] === '同' && this.#behind.duty(at))
  }

  #element(at: number, lead: Lead): Element | null {
    const key = at * 2 + (actsWith(lead) ? 1 : 0)
    const before = this.#read.get(key)
    if (before !== undefined) return before
    const element = this.#readElement(at, lead)
    this.#read.set(key, element)
    return element
  }

  #endsAt(at: number, lead: Lead): Ends {
    if (this.#ends?.at !== at || this.#endsLead !== lead) {
      this.#ends = bodyEnds(this.#text, at, this.#behind.of(lead))
      this.#endsLead = lead
    }
    return this.#ends
  }

  #readElement(at: number, lead: Lead): Element | null {
    const { follows } = this.#behind
    const ends = this.#endsAt(at, lead)
    if (ends.ends.length === 0) return null
    const body = bodyAt(this.#text, ends, this.#behind.of(lead))
    if (body) return this.#elementOf(body)
    if (!actsWith(lead) && !this.#behind.strongNear(at)) return null
    const other = formAt(this.#text, ends, follows) ?? placeAt(this.#text, ends, follows)
    return other ? this.#elementOf(other) : null
  }

  #member(at: number): Element | null {
    const body = memberAt(this.#text, at, this.#behind.follows)
    return body ? this.#elementOf(body) : null
  }

  #elementOf(body: Body): Element {
    const { end, kept } = this.#behind.tail(body.end, body.kept)
    return { body, end, kept, next: this.#behind.joint(end) }
  }

  /** 财政、教育等部门要: names whose noun is said once. */
  #shared(from: number, lead: Lead): Mention[] | null {
    const shared: SharedNoun | null = sharedNounAt(this.#text, from)
    if (!shared || !(this.#behind.gives(shared.end, lead) || this.#behind.acts(shared.end, lead))) return null
    return [...shared.lists]
  }
}

/** How what begins there is led in. */
function leadOf(text: string, at: number): Lead {
  const c = text[at - 1]
  if (c === '由') return 'agent'
  if (c === '同') return text[at - 2] === '会' ? 'agent' : 'none'
  if (c === '请') return 'asked'
  const word = text.slice(Math.max(0, at - 2), at)
  return toldBy.has(word) ? 'told' : appointedBy.has(word) ? 'appointed' : 'none'
}

/** Whether the list begins with a set: what it goes on with are sets too. */
const isSet = (text: string, from: number) => /^(?:各|有关|相关)/.test(text.slice(from, from + 2))
