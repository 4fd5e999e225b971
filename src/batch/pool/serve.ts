/** The side of the process: takes a job at a time and sends what the handler makes of it. */
import { writeFileSync, writeSync } from 'node:fs'
import { serialize, setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { asRequest, maxReply, type Response } from './protocol.ts'
import type { Watched } from './watch.ts'

/**
 * Called once by the module that a {@link Pool} starts. Errors that the caller shall learn of are part of
 * the reply; a handler that throws, or whose reply cannot be cloned or is too large, ends the process, with
 * the reason on stderr, since nobody knows what it left behind.
 */
export function serve<J, R>(handle: (job: J) => Promise<R>): void {
  const send = process.send?.bind(process)
  if (!send) throw new Error('this module is started by a pool')
  // Libraries that find it take the process for a child of theirs and talk to the pool.
  delete process.send
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    const request = asRequest(message)
    if (request) void answer(request.id, request.job as J)
  })
  compileLess()
  ignoreSignals()
  preferToDie()
  startWatch()

  async function answer(id: number, job: J): Promise<void> {
    try {
      const reply = serialize(await handle(job))
      if (reply.length > maxReply) {
        throw new RangeError(`the reply has ${reply.length} bytes, the limit is ${maxReply}`)
      }
      say({ kind: 'reply', id, rss: process.memoryUsage.rss(), reply })
    } catch (error) {
      fail(error)
    }
  }

  function say(response: Response): void {
    // When nobody listens any more, `disconnect` follows.
    send!(response, undefined, undefined, () => {})
  }

  say({ kind: 'ready' })
}

/** Not thrown on: a library that listens for what nobody caught would keep the process. */
function fail(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    writeSync(2, `${text}\n`)
  } catch {
    // The exit status has to do.
  }
  process.exit(1)
}

/**
 * A process lives for some hundred files, and with as many processes as cores V8's compiling threads take their time
 * from one another: code is compiled when it has run three times as long as by default. Two took 11 to 23 % less for
 * 1,200 files (bench/README.md). A V8 without this flag says so on stderr and goes on.
 */
function compileLess(): void {
  setFlagsFromString('--interrupt-budget=400000')
}

/** A terminal's Ctrl-C, or its end, goes to all processes alike: the pool's decides. */
function ignoreSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
}

/** When the machine's memory is gone Linux ends the process that scores highest: this one, not the pool's. */
function preferToDie(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/oom_score_adj', '800')
  } catch {
    // Some containers do not allow it.
  }
}

function startWatch(): void {
  const workerData: Watched = { parent: Number(process.argv[2]), limit: Number(process.argv[3]) }
  const watch = new Worker(new URL('./watch.js', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  })
  watch.unref()
}
