/** What a dataset is made of: one read document, or one input that gave none. */
import type { Message, NoticeResult } from '../generated/notice.ts'

/** One document (one content), read. Documents come in the order of their first path's bytes. */
export interface DocumentRecord {
  /** First 16 hexadecimal digits of the content's SHA-256. */
  readonly documentId: string
  /** The first path with this content, as the manifest has it. */
  readonly path: string
  /** SUCCESS, EMPTY or PARTIAL. */
  readonly outcome: string
  readonly result: NoticeResult
  readonly copy: CopyOf
}

/** Where a document stands among the copies of one notice. */
export interface CopyOf {
  /** Id of the notice: the document id of the copy that is preferred. */
  readonly noticeId: string
  /** It is the best reading of its notice. */
  readonly preferred: boolean
  /** Document id of the preferred copy; null for that one itself. */
  readonly sameAs: string | null
  /** How its reading differs from that of the preferred copy. */
  readonly differences: readonly Message[]
}

/** An input that gave no document, or only a part of one: a row of the sheet of problems. */
export interface ProblemRecord {
  readonly path: string
  readonly outcome: string
  readonly code: string | null
  readonly text: string | null
}
