/** Memory: 2,000 notices one after the other in one process, the heap after a full collection. */
import { parse } from '../dist/index.js'
import { inputs } from './inputs.mjs'
import { limit, print } from './measure.mjs'

const notices = 2000
const steps = 5

export async function memory() {
  if (!globalThis.gc) {
    console.log('\nMemory: needs node --expose-gc')
    return
  }
  const sources = [
    inputs('real/html', /\.html$/),
    inputs('rendered/docx', /\.docx$/),
    inputs('seeds', /\.txt$/),
  ].flatMap((i) => i.sources)
  const rows = []
  const heaps = []
  let done = 0
  const step = async (count) => {
    for (const until = done + count; done < until; done++) await parse(sources[done % sources.length])
    globalThis.gc()
    const { heapUsed, rss } = process.memoryUsage()
    heaps.push(heapUsed / 1e6)
    rows.push([done.toLocaleString('en'), (heapUsed / 1e6).toFixed(1), Math.round(rss / 1e6)])
  }
  // Once through all of them, so that what is loaded and compiled once is.
  await step(sources.length)
  done = 0
  for (let i = 0; i < steps; i++) await step(notices / steps)
  rows[0][0] = `once through (${sources.length})`
  print(
    `Memory: ${notices.toLocaleString('en')} notices in one process`,
    ['notices', 'heap MB', 'RSS MB'],
    rows,
  )
  limit('Heap after the last against after the first hundreds', heaps.at(-1) - heaps[1], 2, 'MB')
}
