/**
 * Rows that wait on the disk for their sheet: the entries of a zip come one after the other, and while the
 * tasks are written the problems gather.
 */
import { join } from 'node:path'
import type { Lang } from '../../message.ts'
import { AsideFile } from '../aside.ts'

export class Spool<T> {
  readonly file: AsideFile

  private constructor(file: AsideFile) {
    this.file = file
  }

  static async open<T>(folder: string, name: string, lang: Lang): Promise<Spool<T>> {
    return new Spool<T>(await AsideFile.open(join(folder, name), lang))
  }

  async add(value: T): Promise<void> {
    await this.file.write(`${JSON.stringify(value)}\n`)
  }

  async *read(): AsyncGenerator<T> {
    let rest = ''
    for await (const text of this.file.readBack()) {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines) yield JSON.parse(line) as T
    }
  }
}
