/** Many inputs, one after the other, for programs: each is read in a process of its own. */
import { createHash } from 'node:crypto'
import { expanded } from './batch/ignored.ts'
import { judgeError, type Outcome } from './batch/outcome.ts'
import { pathText, splitPath } from './batch/path.ts'
import type { ReadOne } from './batch/read-one.ts'
import { defaultIsolation, inProcess, isolated, type Reading } from './batch/reading.ts'
import { resultOf } from './batch/store.ts'
import { type Entry, readEntry, walk } from './batch/walk.ts'
import { YaodianError } from './errors.ts'
import type { NoticeResult } from './generated/notice.ts'
import type { Lang } from './message.ts'
import { parse } from './pipeline.ts'
import { defaultLimits, type Limits, type Source } from './read/reader.ts'

/** A file, folder, zip archive or pattern by its path; or bytes and the name they came with. */
export type Input = string | Source

export interface ConvertOptions {
  /** Language of the messages; Chinese if left out. */
  readonly lang?: Lang
  /** Sizes beyond which a file is named too large. */
  readonly limits?: Partial<Limits>
  /** Files read at a time; the number of processors if left out. */
  readonly jobs?: number
  /** Milliseconds that reading one file may take: 60,000. */
  readonly timeoutMs?: number
  /** Bytes of memory that a process may take: 1 GiB. */
  readonly maxMemory?: number
  /** Reads in this process: no limit of time or memory holds, and a hostile file can take the program down. */
  readonly inProcess?: boolean
}

/** How one input ended. */
export interface Converted {
  readonly path: string
  /** Of the bytes, in hexadecimal; null where they were not read. */
  readonly sha256: string | null
  readonly outcome: Outcome
  /** Code of the message or error that says why; null where all is well. */
  readonly code: string | null
  readonly text: string | null
  /** The notice; null where there is none. */
  readonly result: NoticeResult | null
}

/**
 * Reads all inputs and gives each its turn, in their order (what is in a folder or an archive in the order of
 * its paths). At most two files a job are under way or waiting to be taken, so memory does not depend on how
 * many there are. A bad file is a value with its outcome, never an exception; leaving the loop ends the
 * processes.
 */
export async function* convert(
  inputs: Input | Iterable<Input> | AsyncIterable<Input>,
  options: ConvertOptions = {},
): AsyncGenerator<Converted, void, undefined> {
  const { lang = 'zh', jobs = defaultIsolation.jobs } = options
  const limits = { ...defaultLimits, ...options.limits }
  const reading: Reading = options.inProcess
    ? inProcess(jobs, parse)
    : isolated({
        jobs,
        timeoutMs: options.timeoutMs ?? defaultIsolation.timeoutMs,
        maxMemory: options.maxMemory ?? defaultIsolation.maxMemory,
      })
  const window: Promise<Converted>[] = []
  const entries = entriesOf(inputs, lang, limits)
  let coming: Promise<Next> | null = null
  let ended = false
  /** Of whoever gives the inputs: thrown when those that were given have had their turn. */
  let failure: { readonly error: unknown } | null = null
  try {
    for (;;) {
      if (!coming && !ended && window.length < jobs * 2) coming = next(entries)
      if (!coming && window.length === 0) break
      // What is done is given at once, whether or not the inputs go on: who gives them may wait for it.
      const first = window[0]?.then(() => 'done' as const)
      const event = await (coming && first ? Promise.race([coming, first]) : (coming ?? first!))
      if (event === 'done') {
        yield await window.shift()!
        continue
      }
      coming = null
      if ('error' in event) failure = event
      if ('error' in event || event.done) {
        ended = true
        continue
      }
      const converted = take(event.value, reading, lang, limits)
      // A failure is met when its turn comes; until then it is not unhandled.
      converted.catch(() => undefined)
      window.push(converted)
    }
    if (failure) throw failure.error
  } finally {
    const closing = entries.return(undefined)
    // One that is just asked for its next input may take for ever: it is told, not waited for.
    if (coming) closing.catch(() => undefined)
    else await closing
    await reading.close()
    await Promise.allSettled(window)
  }
}

type Next = IteratorResult<Given, void> | { readonly error: unknown }

function next(entries: AsyncIterator<Given, void>): Promise<Next> {
  return entries.next().catch((error: unknown) => ({ error }))
}

type Given = Entry | { readonly kind: 'source'; readonly source: Source }

async function* entriesOf(
  inputs: Input | Iterable<Input> | AsyncIterable<Input>,
  lang: Lang,
  limits: Limits,
): AsyncGenerator<Given> {
  const all = typeof inputs === 'string' || 'bytes' in inputs ? [inputs] : inputs
  for await (const input of all) {
    if (typeof input !== 'string') yield { kind: 'source', source: input }
    // What is ignored or only holds other entries has no outcome of its own here.
    else for (const entry of await found(input, lang, limits)) if (entry.kind !== 'ignored') yield entry
  }
}

/** What a path is or holds. One that the file system cannot even be asked about is an input that cannot be read. */
async function found(path: string, lang: Lang, limits: Limits): Promise<readonly Entry[]> {
  try {
    return await walk([path], { out: null, lang, limits })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const named =
      error instanceof YaodianError ? error : new YaodianError('input/unreadable', { path, detail })
    return [{ kind: 'unreadable', path, error: named }]
  }
}

async function take(given: Given, reading: Reading, lang: Lang, limits: Limits): Promise<Converted> {
  const path = given.kind === 'source' ? given.source.name : pathText(given.path)
  const refused = (error: unknown): Converted => ({
    path,
    sha256: null,
    ...judged(error, lang),
    result: null,
  })
  if (given.kind === 'ignored') throw new Error('ignored entries are left out')
  if (given.kind === 'unreadable') return refused(given.error)
  if (given.kind === 'archive') {
    if (given.error) return refused(given.error)
    return { path, sha256: null, outcome: 'EMPTY', code: expanded.code, text: null, result: null }
  }
  let bytes: Uint8Array
  try {
    bytes = given.kind === 'source' ? given.source.bytes : await readEntry(given, limits, lang)
  } catch (error) {
    return refused(error)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = given.kind === 'source' ? given.source.name : pathText(splitPath(given.path).name)
  const { header, json }: ReadOne = await reading.read({ name, path, bytes, lang, limits })
  const { outcome, code, text } = header
  return { path, sha256, outcome, code, text, result: json && resultOf(Buffer.from(json)) }
}

function judged(error: unknown, lang: Lang): Pick<Converted, 'outcome' | 'code' | 'text'> {
  const { outcome, code, text } = judgeError(error, lang)
  return { outcome, code, text }
}
