/** Where the names that begin at a place may end: read forward once, for most places none. */
import { readAt } from '../deadlines/scan.ts'

export interface Ends {
  readonly at: number
  /** Where the name ends at the latest: at a mark outside of its brackets (各县(市、区)人民政府). */
  readonly stop: number
  /** Ascending: behind a character in which names end, before one that may follow them. */
  readonly ends: readonly number[]
  /** Whether a mark or word stands there that parts a list. */
  readonly parted: boolean
}

/** The longest name that is looked at. */
const reach = 34

const bracket = /\([^()]{1,14}\)/y
const stops = starts('。;:,!?《》“”、')
const parts = starts('、和及与以')
const open = '('.charCodeAt(0)
const none: readonly number[] = []

/** By code, 1 for a character with which one of the words begins. */
export function starts(words: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const word of words) table[word.charCodeAt(0)] = 1
  return table
}

/**
 * @param lasts the characters in which names end
 * @param follow those that may stand behind; null where any may
 */
export function endsAt(text: string, at: number, lasts: Uint8Array, follow: Uint8Array | null): Ends {
  const limit = Math.min(text.length, at + reach)
  let ends: number[] | null = null
  let parted = false
  let i = at
  for (; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (parts[c] === 1) parted = true
    if (c === open) {
      const inner = readAt(bracket, text, i)
      if (!inner) break
      i += inner[0].length - 1
    } else if (stops[c] === 1) {
      break
    } else if (lasts[c] === 1 && i > at) {
      const behind = text.charCodeAt(i + 1)
      if (follow === null || follow[behind] === 1 || behind === open) {
        ends ??= []
        ends.push(i + 1)
      }
    }
  }
  return { at, stop: Math.min(i, limit), ends: ends ?? none, parted }
}
