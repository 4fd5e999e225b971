/** Departments whose noun is said once for all of them: 财政、教育等部门, 市级发展改革、财政部门. */
import { readAt } from '../deadlines/scan.ts'
import { starts } from './ends.ts'
import { type Gazetteer, gazetteer } from './names.ts'

export interface SharedNoun {
  readonly lists: readonly { readonly start: number; readonly end: number }[]
  /** Behind the noun. */
  readonly end: number
}

const joint = /[、和及与]|以及/y
const noun =
  /(?:(等)(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:个|家)?[\u4e00-\u9fff]{0,10}?)?(?:行政|主管|监管|管理)*(?:部门|机关)(?:和单位)?/y

/** A name that has its noun shares none (财政部等有关部门). */
const organ = /[部委局厅办会院署]$/

/** Two at least: one alone is the name of a body or a set (财政部门). */
export function sharedNounAt(text: string, from: number): SharedNoun | null {
  const names = gazetteer()
  const lists: { start: number; end: number }[] = []
  let parted = true
  for (let at = from, n = 0; n < 40; n++) {
    // Behind the first a list goes on, or it is none.
    const end = stemEnd(text, at, n === 0 ? parts : goesOn, names)
    if (end === 0) return null
    const close = n > 0 ? readAt(noun, text, end) : null
    const to = end + (close?.[0].length ?? 0)
    // 等 leaves the names as they are; without it the noun belongs to the last.
    const kept = close && close[1] === undefined ? to : end
    if (parted) lists.push({ start: at, end: kept })
    else lists[lists.length - 1] = { start: lists.at(-1)!.start, end: kept }
    if (close) return { lists, end: to }
    const next = readAt(joint, text, end)
    if (!next) return null
    parted = next[0] !== '、'
    at = end + next[0].length
  }
  return null
}

/** With these a list goes on, or its noun begins. */
const goesOn = starts('、和及与以等部机行主监管')
const parts = starts('、和及与以')
const stops = starts('。;:,!?()《》“”')

/** Where the stem ends that stands there (海关 is a name and its stem), the longest; 0 for none. */
function stemEnd(text: string, at: number, ends: Uint8Array, { stems, all, longestStem }: Gazetteer): number {
  let found = 0
  const last = Math.min(text.length - 1, at + longestStem)
  for (let end = at; end <= last && stops[text.charCodeAt(end)] !== 1; end++) {
    if (ends[text.charCodeAt(end)] !== 1 || end < at + 2) continue
    const stem = text.slice(at, end)
    const known = stems.has(stem) || all.has(`${stem}局`) || (all.has(stem) && !organ.test(stem))
    if (known) found = end
    // A mark that parts a list is in no stem.
    if (text[end] === '、') break
  }
  return found
}
