/**
 * An archive as entries: one of its own, and one for each member. An archive within it is expanded as well;
 * one within that is named only. Nothing is unpacked but archives in archives and the first bytes of
 * members that may be one.
 */
import { open } from 'node:fs/promises'
import { YaodianError } from '../../errors.ts'
import type { Lang } from '../../message.ts'
import { inputError } from '../file-errors.ts'
import { ignoredName } from '../ignored.ts'
import { moreThan } from '../outcome.ts'
import { joinPath, type RawPath, splitPath } from '../path.ts'
import { stampOf } from '../stamp.ts'
import type { Entry } from '../walk.ts'
import { type Bytes, bytesOfFile } from './bytes.ts'
import { damaged, isReadable, memberBytes, readHead } from './data.ts'
import { BrokenDirectory, listDirectory, TooMany } from './directory.ts'
import type { ArchiveLimits } from './limits.ts'
import type { ArchiveRef, Listed } from './member.ts'
import { decodeNames, isFolderName, pathParts, Unique } from './names.ts'
import { salvage } from './salvage.ts'
import { isArchiveHead, isPackage, mayBeArchive } from './sniff.ts'

export interface ExpandOptions {
  readonly limits: ArchiveLimits & { readonly maxBytes: number }
  readonly lang: Lang
}

interface At {
  readonly path: RawPath
  readonly relative: RawPath
}

/** Archives that are read within each other: a zip in a zip. */
const maxDepth = 2

/** Entries of the archive that a file is; null where it is none. */
export async function expandArchive(at: At, options: ExpandOptions): Promise<Entry[] | null> {
  const handle = await open(at.path, 'r').catch(() => null)
  try {
    const head = (await handle?.read(Buffer.alloc(8), 0, 8, 0))?.buffer
    if (!handle || !head || !isArchiveHead(head)) return null
    const stamp = stampOf(await handle.stat())
    const bytes = bytesOfFile(handle, stamp.size)
    return await new Expansion(options).expand(bytes, { path: at.path, stamp, within: null }, at, 1)
  } catch (error) {
    const named = inputError(at.path, error, options.lang)
    if (!(named instanceof YaodianError)) throw named
    // Whether it is an archive is not known where not even its first bytes can be read: reading it tells.
    return null
  } finally {
    await handle?.close()
  }
}

/** The directory's members, or those that can be found without it and what is wrong. */
interface Members {
  readonly listed: readonly Listed[]
  readonly error: YaodianError | null
}

class Expansion {
  private readonly options: ExpandOptions
  /** Of this archive and those within it together. */
  private bytes = 0
  private members = 0

  constructor(options: ExpandOptions) {
    this.options = options
  }

  /** Null where the zip is a document. */
  async expand(bytes: Bytes, archive: ArchiveRef, at: At, depth: number): Promise<Entry[] | null> {
    const { lang } = this.options
    const members = await this.membersOf(bytes)
    if (members instanceof YaodianError) return [unreadable(at.path, members)]
    const { listed, error } = members
    const names = decodeNames(listed)
    if (isPackage(names)) return null
    if (depth > maxDepth) {
      const zh = '压缩包嵌套过深，只展开到第二层'
      const detail = lang === 'zh' ? zh : 'ZIP within a ZIP within a ZIP; two levels are read'
      return [unreadable(at.path, new YaodianError('input/unsupported', { detail }))]
    }
    const refusal = this.refusal(listed)
    if (refusal) return [unreadable(at.path, refusal)]
    if (listed.length === 0 && error) return [unreadable(at.path, error)]

    const entries: Entry[] = []
    let direct = 0
    for (const member of this.named(listed, names, at)) {
      const made = await this.entriesOf(member, bytes, archive, depth)
      entries.push(...made)
      direct++
    }
    return [{ kind: 'archive', path: at.path, members: direct, error }, ...entries]
  }

  private async membersOf(bytes: Bytes): Promise<Members | YaodianError> {
    const { limits, lang } = this.options
    const limit = limits.maxMembers
    try {
      return { listed: await listDirectory(bytes, limit), error: null }
    } catch (error) {
      if (error instanceof TooMany) return new YaodianError('archive/too-many', { count: error.count, limit })
      if (!(error instanceof BrokenDirectory)) throw error
      const listed = await salvage(bytes, limit)
      if (error.encrypted)
        return { listed, error: new YaodianError('document/encrypted', {}, { cause: error }) }
      const zh = `压缩包不完整或目录已损坏，找到 ${listed.length} 个文件，可能还有缺失`
      const en = `the archive is incomplete or its directory is broken; ${listed.length} members were found, others may be missing`
      return { listed, error: damaged(lang, zh, en, error) }
    }
  }

