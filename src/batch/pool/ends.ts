/** How a job ended: with the handler's reply, or with the end of the process that had it. */

export type Ended =
  /** It was not done in time (wall clock, milliseconds) and was killed. */
  | { readonly kind: 'timeout'; readonly ms: number }
  /** Bytes resident when last seen (null: never seen), and the limit. */
  | {
      readonly kind: 'out-of-memory'
      readonly rss: number | null
      readonly limit: number
      readonly stderr: string
    }
  /** It ended by itself. `stderr` is the end of what it wrote there. */
  | {
      readonly kind: 'crash'
      readonly exit: number | null
      readonly signal: string | null
      readonly stderr: string
    }

export type Answer<R> = { readonly kind: 'reply'; readonly reply: R } | Ended

/** Why the pool killed a process. */
export type Killed = 'timeout' | 'memory' | 'close'

/** What is known of a process that ended while it had a job. */
export interface Death {
  readonly exit: number | null
  readonly signal: string | null
  readonly stderr: string
  /** Null where it was not the pool. */
  readonly killed: Killed | null
  /** Milliseconds that it was given. */
  readonly ms: number
  readonly rss: number | null
  readonly limit: number
}

/** Characters of stderr that are handed on. */
const shown = 2000

/** What the process's own watch writes before it kills the process: see watch.ts. */
export const overMemory = 'yaodian: out of memory, resident bytes: '

/** "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory" and its kin. */
const heapExhausted = /^FATAL ERROR: .*out of memory/m

export function endOf(death: Death): Ended {
  const { exit, signal, killed, ms, limit } = death
  if (killed === 'timeout') return { kind: 'timeout', ms }
  const stderr = lastOf(death.stderr)
  if (killed === 'memory' || isOutOfMemory(death)) {
    return { kind: 'out-of-memory', rss: ownReading(death.stderr) ?? death.rss, limit, stderr }
  }
  return { kind: 'crash', exit, signal, stderr }
}

/**
 * V8 says that its heap is full and aborts; a process that prints the same words and exits did not. The
 * kernel kills without a word: a process that was beyond half its limit when last seen (a tenth of a second
 * before) is taken for its victim. A smaller one was more likely killed by somebody, and is a crash.
 */
function isOutOfMemory({ exit, signal, stderr, killed, rss, limit }: Death): boolean {
  // Windows knows no signals: whatever is killed or aborts has an exit code.
  const violent = signal !== null || (process.platform === 'win32' && exit !== 0)
  if (!violent) return false
  if (stderr.includes(overMemory) || heapExhausted.test(stderr)) return true
  return signal === 'SIGKILL' && killed === null && rss !== null && rss > limit / 2
}

function ownReading(stderr: string): number | null {
  const at = stderr.lastIndexOf(overMemory)
  return at < 0 ? null : Number.parseInt(stderr.slice(at + overMemory.length), 10)
}

function lastOf(text: string): string {
  const last = text.slice(-shown)
  // The cut may have left the second half of a pair.
  return /^[\uDC00-\uDFFF]/.test(last) ? last.slice(1) : last
}
