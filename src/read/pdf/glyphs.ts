/** One drawn glyph: its box on the page, and whether the next one continues it. */
import { radicals } from '../../data/radicals.ts'
import type { Glyph, Turn } from '../layout/marks.ts'
import type { FontFacts } from './fonts.ts'
import { apply, type Matrix } from './matrix.ts'

interface Shown {
  readonly text: string
  /** Text space → displayed page. */
  readonly matrix: Matrix
  readonly x: number
  readonly y: number
  /** Advance without spacing, in text space. */
  readonly width: number
  readonly size: number
  readonly font: FontFacts
  /** Of vertical writing: from the glyph's top centre to its own origin. */
  readonly vertical: { readonly x: number; readonly y: number } | null
}

export interface DrawnGlyph {
  readonly x0: number
  readonly top: number
  readonly x1: number
  readonly bottom: number
  /** True if `next` stands where this one's advance ends. */
  joins(next: DrawnGlyph): boolean
  /** Start and end of the glyph along its line. */
  readonly from: number
  readonly to: number
  readonly baseline: number
  readonly turn: Turn
  readonly size: number
  as(run: number, stamped: boolean): Glyph
}

/** ToUnicode maps give radicals for the characters they look like (⼯⼈ for 工人): never the author's text. */
const modern: Readonly<Record<string, string>> = { 戶: '户', 靑: '青', 黃: '黄' }
/** A CJK font draws both dashes with one glyph, and its map names the bar. */
const dash = '—'

function plain(text: string): string {
  let out = ''
  for (const c of text) {
    const code = c.codePointAt(0)!
    if (code === 0 || (code >= 0xfffe && code <= 0xffff)) continue
    const character = c === '―' ? dash : radicals.get(code)
    // Kangxi's forms of three characters are not the ones that a simplified font draws there.
    out += character === undefined ? c : (modern[character] ?? character)
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

/** Null for what takes no place: no text, no size, coordinates that are not numbers. */
export function glyphOf(g: Shown): DrawnGlyph | null {
  const text = plain(g.text)
  if (text === '') return null
  const m = g.matrix
  const height = Math.hypot(m[2], m[3])
  const size = g.size * height
  if (!(size > 0.1) || !(size < 5000)) return null
  const originX = g.vertical ? g.x - g.vertical.x : g.x
  const originY = g.vertical ? g.y - g.vertical.y : g.y
  // A Type 3 font may turn its glyphs over (Chromium's do, under a text matrix that turns them back):
  // the advance tells the line's direction, and up is where the font's own matrix puts it.
  const up = g.font.ascent * g.size
  const down = -g.font.descent * g.size
  const corners = [
    apply(m, originX, originY + up),
    apply(m, originX + g.width, originY + up),
    apply(m, originX, originY + down),
    apply(m, originX + g.width, originY + down),
  ]
  const mirrored = m[0] * m[3] - m[1] * m[2] > 0
  if (mirrored) {
    // Page space runs downwards, so upright text has a negative determinant; a positive one here means
    // that the font's matrix mirrors it again. The em box is then on the other side of the baseline.
    corners[0] = apply(m, originX, originY - up)
    corners[1] = apply(m, originX + g.width, originY - up)
    corners[2] = apply(m, originX, originY - down)
    corners[3] = apply(m, originX + g.width, originY - down)
  }
  const xs = corners.map((p) => p[0])
  const ys = corners.map((p) => p[1])
  const x0 = Math.min(...xs)
  const x1 = Math.max(...xs)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  if (![x0, x1, top, bottom].every(Number.isFinite)) return null
  const turn = g.vertical ? 0 : turnOf(m[0] * Math.sign(g.width || 1), m[1] * Math.sign(g.width || 1))
  const [ox, oy] = apply(m, originX, originY)
  const across = turn === 90 || turn === 270
  const backward = turn === 180 || turn === 270
  const baseline = across ? ox : oy
  const from = across ? (backward ? bottom : top) : backward ? x1 : x0
  const to = across ? (backward ? top : bottom) : backward ? x0 : x1
  const bold = g.font.bold
  const self: DrawnGlyph = {
    x0,
    x1,
    top,
    bottom,
    from,
    to,
    baseline,
    turn,
    size,
    joins(next) {
      if (next.turn !== turn || turn === 'askew') return false
      if (Math.abs(next.baseline - baseline) > size * 0.1) return false
      const gap = backward ? to - next.from : next.from - to
      return gap < size * 0.08 + 0.3 && gap > -size * 0.35
    },
    as: (run, stamped) => ({
      text,
      x0,
      top,
      x1,
      bottom,
      baseline,
      size,
      bold,
      run,
      turn,
      ...(stamped ? { stamped: true } : {}),
    }),
  }
  return self
}
