/** What modifiers say of a table's row: where its cells begin and end, and how they are merged. */
import type { Bytes } from './bytes.ts'
import type { Elsewhere } from './properties.ts'
import { modifiers, type Operand, sprm } from './sprm.ts'

export interface CellDefinition {
  /** Merged with the cell before it; text in both is one text (2.9.317, horzMerge). */
  joined: boolean
  /** In a vertical merge: its first cell, or one of those below it. */
  merge: 'top' | 'below' | null
}

export interface RowDefinition {
  /** Borders of the cells from left to right, in twentieths of a point: one more than there are cells. */
  readonly edges: readonly number[]
  readonly cells: readonly Readonly<CellDefinition>[]
  readonly header: boolean
  /** Where it floats: rows that follow each other at different places are of two tables (2.4.3). */
  readonly position: string
}

interface Draft {
  edges: number[]
  cells: CellDefinition[]
  header: boolean
  readonly position: Map<number, number>
}

const cellSize = 20
const maxCells = 64

/** `null` where the modifiers define no cells. */
export function readRow(grpprls: readonly Bytes[], elsewhere: Elsewhere): RowDefinition | null {
  const row: Draft = { edges: [], cells: [], header: false, position: new Map() }
  for (const grpprl of grpprls) applyRow(row, grpprl, elsewhere)
  if (row.cells.length === 0) return null
  const position = [...row.position].sort((a, b) => a[0] - b[0]).join(' ')
  return { edges: row.edges, cells: row.cells, header: row.header, position }
}

function applyRow(row: Draft, grpprl: Bytes, elsewhere: Elsewhere | null): void {
  for (const { code, operand } of modifiers(grpprl)) {
    switch (code) {
      case sprm.pHuge:
      case sprm.pHuge80:
      case sprm.pTableProps: {
        const more = elsewhere?.(operand.u32(0))
        if (more) applyRow(row, more, null)
        break
      }
      case sprm.tDefine:
        define(row, operand, cellSize)
        break
      // The same of Word 95, with cells of 10 bytes.
      case sprm.tDefine10:
        define(row, operand, 10)
        break
      case sprm.tHeader:
        row.header = operand.u8(0) === 1
        break
      case sprm.tPosition:
        row.position.set(code, operand.u8(0))
        break
      case sprm.tLeft:
      case sprm.tTop:
        row.position.set(code, operand.i16(0))
        break
      case sprm.tMerge:
        for (let i = operand.u8(0) + 1; i < operand.u8(1); i++) {
          const cell = row.cells[i]
          if (cell) cell.joined = true
        }
        break
      case sprm.tSplit:
        for (let i = operand.u8(0); i < operand.u8(1); i++) {
          const cell = row.cells[i]
          if (cell) cell.joined = false
        }
        break
      case sprm.tVerticalMerge: {
        const cell = operand.length >= 2 ? row.cells[operand.u8(0)] : undefined
        if (cell) cell.merge = mergeOf(operand.u8(1))
        break
      }
      case sprm.tInsert:
        insert(row, operand.u8(0), operand.u8(1), operand.i16(2))
        break
      case sprm.tDelete:
        remove(row, operand.u8(0), operand.u8(1))
        break
      case sprm.tWidth:
        resize(row, operand.u8(0), operand.u8(1), operand.i16(2))
        break
    }
  }
}

/** TDefTableOperand (2.9.322): a count, the borders, then what is to be said of each cell, if anything. */
function define(row: Draft, operand: Operand, size: number): void {
  const count = operand.length > 0 ? Math.min(operand.u8(0), maxCells) : 0
  if (operand.length < 1 + 2 * (count + 1)) return
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.i16(1 + 2 * i))
  // Borders go from left to right; one that goes back is taken for the one before.
  for (let i = 1; i < edges.length; i++) edges[i] = Math.max(edges[i]!, edges[i - 1]!)
  const first = 1 + 2 * (count + 1)
  row.edges = edges
  row.cells = Array.from({ length: count }, (_, i): CellDefinition => {
    const at = first + size * i
    if (at + 2 > operand.length) return { joined: false, merge: null }
    const flags = operand.u16(at)
    return { joined: (flags & 2) !== 0, merge: size === cellSize ? mergeOf((flags >> 5) & 3) : null }
  })
}

/** VerticalMergeFlag (2.9.351). */
function mergeOf(flag: number): CellDefinition['merge'] {
  return flag === 3 ? 'top' : flag === 1 ? 'below' : null
}

function insert(row: Draft, at: number, count: number, width: number): void {
  if (row.cells.length + count > maxCells || width < 0) return
  if (row.edges.length === 0) row.edges.push(0)
  // Beyond the last cell, those between are made as well (2.6.3, sprmTInsert).
  const first = Math.min(at, row.cells.length)
  const from = row.edges[first]!
  const edges = Array.from({ length: count }, (_, i) => from + (i + 1) * width)
  row.edges = [
    ...row.edges.slice(0, first + 1),
    ...edges,
    ...row.edges.slice(first + 1).map((e) => e + count * width),
  ]
  row.cells.splice(first, 0, ...edges.map((): CellDefinition => ({ joined: false, merge: null })))
}

function remove(row: Draft, from: number, to: number): void {
  const end = Math.min(to, row.cells.length)
  if (from >= end) return
  const width = row.edges[end]! - row.edges[from]!
  row.edges = [...row.edges.slice(0, from + 1), ...row.edges.slice(end + 1).map((e) => e - width)]
  row.cells.splice(from, end - from)
}

function resize(row: Draft, from: number, to: number, width: number): void {
  if (width < 0) return
  for (let i = from; i < Math.min(to, row.cells.length); i++) {
    const change = width - (row.edges[i + 1]! - row.edges[i]!)
    row.edges = row.edges.map((e, k) => (k > i ? e + change : e))
  }
}
