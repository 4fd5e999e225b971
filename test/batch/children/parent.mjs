/** A program with a pool; it is told by the test how it ends. Prints the processes it has started. */
import { Pool } from '../../../dist/batch/pool/pool.js'

const [how] = process.argv.slice(2)
const pool = new Pool({
  module: new URL('worker.mjs', import.meta.url),
  size: 3,
  timeoutMs: 600_000,
  maxMemory: 2 ** 29,
})
const pids = await Promise.all([1, 2, 3].map(() => pool.run({ do: 'sleep', ms: 100 })))
const print = () => console.log(JSON.stringify(pids.map((answer) => answer.reply)))

if (how === 'many') await many()
else if (how === 'idle') print()
else {
  // One loops, one waits, one has nothing to do.
  pool.run({ do: 'loop' }).catch(() => {})
  pool.run({ do: 'deaf' }).catch(() => {})
  setTimeout(() => {
    print()
    if (how === 'exit') process.exit(0)
  }, 300)
}

/** What is held after 1,000 jobs and after 4,000. */
async function many() {
  const held = []
  const handles = () => process.getActiveResourcesInfo().filter((name) => name !== 'Timeout')
  // Node opens its own output when it closes the first socket: it is no leak.
  void [process.stdout, process.stderr]
  const own = handles().length
  for (const jobs of [1000, 3000]) {
    for (let done = 0; done < jobs; done += 50) {
      const value = 'x'.repeat(10_000)
      await Promise.all(Array.from({ length: 50 }, () => pool.run({ do: 'echo', value })))
    }
    // The clock stops when there is nothing to do, and a process that was replaced takes its time.
    for (let left = 200; left > 0 && handles().length > own; left--) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    gc()
    const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
    held.push({ heap: process.memoryUsage().heapUsed, handles: handles(), listeners })
  }
  console.log(JSON.stringify(held))
}
