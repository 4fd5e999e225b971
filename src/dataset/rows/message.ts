/** The rows of what the program has to say about a document, and of what a person should look at. */
import type { MessagesRow, ReviewRow } from '../../generated/dataset.ts'
import type { Evidence, Location, Message, NoticeResult } from '../../generated/notice.ts'
import { within } from '../ids.ts'
import type { DocumentRecord } from '../record.ts'

/** `counted`: the document's tasks are in the dataset, so that a message may point to one. */
export function messageRows({ documentId, result, copy }: DocumentRecord, counted: boolean): MessagesRow[] {
  const owner = counted ? taskAt(result) : () => null
  const row = (message: Message, difference: boolean, i: number): MessagesRow => {
    const task = difference || !message.at ? null : owner(message.at)
    return {
      document_id: documentId,
      position: i + 1,
      code: message.code,
      level: message.level,
      text: message.text,
      difference,
      task_id: task === null ? null : within(documentId, task),
      node: message.at?.node ?? null,
      node_start: message.at?.start ?? null,
      node_end: message.at?.end ?? null,
    }
  }
  const own = result.messages.map((message, i) => row(message, false, i))
  return [...own, ...copy.differences.map((message, i) => row(message, true, own.length + i))]
}

interface Piece {
  readonly task: string
  readonly start: number
  readonly end: number
}

/**
 * The task whose evidence stands at a place. A paragraph, or a cell merged over rows, may be evidence of
 * several: then the stretch pointed to decides, and where it leaves more than one, none is named.
 */
export function taskAt({ tasks, messages }: NoticeResult): (at: Location) => string | null {
  const wanted = new Set(messages.flatMap((message) => (message.at ? [message.at.node] : [])))
  const byNode = new Map<string, Piece[]>()
  for (const task of wanted.size > 0 ? tasks : []) {
    for (const piece of Object.values(task.evidence).flat() as Evidence[]) {
      if (!wanted.has(piece.node)) continue
      const pieces = byNode.get(piece.node) ?? []
      pieces.push({ task: task.id, start: piece.start, end: piece.end })
      byNode.set(piece.node, pieces)
    }
  }
  return ({ node, start, end }) => {
    const pieces = byNode.get(node) ?? []
    const alone = only(pieces)
    if (alone !== null || start === undefined || end === undefined) return alone
    return only(pieces.filter((piece) => piece.start <= start && piece.end >= end))
  }
}

function only(pieces: readonly Piece[]): string | null {
  const tasks = new Set(pieces.map((piece) => piece.task))
  return tasks.size === 1 ? pieces[0]!.task : null
}

export function reviewRows({ documentId, result }: DocumentRecord): ReviewRow[] {
  return result.review.map(({ task, pointer, confidence, reasons }, i) => ({
    document_id: documentId,
    position: i + 1,
    task_id: task === null ? null : within(documentId, task),
    pointer,
    confidence,
    reasons: reasons.join(','),
  }))
}
