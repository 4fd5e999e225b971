/** Names of the outputs: that of the input with the format's extension, apart and short enough. */
import { resolve } from 'node:path'
import { joinPath, pathBytes, pathHash, pathText, type RawPath, rawPath, splitPath } from './path.ts'

export interface NamedInput {
  readonly path: RawPath
  /** Where the output stands below the output folder, without the extension. */
  readonly relative: RawPath
}

/** Bytes of a name that Linux, macOS and Windows file systems take. */
const maxName = 255

/** Bytes of a path of folders; Linux takes 4096 for the whole, and the output folder stands before it. */
const maxFolder = 2048

/**
 * The outputs' paths below the output folder, in the order of the inputs: `a.txt` → `a.txt.json`. Inputs
 * that would have one name all get a hash of their path (`a.txt-1a2b3c4d.json`), as does a name that is
 * too long; so no name depends on the order of the inputs.
 */
export function outputNames(inputs: readonly NamedInput[], extension: string): RawPath[] {
  const wanted = new Map<string, Set<string>>()
  const sources = inputs.map((input) => sourceKey(input.path))
  const relatives = inputs.map((input) => withFoldersThatFit(input.relative))
  inputs.forEach((_, i) => {
    const key = nameKey(relatives[i]!)
    const at = wanted.get(key)
    if (at) at.add(sources[i]!)
    else wanted.set(key, new Set([sources[i]!]))
  })
  const given = new Map<string, string>()
  return inputs.map((input, i) => {
    const { folder, name } = splitPath(relatives[i]!)
    const shared = wanted.get(nameKey(relatives[i]!))!.size > 1
    let output = shared ? null : nameWithin(name, '', extension)
    for (let round = 0; output === null || taken(given, joinPath(folder, output), sources[i]!); round++) {
      output = nameWithin(name, `-${hashOf(input.path, round)}`, extension)
    }
    const path = joinPath(folder, output)
    given.set(nameKey(path), sources[i]!)
    return path
  })
}

/** Names in an archive are as long as their writer likes: folders that no file system takes are cut, with a hash. */
function withFoldersThatFit(relative: RawPath): RawPath {
  const { folder, name } = splitPath(relative)
  const fits = (part: string) => part.length <= maxName
  const bytes = pathBytes(folder)
  if (bytes.length <= maxName) return relative
  const parts = bytes.toString('latin1').split('/')
  if (bytes.length <= maxFolder && parts.every(fits)) return relative
  const cut = parts.map((part, i) => {
    const name = rawPath(Buffer.from(part, 'latin1'))
    if (fits(part)) return name
    return nameWithin(name, `-${pathHash(Buffer.from(parts.slice(0, i + 1).join('/'), 'latin1'), 8)}`, '')!
  })
  const whole = cut.reduce((path, part) => joinPath(path, part))
  if (pathBytes(whole).length <= maxFolder) return joinPath(whole, name)
  return joinPath(joinPath(cut[0]!, pathHash(folder, 32)), name)
}

/** Whether another input has this name already. The same input twice writes the same file twice. */
function taken(given: ReadonlyMap<string, string>, path: RawPath, source: string): boolean {
  const by = given.get(nameKey(path))
  return by !== undefined && by !== source
}

/** Eight digits may meet another input, even by design (a file that is so named): then they grow, then change. */
function hashOf(path: RawPath, round: number): string {
  return round < 4 ? pathHash(path, 8 << round) : pathHash(joinPath(path, `${round}`), 64)
}

/** The name with the hash and extension; null where it is too long without the hash. */
function nameWithin(name: RawPath, hash: string, extension: string): RawPath | null {
  const tail = Buffer.from(hash + extension)
  const bytes = pathBytes(name)
  if (bytes.length + tail.length <= maxName) return rawPath(Buffer.concat([bytes, tail]))
  if (hash === '') return null
  let end = maxName - tail.length
  // 10xxxxxx continues a character of UTF-8: the cut goes before its first byte.
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return rawPath(Buffer.concat([bytes.subarray(0, end), tail]))
}

/** macOS and Windows hold A.txt and a.txt, é composed and é decomposed, for one name. */
function nameKey(path: RawPath): string {
  if (typeof path === 'string') return path.normalize('NFC').toLowerCase()
  return `\0${path.toString('latin1')}`
}

function sourceKey(path: RawPath): string {
  return typeof path === 'string' ? resolve(path) : `${resolve(pathText(path))}\0${path.toString('latin1')}`
}
