/** One run at a time writes into an output folder: a file with the process id says that one is at work. */
import { unlinkSync } from 'node:fs'
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../dataset/make-folder.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { runs } from './aside.ts'
import { outputError } from './file-errors.ts'

const taken = new Set<string>()

/** However the process ends (but for SIGKILL), it gives back what it took. */
process.on('exit', () => {
  for (const path of taken) {
    try {
      unlinkSync(path)
    } catch {
      // It is gone already: someone has removed the folder.
    }
  }
})

/**
 * Takes the folder. The answer gives it back.
 * @throws YaodianError `usage/wrong` while another run has it, `output/unwritable`.
 */
export async function lock(out: string, lang: Lang): Promise<() => Promise<void>> {
  const folder = join(out, '.yaodian')
  const path = join(folder, 'lock')
  const own = join(folder, `lock-${process.pid}`)
  try {
    await makeFolder(folder)
    await writeFile(own, String(process.pid))
    for (let round = 0; ; round++) {
      if (await take(own, path)) {
        taken.add(path)
        return async () => {
          await unlink(path).catch(() => undefined)
          taken.delete(path)
        }
      }
      const holder = await readFile(path, 'utf8').catch(() => '')
      const pid = Number(holder)
      if (round > 20 || (pid > 0 && pid !== process.pid && runs(pid))) throw held(pid, out, path, lang)
      await setAside(path, holder, own)
    }
  } catch (error) {
    throw outputError(path, error, lang)
  } finally {
    await unlink(own).catch(() => undefined)
  }
}

/** The lock appears with its content, or not at all. */
async function take(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // File systems without links (FAT, some network disks) have no better way than this.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error
    return writeFile(path, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (wx: NodeJS.ErrnoException) => {
        if (wx.code === 'EEXIST') return false
        throw wx
      },
    )
  }
}

/** A run that was killed leaves its lock. Another may have taken the folder since it was looked at: then it stays. */
async function setAside(path: string, holder: string, own: string): Promise<void> {
  const aside = `${own}-stale`
  await rename(path, aside).catch(() => undefined)
  const found = await readFile(aside, 'utf8').catch(() => holder)
  if (found !== holder) await link(aside, path).catch(() => undefined)
  await unlink(aside).catch(() => undefined)
}

function held(pid: number, out: string, path: string, lang: Lang): YaodianError {
  const detail =
    lang === 'zh'
      ? `另一个 yaodian（进程 ${pid}）正在写入 ${out}；若它已不在运行，请删除 ${path}`
      : `another yaodian (process ${pid}) is writing to ${out}; if it is not running, delete ${path}`
  return new YaodianError('usage/wrong', { detail })
}
