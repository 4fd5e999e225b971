/** Text as copies of it agree on: what a reader, a converter or an editor changes is left out. */
import { fold } from '../../text/fold.ts'

/**
 * Letters only, folded: spacing, punctuation and digits are what copies lose first. Some pages that give
 * traditional characters put the reading beside them: 國(guó)務(wù)院.
 */
export function letters(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/\([\p{Script=Latin}\s]{1,12}\)/gu, '')
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
  const found = new Uint32Array(Math.max(0, text.length - windowLength + 1))
  for (let i = 0; i < found.length; i++) {
    let h = 0x811c9dc5
    for (let j = i; j < i + windowLength; j++) h = Math.imul(h ^ text.charCodeAt(j), 0x01000193)
    found[i] = h ^ (h >>> 15)
  }
  found.sort()
  const kept: number[] = []
  for (let i = 0; i < found.length && kept.length < count; i++) {
    if (i === 0 || found[i] !== found[i - 1]) kept.push(found[i]!)
  }
  return kept
}

/** Estimated share of the text that both hold (Jaccard), of two sorted lists of the smallest hashes. */
export function resemblance(a: readonly number[], b: readonly number[], count: number): number {
  let union = 0
  let both = 0
  for (let i = 0, j = 0; union < count && (i < a.length || j < b.length); union++) {
    const left = a[i] ?? Number.POSITIVE_INFINITY
    const right = b[j] ?? Number.POSITIVE_INFINITY
    if (left === right) both++
    if (left <= right) i++
    if (right <= left) j++
  }
  return union === 0 ? 0 : both / union
}
