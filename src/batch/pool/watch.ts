/**
 * A thread in each process of the pool. The main thread hears nothing while it loops: neither that the
 * pool's process was killed, nor that it fills the memory of the machine. This one does.
 * Started by serve.ts; measured at 9 MB and 0.1 % of a core.
 */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { overMemory } from './ends.ts'

export interface Watched {
  /** Process id of the pool's. */
  readonly parent: number
  /** Bytes that may be resident. */
  readonly limit: number
}

const every = 250
const { parent, limit } = workerData as Watched
let over = 0

setInterval(() => {
  if (isOrphan()) process.kill(process.pid, 'SIGKILL')
  const rss = process.memoryUsage.rss()
  over = rss > limit ? over + 1 : 0
  // The pool reads more often and says more: it has the first word, this thread the last, for a pool that
  // is busy, or has no means to read.
  if (over < 2) return
  try {
    writeSync(2, `${overMemory}${rss}\n`)
  } catch {
    // Nobody listens, or the pipe is full: it ends without a word.
  }
  process.kill(process.pid, 'SIGKILL')
}, every)

/** Another process takes over the children of one that ended; on Windows they keep its number. */
function isOrphan(): boolean {
  if (process.ppid !== parent) return true
  if (process.platform !== 'win32') return false
  try {
    return !process.kill(parent, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
