/**
 * Which column a cell belongs to, where the text does not say: cells stand one after the other, and a
 * cell that was merged with the one above has dropped out, so that the row starts late and its unit
 * stands where the task should.
 *
 * A row of cells in order is found that fits the columns best by the cells' shapes, at a price for
 * every column left out: dearer than one cell that does not fit, cheaper than a row of them. The cost
 * grows with the number of cells, times the square of the number of columns.
 */
import type { Shape } from './cells.ts'
import type { Column } from './titles.ts'

/** How well a shape fits a column. */
const fit: Readonly<Record<Column, Readonly<Record<Shape, number>>>> = {
  number: { number: 3, blank: 0, short: -2, heading: -3, time: -4, units: -4, text: -4, note: -4 },
  text: { text: 1, short: 0.6, heading: 0.6, blank: -0.3, time: -1, units: -1, number: -3, note: -3 },
  units: { units: 2, blank: 0, short: -0.7, time: -2, text: -3, heading: -3, number: -3, note: -3 },
  time: { time: 2, blank: 0, short: -0.5, number: -1, units: -2, text: -2, heading: -3, note: -3 },
  open: { blank: 0, number: -1, short: 0.2, time: 0.2, units: 0.2, heading: -3, text: 0, note: -1 },
}
/** A heading over rows, in a row of its own. */
const banner: Readonly<Record<Shape, number>> = {
  heading: 0.5,
  note: -1,
  text: -3,
  short: -3,
  units: -6,
  time: -6,
  number: -8,
  blank: -8,
}

/** Whether a cell may stand in a column. */
export function fits(shape: Shape, column: Column): boolean {
  return fit[column][shape] >= -0.7
}

/** Whether a cell is what is expected in a column. */
export function suits(shape: Shape, column: Column): boolean {
  return fit[column][shape] > 0
}

/** Price of columns left out at the beginning of a row: the merged cells that dropped out. */
const late = (n: number) => (n === 0 ? 0 : 2 + n * 0.3)
/** Price of columns left out elsewhere: a blank cell that dropped out. */
const gap = (n: number) => (n === 0 ? 0 : 2 + n)
/** A number is not parted from the text that it numbers. */
const parted = 3

/** A row: for every column the index of its cell, or -1; or one cell alone. */
export type AlignedRow = { readonly cells: readonly number[] } | { readonly banner: number }

export interface Alignment {
  readonly rows: readonly AlignedRow[]
  readonly score: number
  /** Cells that rows were made of; the rest stand after the table. */
  readonly taken: number
}

/** Below the best score by this much, the table has ended. */
const drop = 40

/**
 * Rows of a sequence of cells. Where `open` is set the table may end before the cells do: after the
 * row up to which the score is best.
 */
export function alignSequence(
  shapes: readonly Shape[],
  columns: readonly Column[],
  open: boolean,
): Alignment {
  const n = columns.length
  const price = prices(columns)
  const states = n + 1
  const back: Uint8Array[] = []
  let scores = new Float64Array(states).fill(-Infinity)
  let best = { score: open ? 0 : -Infinity, at: 0, state: -1 }
  for (let i = 0; i < shapes.length; i++) {
    const shape = shapes[i]!
    const next = new Float64Array(states).fill(-Infinity)
    const from = new Uint8Array(states).fill(255)
    // What the row before costs when it ends here.
    let ended = i === 0 ? 0 : -Infinity
    let endedFrom = 255
    for (let s = 0; i > 0 && s < states; s++) {
      const score = scores[s]! - (s < n ? price(s, n) : 0)
      if (score > ended) {
        ended = score
        endedFrom = s
      }
    }
    for (let c = 0; c < n; c++) {
      let top = ended - late(c)
      let topFrom = endedFrom
      for (let s = c - 1; i > 0 && s >= 0; s--) {
        const score = scores[s]! - price(s, c)
        if (score >= top) {
          top = score
          topFrom = s
        }
      }
      next[c] = top + fit[columns[c]!][shape]
      from[c] = topFrom
    }
    next[n] = ended + banner[shape]
    from[n] = endedFrom
    back.push(from)
    scores = next
    // A table does not end with a heading, nor in the middle of a row.
    let here = -Infinity
    for (let s = 0; s < n; s++) {
      const score = scores[s]! - price(s, n)
      if (score > here) here = score
      if (open && score > best.score) best = { score, at: i + 1, state: s }
    }
    if (open && Math.max(here, scores[n]!) < best.score - drop) break
  }
  if (!open && shapes.length > 0) {
    for (let s = 0; s < states; s++) {
      const score = scores[s]! - (s < n ? price(s, n) : 0)
      if (score > best.score) best = { score, at: shapes.length, state: s }
    }
  }
  return { rows: rowsOf(back, best.at, best.state, n), score: best.score, taken: best.at }
}

/** Price of the columns between a cell in column `s` and the next in column `c`. */
function prices(columns: readonly Column[]): (s: number, c: number) => number {
  return (s, c) => {
    if (c === s + 1) return 0
    // Remarks are seldom made: their column is often empty, and then dropped.
    let asked = 0
    for (let at = s + 1; at < c; at++) if (columns[at] !== 'open') asked++
    const between = asked === 0 ? 0.5 : gap(asked)
    return columns[s] === 'number' ? between + parted : between
  }
}

/** The rows that lead to a state, read backwards. */
function rowsOf(back: readonly Uint8Array[], at: number, state: number, n: number): AlignedRow[] {
  const rows: AlignedRow[] = []
  let cells: number[] | null = null
  for (let i = at - 1, s = state; i >= 0 && s >= 0; i--) {
    const before = back[i]![s]!
    if (s === n) rows.push({ banner: i })
    else {
      cells ??= new Array<number>(n).fill(-1)
      cells[s] = i
      if (before === 255 || before === n || before >= s) {
        rows.push({ cells })
        cells = null
      }
    }
    s = before === 255 ? -1 : before
  }
  return rows.reverse()
}

/** Columns of the cells of one row that has fewer of them than the table has columns. */
export function alignRow(shapes: readonly Shape[], columns: readonly Column[]): number[] {
  const n = columns.length
  const k = shapes.length
  const price = prices(columns)
  // best[i][c]: cells up to i placed, the last of them in column c.
  let scores = columns.map((column, c) => fit[column][shapes[0]!] - late(c))
  const back: number[][] = []
  for (let i = 1; i < k; i++) {
    const from: number[] = []
    scores = columns.map((column, c) => {
      let top = -Infinity
      let topFrom = -1
      for (let s = c - 1; s >= i - 1; s--) {
        const score = scores[s]! - price(s, c)
        if (score >= top) {
          top = score
          topFrom = s
        }
      }
      from.push(topFrom)
      return top + fit[column][shapes[i]!]
    })
    back.push(from)
  }
  let state = k - 1
  let best = -Infinity
  for (let c = k - 1; c < n; c++) {
    const score = scores[c]! - price(c, n)
    if (score > best) {
      best = score
      state = c
    }
  }
  const placed = new Array<number>(k)
  for (let i = k - 1; i >= 0; i--) {
    placed[i] = state
    if (i > 0) state = back[i - 1]![state]!
  }
  return placed
}
