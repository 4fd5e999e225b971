/** One drawn glyph: its box on the page, and whether the next one continues it. */
import { radicals } from '../../data/radicals.ts'
import type { Glyph, Turn } from '../layout/marks.ts'
import type { FontFacts } from './fonts.ts'
import type { Matrix } from './matrix.ts'

/**
 * What the loop below changes. ToUnicode maps give radicals for the characters they look like (⼯⼈ for
 * 工人): never the author's text.
 */
const mapped = /[\u0000\u2015\u2e80-\u2fdf\ud800-\udfff\ufffe\uffff]/
/** A CJK font draws both dashes with one glyph, and its map names the bar. */
const dash = '—'

function plainOf(text: string): string {
  if (text.length === 1 && !mapped.test(text)) return text
  let out = ''
  for (const c of text) {
    const code = c.codePointAt(0)!
    if (code === 0 || (code >= 0xfffe && code <= 0xffff)) continue
    const character = c === '―' ? dash : radicals.get(code)
    out += character ?? c
  }
  return out
}

function turnOf(dx: number, dy: number): Turn {
  const bent = Math.min(Math.abs(dx), Math.abs(dy))
  const long = Math.max(Math.abs(dx), Math.abs(dy))
  if (bent > long * 0.05) return 'askew'
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 180
  return dy >= 0 ? 90 : 270
}

/** How a run of text is set: what its glyphs share. */
export interface Setting {
  /** Text space → displayed page. */
  readonly matrix: Matrix
  readonly font: FontFacts
  /** Of the font, in text space, never negative. */
  readonly size: number
  /** Em in points. */
  readonly em: number
  readonly turn: Turn
}

/** A glyph whose run is told when its place is known. */
export type PlacedGlyph = Glyph & { run: number; stamped?: boolean }

/** Null for what takes no place: no size, a matrix that maps to nothing. */
export function settingOf(matrix: Matrix, font: FontFacts, size: number, direction: number): Setting | null {
  const em = size * Math.hypot(matrix[2], matrix[3]) * font.em
  if (!(em > 0.1) || !(em < 5000)) return null
  const turn = font.vertical ? 0 : turnOf(matrix[0] * direction, matrix[1] * direction)
  return { matrix, font, size, em, turn }
}

/**
 * The glyph `text` whose origin is at (x, y) in text space and whose advance, without spacing, is
 * `width`; null where its place is no number.
 */
export function glyphOf(text: string, x: number, y: number, width: number, s: Setting): PlacedGlyph | null {
  const plain = plainOf(text)
  if (plain === '') return null
  const [a, b, c, d, e, f] = s.matrix
  // Page space runs downwards, so upright text has a negative determinant. Where it is positive the
  // text is mirrored, and the font (a Type 3 font's own matrix) mirrors it back: up is the other side.
  const way = a * d - b * c > 0 ? -s.size : s.size
  const up = y + s.font.ascent * way
  const down = y - s.font.descent * way
  const ax = a * x + e
  const ay = b * x + f
  const dx = a * width
  const dy = b * width
  const ux = c * up
  const uy = d * up
  const lx = c * down
  const ly = d * down
  const x0 = ax + Math.min(0, dx) + Math.min(ux, lx)
  const x1 = ax + Math.max(0, dx) + Math.max(ux, lx)
  const top = ay + Math.min(0, dy) + Math.min(uy, ly)
  const bottom = ay + Math.max(0, dy) + Math.max(uy, ly)
  if (!(x1 - x0 < Infinity) || !(bottom - top < Infinity)) return null
  const across = s.turn === 90 || s.turn === 270
  const baseline = across ? ax + c * y : ay + d * y
  return { text: plain, x0, top, x1, bottom, baseline, size: s.em, bold: s.font.bold, run: 0, turn: s.turn }
}

/** True if `b` stands where the advance of `a` ends: both belong to one run. */
export function joins(a: Glyph, b: Glyph): boolean {
  if (a.turn !== b.turn || a.turn === 'askew') return false
  if (Math.abs(b.baseline - a.baseline) > a.size * 0.1) return false
  let gap = b.x0 - a.x1
  if (a.turn === 90) gap = b.top - a.bottom
  else if (a.turn === 180) gap = a.x0 - b.x1
  else if (a.turn === 270) gap = a.top - b.bottom
  return gap < a.size * 0.08 + 0.3 && gap > -a.size * 0.35
}
