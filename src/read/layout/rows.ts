/** Segments of a table without ruling lines → its rows. */
import { goesOn } from './cells.ts'
import type { Line } from './lines.ts'
import { isHan } from './marks.ts'
import { mode } from './paragraphs.ts'

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

/** Rules from which on rows may be ruled: the three of a 三线表 mark its head only, and one is within it. */
const someRuled = 3
/** Rules from which on even far fewer ruled rows than free ones are the rows. */
const fullyRuled = 5

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

/** Rows of segments: parted at rules, at white stripes, and where no column's text runs on. */
export function rowsOf(
  segments: readonly Segment[],
  columns: readonly Column[],
  rules: readonly number[],
): Segment[][] {
  const sorted = [...segments].sort((a, b) => a.top - b.top)
  const bands: Segment[][] = []
  let low = -Infinity
  for (const s of sorted) {
    if (s.top >= low - 0.05 * s.line.size) bands.push([])
    bands.at(-1)!.push(s)
    low = Math.max(low, s.bottom)
  }
  const lead = leadingOf(sorted)
  // The first column that has text: a row begins where it does.
  const key = extent(segments, (s) => [s.col, s.col])[0]
  const part = (onlyRules: boolean): Segment[][] => {
    const rows: Segment[][] = []
    for (const band of bands) {
      const row = rows.at(-1)
      if (!row || parts(row, band, columns, rules, lead, onlyRules, key)) rows.push([...band])
      else row.push(...band)
    }
    return rows
  }
  const free = part(false)
  if (rules.length < someRuled) return free
  // Rules may part every row, or groups of them: then there are far fewer than rows.
  const ruled = part(true)
  return ruled.length >= (rules.length < fullyRuled ? 0.75 : 0.4) * free.length ? ruled : free
}

/** Usual distance of baselines within a column. */
function leadingOf(sorted: readonly Segment[]): number {
  const last = new Map<number, Segment>()
  const steps: number[] = []
  for (const s of sorted) {
    const before = last.get(s.col)
    last.set(s.col, s)
    if (!before) continue
    const step = s.line.baseline - before.line.baseline
    if (step > 0.8 * s.line.size && step < 3 * s.line.size) steps.push(step)
  }
  return mode(steps, 0.5) ?? 1.5 * (sorted[0]?.line.size ?? 12)
}

function parts(
  row: readonly Segment[],
  band: readonly Segment[],
  columns: readonly Column[],
  rules: readonly number[],
  lead: number,
  onlyRules: boolean,
  key: number,
): boolean {
  const bottom = extent(row, (s) => [s.top, s.bottom])[1]
  const top = extent(band, (s) => [s.top, s.bottom])[0]
  if (rules.some((y) => y > bottom - 3 && y < top + 3)) return true
  if (onlyRules) return false
  const size = band[0]!.line.size
  if (top - bottom > lead - 0.9 * size + 0.35 * size) return true
  if (row.some((s) => s.colEnd > s.col) !== band.some((s) => s.colEnd > s.col)) return true
  let runsOn = 0
  let ends = 0
  let keyEnds = false
  const seen = new Set<number>()
  for (const s of band) {
    // Only the first line of each column says whether the text above goes on.
    if (seen.has(s.col)) continue
    seen.add(s.col)
    const above = row.filter((a) => a.col === s.col && a.colEnd === s.colEnd)
    const last = above.at(-1)
    if (!last) continue
    const cell = { left: columns[s.col]!.left, right: columns[s.colEnd]!.right }
    const figure = isFigure(s.line.text) || isFigure(last.line.text)
    if (figure || !goesOn(above[0]!.line, last.line, s.line, cell, false)) {
      ends++
      keyEnds ||= s.col === key
    } else if (columns[s.colEnd]!.tells) runsOn++
  }
  const cols = new Set(band.map((s) => s.col))
  const whole = cols.has(key) || cols.size >= 0.6 * columns.length
  // The first column decides between as many that end as go on: 时限 | 三月底前 fills its column.
  return whole && (ends > runsOn || (keyEnds && ends === runsOn))
}

/** A number or a date stands for itself: no text runs on from it. */
function isFigure(text: string): boolean {
  return /\d/.test(text) && ![...text].some((c) => isHan(c)) && !/[a-z]{3}/i.test(text)
}

const headingMarker =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|第[一二三四五六七八九十]{1,3}[章节部])/

/** Whether the lines are a heading: set bold, or numbered as one. */
export function isHeading(lines: readonly Line[]): boolean {
  return lines.every((l) => l.bold) || headingMarker.test(lines[0]?.text ?? '')
}
