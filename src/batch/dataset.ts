/** The files of a dataset, streamed side by side; they get their names together at the end. */
import { join } from 'node:path'
import { csvHead } from '../dataset/csv.ts'
import { ndjson } from '../dataset/ndjson.ts'
import type { Lang } from '../message.ts'
import { AsideFile } from './aside.ts'
import type { ManifestLine } from './manifest.ts'

const names = ['notices.ndjson', 'tasks.ndjson', 'tasks.csv', 'manifest.ndjson'] as const

export class Dataset {
  private readonly files: Readonly<Record<(typeof names)[number], AsideFile>>

  private constructor(files: Readonly<Record<(typeof names)[number], AsideFile>>) {
    this.files = files
  }

  /** @throws YaodianError `output/unwritable`, as all of this class. */
  static async open(out: string, lang: Lang): Promise<Dataset> {
    const opened: AsideFile[] = []
    const at = async (name: (typeof names)[number]) => {
      const file = await AsideFile.open(join(out, name), lang)
      opened.push(file)
      return file
    }
    try {
      const dataset = new Dataset({
        'notices.ndjson': await at('notices.ndjson'),
        'tasks.ndjson': await at('tasks.ndjson'),
        'tasks.csv': await at('tasks.csv'),
        'manifest.ndjson': await at('manifest.ndjson'),
      })
      await dataset.files['tasks.csv'].write(csvHead(lang))
      return dataset
    } catch (error) {
      for (const file of opened) await file.discard()
      throw error
    }
  }

  async add(written: { line: ManifestLine; notice: string; tasks: string; rows: string }): Promise<void> {
    await this.files['notices.ndjson'].write(written.notice)
    await this.files['tasks.ndjson'].write(written.tasks)
    await this.files['tasks.csv'].write(written.rows)
    await this.files['manifest.ndjson'].write(ndjson(written.line))
  }

  /** The manifest last: where it stands, the others stand. */
  async commit(): Promise<void> {
    for (const name of names) await this.files[name].commit()
  }

  async discard(): Promise<void> {
    for (const name of names) await this.files[name].discard()
  }
}
