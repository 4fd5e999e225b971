/**
 * Bands of a table without lines between its rows → rows. No single band shows where a row begins: the
 * text of a cell may run on or end anywhere. All of a row's columns together do: each stands at the row's
 * top or in its middle, a numbering has one number in it, text runs on within it and ends with it. Of all
 * ways to part the bands the one with the least that speaks against it is taken.
 */
import { goesOn } from './cells.ts'
import { type Column, extent, isFigure, numberIn, numbersOf, type Segment } from './segments.ts'

/** What all rows of a table share. */
export interface RowTraits {
  readonly columns: readonly Column[]
  /** First column that has text. */
  readonly key: number
  /** The column of a numbering that counts the rows; -1 where there is none. */
  readonly numbers: number
  /** Distance of baselines within a cell. */
  readonly leading: number
  /** White between bands, in ems beyond that of the leading, from which they are two rows. */
  readonly padded: boolean
  /** How each column stands in its rows, as far as is known. */
  readonly stand: readonly Stand[]
}

type Stand = 'top' | 'middle' | 'either'

/** Bands that one row may have: as many lines as fill a page. */
const mostBands = 60
/** Ems of white beyond the leading's that part rows, not lines. */
export const rowWhite = 0.2
/** What speaks against a row or an edge between two, each by its weight. */
const against = {
  blank: 0.4,
  alone: 0.8,
  noNumber: 2,
  moreNumbers: 6,
  ended: 0.5,
  keyEnded: 1,
  apart: 3,
  white: 2,
  noWhite: 1.5,
  runsOn: 0.15,
}
/** More than a long list of units set one a line amounts to. */
const hopeless = 25
/** Ems that a column may stand off its place, and beyond which more says no more. */
const placed = 0.15
const farOff = 1.5

export function traitsOf(
  bands: readonly (readonly Segment[])[],
  columns: readonly Column[],
  leading: number,
) {
  const all = bands.flat()
  const key = extent(all, (s) => [s.col, s.col])[0]
  const wide = gapsOf(bands).filter(
    (g) => g > leading - 0.9 * all[0]!.line.size + rowWhite * all[0]!.line.size,
  )
  const traits: RowTraits = {
    columns,
    key,
    numbers: numbersOf(all, columns.length),
    leading,
    padded: wide.length >= 3 && wide.length >= 0.2 * (bands.length - 1),
    stand: columns.map(() => 'either'),
  }
  return traits
}

const gapsOf = (bands: readonly (readonly Segment[])[]) => bands.slice(1).map((b, i) => gap(bands[i]!, b))

/** White between two bands. */
function gap(a: readonly Segment[], b: readonly Segment[]): number {
  return extent(b, (s) => [s.top, s.bottom])[0] - extent(a, (s) => [s.top, s.bottom])[1]
}

/** Rows of bands in which no text spans columns. */
export function bestRows(bands: readonly (readonly Segment[])[], traits: RowTraits): Segment[][] {
  const first = parted(bands, traits)
  return parted(bands, { ...traits, stand: standsOf(first, traits) })
}

function parted(bands: readonly (readonly Segment[])[], traits: RowTraits): Segment[][] {
  const cost = new Float64Array(bands.length + 1).fill(Infinity)
  const begin = new Int32Array(bands.length + 1)
  cost[0] = 0
  const edges = bands.map((b, i) => (i === 0 ? { between: 0, within: 0 } : edgeOf(bands[i - 1]!, b, traits)))
  for (let i = 0; i < bands.length; i++) {
    const row = new OpenRow(traits)
    const before = cost[i]! + edges[i]!.between
    for (let j = i; j < Math.min(bands.length, i + mostBands); j++) {
      row.add(bands[j]!, j > i ? edges[j]!.within : 0)
      if (row.isHopeless) break
      const total = before + row.cost(i === 0, j === bands.length - 1)
      if (total < cost[j + 1]!) {
        cost[j + 1] = total
        begin[j + 1] = i
      }
    }
  }
  const rows: Segment[][] = []
  for (let end = bands.length; end > 0; end = begin[end]!) rows.unshift(bands.slice(begin[end]!, end).flat())
  return rows
}

