/** The data of a member: never more than the limit, and never other than the archive says. */
import { promisify } from 'node:util'
import { constants, inflateRaw, inflateRawSync } from 'node:zlib'
import { YaodianError } from '../../errors.ts'
import type { Lang } from '../../message.ts'
import { moreThan } from '../outcome.ts'
import { type Bytes, bytesOfBuffer, stretchOf } from './bytes.ts'
import { crc32 } from './crc.ts'
import type { Place } from './member.ts'

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)

export const isReadable = (method: number) => method === 0 || method === 8

/**
 * A member whole.
 * @throws YaodianError `input/too-large` beyond `maxBytes`; `document/damaged` where data are missing, or
 * are not those that the checksum is of.
 */
export async function readMember(
  bytes: Bytes,
  place: Place,
  maxBytes: number,
  lang: Lang,
): Promise<Uint8Array> {
  const { compressed, size, crc } = place
  if ((size ?? 0) > maxBytes) throw new YaodianError('input/too-large', { bytes: size!, limit: maxBytes })
  // Deflate makes nothing longer than this, so the limit of one is near that of the other.
  if (compressed > maxBytes + maxBytes / 1000 + 64) {
    throw new YaodianError('input/too-large', { bytes: moreThan(maxBytes), limit: maxBytes })
  }
  const packed = await packedData(bytes, place, lang)
  const data = place.method === 0 ? packed : await unpack(packed, size, maxBytes, lang)
  if (place.method === 0 && size === null)
    throw damaged(lang, '成员的长度未知', 'the length of the member is unknown')
  if (size !== null && data.length !== size) {
    throw damaged(
      lang,
      `应有 ${size} 字节，实有 ${data.length} 字节`,
      `${size} bytes expected, ${data.length} found`,
    )
  }
  if (crc !== null && crc32(data) !== crc) throw damaged(lang, '校验和不符', 'the checksum differs')
  return data
}

async function packedData(bytes: Bytes, place: Place, lang: Lang): Promise<Buffer> {
  const start = await dataStart(bytes, place, lang)
  const packed = await bytes.read(start, place.compressed)
  if (packed.length === place.compressed) return packed
  throw damaged(lang, '压缩包不完整，数据缺失', 'the archive is incomplete: data are missing')
}

async function unpack(packed: Buffer, size: number | null, maxBytes: number, lang: Lang): Promise<Buffer> {
  const most = Math.max(1, Math.min(maxBytes, size ?? maxBytes))
  try {
    return await inflate(packed, { maxOutputLength: most })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(lang, message, message, error)
    if (size === null) {
      throw new YaodianError('input/too-large', { bytes: moreThan(maxBytes), limit: maxBytes })
    }
    throw damaged(lang, `解开后超过所称的 ${size} 字节`, `it unpacks to more than the ${size} bytes stated`)
  }
}

/** The first bytes of a member; none where they cannot be read. */
export async function readHead(bytes: Bytes, place: Place, lang: Lang): Promise<Buffer> {
  try {
    const start = await dataStart(bytes, place, lang)
    const packed = await bytes.read(start, Math.min(place.compressed, 1024))
    return place.method === 0 ? packed : inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    // Whoever reads it whole is told.
    if (error instanceof YaodianError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) {
      return Buffer.alloc(0)
    }
    throw error
  }
}

/** An archive within an archive: where it is stored as it is, it is read in its place. */
export async function memberBytes(bytes: Bytes, place: Place, maxBytes: number, lang: Lang): Promise<Bytes> {
  if (place.method === 0) return stretchOf(bytes, await dataStart(bytes, place, lang), place.compressed)
  const data = await readMember(bytes, place, maxBytes, lang)
  return bytesOfBuffer(Buffer.from(data.buffer, data.byteOffset, data.length))
}

/** The data follow the local header, whose extra field may be another than the directory's. */
async function dataStart(bytes: Bytes, { offset }: Place, lang: Lang): Promise<number> {
  const header = await bytes.read(offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    throw damaged(lang, '成员不在目录所指的位置', 'the member is not where the directory says')
  }
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

export function damaged(lang: Lang, zh: string, en: string, cause?: unknown): YaodianError {
  return new YaodianError('document/damaged', { detail: lang === 'zh' ? zh : en }, { cause })
}
