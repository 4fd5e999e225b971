/**
 * Bodies that running text gives a duty to: 由市司法局会同市财政局制定…, 县政务公开办将…, 各级政府部门要….
 *
 * A body that is named first in a clause, or after 由 or 请, alone or in a list, and is followed by a word of
 * duty (要, 负责, 牵头, 定期 …). Objects are not (向市财政局报送, 经县政府同意, 在市政府网站), nor are those who
 * published a document that is cited (国务院办公厅印发的《…》). Which bodies the list names, and what it leaves out of
 * a name, is told where lists of units are read. It errs to the side of missing one.
 */
import { clauseOpeners, dutyWords, strongDuty } from '../data/duty-words.ts'
import type { Passage } from '../text/passage.ts'
import { quotedPositions } from './deadlines/quoted.ts'
import { readAt } from './deadlines/scan.ts'
import { type Body, bodyAt, formAt, strong } from './mentioned/bodies.ts'

/** Lists of units, in order; they do not overlap. */
export function findMentioned(text: Passage): Passage[] {
  return mentionedIn(text.folded).map(({ start, end }) => text.slice(start, end))
}

export interface Mention {
  readonly start: number
  readonly end: number
}

const opener = new RegExp(clauseOpeners, 'y')
const duty = new RegExp(dutyWords, 'y')
const strongNear = new RegExp(strongDuty)
const open =
  /等(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:个|家)?(?:(?:有关|相关|各有关|各相关|其他|市直|省直|县直)?(?:部门|单位|地区)(?:和单位|和部门|、单位)?)?/y
const openSet = /^等(?=有关|相关|各|其他)/
const generalTail = /(?:和|及|及其|及其所属|以及|与)(?:有关|相关)?(?:部门|单位|所属单位|所属部门|工作部门)/y
const manner = /(?:(?:要)?(?:按照?|依据|根据)?(?:各自)?(?:职责|职能|职责分工|职能分工|责任分工)(?:分工)?,?)/y
const joint = /[、,]|以及|和|及|与|会同|联合(?!会)|商(?=[省市县区州])/y

/** Where a clause begins, by the character before it. */
const begins = new Uint8Array(0x10000)
for (const c of '。;:,!? )') begins[c.charCodeAt(0)] = 1
/** 由, 请 and 同 (会同) lead in a body; after 前, 内, 底 a time is over (6月底前市财政局牵头…). */
for (const c of '由请同前内底末') begins[c.charCodeAt(0)] = 2
const leads =
  /(?:(?<![自理缘事来])由|(?<![申提报邀聘敦诚恳])请|[,、]会同|(?:[年月底日末]|季度)(?:之|以)?前|月底|月末|年底|年末|年内|日内)$/

/** The characters with which what may follow a body begins. */
const mayFollow = new Uint8Array(0x10000)
for (const { 1: c } of dutyWords.matchAll(/(?:^|\||\(\?:)([\u4e00-\u9fff])/g)) mayFollow[c!.charCodeAt(0)] = 1
for (const c of '等和及与以、,会联商按依根各职') mayFollow[c.charCodeAt(0)] = 1

export function mentionedIn(folded: string): Mention[] {
  const found: Mention[] = []
  let quoted: Uint8Array | null = null
  for (let at = 0; at < folded.length; ) {
    const kind = at === 0 ? 1 : begins[folded.charCodeAt(at - 1)]
    if (
      !kind ||
      '前内以之'.includes(folded[at]!) ||
      (kind === 2 && !leads.test(folded.slice(Math.max(0, at - 6), at)))
    ) {
      at++
      continue
    }
    const from = at + (kind === 1 ? readAt(opener, folded, at)![0].length : 0)
    const lists = listsAt(folded, from)
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

/**
 * The bodies that begin at a place, with a word of duty behind them. 和 between two names parts two lists
 * (机构编制部门和民政部门), for inside of one it is taken for a part of a name.
 */
function listsAt(text: string, from: number): Mention[] {
  const passive = text[from - 1] === '由'
  const follows = (end: number) =>
    mayFollow[text.charCodeAt(end)] === 1 &&
    (dutyAt(text, end) ||
      readAt(open, text, end) !== null ||
      readAt(joint, text, end) !== null ||
      readAt(generalTail, text, end) !== null)
  /** A会同… gives A a duty whatever follows. */
  let safe: Mention[] = []
  const lists: Mention[] = []
  let known = true
  let parted = true
  for (let at = from, n = 0; n < most; n++) {
    const body =
      bodyAt(text, at, follows) ?? (passive || isStrong(text, at) ? formAt(text, at, follows) : null)
    if (!body) return safe
    known &&= body.known
    const { end, kept } = tailOf(text, body)
    if (parted) lists.push({ start: body.start, end: kept })
    else lists[lists.length - 1] = { start: lists.at(-1)!.start, end: kept }
    const next = readAt(joint, text, end)
    if (dutyAt(text, end) && (known || passive || readAt(strong, text, end))) {
      if (!next || !/会同|联合/.test(next[0])) return lists
      safe = lists.map((list) => list)
    }
    if (!next) return safe
    at = end + next[0].length
    parted = /和|及|与|商/.test(next[0]) && !/^(?:各|有关|相关|其他)/.test(text.slice(at, at + 2))
  }
  return safe
}

/** Whether a strong word of duty stands near: without one, a name that only its form tells is not looked for. */
function isStrong(text: string, at: number): boolean {
  return strongNear.test(text.slice(at, at + 160))
}

/** Behind 等部门; 等有关部门 is kept with the list, for it names a set, and so is 和部门 behind 各地区. */
function tailOf(text: string, body: Body): { end: number; kept: number } {
  const { end } = body
  const etc = readAt(open, text, end)
  if (etc) {
    const to = end + etc[0].length
    return { end: to, kept: openSet.test(etc[0]) ? to : end }
  }
  const tail = readAt(generalTail, text, end)
  if (!tail || !dutyAt(text, end + tail[0].length)) return { end, kept: end }
  const to = end + tail[0].length
  return { end: to, kept: tail[0].includes('其') ? end : to }
}

function dutyAt(text: string, at: number): boolean {
  const how = readAt(manner, text, at)
  return (how !== null && how[0].length > 2) || readAt(duty, text, at) !== null
}
