/**
 * Finds the inputs: files as named, and the regular files of folders, in the order of their paths' bytes.
 * Only the paths are held, never the files.
 */
import type { BigIntStats, Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { inputError } from './file-errors.ts'
import { type IgnoredCode, ignoredName } from './ignored.ts'
import { byPath, joinPath, pathBytes, pathText, type RawPath, rawPath, withinCommonFolder } from './path.ts'

/** One line of the manifest to be. */
export type Entry =
  | {
      readonly kind: 'file'
      readonly path: RawPath
      /** Below the folder that was named, so that the outputs mirror it; a file named itself is its name. */
      readonly relative: RawPath
    }
  | { readonly kind: 'ignored'; readonly path: RawPath; readonly code: IgnoredCode }
  | { readonly kind: 'unreadable'; readonly path: RawPath; readonly error: YaodianError }

export interface WalkOptions {
  /** The output folder, if there is one: where it stands in an input folder, it is no input. */
  readonly out: string | null
  readonly lang: Lang
}

/**
 * All inputs. What two of the paths reach is taken once, as the first of them has it.
 * @throws YaodianError `usage/wrong` if the output folder is itself an input.
 */
export async function walk(paths: readonly string[], options: WalkOptions): Promise<Entry[]> {
  const walker = new Walker(options)
  await walker.walk(paths.map((path) => path.replace(/(?<=.)\/+$/, '').replace(/^(\.\/+)+(?=.)/, '')))
  return byPath(walker.entries.values(), (entry) => entry.path)
}

interface Folder {
  readonly path: RawPath
  readonly relative: RawPath
}

class Walker {
  /** By absolute path. */
  readonly entries = new Map<string, Entry>()
  private readonly out: string | null
  private outIdentity: string | null = null
  private readonly lang: Lang
  private readonly roots: Buffer[] = []
  /** Folders named by the user, by absolute path. */
  private named: ReadonlySet<string> = new Set()
  /** Folders walked, by absolute path, and by device and inode: links may lead round in circles. */
  private readonly walked = new Set<string>()
  private readonly seen = new Set<string>()

  constructor({ out, lang }: WalkOptions) {
    this.out = out
    this.lang = lang
  }

  async walk(paths: readonly string[]): Promise<void> {
    if (this.out !== null) {
      this.outIdentity = await stat(this.out, { bigint: true }).then(identity, () => null)
    }
    const folders: Folder[] = []
    const files: string[] = []
    for (const path of paths) {
      try {
        const info = await stat(path, { bigint: true })
        if (!info.isDirectory()) {
          files.push(path)
          continue
        }
        if (identity(info) === this.outIdentity) {
          const zh = `输出文件夹同时是输入：${path}`
          throw new YaodianError('usage/wrong', {
            detail: this.lang === 'zh' ? zh : `the output folder is an input: ${path}`,
          })
        }
        this.roots.push(Buffer.concat([await realpath(path, 'buffer'), Buffer.from('/')]))
        this.seen.add(identity(info))
        folders.push({ path, relative: '' })
      } catch (error) {
        this.addUnreadable(path, error)
      }
    }
    // Files named one by one keep the folders that tell them apart: a/source.txt, b/source.txt.
    const relative = withinCommonFolder(files)
    for (const [i, path] of files.entries()) this.add({ kind: 'file', path, relative: relative[i]! })
    this.named = new Set(folders.map((folder) => absolute(folder.path)))
    for (const folder of folders) await this.walkFolder(folder)
  }

  private async walkFolder(root: Folder): Promise<void> {
    const open: Folder[] = [root]
    for (let folder = open.pop(); folder; folder = open.pop()) {
      if (this.walked.has(absolute(folder.path))) continue
      this.walked.add(absolute(folder.path))
      let names: Dirent<Buffer>[]
      try {
        names = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' })
      } catch (error) {
        this.addUnreadable(folder.path, error)
        continue
      }
      for (const dirent of byPath(names, (n) => n.name)) {
        const name = rawPath(dirent.name)
        const at = { path: joinPath(folder.path, name), relative: joinPath(folder.relative, name) }
        const code = ignoredName(name)
        if (code) this.add({ kind: 'ignored', path: at.path, code })
        else if (dirent.isFile()) this.add({ kind: 'file', ...at })
        else if (await this.isFolderToWalk(at, dirent.isSymbolicLink())) open.push(at)
      }
    }
  }

  /** Whether to go into it. What is no folder is added here. */
  private async isFolderToWalk(at: Folder, isLink: boolean): Promise<boolean> {
    try {
      const info = await stat(at.path, { bigint: true })
      if (info.isFile()) this.add({ kind: 'file', ...at })
      else if (!info.isDirectory()) this.add({ kind: 'ignored', path: at.path, code: 'ignored/special' })
      else if (identity(info) === this.outIdentity) return false
      // A folder within a folder, both named: it is reached here first.
      else if (this.named.has(absolute(at.path))) return true
      else if (this.seen.has(identity(info)) || (isLink && (await this.leadsInside(at.path))))
        this.add({ kind: 'ignored', path: at.path, code: 'ignored/seen' })
      else {
        this.seen.add(identity(info))
        return true
      }
    } catch (error) {
      this.addUnreadable(at.path, error)
    }
    return false
  }

  /** A link into a folder that is walked anyway: its files are found under their own paths. */
  private async leadsInside(path: RawPath): Promise<boolean> {
    const real = await realpath(path, 'buffer')
    return this.roots.some((root) => {
      if (real.length < root.length || !real.subarray(0, root.length).equals(root)) return false
      const below = real.subarray(root.length).toString('latin1')
      return below.split('/').every((name) => ignoredName(name) === null)
    })
  }

  private add(entry: Entry): void {
    const key = absolute(entry.path)
    if (!this.entries.has(key)) this.entries.set(key, entry)
  }

  private addUnreadable(path: RawPath, error: unknown): void {
    const named = inputError(path, error, this.lang)
    if (!(named instanceof YaodianError) || named.code === 'usage/wrong') throw named
    this.add({ kind: 'unreadable', path, error: named })
  }
}

/** Names that are no UTF-8 are told apart by their bytes: latin1 has a character for each. */
function absolute(path: RawPath): string {
  return typeof path === 'string'
    ? resolve(path)
    : `${resolve(pathText(path))}\0${pathBytes(path).toString('latin1')}`
}

function identity(info: BigIntStats): string {
  return `${info.dev}:${info.ino}`
}
