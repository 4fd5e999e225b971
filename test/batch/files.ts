/** Folders of files for a test, and zip archives with what no writer writes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach } from 'vitest'
import { pathText } from '../../src/batch/path.ts'
import { type Entry, type FileEntry, readEntry, type WalkOptions, walk } from '../../src/batch/walk.ts'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'yaodian-batch-'))
  made.push(root)
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return root
}

/** A member as its headers are to say it is; what is left out is as it should be. */
export interface Member {
  readonly name: string | Buffer
  readonly data?: string | Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly size?: number
  readonly crc?: number
  /** Of the directory's entry only: the local header has none. */
  readonly extra?: Buffer
  readonly madeBy?: number
  readonly attributes?: number
  /** Sizes and checksum after the data, with or without the signature. */
  readonly descriptor?: 'signed' | 'unsigned'
  /** Sizes in the zip64 field. */
  readonly zip64?: boolean
  /** The data of an earlier member, by number, instead of its own; so many bytes behind its header. */
  readonly sameAs?: number
  readonly behind?: number
}

/** An archive, byte by byte: the members, the directory, the end record. */
export function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const m of members) {
    const name = Buffer.from(m.name as string)
    const data = Buffer.from((m.data ?? '') as string)
    const method = m.method ?? 8
    const packed = method === 8 ? deflateRawSync(data) : data
    const size = m.size ?? data.length
    const crc = m.crc ?? crc32(data)
    const flags = (m.flags ?? 0) | (m.descriptor ? 8 : 0)
    const offset = m.sameAs === undefined ? at : offsets[m.sameAs]! + (m.behind ?? 0)
    offsets.push(offset)
    const long = Buffer.alloc(20)
    long.writeUInt16LE(1, 0)
    long.writeUInt16LE(16, 2)
    long.writeBigUInt64LE(BigInt(size), 4)
    long.writeBigUInt64LE(BigInt(packed.length), 12)
    const local = Buffer.alloc(30)
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    if (!m.descriptor) {
      local.writeUInt32LE(crc, 14)
      local.writeUInt32LE(m.zip64 ? 0xffffffff : packed.length, 18)
      local.writeUInt32LE(m.zip64 ? 0xffffffff : size, 22)
    }
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(m.zip64 ? 20 : 0, 28)
    const descriptor = Buffer.alloc(16)
    descriptor.write('PK\x07\x08', 'latin1')
    descriptor.writeUInt32LE(crc, 4)
    descriptor.writeUInt32LE(packed.length, 8)
    descriptor.writeUInt32LE(size, 12)
    if (m.sameAs === undefined) {
      const stretch = [local, name, m.zip64 ? long : Buffer.alloc(0), packed]
      if (m.descriptor) stretch.push(m.descriptor === 'signed' ? descriptor : descriptor.subarray(4))
      for (const part of stretch) at += part.length
      parts.push(...stretch)
    }
    const extra = Buffer.concat([m.extra ?? Buffer.alloc(0), m.zip64 ? long : Buffer.alloc(0)])
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(m.madeBy ?? 20, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(crc, 16)
    central.writeUInt32LE(m.zip64 ? 0xffffffff : packed.length, 20)
    central.writeUInt32LE(m.zip64 ? 0xffffffff : size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(extra.length, 30)
    central.writeUInt32LE(m.attributes ?? 0, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name, extra)
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length & 0xffff, 8)
  end.writeUInt16LE(members.length & 0xffff, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** `path below the root: what it is` of each entry. */
export function shown(root: string, entries: readonly Entry[]): string[] {
  return entries.map((e) => `${pathText(e.path).replace(`${root}/`, '')}: ${what(e)}`)
}

function what(e: Entry): string {
  if (e.kind === 'file') return pathText(e.relative)
  if (e.kind === 'ignored') return e.code
  if (e.kind === 'archive') return `${e.members} members${e.error ? `, ${e.error.code}` : ''}`
  return e.error.code
}

export async function entriesOf(root: string, options: Partial<WalkOptions> = {}): Promise<Entry[]> {
  return walk([root], { out: null, lang: 'zh', ...options })
}

/** Text of each file by its path below the root, or the code of the error that reading it gives. */
export async function texts(
  root: string,
  entries: readonly Entry[],
  maxBytes = 1 << 20,
): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const entry of entries) {
    if (entry.kind !== 'file') continue
    all[pathText(entry.path).replace(`${root}/`, '')] = await textOf(entry, maxBytes)
  }
  return all
}

async function textOf(entry: FileEntry, maxBytes: number): Promise<string> {
  try {
    return Buffer.from(await readEntry(entry, { maxBytes }, 'zh')).toString()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined) throw error
    return code
  }
}
