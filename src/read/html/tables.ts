/**
 * Which tables hold data and which lay out the page. Portals of the 2000s nest four or five tables around
 * an article; Word wraps text in a table of one cell. Such a table is unwrapped into what its cells hold.
 * Where it is not plain, a table is taken for data: a page then has a large cell, and no column is lost.
 */

import type { Limits } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import { attribute } from './dom.ts'
import { type Grid, type GridCell, gridOf } from './grid.ts'
import type { Line } from './lines.ts'
import { elementAt, type Tape } from './tape.ts'

export interface DataTable {
  /** Index of `<table>` on the tape. */
  readonly at: number
  readonly grid: Grid
}

export interface Tables {
  /** Those of data, in the order in which they begin. */
  readonly data: readonly DataTable[]
  /** Tables of data so deep within others that they were unwrapped. */
  readonly flattened: number
}

/** Tables of data within cells of tables of data: forms have two levels, no notice has more. */
const maxNesting = 6

/** Lines by range of the tape. */
export class Lookup {
  private readonly starts: readonly number[]
  private readonly chars: readonly number[]
  private readonly linked: readonly number[]

  constructor(lines: readonly Line[]) {
    this.starts = lines.map((l) => l.at)
    this.chars = sums(lines, (l) => l.chars)
    this.linked = sums(lines, (l) => l.linked)
  }

  /** The first line that begins at or after `at`. */
  from(at: number): number {
    return firstFrom(this.starts, at, 0)
  }

  charsIn(from: number, to: number): number {
    return this.chars[this.from(to)]! - this.chars[this.from(from)]!
  }

  linkedIn(from: number, to: number): number {
    return this.linked[this.from(to)]! - this.linked[this.from(from)]!
  }

  linesIn(from: number, to: number): number {
    return this.from(to) - this.from(from)
  }
}

/** The first of the sorted values, from index `low` on, that is not below `least`. */
function firstFrom(values: readonly number[], least: number, low: number): number {
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

function sums(lines: readonly Line[], of: (line: Line) => number): number[] {
  const totals = [0]
  for (let i = 0; i < lines.length; i++) totals.push(totals[i]! + of(lines[i]!))
  return totals
}

export function tablesOf(tape: Tape, lookup: Lookup, limits: Limits): Tables {
  const starts: number[] = []
  for (let i = 0; i < tape.nodes.length; i++) if (elementAt(tape, i)?.tagName === 'table') starts.push(i)
  const data: DataTable[] = []
  const open: number[] = []
  let flattened = 0
  let cells = 0
  for (let t = 0; t < starts.length; t++) {
    const at = starts[t]!
    while (open.length > 0 && tape.end[open[open.length - 1]!]! <= at) open.pop()
    if (lookup.linesIn(at, tape.end[at]!) === 0) continue
    const grid = gridOf(tape, at, limits)
    cells += grid.rows * grid.cols
    if (cells > limits.maxCells) throw tooLarge('cells', null, limits.maxCells)
    if (laysOut(tape, at, grid, lookup, starts, t)) continue
    if (open.length >= maxNesting) {
      flattened++
      continue
    }
    open.push(at)
    data.push({ at, grid })
  }
  return { data, flattened }
}

function laysOut(
  tape: Tape,
  at: number,
  grid: Grid,
  lookup: Lookup,
  starts: readonly number[],
  t: number,
): boolean {
  const table = elementAt(tape, at)!
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const filled = grid.cells.filter((c) => lookup.linesIn(c.at, tape.end[c.at]!) > 0)
  if (filled.length <= 1) return true
  if (filled.some((c) => c.header)) return false
  // A table of one column relates nothing to anything.
  if (filled.every((c) => c.col === filled[0]!.col)) return true

  const total = lookup.charsIn(at, tape.end[at]!)
  let inner = 0
  for (let n = t + 1; n < starts.length && starts[n]! < tape.end[at]!; ) {
    const to = tape.end[starts[n]!]!
    inner += lookup.charsIn(starts[n]!, to)
    n = firstFrom(starts, to, n + 1)
  }
  if (inner > total / 2) return true

  const perRow = new Map<number, number>()
  for (const c of filled) perRow.set(c.row, (perRow.get(c.row) ?? 0) + 1)
  const rowsOfData = [...perRow.values()].filter((n) => n > 1).length
  const main = largest(tape, filled, lookup)
  const share = lookup.charsIn(main.at, tape.end[main.at]!) / total
  const length = lookup.linesIn(main.at, tape.end[main.at]!)
  // Portals set index, title and text in the rows of one table: a cell across all of it with much of its
  // text is text, whatever lines are drawn around.
  if (main.colSpan === grid.cols && length >= 3 && share > 0.4) return true
  if (isBordered(tape, at, grid)) return rowsOfData <= 1 && length >= 10 && share > 0.9
  if (rowsOfData > 1) return length >= 8 && share > 0.8
  return length >= 8 ? share > 0.5 : length >= 3 && share > 0.8 && filled.length <= 2
}

function largest(tape: Tape, cells: readonly GridCell[], lookup: Lookup): GridCell {
  let best = cells[0]!
  for (const c of cells) {
    if (lookup.charsIn(c.at, tape.end[c.at]!) > lookup.charsIn(best.at, tape.end[best.at]!)) best = c
  }
  return best
}

/** Whether the page draws lines between the cells, by the table's word or that of its first cells. */
function isBordered(tape: Tape, at: number, grid: Grid): boolean {
  const table = elementAt(tape, at)!
  if (Number.parseInt(attribute(table, 'border') ?? '0', 10) > 0 || attribute(table, 'rules') === 'all')
    return true
  return grid.cells.slice(0, 4).some((c) => tape.styles.declared(elementAt(tape, c.at)!).bordered)
}
