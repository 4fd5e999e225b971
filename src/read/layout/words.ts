/**
 * Glyphs → words: a word is a stretch of one line without a gap. What the gap means (a space, a column's
 * edge, letters set apart) is decided later, where the whole line or table is known.
 */
import type { Glyph } from './marks.ts'
import { blank } from './marks.ts'

export interface Word {
  readonly text: string
  /** White space that the source has before this word; '' where only a gap parts them. */
  readonly space: string
  readonly x0: number
  readonly top: number
  readonly x1: number
  readonly bottom: number
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
  /** Run of its first glyph: words of one run were drawn in one stroke. */
  readonly run: number
}

/** Words that share a baseline, from left to right. */
export type Row = Word[]

/** Share of the em by which baselines of one line may differ (Latin beside Chinese, by WPS). */
const baselineSlack = 0.2
/** Share of the em that parts two words: a cell's padding of 2 pt beside 12 pt type is 0.17. */
const wordGap = 0.12

/** Rows of words from top to bottom, duplicates (bold by printing twice) once. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline)
  const rows: Row[] = []
  let from = 0
  for (let i = 1; i <= sorted.length; i++) {
    const first = sorted[from]
    const here = sorted[i]
    if (first === undefined) break
    const slack = Math.max(1, baselineSlack * Math.min(first.size, here?.size ?? 0))
    if (here && here.baseline - first.baseline <= slack) continue
    const row = wordsOf(sorted.slice(from, i))
    if (row.length > 0) rows.push(row)
    from = i
  }
  return withScripts(rows)
}

/** The words of one line of glyphs. */
function wordsOf(line: Glyph[]): Row {
  line.sort((a, b) => a.x0 - b.x0 || a.run - b.run)
  const glyphs = once(line)
  const usual = usualGap(glyphs)
  const words: Row = []
  let open: Glyph[] = []
  let space = ''
  const close = (next: string) => {
    if (open.length > 0) words.push(wordOf(open, space))
    if (open.length > 0 || next === '') space = next
    else space += next
    open = []
  }
  for (const g of glyphs) {
    if (blank.test(g.text)) {
      if (open.length > 0) close(g.text)
      else if (words.length > 0) space += g.text
      continue
    }
    const before = open.at(-1)
    if (before) {
      const gap = g.x0 - before.x1
      const em = Math.min(g.size, before.size)
      // Letters of a justified or letter-spaced line stand apart by the same gap: only more parts them.
      if (gap > usual + Math.max(0.8, wordGap * em)) close('')
    }
    open.push(g)
  }
  close('')
  return words
}

/** Bold by overprinting draws a glyph again within a fraction of its width. */
function once(line: readonly Glyph[]): Glyph[] {
  const out: Glyph[] = []
  for (const g of line) {
    let double = false
    for (let k = out.length - 1, looked = 0; k >= 0 && looked < 4; k--, looked++) {
      const o = out[k]!
      if (
        o.text === g.text &&
        Math.abs(o.x0 - g.x0) < 0.3 * Math.max(o.x1 - o.x0, 0.5) &&
        o.turn === g.turn
      ) {
        double = Math.abs(o.size - g.size) < 0.2 * o.size
        break
      }
    }
    if (!double) out.push(g)
  }
  return out
}

/** The gap that most letters of the line have: 0 for text set solid, more where letters are spaced. */
function usualGap(glyphs: readonly Glyph[]): number {
  const gaps: number[] = []
  for (let i = 1; i < glyphs.length; i++) {
    const a = glyphs[i - 1]!
    const b = glyphs[i]!
    if (blank.test(a.text) || blank.test(b.text)) continue
    gaps.push(b.x0 - a.x1)
  }
  if (gaps.length < 6) return 0
  gaps.sort((a, b) => a - b)
  const median = gaps[gaps.length >> 1]!
  const em = glyphs[0]!.size
  return median > 0 && median < 0.5 * em ? median : 0
}

function wordOf(glyphs: readonly Glyph[], space: string): Word {
  let text = ''
  let x0 = Infinity
  let top = Infinity
  let x1 = -Infinity
  let bottom = -Infinity
  let size = 0
  let bold = 0
  for (const g of glyphs) {
    text += g.text
    x0 = Math.min(x0, g.x0)
    x1 = Math.max(x1, g.x1)
    top = Math.min(top, g.top)
    bottom = Math.max(bottom, g.bottom)
    size = Math.max(size, g.size)
    if (g.bold) bold++
  }
  const first = glyphs[0]!
  return {
    text,
    space,
    x0,
    top,
    x1,
    bottom,
    baseline: first.baseline,
    size,
    bold: bold * 2 > glyphs.length,
    run: first.run,
  }
}

/** A note's mark or an exponent stands off its line's baseline: it joins the word that it touches. */
function withScripts(rows: Row[]): Row[] {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    if (row.length > 3) continue
    for (const near of [i - 1, i + 1]) {
      const host = rows[near]
      if (!host || host.length === 0) continue
      const fits = row.every((s) =>
        host.some(
          (w) =>
            s.size < 0.8 * w.size &&
            s.text.length <= 3 &&
            s.top < w.bottom &&
            s.bottom > w.top &&
            Math.min(Math.abs(s.x0 - w.x1), Math.abs(w.x0 - s.x1)) < 0.25 * w.size,
        ),
      )
      if (!fits || row.length === 0) continue
      host.push(...row)
      host.sort((a, b) => a.x0 - b.x0)
      rows[i] = []
      break
    }
  }
  return rows.filter((r) => r.length > 0)
}
