/** A text as lines, each with its place. Offsets are UTF-16 units in the decoded text. */

import { type Paragraph, type Place, paragraph } from '../../document.ts'
import { tooLarge } from '../too-large.ts'

/** `[start, end)` of the text, within one line (its number counts from 1). */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly line: number
}

/** Lines of a file beyond which it is no notice: memory is bounded by this. */
const maxLines = 2_000_000

/** White space at the ends of a line; NULs stand where a file was not written. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0 ||
    code === 0xfeff ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
}

export class Lines {
  readonly text: string
  /** Starts of the lines in the text; a line's end is without its line break. */
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  /** Numbers (from 0) of the lines that are not blank. */
  readonly filled: Int32Array

  constructor(text: string) {
    this.text = text
    const breaks = /\r\n|[\n\r\u2028\u2029]/g
    let count = 1
    while (breaks.exec(text)) count++
    if (count > maxLines) {
      throw tooLarge('lines', count, maxLines)
    }
    this.starts = new Int32Array(count)
    this.ends = new Int32Array(count).fill(text.length)
    let n = 0
    for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
      this.ends[n++] = match.index
      this.starts[n] = match.index + match[0].length
    }
    const filled: number[] = []
    for (let i = 0; i < count; i++) {
      let start = this.starts[i]!
      let end = this.ends[i]!
      while (start < end && isSpace(text.charCodeAt(start))) start++
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--
      if (start < end) filled.push(i)
    }
    this.filled = Int32Array.from(filled)
  }

  get count(): number {
    return this.starts.length
  }

  /** Line `i` (from 0) without the white space at its ends. */
  stretch(i: number): Stretch {
    return trim(this.text, { start: this.starts[i]!, end: this.ends[i]!, line: i + 1 })
  }

  /** Line `i` (from 0) as it is, without its line break. */
  raw(i: number): Stretch {
    return { start: this.starts[i]!, end: this.ends[i]!, line: i + 1 }
  }

  /** Whether a line is blank and yet holds white space. */
  isPadded(i: number): boolean {
    const line = this.stretch(i)
    return line.start === line.end && this.starts[i]! < this.ends[i]!
  }

  slice(stretch: Stretch): string {
    return this.text.slice(stretch.start, stretch.end)
  }
}

/** A stretch without the white space at its ends. */
export function trim(text: string, { start, end, line }: Stretch): Stretch {
  let a = start
  let b = end
  while (a < b && isSpace(text.charCodeAt(a))) a++
  while (b > a && isSpace(text.charCodeAt(b - 1))) b--
  return { start: a, end: b, line }
}

/** Units of the source, or what stands for them (a line break), with their place. */
export interface Piece {
  readonly text: string
  readonly line: number
  readonly offset: number
}

/** A paragraph of pieces; each is a place. */
export function paragraphOf(
  pieces: readonly Piece[],
  extras: Parameters<typeof paragraph>[2] = {},
): Paragraph {
  if (pieces.length === 1) {
    const { text, line, offset } = pieces[0]!
    return paragraph(text, [{ start: 0, end: text.length, origin: { kind: 'line', line, offset } }], extras)
  }
  let text = ''
  const places: Place[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const start = text.length
    text += piece.text
    places.push({ start, end: text.length, origin: { kind: 'line', line: piece.line, offset: piece.offset } })
  }
  return paragraph(text, places, extras)
}
