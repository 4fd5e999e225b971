/** A table as CSV: UTF-8 with a byte order mark, CRLF, no formulas; a missing value is empty. */
import { stringify } from 'csv-stringify/sync'
import type { AsideFile } from '../aside.ts'
import { csvOptions } from '../csv.ts'
import { cellsOf, type Table } from '../tables.ts'
import type { TableFile } from './table-file.ts'

const options = { ...csvOptions, cast: { boolean: (value: boolean) => String(value) } }

export class CsvTable implements TableFile {
  readonly file: AsideFile
  private readonly table: Table

  private constructor(file: AsideFile, table: Table) {
    this.file = file
    this.table = table
  }

  static async open(file: AsideFile, table: Table): Promise<CsvTable> {
    await file.write(`\ufeff${stringify([table.columns.map((column) => column.name)], options)}`)
    return new CsvTable(file, table)
  }

  async add(rows: readonly object[]): Promise<void> {
    const cells = rows.map((row) => cellsOf(this.table, row))
    await this.file.write(stringify(cells, options))
  }

  async finish(): Promise<void> {
    await this.file.finish()
  }
}
