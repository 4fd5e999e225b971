/**
 * Files are written aside and renamed, so that a name never stands for half a file: whoever looks while
 * the program runs, or after it was killed, sees the old file, the new one, or none.
 */
import { unlinkSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import type { Lang } from '../message.ts'
import { outputError } from './file-errors.ts'
import { joinPath, type RawPath, splitPath } from './path.ts'

const unfinished = new Set<RawPath>()
let count = 0

/** However the process ends (but for SIGKILL), what was not finished goes with it. */
process.on('exit', () => {
  for (const path of unfinished) {
    try {
      unlinkSync(path)
    } catch {
      // It is gone already, or its folder cannot be written any more: nothing is left to try.
    }
  }
})

/** A name may be as long as the file system allows, so the one aside is short and of its own. */
function asideOf(path: RawPath): RawPath {
  return joinPath(splitPath(path).folder, `.yaodian.tmp-${process.pid}-${count++}`)
}

export class AsideFile {
  readonly path: RawPath
  private readonly aside: RawPath
  private readonly handle: FileHandle
  private readonly lang: Lang
  private waiting: string[] = []
  private waitingLength = 0

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
      const { folder } = splitPath(path)
      if (folder.length > 0) await mkdir(folder, { recursive: true })
      const handle = await open(aside, 'wx')
      unfinished.add(aside)
      return new AsideFile(path, aside, handle, lang)
    } catch (error) {
      throw outputError(path, error, lang)
    }
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text)
    this.waitingLength += text.length
    if (this.waitingLength > 256 * 1024) await this.flush()
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('')
    this.waiting = []
    this.waitingLength = 0
    try {
      await this.handle.writeFile(text)
    } catch (error) {
      throw outputError(this.path, error, this.lang)
    }
  }

  /** Gives the file its name. */
  async commit(): Promise<void> {
    try {
      await this.flush()
      await this.handle.close()
      await rename(this.aside, this.path)
      unfinished.delete(this.aside)
    } catch (error) {
      await this.discard()
      throw outputError(this.path, error, this.lang)
    }
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    await unlink(this.aside).catch(() => undefined)
    unfinished.delete(this.aside)
  }
}

/** Removes what a run that was killed left aside in the folder; what another run is writing stays. */
export async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = /^\.yaodian\.tmp-(\d+)-\d+$/.exec(name)?.[1]
    if (pid && !runs(Number(pid))) await unlink(joinPath(folder, name)).catch(() => undefined)
  }
}

function runs(pid: number): boolean {
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
