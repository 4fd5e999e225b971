/** A table on one page, before its cells are read: where its columns and rows are, whose lines are whose. */
import type { Line } from './lines.ts'

export interface GridCell {
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly lines: readonly Line[]
}

export interface Grid {
  readonly page: number
  /** Column edges from left to right, one more than columns; likewise rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
  readonly ruled: boolean
  /** Columns that were found to be merged down where no line shows it. */
  readonly merged?: readonly number[]
}

export const colsOf = (g: Grid): number => g.xs.length - 1
export const rowsIn = (g: Grid): number => g.ys.length - 1
export const topOf = (g: Grid): number => g.ys[0]!
export const bottomOf = (g: Grid): number => g.ys.at(-1)!

/** Drops column and row edges at which no cell begins: a line drawn for another table, a stump. */
export function compact(g: Grid): Grid {
  const usedCols = [...new Set(g.cells.map((c) => c.col))].sort((a, b) => a - b)
  const usedRows = [...new Set(g.cells.map((c) => c.row))].sort((a, b) => a - b)
  if (usedCols.length === colsOf(g) && usedRows.length === rowsIn(g)) return g
  const newCol = renumber(usedCols, colsOf(g))
  const newRow = renumber(usedRows, rowsIn(g))
  return {
    ...g,
    xs: [...usedCols.map((c) => g.xs[c]!), g.xs.at(-1)!],
    ys: [...usedRows.map((r) => g.ys[r]!), g.ys.at(-1)!],
    cells: g.cells.map((c) => {
      const col = newCol[c.col]!
      const row = newRow[c.row]!
      return {
        row,
        col,
        rowSpan: newRow[c.row + c.rowSpan]! - row,
        colSpan: newCol[c.col + c.colSpan]! - col,
        lines: c.lines,
      }
    }),
  }
}

/** For every old position (and the end), how many used ones stand before it. */
function renumber(used: readonly number[], length: number): number[] {
  const out: number[] = []
  let k = 0
  for (let i = 0; i <= length; i++) {
    while (k < used.length && used[k]! < i) k++
    out.push(k)
  }
  return out
}
