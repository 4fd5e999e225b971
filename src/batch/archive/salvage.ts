/**
 * The members of an archive whose directory is lost, as that of a download that broke off is: by the local
 * headers before their data (APPNOTE 4.3.7). One pass over the file, which goes from header to header where
 * they say how long the data are.
 */
import { type Bytes, buffered } from './bytes.ts'
import { unicodeName } from './directory.ts'
import type { Listed, Place } from './member.ts'

/** A header whose length stands after the data (bit 3 of the flags), the end of which is not yet found. */
interface Open {
  readonly listed: Listed
  readonly start: number
  /** Lengths are of eight bytes: the header has the zip64 field. */
  readonly long: boolean
}

const windowBytes = 64 * 1024

/** Stops after the number of members. */
export async function salvage(archive: Bytes, maxMembers: number): Promise<Listed[]> {
  const bytes = buffered(archive, 16 * windowBytes)
  const found: Listed[] = []
  let open: Open | null = null
  const close = async (end: number) => {
    if (open) found.push(withPlace(open.listed, await unsigned(bytes, open, end)))
    open = null
  }
  let at = 0
  for (let hit = await signature(bytes, at); hit; hit = await signature(bytes, at)) {
    at = hit.at + 4
    if (hit.kind === 'header') {
      const next = await header(bytes, hit.at)
      if (!next) continue
      await close(hit.at)
      if (found.length > maxMembers) return found
      at = next.start
      if (next.listed.place.size === null) open = next
      else {
        found.push(next.listed)
        at += next.listed.place.compressed
      }
    } else if (hit.kind === 'directory') await close(hit.at)
    else if (open) {
      const place = await descriptor(bytes, open, hit.at)
      if (!place) continue
      found.push(withPlace((open as Open).listed, place))
      open = null
    }
  }
  await close(bytes.size)
  return found
}

function withPlace(listed: Listed, place: Partial<Place>): Listed {
  return { ...listed, place: { ...listed.place, ...place } }
}

type Kind = 'header' | 'descriptor' | 'directory'

const kinds: Readonly<Record<number, Kind>> = {
  67324752: 'header',
  134695760: 'descriptor',
  33639248: 'directory',
  101010256: 'directory',
  101075792: 'directory',
}

async function signature(bytes: Bytes, from: number): Promise<{ at: number; kind: Kind } | null> {
  for (let at = from; at < bytes.size; at += windowBytes - 3) {
    const stretch = await bytes.read(at, windowBytes)
    for (let i = stretch.indexOf('PK'); i >= 0 && i + 4 <= stretch.length; i = stretch.indexOf('PK', i + 1)) {
      const kind = kinds[stretch.readUInt32LE(i)]
      if (kind) return { at: at + i, kind }
    }
  }
  return null
}

/** A header that can be one: the four letters may also stand in data. */
async function header(bytes: Bytes, at: number): Promise<Open | null> {
  const fixed = await bytes.read(at, 30)
  if (fixed.length < 30) return null
  const flags = fixed.readUInt16LE(6)
  const method = fixed.readUInt16LE(8)
  const nameLength = fixed.readUInt16LE(26)
  const extraLength = fixed.readUInt16LE(28)
  const start = at + 30 + nameLength + extraLength
  if (method > 99 || nameLength === 0 || start > bytes.size) return null
  const rest = Buffer.from(await bytes.read(at + 30, nameLength + extraLength))
  const name = rest.subarray(0, nameLength)
  const extra = extraFields(rest.subarray(nameLength))
  const { compressed, size } = sizes(fixed, extra)
  const later = (flags & 8) !== 0 && compressed === 0
  const crc = fixed.readUInt32LE(14)
  const place = later
    ? { offset: at, compressed: 0, size: null, method, crc: null }
    : { offset: at, compressed, size, method, crc: (flags & 8) !== 0 && crc === 0 ? null : crc }
  const encrypted = (flags & 1) !== 0
  const long = extra.some((field) => field.id === 1)
  return {
    start,
    long,
    listed: { place, name, unicode: unicodeName(flags, name, extra), encrypted, isLink: false },
  }
}

function extraFields(bytes: Buffer): { id: number; data: Buffer }[] {
  const fields: { id: number; data: Buffer }[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at + 2)
    fields.push({ id: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, at + 4 + length) })
    at += 4 + length
  }
  return fields
}

/** Sizes of four bytes, or of eight in the zip64 field, which a local header has for both (APPNOTE 4.5.3). */
function sizes(fixed: Buffer, extra: readonly { id: number; data: Buffer }[]) {
  const compressed = fixed.readUInt32LE(18)
  const size = fixed.readUInt32LE(22)
  const long = extra.find((field) => field.id === 1)?.data
  if (!long || long.length < 16 || (compressed !== 0xffffffff && size !== 0xffffffff)) {
    return { compressed, size }
  }
  return { size: Number(long.readBigUInt64LE(0)), compressed: Number(long.readBigUInt64LE(8)) }
}

/** What a descriptor says, if it is the one of these data: it holds their length. */
async function descriptor(bytes: Bytes, open: Open, at: number): Promise<Partial<Place> | null> {
  const d = await bytes.read(at, open.long ? 24 : 16)
  const compressed = at - open.start
  if (open.long) {
    if (d.length < 24 || d.readBigUInt64LE(8) !== BigInt(compressed)) return null
    return { compressed, crc: d.readUInt32LE(4), size: Number(d.readBigUInt64LE(16)) }
  }
  if (d.length < 16 || d.readUInt32LE(8) !== compressed) return null
  return { compressed, crc: d.readUInt32LE(4), size: d.readUInt32LE(12) }
}

/** The data end here, or before a descriptor without signature, which is allowed (APPNOTE 4.3.9.3). */
async function unsigned(bytes: Bytes, open: Open, end: number): Promise<Partial<Place>> {
  const d = end - 12 >= open.start ? await bytes.read(end - 12, 12) : Buffer.alloc(0)
  if (d.length === 12 && d.readUInt32LE(4) === end - 12 - open.start) {
    return { compressed: end - 12 - open.start, crc: d.readUInt32LE(0), size: d.readUInt32LE(8) }
  }
  return { compressed: end - open.start }
}
