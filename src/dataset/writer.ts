/**
 * Writes a dataset: documents come one after the other, their rows go to the files of every format, and
 * nothing but the distinct units is held. The files get their names together, at the end.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableName } from '../generated/dataset.ts'
import type { Lang } from '../message.ts'
import { AsideFile, sweep } from './aside.ts'
import { outputError } from './file-errors.ts'
import { CsvTable } from './formats/csv.ts'
import { NdjsonTable } from './formats/ndjson.ts'
import type { TableFile } from './formats/table-file.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'
import { rowsOf } from './rows/rows.ts'
import { type Table, tables } from './tables.ts'
import { UnitIndex } from './unit-index.ts'

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

async function openTable(folder: string, table: Table, format: TableFormat, lang: Lang): Promise<TableFile> {
  const file = (await AsideFile.open(join(folder, `${table.name}.${format}`), lang)).summed()
  if (format === 'csv') return CsvTable.open(file, table)
  return new NdjsonTable(file, table)
}

export class DatasetWriter {
  private readonly folder: string
  private readonly options: DatasetOptions
  private readonly files = new Map<TableName, TableFile[]>()
  private readonly opened: AsideFile[] = []
  private readonly units = new UnitIndex(() => null)

  private constructor(folder: string, options: DatasetOptions) {
    this.folder = folder
    this.options = options
  }

  /** Into the folder OUT/dataset. @throws YaodianError `output/unwritable`, as all of this class. */
  static async open(folder: string, options: DatasetOptions): Promise<DatasetWriter> {
    const writer = new DatasetWriter(folder, options)
    try {
      for (const table of tables) {
        const files: TableFile[] = []
        writer.files.set(table.name, files)
        for (const format of datasetFormats) {
          if (format === 'xlsx' || format === 'parquet' || !options.formats.includes(format)) continue
          const file = await openTable(folder, table, format, options.lang)
          writer.opened.push(file.file)
          files.push(file)
        }
      }
      return writer
    } catch (error) {
      await writer.discard()
      throw error
    }
  }

  /** Documents come in the order of their paths. */
  async add(record: DocumentRecord): Promise<void> {
    const counted = record.copy.preferred || this.options.allCopies === true
    const rows = rowsOf(record, counted, this.units)
    for (const [table, files] of this.files) {
      const some = rows[table] ?? []
      if (some.length > 0) for (const file of files) await file.add(some)
    }
  }

  /** An input that gave no document, or only a part of one. */
  async problem(_record: ProblemRecord): Promise<void> {}

  /** Gives all files their names; those of formats that are no longer asked for go. */
  async commit(): Promise<void> {
    for (const row of this.units.rows()) {
      for (const file of this.files.get('units')!) await file.add([row])
    }
    for (const files of this.files.values()) for (const file of files) await file.finish()
    await this.removeOthers()
    for (const file of this.opened) await file.commit()
    await sweep(this.folder)
  }

  private async removeOthers(): Promise<void> {
    for (const format of datasetFormats) {
      if (this.options.formats.includes(format)) continue
      for (const { name } of format === 'xlsx' ? [{ name: 'tasks' }] : tables) {
        const path = join(this.folder, `${name}.${format}`)
        await unlink(path).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw outputError(path, error, this.options.lang)
        })
      }
    }
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    for (const file of this.opened) await file.discard()
  }
}
