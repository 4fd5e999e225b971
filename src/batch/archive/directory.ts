/** The members of a zip archive, by its central directory. */
import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { type Bytes, buffered, stretchOf } from './bytes.ts'
import { crc32 } from './crc.ts'
import type { Listed } from './member.ts'

/** More members than are wanted. */
export class TooMany extends Error {
  readonly count: number
  constructor(count: number) {
    super(`${count} members`)
    this.count = count
  }
}

/** The directory does not hold what it says. */
export class BrokenDirectory extends Error {
  /** The directory itself is encrypted, or a member is by a method that only its own program knows. */
  readonly encrypted: boolean
  constructor(cause: unknown) {
    super('the directory cannot be read', { cause })
    this.encrypted = cause instanceof Error && /strong encryption/.test(cause.message)
  }
}

class Reader extends RandomAccessReader {
  private readonly bytes: Bytes
  failure: unknown = null

  constructor(bytes: Bytes) {
    super()
    this.bytes = bytes
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.bytes.read(position, length).then(
      (found) => done(null, found.copy(buffer, offset)),
      (error) => {
        this.failure = error
        done(error as Error)
      },
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.bytes.read(start, end - start)])
  }
}

/**
 * @throws TooMany; BrokenDirectory where the file ends before its directory does, or says a wrong number
 * of members; what the file system says.
 */
export async function listDirectory(bytes: Bytes, maxMembers: number): Promise<Listed[]> {
  const whole = stretchOf(bytes, 0, await endOf(bytes))
  const reader = new Reader(buffered(whole))
  const listed: Listed[] = []
  try {
    const zip = await fromRandomAccessReaderPromise(reader, whole.size, {
      decodeStrings: false,
      validateEntrySizes: false,
      autoClose: false,
    })
    // A member has at least the 46 bytes of its entry.
    if (zip.entryCount * 46 > whole.size) throw new Error('more members than the directory has room for')
    if (zip.entryCount > maxMembers) throw new TooMany(zip.entryCount)
    for await (const entry of zip.eachEntry()) listed.push(listedOf(entry))
    // The number of members has 16 bits, and writers without zip64 let it overflow (APPNOTE 4.4.22).
    const after = await bytes.read(Number(zip.readEntryCursor), 4)
    if (after.equals(Buffer.from('PK\x01\x02'))) throw new Error('more members than the end record says')
    return listed
  } catch (error) {
    if (reader.failure !== null) throw reader.failure
    throw error instanceof TooMany ? error : new BrokenDirectory(error)
  }
}

/** The archive's end: a download may have appended something, which the end record is not to hold. */
async function endOf(bytes: Bytes): Promise<number> {
  const start = Math.max(0, bytes.size - 22 - 0xffff)
  const tail = await bytes.read(start, bytes.size - start)
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = tail.lastIndexOf('PK\x05\x06', at - 1)) {
    if (at + 22 <= tail.length) {
      const end = at + 22 + tail.readUInt16LE(at + 20)
      if (end <= tail.length) return start + end
    }
    if (at === 0) break
  }
  return bytes.size
}

/** High byte of "version made by" whose attributes are those of Unix: Unix and macOS (APPNOTE 4.4.2). */
const unix = new Set([3, 19])
const link = 0o120000

function listedOf(entry: Entry): Listed {
  const mode = unix.has(entry.versionMadeBy >> 8) ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0
  return {
    place: {
      offset: entry.relativeOffsetOfLocalHeader,
      compressed: entry.compressedSize,
      size: entry.uncompressedSize,
      method: entry.compressionMethod,
      crc: entry.crc32,
    },
    // Slices of one buffer would hold the whole directory in memory.
    name: Buffer.from(entry.fileNameRaw),
    unicode: unicodeName(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields),
    encrypted: entry.isEncrypted(),
    // `zip -` writes the mode of the pipe that the data came from: only a link has no data of its own.
    isLink: mode === link,
  }
}

/**
 * The name where its charset is told: bit 11 of the flags, or Info-ZIP's extra field, which holds for the
 * name with its checksum only (APPNOTE 4.6.9). WinRAR and others set bit 11 on names in GBK: bytes that are
 * no UTF-8 are not believed.
 */
export function unicodeName(
  flags: number,
  name: Buffer,
  extra: readonly { readonly id: number; readonly data: Buffer }[],
): string | null {
  const field = extra.find((f) => f.id === 0x7075 && f.data.length > 5 && f.data[0] === 1)?.data
  if (field?.readUInt32LE(1) === crc32(name) && isUtf8(field.subarray(5))) return field.toString('utf8', 5)
  return (flags & 0x800) !== 0 && isUtf8(name) ? name.toString('utf8') : null
}
