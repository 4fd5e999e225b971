/**
 * The zip around a workbook, streamed: one entry at a time is deflated by zlib in its thread while the
 * next block is made; a writer waits until its block but one is taken, so nothing piles up. Entries bear
 * one fixed date: the same input gives the same bytes.
 */
import { createDeflateRaw, type DeflateRaw } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'
import type { AsideFile } from '../aside.ts'

/** The first day that a zip can name, at noon; in local time, as fflate writes the date's local fields. */
const fixedDate = () => new Date(1980, 0, 1, 12)
const blockChars = 128 * 1024

/** fflate sums and frames the entry, zlib deflates it. */
class DeflatedEntry extends ZipPassThrough {
  override compression = 8
  override mtime = fixedDate()
  private readonly deflate: DeflateRaw = createDeflateRaw({ level: 6 })
  private failure: Error | null = null

  constructor(name: string) {
    super(name)
    this.deflate.on('data', (bytes: Buffer) => this.ondata(null, new Uint8Array(bytes), false))
    this.deflate.on('error', (error) => {
      this.failure = error
    })
  }

  /** Called by push, which has summed the chunk; `deflated` and `ended` wait for what is done with it. */
  protected override process(): void {}

  deflated(bytes: Uint8Array): Promise<void> {
    this.push(bytes)
    return new Promise((resolve, reject) => {
      this.deflate.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }

  async ended(): Promise<void> {
    this.push(new Uint8Array(0), true)
    await new Promise<void>((resolve) => {
      this.deflate.on('close', resolve)
      this.deflate.end()
    })
    if (this.failure) throw this.failure
    this.ondata(null, new Uint8Array(0), true)
  }

  close(): void {
    this.deflate.destroy()
  }
}

export class ZipFile {
  readonly file: AsideFile
  private readonly zip: Zip
  private made: Uint8Array[] = []
  private entry: DeflatedEntry | null = null
  private block: string[] = []
  private blockLength = 0
  private inWork: Promise<void> = Promise.resolve()

  constructor(file: AsideFile) {
    this.file = file
    this.zip = new Zip((error, bytes) => {
      if (error) throw error
      this.made.push(bytes)
    })
  }

  /** The entry before it must have ended. */
  begin(name: string): void {
    if (this.entry) throw new Error(`an entry of the zip is open while ${name} begins`)
    this.entry = new DeflatedEntry(name)
    this.zip.add(this.entry)
  }

  async write(text: string): Promise<void> {
    this.block.push(text)
    this.blockLength += text.length
    if (this.blockLength >= blockChars) await this.next()
  }

  /** Hands the block to zlib once the one before it is done, and what came out of that to the file. */
  private async next(): Promise<void> {
    const bytes = Buffer.from(this.block.join(''))
    this.block = []
    this.blockLength = 0
    await this.inWork
    await this.drain()
    this.inWork = this.entry!.deflated(bytes)
    // Met when its turn comes; until then it is not unhandled.
    this.inWork.catch(() => undefined)
  }

  private async drain(): Promise<void> {
    const made = this.made
    this.made = []
    for (const bytes of made) await this.file.write(bytes)
  }

  async end(): Promise<void> {
    await this.next()
    await this.inWork
    await this.entry!.ended()
    this.entry = null
    await this.drain()
  }

  async whole(name: string, text: string): Promise<void> {
    this.begin(name)
    await this.write(text)
    await this.end()
  }

  async finish(): Promise<void> {
    this.zip.end()
    await this.drain()
    await this.file.finish()
  }

  /** Lets go of zlib where the entry does not come to its end. */
  close(): void {
    this.entry?.close()
    this.entry = null
  }
}
