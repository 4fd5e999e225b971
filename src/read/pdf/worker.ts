/** The thread that reads PDFs: one request at a time, see isolated.ts. */
import { parentPort } from 'node:worker_threads'
import type { Content } from '../../document.ts'
import { type ErrorCode, YaodianError } from '../../errors.ts'
import { type Noted, type Params, Report } from '../../message.ts'
import type { Limits, Source } from '../reader.ts'
import { readPdf } from './read.ts'

export interface Request {
  readonly source: Source
  readonly limits: Limits
  readonly skip: readonly number[]
}

export type Answer =
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'content'; readonly content: Content; readonly noted: readonly Noted[] }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly params: Params }
  | { readonly kind: 'bug'; readonly text: string }

const port = parentPort
port?.on('message', (request: Request) => {
  answer(request, (a) => port.postMessage(a)).catch((error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    port.postMessage({ kind: 'bug', text } satisfies Answer)
  })
})

async function answer(request: Request, post: (answer: Answer) => void): Promise<void> {
  const report = new Report()
  const progress = {
    skip: new Set(request.skip),
    page: (number: number) => post({ kind: 'page', number }),
  }
  try {
    const content = await readPdf(request.source, report, request.limits, progress)
    post({ kind: 'content', content, noted: report.noted })
  } catch (error) {
    if (!(error instanceof YaodianError)) throw error
    post({ kind: 'error', code: error.code, params: error.params })
  }
}
