/** The document as a sequence of lines and tables, each line with what its own text tells. */
import type { Document, Format, Table } from '../document.ts'
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

/** Formats in which a line break within a paragraph is the author's own, not the end of a printed line. */
const ownBreaks: ReadonlySet<Format> = new Set(['docx', 'doc', 'rtf', 'odt'])

/** Every paragraph that has text, line by line where its breaks are the author's, and every table, in order. */
export function linesOf(document: Document): Entry[] {
  const entries: Entry[] = []
  const split = ownBreaks.has(document.source.format)
  for (const block of document.blocks) {
    if (block.type === 'table') {
      entries.push({ kind: 'table', table: block })
      continue
    }
    const { text } = block
    for (let start = 0, end = 0; start <= text.length; start = end + 1) {
      const stop = split ? text.indexOf('\n', start) : -1
      end = stop < 0 ? text.length : stop
      const passage = Passage.of(block.id, text, start, end)
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
  }
  return entries
}

/** The same line, its text from `start` on. */
export function lineFrom(line: Line, start: number): Line {
  const passage = line.passage.slice(start)
  return { ...line, passage, bare: passage.folded.replace(/\s/g, ''), marker: markerOf(passage.folded) }
}

export const isLine = (entry: Entry | undefined): entry is Line => entry?.kind === 'line'

/** Whether these hold numbered lines or tables: what a plan is made of. */
export const hasMarkers = (entries: readonly Entry[]): boolean =>
  entries.some((e) => e.kind === 'table' || e.marker !== null)