/** What speaks against an edge of rows between two bands, and against their being of one row. */
function edgeOf(
  a: readonly Segment[],
  b: readonly Segment[],
  t: RowTraits,
): { between: number; within: number } {
  const em = b[0]!.line.size
  const white = gap(a, b) > t.leading - 0.9 * em + rowWhite * em
  let between = t.padded && !white ? against.noWhite : 0
  for (const s of b) {
    const above = a.findLast((o) => o.col === s.col)
    if (above && runsOn(above, above, s, t)) between += against.runsOn
  }
  return { between, within: white ? against.white : 0 }
}

function runsOn(first: Segment, last: Segment, s: Segment, t: RowTraits): boolean {
  if (isFigure(s.line.text) || isFigure(last.line.text)) return false
  const cell = { left: t.columns[s.col]!.left, right: t.columns[s.col]!.right }
  return goesOn(first.line, last.line, s.line, cell, false)
}

interface OpenCell {
  readonly first: Segment
  last: Segment
  top: number
  bottom: number
}

/** A row as bands are added to it. */
class OpenRow {
  private readonly cells = new Map<number, OpenCell>()
  private top = Infinity
  private bottom = -Infinity
  private numbers = 0
  private lines = 0

  constructor(private readonly traits: RowTraits) {}

  add(band: readonly Segment[], edge: number): void {
    const t = this.traits
    this.lines += edge
    for (const s of band) {
      this.top = Math.min(this.top, s.top)
      this.bottom = Math.max(this.bottom, s.bottom)
      if (s.col === t.numbers && numberIn(s) !== null) this.numbers++
      const cell = this.cells.get(s.col)
      if (!cell) {
        this.cells.set(s.col, { first: s, last: s, top: s.top, bottom: s.bottom })
        continue
      }
      const step = (s.line.baseline - cell.last.line.baseline) / t.leading
      if (step > 1.25) this.lines += against.apart * Math.min(1, step - 1)
      if (!runsOn(cell.first, cell.last, s, t) && t.columns[s.col]!.tells)
        this.lines += s.col === t.key ? against.keyEnded : against.ended
      cell.last = s
      cell.top = Math.min(cell.top, s.top)
      cell.bottom = Math.max(cell.bottom, s.bottom)
    }
  }

  /** Whether so much speaks against the row that no further band makes it better than its parts. */
  get isHopeless(): boolean {
    return this.lines > hopeless || this.numbers > 2
  }

  /**
   * What speaks against the row as it is. A table's first is its head and has no number; the last may be
   * cut by the page's edge, and then its cells begin at its top whatever the others do.
   */
  cost(head: boolean, last: boolean): number {
    const t = this.traits
    let sum = this.lines + against.moreNumbers * Math.max(0, this.numbers - 1)
    if (this.cells.size === 1) return sum + against.alone
    if (t.numbers >= 0 && this.numbers === 0 && !head) sum += against.noNumber
    sum += against.blank * (t.columns.length - this.cells.size)
    for (const [col, cell] of this.cells) {
      const { top, middle } = this.off(cell)
      const stand = last ? 'either' : t.stand[col]!
      const off = stand === 'top' ? top : stand === 'middle' ? middle : Math.min(top, middle)
      sum += Math.max(0, Math.min(farOff, off) - placed)
    }
    return sum
  }

  /** Ems by which each column stands off the row's top and off its middle. */
  *offs(): Iterable<[col: number, off: { top: number; middle: number }]> {
    for (const [col, cell] of this.cells) yield [col, this.off(cell)]
  }

  private off(cell: OpenCell): { top: number; middle: number } {
    const em = cell.first.line.size
    const middle = Math.abs(cell.top + cell.bottom - this.top - this.bottom) / 2
    return { top: (cell.top - this.top) / em, middle: middle / em }
  }
}

/** How the columns stand in these rows: what is clearly less off is meant. */
function standsOf(rows: readonly (readonly Segment[])[], traits: RowTraits): Stand[] {
  const sums = traits.columns.map(() => ({ top: 0, middle: 0 }))
  for (const segments of rows.slice(1)) {
    const row = new OpenRow(traits)
    row.add(segments, 0)
    for (const [col, off] of row.offs()) {
      sums[col]!.top += Math.min(farOff, off.top)
      sums[col]!.middle += Math.min(farOff, off.middle)
    }
  }
  return sums.map(({ top, middle }) =>
    top + 1 < 0.5 * middle ? 'top' : middle + 1 < 0.5 * top ? 'middle' : 'either',
  )
}
