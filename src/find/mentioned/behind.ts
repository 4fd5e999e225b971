/** What stands behind the name of a body: a word of duty, a mark of the list, 等部门. Each place is looked at once. */
import {
  above,
  askedForLeave,
  circumstance,
  dutyWords,
  noDutyOfAgent,
  nominal,
  strongDuty,
} from '../../data/duty-words.ts'
import { readAt } from '../deadlines/scan.ts'
import type { Behind as Followers, Follows } from './bodies.ts'
import { starts } from './ends.ts'

const duty = new RegExp(dutyWords, 'y')
const within = new RegExp(circumstance, 'y')
const again = new RegExp(above, 'y')
const strong = new RegExp(strongDuty, 'y')
const strongAhead = new RegExp(strongDuty, 'g')
const noDuty = new RegExp(noDutyOfAgent, 'y')
const matter = new RegExp(nominal, 'y')
const leave = new RegExp(askedForLeave, 'y')
const manner = /(?:(?:要)?(?:按照?|依据|根据)?(?:各自)?(?:职责|职能|职责分工|职能分工|责任分工)(?:分工)?,?)/y
const open =
  /等(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:个|家)?(?:(?:有关|相关|各有关|各相关|其他|市直|省直|县直)?(?:部门|单位|地区)(?:和单位|和部门|、单位)?)?/y
const openSet = /^等(?=有关|相关|各|其他)/
const generalTail = /(?:和|及|及其|及其所属|以及|与)(?:有关|相关)?(?:部门|单位|所属单位|所属部门|工作部门)/y
const joint = /[、,]|以及|和|及|与|会同|联合(?!会)|商(?=[省市县区州])/y

/** The characters with which what may follow a body begins. */
const mayFollow = starts('等和及与以、,会联商按依根各职在特尤')
for (const { 1: c } of dutyWords.matchAll(/(?:^|\||\(\?:)([\u4e00-\u9fff])/g)) mayFollow[c!.charCodeAt(0)] = 1

const follows = { seen: 1, found: 2 }
const dutyOf = { seen: 4, found: 8 }

/**
 * How the body is led in: not at all, by 由 or 会同 (it acts), by 请 (it is asked), by 要求 or 组织 (it is told what to do),
 * by 明确 (what it has to do is named).
 */
export type Lead = 'none' | 'agent' | 'asked' | 'told' | 'appointed'

/** Whether any verb may follow: the word that leads in says that the body acts. */
export const actsWith = (lead: Lead): boolean => lead === 'agent' || lead === 'asked'

/** One text, and what is known of its places. */
export class Behind {
  readonly #text: string
  /** By place, what has been looked at and what was found there. */
  readonly #seen: Uint8Array
  #strongAt = -1

  constructor(text: string) {
    this.#text = text
    this.#seen = new Uint8Array(text.length + 1)
  }

  /** Whether what stands there may follow a name. */
  readonly follows: Follows = (at) => {
    if (mayFollow[this.#text.charCodeAt(at)] !== 1) return false
    const seen = this.#seen[at]!
    if ((seen & follows.seen) !== 0) return (seen & follows.found) !== 0
    const found =
      this.duty(at) ||
      readAt(open, this.#text, at) !== null ||
      readAt(joint, this.#text, at) !== null ||
      readAt(again, this.#text, at) !== null ||
      readAt(generalTail, this.#text, at) !== null
    this.#seen[at]! |= found ? follows.seen | follows.found : follows.seen
    return found
  }

  /** What the bodies of a list are followed by. */
  of(lead: Lead): Followers {
    return actsWith(lead) ? this.#acting : this.#any
  }
  readonly #any: Followers = { first: mayFollow, follows: this.follows, acts: null }
  readonly #acting: Followers = { ...this.#any, acts: (at) => this.acts(at, 'agent') }

  /** A word of duty, or the manner of it (按职责分工). */
  duty(at: number): boolean {
    if (mayFollow[this.#text.charCodeAt(at)] !== 1) return false
    const seen = this.#seen[at]!
    if ((seen & dutyOf.seen) !== 0) return (seen & dutyOf.found) !== 0
    const found =
      (readAt(manner, this.#text, at)?.[0].length ?? 0) > 2 ||
      readAt(duty, this.#text, at) !== null ||
      this.#dutyWithin(at)
    this.#seen[at]! |= found ? dutyOf.seen | dutyOf.found : dutyOf.seen
    return found
  }

  /** 在职责范围内,分别负责. */
  #dutyWithin(at: number): boolean {
    const how = this.#text[at] === '在' ? readAt(within, this.#text, at) : null
    return how !== null && readAt(duty, this.#text, at + how[0].length) !== null
  }

  /** The duty of a body that was led in so: what it is told to do is no matter (指导各地公开工作). */
  gives(at: number, lead: Lead): boolean {
    if (lead === 'appointed') return this.strong(at)
    return this.duty(at) && !(lead === 'told' && readAt(matter, this.#text, at) !== null)
  }

  strong(at: number): boolean {
    return readAt(strong, this.#text, at) !== null
  }

  /** What a body does that 由, 会同 or 请 leads in. */
  acts(at: number, lead: Lead): boolean {
    if (!actsWith(lead)) return false
    const c = this.#text.charCodeAt(at)
    if (!(c >= 0x4e00 && c <= 0x9fff) || readAt(noDuty, this.#text, at) !== null) return false
    return lead === 'agent' || readAt(leave, this.#text, at) === null
  }

  /** Whether a strong word of duty stands near: without one, a name that only its form tells is not looked for. */
  strongNear(at: number): boolean {
    if (this.#strongAt < at) {
      strongAhead.lastIndex = at
      this.#strongAt = strongAhead.exec(this.#text)?.index ?? this.#text.length + reach
    }
    return this.#strongAt < at + reach
  }

  /** The mark or word that goes on to the next name. */
  joint(at: number): string | null {
    return readAt(joint, this.#text, at)?.[0] ?? null
  }

  /** Behind 等部门; 等有关部门 is kept with the list, for it names a set, and so is 和部门 behind 各地区. */
  tail(end: number, kept: number): { readonly end: number; readonly kept: number } {
    const same = readAt(again, this.#text, end)
    if (same) return { end: end + same[0].length, kept }
    const etc = readAt(open, this.#text, end)
    if (etc) {
      const to = end + etc[0].length
      return { end: to, kept: openSet.test(etc[0]) ? to : kept }
    }
    const tail = readAt(generalTail, this.#text, end)
    const to = end + (tail?.[0].length ?? 0)
    if (!tail || !(this.duty(to) || this.joint(to) !== null)) return { end, kept }
    return { end: to, kept: tail[0].includes('其') ? kept : to }
  }
}

/** As far ahead a strong word of duty is looked for. */
const reach = 160
