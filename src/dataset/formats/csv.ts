/** A table as CSV: UTF-8 with a byte order mark, CRLF, no formulas; a missing value is empty. */
import { stringify } from 'csv-stringify/sync'
import type { AsideFile } from '../aside.ts'
import { csvOptions } from '../csv.ts'
import type { Cell, Table } from '../tables.ts'
import type { RowBatch, TableFile } from './table-file.ts'

/**
 * The apostrophe before what looks like a formula can be taken away again: a text that has apostrophes of
 * its own there gets one more.
 */
const quoted = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

const options = {
  ...csvOptions,
  cast: {
    boolean: (value: boolean) => String(value),
    string: (value: string) => (value.charCodeAt(0) === 0x27 && quoted.test(value) ? `'${value}` : value),
  },
}

export class CsvTable implements TableFile {
  readonly file: AsideFile

  private constructor(file: AsideFile) {
    this.file = file
  }

  static async open(file: AsideFile, table: Table): Promise<CsvTable> {
    await file.write(`\ufeff${stringify([table.columns.map((column) => column.name)], options)}`)
    return new CsvTable(file)
  }

  async add({ cells }: RowBatch): Promise<void> {
    await this.file.write(stringify(cells as Cell[][], options))
  }

  async finish(): Promise<void> {
    await this.file.finish()
  }
}
