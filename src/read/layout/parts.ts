/** A page in parts that are read one after the other: columns of prose, tables that stand side by side. */
import type { Grid } from './grid.ts'
import { type Chunk, type Line, lineOf } from './lines.ts'
import type { Edge } from './marks.ts'
import type { PageLayout } from './page.ts'
import { extent } from './segments.ts'
import { unturnOf } from './turn.ts'

/** Lines in their order, and whether they stand beside others. */
export interface Band {
  readonly lines: readonly Line[]
  readonly column: boolean
}

export const acrossOf = (lines: readonly Line[]) => extent(lines, (l) => [l.x0, l.x1])

export function width(lines: readonly Line[]): number {
  const [x0, x1] = acrossOf(lines)
  return x1 - x0
}

/** What stands left of the place, and what right of it. */
export function partedLines(lines: readonly Line[], x: number, page: PageLayout): [Line[], Line[]] {
  const unturn = unturnOf(page)
  const part = (line: Line, chunks: readonly Chunk[]): Line[] => {
    if (chunks.length === 0) return []
    if (chunks.length === line.chunks.length) return [line]
    const words = chunks.flatMap((c) => c.words)
    return [lineOf(words, page.number, unturn)]
  }
  const left: Line[] = []
  const right: Line[] = []
  for (const line of lines) {
    left.push(
      ...part(
        line,
        line.chunks.filter((c) => c.x0 < x - 1),
      ),
    )
    right.push(
      ...part(
        line,
        line.chunks.filter((c) => c.x0 >= x - 1),
      ),
    )
  }
  return [left, right]
}

/** The page as pages of its own for each band: tables go to the band beside which they begin. */
export function partsOf(page: PageLayout, bands: readonly Band[], aside: ReadonlySet<Line>): PageLayout[] {
  const parts = bands.map((b) => ({ band: b, grids: [] as Grid[] }))
  for (const grid of page.grids) {
    const top = grid.ys[0]!
    const middle = (grid.xs[0]! + grid.xs.at(-1)!) / 2
    let best = parts[0]!
    let least = Infinity
    for (const part of parts) {
      const [x0, x1] = acrossOf(part.band.lines)
      const above = part.band.lines[0]!.top
      const below = part.band.lines.at(-1)!.bottom
      const down = top < above ? above - top : top > below ? top - below : 0
      const beside = middle < x0 ? x0 - middle : middle > x1 ? middle - x1 : 0
      if (down + beside < least) {
        least = down + beside
        best = part
      }
    }
    best.grids.push(grid)
  }
  return parts.map(({ band, grids }, i) => ({
    ...page,
    lines: i === 0 ? [...page.lines.filter((l) => aside.has(l)), ...band.lines] : band.lines,
    grids,
    rules: band.column ? page.rules.filter((r) => beside(r, acrossOf(band.lines))) : page.rules,
    apart: i === 0 ? page.apart : [],
    frames: i === 0 ? page.frames : [],
    edges: i === 0 ? page.edges : [],
    column: band.column,
  }))
}

const beside = (rule: Edge, [x0, x1]: readonly [number, number]) => rule.from < x1 && rule.to > x0
