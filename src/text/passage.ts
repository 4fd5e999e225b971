/**
 * A passage: running text made of pieces of nodes, read as one string, every character of which knows
 * its place. It is how a rule sees an item of three paragraphs, and how its value gets its evidence.
 *
 * Its text is the pieces joined by a line break, then {@link tidy}: white space at a line break is
 * dropped between Chinese characters, nothing else changes (contract, rule 1).
 */
import type { Span } from '../document.ts'
import { fold } from './fold.ts'
import { isSpace } from './space.ts'

/** Latin letters and digits: between two of these a line break stood for a space. */
const latin = /[0-9A-Za-z\u00c0-\u024f%)("'.,;:!?-]/

/** What stands for a run of white space that holds a line break. */
function glue(before: string, after: string): string {
  if (before === '' || after === '') return ''
  if (!latin.test(before) || !latin.test(after)) return ''
  return /\d/.test(before) && /\d/.test(after) ? '' : ' '
}

interface Segment {
  /** Where it begins in the passage's text. */
  readonly at: number
  readonly node: string
  readonly start: number
  readonly length: number
  /** Where, in the node, the segment before it ended, if only a dropped line break parts the two. */
  readonly after?: number
}

export class Passage {
  readonly text: string
  /** The text as rules match it, unit for unit ({@link fold}). */
  readonly folded: string
  private readonly segments: readonly Segment[]

  private constructor(text: string, segments: readonly Segment[], folded?: string) {
    this.text = text
    this.folded = folded ?? fold(text)
    this.segments = segments
  }

  static readonly empty = new Passage('', [])

  /** A whole node, or `[start, end)` of its text. */
  static of(node: string, nodeText: string, start = 0, end = nodeText.length): Passage {
    return Passage.build([{ node, start, text: nodeText.slice(start, end) }])
  }

  /** Passages one after the other, as if a line break stood between. */
  static join(parts: readonly Passage[]): Passage {
    const filled = parts.filter((p) => p.text !== '')
    if (filled.length === 1) return filled[0]!
    let text = ''
    let folded = ''
    const segments: Segment[] = []
    for (const part of filled) {
      const between = glue(text.slice(-1), part.text.charAt(0))
      text += between
      folded += between
      for (const s of part.segments) segments.push({ ...s, at: s.at + text.length })
      text += part.text
      folded += part.folded
    }
    return new Passage(text, segments, folded)
  }

  private static build(pieces: readonly { node: string; start: number; text: string }[]): Passage {
    let text = ''
    const segments: Segment[] = []
    for (const piece of pieces) {
      const source = piece.text
      let from = 0
      let ended = -1
      const push = (to: number) => {
        if (to <= from) return
        const at = { at: text.length, node: piece.node, start: piece.start + from, length: to - from }
        segments.push(ended < 0 ? at : { ...at, after: piece.start + ended })
        text += source.slice(from, to)
        ended = to
      }
      let i = 0
      while (i < source.length && isSpace(source.charCodeAt(i))) i++
      from = i
      const last = source.length
      for (; i < last; i++) {
        if (!isSpace(source.charCodeAt(i))) continue
        let j = i + 1
        let broken = source[i] === '\n' || source[i] === '\r'
        while (j < last && isSpace(source.charCodeAt(j))) {
          if (source[j] === '\n' || source[j] === '\r') broken = true
          j++
        }
        if (j === last) {
          push(i)
          from = last
          break
        }
        if (broken) {
          push(i)
          text += glue(source[i - 1] ?? '', source[j]!)
          from = j
        }
        i = j - 1
      }
      push(last)
    }
    return new Passage(text, segments)
  }

  get length(): number {
    return this.text.length
  }

  get isEmpty(): boolean {
    return this.text === ''
  }

  /** `[start, end)` of this passage's text, white space at its ends left out. */
  slice(start: number, end = this.text.length): Passage {
    let a = Math.max(0, start)
    let b = Math.min(this.text.length, end)
    while (a < b && isSpace(this.text.charCodeAt(a))) a++
    while (b > a && isSpace(this.text.charCodeAt(b - 1))) b--
    if (a >= b) return Passage.empty
    if (a === 0 && b === this.text.length) return this
    const segments: Segment[] = []
    for (let k = this.segmentAt(a); k < this.segments.length; k++) {
      const s = this.segments[k]!
      if (s.at >= b) break
      const from = Math.max(a, s.at)
      const to = Math.min(b, s.at + s.length)
      if (to <= from) continue
      const cut = { at: from - a, node: s.node, start: s.start + (from - s.at), length: to - from }
      segments.push(from === s.at && s.after !== undefined ? { ...cut, after: s.after } : cut)
    }
    return new Passage(this.text.slice(a, b), segments, this.folded.slice(a, b))
  }

  /** This passage without `[start, end)` of each cut; cuts are sorted and do not overlap. */
  without(cuts: readonly { start: number; end: number }[]): Passage {
    if (cuts.length === 0) return this
    const parts: Passage[] = []
    let from = 0
    for (const cut of cuts) {
      parts.push(this.slice(from, cut.start))
      from = cut.end
    }
    parts.push(this.slice(from))
    return Passage.join(parts)
  }

  /** The pieces of nodes that this text is made of; neighbours within a node are one piece. */
  spans(): Span[] {
    const spans: { node: string; start: number; end: number }[] = []
    for (const s of this.segments) {
      const last = spans.at(-1)
      if (last && last.node === s.node && (last.end === s.start || last.end === s.after))
        last.end = s.start + s.length
      else spans.push({ node: s.node, start: s.start, end: s.start + s.length })
    }
    return spans
  }

  /** Offsets at which a line break of the source, or the seam of two pieces, was closed up. */
  breaks(): number[] {
    return this.segments.slice(1).map((s) => s.at)
  }

  /** The node in which the character at `offset` stands; for messages. */
  nodeAt(offset: number): string | null {
    return this.segments[this.segmentAt(offset)]?.node ?? null
  }

  /** The last segment that begins at or before `offset`. */
  private segmentAt(offset: number): number {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.segments[middle]!.at <= offset) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }
}

/** What a value's quotes say when read together: the text that {@link Passage} gives for them. */
export function tidy(quotes: readonly string[]): string {
  return Passage.join(quotes.map((q) => Passage.of('', q))).text
}
