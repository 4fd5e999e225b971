/**
 * RTF as tokens (Rich Text Format 1.9.1, "Contents of an RTF File"): braces, control words with a number,
 * control symbols, and the bytes between them. Nothing is decoded here.
 */

export type Kind =
  /** `{` and `}`. */
  | 'open'
  | 'close'
  /** `\word` or `\word12`, with the space that ends it. */
  | 'word'
  /** A backslash and one character that is no letter. */
  | 'symbol'
  /** `\'b5`, `\{`: a byte of the text, perhaps the second of a character. */
  | 'byte'
  /** Bytes as they stand; line breaks between them mean nothing. */
  | 'text'
  /** What `\bin` announces. */
  | 'binary'
  | 'end'

const open = 0x7b
const close = 0x7d
const backslash = 0x5c
const space = 0x20

/** Words are at most some 30 letters long; of a longer one the beginning is taken, and is no word. */
const maxWord = 40

/** The token read last is in the fields: a file has millions, and an object for each costs more than it. */
export class Scanner {
  readonly bytes: Uint8Array
  kind: Kind = 'end'
  /** The token's bytes: `[start, at)`. */
  start: number
  at: number
  word = ''
  param: number | null = null
  /** Of a symbol or a byte. */
  byte = 0
  private readonly words: string[] = []

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.start = at
    this.at = at
  }

  next(): Kind {
    const { bytes } = this
    const size = bytes.length
    while (this.at < size && isBlank(bytes[this.at]!)) this.at++
    this.start = this.at
    if (this.at >= size) return this.is('end')
    const byte = bytes[this.at++]!
    if (byte === open) return this.is('open')
    if (byte === close) return this.is('close')
    if (byte === backslash) return this.control()
    while (this.at < size && !isSpecial(bytes[this.at]!)) this.at++
    return this.is('text')
  }

  /** Passes over the rest of a group: the next token is the brace that ends it. */
  skipGroup(): void {
    const { bytes } = this
    const size = bytes.length
    for (let depth = 0; this.at < size; ) {
      const byte = bytes[this.at]!
      if (byte === close && depth-- === 0) return
      if (byte === open) depth++
      if (byte === backslash) this.next()
      else this.at++
    }
  }

  private is(kind: Kind): Kind {
    this.kind = kind
    return kind
  }

  private control(): Kind {
    const { bytes } = this
    const size = bytes.length
    if (this.at >= size) return this.is('end')
    const first = bytes[this.at]!
    if (isLetter(first)) return this.controlWord()
    this.at++
    this.byte = first
    if (first === backslash || first === open || first === close) return this.is('byte')
    if (first !== 0x27) return this.is('symbol')
    if (this.at + 2 > size) {
      this.at = size
      return this.is('end')
    }
    const high = hex(bytes[this.at])
    const low = hex(bytes[this.at + 1])
    // `\'` without a number stands for nothing; what follows it is text.
    if (high < 0 || low < 0) return this.is('symbol')
    this.at += 2
    this.byte = high * 16 + low
    return this.is('byte')
  }

  private controlWord(): Kind {
    const { bytes } = this
    const from = this.at
    let hash = 0
    while (this.at < bytes.length && isLetter(bytes[this.at]!)) {
      hash = (hash * 31 + bytes[this.at++]!) & 0xffff
    }
    this.word = this.wordOf(hash, from, Math.min(this.at, from + maxWord))
    this.param = this.number()
    if (bytes[this.at] === space) this.at++
    if (this.word !== 'bin') return this.is('word')
    const length = Math.max(0, this.param ?? 0)
    this.at = Math.min(bytes.length, this.at + length)
    return this.is('binary')
  }

  /** A document has millions of words and some hundred different ones: each is made a string once. */
  private wordOf(hash: number, from: number, to: number): string {
    const { bytes, words } = this
    const known = words[hash]
    if (known?.length === to - from) {
      let i = 0
      while (i < known.length && known.charCodeAt(i) === bytes[from + i]) i++
      if (i === known.length) return known
    }
    let word = ''
    for (let i = from; i < to; i++) word += String.fromCharCode(bytes[i]!)
    words[hash] = word
    return word
  }

  /** A number of any length: beyond ten digits it says nothing, and is passed over. */
  private number(): number | null {
    const { bytes } = this
    const negative = bytes[this.at] === 0x2d
    let at = this.at + (negative ? 1 : 0)
    if (!isDigit(bytes[at])) return null
    let value = 0
    for (; isDigit(bytes[at]); at++) value = Math.min(value * 10 + (bytes[at]! - 0x30), 0xffffffff)
    this.at = at
    return negative ? -value : value
  }
}

/** Line breaks end lines of the file, not of the text. */
function isBlank(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d
}

function isSpecial(byte: number): boolean {
  return byte === open || byte === close || byte === backslash || isBlank(byte)
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
