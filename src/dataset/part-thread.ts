/** The thread that writes some formats of a dataset: one request after the other, see threaded-part.ts. */
import { parentPort } from 'node:worker_threads'
import { type ErrorCode, YaodianError } from '../errors.ts'
import type { NoticeResult } from '../generated/notice.ts'
import type { Params } from '../message.ts'
import { type DatasetOptions, LocalPart, type Sums } from './part.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'

export type Request =
  | { readonly kind: 'open'; readonly folder: string; readonly options: DatasetOptions }
  /** The result is the bytes of its JSON: cheaper to send than an object. */
  | {
      readonly kind: 'add'
      readonly record: Omit<DocumentRecord, 'result' | 'json'>
      readonly json: Uint8Array
    }
  | { readonly kind: 'problem'; readonly record: ProblemRecord }
  | { readonly kind: 'finish' | 'commit' | 'discard' }

/** One for each request, in their order. */
export type Answer =
  | { readonly kind: 'done'; readonly sums?: Sums }
  /** `errno` is what the system said: it tells whether anything else can be written. */
  | {
      readonly kind: 'error'
      readonly code: ErrorCode
      readonly params: Params
      readonly errno: string | null
    }
  | { readonly kind: 'bug'; readonly text: string }

let part: LocalPart | null = null

async function answer(request: Request): Promise<Answer> {
  try {
    if (request.kind === 'open') part = await LocalPart.open(request.folder, request.options)
    else if (request.kind === 'add') {
      const result = JSON.parse(Buffer.from(request.json).toString('utf8')) as NoticeResult
      await part!.add({ ...request.record, result })
    } else if (request.kind === 'problem') await part!.problem(request.record)
    else if (request.kind === 'finish') return { kind: 'done', sums: await part!.finish() }
    else await part?.[request.kind]()
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof YaodianError)) {
      return { kind: 'bug', text: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    const { code, params, cause } = error
    const { code: errno = null } = (cause ?? {}) as { code?: string | null }
    return { kind: 'error', code, params, errno }
  }
}

const port = parentPort
let last: Promise<void> = Promise.resolve()
port?.on('message', (request: Request) => {
  last = last.then(async () => port.postMessage(await answer(request)))
})
