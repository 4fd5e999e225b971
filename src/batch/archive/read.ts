/**
 * Members of archives, read by their place: neither the directory nor any other member is read. Only an
 * archive that stands compressed within another one has to be unpacked for its members, and is kept for the
 * next of them.
 */
import { open } from 'node:fs/promises'
import type { Lang } from '../../message.ts'
import { inputError } from '../file-errors.ts'
import { pathBytes, type RawPath } from '../path.ts'
import { changed, isSame, stampOf } from '../stamp.ts'
import { type Bytes, bytesOfFile } from './bytes.ts'
import { memberBytes, readMember } from './data.ts'
import type { ArchiveRef, MemberRef } from './member.ts'

/**
 * @throws YaodianError `input/changed` where the archive is no longer the one listed, `input/not-found`,
 * `input/unreadable`, `input/too-large`, `document/damaged`.
 */
export async function readArchived(member: MemberRef, maxBytes: number, lang: Lang): Promise<Uint8Array> {
  const { archive, place } = member
  try {
    const handle = await open(archive.path, 'r')
    try {
      const check = async () => {
        const stamp = stampOf(await handle.stat())
        if (!isSame(stamp, archive.stamp)) throw changed(archive.path, archive.stamp, stamp, lang)
      }
      await check()
      const file = bytesOfFile(handle, archive.stamp.size)
      try {
        const bytes = archive.within ? await innerBytes(file, archive, maxBytes, lang) : file
        return await readMember(bytes, place, maxBytes, lang)
      } finally {
        // What is wrong with the data is of no interest where they were changed.
        await check()
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw inputError(archive.path, error, lang)
  }
}

/** Archives unpacked, the last one used at the end. The members of one follow each other, as paths sort. */
const unpacked = new Map<string, Promise<Bytes>>()
const maxUnpacked = 2

function innerBytes(file: Bytes, archive: ArchiveRef, maxBytes: number, lang: Lang): Promise<Bytes> {
  const { path, within } = archive
  if (within?.method !== 8) return memberBytes(file, within!, maxBytes, lang)
  const key = `${keyOf(path)}\0${archive.stamp.size}\0${archive.stamp.modified}\0${within.offset}\0${maxBytes}`
  const bytes = unpacked.get(key) ?? memberBytes(file, within, maxBytes, lang)
  unpacked.delete(key)
  unpacked.set(key, bytes)
  bytes.catch(() => unpacked.delete(key))
  const [oldest] = unpacked.keys()
  if (unpacked.size > maxUnpacked) unpacked.delete(oldest!)
  return bytes
}

function keyOf(path: RawPath): string {
  return pathBytes(path).toString('latin1')
}
