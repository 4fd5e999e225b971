/** Text of a table without vertical lines by column, and what its columns are like. */
import type { Line } from './lines.ts'
import { isHan } from './marks.ts'

/** Words of one line in one column, or across several. */
export interface Segment {
  readonly col: number
  readonly colEnd: number
  readonly line: Line
  readonly top: number
  readonly bottom: number
}

/** A column's edges as its text shows them. */
export interface Column {
  readonly left: number
  readonly right: number
  /** False where every line of the column is as long: then none shows whether the text goes on. */
  readonly tells: boolean
}

/** The least and the greatest of what a list measures. */
export function extent<T>(list: readonly T[], of: (item: T) => readonly [number, number]): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const item of list) {
    const [a, b] = of(item)
    if (a < low) low = a
    if (b > high) high = b
  }
  return [low, high]
}

/** Distance of baselines within a cell: the least that comes more than once. */
export function leadingOf(segments: readonly Segment[]): number {
  const sorted = [...segments].sort((a, b) => a.top - b.top)
  const last = new Map<number, Segment>()
  const steps: number[] = []
  for (const s of sorted) {
    const before = last.get(s.col)
    last.set(s.col, s)
    if (!before) continue
    const step = s.line.baseline - before.line.baseline
    if (step > 0.8 * s.line.size && step < 3 * s.line.size) steps.push(step)
  }
  steps.sort((a, b) => a - b)
  const least = steps.find((v, i) => steps[i + 1]! - v < 0.5)
  return least ?? 1.5 * (sorted[0]?.line.size ?? 12)
}

/** A number or a date stands for itself: no text runs on from it. */
export function isFigure(text: string): boolean {
  return /\d/.test(text) && ![...text].some((c) => isHan(c)) && !/[a-z]{3}/i.test(text)
}

const ordinal = /^[（(]?\s*(\d{1,3})\s*[)）.．、]?$/

/** The number that the segment is; null where it is anything else. */
export function numberIn(s: Segment): number | null {
  const text = ordinal.exec(s.line.text.trim())?.[1]
  return text === undefined ? null : Number(text)
}

/** Columns in which a numbering may stand. */
const foremost = 3

/** The column whose lines count 1, 2, 3 …, or begin anew; -1 where there is none. */
export function numbersOf(segments: readonly Segment[], cols: number, least = 3): number {
  for (let col = 0; col < Math.min(foremost, cols); col++) {
    const own = segments.filter((s) => s.col === col && s.colEnd === col)
    const numbers = own.flatMap((s) => numberIn(s) ?? [])
    if (numbers.length < least || numbers.length < 0.6 * own.length) continue
    const next = numbers.filter((n, i) => i > 0 && n === numbers[i - 1]! + 1).length
    if (next >= 0.7 * (numbers.length - 1)) return col
  }
  return -1
}
