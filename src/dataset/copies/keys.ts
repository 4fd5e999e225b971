/** Text as copies of it agree on: what a reader, a converter or an editor changes is left out. */
import { fold } from '../../text/fold.ts'

const isLetter = 0x10000
const isDigit = 0x20000
/** What may stand in the reading beside a character: 國(guó)務(wù)院. */
const isReading = 0x40000
const isKnown = 0x80000
const characterBits = 0xffff

/** By code unit: what it is matched as, and what it is. Filled as characters are met. */
const kinds = new Uint32Array(0x10000)

function classified(code: number): number {
  const text = fold(String.fromCharCode(code)).toLowerCase()
  const kind =
    isKnown |
    text.charCodeAt(0) |
    (/^[\p{L}〇]/u.test(text) ? isLetter : 0) |
    (/^[0-9]/.test(text) ? isDigit : 0) |
    (/^[\p{Script=Latin}\s]/u.test(text) ? isReading : 0)
  kinds[code] = kind
  return kind
}

const open = 0x28
const close = 0x29
const longestReading = 12

/**
 * Letters only, folded, of one text after another: spacing, punctuation and digits are what copies lose first.
 * Some pages that give traditional characters put the reading beside them: 國(guó)務(wù)院.
 */
export class Letters {
  private codes = new Uint16Array(64)
  private end = 0

  get length(): number {
    return this.end
  }

  /** What was added; a view that the next text may leave behind. */
  all(): Uint16Array {
    return this.codes.subarray(0, this.end)
  }

  /** 32 bits of what was added from a place on: enough among the tasks or names of two documents. */
  hashFrom(start: number): number {
    const { codes, end } = this
    let h = 0x811c9dc5
    for (let i = start; i < end; i++) h = Math.imul(h ^ codes[i]!, 0x01000193)
    return mixed(h)
  }

  /** Adds the letters of a text. Its Arabic digits are given back, in order. */
  add(text: string): string {
    if (this.end + text.length > this.codes.length) this.grow(this.end + text.length)
    const { codes } = this
    let { end } = this
    let digits = ''
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const kind = kinds[code]! || classified(code)
      if (kind & isLetter) codes[end++] = kind & characterBits
      else if (kind & isDigit) digits += String.fromCharCode(kind & characterBits)
      else if ((kind & characterBits) === open) i = afterReading(text, i)
      else if ((code & 0xfc00) === 0xd800 && isWide(text, i)) {
        codes[end++] = code
        codes[end++] = text.charCodeAt(++i)
      }
    }
    this.end = end
    return digits
  }

  private grow(least: number): void {
    const codes = new Uint16Array(Math.max(least, this.codes.length * 4))
    codes.set(this.codes)
    this.codes = codes
  }
}

/** The last character of the reading in a bracket; the bracket itself where it holds something else. */
function afterReading(text: string, bracket: number): number {
  const last = Math.min(text.length - 1, bracket + longestReading + 1)
  for (let i = bracket + 1; i <= last; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code]! || classified(code)
    if ((kind & characterBits) === close) return i > bracket + 1 ? i : bracket
    if (!(kind & isReading)) return bracket
  }
  return bracket
}

/** A rare character of a name: 𠮷. */
function isWide(text: string, i: number): boolean {
  return /^\p{L}/u.test(text.slice(i, i + 2))
}

export function letters(text: string): string {
  const found = new Letters()
  found.add(text)
  const codes = found.all()
  let out = ''
  for (let i = 0; i < codes.length; i += 4096) out += String.fromCharCode(...codes.subarray(i, i + 4096))
  return out
}

/** The Arabic digits, in order. */
export function digits(text: string): string {
  return new Letters().add(text)
}

/**
 * One may be the other with some digits lost. Which of the two is whole cannot be told from them, so 3
 * and 13 agree too: where a number decides by itself (a document number) it is not compared by this. A reading
 * loses a digit here and there, or all that a font has; one that kept 2 of 22943 is another text.
 */
export function digitsAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length > 0 && short.length < long.length / 2) return false
  let at = 0
  for (const digit of short) {
    at = long.indexOf(digit, at) + 1
    if (at === 0) return false
  }
  return true
}

/** 53 bits (cyrb53, public domain): two of 100,000 documents meet with a chance of one in a million. */
export function wideHash(codes: ArrayLike<number>): number {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < codes.length; i++) {
    h1 = Math.imul(h1 ^ codes[i]!, 2654435761)
    h2 = Math.imul(h2 ^ codes[i]!, 1597334677)
    // Codes of more than 16 bits would else leave their upper half to the last of them.
    h1 ^= h1 >>> 15
    h2 ^= h2 >>> 13
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return 4294967296 * (2097151 & h2) + (h1 >>> 0)
}

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Distinct numbers of 32 bits, the smallest of all that are put in, in order. */
export class Smallest {
  private readonly kept: Uint32Array
  private count = 0
  /** What is not below it is not kept. */
  private limit = 2 ** 32

  constructor(most: number) {
    this.kept = new Uint32Array(most)
  }

  put(value: number): void {
    if (value >= this.limit) return
    const { kept } = this
    let at = this.count
    while (at > 0 && kept[at - 1]! > value) at--
    if (at > 0 && kept[at - 1] === value) return
    if (this.count < kept.length) this.count++
    kept.copyWithin(at + 1, at, this.count - 1)
    kept[at] = value
    if (this.count === kept.length) this.limit = kept[this.count - 1]!
  }

  values(): Uint32Array {
    return this.kept.slice(0, this.count)
  }
}

const windowLength = 6
const base = 0x01000193
const leaving = Array.from({ length: windowLength }).reduce<number>((power) => Math.imul(power, base), 1)

/** Hashes of every stretch of six letters, the smallest of them: an estimate of how much text two share. */
export function shingles(codes: Uint16Array, count: number): Uint32Array {
  const smallest = new Smallest(count)
  let rolling = 0
  for (let i = 0; i < codes.length; i++) {
    rolling = (Math.imul(rolling, base) + codes[i]!) | 0
    if (i >= windowLength) rolling = (rolling - Math.imul(codes[i - windowLength]!, leaving)) | 0
    if (i >= windowLength - 1) smallest.put(mixed(rolling))
  }
  return smallest.values()
}

/** Estimated share of the text that both hold (Jaccard), of two sorted lists of the smallest hashes. */
export function resemblance(a: Uint32Array, b: Uint32Array, count: number): number {
  let union = 0
  let both = 0
  for (let i = 0, j = 0; union < count && (i < a.length || j < b.length); union++) {
    const left = i < a.length ? a[i]! : Number.POSITIVE_INFINITY
    const right = j < b.length ? b[j]! : Number.POSITIVE_INFINITY
    if (left === right) both++
    if (left <= right) i++
    if (right <= left) j++
  }
  return union === 0 ? 0 : both / union
}

/** Numbers of 32 bits in JSON: half as long as in decimal, and not one object each where they are held. */
export function packed(values: Uint32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

export function unpacked(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64')
  const values = new Uint32Array(bytes.length >> 2)
  new Uint8Array(values.buffer).set(bytes.subarray(0, values.byteLength))
  return values
}
