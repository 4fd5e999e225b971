/** Segments of a table without ruling lines → its rows. */
import { bestRows, traitsOf } from './best-rows.ts'
import { goesOn } from './cells.ts'
import type { Line } from './lines.ts'
import { type Column, extent, leadingOf, numberIn, numbersOf, type Segment } from './segments.ts'

/** Rules from which on rows may be ruled: the three of a 三线表 mark its head only, and one is within it. */
const someRuled = 3
/** Rules from which on even far fewer ruled rows than free ones are the rows. */
const fullyRuled = 5

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
  const free = freeRows(bands, columns, rules, lead)
  if (rules.length < someRuled) return free
  const ruled = joined(bands, (row, band) => ruleBetween(row, band, rules))
  return partGroups(ruled, free, columns, rules.length) ? free : ruled
}

/** Whether rules part groups of rows: one holds several of a numbering, or there are far fewer than rows. */
function partGroups(
  ruled: readonly Segment[][],
  free: readonly Segment[][],
  columns: readonly Column[],
  rules: number,
): boolean {
  const numbers = numbersOf(ruled.flat(), columns.length)
  if (numbers >= 0)
    return ruled.some((row) => row.filter((s) => s.col === numbers && numberIn(s) !== null).length > 1)
  return ruled.length < (rules < fullyRuled ? 0.75 : 0.4) * free.length
}

/** Rows as the text shows them: parted at rules, and where bands begin or end to span columns. */
function freeRows(
  bands: readonly Segment[][],
  columns: readonly Column[],
  rules: readonly number[],
  lead: number,
): Segment[][] {
  const spans = (band: readonly Segment[]) => band.some((s) => s.colEnd > s.col)
  const plain = bands.filter((b) => !spans(b))
  if (plain.length === 0) return joined(bands, (row, band) => parts(row, band, columns, rules, lead))
  const traits = traitsOf(plain, columns, lead)
  const rows: Segment[][] = []
  for (let i = 0; i < bands.length; ) {
    const over = spans(bands[i]!)
    let j = i + 1
    while (j < bands.length && spans(bands[j]!) === over && !ruleBetween(bands[j - 1]!, bands[j]!, rules)) j++
    const own = bands.slice(i, j)
    rows.push(
      ...(over ? joined(own, (row, band) => parts(row, band, columns, rules, lead)) : bestRows(own, traits)),
    )
    i = j
  }
  return rows
}

/** Bands put together until one is parted from the row above it. */
function joined(
  bands: readonly Segment[][],
  parted: (row: readonly Segment[], band: readonly Segment[]) => boolean,
): Segment[][] {
  const rows: Segment[][] = []
  for (const band of bands) {
    const row = rows.at(-1)
    if (!row || parted(row, band)) rows.push([...band])
    else row.push(...band)
  }
  return rows
}

function ruleBetween(row: readonly Segment[], band: readonly Segment[], rules: readonly number[]): boolean {
  const bottom = extent(row, (s) => [s.top, s.bottom])[1]
  const top = extent(band, (s) => [s.top, s.bottom])[0]
  return rules.some((y) => y > bottom - 3 && y < top + 3)
}

/** Whether a band that spans columns is parted from the one above it: a title's lines run on. */
function parts(
  row: readonly Segment[],
  band: readonly Segment[],
  columns: readonly Column[],
  rules: readonly number[],
  lead: number,
): boolean {
  if (ruleBetween(row, band, rules)) return true
  const bottom = extent(row, (s) => [s.top, s.bottom])[1]
  const top = extent(band, (s) => [s.top, s.bottom])[0]
  if (top - bottom > lead - 0.9 * band[0]!.line.size + 0.35 * band[0]!.line.size) return true
  let runsOn = 0
  let ends = 0
  for (const s of band) {
    const above = row.filter((a) => a.col === s.col && a.colEnd === s.colEnd)
    const last = above.at(-1)
    if (!last) continue
    const cell = { left: columns[s.col]!.left, right: columns[s.colEnd]!.right }
    if (goesOn(above[0]!.line, last.line, s.line, cell, false)) runsOn++
    else ends++
  }
  return ends > runsOn
}

const headingMarker =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]|第[一二三四五六七八九十]{1,3}[章节部])/

/** Whether the lines are a heading: set bold, or numbered as one. */
export function isHeading(lines: readonly Line[]): boolean {
  return lines.every((l) => l.bold) || headingMarker.test(lines[0]?.text ?? '')
}
