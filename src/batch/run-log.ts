/** What happened when, as NDJSON: times and process ids are here and nowhere else. */
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Lang } from '../message.ts'
import { outputError } from './file-errors.ts'

export class RunLog {
  private readonly handle: FileHandle
  private writing: Promise<void> = Promise.resolve()

  private constructor(handle: FileHandle) {
    this.handle = handle
  }

  /** Goes on at the end of the file. @throws YaodianError `output/unwritable`. */
  static async open(path: string, lang: Lang): Promise<RunLog> {
    try {
      await mkdir(dirname(path), { recursive: true })
      return new RunLog(await open(path, 'a'))
    } catch (error) {
      throw outputError(path, error, lang)
    }
  }

  /** A log that cannot be written stops nothing: the outputs do not depend on it. */
  note(event: string, more: Readonly<Record<string, unknown>> = {}): void {
    const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...more })}\n`
    this.writing = this.writing.then(() => this.handle.appendFile(line)).catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.writing
    await this.handle.close().catch(() => undefined)
  }
}
