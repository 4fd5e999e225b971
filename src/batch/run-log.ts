/** What happened when, as NDJSON: times and process ids are here and nowhere else. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../dataset/make-folder.ts'
import type { Lang } from '../message.ts'
import { outputError } from './file-errors.ts'

export interface RunLogOptions {
  readonly lang: Lang
  /** Told once, when a line cannot be written. */
  readonly onError: (error: unknown) => void
}

export class RunLog {
  private readonly path: string
  private readonly handle: FileHandle
  private readonly options: RunLogOptions
  private writing: Promise<void> = Promise.resolve()
  /** The last line may be half written: by a run that was killed, or on a disk that was full. */
  private isCut: boolean
  private hasFailed = false

  private constructor(path: string, handle: FileHandle, isCut: boolean, options: RunLogOptions) {
    this.path = path
    this.handle = handle
    this.isCut = isCut
    this.options = options
  }

  /** Goes on at the end of the file. @throws YaodianError `output/unwritable`. */
  static async open(path: string, options: RunLogOptions): Promise<RunLog> {
    try {
      await makeFolder(dirname(path))
      const handle = await open(path, 'a')
      return new RunLog(path, handle, await endsInLine(path), options)
    } catch (error) {
      throw outputError(path, error, options.lang)
    }
  }

  /** A log that cannot be written stops nothing: the outputs do not depend on it. */
  note(event: string, more: Readonly<Record<string, unknown>> = {}): void {
    const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...more })}\n`
    this.writing = this.writing.then(() => this.append(line)).catch((error) => this.failed(error))
  }

  private async append(line: string): Promise<void> {
    const text = this.isCut ? `\n${line}` : line
    this.isCut = true
    await this.handle.appendFile(text)
    this.isCut = false
  }

  private failed(error: unknown): void {
    if (this.hasFailed) return
    this.hasFailed = true
    const { onError, lang } = this.options
    onError(outputError(this.path, error, lang))
  }

  async close(): Promise<void> {
    await this.writing
    await this.handle.close().catch((error) => this.failed(error))
  }
}

const lineFeed = 0x0a

/** Only a regular file has an end to look at; one that may not be read is taken to be whole. */
async function endsInLine(path: string): Promise<boolean> {
  const { size } = await stat(path).then(
    (info) => (info.isFile() ? info : { size: 0 }),
    () => ({ size: 0 }),
  )
  if (size === 0) return false
  const handle = await open(path, 'r').catch(() => null)
  try {
    const read = await handle?.read(Buffer.alloc(1), 0, 1, size - 1)
    return read?.bytesRead === 1 && read.buffer[0] !== lineFeed
  } finally {
    await handle?.close()
  }
}
