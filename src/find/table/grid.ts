/** A table row by row: for every column the cell that covers it there. */
import type { Cell, Table } from '../../document.ts'
import { contentOf, isEmpty } from './content.ts'

export interface Row {
  readonly index: number
  /** By column; `null` where the source dropped the cell, so that what stands above holds. */
  readonly cells: readonly (Cell | null)[]
}

export function rowsOf(table: Table): Row[] {
  const grid = Array.from({ length: table.rows }, () => new Array<Cell | null>(table.cols).fill(null))
  for (const cell of table.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      const line = grid[r]
      if (line) line.fill(cell, cell.col, cell.col + cell.colSpan)
    }
  }
  return grid.map((cells, index) => ({ index, cells }))
}

/** The cells of a row, each once, left to right. */
export function distinct(row: Row): Cell[] {
  const cells: Cell[] = []
  for (const cell of row.cells) if (cell && cell !== cells.at(-1)) cells.push(cell)
  return cells
}

/** The cells that begin in this row and are not empty. */
export function filled(row: Row): Cell[] {
  return distinct(row).filter((c) => c.row === row.index && !isEmpty(c))
}

/** What a row of titles says, for comparing; '' for an empty row, and one of long text is none of titles. */
export function lineOf(row: Row): string {
  const cells = filled(row)
  if (cells.some((c) => c.text.length > 80)) return `#${row.index}`
  return cells.map((c) => `${c.col}:${contentOf(c).folded.replace(/\s/g, '')}`).join('|')
}
