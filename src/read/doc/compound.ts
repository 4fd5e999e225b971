/**
 * Compound files ([MS-CFB]): streams by name, read when asked for.
 *
 * Every chain is followed at most as far as the file has sectors, so chains that loop, cross or point
 * outside cost no more than the file's size. A file that was cut off still gives what is left of a stream.
 * (The cfb package reads every stream and follows what it finds: a chain that runs backwards through 30 MB
 * keeps it busy for minutes. Checking chains before would be this file again.)
 */
import { YaodianError } from '../../errors.ts'
import { Bytes } from './bytes.ts'

/** Values from here on are no sector: DIFSECT, FATSECT, ENDOFCHAIN, FREESECT (2.1). */
const notASector = 0xfffffffa
const entrySize = 128
const noEntry = 0xffffffff

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** A stream as far as the file holds it, and the size that the directory gives it. */
export interface Stream {
  readonly bytes: Bytes
  readonly size: number
}

export class CompoundFile {
  private readonly file: Bytes
  private readonly shift: number
  private readonly cutoff: number
  private readonly sectors: number
  private readonly fat: Uint32Array
  private readonly entries: readonly Entry[]
  /** Children of the root storage, by name in upper case, as names compare (2.6.4). */
  private readonly top: ReadonlyMap<string, Entry>
  private mini: { stream: Bytes; fat: Uint32Array } | undefined

  /** @throws YaodianError `document/damaged` */
  constructor(data: Uint8Array) {
    const file = new Bytes(data)
    if (file.length < 512) throw damaged('header')
    this.file = file
    this.shift = file.u16(30)
    if (this.shift !== 9 && this.shift !== 12) throw damaged('sector size')
    this.cutoff = file.u32(56)
    this.sectors = Math.max(0, Math.ceil(file.length / this.sectorSize) - 1)
    this.fat = this.readFat()
    this.entries = this.readDirectory(file.u32(48))
    this.top = this.topLevel()
  }

  /** Names of the streams and storages at the top. */
  get names(): string[] {
    return [...this.top.values()].map((e) => e.name)
  }

  /**
   * A stream at the top by its name, in whatever case.
   * @throws YaodianError `document/damaged` if its sectors form a loop.
   */
  stream(name: string): Stream | null {
    const entry = this.top.get(name.toUpperCase())
    if (entry?.type !== 2) return null
    const bytes = entry.size < this.cutoff ? this.miniStream(entry) : this.chained(entry.start, entry.size)
    return { bytes, size: entry.size }
  }

  private get sectorSize(): number {
    return 1 << this.shift
  }

  /** The sectors of the FAT: 109 in the header, more in the DIFAT chain (2.5). */
  private readFat(): Uint32Array {
    const { file, sectorSize, sectors } = this
    const perSector = sectorSize / 4
    // More FAT sectors than it takes to describe every sector of the file tell nothing.
    const needed = Math.ceil(sectors / perSector)
    const list: number[] = []
    for (let i = 0; i < Math.min(109, needed); i++) list.push(file.u32(76 + 4 * i))
    for (let at = file.u32(68); at < notASector && list.length < needed; ) {
      const offset = (at + 1) * sectorSize
      if (offset + sectorSize > file.length) break
      for (let i = 0; i < perSector - 1; i++) list.push(file.u32(offset + 4 * i))
      at = file.u32(offset + sectorSize - 4)
    }
    const fat = new Uint32Array(sectors).fill(0xffffffff)
    list.slice(0, needed).forEach((sector, i) => {
      const from = (sector + 1) * sectorSize
      const end = Math.min(from + sectorSize, file.length)
      for (let at = from, to = i * perSector; at + 4 <= end && to < sectors; at += 4) fat[to++] = file.u32(at)
    })
    return fat
  }

  /** The bytes of a chain, up to `size`; fewer where the chain or the file ends before. */
  private chained(start: number, size: number): Bytes {
    const { file, fat, sectorSize } = this
    const wanted = Math.ceil(size / sectorSize)
    const runs: { from: number; to: number }[] = []
    let count = 0
    for (let s = start; s < notASector && count < wanted; s = fat[s] ?? notASector) {
      const from = (s + 1) * sectorSize
      if (from >= file.length) break
      if (++count > this.sectors) throw damaged('sector chain')
      const last = runs.at(-1)
      if (last?.to === from) last.to += sectorSize
      else runs.push({ from, to: from + sectorSize })
    }
    const parts = runs.map((r) => file.data.subarray(r.from, r.to))
    const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    return new Bytes(whole.subarray(0, Math.min(size, whole.length)))
  }

  private miniStream(entry: Entry): Bytes {
    const root = this.entries[0]
    if (!root) throw damaged('directory')
    this.mini ??= {
      stream: this.chained(root.start, root.size),
      fat: words(this.chained(this.file.u32(60), this.file.u32(64) * this.sectorSize)),
    }
    const { stream, fat } = this.mini
    const parts: Uint8Array[] = []
    // Shorter than the cutoff, so a loop ends by the size.
    const wanted = Math.ceil(Math.min(entry.size, 1 << 20) / 64)
    for (let s = entry.start; s < notASector && parts.length < wanted; s = fat[s] ?? notASector) {
      if (s * 64 >= stream.length) break
      parts.push(stream.data.subarray(s * 64, s * 64 + 64))
    }
    const whole = Buffer.concat(parts)
    return new Bytes(whole.subarray(0, Math.min(entry.size, whole.length)))
  }

  private readDirectory(start: number): Entry[] {
    const data = this.chained(start, this.sectors * this.sectorSize)
    const entries: Entry[] = []
    const decoder = new TextDecoder('utf-16le')
    for (let at = 0; at + entrySize <= data.length; at += entrySize) {
      const length = Math.min(Math.max(data.u16(at + 64) - 2, 0), 62)
      entries.push({
        name: decoder.decode(data.data.subarray(at, at + length)),
        type: data.u8(at + 66),
        left: data.u32(at + 68),
        right: data.u32(at + 72),
        child: data.u32(at + 76),
        start: data.u32(at + 116),
        size: data.u32(at + 120),
      })
    }
    if (entries[0]?.type !== 5) throw damaged('directory')
    return entries
  }

  /**
   * The root's children. A document may hold another (ObjectPool/_1/WordDocument), so a stream's place
   * counts; where the tree does not lead to the text, the first stream of its name is taken.
   */
  private topLevel(): Map<string, Entry> {
    const { entries } = this
    const found = new Map<string, Entry>()
    const seen = new Set<number>()
    const waiting = [entries[0]?.child ?? noEntry]
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      const entry = entries[i]
      if (!entry || seen.has(i)) continue
      seen.add(i)
      const name = entry.name.toUpperCase()
      if (!found.has(name)) found.set(name, entry)
      waiting.push(entry.left, entry.right)
    }
    if (!found.has('WORDDOCUMENT')) {
      for (const entry of entries) {
        const name = entry.name.toUpperCase()
        if (entry.type === 2 && !found.has(name)) found.set(name, entry)
      }
    }
    return found
  }
}

function words(bytes: Bytes): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.u32(4 * i))
}

function damaged(detail: string): YaodianError {
  return new YaodianError('document/damaged', { detail: `OLE: ${detail}` })
}
