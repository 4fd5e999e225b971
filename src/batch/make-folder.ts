/** Folders above a file. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * With all that are missing above it. Node says of a place where none can be made (a file system that is
 * read-only) that the folder is missing; the one that cannot be made tells the reason.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') await mkdir(await firstMissing(path))
    throw error
  }
}

async function firstMissing(path: string): Promise<string> {
  const above = dirname(path)
  const isThere = above === path || (await stat(above).then(Boolean, () => false))
  return isThere ? path : firstMissing(above)
}
