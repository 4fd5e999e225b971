/**
 * The notices that runs have set out to write, below OUT/.yaodian: a run that is killed before its manifest
 * stands leaves notices that no manifest names, and the next run must know them.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lang } from '../message.ts'
import { writeWhole } from './aside.ts'
import { outputError } from './file-errors.ts'
import { isNotice } from './manifest.ts'

export class Written {
  private readonly path: string
  private readonly lang: Lang

  constructor(out: string, lang: Lang) {
    this.path = join(out, '.yaodian', 'notices.ndjson')
    this.lang = lang
  }

  /** Notes what is about to be written. @throws YaodianError `output/unwritable`. */
  async add(outputs: readonly string[]): Promise<void> {
    try {
      await mkdir(join(this.path, '..'), { recursive: true })
      // The last line of a run that was killed may be half: it ends here.
      await appendFile(this.path, ['', ...outputs.map((output) => JSON.stringify(output)), ''].join('\n'))
    } catch (error) {
      throw outputError(this.path, error, this.lang)
    }
  }

  /** Of this run and all since the last that came to its end. */
  async all(): Promise<string[]> {
    const text = await readFile(this.path, 'utf8').catch(() => '')
    return text.split('\n').flatMap((line) => {
      try {
        const output: unknown = JSON.parse(line)
        return isNotice(output) ? [output] : []
      } catch {
        // The last line of a run that was killed may be half.
        return []
      }
    })
  }

  /** The manifest names them now. */
  async forget(outputs: ReadonlySet<string>): Promise<void> {
    await writeWhole(
      this.path,
      [...outputs].map((output) => `${JSON.stringify(output)}\n`).join(''),
      this.lang,
    )
  }
}
