/** Does what the job says, well or ill: the processes of the pool's tests. */
import { spawn } from 'node:child_process'
import { readdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../../../dist/batch/pool/serve.js'

const does = {
  echo: ({ value }) => value,
  pid: () => process.pid,
  env: ({ name }) => process.env[name],
  argv: () => process.execArgv,
  heap: async () => (await import('node:v8')).getHeapStatistics().heap_size_limit,
  sleep: ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms, process.pid)),
  loop: () => {
    while (true);
  },
  deaf: () => {
    process.on('SIGTERM', () => {})
    return new Promise(() => setInterval(() => {}, 1000))
  },
  heapful: () => {
    const all = []
    while (true) all.push({ at: all.length, text: `no. ${all.length}` })
  },
  buffers: async () => {
    const all = []
    while (true) {
      all.push(Buffer.alloc(8 * 2 ** 20, 1))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  },
  buffersInALoop: () => {
    const all = []
    const until = Date.now() + 30_000
    while (Date.now() < until) {
      if (all.length < 60) all.push(Buffer.alloc(8 * 2 ** 20, 1))
    }
  },
  keep: ({ bytes }) => {
    globalThis.kept = Buffer.alloc(bytes, 1)
    return process.pid
  },
  abort: () => process.abort(),
  exit: ({ code }) => process.exit(code),
  kill: ({ signal }) => {
    process.kill(process.pid, signal)
    return new Promise(() => setInterval(() => {}, 1000))
  },
  signalled: async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(process.pid, signal)
    await new Promise((resolve) => setTimeout(resolve, 100))
    return process.pid
  },
  company: async ({ folder, ms, dies }) => {
    // Each that runs has a file in the folder: the answer is who else was there.
    const own = `${process.pid}`
    writeFileSync(join(folder, own), '')
    try {
      for (let left = ms; left > 0; left -= 20) {
        const others = readdirSync(folder).filter((name) => name !== own)
        if (dies && others.length > 0) {
          unlinkSync(join(folder, own))
          process.exit(3)
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return { pid: process.pid, others: readdirSync(folder).filter((name) => name !== own) }
    } finally {
      unlinkSync(join(folder, own))
    }
  },
  throw: () => {
    throw new Error('thrown on purpose')
  },
  stray: () => {
    void Promise.reject(new Error('nobody waits for this'))
    return new Promise(() => setInterval(() => {}, 1000))
  },
  noise: ({ value }) => {
    for (let i = 0; i < 2000; i++) console.log('{"kind":"reply","id":0}', i)
    process.stdout.write(Buffer.alloc(300_000, 10))
    for (let i = 0; i < 2000; i++) console.error('noise on stderr', i)
    return value
  },
  lastWords: () => {
    process.stderr.write(`${'前'.repeat(50_000)}the end`)
    process.exit(3)
  },
  sends: ({ value }) => {
    // Hidden from libraries: they would talk to the pool.
    const hidden = process.send === undefined
    process.send?.({ kind: 'reply', id: 0, rss: 0, reply: new Uint8Array() })
    return { value, hidden }
  },
  leave: () => {
    process.disconnect()
    return new Promise(() => setInterval(() => {}, 1000))
  },
  leaveLater: () => {
    setTimeout(() => process.disconnect(), 20)
    return process.pid
  },
  exitLater: () => {
    setTimeout(() => process.exit(5), 20)
    return process.pid
  },
  exitAtOnce: ({ value }) => {
    setImmediate(() => setImmediate(() => process.exit(0)))
    return value
  },
  unclonable: () => ({ f: () => {} }),
  large: ({ bytes }) => new Uint8Array(bytes),
  grandchild: () => {
    // It holds this process's stderr open.
    const one = spawn('sleep', ['20'], { stdio: ['ignore', 'ignore', 'inherit'], detached: true })
    one.unref()
    process.stderr.write(`${one.pid}`)
    process.exit(4)
  },
}

serve(async (job) => does[job.do](job))
