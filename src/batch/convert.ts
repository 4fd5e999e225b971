/**
 * Many inputs into one dataset. Inputs are read by several jobs at once and written in the order of their
 * paths: a sliding window of results waits for the one whose turn it is, so memory depends on the number
 * of jobs and not of files, and no output on timing.
 */
import { createHash } from 'node:crypto'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { csvRows } from '../dataset/csv.ts'
import { ndjson, noticeJson, taskLines } from '../dataset/ndjson.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type { parse as Parse } from '../pipeline.ts'
import { defaultLimits, type Limits } from '../read/reader.ts'
import { sweep, writeWhole } from './aside.ts'
import { Dataset } from './dataset.ts'
import { stopsWriting } from './file-errors.ts'
import { earlierOutputs, type ManifestLine, manifestLine, unreadLine } from './manifest.ts'
import { isBug, isGood, judge, judgeError, type Outcome, outcomes } from './outcome.ts'
import { outputNames } from './output-names.ts'
import { joinPath, pathText, type RawPath, splitPath } from './path.ts'
import { readInput } from './read-file.ts'
import { type Entry, walk } from './walk.ts'

export interface ConvertOptions {
  readonly out: string
  readonly jobs: number
  readonly lang: Lang
  readonly limits: Partial<Limits>
  readonly parse: typeof Parse
  /** When it is aborted no more files are taken; those begun are finished. */
  readonly signal?: AbortSignal
  readonly watcher?: Watcher
}

/** Told how a run goes; the outputs do not depend on it. */
export interface Watcher {
  /** Inputs to come, once they are known. */
  start(total: number): void
  done(line: ManifestLine): void
  /** An error without a name, which is to be reported. */
  bug(path: string, error: unknown): void
}

export interface Summary {
  readonly inputs: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly tasks: number
  /** Files that did not end well. */
  readonly failed: number
  /** The first of them; all are in the manifest. */
  readonly failures: readonly ManifestLine[]
  /** Aborted: the notices done are written, the dataset's files are as they were before. */
  readonly interrupted: boolean
}

const shownFailures = 20

/** What a job hands over for its turn: text, not values, as that is what is written. */
interface Written {
  readonly line: ManifestLine
  readonly notice: string
  readonly tasks: string
  readonly rows: string
}

/**
 * @throws YaodianError `input/none` if there is no file to read (nothing is written then),
 * `output/unwritable` if the dataset cannot be written.
 */
export async function convert(paths: readonly string[], options: ConvertOptions): Promise<Summary> {
  const { out, lang, watcher } = options
  const entries = await walk(paths, { out, lang })
  const files = entries.filter((e) => e.kind === 'file')
  if (files.length === 0) throw nothingToRead(paths, entries, lang)
  const names = outputNames(files, '.json').map((name) => joinPath('notices', name))
  const nameOf = new Map(files.map((file, i) => [file, names[i]!]))
  const dataset = await Dataset.open(out, lang)
  const tally = new Tally(entries.length)
  try {
    watcher?.start(entries.length)
    for await (const written of inOrder(entries, (entry) => take(entry, nameOf, options), options)) {
      await dataset.add(written)
      tally.add(written.line)
      watcher?.done(written.line)
    }
    if (options.signal?.aborted) {
      await dataset.discard()
      return tally.summary(true)
    }
    await removeStale(out, tally.outputs)
    for (const folder of new Set(names.map((n) => pathText(splitPath(n).folder))))
      await sweep(join(out, folder))
    await sweep(out)
    await dataset.commit()
    return tally.summary(false)
  } catch (error) {
    await dataset.discard()
    throw error
  }
}

/** Results in the order of the entries. At most four a job are under way or waiting for their turn. */
async function* inOrder<T, R>(
  entries: readonly T[],
  work: (entry: T) => Promise<R>,
  { jobs, signal }: { jobs: number; signal?: AbortSignal },
): AsyncGenerator<R> {
  const queue = new PQueue({ concurrency: jobs })
  const window: Promise<R>[] = []
  try {
    for (const entry of entries) {
      if (signal?.aborted) break
      const result = queue.add(() => work(entry))
      // A failure is met when its turn comes; until then it is not unhandled.
      result.catch(() => undefined)
      window.push(result)
      if (window.length >= jobs * 4) yield await window.shift()!
    }
    while (window.length > 0) yield await window.shift()!
  } finally {
    queue.clear()
    await queue.onIdle()
  }
}

async function take(
  entry: Entry,
  nameOf: ReadonlyMap<Entry, RawPath>,
  options: ConvertOptions,
): Promise<Written> {
  if (entry.kind !== 'file') return { line: unreadLine(entry, options.lang), notice: '', tasks: '', rows: '' }
  const { lang, limits, parse, watcher } = options
  let sha256: string | null = null
  try {
    const bytes = await readInput(entry.path, limits.maxBytes ?? defaultLimits.maxBytes, lang)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    const result = await parse({ name: pathText(splitPath(entry.path).name), bytes }, { lang, limits })
    const output = nameOf.get(entry)!
    await writeWhole(joinPath(options.out, output), noticeJson(result), lang)
    const counted = { sha256, tasks: result.tasks.length, messages: result.messages.length, output }
    const read = { path: pathText(entry.path), result }
    return {
      line: manifestLine(entry.path, judge(result), counted),
      notice: ndjson(result),
      tasks: taskLines(read),
      rows: csvRows(read),
    }
  } catch (error) {
    if (stopsWriting(error)) throw error
    if (isBug(error)) watcher?.bug(pathText(entry.path), error)
    const line = manifestLine(entry.path, judgeError(error, lang), { sha256 })
    return { line, notice: '', tasks: '', rows: '' }
  }
}

/** Says of each input why it cannot be read, or that the folders are empty. */
function nothingToRead(paths: readonly string[], entries: readonly Entry[], lang: Lang): YaodianError {
  const refused = entries.flatMap((e) => (e.kind === 'unreadable' ? [e.error] : []))
  if (refused.length === 1 && entries.length === 1) return refused[0]!
  const reasons = refused.slice(0, 5).map((error) => error.text(lang))
  return new YaodianError('input/none', { path: [...paths.slice(0, 5), ...reasons].join('; ') })
}

/** Notices of an earlier run whose input is gone, or is no longer readable. */
async function removeStale(out: string, current: ReadonlySet<string>): Promise<void> {
  for await (const output of earlierOutputs(join(out, 'manifest.ndjson'))) {
    if (!current.has(output)) await unlink(join(out, output)).catch(() => undefined)
  }
}

class Tally {
  readonly outputs = new Set<string>()
  private readonly counts = Object.fromEntries(outcomes.map((o) => [o, 0])) as Record<Outcome, number>
  private readonly failures: ManifestLine[] = []
  private tasks = 0
  private failed = 0
  private readonly inputs: number

  constructor(inputs: number) {
    this.inputs = inputs
  }

  add(line: ManifestLine): void {
    this.counts[line.outcome]++
    this.tasks += line.tasks
    if (line.output !== null) this.outputs.add(line.output)
    if (isGood(line.outcome)) return
    this.failed++
    if (this.failures.length < shownFailures) this.failures.push(line)
  }

  summary(interrupted: boolean): Summary {
    const { inputs, counts, tasks, failed, failures } = this
    return { inputs, counts, tasks, failed, failures, interrupted }
  }
}
