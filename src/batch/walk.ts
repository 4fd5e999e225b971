/**
 * Finds the inputs: files as named, the regular files of folders and the members of archives, in the order
 * of their paths' bytes. Only the paths are held, never the files; none is opened but archives, and what its
 * name does not tell to be a document.
 */
import type { BigIntStats, Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { defaultLimits, type Limits } from '../read/reader.ts'
import { type ExpandOptions, expandArchive } from './archive/expand.ts'
import { type ArchiveLimits, defaultArchiveLimits } from './archive/limits.ts'
import type { MemberRef } from './archive/member.ts'
import { mayBeArchive } from './archive/sniff.ts'
import { inputError } from './file-errors.ts'
import { isPattern, matching } from './globs.ts'
import { type IgnoredCode, ignoredName } from './ignored.ts'
import {
  byPath,
  joinPath,
  pathBytes,
  pathText,
  type RawPath,
  rawPath,
  splitPath,
  withinCommonFolder,
} from './path.ts'

export { readEntry } from './read-entry.ts'

/** One line of the manifest to be. */
export type Entry =
  | FileEntry
  | {
      /** An archive whose members are entries of their own. */
      readonly kind: 'archive'
      readonly path: RawPath
      /** How many those are: its own, without those of archives within it. */
      readonly members: number
      /** What is wrong with it, though members were found. */
      readonly error: YaodianError | null
    }
  | { readonly kind: 'ignored'; readonly path: RawPath; readonly code: IgnoredCode }
  | { readonly kind: 'unreadable'; readonly path: RawPath; readonly error: YaodianError }

export interface FileEntry {
  readonly kind: 'file'
  /** Of a member: that of the archive, and below it the member's. */
  readonly path: RawPath
  /** Below the folder that was named, so that the outputs mirror it; a file named itself is its name. */
  readonly relative: RawPath
  readonly member?: MemberRef
}

export interface WalkOptions {
  /** The output folder, if there is one: where it stands in an input folder, it is no input. */
  readonly out: string | null
  readonly lang: Lang
  /** Of archives; `maxBytes` holds for an archive that stands compressed within another one. */
  readonly limits?: Partial<ArchiveLimits & Limits>
  /** More paths, which are never patterns: those of a list. */
  readonly listed?: readonly RawPath[]
}

/**
 * All inputs: files, the members of archives, and what is in the folders. Of the paths, those that hold
 * `*`, `?`, `[]` or `{}` and do not exist are patterns. What two paths reach is taken once, as the first of
 * them has it.
 * @throws YaodianError `usage/wrong` if the output folder is itself an input.
 */
export async function walk(paths: readonly RawPath[], options: WalkOptions): Promise<Entry[]> {
  const walker = new Walker(options)
  await walker.walk([
    ...paths.map((path) => ({ path: plain(path), mayMatch: true })),
    ...(options.listed ?? []).map((path) => ({ path: plain(path), mayMatch: false })),
  ])
  return byPath(walker.entries.values(), (entry) => entry.path)
}

/** Without `./` before it and slashes behind. */
function plain(path: RawPath): RawPath {
  const bytes = pathBytes(path).toString('latin1')
  return rawPath(Buffer.from(bytes.replace(/(?<=.)\/+$/s, '').replace(/^(\.\/+)+(?=.)/s, ''), 'latin1'))
}

interface Named {
  readonly path: RawPath
  readonly mayMatch: boolean
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
  private readonly expanding: ExpandOptions

  constructor({ out, lang, limits }: WalkOptions) {
    this.out = out
    this.lang = lang
    this.expanding = { limits: { ...defaultLimits, ...defaultArchiveLimits, ...limits }, lang }
  }

  async walk(named: readonly Named[]): Promise<void> {
    if (this.out !== null) {
      this.outIdentity = await stat(this.out, { bigint: true }).then(identity, () => null)
    }
    const folders: Folder[] = []
    const files: { path: RawPath; isRegular: boolean }[] = []
    const paths = [...named]
    // What patterns match comes after what is named.
    for (let i = 0; i < paths.length; i++) {
      const { path, mayMatch } = paths[i]!
      try {
        const info = await stat(path, { bigint: true })
        if (!info.isDirectory()) {
          files.push({ path, isRegular: info.isFile() })
          continue
        }
        if (identity(info) === this.outIdentity) {
          const zh = `输出文件夹同时是输入：${pathText(path)}`
          throw new YaodianError('usage/wrong', {
            detail: this.lang === 'zh' ? zh : `the output folder is an input: ${pathText(path)}`,
          })
        }
        this.roots.push(Buffer.concat([await realpath(path, 'buffer'), Buffer.from('/')]))
        this.seen.add(identity(info))
        folders.push({ path, relative: '' })
      } catch (error) {
        const text = pathText(path)
        if (!mayMatch || !isMissing(error) || !isPattern(text)) this.addUnreadable(path, error)
        else for (const match of await this.matches(text)) paths.push({ path: match, mayMatch: false })
      }
    }
    // Files named one by one keep the folders that tell them apart: a/source.txt, b/source.txt.
    const relatives = withinCommonFolder(files.map((file) => file.path))
    for (const [i, { path, isRegular }] of files.entries()) {
      const at = { path, relative: relatives[i]! }
      // A pipe can be read once only: it is not looked into.
      if (isRegular) await this.addFile(at)
      else this.add({ kind: 'file', ...at })
    }
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
        else if (dirent.isFile()) await this.addFile(at)
        else if (await this.isFolderToWalk(at, dirent.isSymbolicLink())) open.push(at)
      }
    }
  }

  /** Whether to go into it. What is no folder is added here. */
  private async isFolderToWalk(at: Folder, isLink: boolean): Promise<boolean> {
    try {
      const info = await stat(at.path, { bigint: true })
      if (info.isFile()) await this.addFile(at)
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

  /** What matches a pattern and is to be read; a pattern without any is an input that cannot be. */
  private async matches(pattern: string): Promise<RawPath[]> {
    const { paths, refused } = await matching(pattern)
    for (const { path, error } of refused) this.addUnreadable(path, error)
    const wanted = paths.filter((path) => {
      const code = ignoredName(splitPath(path).name)
      if (code) this.add({ kind: 'ignored', path, code })
      return code === null
    })
    if (paths.length === 0 && refused.length === 0) {
      const detail = this.lang === 'zh' ? '没有与它匹配的文件' : 'no file matches the pattern'
      this.addUnreadable(pattern, new YaodianError('input/unreadable', { path: pattern, detail }))
    }
    return wanted
  }

  /** A regular file, or what the archive that it is holds. */
  private async addFile(at: Folder): Promise<void> {
    if (this.entries.has(absolute(at.path))) return
    const mayBe = mayBeArchive(splitPath(at.path).name)
    const members = mayBe ? await expandArchive(at, this.expanding) : null
    for (const entry of members ?? [{ kind: 'file', ...at } as const]) this.add(entry)
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

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))
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
