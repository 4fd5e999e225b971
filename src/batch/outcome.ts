/** How an input ended: a closed list. */
import { type ErrorCode, YaodianError } from '../errors.ts'
import type { NoticeResult } from '../generated/notice.ts'
import type { Lang } from '../message.ts'

/** In the order of the summary. */
export const outcomes = [
  'SUCCESS',
  'EMPTY',
  'PARTIAL',
  'UNSUPPORTED',
  'ENCRYPTED',
  'DAMAGED',
  'TOO_LARGE',
  'TIMEOUT',
  'OUT_OF_MEMORY',
  'CRASH',
  'DUPLICATE',
] as const

export type Outcome = (typeof outcomes)[number]

/** Outcomes with which a run ends well: everything was read, or was nothing to read. */
const good: ReadonlySet<Outcome> = new Set<Outcome>(['SUCCESS', 'EMPTY', 'DUPLICATE'])

export function isGood(outcome: Outcome): boolean {
  return good.has(outcome)
}

/** Outcomes of a file that was read: there is a result. */
export function isRead(outcome: Outcome): boolean {
  return outcome === 'SUCCESS' || outcome === 'EMPTY' || outcome === 'PARTIAL'
}

/** A file that cannot be opened is with those that are damaged; its code says which it is. */
const ofError: Readonly<Record<ErrorCode, Outcome>> = {
  'usage/wrong': 'UNSUPPORTED',
  'input/not-found': 'DAMAGED',
  'input/unreadable': 'DAMAGED',
  'input/none': 'EMPTY',
  'input/empty': 'EMPTY',
  'input/too-large': 'TOO_LARGE',
  'input/unsupported': 'UNSUPPORTED',
  'input/changed': 'DAMAGED',
  'archive/too-large': 'TOO_LARGE',
  'archive/too-many': 'TOO_LARGE',
  'input/undecodable': 'DAMAGED',
  'document/encrypted': 'ENCRYPTED',
  'document/damaged': 'DAMAGED',
  'document/too-large': 'TOO_LARGE',
  'document/old-word': 'UNSUPPORTED',
  // It was read, and is in the dataset: its own file is what is missing.
  'output/unwritable': 'PARTIAL',
  'result/invalid': 'CRASH',
  'part/missing': 'UNSUPPORTED',
}

/** A limit that was met. */
export interface LimitHit {
  /** The limit's flag: `max-bytes`, `max-part-bytes`, `max-cells`, `timeout`, `max-memory` … */
  readonly name: string
  /**
   * What the file wanted, in the limit's unit (bytes, members, milliseconds). Null where nobody knows: a
   * process that was killed over its time or memory would have taken more, but not how much more, and what
   * it had taken by then is chance; a stream and a member of a broken archive have no size that is known
   * before their end.
   */
  readonly asked: number | null
  /** The limit itself, in the same unit. */
  readonly granted: number
}

export interface Judgement {
  readonly outcome: Outcome
  /** Code of the message or error that says why; null where all is well. */
  readonly code: string | null
  readonly text: string | null
  readonly limit?: LimitHit
}

/** Something of the notice is missing, or it holds no tasks, or all is well. */
export function judge(result: NoticeResult): Judgement {
  const missing = result.messages.find((m) => m.level === 'error')
  if (missing) return { outcome: 'PARTIAL', code: missing.code, text: missing.text }
  if (result.tasks.length > 0) return { outcome: 'SUCCESS', code: null, text: null }
  const why =
    result.messages.find((m) => m.code === 'notice/not-a-plan' || m.code === 'notice/no-tasks') ??
    result.messages.find((m) => m.level === 'warning')
  return { outcome: 'EMPTY', code: why?.code ?? null, text: why?.text ?? null }
}

/** What an error means for its file. An error without a name is a bug. */
export function judgeError(error: unknown, lang: Lang): Judgement {
  if (error instanceof YaodianError) {
    const { code } = error
    return { outcome: ofError[code], code, text: error.text(lang), ...limitOf(error) }
  }
  return {
    outcome: 'CRASH',
    code: 'internal/bug',
    text: error instanceof Error ? error.message : String(error),
  }
}

/** What was asked is a number, or a text (`> 5`) where it is not known. */
const limits: Readonly<Partial<Record<ErrorCode, readonly [flag: string, asked: string]>>> = {
  'input/too-large': ['max-bytes', 'bytes'],
  'archive/too-large': ['max-archive-bytes', 'bytes'],
  'archive/too-many': ['max-members', 'count'],
}

/** A size of which only that is known, for a message. */
export function moreThan(bytes: number): string {
  return `> ${bytes}`
}

function limitOf({ code, params }: YaodianError): { limit?: LimitHit } {
  // Limits on what a document holds bear the name of their flag (read/too-large.ts).
  const ofDocument = typeof params.flag === 'string' ? ([params.flag, 'asked'] as const) : []
  const [name, asks] = limits[code] ?? ofDocument
  if (name === undefined || typeof params.limit !== 'number') return {}
  const asked = params[asks!]
  return { limit: { name, asked: typeof asked === 'number' ? asked : null, granted: params.limit } }
}

export function isBug(error: unknown): boolean {
  return !(error instanceof YaodianError) || error.code === 'result/invalid'
}
