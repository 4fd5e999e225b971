/** The laws of evidence, for any result: spans slice to their quotes, and quotes read together are the value. */
import type { Block, Document } from '../src/document.ts'
import type { EvidenceByPointer, NoticeResult } from '../src/generated/notice.ts'
import { tidy } from '../src/text/passage.ts'

function nodes(blocks: readonly Block[], into = new Map<string, string>()): Map<string, string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') into.set(block.id, block.text)
    else for (const cell of block.cells) into.set(cell.id, cell.text)
  }
  return into
}

/** Values that are words of the source; dates, years and regions are derived from their quotes. */
function wordsAt(owner: object, pointer: string): string | null {
  let at: unknown = owner
  for (const key of pointer.slice(1).split('/')) at = (at as Record<string, unknown> | undefined)?.[key]
  if (typeof at === 'string') return /^\/(?:issuedOn|publishedOn|leadRule)$/.test(pointer) ? null : at
  if (at && typeof at === 'object' && 'text' in at) return String(at.text)
  if (at && typeof at === 'object' && 'title' in at && pointer.startsWith('/attachments'))
    return String(at.title)
  return null
}

const filledFields = ['ordinal', 'task', 'requirement'] as const
const lists = ['leadUnits', 'responsibleUnits', 'supportingUnits', 'guidingUnits', 'deadlines'] as const

/** Every breach of the laws, as a sentence. */
export function breaches(result: NoticeResult, document: Document): string[] {
  const texts = nodes(document.furniture, nodes(document.blocks))
  const found: string[] = []
  const check = (where: string, owner: object, evidence: EvidenceByPointer) => {
    for (const [pointer, pieces] of Object.entries(evidence)) {
      for (const piece of pieces) {
        const text = texts.get(piece.node)
        if (text === undefined) found.push(`${where}${pointer}: no node ${piece.node}`)
        else if (text.slice(piece.start, piece.end) !== piece.quote)
          found.push(`${where}${pointer}: quote is not the span`)
      }
      const value = wordsAt(owner, pointer)
      const read = tidy(pieces.map((p) => p.quote))
      if (value !== null && value !== read) found.push(`${where}${pointer}: “${value}” is not “${read}”`)
    }
  }
  check('notice', result.notice, result.notice.evidence)
  for (const section of result.sections) check(section.id, section, section.evidence)
  for (const task of result.tasks) {
    check(task.id, task, task.evidence)
    for (const field of filledFields) {
      if (task[field] !== null && !task.evidence[`/${field}`]?.length)
        found.push(`${task.id}/${field}: no evidence`)
    }
    for (const list of lists) {
      for (const i of task[list].keys()) {
        if (!task.evidence[`/${list}/${i}`]?.length) found.push(`${task.id}/${list}/${i}: no evidence`)
      }
    }
  }
  return found
}

/** Whether every table's cells tile its grid: each position covered once. */
export function tiles(blocks: readonly Block[]): boolean {
  return blocks.every((block) => {
    if (block.type === 'paragraph') return true
    const covered = new Uint8Array(block.rows * block.cols)
    for (const cell of block.cells) {
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (let c = cell.col; c < cell.col + cell.colSpan; c++) covered[r * block.cols + c]! += 1
      }
    }
    return covered.every((n) => n === 1) && block.cells.every((c) => tiles(c.blocks))
  })
}
