/** The document as a sequence of lines and tables, each line with what its own text tells. */
import type { Document, Table } from '../document.ts'
import { Passage } from '../text/passage.ts'
import { type Marker, markerOf } from './markers.ts'

export interface Line {
  readonly kind: 'line'
  readonly node: string
  readonly passage: Passage
  /** Folded, without white space: what title and label patterns match. */
  readonly bare: string
  readonly marker: Marker | null
  readonly align: 'center' | 'right' | null
  /** Outline level that the format gives. */
  readonly level: number | null
}

export interface TableEntry {
  readonly kind: 'table'
  readonly table: Table
}

export type Entry = Line | TableEntry

/** Every paragraph that has text, and every table, in order. */
export function linesOf(document: Document): Entry[] {
  const entries: Entry[] = []
  for (const block of document.blocks) {
    if (block.type === 'table') {
      entries.push({ kind: 'table', table: block })
      continue
    }
    const passage = Passage.of(block.id, block.text)
    if (passage.isEmpty) continue
    entries.push({
      kind: 'line',
      node: block.id,
      passage,
      bare: passage.folded.replace(/\s/g, ''),
      marker: markerOf(passage.folded),
      align: block.align ?? null,
      level: block.level ?? null,
    })
  }
  return entries
}

/** The same line, its text from `start` on. */
export function lineFrom(line: Line, start: number): Line {
  const passage = line.passage.slice(start)
  return { ...line, passage, bare: passage.folded.replace(/\s/g, ''), marker: markerOf(passage.folded) }
}
