/** The numbers of a text, by the letters that they stand between. */
import { fold } from '../../text/fold.ts'
import { digits, letters } from './keys.ts'

/** 95.5 and 1—2 are one: what stands between their digits may be lost with them. */
const number = /[0-9](?:[^\p{L}〇、，,；;。]*[0-9])?/gu

/** Of two texts with the same letters, the pairs that differ, in order; '' where one of them has none. */
export function changedNumbers(text: string, other: string): [string, string][] {
  const [mine, others] = [numbersByPlace(text), numbersByPlace(other)]
  const places = [...new Set([...mine.keys(), ...others.keys()])].sort((a, b) => a - b)
  return places.flatMap((place) => {
    const [one, two] = [mine.get(place) ?? [], others.get(place) ?? []]
    if (one.length === two.length) {
      return one.map((n, i): [string, string] => [n, two[i]!]).filter(([a, b]) => !isSame(a, b))
    }
    // One is lost of several that nothing but punctuation parts.
    const start = shared(one, two)
    const most = Math.min(one.length, two.length) - start
    const end = Math.min(most, shared(one.toReversed(), two.toReversed()))
    const left = (all: readonly string[]) => all.slice(start, all.length - end).join('、')
    return [[left(one), left(two)]]
  })
}

/** How many they begin with that are the same. */
function shared(one: readonly string[], two: readonly string[]): number {
  const end = one.findIndex((number, i) => !isSame(number, two[i] ?? ''))
  return end < 0 ? one.length : end
}

function isSame(a: string, b: string): boolean {
  return digits(a) === digits(b)
}

/** By how many letters stand before them. */
function numbersByPlace(text: string): Map<number, string[]> {
  const folded = fold(text)
  const found = new Map<number, string[]>()
  let place = 0
  let from = 0
  for (const match of folded.matchAll(number)) {
    place += letters(folded.slice(from, match.index)).length
    from = match.index + match[0].length
    found.set(place, [...(found.get(place) ?? []), match[0].replace(/\s+/g, '')])
  }
  return found
}
