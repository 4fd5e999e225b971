/** Folders above a file. */
import { mkdir, stat } from 'node:fs/promises'
import { type RawPath, splitPath } from './path.ts'

/**
 * With all that are missing above it. Node says of a place where none can be made (a file system that is
 * read-only) that the folder is missing; the one that cannot be made tells the reason.
 */
export async function makeFolder(path: RawPath): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') await mkdir(await firstMissing(path))
    throw error
  }
}

async function firstMissing(path: RawPath): Promise<RawPath> {
  const { folder } = splitPath(path)
  const isThere = folder.length === 0 || (await stat(folder).then(Boolean, () => false))
  return isThere ? path : firstMissing(folder)
}
