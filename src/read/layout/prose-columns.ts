/**
 * Pages set in columns of running text (a gazette, a newspaper): each column is read to its end before the
 * next. A table of two columns looks alike; but its cells end where their text does, so that one side is
 * blank beside the other again and again, while columns of prose are full on both sides.
 */
import { fits, type River } from './columns.ts'
import type { Grid } from './grid.ts'
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'
import { acrossOf, type Band, partedLines, partsOf, width } from './parts.ts'

/** Lines that columns of prose have at least, on either side of the gutter. */
const leastLines = 8
/** Share of the lines beside the gutter that are full: last lines of paragraphs are few in prose. */
const leastFull = 0.6
/** Share of a column's height, down to the end of the shorter, that text fills. */
const leastFilled = 0.9
/** Ems of a gutter; a space between words is less. */
const leastGutter = 0.8
/** Ems of a column of prose. */
const leastWidth = 8
/** Columns of one page have about the same width. */
const likeWidths = 0.8
/** Places tried for a gutter in one band of lines, those where most lines begin. */
const mostCandidates = 8
/** Columns of columns: a page has not more than eight. */
const deepest = 3
/** Lines beyond which a page is none that anyone set in columns. */
const mostLines = 3000

/** Pages with each column of prose as a page of its own, of the same number, in the order of reading. */
export function withProseColumns(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  return pages.flatMap((page) => {
    const free = page.lines.filter((l) => !aside.has(l))
    if (free.length < leastLines || free.length > mostLines) return [page]
    const bands = bandsOf(free, page, deepest)
    if (!bands.some((b) => b.column)) return [page]
    return partsOf(page, bands, aside)
  })
}

/** The lines from top to bottom, those in columns column by column. */
function bandsOf(lines: readonly Line[], page: PageLayout, depth: number): Band[] {
  if (depth === 0 || lines.length < leastLines) return [{ lines, column: false }]
  for (const x of candidatesOf(lines)) {
    for (const [from, to] of runsOf(lines, x, page.grids)) {
      const sides = sidesOf(lines.slice(from, to), x, page)
      if (!sides) continue
      const columns = sides.flatMap((side) => bandsOf(side, page, depth - 1))
      if (!columns.every((b) => runs(b.lines))) continue
      const above = bandsOf(lines.slice(0, from), page, depth)
      const below = bandsOf(lines.slice(to), page, depth)
      return [...above, ...columns.map((b) => ({ ...b, column: true })), ...below].filter(
        (b) => b.lines.length > 0,
      )
    }
  }
  return [{ lines, column: false }]
}

/** Whether the lines are running text: figures in columns are narrow, or have gaps. */
function runs(lines: readonly Line[]): boolean {
  if (lines.length === 0 || width(lines) < leastWidth * lines[0]!.size) return false
  return lines.filter((l) => l.chunks.length > 1).length <= 0.3 * lines.length
}

/** Where many lines begin, other than at the left edge; beside text, or by themselves. */
function candidatesOf(lines: readonly Line[]): number[] {
  const [left] = acrossOf(lines)
  const counts = new Map<number, { x: number; n: number }>()
  for (const line of lines) {
    for (const c of line.chunks) {
      if (c.x0 < left + 6 * line.size) continue
      const key = Math.round(c.x0 / 2)
      const entry = counts.get(key)
      if (entry) {
        entry.n++
        entry.x = Math.min(entry.x, c.x0)
      } else counts.set(key, { x: c.x0, n: 1 })
    }
  }
  return [...counts.values()]
    .filter((c) => c.n >= leastLines / 2)
    .sort((a, b) => b.n - a.n)
    .slice(0, mostCandidates)
    .map((c) => c.x)
}

/** Stretches of lines that keep clear of the place, and that no table across it parts. */
function runsOf(lines: readonly Line[], x: number, grids: readonly Grid[]): [number, number][] {
  const river: River[] = [{ left: x, right: x }]
  const across = grids.filter((g) => g.xs[0]! < x - 1 && g.xs.at(-1)! > x + 1)
  const runs: [number, number][] = []
  let from = 0
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i]
    const before = lines[i - 1]
    const parted =
      line && before && across.some((g) => g.ys[0]! > before.baseline && g.ys[0]! < line.baseline)
    if (line && !parted && fits(line, river)) continue
    if (i - from >= leastLines) runs.push([from, i])
    from = parted ? i : i + 1
  }
  return runs.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
}

/** The lines of both sides if they are two columns of prose; else null. */
function sidesOf(lines: readonly Line[], x: number, page: PageLayout): [Line[], Line[]] | null {
  const [left, right] = partedLines(lines, x, page)
  if (left.length < leastLines || right.length < leastLines) return null
  const gutter = acrossOf(right)[0] - acrossOf(left)[1]
  if (gutter < leastGutter * left[0]!.size) return null
  if (!areAlike(width(left), width(right), gutter)) return null
  return isProse(left, right) ? [left, right] : null
}

/** Whether the sides are as wide as one another, or one as wide as two or three columns and what parts them. */
function areAlike(a: number, b: number, gutter: number): boolean {
  const narrow = Math.min(a, b)
  const wide = Math.max(a, b)
  return [1, 2, 3].some((n) => Math.abs(wide - n * narrow - (n - 1) * gutter) <= (1 - likeWidths) * narrow)
}

/** Whether both sides are full: to the margin line for line, and down to the end of the shorter. */
function isProse(left: readonly Line[], right: readonly Line[]): boolean {
  const shorter = Math.min(left.at(-1)!.bottom, right.at(-1)!.bottom)
  return [left, right].every((side) => {
    const edge = acrossOf(side)[1]
    const full = side.filter((l) => edge - l.x1 < 2 * l.size)
    if (full.length < leastFull * side.length) return false
    const leading = stepOf(side)
    const within = side.filter((l) => l.baseline <= shorter + 1)
    const first = Math.min(left[0]!.baseline, right[0]!.baseline)
    const last = within.at(-1)
    if (!last) return false
    const places = Math.round((shorter - first) / leading) + 1
    return within.length >= leastFilled * places
  })
}

/** The usual distance of baselines. */
function stepOf(side: readonly Line[]): number {
  const steps: number[] = []
  for (let i = 1; i < side.length; i++) steps.push(side[i]!.baseline - side[i - 1]!.baseline)
  steps.sort((a, b) => a - b)
  return Math.max(1, steps[steps.length >> 1] ?? 1)
}
