/**
 * Many inputs into one dataset, in two stages: each content is read once and its result stored, then the
 * outputs are written from what is stored, in the order of the inputs' paths. So a run can be killed at any
 * moment and taken up again, and no output depends on the number of jobs or on timing.
 */
import { join, resolve } from 'node:path'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { defaultLimits, type Limits } from '../read/reader.ts'
import type { ArchiveLimits } from './archive/limits.ts'
import { type Done, readAll } from './first-stage.ts'
import { isPassedOver } from './ignored.ts'
import { Ledger } from './ledger.ts'
import { lock } from './lock.ts'
import { type ManifestLine, unreadLine } from './manifest.ts'
import { isGood, type Outcome, outcomes } from './outcome.ts'
import { pathText, type RawPath } from './path.ts'
import type { PoolEvent } from './pool/pool.ts'
import type { Job } from './read-one.ts'
import type { Reading } from './reading.ts'
import { RunLog } from './run-log.ts'
import { type Format, Interrupted, writeAll } from './second-stage.ts'
import { Store } from './store.ts'
import { type Entry, walk } from './walk.ts'

export interface ConvertOptions {
  readonly out: string
  readonly lang: Lang
  readonly limits: Partial<Limits & ArchiveLimits>
  /** More paths, of a list: never patterns. */
  readonly listed?: readonly RawPath[]
  /** Makes the processes that read; told what happens to them. */
  readonly reading: (onEvent: (event: PoolEvent<Job>) => void) => Reading
  readonly formats: readonly Format[]
  readonly allCopies?: boolean
  readonly mergeSections?: boolean
  /** Reads again what an earlier run could not read. */
  readonly retryFailed?: boolean
  /** A log beside OUT/run.ndjson. */
  readonly log?: string
  /** When it is aborted no more files are taken; those begun are finished. */
  readonly signal?: AbortSignal
  readonly watcher?: Watcher
}

/** Told how a run goes; the outputs do not depend on it. */
export interface Watcher {
  /** Inputs to come, once they are known. */
  start(total: number): void
  /** An input is done, in no order. */
  done(outcome: Outcome): void
  /** All are read; so many lines of the manifest, with what belongs to them, are to be written. */
  writing(total: number): void
  wrote(): void
  /** An error without a name, which is to be reported. */
  bug(path: string, stack: string): void
  /** A log is no longer whole; told once for each. The run goes on. */
  logFailed?(error: unknown): void
}

export interface Summary {
  readonly inputs: number
  readonly counts: Readonly<Record<Outcome, number>>
  /** Those that the dataset counts: of the preferred copies, unless all are asked for. */
  readonly tasks: number
  /** Files that did not end well. */
  readonly failed: number
  /** The first of them; all are in the manifest. */
  readonly failures: readonly Failure[]
  /** Inputs whose result was there from an earlier run. */
  readonly kept: number
  /** Of those without tasks, inputs that are no notices: system files, archives whose members are listed. */
  readonly passedOver: number
  /** Stopped before the end: what was read is stored, the outputs are as they were before. */
  readonly interrupted: boolean
}

export type Failure = Pick<ManifestLine, 'path' | 'outcome' | 'code' | 'text'>

const shownFailures = 20

/**
 * @throws YaodianError `input/none` if there is no file to read (nothing is written then),
 * `output/unwritable` if the dataset cannot be written, `usage/wrong` while another run writes there.
 */
