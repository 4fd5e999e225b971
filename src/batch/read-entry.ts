/** The bytes of an input, wherever it stands. */
import type { Lang } from '../message.ts'
import { defaultLimits, type Limits } from '../read/reader.ts'
import { readArchived } from './archive/read.ts'
import { readInput } from './read-file.ts'
import type { FileEntry } from './walk.ts'

/**
 * A file, or a member of an archive, whole.
 * @throws YaodianError `input/not-found`, `input/unreadable`, `input/too-large` or `input/changed`; for a
 * member also `document/damaged`.
 */
export async function readEntry(entry: FileEntry, limits: Partial<Limits>, lang: Lang): Promise<Uint8Array> {
  const maxBytes = limits.maxBytes ?? defaultLimits.maxBytes
  return entry.member ? readArchived(entry.member, maxBytes, lang) : readInput(entry.path, maxBytes, lang)
}
