/** Reads one input whole, but never more than the limit. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type { Stamp } from './archive/member.ts'
import { inputError } from './file-errors.ts'
import { moreThan } from './outcome.ts'
import { pathText, type RawPath } from './path.ts'
import { readSteady, stampOf } from './stamp.ts'

/**
 * `<(command)` and /dev/stdin are pipes that someone is writing to. Any other pipe or device in a file's
 * place may never end, or never begin, so it is refused.
 */
const descriptor = /^\/(dev\/(fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/

/** @throws YaodianError `input/not-found`, `input/unreadable`, `input/too-large` or `input/changed`. */
export async function readInput(path: RawPath, maxBytes: number, lang: Lang): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    const info = await stat(path)
    if (!info.isFile() && !info.isDirectory() && !descriptor.test(pathText(path))) {
      const detail = lang === 'zh' ? '不是普通文件' : 'not a regular file'
      throw new YaodianError('input/unreadable', { path: pathText(path), detail })
    }
    if (info.size > maxBytes) throw new YaodianError('input/too-large', { bytes: info.size, limit: maxBytes })
    handle = await open(path, 'r')
    if (info.isFile()) return await readRegular(path, handle, stampOf(info), maxBytes, lang)
    return await readBounded(chunksOf(handle, info.size, null), maxBytes)
  } catch (error) {
    throw inputError(path, error, lang)
  } finally {
    await handle?.close()
  }
}

/** A file that another program is writing is not taken half old and half new. */
function readRegular(
  path: RawPath,
  handle: FileHandle,
  found: Stamp,
  maxBytes: number,
  lang: Lang,
): Promise<Uint8Array> {
  let size = 0
  let first: Stamp | null = found
  const stamp = async () => {
    const now = first ?? stampOf(await handle.stat())
    first = null
    size = Math.min(now.size, maxBytes)
    return now
  }
  return readSteady(path, lang, stamp, () => readBounded(chunksOf(handle, size, 0), maxBytes))
}

/**
 * The chunks as one array.
 * @throws YaodianError `input/too-large` as soon as they are more than the limit: how many they would have
 * been nobody knows.
 */
export async function readBounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) {
      throw new YaodianError('input/too-large', { bytes: moreThan(maxBytes), limit: maxBytes })
    }
    parts.push(chunk)
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/**
 * Those under /proc say that they are empty: a file ends where it ends, but one that gives all that it has said,
 * and no more, is not asked again. `from` is null where there is no
 * place to go to, in a pipe.
 */
async function* chunksOf(handle: FileHandle, size: number, from: number | null): AsyncGenerator<Uint8Array> {
  let at = from
  for (let want = size + 1; ; want = 64 * 1024) {
    const buffer = Buffer.allocUnsafe(want)
    const { bytesRead } = await handle.read(buffer, 0, want, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    if (size > 0 && at === 0 && bytesRead === size) return
    if (at !== null) at += bytesRead
  }
}
