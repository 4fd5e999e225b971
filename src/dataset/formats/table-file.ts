/** One table in one format, written row by row. */
import type { AsideFile } from '../aside.ts'
import type { Cell } from '../tables.ts'

/** Rows of a table; `cells` are their values in the order of its columns. */
export interface RowBatch {
  readonly rows: readonly object[]
  readonly cells: readonly (readonly Cell[])[]
}

export interface TableFile {
  readonly file: AsideFile
  add(batch: RowBatch): Promise<void>
  /** All rows have been given: the file is whole, only its name is missing. */
  finish(): Promise<void>
}
