/**
 * The outline of a notice: its frame, and its text as a tree of numbered items.
 */
import type { Document } from '../document.ts'
import type { Passage } from '../text/passage.ts'
import { type Frame, frame } from './frame.ts'
import { type Entry, type Line, linesOf } from './lines.ts'
import { Levels, type Marker, type MarkerKind } from './markers.ts'
import type { Part } from './plan.ts'

/** A numbered line, what stands below it without a number, and the items numbered below it. */
export interface Item {
  readonly marker: Marker
  /** The number as printed: `一、`, `(一)`. */
  readonly label: Passage
  /** The number without its closing 、 or dot. */
  readonly ordinal: Passage
  /** The whole line with its number. */
  readonly line: Passage
  /** The line's text behind the number. */
  readonly text: Passage
  /** Paragraphs and tables without a number that follow. */
  readonly content: Entry[]
  readonly children: Item[]
  /** 0 the outermost. */
  readonly depth: number
}

/** A text as a tree. */
export interface Tree {
  readonly title: Passage | null
  /** What stands before the first item. */
  readonly preamble: readonly Entry[]
  readonly items: readonly Item[]
}

/** A number that does not follow the one before it. */
export interface Gap {
  readonly label: Passage
  /** The label of the item before it; null for a first item. */
  readonly before: Passage | null
}

export interface Outline {
  readonly frame: Frame
  readonly body: Tree
  readonly annexes: readonly Tree[]
  /** Where numbers repeat or skip: kept as printed. */
  readonly gaps: readonly Gap[]
}

export function segment(document: Document): Outline {
  const entries = linesOf(document)
  const parts = frame(entries, document.meta.title ?? null)
  const gaps: Gap[] = []
  return {
    frame: parts,
    body: tree(parts.body, gaps),
    annexes: parts.annexes.map((part) => tree(part, [])),
    gaps,
  }
}

function tree(part: Part, gaps: Gap[]): Tree {
  const levels = new Levels()
  const path: Item[] = []
  const items: Item[] = []
  const preamble: Entry[] = []
  const last = new Map<MarkerKind, number>()
  for (const entry of part.entries) {
    if (entry.kind === 'table' || entry.marker === null) {
      const above = path.at(-1)
      if (above) above.content.push(entry)
      else preamble.push(entry)
      continue
    }
    const depth = levels.enter(entry.marker.kind)
    path.length = Math.min(path.length, depth)
    const siblings = path.at(-1)?.children ?? items
    const item = itemOf(entry, entry.marker, path.length)
    if (!follows(item, siblings, last))
      gaps.push({ label: item.label, before: siblings.at(-1)?.label ?? null })
    siblings.push(item)
    path.push(item)
  }
  return { title: part.title, preamble, items }
}

function itemOf(line: Line, marker: Marker, depth: number): Item {
  const { passage } = line
  return {
    marker,
    label: passage.slice(0, marker.length),
    ordinal: passage.slice(0, marker.ordinalLength),
    line: passage,
    text: passage.slice(marker.length),
    content: [],
    children: [],
    depth,
  }
}

/** Numbers may restart at 1 in a new section or run on across sections. */
function follows({ marker }: Item, siblings: readonly Item[], last: Map<MarkerKind, number>): boolean {
  const before = siblings.at(-1)
  const previous = before?.marker.kind === marker.kind ? before.marker.number : 0
  const running = last.get(marker.kind) ?? 0
  last.set(marker.kind, marker.number)
  return marker.number === previous + 1 || (marker.number === running + 1 && before === undefined)
}
