/**
 * Writes a dataset: documents come one after the other, their rows go to the files of every format, and
 * nothing is held but the distinct units and, of each table, the rows of a batch. The files get their names together, at the end.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { functions } from '../data/functions/index.ts'
import type { TableName } from '../generated/dataset.ts'
import type { Lang } from '../message.ts'
import { AsideFile, sweep } from './aside.ts'
import { outputError } from './file-errors.ts'
import { CsvTable } from './formats/csv.ts'
import { NdjsonTable } from './formats/ndjson.ts'
import { ParquetTable } from './formats/parquet.ts'
import type { TableFile } from './formats/table-file.ts'
import { dataPackage } from './package.ts'
import { pathText, splitPath } from './path.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'
import { rowsOf } from './rows/rows.ts'
import { type Cell, type Table, tables } from './tables.ts'
import { UnitIndex } from './unit-index.ts'
import { Workbook } from './xlsx/workbook.ts'

const functionNames = new Map(functions.map(({ code, zh }) => [code, zh]))
const packageName = 'datapackage.json'
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

type TableFormat = Exclude<DatasetFormat, 'xlsx'>

async function tableFile(file: AsideFile, table: Table, format: TableFormat): Promise<TableFile> {
  if (format === 'csv') return CsvTable.open(file, table)
  return format === 'parquet' ? new ParquetTable(file, table) : new NdjsonTable(file)
}

/** Rows of a table that wait for more: a file takes many as cheaply as one. */
const batchRows = 512

interface OpenTable {
  readonly files: TableFile[]
  rows: object[]
}

export class DatasetWriter {
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

  /** Into the folder OUT/dataset. @throws YaodianError `output/unwritable`, as all of this class. */
  static async open(folder: string, options: DatasetOptions): Promise<DatasetWriter> {
    const writer = new DatasetWriter(folder, options)
    try {
      const ofTables = options.formats.filter((format) => format !== 'xlsx')
      for (const table of ofTables.length > 0 ? tables : []) await writer.openTable(table, ofTables)
      if (options.formats.includes('xlsx')) {
        const { lang, mergeSections = false, allCopies = false } = options
        writer.workbook = await Workbook.open(folder, { lang, mergeSections, allCopies })
        writer.opened.push(writer.workbook.file)
      }
      return writer
    } catch (error) {
      await writer.discard()
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

  /** Documents come in the order of their paths. */
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

  /** An input that gave no document, or only a part of one. */
  async problem(record: ProblemRecord): Promise<void> {
    await this.workbook?.problem(record)
  }

  /** Gives all files their names; those of formats that are no longer asked for go. */
  async commit(): Promise<void> {
    const { formats, lang } = this.options
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
    const sums = new Map(this.opened.map((file) => [pathText(splitPath(file.path).name), file.sum()]))
    if (formats.length > 0) {
      const about = await AsideFile.open(join(this.folder, packageName), lang)
      this.opened.push(about)
      await about.write(dataPackage(formats, sums))
      await about.finish()
    }
    await this.removeOthers()
    for (const file of this.opened) await file.commit()
    await sweep(this.folder)
  }

  private async removeOthers(): Promise<void> {
    const { formats, lang } = this.options
    const names = datasetFormats
      .filter((format) => !formats.includes(format))
      .flatMap((format) => (format === 'xlsx' ? ['tasks.xlsx'] : tables.map((t) => `${t.name}.${format}`)))
    for (const name of formats.length === 0 ? [...names, packageName] : names) {
      const path = join(this.folder, name)
      await unlink(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw outputError(path, error, lang)
      })
    }
  }

  /** Leaves nothing behind. */
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
