/** The cells of a table in their grid (HTML standard, 4.9.12.1: forming a table). */

import type { Limits } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import { attribute, type Element } from './dom.ts'
import { integer } from './lists.ts'
import { childrenOf, elementAt, type Tape } from './tape.ts'

export interface GridCell {
  /** Index of `<td>` or `<th>` on the tape. */
  readonly at: number
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

export interface Grid {
  readonly rows: number
  readonly cols: number
  readonly cells: readonly GridCell[]
}

/** The most columns that the standard lets a cell span (4.9.11). */
const maxColSpan = 1000
/** Columns beyond which a span is not followed; single cells still are. */
const maxSpannedCols = 4096

type Draft = { -readonly [K in keyof GridCell]: GridCell[K] }

/** The grid of the table at `at`, without the rows and columns in which no cell begins. */
export function gridOf(tape: Tape, at: number, limits: Limits): Grid {
  const cells: Draft[] = []
  /** For each column, the first row that no cell from above reaches into. */
  const free: number[] = []
  const begunCols: boolean[] = []
  let width = 0
  let row = 0
  for (const group of rowGroups(tape, at)) {
    const last = row + group.length
    for (const tr of group) {
      let col = 0
      for (const td of childrenOf(tape, tr)) {
        const element = elementAt(tape, td)
        if (element === null || (element.tagName !== 'td' && element.tagName !== 'th')) continue
        while ((free[col] ?? 0) > row) col++
        const colSpan = Math.max(1, Math.min(spanOf(element, 'colspan', 1, maxColSpan), maxSpannedCols - col))
        // rowspan="0" reaches to the end of its group; none reaches beyond it.
        const rowSpan = Math.min(spanOf(element, 'rowspan', 0, last - row) || last - row, last - row)
        for (let c = col; c < col + colSpan; c++) if ((free[c] ?? 0) <= row) free[c] = row + rowSpan
        cells.push({ at: td, row, col, rowSpan, colSpan, header: element.tagName === 'th' })
        if (!begunCols[col]) {
          begunCols[col] = true
          width++
        }
        if (width * (row + 1) > limits.maxCells) throw tooLarge('cells', width * (row + 1), limits.maxCells)
        col += colSpan
      }
      row++
    }
  }
  const rows = squeeze(cells, 'row', 'rowSpan')
  const cols = squeeze(cells, 'col', 'colSpan')
  return { rows, cols, cells }
}

/** Rows by group, as they are shown: the first `<thead>` above the rest, the first `<tfoot>` below. */
function rowGroups(tape: Tape, at: number): number[][] {
  const groups: number[][] = []
  let head: number[] | null = null
  let foot: number[] | null = null
  for (const i of childrenOf(tape, at)) {
    const tag = elementAt(tape, i)?.tagName
    if (tag !== 'thead' && tag !== 'tbody' && tag !== 'tfoot') continue
    const rows = [...childrenOf(tape, i)].filter((r) => elementAt(tape, r)?.tagName === 'tr')
    if (tag === 'thead' && head === null) head = rows
    else if (tag === 'tfoot' && foot === null) foot = rows
    else groups.push(rows)
  }
  return [head ?? [], ...groups, foot ?? []]
}

function spanOf(element: Element, name: string, least: number, most: number): number {
  const value = integer(attribute(element, name))
  return value === null || value < least ? 1 : Math.min(value, most)
}

/**
 * Takes out the rows (columns) in which no cell begins: they hold nothing of their own, like the 995
 * columns of a banner with colspan="1000" over a table of five. Gives how many are left.
 */
function squeeze(cells: readonly Draft[], at: 'row' | 'col', span: 'rowSpan' | 'colSpan'): number {
  const begun: boolean[] = []
  for (const cell of cells) begun[cell[at]] = true
  /** How many of the rows before each are kept. */
  const before: number[] = [0]
  for (let i = 0; i < begun.length; i++) before.push(before[i]! + (begun[i] ? 1 : 0))
  const total = before[begun.length]!
  for (const cell of cells) {
    const from = before[cell[at]]!
    const to = before[Math.min(cell[at] + cell[span], begun.length)]!
    cell[at] = from
    cell[span] = Math.max(1, to - from)
  }
  return total
}
