/** Paragraphs to blocks: lines in tables become cells, rows and tables, nested as deep as they say. */

import { type Block, type CellInit, type Table, table } from '../../document.ts'
import { tooLarge } from '../too-large.ts'
import type { Budget, Findings } from './document.ts'
import { type ColumnsOf, columnsOf } from './grid.ts'
import type { Line } from './paragraphs.ts'
import type { RowDefinition } from './rows.ts'

interface Row {
  readonly cells: readonly (readonly Block[])[]
  readonly definition: RowDefinition | null
}

/** A table that is being read: its rows, the cells of the row begun, the blocks of the cell begun. */
interface Open {
  readonly rows: Row[]
  cells: Block[][]
  blocks: Block[]
}

export interface Story {
  readonly blocks: readonly Block[]
  /** Paragraphs of a table of contents, which repeats the headings. */
  readonly contents: readonly Block[]
}

/** @throws YaodianError `document/too-large` */
export function readBlocks(lines: Iterable<Line>, budget: Budget, findings: Findings): Story {
  const blocks: Block[] = []
  const contents: Block[] = []
  const open: Open[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      const tables = closeTable(open.pop()!, budget, findings)
      const around = open.at(-1)
      if (around) spendNested(budget, tables)
      add(around?.blocks ?? blocks, tables)
    }
  }
  for (const line of lines) {
    if (line.depth > budget.depth) {
      throw tooLarge('depth', line.depth, budget.depth)
    }
    closeTo(line.depth)
    while (open.length < line.depth) open.push({ rows: [], cells: [], blocks: [] })
    const top = open.at(-1)
    if (!top) add(line.contents ? contents : blocks, line.blocks)
    else {
      add(top.blocks, line.blocks)
      if (line.ends === 'cell') endCell(top, budget)
      else if (line.ends === 'row') endRow(top, line, budget)
    }
  }
  closeTo(0)
  return { blocks, contents }
}

function add(to: Block[], blocks: readonly Block[]): void {
  for (const block of blocks) to.push(block)
}

function endCell(top: Open, budget: Budget): void {
  spend(budget, 1)
  top.cells.push(top.blocks)
  top.blocks = []
}

function endRow(top: Open, line: Line, budget: Budget): void {
  // A row's end stands after the end of its last cell; text left over had its cell's end lost.
  if (top.blocks.length > 0) endCell(top, budget)
  if (top.cells.length > 0 && !line.deleted) top.rows.push({ cells: top.cells, definition: line.row })
  top.cells = []
}

function spend(budget: Budget, cells: number): void {
  budget.cells.left -= cells
  if (budget.cells.left < 0) throw tooLarge('cells', null, budget.cells.granted)
}

function spendNested(budget: Budget, tables: readonly Table[]): void {
  for (const { cells } of tables) for (const { text } of cells) budget.nested.left -= text.length
  if (budget.nested.left < 0) throw tooLarge('repeated', null, budget.nested.granted)
}

/** Rows that float at different places are tables of their own (2.4.3). */
function closeTable(read: Open, budget: Budget, findings: Findings): Table[] {
  if (read.blocks.length > 0) endCell(read, budget)
  if (read.cells.length > 0) read.rows.push({ cells: read.cells, definition: null })
  const tables: Table[] = []
  let start = 0
  read.rows.forEach((row, i) => {
    const next = read.rows[i + 1]
    if (next && positionOf(next) === positionOf(row)) return
    tables.push(buildTable(read.rows.slice(start, i + 1), budget, findings))
    start = i + 1
  })
  return tables
}

function positionOf(row: Row): string {
  return row.definition?.position ?? ''
}

/** Where a vertical merge stands that rows below may go on. */
interface Merge {
  readonly at: number
  readonly colSpan: number
}

function buildTable(rows: readonly Row[], budget: Budget, findings: Findings): Table {
  const grid = columnsOf(rows.map((r) => ({ count: r.cells.length, definition: r.definition })))
  // Cells are counted as they are read; what the grid has beyond them are holes, each a cell as well.
  const read = rows.reduce((sum, row) => sum + row.cells.length, 0)
  spend(budget, Math.max(0, rows.length * grid.width - read))
  for (const { definition } of rows) if (!definition) findings.undefinedRows++
  const inits: (CellInit & { rowSpan: number; blocks: readonly Block[] })[] = []
  let merges = new Map<number, Merge>()
  rows.forEach((row, r) => {
    const still = new Map<number, Merge>()
    for (const cell of mergedCells(row, grid.rows[r]!)) {
      const { from, to, merge, blocks } = cell
      const above = merges.get(from)
      if (merge === 'below' && above?.colSpan === to - from) {
        // Word shows the first cell of the merge alone; those below must be empty (2.9.317).
        if (blocks.length > 0) findings.covered++
        inits[above.at]!.rowSpan++
        still.set(from, above)
        continue
      }
      inits.push({
        row: r,
        col: from,
        rowSpan: 1,
        colSpan: to - from,
        blocks,
        ...(row.definition?.header ? { header: true } : {}),
      })
      if (merge) still.set(from, { at: inits.length - 1, colSpan: to - from })
    }
    merges = still
  })
  return table(inits, rows.length, grid.width)
}

interface Placed {
  readonly from: number
  to: number
  readonly merge: 'top' | 'below' | null
  blocks: readonly Block[]
}

/** Cells of a row at their columns, those that are merged into the one before put together. */
function mergedCells(row: Row, columns: ColumnsOf): Placed[] {
  const placed: Placed[] = []
  let waiting: readonly Block[] = []
  row.cells.forEach((own, i) => {
    const definition = row.definition?.cells[i]
    const { from, to } = columns[i]!
    const before = placed.at(-1)
    // A cell without width is no place of its own either: its text goes to the cell beside it.
    if (before && (definition?.joined || from === to)) {
      before.to = Math.max(before.to, to)
      before.blocks = [...before.blocks, ...own]
    } else if (from === to) waiting = [...waiting, ...own]
    else {
      placed.push({ from, to, merge: definition?.merge ?? null, blocks: [...waiting, ...own] })
      waiting = []
    }
  })
  if (waiting.length > 0) placed.push({ from: 0, to: 1, merge: null, blocks: waiting })
  return placed
}