export async function convert(paths: readonly RawPath[], options: ConvertOptions): Promise<Summary> {
  const { out, lang, signal, watcher } = options
  const limits = onlyOf(options.limits)
  const listed = options.listed ?? []
  const entries = await walk(paths, { out, lang, limits: options.limits, listed })
  if (!entries.some((e) => e.kind === 'file')) throw nothingToRead([...paths, ...listed], entries, lang)
  if (options.log !== undefined) {
    const log = resolve(options.log)
    const input = entries.find((e) => resolve(pathText(e.path)) === log)
    if (input) throw new YaodianError('usage/wrong', { detail: `--log: ${pathText(input.path)}` })
  }
  const unlock = await lock(out, lang)
  const logs: RunLog[] = []
  const note: RunLog['note'] = (event, more) => {
    for (const log of logs) log.note(event, more)
  }
  const tally = new Tally(entries.length)
  let reading: Reading | null = null
  try {
    const onError = (error: unknown) => watcher?.logFailed?.(error)
    logs.push(await RunLog.open(join(out, 'run.ndjson'), { lang, onError }))
    if (options.log !== undefined) logs.push(await RunLog.open(options.log, { lang, onError }))
    note('start', { pid: process.pid, inputs: entries.length })
    watcher?.start(entries.length)
    for (const entry of entries) {
      if (entry.kind === 'file') continue
      const line = unreadLine(entry, lang)
      tally.add(line)
      watcher?.done(line.outcome)
    }
    const ledger = new Ledger(entries.length)
    const store = new Store(out, { lang, limits })
    reading = options.reading((event) => {
      const { kind, ...more } = event
      note(kind, 'job' in more ? { ...more, job: more.job.path } : more)
    })
    await readAll(entries, {
      ledger,
      store,
      reading,
      limits,
      lang,
      retryFailed: options.retryFailed === true,
      ...(signal ? { signal } : {}),
      done: (done) => {
        note('file', { ...done })
        tally.add(done)
        watcher?.done(done.outcome)
      },
      bug: (path, stack) => watcher?.bug(path, stack),
    })
    await reading.close()
    reading = null
    if (signal?.aborted) {
      note('interrupted', { tasks: tally.tasks })
      return tally.summary(true)
    }
    const written = new Tally(entries.length, tally.kept)
    watcher?.writing(entries.length)
    await writeAll(entries, {
      out,
      ledger,
      store,
      lang,
      formats: options.formats,
      allCopies: options.allCopies === true,
      mergeSections: options.mergeSections === true,
      ...(signal ? { signal } : {}),
      wrote: (line, tasks) => {
        written.add({ ...line, tasks })
        watcher?.wrote()
      },
    })
    await store.tidy()
    note('end', { counts: written.counts, tasks: written.tasks })
    return written.summary(false)
  } catch (error) {
    if (error instanceof Interrupted) {
      note('interrupted')
      return tally.summary(true)
    }
    note('error', { text: error instanceof Error ? error.message : String(error) })
    throw error
  } finally {
    await reading?.close()
    for (const log of logs) await log.close()
    await unlock()
  }
}

/** Of the limits those of reading, which results depend on. */
function onlyOf(limits: Partial<Limits>): Limits {
  const names = Object.keys(defaultLimits) as (keyof Limits)[]
  return Object.fromEntries(
    names.map((name) => [name, limits[name] ?? defaultLimits[name]]),
  ) as unknown as Limits
}

/** Says of each input why it cannot be read, or that the folders are empty. */
function nothingToRead(paths: readonly RawPath[], entries: readonly Entry[], lang: Lang): YaodianError {
  const refused = entries.flatMap((e) => (e.kind === 'unreadable' ? [e.error] : []))
  if (refused.length === 1 && entries.length === 1) return refused[0]!
  const reasons = refused.slice(0, 5).map((error) => error.text(lang))
  return new YaodianError('input/none', { path: [...paths.slice(0, 5).map(pathText), ...reasons].join('; ') })
}

class Tally {
  readonly counts = Object.fromEntries(outcomes.map((o) => [o, 0])) as Record<Outcome, number>
  private readonly failures: Failure[] = []
  tasks = 0
  kept: number
  private failed = 0
  private passedOver = 0
  private readonly inputs: number

  constructor(inputs: number, kept = 0) {
    this.inputs = inputs
    this.kept = kept
  }

  add({ path, outcome, code, text, tasks, kept }: Failure & { tasks: number; kept?: Done['kept'] }): void {
    this.counts[outcome]++
    this.tasks += tasks
    if (kept) this.kept++
    if (isPassedOver(code)) this.passedOver++
    if (isGood(outcome)) return
    this.failed++
    if (this.failures.length < shownFailures) this.failures.push({ path, outcome, code, text })
  }

  summary(interrupted: boolean): Summary {
    const { inputs, counts, tasks, failed, failures, kept, passedOver } = this
    return { inputs, counts, tasks, failed, failures, kept, passedOver, interrupted }
  }
}
