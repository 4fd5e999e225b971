/**
 * Reading in a thread of its own: a form that draws itself without end, or a font that never ends,
 * takes its thread down and not the program. The page at which that happened is left out, with a
 * message, and the others are read.
 */
import { Worker } from 'node:worker_threads'
import type { Content } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import type { Limits, Source } from '../reader.ts'
import type { Answer, Request } from './worker.ts'

/** Heap of the thread (MB): a notice takes a tenth of it, 3,000 pages about half. */
const heap = 650
/** Milliseconds of work after which a page that is not done will never be. */
const patience = 7000
/** How often as long is waited where the machine is busy with other things and the thread could not work. */
const mostWaits = 6
/** What is left to do when all pages are read grows with the file. */
const patienceAtEnd = 60_000
/** Pages that may take a thread down before the file is given up. */
const mostFallen = 2

/** Threads that wait for a file. They do not keep the program from ending. */
const idle: Worker[] = []

type Outcome =
  | Extract<Answer, { kind: 'content' | 'error' }>
  | { readonly kind: 'fallen'; readonly page: number }

/** @throws YaodianError if the file cannot be read at all. */
export async function readIsolated(source: Source, report: Report, limits: Limits): Promise<Content> {
  const skip: number[] = []
  while (true) {
    const outcome = await attempt({ source, limits, skip })
    if (outcome.kind === 'content') {
      for (const { code, params, at } of outcome.noted) report.add(code, params, at)
      return outcome.content
    }
    if (outcome.kind === 'error') throw new YaodianError(outcome.code, outcome.params)
    if (outcome.page === 0 || skip.length >= mostFallen) {
      throw new YaodianError('document/damaged', { detail: 'it exhausts the reader' })
    }
    skip.push(outcome.page)
  }
}

function attempt(request: Request): Promise<Outcome> {
  const worker =
    idle.pop() ??
    new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: heap } })
  worker.ref()
  return new Promise((resolve, reject) => {
    // 0 before the first page and after the last.
    let page = 0
    let timer: NodeJS.Timeout
    const end = (settle: () => void, keep: boolean) => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', fall)
      if (keep) {
        worker.unref()
        idle.push(worker)
      } else {
        // The thread is going down: what it still says of it is known.
        worker.on('error', () => {})
        void worker.terminate()
      }
      settle()
    }
    const fall = () => end(() => resolve({ kind: 'fallen', page }), false)
    const fail = (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') fall()
      else end(() => reject(error), false)
    }
    const wait = (milliseconds: number, waits = 1, since = process.cpuUsage()) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (worked(since) < 0.8 * milliseconds && waits < mostWaits) wait(milliseconds, waits + 1, since)
        else fall()
      }, milliseconds)
    }
    const hear = (answer: Answer) => {
      if (answer.kind === 'page') {
        page = answer.number
        wait(page === 0 ? patienceAtEnd : patience)
      } else if (answer.kind === 'bug') end(() => reject(new Error(answer.text)), false)
      else end(() => resolve(answer), true)
    }
    worker.on('message', hear).on('error', fail).on('exit', fall)
    wait(patience)
    worker.postMessage(request)
  })
}

/** Milliseconds that the program worked since: on a busy machine far fewer than went by. */
function worked(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
