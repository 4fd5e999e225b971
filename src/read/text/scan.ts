/** What every recogniser of a table in running text is given, and what it answers. */
import type { Report } from '../../message.ts'
import type { PlacedRow } from './grid.ts'
import type { Lines, Stretch } from './lines.ts'
import type { LineKind } from './pipes.ts'

export interface Scan {
  readonly lines: Lines
  /** Of every line that is not blank, in order: what it is. */
  readonly kinds: readonly LineKind[]
  readonly report: Report
}

/** Indexes count the lines that are not blank. */
export interface FoundTable {
  readonly rows: readonly PlacedRow[]
  readonly cols: number
  /** The first line after the table. */
  readonly next: number
}

/** No table here; nor does one of this kind begin before line `until`. */
export interface NoTable {
  readonly until: number
}

export type Answer = FoundTable | NoTable

/** The `k`th line that is not blank. */
export function filledAt(scan: Scan, k: number): Stretch {
  return scan.lines.stretch(scan.lines.filled[k]!)
}

/** Whether blank lines stand before the `k`th line that is not blank. */
export function afterBlank(scan: Scan, k: number): boolean {
  const { filled } = scan.lines
  return k === 0 || filled[k]! > filled[k - 1]! + 1
}
