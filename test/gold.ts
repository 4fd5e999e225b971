/** Compares a result with gold: what a person read in the notice under the rules of reading. */
import type { NoticeResult } from '../src/generated/notice.ts'

interface Gold {
  readonly notice: Record<string, unknown>
  readonly tasks: readonly Record<string, unknown>[]
}

/** White space is the one thing in which gold may differ. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s/g, '')
  if (Array.isArray(value)) return value.map(plain)
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
  }
  return value ?? null
}

/** `value` reduced to the keys that gold gives. */
function like(gold: unknown, value: unknown): unknown {
  if (Array.isArray(gold) && Array.isArray(value)) {
    return value.map((v, i) => like(gold[i] ?? gold[0] ?? v, v))
  }
  if (gold && typeof gold === 'object' && value && typeof value === 'object' && !Array.isArray(value)) {
    const from = value as Record<string, unknown>
    return Object.fromEntries(Object.entries(gold).map(([k, g]) => [k, like(g, from[k] ?? null)]))
  }
  return value
}

/** Every place in which the result is not the gold, as `pointer: got ≠ wanted`. */
export function outside(gold: Gold, result: NoticeResult): string[] {
  const differences: string[] = []
  const compare = (pointer: string, wanted: unknown, got: unknown) => {
    const a = JSON.stringify(plain(wanted))
    const b = JSON.stringify(plain(like(wanted, got)))
    if (a !== b) differences.push(`${pointer}: ${b} ≠ ${a}`)
  }
  const { notice } = result as unknown as { notice: Record<string, unknown> }
  for (const [key, wanted] of Object.entries(gold.notice)) compare(`/notice/${key}`, wanted, notice[key])
  if (gold.tasks.length !== result.tasks.length) {
    differences.push(`/tasks: ${result.tasks.length} ≠ ${gold.tasks.length}`)
  }
  for (const [i, wanted] of gold.tasks.entries()) {
    const got = result.tasks[i] as unknown as Record<string, unknown> | undefined
    for (const [key, value] of Object.entries(wanted)) compare(`/tasks/${i}/${key}`, value, got?.[key])
  }
  return differences
}
