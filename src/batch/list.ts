/** A list of paths, as `find` or another program prints it. */
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { type RawPath, rawPath } from './path.ts'

export interface ListOptions {
  /** Paths end with NUL (`find -print0`), not with the line: names may hold line feeds. */
  readonly nul: boolean
  readonly lang?: Lang
}

/** Bytes of a path; Linux opens none over 4096, Windows none over 32,767 letters. */
const maxPath = 64 * 1024

/**
 * The paths of a list, in UTF-8 or whatever bytes the file system has; without empty lines, and the mark
 * and the line ends that Windows writes.
 * @throws YaodianError `usage/wrong` for a line that can be no path.
 */
export async function readList(
  stream: AsyncIterable<Uint8Array | string>,
  { nul, lang = 'zh' }: ListOptions,
): Promise<RawPath[]> {
  const paths: RawPath[] = []
  const end = nul ? 0 : 0x0a
  let line = 1
  let rest = Buffer.alloc(0)
  const add = (bytes: Buffer) => {
    // Waiting bytes are bounded, and so is each path: a binary file is told soon.
    if (bytes.length > maxPath) throw tooLong(line, lang)
    const path = !nul && bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes
    if (!nul && path.includes(0)) throw notPaths(line, lang)
    if (path.length > 0) paths.push(rawPath(Buffer.from(path)))
    line++
  }
  for await (const chunk of withoutMark(stream)) {
    let from = 0
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      add(rest.length > 0 ? Buffer.concat([rest, chunk.subarray(from, at)]) : chunk.subarray(from, at))
      rest = Buffer.alloc(0)
      from = at + 1
    }
    rest = Buffer.concat([rest, chunk.subarray(from)])
    if (rest.length > maxPath) throw tooLong(line, lang)
  }
  add(rest)
  return paths
}

/** UTF-8's mark is left out; a list with that of UTF-16, as PowerShell writes one, is made UTF-8. */
async function* withoutMark(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0)
  let decoder: { decode(bytes: Uint8Array, options: { stream: true }): string } | null = null
  for await (const chunk of stream) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk)
    if (start === null) {
      yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes
      continue
    }
    start = Buffer.concat([start, bytes])
    if (start.length < 3) continue
    if (start[0] === 0xff && start[1] === 0xfe) decoder = new TextDecoder('utf-16le')
    yield decoder ? Buffer.from(decoder.decode(start, { stream: true })) : unmarked(start)
    start = null
  }
  if (start) yield unmarked(start)
}

function unmarked(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? bytes.subarray(3) : bytes
}

function tooLong(line: number, lang: Lang): YaodianError {
  const zh = `路径清单第 ${line} 行超过 ${maxPath} 字节，不是路径`
  const detail =
    lang === 'zh' ? zh : `line ${line} of the list is no path: it is longer than ${maxPath} bytes`
  return new YaodianError('usage/wrong', { detail })
}

function notPaths(line: number, lang: Lang): YaodianError {
  const zh = `路径清单第 ${line} 行含 NUL 字符（以 NUL 分隔的清单请加 --null）`
  const detail =
    lang === 'zh' ? zh : `line ${line} of the list holds a NUL (--null reads a list that NULs separate)`
  return new YaodianError('usage/wrong', { detail })
}
