/**
 * The first stage of a run: every input that was not read before is read, and its result stored by content.
 * Order and timing do not matter here; the second stage puts all in the order of paths.
 */
import { createHash } from 'node:crypto'
import PQueue from 'p-queue'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import type { Limits } from '../read/reader.ts'
import type { Ledger } from './ledger.ts'
import { isRead, type Judgement, judgeError } from './outcome.ts'
import { pathBytes, pathText, splitPath } from './path.ts'
import type { Header } from './read-one.ts'
import type { Reading } from './reading.ts'
import type { Store } from './store.ts'
import { type Entry, readEntry } from './walk.ts'

/** What is told of an input as soon as it is done; in no order. */
export interface Done {
  readonly path: string
  readonly outcome: Judgement['outcome']
  readonly code: string | null
  readonly text: string | null
  readonly tasks: number
  /** It was read in an earlier run. */
  readonly kept: boolean
  /** Wall clock, in milliseconds, reading from disk included. */
  readonly ms: number
}

export interface FirstStage {
  readonly ledger: Ledger
  readonly store: Store
  readonly reading: Reading
  readonly limits: Limits
  readonly lang: Lang
  /** Reads again what was not read well. */
  readonly retryFailed: boolean
  readonly signal?: AbortSignal
  readonly done: (done: Done) => void
  readonly bug: (path: string, stack: string) => void
}

/**
 * When the signal is aborted no more files are taken; those begun are finished.
 * @throws YaodianError `output/unwritable` if nothing more can be stored.
 */
export async function readAll(entries: readonly Entry[], stage: FirstStage): Promise<void> {
  const { reading, signal } = stage
  // Twice the jobs: bytes are fetched for the next file while the processes read.
  const queue = new PQueue({ concurrency: reading.jobs * 2 })
  let failure: { readonly error: unknown } | null = null
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'file') continue
    await queue.onSizeLessThan(reading.jobs)
    if (signal?.aborted || failure) break
    queue
      .add(async () => (signal?.aborted ? undefined : readOneEntry(i, entry, stage)))
      .catch((error: unknown) => {
        failure ??= { error }
      })
  }
  await queue.onIdle()
  // The closure above sets it, which the checker does not see.
  const failed = failure as { readonly error: unknown } | null
  if (failed) throw failed.error
}

type FileEntry = Extract<Entry, { kind: 'file' }>

async function readOneEntry(i: number, entry: FileEntry, stage: FirstStage): Promise<void> {
  const { ledger, store, reading, limits, lang } = stage
  const began = performance.now()
  const path = pathText(entry.path)
  const { name } = splitPath(entry.path)
  const tell = ({ outcome, code, text }: Judgement, tasks: number, kept: boolean) =>
    stage.done({ path, outcome, code, text, tasks, kept, ms: Math.round(performance.now() - began) })
  let bytes: Uint8Array
  try {
    bytes = await readEntry(entry, limits, lang)
  } catch (error) {
    if (!(error instanceof YaodianError)) throw error
    const why = judgeError(error, lang)
    ledger.refuse(i, why)
    return tell(why, 0, false)
  }
  const digest = createHash('sha256').update(bytes).digest()
  ledger.enter(i, digest)
  if (ledger.first(i) !== i) return tell({ outcome: 'DUPLICATE', code: null, text: null }, 0, false)
  const at = store.at(digest, pathBytes(name))
  const kept = store.headerNow(at)
  if (kept && !isToRetry(kept, stage)) return tell(kept, kept.tasks, true)
  const read = await reading.read({ name: pathText(name), path, bytes, lang, limits })
  if (read.bug) stage.bug(path, read.bug)
  store.writeNow(at, read)
  tell(read.header, read.header.tasks, false)
}

/** Asked for, or ended by a limit of the run that is another now. */
function isToRetry(kept: Header, { retryFailed, reading }: FirstStage): boolean {
  if (isRead(kept.outcome)) return false
  if (retryFailed) return true
  const granted = reading.granted[kept.limit?.name ?? '']
  return granted !== undefined && granted !== kept.limit?.granted
}
