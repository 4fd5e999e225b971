/** Frames and glyphs → ruled tables: every glyph goes to the cell that it was set for. */
import type { Frame } from './frames.ts'
import { compact, type Grid } from './grid.ts'
import { type Line, lineOf, type Unturn } from './lines.ts'
import type { Glyph } from './marks.ts'
import { type QuarterTurn, turnGlyph, unturner } from './turn.ts'
import { rowsOf } from './words.ts'

/** A cell's padding (points) is at most about this: text that begins so near its wall begins there. */
const padding = 8

/** Index of the interval of `edges` that holds `at`, or -1 outside them. */
export function intervalOf(edges: readonly number[], at: number): number {
  let low = 0
  let high = edges.length - 1
  if (high < 1 || at < edges[0]! || at > edges[high]!) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= at) low = middle
    else high = middle
  }
  return low
}

function cellIndex(frame: Frame, x: number, y: number): number {
  const c = intervalOf(frame.xs, x)
  const r = intervalOf(frame.ys, y)
  return c < 0 || r < 0 ? -1 : frame.cellAt[r * (frame.xs.length - 1) + c]!
}

/**
 * Takes the glyphs that stand in a frame. Frames may lie in one another: the smallest has the glyph.
 * @returns for every frame the glyphs of each of its cells; and the glyphs that no frame holds.
 */
export function assign(
  glyphs: readonly Glyph[],
  frames: readonly Frame[],
): { held: Glyph[][][]; free: Glyph[] } {
  const held = frames.map((f) => f.cells.map((): Glyph[] => []))
  const free: Glyph[] = []
  const order = frames.map((_, i) => i).sort((a, b) => area(frames[a]!) - area(frames[b]!))
  for (let i = 0; i < glyphs.length; ) {
    let j = i + 1
    while (j < glyphs.length && glyphs[j]!.run === glyphs[i]!.run && glyphs[j]!.turn === glyphs[i]!.turn) j++
    const run = glyphs.slice(i, j)
    i = j
    const owner = order.find((k) => {
      const f = frames[k]!
      let inside = 0
      for (const g of run) if (cellIndex(f, (g.x0 + g.x1) / 2, (g.top + g.bottom) / 2) >= 0) inside++
      return inside * 2 > run.length
    })
    if (owner === undefined) {
      free.push(...run)
      continue
    }
    const frame = frames[owner]!
    const cells = run.map((g) => cellIndex(frame, (g.x0 + g.x1) / 2, (g.top + g.bottom) / 2))
    if (cells.some((c) => c !== cells[0])) {
      const all = ownerOfRun(frame, run, cells)
      for (const g of run) held[owner]![all]!.push(g)
    } else run.forEach((g, k) => void held[owner]![cells[k]!]!.push(g))
  }
  return { held, free }
}

const area = (f: Frame) => (f.xs.at(-1)! - f.xs[0]!) * (f.ys.at(-1)! - f.ys[0]!)

/**
 * Text that is longer than its cell runs over the wall (a spreadsheet prints it over empty neighbours).
 * It belongs where it begins, if it begins at a wall; else where it ends at one; else where most of it is.
 */
function ownerOfRun(frame: Frame, run: readonly Glyph[], cells: readonly number[]): number {
  const first = run[0]!
  const last = run.at(-1)!
  const head = cells[0]!
  const tail = cells.at(-1)!
  if (head >= 0) {
    const left = frame.xs[frame.cells[head]!.col]!
    if (first.x0 - left < padding && first.x0 - left > -2) return head
  }
  if (tail >= 0) {
    const cell = frame.cells[tail]!
    const right = frame.xs[cell.col + cell.colSpan]!
    if (right - last.x1 < padding && right - last.x1 > -2) return tail
  }
  const counts = new Map<number, number>()
  for (const c of cells) if (c >= 0) counts.set(c, (counts.get(c) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

export interface PageFrame {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly unturn: Unturn
}

/** Lines of glyphs that may be turned against the page: each turn is read in its own frame. */
export function linesOf(glyphs: readonly Glyph[], page: PageFrame): Line[] {
  const lines: Line[] = []
  for (const turn of [0, 90, 180, 270] as const) {
    const own = glyphs.filter((g) => g.turn === turn)
    if (own.length === 0) continue
    lines.push(...turnedLines(own, turn, page))
  }
  return lines
}

function turnedLines(glyphs: readonly Glyph[], turn: QuarterTurn, page: PageFrame): Line[] {
  if (turn === 0) return rowsOf(glyphs).map((row) => lineOf(row, page.number, page.unturn))
  const back = unturner(turn, page.width, page.height)
  const flat = glyphs.map((g) => turnGlyph(g, turn, page.width, page.height))
  return rowsOf(flat).map((row) => lineOf(row, page.number, (box) => page.unturn(back(box))))
}

/** The frame's table. Turned text in a cell keeps its order; it follows the upright text. */
export function gridOf(frame: Frame, held: readonly Glyph[][], page: PageFrame): Grid {
  return compact({
    page: page.number,
    xs: frame.xs,
    ys: frame.ys,
    cells: frame.cells.map((c, i) => ({ ...c, lines: linesOf(held[i]!, page) })),
    ruled: true,
  })
}
