/** Lines of a cell → its paragraphs. */
import type { Line } from './lines.ts'
import { continues, type Measure } from './paragraphs.ts'

/** A cell's inner edges, and where its text stands between them. */
export interface CellMeasure {
  readonly left: number
  readonly right: number
}

/** Baselines in a cell further apart than this many ems are two paragraphs. */
const cellLeading = 2.2

export function cellParagraphs(lines: readonly Line[], cell: CellMeasure): Line[][] {
  if (lines.length === 0) return []
  // A narrow column set one character a line, or a heading set down its side, is one word.
  if (lines.length > 1 && lines.every((l) => [...l.text.replace(/\s/g, '')].length === 1)) return [[...lines]]
  const out: Line[][] = []
  const centred = isSetCentred(lines, cell)
  for (const line of lines) {
    const open = out.at(-1)
    const last = open?.at(-1)
    if (open && last && goesOn(open[0]!, last, line, cell, centred)) open.push(line)
    else out.push([line])
  }
  return out
}

/** Whether `b` goes on where `a`, the last line of a cell's paragraph, ends. */
export function goesOn(first: Line, a: Line, b: Line, cell: CellMeasure, centred: boolean): boolean {
  // Centred lines share the room that is left between both their ends.
  const shift = centred ? (l: Line): Line => ({ ...l, x0: cell.left, x1: cell.left + (l.x1 - l.x0) }) : same
  const measure: Measure = {
    left: cell.left,
    right: cell.right,
    leading: (size) => cellLeading * size,
    justified: false,
    body: 1000,
  }
  return continues(shift(first), shift(a), shift(b), measure)
}

const same = (l: Line): Line => l

export function isSetCentred(lines: readonly Line[], cell: CellMeasure): boolean {
  const middle = (cell.left + cell.right) / 2
  const level = lines.every((l) => Math.abs((l.x0 + l.x1) / 2 - middle) < 0.6 * l.size)
  const spread = Math.max(...lines.map((l) => l.x0)) - cell.left
  return level && spread > 0.4 * lines[0]!.size
}
