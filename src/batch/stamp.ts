/** Whether a file stays as it is while it is read. */
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type { Stamp } from './archive/member.ts'
import { pathText, type RawPath } from './path.ts'

export function stampOf(info: { readonly size: number; readonly mtimeMs: number }): Stamp {
  return { size: info.size, modified: info.mtimeMs }
}

/**
 * Reads what nobody changes meanwhile: where the stamps before and after differ it is read once more.
 * @throws YaodianError `input/changed` where it changes again.
 */
export async function readSteady<T>(
  path: RawPath,
  lang: Lang,
  stamp: () => Promise<Stamp>,
  read: () => Promise<T>,
): Promise<T> {
  for (let again = false; ; again = true) {
    const before = await stamp()
    const outcome = await read().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const after = await stamp()
    if (isSame(before, after)) {
      if ('error' in outcome) throw outcome.error
      return outcome.value
    }
    if (again) throw changed(path, before, after, lang)
  }
}

export function isSame(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified
}

export function changed(path: RawPath, before: Stamp, after: Stamp, lang: Lang): YaodianError {
  const zh = before.size === after.size ? '修改时间不同' : `大小 ${before.size} → ${after.size} 字节`
  const en = before.size === after.size ? 'its time differs' : `size ${before.size} → ${after.size} bytes`
  return new YaodianError('input/changed', { path: pathText(path), detail: lang === 'zh' ? zh : en })
}
