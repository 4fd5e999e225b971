/**
 * Files are written aside and renamed, so that a name never stands for half a file: whoever looks while
 * the program runs, or after it was killed, sees the old file, the new one, or none.
 */
import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises'
import type { Lang } from '../message.ts'
import { outputError } from './file-errors.ts'
import { makeFolder } from './make-folder.ts'
import { joinPath, type RawPath, splitPath } from './path.ts'

const unfinished = new Set<RawPath>()
let count = 0

/** However the process ends (but for SIGKILL), what was not finished goes with it. */
process.on('exit', () => {
  for (const path of unfinished) removeNow(path)
})

/** A name may be as long as the file system allows, so the one aside is short and of its own. */
function asideOf(path: RawPath): RawPath {
  return joinPath(splitPath(path).folder, `.yaodian.tmp-${process.pid}-${count++}`)
}

/** Opens a new file; its folders are made where they are missing, which they seldom are. */
async function openNew(aside: RawPath): Promise<FileHandle> {
  try {
    return await open(aside, 'wx')
  } catch (error) {
    const { folder } = splitPath(aside)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || folder.length === 0) throw error
    await makeFolder(folder)
    return await open(aside, 'wx')
  }
}

const flushAt = 256 * 1024

/** What a finished file is known by. */
export interface Sum {
  readonly bytes: number
  readonly sha256: string
}

export class AsideFile {
  readonly path: RawPath
  private readonly aside: RawPath
  private readonly handle: FileHandle
  private readonly lang: Lang
  /** Texts, and bytes between them, in the order in which they were written. */
  private waiting: (string | Uint8Array)[] = []
  private waitingLength = 0
  private bytes = 0
  private hash: Hash | null = null
  private closed = false

  private constructor(path: RawPath, aside: RawPath, handle: FileHandle, lang: Lang) {
    this.path = path
    this.aside = aside
    this.handle = handle
    this.lang = lang
  }

  /** Makes the folders above it. @throws YaodianError `output/unwritable`, as all of this class. */
  static async open(path: RawPath, lang: Lang): Promise<AsideFile> {
    const aside = asideOf(path)
    try {
      const handle = await openNew(aside)
      unfinished.add(aside)
      return new AsideFile(path, aside, handle, lang)
    } catch (error) {
      throw outputError(path, error, lang)
    }
  }

  /** From here on the bytes are summed; call it before the first write. */
  summed(): this {
    this.hash = createHash('sha256')
    return this
  }

  /** Bytes are kept, not copied: whoever gave them leaves them as they are. */
  async write(text: string | Uint8Array): Promise<void> {
    this.waiting.push(text)
    this.waitingLength += text.length
    if (this.waitingLength > flushAt) await this.flush()
  }

  private async flush(): Promise<void> {
    const bytes = joined(this.waiting)
    this.waiting = []
    this.waitingLength = 0
    try {
      await this.handle.writeFile(bytes)
      this.bytes += bytes.length
      this.hash?.update(bytes)
    } catch (error) {
      throw outputError(this.path, error, this.lang)
    }
  }

  /** What was written, as text, from the beginning; nothing more is to be written meanwhile. */
  async *readBack(): AsyncGenerator<string> {
    await this.flush()
    try {
      yield* createReadStream(this.aside, 'utf8')
    } catch (error) {
      throw outputError(this.path, error, this.lang)
    }
  }

  /** All bytes are with the system; only the name is missing. */
  async finish(): Promise<void> {
    if (this.closed) return
    try {
      await this.flush()
      this.closed = true
      await this.handle.close()
    } catch (error) {
      await this.discard()
      throw outputError(this.path, error, this.lang)
    }
  }

  /** Of a finished file that was to be summed. */
  sum(): Sum {
    if (!this.closed || !this.hash) throw new Error(`${String(this.path)} is not finished, or not summed`)
    return { bytes: this.bytes, sha256: this.hash.copy().digest('hex') }
  }

  /** Gives the file its name. */
  async commit(): Promise<void> {
    await this.finish()
    try {
      await rename(this.aside, this.path)
      unfinished.delete(this.aside)
    } catch (error) {
      await this.discard()
      throw outputError(this.path, error, this.lang)
    }
  }

  /** Leaves nothing behind, unless the file has its name. */
  async discard(): Promise<void> {
    this.closed = true
    await this.handle.close().catch(() => undefined)
    if (!unfinished.delete(this.aside)) return
    await unlink(this.aside).catch(() => undefined)
  }
}

/** Neighbouring texts are joined before they are encoded: a pair of surrogates may be cut between them. */
function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks: Uint8Array[] = []
  let texts: string[] = []
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part)
    else {
      if (texts.length > 0) chunks.push(Buffer.from(texts.join('')))
      texts = []
      chunks.push(part)
    }
  }
  if (texts.length > 0) chunks.push(Buffer.from(texts.join('')))
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

/** Removes what a run that was killed left aside in the folder; what another run is writing stays. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = /^\.yaodian\.tmp-(\d+)-\d+$/.exec(name)?.[1]
    if (pid && !runs(Number(pid))) await unlink(joinPath(folder, name)).catch(() => undefined)
  }
}

export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Writes a whole file. @throws YaodianError `output/unwritable`. */
export async function writeWhole(path: RawPath, text: string, lang: Lang): Promise<void> {
  const file = await AsideFile.open(path, lang)
  try {
    await file.write(text)
  } catch (error) {
    await file.discard()
    throw error
  }
  await file.commit()
}

/**
 * The same at once: for many small files one after the other, where each step through Node's pool of threads
 * costs more than the step. @throws YaodianError `output/unwritable`.
 */
export function writeWholeNow(path: RawPath, parts: readonly Uint8Array[], lang: Lang): void {
  const aside = asideOf(path)
  let made = false
  try {
    const handle = openNewNow(aside)
    made = true
    unfinished.add(aside)
    try {
      for (const part of parts) writeFileSync(handle, part)
    } finally {
      closeSync(handle)
    }
    renameSync(aside, path)
  } catch (error) {
    if (made) removeNow(aside)
    throw outputError(path, error, lang)
  } finally {
    unfinished.delete(aside)
  }
}

function openNewNow(aside: RawPath): number {
  try {
    return openSync(aside, 'wx')
  } catch (error) {
    const { folder } = splitPath(aside)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || folder.length === 0) throw error
    mkdirSync(folder, { recursive: true })
    return openSync(aside, 'wx')
  }
}

function removeNow(path: RawPath): void {
  try {
    unlinkSync(path)
  } catch {
    // It is gone already, or its folder cannot be written any more: nothing is left to try.
  }
}
