/** One table in one format, written row by row. */
import type { AsideFile } from '../aside.ts'

export interface TableFile {
  readonly file: AsideFile
  add(rows: readonly object[]): Promise<void>
  /** All rows have been given: the file is whole, only its name is missing. */
  finish(): Promise<void>
}