  /** Counts the members in. */
  private refusal(listed: readonly Listed[]): YaodianError | null {
    const { maxMembers, maxArchiveBytes, maxBytes } = this.options.limits
    const count = this.members + listed.length
    if (count > maxMembers) return new YaodianError('archive/too-many', { count, limit: maxMembers })
    // A member beyond the limit of a file is refused on its own, and never unpacked.
    const bytes = listed.reduce((sum, { place }) => {
      const size = place.size ?? place.compressed
      return size > maxBytes ? sum : sum + size
    }, this.bytes)
    if (bytes > maxArchiveBytes) {
      const isKnown = listed.every(({ place }) => place.size !== null)
      return new YaodianError('archive/too-large', {
        bytes: isKnown ? bytes : moreThan(maxArchiveBytes),
        limit: maxArchiveBytes,
      })
    }
    this.members = count
    this.bytes = bytes
    return null
  }

  /** Members that are no folders, each with a path of its own; a folder that is ignored comes once. */
  private *named(listed: readonly Listed[], names: readonly string[], at: At): Generator<Member> {
    const overlapping = overlaps(listed)
    const unique = new Unique()
    const ignoredFolders = new Set<string>()
    for (const [i, member] of listed.entries()) {
      const name = names[i]!
      if (isFolderName(name) && (member.place.size ?? 0) === 0) continue
      const parts = pathParts(name)
      const ignoredAt = parts.findIndex((part) => ignoredName(part) !== null)
      const inFolder = ignoredAt >= 0 && ignoredAt < parts.length - 1
      const wanted = (ignoredAt < 0 ? parts : parts.slice(0, ignoredAt + 1)).join('/')
      if (inFolder && ignoredFolders.has(wanted)) continue
      if (inFolder) ignoredFolders.add(wanted)
      const path = unique.add(wanted)
      yield {
        listed: member,
        path: joinPath(at.path, path),
        relative: joinPath(at.relative, path),
        ignored: ignoredAt < 0 ? null : ignoredName(parts[ignoredAt]!),
        overlaps: overlapping.has(member),
      }
    }
  }

  private async entriesOf(m: Member, bytes: Bytes, archive: ArchiveRef, depth: number): Promise<Entry[]> {
    const { limits, lang } = this.options
    const { path, relative } = m
    const { place, encrypted, isLink } = m.listed
    if (m.ignored) return [{ kind: 'ignored', path, code: m.ignored }]
    if (isLink) return [{ kind: 'ignored', path, code: 'ignored/special' }]
    if (encrypted) return [unreadable(path, new YaodianError('document/encrypted'))]
    if (m.overlaps) {
      const zh = '与压缩包内的另一个文件占用同一段数据'
      return [unreadable(path, damaged(lang, zh, 'it shares its data with another member of the archive'))]
    }
    if (!isReadable(place.method)) {
      const detail = `ZIP, ${methods[place.method] ?? `method ${place.method}`}`
      return [unreadable(path, new YaodianError('input/unsupported', { detail }))]
    }
    const file: Entry = { kind: 'file', path, relative, member: { archive, place } }
    if (!mayBeArchive(splitPath(path).name) || !isArchiveHead(await readHead(bytes, place, lang)))
      return [file]
    const inner: ArchiveRef = { ...archive, within: place }
    try {
      const content = await memberBytes(bytes, place, limits.maxBytes, lang)
      return (await this.expand(content, inner, m, depth + 1)) ?? [file]
    } catch (error) {
      if (error instanceof YaodianError) return [unreadable(path, error)]
      throw error
    }
  }
}

interface Member extends At {
  readonly listed: Listed
  readonly ignored: ReturnType<typeof ignoredName>
  readonly overlaps: boolean
}

function unreadable(path: RawPath, error: YaodianError): Entry {
  return { kind: 'unreadable', path, error }
}

/**
 * Members whose data another one before them in the file has as well. No program writes such an archive;
 * with it 10 MB unpack to 281 TB (D. Fifield, A better zip bomb, 2019), which no member shows on its own.
 */
function overlaps(listed: readonly Listed[]): ReadonlySet<Listed> {
  const found = new Set<Listed>()
  let end = 0
  for (const m of [...listed].sort((a, b) => a.place.offset - b.place.offset)) {
    if (m.place.offset < end) found.add(m)
    end = Math.max(end, m.place.offset + 30 + m.name.length + m.place.compressed)
  }
  return found
}

/** Methods of other programs (APPNOTE 4.4.5). */
const methods: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  97: 'WavPack',
  98: 'PPMd',
}
