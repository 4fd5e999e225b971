/** A table as NDJSON: one object a row, every column in it. */
import type { AsideFile } from '../aside.ts'
import type { Table } from '../tables.ts'
import type { TableFile } from './table-file.ts'

export class NdjsonTable implements TableFile {
  readonly file: AsideFile
  private readonly names: string[]

  constructor(file: AsideFile, table: Table) {
    this.file = file
    this.names = table.columns.map((column) => column.name)
  }

  async add(rows: readonly object[]): Promise<void> {
    // The names as an allowlist give each line the columns of the table, in their order.
    for (const row of rows) await this.file.write(`${JSON.stringify(row, this.names)}\n`)
  }

  async finish(): Promise<void> {
    await this.file.finish()
  }
}
