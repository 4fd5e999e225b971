/**
 * Names that are no UTF-8, found again by their text: what deals in strings (a pattern) has U+FFFD where the
 * bytes made no character. GBK names, unpacked from an archive, are such.
 */
import { lstat, readdir } from 'node:fs/promises'
import { joinPath, pathBytes, type RawPath, rawPath } from './path.ts'

const lost = '\ufffd'

export class ByteNames {
  /** Of folders looked into: the names whose text has U+FFFD, by their text. */
  private readonly folders = new Map<string, Promise<ReadonlyMap<string, RawPath[]>>>()

  /** What a path can stand for: itself, or all those that are shown alike; none where there is no such name. */
  async behind(path: string): Promise<RawPath[]> {
    if (!path.includes(lost)) return [path]
    let found: RawPath[] = [path.startsWith('/') ? '/' : '']
    for (const part of path.split('/').filter((name) => name !== '')) {
      const next: RawPath[] = []
      for (const folder of found) {
        const names = part.includes(lost) ? ((await this.namesIn(folder)).get(part) ?? []) : [part]
        for (const name of names) next.push(joinPath(folder, name))
      }
      found = next
    }
    if (found.length < 2) return found
    // Of two folders that are shown alike, one may not have what the other has.
    const there = await Promise.all(found.map((one) => lstat(one).catch(() => null)))
    return found.filter((_, i) => there[i] !== null)
  }

  private namesIn(folder: RawPath): Promise<ReadonlyMap<string, RawPath[]>> {
    const key = pathBytes(folder).toString('latin1')
    const known = this.folders.get(key) ?? namesIn(folder)
    this.folders.set(key, known)
    return known
  }
}

async function namesIn(folder: RawPath): Promise<Map<string, RawPath[]>> {
  const byText = new Map<string, RawPath[]>()
  // What cannot be read is told of where the pattern leads through it.
  const names = await readdir(folder.length === 0 ? '.' : folder, { encoding: 'buffer' }).catch(() => [])
  for (const name of names) {
    const text = name.toString('utf8')
    if (!text.includes(lost)) continue
    const same = byText.get(text)
    if (same) same.push(rawPath(name))
    else byText.set(text, [rawPath(name)])
  }
  return byText
}
