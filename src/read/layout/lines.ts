/** Words → a line: its text, its box, and what the layout asks of it. */
import type { Box } from '../../document.ts'
import { isHan } from './marks.ts'
import type { Word } from './words.ts'

export interface Line {
  readonly text: string
  readonly x0: number
  readonly top: number
  readonly x1: number
  readonly bottom: number
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
  readonly words: readonly Word[]
  /** Words that only spaces part: a column's edge may run between chunks, not through one. */
  readonly chunks: readonly Chunk[]
  /** The box as it stands on the page; differs from the fields above where text or page is turned. */
  readonly box: Box
  readonly page: number
}

export interface Chunk {
  readonly x0: number
  readonly x1: number
  readonly words: readonly Word[]
}

/** Turns a box of the upright page back onto the page as displayed. */
export type Unturn = (box: Box) => Box

export function lineOf(words: readonly Word[], page: number, unturn: Unturn): Line {
  let x0 = Infinity
  let top = Infinity
  let x1 = -Infinity
  let bottom = -Infinity
  let size = 0
  let bold = 0
  let length = 0
  for (const w of words) {
    x0 = Math.min(x0, w.x0)
    x1 = Math.max(x1, w.x1)
    top = Math.min(top, w.top)
    bottom = Math.max(bottom, w.bottom)
    size = Math.max(size, w.size)
    length += w.text.length
    if (w.bold) bold += w.text.length
  }
  return {
    text: textOf(words),
    x0,
    top,
    x1,
    bottom,
    baseline: words[0]!.baseline,
    size,
    bold: bold * 2 > length,
    words,
    chunks: chunksOf(words),
    box: unturn([x0, top, x1, bottom]),
    page,
  }
}

/** The words' text: the source's own white space, and a space where a gap can be nothing else. */
export function textOf(words: readonly Word[]): string {
  const apart = letterSpaced(words)
  let text = ''
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!
    const before = words[i - 1]
    if (before) text += w.space !== '' ? w.space : between(before, w, apart)
    text += w.text
  }
  return text
}

/** Ems up to which a gap may be the space between Latin words, or a space that the source itself has. */
const latinSpace = 0.7
const setSpace = 1.2
/** Ems up to which a gap between Chinese and Latin is set by the program that wrote the page. */
const mixedSpace = 0.3

function chunksOf(words: readonly Word[]): Chunk[] {
  const chunks: { x0: number; x1: number; words: Word[] }[] = []
  for (const w of words) {
    const open = chunks.at(-1)
    const before = open?.words.at(-1)
    if (open && before && isSpace(before, w)) {
      open.x1 = Math.max(open.x1, w.x1)
      open.words.push(w)
    } else chunks.push({ x0: w.x0, x1: w.x1, words: [w] })
  }
  return chunks
}

function isSpace(a: Word, b: Word): boolean {
  const gap = b.x0 - a.x1
  const em = Math.min(a.size, b.size)
  const [before, after] = [isHan(a.text.slice(-1)), isHan(b.text.slice(0, 1))]
  const han = before || after
  if (b.space !== '' && gap < setSpace * em) return han || gap < latinSpace * em
  // A quarter of an em is set between Chinese and a figure (2023 年 6 月): no column ends there.
  return gap < (han ? (before === after ? 0 : mixedSpace) : latinSpace) * em
}

/** A gap beside Chinese is a space from this many ems: Word sets a quarter between 2019 and 年. */
const hanGap = 0.75
const latinGap = 0.15

function between(a: Word, b: Word, apart: boolean): string {
  const gap = b.x0 - a.x1
  const em = Math.min(a.size, b.size)
  const han = isHan(a.text.slice(-1)) || isHan(b.text.slice(0, 1))
  if (han) return !apart && gap > hanGap * em ? ' ' : ''
  return gap > latinGap * em ? ' ' : ''
}

/** Single Chinese characters at like distances are one word set wide (责 任 单 位). */
function letterSpaced(words: readonly Word[]): boolean {
  if (words.length < 2) return false
  let least = Infinity
  let most = 0
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!
    if ([...w.text].length > 1 || !isHan(w.text)) return false
    if (i === 0) continue
    const gap = w.x0 - words[i - 1]!.x1
    least = Math.min(least, gap)
    most = Math.max(most, gap)
  }
  return most - least < 0.35 * words[0]!.size && most < 4 * words[0]!.size
}
