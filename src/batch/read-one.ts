/** Reads one input and judges how that ended: what a child process does, or this one. */
import { type Fingerprint, fingerprint } from '../dataset/copies/fingerprint.ts'
import type { Lang } from '../message.ts'
import type { parse as Parse } from '../pipeline.ts'
import type { Limits } from '../read/reader.ts'
import { isBug, type Judgement, judge, judgeError } from './outcome.ts'

export interface Job {
  /** Of the file, without folders. */
  readonly name: string
  /** For the log alone: nothing that is read depends on it. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly lang: Lang
  readonly limits: Partial<Limits>
}

/** How a file was read, without the result itself. */
export interface Header extends Judgement {
  readonly tasks: number
  readonly messages: number
  /** Where there is a result: what tells copies of one notice. */
  readonly fingerprint: Fingerprint | null
}

export interface ReadOne {
  readonly header: Header
  /** The result as compact JSON in UTF-8; null where there is none. */
  readonly json: Uint8Array | null
  /** A bug's stack, to be reported. */
  readonly bug?: string
}

export async function readOne(
  { name, bytes, lang, limits }: Omit<Job, 'path'>,
  parse: typeof Parse,
): Promise<ReadOne> {
  try {
    const result = await parse({ name, bytes }, { lang, limits })
    const { tasks, messages } = result
    const counts = { tasks: tasks.length, messages: messages.length }
    return {
      header: { ...judge(result), ...counts, fingerprint: fingerprint(result) },
      json: Buffer.from(JSON.stringify(result)),
    }
  } catch (error) {
    const header = { ...judgeError(error, lang), tasks: 0, messages: 0, fingerprint: null }
    if (!isBug(error)) return { header, json: null }
    return {
      header,
      json: null,
      bug: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
