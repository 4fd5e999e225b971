/**
 * What is measured: documents beside the repository (`../shared`, or where YAODIAN_SHARED points), else the
 * samples of the repository.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const folder = process.env.YAODIAN_SHARED ?? join(root, '..', 'shared')

export const shared = existsSync(folder) ? folder : null
export const samples = join(root, 'samples')

export function files(under, pattern) {
  if (!existsSync(under)) return []
  return readdirSync(under)
    .sort()
    .flatMap((name) => {
      const path = join(under, name)
      if (statSync(path).isDirectory()) return files(path, pattern)
      return pattern.test(name) ? [path] : []
    })
}

export const open = (path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })

/** Files of a folder of `shared`; where there is none, those of the samples that fit. */
export function inputs(under, pattern) {
  const found = shared ? files(join(shared, under), pattern) : []
  if (found.length > 0) return { from: `../shared/${under}`, sources: found.map(open) }
  return { from: 'samples (there is no ../shared)', sources: files(samples, pattern).map(open) }
}
