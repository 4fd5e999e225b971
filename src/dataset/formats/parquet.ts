/**
 * A table as Parquet: typed columns, null where there is no value. Rows wait until they make a row group;
 * then the group is encoded and goes to the file.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { AsideFile } from '../aside.ts'
import type { Cell, Column, Table } from '../tables.ts'
import type { RowBatch, TableFile } from './table-file.ts'

/** A group is full at so many rows, or when its texts are long before that. */
const groupRows = 10_000
const groupChars = 16 * 1024 * 1024

/** Gives what was encoded to a file and goes on with an empty buffer. */
class FileBytes extends ByteWriter {
  private readonly file: AsideFile

  constructor(file: AsideFile) {
    super(64 * 1024)
    this.file = file
  }

  async flush(): Promise<void> {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index))
    this.index = 0
    await this.file.write(bytes)
  }

  override finish(): Promise<void> {
    return this.flush()
  }
}

const physical = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  // As other readers of the dataset's CSV and NDJSON type a column of whole numbers.
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<Column['type'], Partial<SchemaElement>>

type Value = Cell | bigint | Date

function parquetValue(cell: Cell, column: Column): Value {
  if (cell === null) return null
  if (column.type === 'integer') return BigInt(cell as number)
  if (column.type === 'date') return new Date(`${cell as string}T00:00:00Z`)
  return cell
}

export class ParquetTable implements TableFile {
  readonly file: AsideFile
  private readonly table: Table
  private readonly writer: ParquetWriter
  private columns: Value[][]
  private chars = 0

  constructor(file: AsideFile, table: Table) {
    this.file = file
    this.table = table
    const columns = table.columns.map(
      (column): SchemaElement => ({
        name: column.name,
        ...physical[column.type],
        repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
      }),
    )
    const schema: SchemaElement[] = [{ name: table.name, num_children: columns.length }, ...columns]
    this.writer = new ParquetWriter({ writer: new FileBytes(file), schema, createdBy: 'yaodian' })
    this.columns = this.emptied()
  }

  private emptied(): Value[][] {
    return this.table.columns.map(() => [])
  }

  async add({ cells }: RowBatch): Promise<void> {
    for (const row of cells) {
      for (let i = 0; i < row.length; i++) {
        const cell = row[i]!
        this.columns[i]!.push(parquetValue(cell, this.table.columns[i]!))
        if (typeof cell === 'string') this.chars += cell.length
      }
      if (this.columns[0]!.length >= groupRows || this.chars >= groupChars) await this.group()
    }
  }

  private async group(): Promise<void> {
    const rows = this.columns[0]!.length
    if (rows === 0) return
    const columnData = this.columns.map((data, i) => ({ name: this.table.columns[i]!.name, data }))
    this.columns = this.emptied()
    this.chars = 0
    await this.writer.write({ columnData, rowGroupSize: rows })
  }

  async finish(): Promise<void> {
    await this.group()
    await this.writer.finish()
    await this.file.finish()
  }
}
