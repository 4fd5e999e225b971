/** A table as NDJSON: one object a row, every column in it. */
import type { AsideFile } from '../aside.ts'
import type { RowBatch, TableFile } from './table-file.ts'

export class NdjsonTable implements TableFile {
  readonly file: AsideFile

  constructor(file: AsideFile) {
    this.file = file
  }

  /** A row's own keys are the table's columns, in their order: its types and a test hold that. */
  async add({ rows }: RowBatch): Promise<void> {
    let lines = ''
    for (const row of rows) lines += `${JSON.stringify(row)}\n`
    await this.file.write(lines)
  }

  async finish(): Promise<void> {
    await this.file.finish()
  }
}
