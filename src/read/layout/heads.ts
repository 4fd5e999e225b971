/** Where a table's head comes again among its rows another table begins, under a title of its own. */
import { colsOf, type Grid, type GridCell, rowsIn } from './grid.ts'

/** Texts of a table's head, by column. */
export type Head = readonly string[]

/** Rows of a title over a second table. */
const mostTitles = 2

/** The first row that names columns; null where none does. */
export function headOf(grid: Grid): Head | null {
  for (let r = 0; r < Math.min(rowsIn(grid), mostTitles + 1); r++) {
    const head = textsOf(grid, r)
    if (head.filter((t) => t !== '').length >= Math.min(3, colsOf(grid))) return head
  }
  return null
}

/** Baselines at which the title over a second table begins, and its head. */
export interface SecondHead {
  readonly title: number
  readonly head: number
}

/**
 * Where in the grid the head comes again; null where it does not. `own` is true where the head is the
 * grid's: there it comes first. On a page that goes on with the table it may come again at the top.
 */
export function secondHead(grid: Grid, head: Head, own: boolean): SecondHead | null {
  let first = own
  for (let r = 0; r < rowsIn(grid); r++) {
    if (!same(textsOf(grid, r), head)) continue
    let title = r
    while (title > 0 && r - title < mostTitles && isTitle(grid, title - 1)) title--
    if (r > 0 && !first) return { title: baselineOf(grid, title), head: baselineOf(grid, r) }
    first = false
  }
  return null
}

const baselineOf = (grid: Grid, row: number) =>
  Math.min(...rowOf(grid, row).flatMap((c) => c.lines.map((l) => l.baseline)))

const same = (a: Head, b: Head) => a.length === b.length && a.every((t, i) => t === b[i])

const rowOf = (grid: Grid, row: number): GridCell[] => grid.cells.filter((c) => c.row === row)

function textsOf(grid: Grid, row: number): string[] {
  const texts = Array.from({ length: colsOf(grid) }, () => '')
  for (const c of rowOf(grid, row)) {
    texts[c.col] = c.lines
      .map((l) => l.text)
      .join('')
      .replace(/\s/g, '')
  }
  return texts
}

const isTitle = (grid: Grid, row: number) => rowOf(grid, row).filter((c) => c.lines.length > 0).length === 1
