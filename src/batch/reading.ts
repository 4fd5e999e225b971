/**
 * Where files are read: in child processes, so that a reader that loops, dies or eats memory takes only its
 * own process down, or in this one (quicker to start, and what tests use).
 */
import { availableParallelism } from 'node:os'
import type { Lang } from '../message.ts'
import type { parse as Parse } from '../pipeline.ts'
import type { Judgement, LimitHit } from './outcome.ts'
import { type Ended, Pool, type PoolEvent } from './pool/pool.ts'
import { type Job, type ReadOne, readOne } from './read-one.ts'

export interface Reading {
  /** Files in work at a time. */
  readonly jobs: number
  /** The limits of a process, by the name that {@link LimitHit} has. */
  readonly granted: Readonly<Record<string, number>>
  read(job: Job): Promise<ReadOne>
  close(): Promise<void>
}

export interface IsolationOptions {
  readonly jobs: number
  /** Wall clock for one file, in milliseconds. */
  readonly timeoutMs: number
  /** Resident memory of one child process, in bytes. */
  readonly maxMemory: number
  /** Of the child processes; the program's own unless a test gives another. */
  readonly module?: URL
  readonly onEvent?: (event: PoolEvent<Job>) => void
}

export const defaultIsolation = {
  jobs: availableParallelism(),
  timeoutMs: 60_000,
  maxMemory: 1024 ** 3,
} as const

/** Reads in child processes. */
export function isolated(options: IsolationOptions): Reading {
  const { jobs, timeoutMs, maxMemory, onEvent } = options
  const module = options.module ?? new URL('./reader-process.js', import.meta.url)
  const pool = new Pool<Job, ReadOne>({
    module,
    size: jobs,
    timeoutMs,
    maxMemory,
    ...(onEvent ? { onEvent } : {}),
  })
  return {
    jobs,
    granted: { timeout: timeoutMs, 'max-memory': maxMemory },
    read: async (job) => {
      const answer = await pool.run(job)
      if (answer.kind === 'reply') return answer.reply
      const header = { ...judgeEnd(answer, job.lang), tasks: 0, messages: 0, fingerprint: null }
      return { header, json: null }
    },
    close: () => pool.close(),
  }
}

/** Reads in this process. */
export function inProcess(jobs: number, parse: typeof Parse): Reading {
  return { jobs, granted: {}, read: (job) => readOne(job, parse), close: async () => undefined }
}

/** How a process that did not answer ended, in the terms of the manifest. */
function judgeEnd(ended: Ended, lang: Lang): Judgement {
  const zh = lang === 'zh'
  if (ended.kind === 'timeout') {
    const seconds = ended.ms / 1000
    return {
      outcome: 'TIMEOUT',
      code: 'process/timeout',
      text: zh
        ? `读取超过 ${seconds} 秒，已停止（可用 --timeout 调整）`
        : `not read within ${seconds} seconds (--timeout)`,
      limit: { name: 'timeout', asked: null, granted: ended.ms },
    }
  }
  if (ended.kind === 'out-of-memory') {
    const megabytes = Math.round(ended.limit / 1024 ** 2)
    return {
      outcome: 'OUT_OF_MEMORY',
      code: 'process/out-of-memory',
      text: zh
        ? `读取所需内存超过 ${megabytes} MB，已停止（可用 --max-memory 调整）`
        : `reading took more than ${megabytes} MB of memory (--max-memory)`,
      limit: { name: 'max-memory', asked: null, granted: ended.limit },
    }
  }
  const how = ended.signal ?? `exit ${ended.exit}`
  const said = lastLine(ended.stderr)
  const detail = said === '' ? how : `${how}: ${said}`
  return {
    outcome: 'CRASH',
    code: 'process/crash',
    text: zh ? `读取的进程异常退出（${detail}）` : `the process that read it died (${detail})`,
  }
}

/** The line of a stack that names the error, else the last one; addresses and ids differ from run to run. */
function lastLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const named = lines.find((line) => /^(?:\w*Error|FATAL ERROR)\b/.test(line.trim()))
  return (named ?? '').trim().slice(0, 200)
}
