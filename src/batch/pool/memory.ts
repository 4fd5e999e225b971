/** Resident memory of other processes, in bytes: the heap, what is outside it, and all threads together. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Those that can be read; a process that has ended is missing. */
export type Resident = ReadonlyMap<number, number>

export interface MemoryReader {
  /** Milliseconds between readings. */
  readonly every: number
  read(pids: readonly number[]): Resident | Promise<Resident>
}

/**
 * Linux: two dozen microseconds a process. `status` and not `statm`, which counts in pages, whose size
 * Node does not tell (4, 16 or 64 KB).
 */
const proc: MemoryReader = {
  every: 100,
  read(pids) {
    const found = new Map<number, number>()
    for (const pid of pids) {
      const rss = residentOf(pid)
      if (rss !== null) found.set(pid, rss)
    }
    return found
  },
}

function residentOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    // It has ended, which the pool hears by itself.
    return null
  }
}

/** macOS and the BSDs: a process must be started to ask, so it is asked for all at once, and less often. */
const ps: MemoryReader = {
  every: 500,
  read(pids) {
    return new Promise((resolve) => {
      // Its exit status is 1 when one of them has ended; what it says of the others holds.
      execFile('ps', ['-o', 'pid=,rss=', '-p', pids.join(',')], { timeout: 5000 }, (_, stdout) => {
        const rows = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)]
        resolve(new Map(rows.map(([, pid, kilobytes]) => [Number(pid), Number(kilobytes) * 1024])))
      })
    })
  },
}

/**
 * Null on Windows, where Node has no means to ask. There only the thread inside the process watches
 * (watch.ts), as it does everywhere beside this: weaker, as a process that is ill watches itself.
 */
export function memoryReader(platform: NodeJS.Platform = process.platform): MemoryReader | null {
  if (platform === 'linux' || platform === 'android') return proc
  return platform === 'win32' ? null : ps
}
