/**
 * Grids of successive pages → one table: a repeated header is dropped, a row cut by the page break is
 * joined, a merged cell that is drawn again or left blank goes on.
 */
import { goesOn, isSetCentred } from './cells.ts'
import { type Grid, rowsIn } from './grid.ts'
import type { Line } from './lines.ts'
import { startsItem } from './paragraphs.ts'

export interface OpenCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  lines: Line[]
}

/** A table that may go on: cells by row, columns at the edges `xs` of its first page. */
export interface OpenTable {
  xs: number[]
  rows: number
  cells: OpenCell[]
  lastPage: number
  readonly ruled: boolean
  /** Headers of later pages, kept as furniture. */
  readonly repeated: Line[]
  /** Texts of the first rows, in which a repeated header is looked for. */
  head: readonly string[]
  /** Columns in which a cell is merged over rows. */
  readonly merges: Set<number>
}

/** Column edges of two pages that differ by less (points) are the same edge. */
const edgeSlack = 4
/** Cells that show a column's padding. */
const paddingSample = 300
/** Rows that a repeated header may have. */
const deepestHeader = 4

export function openTable(grid: Grid): OpenTable {
  const cells = grid.cells.map((c): OpenCell => ({ ...c, lines: [...c.lines] }))
  return {
    xs: [...grid.xs],
    rows: rowsIn(grid),
    cells,
    lastPage: grid.page,
    ruled: grid.ruled,
    repeated: [],
    head: headOf(cells, rowsIn(grid)),
    merges: new Set(cells.filter((c) => c.rowSpan > 1).map((c) => c.col)),
  }
}

const headOf = (cells: readonly OpenCell[], rows: number) =>
  rowTexts(cells, Math.min(deepestHeader + 2, rows))

/** Column edges of both, the second's moved so that the left edges agree; null if they do not match. */
export function commonEdges(a: readonly number[], b: readonly number[]): number[] | null {
  const shift = a[0]! - b[0]!
  if (Math.abs(a.at(-1)! - b.at(-1)! - shift) > 2 * edgeSlack) return null
  const moved = b.map((x) => x + shift)
  const out = [...a]
  let matched = 0
  for (const x of moved) {
    if (a.some((y) => Math.abs(x - y) <= edgeSlack)) matched++
    else out.push(x)
  }
  // Inner edges that only one page has are cells merged throughout the other; but two grids that share
  // few of them are two tables.
  const fewer = Math.min(a.length, b.length)
  return matched >= Math.max(2, Math.ceil(0.75 * fewer)) ? out.sort((p, q) => p - q) : null
}

/** For each edge of `own`, its index in `all`. */
function mapping(own: readonly number[], all: readonly number[], shift: number): number[] {
  return own.map((x) => {
    let best = 0
    for (let i = 1; i < all.length; i++) {
      if (Math.abs(all[i]! - x - shift) < Math.abs(all[best]! - x - shift)) best = i
    }
    return best
  })
}

/** Appends the next page's grid; false if it is another table. */
export function append(table: OpenTable, grid: Grid): boolean {
  // Pages of a table without ruling lines were given the same columns; their edges are where text stands.
  const open = !table.ruled && !grid.ruled && table.xs.length === grid.xs.length
  const edges = open ? table.xs : commonEdges(table.xs, grid.xs)
  if (!edges || table.ruled !== grid.ruled) return false
  const shift = table.xs[0]! - grid.xs[0]!
  if (edges.length !== table.xs.length) {
    const own = mapping(table.xs, edges, 0)
    for (const c of table.cells) remap(c, own)
    table.head = headOf(table.cells, table.rows)
    const merged = [...table.merges].map((col) => own[col]!)
    table.merges.clear()
    for (const col of merged) table.merges.add(col)
    table.xs = [...edges]
  }
  const theirs = open ? grid.xs.map((_, i) => i) : mapping(grid.xs, edges, shift)
  const next = grid.cells.map((c): OpenCell => ({ ...c, lines: [...c.lines] }))
  for (const c of next) remap(c, theirs)

  const dropped = repeatedHeader(table, next, rowsIn(grid))
  for (const c of next) if (c.row < dropped) table.repeated.push(...c.lines)
  const rest = below(next, dropped)
  const rows = rowsIn(grid) - dropped
  table.lastPage = grid.page
  if (rows <= 0) return true

  // A page that begins with an empty row holds the lower padding of the row above.
  const empty = rest.filter((c) => c.row === 0).every((c) => c.lines.length === 0 && c.rowSpan === 1)
  if (empty) return rows === 1 || appendRows(table, below(rest, 1), rows - 1)
  return appendRows(table, rest, rows)
}

/** The cells below the first `rows` rows. */
function below(cells: readonly OpenCell[], rows: number): OpenCell[] {
  const out = cells.filter((c) => c.row >= rows)
  for (const c of out) c.row -= rows
  return out
}

function appendRows(table: OpenTable, rest: readonly OpenCell[], rows: number): boolean {
  const joinRow = isCut(table, rest)
  const offset = joinRow ? table.rows - 1 : table.rows
  for (const c of rest) {
    const top = c.row === 0
    const above = top ? covering(table, table.rows - 1, c.col) : undefined
    const sameColumns = above && above.col === c.col && above.colSpan === c.colSpan
    if (sameColumns && above && (joinRow || goesOnMerged(table, above, c))) {
      const again = !joinRow && textOf(above) === textOf(c)
      if (again) table.repeated.push(...c.lines)
      else above.lines.push(...c.lines)
      above.rowSpan = offset + c.rowSpan - above.row
      if (above.rowSpan > 1) table.merges.add(above.col)
    } else {
      table.cells.push({ ...c, row: c.row + offset })
      if (c.rowSpan > 1) table.merges.add(c.col)
    }
  }
  table.rows = offset + rows
  return true
}

