/** One run at a time writes into an output folder: a file with the process id says that one is at work. */
import { mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { runs } from './aside.ts'
import { outputError } from './file-errors.ts'

/**
 * Takes the folder. The answer gives it back.
 * @throws YaodianError `usage/wrong` while another run has it, `output/unwritable`.
 */
export async function lock(out: string, lang: Lang): Promise<() => Promise<void>> {
  const folder = join(out, '.yaodian')
  const path = join(folder, 'lock')
  for (let round = 0; ; round++) {
    try {
      await mkdir(folder, { recursive: true })
      const handle = await open(path, 'wx')
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => unlink(path).catch(() => undefined)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || round > 2)
        throw outputError(path, error, lang)
    }
    const pid = Number(await readFile(path, 'utf8').catch(() => ''))
    // A run that was killed leaves its lock behind, as does one that died before it wrote its id.
    if (pid > 0 && pid !== process.pid && runs(pid)) {
      const detail =
        lang === 'zh'
          ? `另一个 yaodian（进程 ${pid}）正在写入 ${out}；若它已不在运行，请删除 ${path}`
          : `another yaodian (process ${pid}) is writing to ${out}; if it is not running, delete ${path}`
      throw new YaodianError('usage/wrong', { detail })
    }
    await unlink(path).catch(() => undefined)
  }
}
