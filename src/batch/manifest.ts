/** The manifest: a line for every input, also for those that were not read. */
import { isUtf8 } from 'node:buffer'
import type { Lang } from '../message.ts'
import { expanded, type IgnoredCode, ignored } from './ignored.ts'
import { linesOf } from './lines.ts'
import { type Judgement, judgeError, type LimitHit, type Outcome } from './outcome.ts'
import { pathBytes, pathText, type RawPath } from './path.ts'
import type { Entry } from './walk.ts'

export interface ManifestLine {
  readonly path: string
  /** The path's bytes in hexadecimal, where they are no UTF-8 and `path` only shows them. */
  readonly pathHex?: string
  /** Of the bytes; null where they were not read. */
  readonly sha256: string | null
  readonly outcome: Outcome
  /** Code of the error or message that says why. */
  readonly code: string | null
  readonly text: string | null
  /** The limit that was met, what the file asked for (null: not known) and what was granted. */
  readonly limit?: LimitHit
  readonly tasks: number
  readonly messages: number
  /** The notice's file below the output folder; null where there is none. */
  readonly output: string | null
  /** Its bytes in hexadecimal, as {@link pathHex}. */
  readonly outputHex?: string
}

interface Counted {
  readonly sha256: string | null
  readonly tasks: number
  readonly messages: number
  readonly output: RawPath | null
}

const nothing: Counted = { sha256: null, tasks: 0, messages: 0, output: null }

export function manifestLine(
  path: RawPath,
  judgement: Judgement,
  counted: Partial<Counted> = {},
): ManifestLine {
  const { sha256, tasks, messages, output } = { ...nothing, ...counted }
  const bytes = pathBytes(path)
  return {
    path: pathText(path),
    ...(isUtf8(bytes) ? {} : { pathHex: bytes.toString('hex') }),
    sha256,
    ...judgement,
    tasks,
    messages,
    ...outputOfLine(output),
  }
}

export function outputOfLine(output: RawPath | null): Pick<ManifestLine, 'output' | 'outputHex'> {
  if (output === null) return { output: null }
  const bytes = pathBytes(output)
  return { output: pathText(output), ...(isUtf8(bytes) ? {} : { outputHex: bytes.toString('hex') }) }
}

/** The line of an input that is not read. */
export function unreadLine(entry: Exclude<Entry, { kind: 'file' }>, lang: Lang): ManifestLine {
  if (entry.kind === 'ignored') return manifestLine(entry.path, ignoredAs(entry.code, lang))
  if (entry.kind === 'archive' && entry.error === null) {
    const text = expanded.text(entry.members, lang)
    return manifestLine(entry.path, { outcome: 'EMPTY', code: expanded.code, text })
  }
  return manifestLine(entry.path, judgeError(entry.error, lang))
}

function ignoredAs(code: IgnoredCode, lang: Lang): Judgement {
  return { outcome: 'EMPTY', code, text: ignored[code][lang] }
}

/** The notices that an earlier run wrote, by its manifest; none where there is no manifest. */
export async function* earlierOutputs(manifest: string): AsyncGenerator<string> {
  try {
    for await (const line of linesOf(manifest)) {
      const output = outputOf(line)
      if (output !== null) yield output
    }
  } catch (error) {
    // Without a manifest that can be read there is no earlier run to clear away.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
  }
}

/** Only a path below notices/ counts: a list may come from elsewhere, and what it names is removed. */
export function isNotice(output: unknown): output is string {
  return typeof output === 'string' && /^notices\/(?!(.*\/)?\.\.?(\/|$))/.test(output)
}

function outputOf(line: string): string | null {
  try {
    const { output } = JSON.parse(line)
    return isNotice(output) ? output : null
  } catch {
    return null
  }
}
