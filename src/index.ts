/** The library: reads a notice into its tasks. */
export type { Outcome } from './batch/outcome.ts'
export { type Converted, type ConvertOptions, convert, type Input } from './convert.ts'
export { type ErrorCode, YaodianError } from './errors.ts'
export type {
  Attachment,
  Deadline,
  DocumentBlocks,
  Evidence,
  EvidenceByPointer,
  Location,
  Message,
  Notice,
  NoticeResult,
  Reference,
  Region,
  Section,
  SectionRef,
  Source as SourceFile,
  Task,
  Unit,
} from './generated/notice.ts'
export type { Lang } from './message.ts'
export { type ParseOptions, parse } from './pipeline.ts'
export type { Limits, Source } from './read/reader.ts'
export { validate, violations } from './validate.ts'
