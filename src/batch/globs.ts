/**
 * Patterns among the paths, for shells that leave them as they are (Windows, and where they are quoted).
 * A path that exists is no pattern, whatever is in its name.
 */
import { type Dirent, readdir } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { glob } from 'tinyglobby'

export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path)
}

export interface Matches {
  readonly paths: readonly string[]
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
  return {
    paths: await withoutTwins(found.map((path) => path.replace(/(?<=.)\/+$/, ''))),
    refused: files.refused,
  }
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
  private readonly links = new Set<string>()

  readonly readdir = (path: string, _options: { withFileTypes: true }, done: Callback): void => {
    readdir(path, { withFileTypes: true }, (error, names) => {
      if (error) {
        // A pattern without a folder matches nothing; that is told of the pattern.
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') this.refused.push({ path, error })
        done(error)
        return
      }
      Promise.all(names.map((name) => this.resolved(path, name))).then(
        (all) => done(null, all),
        (failure) => done(failure),
      )
    })
  }

  private async resolved(folder: string, name: Dirent): Promise<Dirent> {
    if (!name.isSymbolicLink()) return name
    const path = join(folder, name.name)
    const leads = await stat(path).then(
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