function remap(c: OpenCell, map: readonly number[]): void {
  const end = map[c.col + c.colSpan]!
  c.col = map[c.col]!
  c.colSpan = Math.max(1, end - c.col)
}

const textOf = (c: OpenCell) =>
  c.lines
    .map((l) => l.text)
    .join('')
    .replace(/\s+/g, '')

function rowTexts(cells: readonly OpenCell[], upTo: number): string[] {
  const rows: string[][] = Array.from({ length: upTo }, () => [])
  for (const c of cells) if (c.row < upTo) rows[c.row]!.push(`${c.col}:${textOf(c)}`)
  return rows.map((r) => r.join('|'))
}

/** Rows at the top of the page that are rows of the table's own head again. */
function repeatedHeader(table: OpenTable, next: readonly OpenCell[], rows: number): number {
  const deep = Math.min(deepestHeader, rows, table.rows)
  const { head } = table
  const page = rowTexts(next, deep)
  // The head may stand under a title row that is not repeated.
  for (let start = 0; start <= 2 && start < head.length; start++) {
    let k = 0
    while (k < deep && start + k < head.length && page[k] === head[start + k] && /[^\d:|]/.test(page[k]!)) k++
    if (k > 0 && new Set(next.filter((c) => c.row === 0).map((c) => c.col)).size > 1) return k
  }
  return 0
}

/** The cell that covers the position. */
function covering(table: OpenTable, row: number, col: number): OpenCell | undefined {
  for (let i = table.cells.length - 1; i >= 0; i--) {
    const c = table.cells[i]!
    if (c.row <= row && row < c.row + c.rowSpan && c.col <= col && col < c.col + c.colSpan) return c
  }
  return undefined
}

function measureOf(table: OpenTable, c: OpenCell) {
  return { left: table.xs[c.col]! + 1, right: table.xs[c.col + c.colSpan]! - cellPadding(table, c) }
}

/** How far the column's text keeps from its left wall; it keeps as far from the right one. */
function cellPadding(table: OpenTable, c: OpenCell): number {
  let least = 6
  const wall = table.xs[c.col]!
  for (const other of table.cells.slice(-paddingSample)) {
    if (other.col !== c.col) continue
    for (const l of other.lines) least = Math.min(least, Math.max(1, l.x0 - wall))
  }
  return least
}

/** Whether the first row of the page is the rest of the table's last row. */
function isCut(table: OpenTable, next: readonly OpenCell[]): boolean {
  const first = next.filter((c) => c.row === 0)
  if (first.length < 2 || first.every((c) => c.lines.length === 0)) return false
  if (first.some((c) => c.rowSpan > 1 && c.lines.length > 0)) return false
  let both = 0
  let missing = 0
  let leading = false
  let lead = true
  for (const b of first) {
    const a = covering(table, table.rows - 1, b.col)
    if (!a || a.col !== b.col || a.colSpan !== b.colSpan) return false
    if (b.lines.length === 0) {
      if (a.lines.length > 0 && a.rowSpan === 1) {
        missing++
        if (lead) leading = true
      }
      if (a.rowSpan === 1) lead = false
      continue
    }
    lead = false
    if (a.lines.length === 0) continue
    both++
    const last = a.lines.at(-1)!
    const m = measureOf(table, a)
    if (startsItem(b.lines[0]!.text) || (isNumber(a) && isNumber(b))) return false
    const ends = /[。；;!?！？]\s*$/.test(last.text)
    const full = goesOn(a.lines[0]!, last, b.lines[0]!, m, isSetCentred(a.lines, m))
    // A column that ended above contradicts a cut, unless others went blank: then it is a new paragraph.
    if (!full && !(missing > 0 && leading)) return false
    if (ends && !leading) return false
  }
  return both > 0 ? missing > 0 || both === first.filter((c) => c.lines.length > 0).length : leading
}

/** Whether the page's edge cuts a numbered label: 三、保障和改善民 | 生. */
function isCutLabel(table: OpenTable, above: OpenCell, c: OpenCell): boolean {
  const [first, last, next] = [above.lines[0]!, above.lines.at(-1)!, c.lines[0]!]
  if (!startsItem(first.text) || startsItem(next.text)) return false
  // Without a wall beside it the column ends where its longest line does.
  const own = table.cells.filter((o) => o.col === c.col && o.colSpan === c.colSpan).slice(-paddingSample)
  const right = Math.max(...own.flatMap((o) => o.lines.map((l) => l.x1)))
  return goesOn(first, last, next, { left: measureOf(table, above).left, right }, false)
}

/** Whether the cell holds a row's number and nothing else: no number runs on in the next. */
function isNumber(c: OpenCell): boolean {
  return /^[（(]?\d{1,3}[)）.．、]?$/.test(textOf(c))
}

/** Whether the page's top cell is the merged cell above it, drawn again or left blank. */
function goesOnMerged(table: OpenTable, above: OpenCell, c: OpenCell): boolean {
  if (above.colSpan >= table.xs.length - 1) return false
  const merges = above.rowSpan > 1 || c.rowSpan > 1
  if (c.lines.length === 0) {
    if (above.lines.length === 0) return false
    return merges || table.merges.has(c.col)
  }
  if (!merges || above.lines.length === 0) return false
  return textOf(above) === textOf(c) || isCutLabel(table, above, c)
}
