/**
 * Zip packages, read by their central directory. Sizes are held to a limit while inflating: what a
 * header says of a size is the writer's word (a member of 1 KB may inflate to 10 GB).
 */

import { inflateRawSync } from 'node:zlib'
import { YaodianError } from '../../errors.ts'
import { tooLarge } from '../too-large.ts'

interface Member {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly compressed: number
  readonly size: number
  readonly offset: number
}

/** Members that a package has; Word's own have some dozens, a directory made to exhaust memory more. */
const maxMembers = 65_536

/** A zip package; names are compared without regard to case (OPC, ISO/IEC 29500-2, 6.2.2.3). */
export class Zip {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly members = new Map<string, Member>()

  /** @throws YaodianError `document/damaged` where there is no directory */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.readDirectory()
  }

  has(name: string): boolean {
    return this.members.has(key(name))
  }

  /** Names as the directory has them, `/` between folders. */
  names(): string[] {
    return [...this.members.values()].map((m) => m.name)
  }

  /**
   * A member's bytes; `null` where there is none of that name.
   * @throws YaodianError `document/too-large` beyond `limit` bytes, `document/encrypted`, `document/damaged`
   */
  read(name: string, limit: number): Uint8Array | null {
    const member = this.members.get(key(name))
    if (!member) return null
    if (member.encrypted) throw new YaodianError('document/encrypted')
    if (member.size > limit) throw tooLarge('bytes', member.size, limit)
    const at = member.offset
    if (at + 30 > this.bytes.length || this.view.getUint32(at, true) !== 0x04034b50) throw damaged(name)
    const from = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true)
    const data = this.bytes.subarray(from, from + member.compressed)
    if (data.length < member.compressed) throw damaged(name)
    if (member.method === 0) return data
    if (member.method !== 8) throw damaged(`${name} (zip method ${member.method})`)
    try {
      return inflateRawSync(data, { maxOutputLength: limit })
    } catch (error) {
      if (error instanceof RangeError) throw tooLarge('bytes', null, limit)
      throw damaged(name, error)
    }
  }

  private readDirectory(): void {
    const { view, bytes } = this
    const end = this.endRecord()
    let count = view.getUint16(end + 10, true)
    let size = view.getUint32(end + 12, true)
    let offset = view.getUint32(end + 16, true)
    let directoryEnd = end
    // Zip64 (APPNOTE 4.3.14): its record stands before a locator of 20 bytes before the end record.
    if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
      const at = Number(view.getBigUint64(end - 12, true))
      if (at + 56 <= bytes.length && view.getUint32(at, true) === 0x06064b50) {
        count = Number(view.getBigUint64(at + 32, true))
        size = Number(view.getBigUint64(at + 40, true))
        offset = Number(view.getBigUint64(at + 48, true))
        directoryEnd = at
      }
    }
    // What stands before the archive (a downloader's bytes) moves every offset alike.
    const moved = Math.max(0, directoryEnd - size - offset)
    let at = offset + moved
    for (let i = 0; i < Math.min(count, maxMembers); i++) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) break
      const nameLength = view.getUint16(at + 28, true)
      const extraLength = view.getUint16(at + 30, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const member = this.member(at, name.replaceAll('\\', '/').replace(/^\/+/, ''), extraLength, moved)
      // Of two members of one name Word reads the first.
      if (!this.members.has(key(member.name))) this.members.set(key(member.name), member)
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    }
    if (this.members.size === 0) throw damaged('zip')
  }

  private member(at: number, name: string, extraLength: number, moved: number): Member {
    const { view } = this
    let compressed = view.getUint32(at + 20, true)
    let size = view.getUint32(at + 24, true)
    let offset = view.getUint32(at + 42, true)
    // A size of 0xFFFFFFFF stands in the zip64 extra field (APPNOTE 4.5.3), in this order.
    let extra = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = Math.min(extra + extraLength, view.byteLength)
    while (extra + 4 <= extraEnd) {
      const length = view.getUint16(extra + 2, true)
      if (view.getUint16(extra, true) === 1) {
        let field = extra + 4
        const next = (current: number) => {
          if (current !== 0xffffffff || field + 8 > extraEnd) return current
          field += 8
          return Number(view.getBigUint64(field - 8, true))
        }
        size = next(size)
        compressed = next(compressed)
        offset = next(offset)
      }
      extra += 4 + length
    }
    return {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressed,
      size,
      offset: offset + moved,
    }
  }

  /** The end record is 22 bytes and a comment of at most 65,535. */
  private endRecord(): number {
    const last = this.bytes.length - 22
    for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
      if (this.view.getUint32(at, true) === 0x06054b50) return at
    }
    throw damaged('zip')
  }
}

function key(name: string): string {
  return name.toLowerCase()
}

function damaged(detail: string, cause?: unknown): YaodianError {
  return new YaodianError('document/damaged', { detail }, { cause })
}
