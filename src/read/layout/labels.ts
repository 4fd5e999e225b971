/**
 * A first column that is merged down over rows: its text stands in the middle of the rows that it is
 * for, or at their top, and no line shows which they are.
 */
import type { Line } from './lines.ts'
import { type Column, extent, isHeading, rowsOf, type Segment } from './rows.ts'

/** A label and the rows beside it, `[from, to)`; one without lines goes on from the page before. */
export interface Label {
  readonly from: number
  readonly to: number
  readonly lines: readonly Line[]
}

/** Share of rows without text in the first column from which it is merged; elsewhere blanks are blanks. */
const merged = 0.4

interface Group {
  readonly lines: Line[]
  top: number
  bottom: number
}

/** Rows of the other columns and the labels beside them; null where the first column has cells of its own. */
export function labelsBeside(
  segments: readonly Segment[],
  columns: readonly Column[],
  rules: readonly number[],
): { rows: Segment[][]; labels: Label[] } | null {
  const own = segments.filter((s) => s.col === 0 && s.colEnd === 0)
  const others = segments.filter((s) => s.col > 0 || s.colEnd > 0)
  if (columns.length < 3 || own.length === 0 || others.length === 0) return null
  const rows = rowsOf(others, columns, rules)
  const extents = rows.map((row) => extent(row, (s) => [s.top, s.bottom]))
  const groups = groupsOf(own)
  // In the middle of two rows text stands beside neither; a heading that does is a row of its own.
  const headings = groups.filter(
    (g) => isHeading(g.lines) && !extents.some(([top, bottom]) => g.top < bottom && top < g.bottom),
  )
  const blank = rows.filter((row, r) => {
    const [top, bottom] = extents[r]!
    const whole = new Set(row.map((s) => s.col)).size >= 0.6 * (columns.length - 1)
    return whole && !groups.some((g) => g.top < bottom && top < g.bottom)
  })
  if (headings.length > 0 || groups.length < 2 || rows.length < 4) return null
  if (blank.length < merged * rows.length) return null
  return { rows, labels: spansOf(groups, extents) }
}

/** Lines of the first column that follow one another closely. */
function groupsOf(own: readonly Segment[]): Group[] {
  const groups: Group[] = []
  for (const s of [...own].sort((a, b) => a.top - b.top)) {
    const last = groups.at(-1)
    if (last && s.top - last.bottom < 0.9 * s.line.size) {
      last.lines.push(s.line)
      last.bottom = Math.max(last.bottom, s.bottom)
    } else groups.push({ lines: [s.line], top: s.top, bottom: s.bottom })
  }
  return groups
}

/** The rows of each label: from where its first line stands, or so that it stands in their middle. */
function spansOf(groups: readonly Group[], rows: readonly (readonly [number, number])[]): Label[] {
  const atTop = groups.every((g) => rows.some(([top]) => Math.abs(top - g.top) < 2))
  const labels: Label[] = []
  let from = 0
  groups.forEach((g, i) => {
    const last = labels.at(-1)
    if (last && from >= rows.length) {
      // Below the last row stands what is left of its label.
      labels[labels.length - 1] = { ...last, lines: [...last.lines, ...g.lines] }
      return
    }
    const next = groups[i + 1]
    const middle = (g.top + g.bottom) / 2
    let start = from
    let to = rows.length
    if (atTop) {
      start = rows.findIndex(([top]) => Math.abs(top - g.top) < 2)
      if (next) to = rows.findIndex(([top]) => Math.abs(top - next.top) < 2)
    } else {
      const off = (a: number, b: number) => Math.abs((rows[a]![0] + rows[b - 1]![1]) / 2 - middle)
      const limit = next ? rows.findIndex(([, bottom]) => bottom > next.top) : rows.length
      // On a page that goes on with the table the first rows may belong to the label before.
      let best = Infinity
      for (
        let a = from;
        a <=
        (i === 0
          ? Math.max(
              from,
              rows.findIndex(([, b]) => b > g.top),
            )
          : from);
        a++
      ) {
        for (let b = a + 1; b <= Math.max(a + 1, limit); b++) {
          if (off(a, b) < best - 1) {
            best = off(a, b)
            start = a
            to = b
          }
        }
      }
      if (!next) to = rows.length
    }
    if (start > from) labels.push({ from, to: start, lines: [] })
    labels.push({ from: start, to: Math.max(start + 1, to), lines: g.lines })
    from = Math.max(start + 1, to)
  })
  if (from < rows.length) labels.push({ from, to: rows.length, lines: [] })
  return labels
}
