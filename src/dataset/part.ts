/** Some formats of a dataset, written together: rows are made once for all of them. */
import { join } from 'node:path'
import { functions } from '../data/functions/index.ts'
import type { TableName } from '../generated/dataset.ts'
import type { Lang } from '../message.ts'
import { AsideFile, type Sum } from './aside.ts'
import { CsvTable } from './formats/csv.ts'
import { NdjsonTable } from './formats/ndjson.ts'
import { ParquetTable } from './formats/parquet.ts'
import type { TableFile } from './formats/table-file.ts'
import { pathText, splitPath } from './path.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'
import { rowsOf } from './rows/rows.ts'
import { type Cell, type Table, tables } from './tables.ts'
import { UnitIndex } from './unit-index.ts'
import { Workbook } from './xlsx/workbook.ts'

export const datasetFormats = ['ndjson', 'csv', 'parquet', 'xlsx'] as const
export type DatasetFormat = (typeof datasetFormats)[number]

export interface DatasetOptions {
  readonly formats: readonly DatasetFormat[]
  readonly lang: Lang
  /** In the workbook, neighbouring cells of one section are merged. */
  readonly mergeSections?: boolean
  /** The tasks of every copy of a notice, not those of the preferred one only. */
  readonly allCopies?: boolean
}

/** By the file's name, without its folder. */
export type Sums = ReadonlyMap<string, Sum>

/** What writes some formats, here or in a thread. Documents come in the order of their paths. */
export interface Part {
  /** @throws YaodianError `output/unwritable`, as all of these. */
  add(record: DocumentRecord): Promise<void>
  /** An input that gave no document, or only a part of one. */
  problem(record: ProblemRecord): Promise<void>
  /** All has been given: the files are whole, only their names are missing. */
  finish(): Promise<Sums>
  /** Gives the finished files their names. */
  commit(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

type TableFormat = Exclude<DatasetFormat, 'xlsx'>

async function tableFile(file: AsideFile, table: Table, format: TableFormat): Promise<TableFile> {
  if (format === 'csv') return CsvTable.open(file, table)
  return format === 'parquet' ? new ParquetTable(file, table) : new NdjsonTable(file)
}

/** Rows of a table that wait for more, since files take many as cheaply as one. */
const batchRows = 512

interface OpenTable {
  readonly files: TableFile[]
  rows: object[]
}

const functionNames = new Map(functions.map(({ code, zh }) => [code, zh]))

/** Holds nothing but the distinct units and, of each table, the rows of a batch. */
export class LocalPart implements Part {
  private readonly folder: string
  private readonly options: DatasetOptions
  private readonly open = new Map<TableName, OpenTable>()
  private readonly opened: AsideFile[] = []
  private readonly units = new UnitIndex((code) => functionNames.get(code) ?? null)
  private workbook: Workbook | null = null

  private constructor(folder: string, options: DatasetOptions) {
    this.folder = folder
    this.options = options
  }

  static async open(folder: string, options: DatasetOptions): Promise<LocalPart> {
    const part = new LocalPart(folder, options)
    try {
      const ofTables = options.formats.filter((format) => format !== 'xlsx')
      for (const table of ofTables.length > 0 ? tables : []) await part.openTable(table, ofTables)
      if (options.formats.includes('xlsx')) {
        const { lang, mergeSections = false, allCopies = false } = options
        part.workbook = await Workbook.open(folder, { lang, mergeSections, allCopies })
        part.opened.push(part.workbook.file)
      }
      return part
    } catch (error) {
      await part.discard()
      throw error
    }
  }

  private async openTable(table: Table, formats: readonly TableFormat[]): Promise<void> {
    const files: TableFile[] = []
    this.open.set(table.name, { files, rows: [] })
    for (const format of formats) {
      const file = await AsideFile.open(join(this.folder, `${table.name}.${format}`), this.options.lang)
      this.opened.push(file)
      files.push(await tableFile(file.summed(), table, format))
    }
  }

  async add(record: DocumentRecord): Promise<void> {
    const counted = record.copy.preferred || this.options.allCopies === true
    if (this.open.size > 0) {
      const rows = rowsOf(record, counted, this.units)
      for (const [name, table] of this.open) {
        for (const row of rows[name] ?? []) table.rows.push(row)
        if (table.rows.length >= batchRows) await flush(table)
      }
    }
    if (counted) await this.workbook?.add(record)
  }

  async problem(record: ProblemRecord): Promise<void> {
    await this.workbook?.problem(record)
  }

  async finish(): Promise<Sums> {
    const units = this.open.get('units')
    for (const row of units ? this.units.rows() : []) {
      units!.rows.push(row)
      if (units!.rows.length >= batchRows) await flush(units!)
    }
    for (const table of this.open.values()) {
      await flush(table)
      for (const file of table.files) await file.finish()
    }
    await this.workbook?.finish()
    return new Map(this.opened.map((file) => [pathText(splitPath(file.path).name), file.sum()]))
  }

  async commit(): Promise<void> {
    for (const file of this.opened) await file.commit()
  }

  async discard(): Promise<void> {
    this.workbook?.close()
    await this.workbook?.spool.discard()
    for (const file of this.opened) await file.discard()
  }
}

async function flush(table: OpenTable): Promise<void> {
  const { files, rows } = table
  if (rows.length === 0) return
  table.rows = []
  const cells = rows.map((row): Cell[] => Object.values(row))
  for (const file of files) await file.add({ rows, cells })
}
