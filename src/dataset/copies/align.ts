/** Which task of one copy is which of the other. */
import type { Task } from '../../generated/notice.ts'
import { taskText } from './fingerprint.ts'
import { Letters, letters, resemblance, shingles } from './keys.ts'

export interface Alignment {
  readonly pairs: readonly (readonly [Task, Task])[]
  /** Tasks of the first, and of the second, that the other has not. */
  readonly missing: readonly Task[]
  readonly extra: readonly Task[]
}

/** Tasks that share this much of their text are one, read differently. */
const alike = 0.4
const kept = 32
/** Readers lose and add tasks, and keep their order: a counterpart is not far off. */
const reach = 20

export function align(first: readonly Task[], second: readonly Task[]): Alignment {
  const waiting = new Map<string, Task[]>()
  for (const task of second) {
    const key = letters(taskText(task))
    const same = waiting.get(key)
    if (same) same.push(task)
    else waiting.set(key, [task])
  }
  const counterpart = new Map<Task, Task>()
  for (const task of first) {
    const other = waiting.get(letters(taskText(task)))?.shift()
    if (other) counterpart.set(task, other)
  }
  const taken = new Set(counterpart.values())
  const left = first.filter((task) => !counterpart.has(task))
  const right = second.filter((task) => !taken.has(task)).map((task) => ({ task, text: textOf(task) }))
  left.forEach((task, i) => {
    const text = textOf(task)
    let best: Task | null = null
    let most = alike
    for (const other of right.slice(Math.max(0, i - reach), i + reach + 1)) {
      if (taken.has(other.task)) continue
      const share = resemblance(text, other.text, kept)
      if (share > most) [best, most] = [other.task, share]
    }
    if (best === null) return
    counterpart.set(task, best)
    taken.add(best)
  })
  return {
    pairs: first.flatMap((task) => {
      const other = counterpart.get(task)
      return other ? [[task, other] as const] : []
    }),
    missing: first.filter((task) => !counterpart.has(task)),
    extra: second.filter((task) => !taken.has(task)),
  }
}

function textOf(task: Task): Uint32Array {
  const text = new Letters()
  text.add(taskText(task))
  return shingles(text.all(), kept)
}
