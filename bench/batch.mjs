/**
 * Whole runs: how many notices a second, what isolation costs, whether memory grows.
 *
 *   node --expose-gc bench/batch.mjs             20,000 notices for memory, 1,200 of each kind for speed
 *   node --expose-gc bench/batch.mjs 2000 200    fewer; 0 leaves one of them out
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convert } from '../dist/batch/convert.js'
import { inProcess, isolated } from '../dist/batch/reading.js'
import { parse } from '../dist/index.js'
import { limit, print } from './measure.mjs'
import { makeNotices } from './notices.mjs'

const [many = 20_000, some = 1200] = process.argv.slice(2).map(Number)
const all = ['json', 'ndjson', 'csv', 'parquet', 'xlsx']
const root = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const options = { timeoutMs: 60_000, maxMemory: 1024 ** 3 }

/** One run; the seconds of each stage, and what the watcher was told. */
async function run(input, reading, formats, watcher = {}) {
  const out = mkdtempSync(join(root, 'out-'))
  const started = performance.now()
  let readAt = started
  const none = () => undefined
  const summary = await convert([input], {
    out,
    lang: 'zh',
    limits: {},
    formats,
    reading,
    watcher: {
      start: none,
      done: watcher.done ?? none,
      writing: () => {
        readAt = performance.now()
      },
      wrote: watcher.wrote ?? none,
      bug: (path, stack) => console.error(path, stack),
    },
  })
  const ended = performance.now()
  const manifest = readFileSync(join(out, 'manifest.ndjson'), 'utf8').split('\n').length - 1
  rmSync(out, { recursive: true })
  return { summary, manifest, reading: (readAt - started) / 1000, whole: (ended - started) / 1000 }
}

const pool = (jobs, onPid) => (onEvent) =>
  isolated({
    jobs,
    ...options,
    onEvent: (event) => {
      onPid?.(event)
      onEvent(event)
    },
  })

async function speed() {
  const rows = []
  let mixed = { reading: 0, bare: 0, whole: 0 }
  for (const kinds of [['html'], ['docx'], ['doc'], ['pdf'], ['html', 'docx', 'doc']]) {
    const input = mkdtempSync(join(root, 'in-'))
    // A PDF takes many times as long as the others: fewer tell as much.
    const count = kinds.includes('pdf') ? Math.ceil(some / 10) : some
    makeNotices(input, count, kinds)
    const here = await run(input, () => inProcess(1, parse), all)
    const one = await run(input, pool(1), all)
    const two = await run(input, pool(2), all)
    const bare = await run(input, pool(2), [])
    const rate = (seconds) => (count / seconds).toFixed(0)
    rows.push([
      kinds.join(', '),
      rate(here.reading),
      rate(one.reading),
      rate(two.reading),
      `${(one.reading / here.reading).toFixed(2)} ×`,
      rate(two.whole),
      rate(bare.whole),
    ])
    if (kinds.length > 1) {
      mixed = { reading: count / two.reading, bare: count / bare.whole, whole: count / two.whole }
    }
    rmSync(input, { recursive: true })
  }
  print(
    `Notices a second, ${some} of each kind, first run`,
    [
      'kind',
      'reading, in this process',
      'reading, 1 process',
      'reading, 2 processes',
      'isolation costs',
      'whole run, 2 processes, all formats',
      'whole run, 2 processes, manifest only',
    ],
    rows,
  )
  console.log(
    '\nA mix of html, docx and doc, 2 processes, a second (at least 150 asked, isolation included):',
  )
  console.log(`  read and stored          ${mixed.reading.toFixed(0)}`)
  console.log(`  with the manifest        ${mixed.bare.toFixed(0)}`)
  console.log(`  with all five formats    ${mixed.whole.toFixed(0)}`)
}

async function memory() {
  if (!globalThis.gc) return console.log('\nMemory: needs node --expose-gc')
  const input = mkdtempSync(join(root, 'many-'))
  const bytes = makeNotices(input, many, ['html', 'docx', 'doc'])
  const marks = []
  const pids = new Set()
  let most = 0
  let count = 0
  const mark = (stage) => {
    if (++count % 1000 !== 0) return
    for (const pid of pids) most = Math.max(most, residentOf(pid))
    globalThis.gc()
    const { heapUsed, rss } = process.memoryUsage()
    marks.push({ stage, count, heap: heapUsed / 1e6, rss: rss / 1e6 })
  }
  const watch = (event) => {
    if (event.kind === 'started' && event.pid !== null) pids.add(event.pid)
    else if (event.pid !== null) pids.delete(event.pid)
  }
  const { manifest, summary, whole } = await run(input, pool(2, watch), all, {
    done: () => mark('read'),
    wrote: () => mark('write'),
  })
  const reading = marks.filter((m) => m.stage === 'read')
  print(
    `${many.toLocaleString('en')} notices (${Math.round(bytes / 1e6)} MB), ${whole.toFixed(0)} s, ${manifest} lines in the manifest, ${summary.tasks} tasks`,
    ['done', 'heap after gc, MB', 'RSS, MB'],
    marks
      .filter((_, i) => i % Math.ceil(marks.length / 12) === 0 || i === marks.length - 1)
      .map((m) => [
        `${m.stage} ${(m.count > many ? m.count - many : m.count).toLocaleString('en')}`,
        m.heap.toFixed(2),
        m.rss.toFixed(0),
      ]),
  )
  console.log(`\nA reading process held ${Math.round(most / 1e6)} MB at most.`)
  if (reading.length > 2) {
    const [first, last] = [reading[1], reading.at(-1)]
    const growth = ((last.heap - first.heap) / (last.count - first.count)) * 1000
    limit('Growth of the heap while reading', growth, 0.05, 'MB per 1,000')
  }
}

function residentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}

if (some > 0) await speed()
if (many > 0) await memory()
process.exit(0)
