/** Where a value stands: the first piece of its evidence. */
import type { Evidence, EvidenceByPointer } from '../../generated/notice.ts'

export interface Source {
  rule: string | null
  source_node: string | null
  source_page: number | null
  source_line: number | null
}

export function firstPiece(evidence: EvidenceByPointer, pointer: string): Evidence | undefined {
  return evidence[pointer]?.[0]
}

export function sourceOf(evidence: EvidenceByPointer, pointer: string): Source {
  const piece = firstPiece(evidence, pointer)
  return {
    rule: piece?.rule ?? null,
    source_node: piece?.node ?? null,
    source_page: piece?.page ?? null,
    source_line: piece?.line ?? null,
  }
}
