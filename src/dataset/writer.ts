/**
 * Writes a dataset: documents come one after the other, their rows go to the files of every format, and
 * nothing but the distinct units is held. The files get their names together, at the end.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AsideFile, sweep } from './aside.ts'
import { outputError } from './file-errors.ts'
import { dataPackage } from './package.ts'
import { type DatasetOptions, datasetFormats, LocalPart, type Part } from './part.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'
import { tables } from './tables.ts'
import { ThreadedPart } from './threaded-part.ts'

export { type DatasetFormat, type DatasetOptions, datasetFormats } from './part.ts'

const packageName = 'datapackage.json'

export interface WriterOptions extends DatasetOptions {
  /** Formats are written in threads of their own beside this one; what is written is the same. */
  readonly threads?: boolean
}

export class DatasetWriter {
  private readonly folder: string
  private readonly options: DatasetOptions
  private readonly parts: Part[] = []

  private constructor(folder: string, options: DatasetOptions) {
    this.folder = folder
    this.options = options
  }

  /** Into the folder OUT/dataset. @throws YaodianError `output/unwritable`, as all of this class. */
  static async open(folder: string, { threads = false, ...options }: WriterOptions): Promise<DatasetWriter> {
    const writer = new DatasetWriter(folder, options)
    try {
      const inThreads = threads && ThreadedPart.available
      for (const formats of inThreads ? shares(options) : [options.formats]) {
        const own = { ...options, formats }
        const part = inThreads ? ThreadedPart.open(folder, own) : LocalPart.open(folder, own)
        writer.parts.push(await part)
      }
      return writer
    } catch (error) {
      await writer.discard()
      throw error
    }
  }

  /** Documents come in the order of their paths. */
  async add(record: DocumentRecord): Promise<void> {
    for (const part of this.parts) await part.add(record)
  }

  /** An input that gave no document, or only a part of one. */
  async problem(record: ProblemRecord): Promise<void> {
    for (const part of this.parts) await part.problem(record)
  }

  /** Gives all files their names; those of formats that are no longer asked for go. */
  async commit(): Promise<void> {
    const { formats, lang } = this.options
    const sums = new Map((await Promise.all(this.parts.map((part) => part.finish()))).flatMap((s) => [...s]))
    const about = formats.length > 0 ? await AsideFile.open(join(this.folder, packageName), lang) : null
    try {
      await about?.write(dataPackage(formats, sums))
      await about?.finish()
      await this.removeOthers()
      for (const part of this.parts) await part.commit()
      await about?.commit()
    } catch (error) {
      await about?.discard()
      throw error
    }
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
    for (const part of this.parts) await part.discard()
  }
}

/** Formats for each thread: Parquet's columns take as long as all the rest. */
function shares({ formats }: DatasetOptions): DatasetOptions['formats'][] {
  const parquet = formats.filter((format) => format === 'parquet')
  const rest = formats.filter((format) => format !== 'parquet')
  return [rest, parquet].filter((share) => share.length > 0)
}
