/**
 * The program on one screen:
 *
 *   bytes → read → Document → segment → Outline → find → Draft[] → resolve → validate → NoticeResult
 *
 * Each stage is a pure function of the value before it and notes what it has to say in the report.
 */
import type { Document } from './document.ts'
import { type Finding, find } from './find/find.ts'
import type { NoticeResult } from './generated/notice.ts'
import { type Lang, Report } from './message.ts'
import { read } from './read/index.ts'
import type { Limits, Source } from './read/reader.ts'
import { resolve } from './resolve/resolve.ts'
import { type Outline, segment } from './segment/outline.ts'
import { validate } from './validate.ts'

export interface ParseOptions {
  /** Language of the messages; Chinese if left out. */
  readonly lang?: Lang
  /** Sizes beyond which a file is named too large. */
  readonly limits?: Partial<Limits>
  /** Adds the blocks as `document`. */
  readonly withDocument?: boolean
}

/** The value of every stage: what `explain` prints. */
export interface Stages {
  readonly document: Document
  readonly outline: Outline
  readonly finding: Finding
  readonly result: NoticeResult
}

/** Reads one notice and keeps the value of every stage. */
export async function stages(source: Source, options: ParseOptions = {}): Promise<Stages> {
  const report = new Report()
  const document = await read(source, report, options.limits)
  const outline = segment(document)
  const finding = find(outline, report)
  const result = validate(resolve(document, outline, finding, report, options))
  return { document, outline, finding, result }
}

/**
 * Reads one notice.
 * @throws YaodianError if the file cannot be read at all.
 */
export async function parse(source: Source, options: ParseOptions = {}): Promise<NoticeResult> {
  return (await stages(source, options)).result
}
