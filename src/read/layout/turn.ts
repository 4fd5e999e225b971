/** Turned pages: a wide table set sideways on an upright page is read as if the page lay on its side. */
import type { Box } from '../../document.ts'
import type { Unturn } from './lines.ts'
import type { Glyph, Marks, Turn } from './marks.ts'

export type QuarterTurn = 0 | 90 | 180 | 270

/** The direction in which most of the page's text runs. */
export function mainTurn(glyphs: readonly Glyph[]): QuarterTurn {
  const counts: Record<QuarterTurn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const g of glyphs) if (g.turn !== 'askew') counts[g.turn]++
  let best: QuarterTurn = 0
  for (const turn of [90, 180, 270] as const) if (counts[turn] > counts[best]) best = turn
  return best
}

/** A box in the frame in which text of this turn runs from left to right. */
export function turnBox([x0, top, x1, bottom]: Box, turn: QuarterTurn, width: number, height: number): Box {
  if (turn === 90) return [top, width - x1, bottom, width - x0]
  if (turn === 270) return [height - bottom, x0, height - top, x1]
  if (turn === 180) return [width - x1, height - bottom, width - x0, height - top]
  return [x0, top, x1, bottom]
}

/** The way back from {@link turnBox}. */
export function unturner(turn: QuarterTurn, width: number, height: number): Unturn {
  return ([x0, top, x1, bottom]) => {
    if (turn === 90) return [width - bottom, x0, width - top, x1]
    if (turn === 270) return [top, height - x1, bottom, height - x0]
    if (turn === 180) return [width - x1, height - bottom, width - x0, height - top]
    return [x0, top, x1, bottom]
  }
}

/** The way back from an upright page to the page as displayed. */
export function unturnOf(page: { turn: QuarterTurn; width: number; height: number }): Unturn {
  const across = page.turn === 90 || page.turn === 270
  return across ? unturner(page.turn, page.height, page.width) : unturner(page.turn, page.width, page.height)
}

export function turnGlyph(g: Glyph, turn: QuarterTurn, width: number, height: number): Glyph {
  if (turn === 0) return g
  const [x0, top, x1, bottom] = turnBox([g.x0, g.top, g.x1, g.bottom], turn, width, height)
  let baseline = g.baseline
  if (turn === 90) baseline = width - g.baseline
  else if (turn === 180) baseline = height - g.baseline
  const turned: Turn = g.turn === 'askew' ? 'askew' : (((g.turn - turn + 360) % 360) as QuarterTurn)
  return { ...g, x0, top, x1, bottom, baseline, turn: turned }
}

/** The page as it is read: most of its text from left to right. */
export function upright(marks: Marks, turn: QuarterTurn): Marks {
  if (turn === 0) return marks
  const { width, height } = marks
  const across = turn === 90 || turn === 270
  return {
    number: marks.number,
    width: across ? height : width,
    height: across ? width : height,
    glyphs: marks.glyphs.map((g) => turnGlyph(g, turn, width, height)),
    edges: marks.edges.map((e) => {
      const box: Box = e.horizontal ? [e.from, e.at, e.to, e.at] : [e.at, e.from, e.at, e.to]
      const [x0, top, x1, bottom] = turnBox(box, turn, width, height)
      return e.horizontal !== across
        ? { horizontal: true, at: top, from: x0, to: x1 }
        : { horizontal: false, at: x0, from: top, to: bottom }
    }),
    pictures: marks.pictures.map((b) => turnBox(b, turn, width, height)),
  }
}
