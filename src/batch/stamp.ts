/** Whether a file stays as it is while it is read. */
import { setTimeout } from 'node:timers/promises'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type { Stamp } from './archive/member.ts'
import { pathText, type RawPath } from './path.ts'

export function stampOf(info: { readonly size: number; readonly mtimeMs: number }): Stamp {
  return { size: info.size, modified: info.mtimeMs }
}

/**
 * A file that was changed less than this ago may be in the middle of it: changed again within one tick of
 * the clock that stamps it (10 ms), which no stamp shows; or emptied, and its new content on its way.
 */
const settledMs = 100
const emptyMs = 1000

function unsettledFor({ size, modified }: Stamp): number {
  const needed = size === 0 ? emptyMs : settledMs
  const age = Date.now() - modified
  // A time far ahead is a clock that is wrong.
  return Math.abs(age) < needed ? needed - age : 0
}

/** After a change once more: what was empty may have got its content meanwhile. */
async function settle(stamp: () => Promise<Stamp>): Promise<Stamp> {
  let now = await stamp()
  for (let round = 0; round < 2 && unsettledFor(now) > 0; round++) {
    // A timer may be a millisecond early.
    await setTimeout(unsettledFor(now) + 1)
    now = await stamp()
  }
  return now
}

/**
 * Reads what nobody changes meanwhile. A file that was changed just now is given the time to be finished;
 * where the stamps before and after differ it is read once more.
 * @throws YaodianError `input/changed` where it changes again.
 */
export async function readSteady<T>(
  path: RawPath,
  lang: Lang,
  stamp: () => Promise<Stamp>,
  read: () => Promise<T>,
): Promise<T> {
  for (let again = false; ; again = true) {
    const before = await settle(stamp)
    const isSettled = unsettledFor(before) === 0
    const outcome = await read().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const after = await stamp()
    if (isSettled && isSame(before, after)) {
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
