/**
 * Results by content, below OUT/.yaodian/results: what was read once is not read again, whatever becomes of
 * the run. A record is one file, written aside and renamed: a line of JSON (the header), then the result.
 * Its name is made of the bytes read, the file's own name (which can break ties and is in the result), the
 * program's version and the options; so a record never needs to be checked against anything.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NoticeResult } from '../generated/notice.ts'
import type { Lang } from '../message.ts'
import type { Limits } from '../read/reader.ts'
import { sweep, writeWholeNow } from './aside.ts'
import type { Header, ReadOne } from './read-one.ts'

/** What a result depends on beside the bytes. */
export interface StoreOptions {
  readonly lang: Lang
  readonly limits: Limits
}

export interface Stored {
  readonly header: Header
  readonly json: Buffer
}

const lineFeed = 0x0a
/** Most headers fit into one read. */
const chunk = 16 * 1024

export class Store {
  private readonly root: string
  /** Of the program that read: results of another are of no use. */
  private readonly version: string
  private readonly folder: string
  private readonly lang: Lang

  constructor(out: string, { lang, limits }: StoreOptions) {
    const made = [lang, ...Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))]
    this.root = join(out, '.yaodian', 'results')
    this.version = program().slice(0, 12)
    this.folder = join(this.root, this.version, hex(JSON.stringify(made), 12))
    this.lang = lang
  }

  /** The record's path. */
  at(digest: Uint8Array, name: Uint8Array): string {
    const key = createHash('sha256').update(digest).update(name).digest('hex').slice(0, 40)
    return join(this.folder, key.slice(0, 2), key)
  }

  /**
   * At once, as all of this class: on a machine that is busy reading, each step through Node's pool of threads
   * costs ten times the step. @throws YaodianError `output/unwritable`.
   */
  writeNow(at: string, { header, json }: ReadOne): void {
    const head = Buffer.from(`${JSON.stringify(header)}\n`)
    writeWholeNow(at, json ? [head, json] : [head], this.lang)
  }

  /** The header of a record; null where there is none. */
  headerNow(at: string): Header | null {
    let handle: number
    try {
      handle = openSync(at, 'r')
    } catch (error) {
      return absent(error as NodeJS.ErrnoException)
    }
    try {
      let bytes = Buffer.alloc(0)
      for (;;) {
        const some = Buffer.allocUnsafe(chunk)
        const length = readSync(handle, some, 0, chunk, bytes.length)
        bytes =
          bytes.length === 0 ? some.subarray(0, length) : Buffer.concat([bytes, some.subarray(0, length)])
        const end = bytes.indexOf(lineFeed)
        if (end >= 0) return JSON.parse(bytes.toString('utf8', 0, end)) as Header
        if (length === 0) return null
      }
    } finally {
      closeSync(handle)
    }
  }

  /** A record whole, its result as the bytes of its JSON, empty where there is none. */
  readNow(at: string): Stored | null {
    let bytes: Buffer
    try {
      bytes = readFileSync(at)
    } catch (error) {
      return absent(error as NodeJS.ErrnoException)
    }
    const end = bytes.indexOf(lineFeed)
    if (end < 0) return null
    return { header: JSON.parse(bytes.toString('utf8', 0, end)) as Header, json: bytes.subarray(end + 1) }
  }

  /** Removes the records of other versions of the program, and what a killed run left half written. */
  async tidy(): Promise<void> {
    for (const name of await readdir(this.root).catch(() => [])) {
      if (name === this.version) continue
      await rm(join(this.root, name), { recursive: true, force: true }).catch(() => undefined)
    }
    for (const name of await readdir(this.folder).catch(() => [])) await sweep(join(this.folder, name))
  }
}

export function resultOf(json: Buffer): NoticeResult {
  return JSON.parse(json.toString('utf8')) as NoticeResult
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function hex(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

/**
 * Of the program: its version, and its own files, since a program taken from its repository changes without
 * a new version and may then read the same bytes otherwise.
 */
function program(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const sum = createHash('sha256').update(readFileSync(new URL('../../package.json', import.meta.url)))
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => isCode.test(name))
  for (const name of names.sort()) sum.update(`${name}\n`).update(readFileSync(join(root, name)))
  return sum.digest('hex')
}
const isCode = /(?<!\.d)\.[jt]s$/
