/**
 * Paths as the file system has them. On Linux a name is bytes, not text: one that is no valid UTF-8
 * stays a Buffer, so that it can still be opened; all others are strings.
 */
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'

export type RawPath = string | Buffer

export function rawPath(bytes: Buffer): RawPath {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes
}

export function pathBytes(path: RawPath): Buffer {
  return typeof path === 'string' ? Buffer.from(path) : path
}

/** For people: bytes that are no UTF-8 stand as U+FFFD. */
export function pathText(path: RawPath): string {
  return typeof path === 'string' ? path : path.toString('utf8')
}

/** `folder/name`; what stands in the current folder has no `./` before it. */
export function joinPath(folder: RawPath, name: RawPath): RawPath {
  if (folder === '' || folder === '.') return name
  const slash = typeof folder === 'string' ? folder.endsWith('/') : folder.at(-1) === 0x2f
  if (typeof folder === 'string' && typeof name === 'string') return folder + (slash ? '' : '/') + name
  return Buffer.concat([pathBytes(folder), Buffer.from(slash ? '' : '/'), pathBytes(name)])
}

/** The path cut at its last slash; the folder of a bare name is empty. */
export function splitPath(path: RawPath): { folder: RawPath; name: RawPath } {
  const at = path.lastIndexOf('/')
  const end = at === 0 ? 1 : Math.max(0, at)
  if (typeof path === 'string') return { folder: path.slice(0, end), name: path.slice(at + 1) }
  return { folder: rawPath(path.subarray(0, end)), name: rawPath(path.subarray(at + 1)) }
}

/** Paths of files without the folders that they share: `2021/a.doc`, `2022/a.doc`; never `..` in them. */
export function withinCommonFolder(paths: readonly RawPath[]): RawPath[] {
  // A character for each byte, so that names in any charset are split alike.
  const latin1 = (path: RawPath) => pathBytes(path).toString('latin1')
  const here = latin1(process.cwd())
  const parts = paths.map((path) => resolve(here, latin1(path)).split('/'))
  const [first = [], ...rest] = parts
  let shared = first.length - 1
  for (const other of rest) {
    let n = 0
    while (n < Math.min(shared, other.length - 1) && other[n] === first[n]) n++
    shared = n
  }
  return parts.map((p) => rawPath(Buffer.from(p.slice(shared).join('/'), 'latin1')))
}

/** Sorted by the paths' bytes, whatever the locale: the order of all outputs. */
export function byPath<T>(items: Iterable<T>, path: (item: T) => RawPath): T[] {
  return Array.from(items, (item) => ({ item, bytes: pathBytes(path(item)) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ item }) => item)
}

export function pathHash(path: RawPath, digits: number): string {
  return createHash('sha256').update(pathBytes(path)).digest('hex').slice(0, digits)
}
