/**
 * Patterns among the paths, for shells that leave them as they are (Windows, and where they are quoted).
 * A path that exists is no pattern, whatever is in its name.
 */
import type { Dirent, readdir } from 'node:fs'
import { readdir as namesOf, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { glob } from 'tinyglobby'
import { ByteNames } from './byte-names.ts'
import type { RawPath } from './path.ts'

export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path)
}

export interface Matches {
  readonly paths: readonly RawPath[]
  /** Folders that the pattern leads through and that cannot be read. */
  readonly refused: readonly { readonly path: string; readonly error: unknown }[]
}

/**
 * Files and folders that match: `*` and `?` within a name, `[a-z]`, `{a,b}`, and `**` for folders of any
 * depth, of which files only are given. Hidden ones match only a pattern that has the dot. Brackets are
 * themselves, as in 通知（试行）*.doc they are parts of a name.
 */
export async function matching(pattern: string): Promise<Matches> {
  const posix = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const files = new Files()
  const found = await glob(posix.replace(/^!|[()|]/g, '\\$&'), {
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    extglob: false,
    onlyFiles: posix.split('/').includes('**'),
    fs: { readdir: files.readdir as typeof readdir },
  })
  const paths: RawPath[] = []
  for (const path of await withoutTwins(found.map((path) => path.replace(/(?<=.)\/+$/, '')))) {
    paths.push(...(await files.names.behind(path)))
  }
  return { paths, refused: files.refused }
}

/** One path for a file that is reached through links to its folder as well: the one without links. */
async function withoutTwins(paths: readonly string[]): Promise<string[]> {
  const byReal = new Map<string, { path: string; direct: boolean }>()
  const folders = new Map<string, Promise<string>>()
  for (const path of [...paths].sort()) {
    const at = path.lastIndexOf('/')
    const folder = at < 0 ? '.' : path.slice(0, at + 1)
    const real = folders.get(folder) ?? realpath(folder).catch(() => folder)
    folders.set(folder, real)
    const whole = join(await real, path.slice(at + 1))
    const direct = whole === join(await realpath('.'), path) || whole === path
    const known = byReal.get(whole)
    if (!known || (direct && !known.direct)) byReal.set(whole, { path, direct })
  }
  return Array.from(byReal.values(), ({ path }) => path)
}

type Callback = (error: NodeJS.ErrnoException | null, names?: Dirent[]) => void

/**
 * Folders as the pattern is to see them. A link to a folder is a folder, but for one below another link:
 * links may lead round in circles, and what they lead to is found all the same by the paths without them.
 */
class Files {
  readonly refused: { path: string; error: unknown }[] = []
  readonly names = new ByteNames()
  private readonly links = new Set<string>()

  readonly readdir = (path: string, _options: { withFileTypes: true }, done: Callback): void => {
    this.namesIn(path).then(
      (all) => done(null, all),
      (error) => {
        // A pattern without a folder matches nothing; that is told of the pattern.
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') this.refused.push({ path, error })
        done(error)
      },
    )
  }

  private async namesIn(path: string): Promise<Dirent[]> {
    const all: Dirent[] = []
    const folders = await this.names.behind(path)
    for (const folder of folders) {
      const names = await namesOf(folder, { withFileTypes: true }).catch((error) => {
        // A file that is shown as a folder beside it is.
        if (folders.length > 1 && error.code === 'ENOTDIR') return []
        throw error
      })
      for (const name of await Promise.all(names.map((one) => this.resolved(path, one)))) all.push(name)
    }
    return all
  }

  private async resolved(folder: string, name: Dirent): Promise<Dirent> {
    if (!name.isSymbolicLink()) return name
    const path = join(folder, name.name)
    const [real = path] = await this.names.behind(path)
    const leads = await stat(real).then(
      (info) => info.isDirectory(),
      () => false,
    )
    const isFolder = leads && ![...this.links].some((link) => path.startsWith(`${link}/`))
    if (isFolder) this.links.add(path)
    return Object.assign(Object.create(name), {
      name: name.name,
      isFile: () => !isFolder,
      isDirectory: () => isFolder,
      isSymbolicLink: () => false,
    })
  }
}
