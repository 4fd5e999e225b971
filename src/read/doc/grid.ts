/**
 * Columns of a table from the borders of its rows' cells: every border of any row is a column's edge, so
 * a cell spans the columns between its own two borders.
 */
import type { RowDefinition } from './rows.ts'

/**
 * Borders nearer to each other than this are one, in twentieths of a point. Borders dragged by hand miss
 * each other by some units; a column narrower than the margins of a cell (108 each) shows no character.
 */
const tolerance = 100

/** Width of a cell that nothing defines. */
const someWidth = 1000

/** Of each cell of a row, the columns that it spans, half open. */
export type ColumnsOf = readonly { readonly from: number; readonly to: number }[]

export interface Grid {
  readonly width: number
  readonly rows: readonly ColumnsOf[]
}

export interface RowShape {
  /** Cells that the text has. */
  readonly count: number
  readonly definition: RowDefinition | null
}

export function columnsOf(shapes: readonly RowShape[]): Grid {
  const edges = edgesOf(shapes)
  const { columnOf, width } = joinEdges(edges)
  const rows = edges.map((row) =>
    row.slice(1).map((edge, i) => ({ from: columnOf.get(row[i]!)!, to: columnOf.get(edge)! })),
  )
  return { width, rows }
}

/** As many borders as each row's cells need: as defined, as in a row of as many cells, or made up. */
function edgesOf(shapes: readonly RowShape[]): number[][] {
  const byCount = new Map<number, readonly number[]>()
  for (const { definition } of shapes) {
    if (definition && !byCount.has(definition.cells.length)) {
      byCount.set(definition.cells.length, definition.edges)
    }
  }
  const left = Math.min(...[...byCount.values()].map((e) => e[0]!), Number.MAX_SAFE_INTEGER)
  return shapes.map(({ count, definition }) => {
    const known = definition?.edges ?? byCount.get(count) ?? []
    const edges = known.slice(0, count + 1)
    if (edges.length === 0) edges.push(byCount.size > 0 ? left : 0)
    while (edges.length < count + 1) edges.push(edges.at(-1)! + someWidth)
    return edges
  })
}

/** The number of the column that begins at each border, and how many there are. */
function joinEdges(rows: readonly (readonly number[])[]) {
  const all = new Set<number>()
  // Of borders that end a narrow cell, the one where it begins: the two may not become one.
  const narrow = new Map<number, number>()
  for (const row of rows) {
    row.forEach((edge, i) => {
      all.add(edge)
      const before = row[i - 1]
      if (before !== undefined && before < edge && edge - before <= tolerance) {
        narrow.set(edge, Math.max(before, narrow.get(edge) ?? before))
      }
    })
  }
  const columnOf = new Map<number, number>()
  let column = -1
  let first = Number.NEGATIVE_INFINITY
  for (const edge of [...all].sort((a, b) => a - b)) {
    const begun = narrow.get(edge)
    if (edge - first > tolerance || (begun !== undefined && begun >= first)) {
      column++
      first = edge
    }
    columnOf.set(edge, column)
  }
  return { columnOf, width: Math.max(1, column) }
}
