/** From rows of cells to a table. */

import { type Block, type CellInit, type Table, table } from '../../document.ts'
import { tooLarge } from '../too-large.ts'
import type { RawCell } from './cells.ts'
import type { Stretch } from './lines.ts'

export interface PlacedCell {
  readonly cell: RawCell
  readonly col: number
  readonly colSpan?: number
  readonly rowSpan?: number
}

export interface PlacedRow {
  readonly cells: readonly PlacedCell[]
  /** Columns at the beginning whose cell was merged with the one above, and so dropped out. */
  readonly late?: number
  /** Headings and headers: nothing below them is merged with them. */
  readonly apart?: boolean
  /** Marked as a header by the format. */
  readonly header?: boolean
}

/** A heading alone in its row, over all columns. */
export function bannerRow(cell: RawCell, cols: number): PlacedRow {
  return { cells: [{ cell, col: 0, colSpan: cols }], apart: true }
}

/** @throws YaodianError `document/too-large` where there are more cells than the limit. */
export function gridOf(
  rows: readonly PlacedRow[],
  cols: number,
  paragraphOf: (stretch: Stretch) => Block,
  maxCells: number,
): Table {
  if (rows.length * cols > maxCells) {
    throw tooLarge('cells', rows.length * cols, maxCells)
  }
  const inits: (CellInit & { rowSpan: number })[] = []
  /** For every column the cell above that a dropped cell would have been merged with. */
  const above = new Array<number>(cols).fill(-1)
  rows.forEach((row, r) => {
    for (let c = 0; c < (row.late ?? 0); ) {
      const at = above[c]!
      const init = inits[at]
      const width = init?.colSpan ?? 1
      if (init && init.col === c && c + width <= row.late! && init.row + init.rowSpan === r) init.rowSpan++
      c += width
    }
    for (const { cell, col, colSpan = 1, rowSpan = 1 } of row.cells) {
      above.fill(row.apart ? -1 : inits.length, col, col + colSpan)
      inits.push({
        row: r,
        col,
        colSpan,
        rowSpan,
        blocks: cell.map(paragraphOf),
        ...(row.header ? { header: true } : {}),
      })
    }
  })
  return table(inits, rows.length, cols)
}
