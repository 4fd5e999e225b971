/** Reads one input whole, but never more than the limit. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { inputError } from './file-errors.ts'
import { pathText, type RawPath } from './path.ts'

/**
 * `<(command)` and /dev/stdin are pipes that someone is writing to. Any other pipe or device in a file's
 * place may never end, or never begin, so it is refused.
 */
const descriptor = /^\/(dev\/(fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/

/** @throws YaodianError `input/not-found`, `input/unreadable` or `input/too-large`. */
export async function readInput(path: RawPath, maxBytes: number, lang: Lang): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    const info = await stat(path)
    if (!info.isFile() && !info.isDirectory() && !descriptor.test(pathText(path))) {
      const detail = lang === 'zh' ? '不是普通文件' : 'not a regular file'
      throw new YaodianError('input/unreadable', { path: pathText(path), detail })
    }
    if (info.size > maxBytes) throw tooLarge(info.size, maxBytes)
    handle = await open(path, 'r')
    return await readBounded(chunksOf(handle, info.size), maxBytes)
  } catch (error) {
    throw inputError(path, error, lang)
  } finally {
    await handle?.close()
  }
}

/** The chunks as one array. @throws YaodianError `input/too-large` as soon as they are more than the limit. */
export async function readBounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) throw tooLarge(length, maxBytes)
    parts.push(chunk)
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

/** A file may grow while it is read, and those under /proc say that they are empty: it ends where it ends. */
async function* chunksOf(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let want = size + 1; ; want = 64 * 1024) {
    const buffer = Buffer.allocUnsafe(want)
    const { bytesRead } = await handle.read(buffer, 0, want, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

function tooLarge(bytes: number, limit: number): YaodianError {
  return new YaodianError('input/too-large', { bytes, limit })
}
