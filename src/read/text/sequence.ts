/**
 * Tables whose cells stand one after the other: between pipes that stand alone on a line, or with no
 * mark at all. Where a row ends is not written; the header and the shapes of the cells tell it.
 */
import { type AlignedRow, alignSequence, fits } from './align.ts'
import { cellText, type RawCell, shapeOf } from './cells.ts'
import { bannerRow, type PlacedRow } from './grid.ts'
import { type Header, layoutOf } from './header.ts'
import type { Lines } from './lines.ts'

/** A cell of a sequence; `pipes` is how many stood after it on their line. */
export interface SequenceCell {
  readonly cell: RawCell
  readonly pipes: number
}

export interface Sequence {
  readonly rows: readonly PlacedRow[]
  readonly cols: number
  /** Cells that are of the table; the rest stand after it. */
  readonly taken: number
  /** Rows in which a cell had dropped out. */
  readonly realigned: number
  /** How well the cells fit; of two ways to read a table the better has the higher. */
  readonly score: number
  /** The last cell may stand in the column in which it does. */
  readonly fits: boolean
}

/**
 * Rows of a sequence under the header of a task table. Where `open` is set, text may follow the table.
 * `|||` after a cell merges it over the columns that remain, and ends a row.
 */
export function sequenceRows(
  lines: Lines,
  sequence: readonly SequenceCell[],
  header: Header,
  open: boolean,
): Sequence {
  const cells = sequence.map((s) => s.cell)
  const shapes = cells.map((c) => shapeOf(lines, c))
  const { columns, header: top } = layoutOf(header, cells, shapes.slice(header.count))
  const cols = columns.length
  const titles = cells.slice(0, header.count).map((c) => cellText(lines, c))
  const repeats = (at: number) =>
    titles.every((t, i) => at + i < cells.length && cellText(lines, cells[at + i]!) === t)
  const rows: PlacedRow[] = [...top]
  let realigned = 0
  let total = 0
  let taken = header.count
  let from = header.count
  /** Rows of the cells `[from, to)`, which no mark parts. */
  const part = (to: number, mayEnd: boolean) => {
    const { rows: aligned, taken: count, score } = alignSequence(shapes.slice(from, to), columns, mayEnd)
    total += score
    for (const row of aligned) {
      const placed = placeRow(row, cells, from, cols)
      if (placed.dropped) realigned++
      rows.push(placed.row)
    }
    taken = from + count
    from = to
  }
  for (let i = header.count; i < cells.length; i++) {
    if (i >= from && cells[i]!.length > 0 && cellText(lines, cells[i]!) === titles[0] && repeats(i)) {
      // The header drawn again on a new page; or that of another table, with text before it.
      part(i, open)
      if (taken < i) return { rows, cols, taken, realigned, score: total, fits: true }
      rows.push(...top.map((r) => shifted(r, cells, i)))
      from = i + header.count
      taken = from
      i = from - 1
    } else if (sequence[i]!.pipes > 1) {
      if (from < i) part(i, false)
      rows.push(bannerRow(cells[i]!, cols))
      from = i + 1
      taken = from
    }
  }
  if (from < cells.length) part(cells.length, open)
  const last = rows.at(-1)!.cells.at(-1)!
  const fitting = rows.at(-1)!.apart !== true && fits(shapes[taken - 1]!, columns[last.col]!)
  return { rows, cols, taken, realigned, score: total, fits: fitting }
}

function placeRow(
  row: AlignedRow,
  cells: readonly RawCell[],
  offset: number,
  cols: number,
): { row: PlacedRow; dropped: boolean } {
  if ('banner' in row) return { row: bannerRow(cells[offset + row.banner]!, cols), dropped: false }
  const placed = row.cells.flatMap((at, col) => (at < 0 ? [] : [{ cell: cells[offset + at]!, col }]))
  const late = row.cells.findIndex((at) => at >= 0)
  return {
    row: late > 0 ? { cells: placed, late } : { cells: placed },
    dropped: placed.length < cols,
  }
}

/** A header's row made of the cells from `at` on. */
function shifted(row: PlacedRow, cells: readonly RawCell[], at: number): PlacedRow {
  return { ...row, cells: row.cells.map((c) => ({ ...c, cell: cells[at + cells.indexOf(c.cell)]! })) }
}

/** Rows of `cols` cells each: where no header says what a cell is, only their number counts. */
export function countedRows(sequence: readonly SequenceCell[], cols: number, skip: number): Sequence {
  const rows: PlacedRow[] = []
  let row: RawCell[] = []
  const close = () => {
    if (row.length > 0) rows.push({ cells: row.map((cell, col) => ({ cell, col })) })
    row = []
  }
  sequence.forEach(({ cell, pipes }, i) => {
    row.push(cell)
    if (pipes > 1) {
      const last = row.pop()!
      const col = row.length
      if (col === 0 || col + pipes < cols) {
        close()
        rows.push(bannerRow(last, cols))
      } else {
        rows.push({
          cells: [...row.map((c, at) => ({ cell: c, col: at })), { cell: last, col, colSpan: cols - col }],
        })
        row = []
      }
    } else if (row.length === cols || i + 1 === skip) close()
  })
  close()
  return { rows, cols, taken: sequence.length, realigned: 0, score: 0, fits: true }
}

/**
 * How many columns a table without a known header has: the smallest number by which the cells of each
 * column look alike (省名 | 1445 | 555 | …). The table is read from its end, where no header disturbs.
 * Null where there is no such number.
 */
export function periodOf(length: number, kind: (at: number) => string): number | null {
  const n = Math.min(length, 600)
  const kinds = Array.from({ length: n }, (_, i) => kind(length - n + i))
  for (let cols = 2; cols <= 16 && cols * 3 <= n; cols++) {
    const rows = Math.floor(n / cols)
    let alike = 0
    let all = 0
    const majorities = new Set<string>()
    for (let c = 0; c < cols; c++) {
      const counts = new Map<string, number>()
      for (let r = 1; r <= rows; r++) {
        const kind = kinds[n - r * cols + c]!
        if (kind === '') continue
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        all++
      }
      const [kind, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
      alike += most
      majorities.add(kind)
    }
    if (majorities.size > 1 && alike >= all * 0.9) return cols
  }
  return null
}
