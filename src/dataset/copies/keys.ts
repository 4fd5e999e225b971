/** Text as copies of it agree on: what a reader, a converter or an editor changes is left out. */
import { fold } from '../../text/fold.ts'

/** Letters only, folded: spacing, punctuation and digits are what copies lose first. */
export function letters(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}〇]+/gu, '')
}

/** The Arabic digits, in order. */
export function digits(text: string): string {
  return fold(text).replace(/[^0-9]+/g, '')
}

/**
 * One may be the other with some digits lost. Which of the two is whole cannot be told from them, so 3
 * and 13 agree too: where a number decides by itself (a document number) it is not compared by this.
 */
export function digitsAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  for (const digit of short) {
    at = long.indexOf(digit, at) + 1
    if (at === 0) return false
  }
  return true
}

/** 53 bits of a text (cyrb53, public domain): two of 2,000,000 tasks meet with a chance of 1 in 4,000. */
export function hash(text: string): number {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ code, 2654435761)
    h2 = Math.imul(h2 ^ code, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return 4294967296 * (2097151 & h2) + (h1 >>> 0)
}

/** The smallest of a set: two documents that hold the same keep the same. */
export function smallest(values: Iterable<number>, count: number): number[] {
  return [...new Set(values)].sort((a, b) => a - b).slice(0, count)
}

const windowLength = 6

/** Hashes of every stretch of six letters, the smallest of them: an estimate of how much text two share. */
export function shingles(text: string, count: number): number[] {
  const found = new Set<number>()
  for (let i = 0; i + windowLength <= text.length; i++) {
    let h = 0x811c9dc5
    for (let j = i; j < i + windowLength; j++) h = Math.imul(h ^ text.charCodeAt(j), 0x01000193)
    found.add((h ^ (h >>> 15)) >>> 0)
  }
  return smallest(found, count)
}

/** Estimated share of the text that both hold (Jaccard), of two lists of the smallest hashes. */
export function resemblance(a: readonly number[], b: readonly number[], count: number): number {
  const union = smallest([...a, ...b], count)
  if (union.length === 0) return 0
  const inA = new Set(a)
  const inB = new Set(b)
  return union.filter((value) => inA.has(value) && inB.has(value)).length / union.length
}
