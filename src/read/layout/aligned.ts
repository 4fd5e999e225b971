/**
 * Zones → tables without ruling lines: words to columns by the rivers, lines to rows by the white
 * stripes, the rules and the way that text runs on.
 */
import { aligned, type River, type Zone } from './columns.ts'
import type { Grid, GridCell } from './grid.ts'
import { type Chunk, type Line, lineOf, type Unturn } from './lines.ts'
import type { Edge } from './marks.ts'
import { edge } from './measure.ts'
import { type Goes, mergedColumns } from './merged-columns.ts'
import { startsItem } from './paragraphs.ts'
import { isHeading, rowsOf } from './rows.ts'
import { type Column, extent, type Segment } from './segments.ts'
import type { Word } from './words.ts'

/** The table that stands in the zone; null if it is none. `goes` is given where it is one of several pages. */
export function alignedGrid(
  lines: readonly Line[],
  zone: Zone,
  rules: readonly Edge[],
  page: number,
  unturn: Unturn,
  goes: Goes | null,
): Grid | null {
  const own = lines.slice(zone.from, zone.to)
  const { rivers } = zone
  const segments = own.flatMap((line) => segmentsIn(line, rivers, page, unturn))
  if (segments.length === 0) return null
  const [x0, x1] = extent(own, (l) => [l.x0, l.x1])
  const xs = [x0, ...rivers.map((r) => r.right), x1 + 0.5]
  const [top, bottom] = extent(segments, (s) => [s.line.top, s.line.bottom])
  const columns = rightsOf(segments, rivers, x1)
  const inside = rules.filter((r) => r.at > top && r.at < bottom)
  const merged = mergedColumns(segments, columns, inside, goes ?? { continued: false, continues: false })
  const across = inside.filter((r) => r.to - r.from > 0.6 * (x1 - x0)).map((r) => r.at)
  const rows = merged?.rows ?? rowsOf(segments, columns, across)
  const filled = rows.filter((r) => new Set(r.map((s) => s.col)).size > 1)
  if (!goes && !isTable(rows, filled, rivers.length + 1)) return null
  const ys = [top]
  const cells: GridCell[] = []
  rows.forEach((row, r) => {
    ys.push(extent(row, (s) => [s.top, s.bottom])[1])
    const own = cellsOf(row, r, xs.length - 1)
    cells.push(...own.filter((c) => c.lines.length > 0 || !merged?.labels.has(c.col)))
  })
  for (const [col, labels] of merged?.labels ?? []) {
    for (const { from, to, lines } of labels)
      cells.push({ row: from, col, rowSpan: to - from, colSpan: 1, lines })
  }
  return { page, xs, ys, cells, ruled: false, ...(merged ? { merged: [...merged.labels.keys()] } : {}) }
}

/** Columns beyond which headings are not looked for: every one costs a look at all the text. */
const mostColumns = 40

/**
 * A column may be empty but for its heading (a 工作要求 that nobody filled in): a heading that stands
 * apart from its neighbours, over a strip that no text crosses, has a column of its own.
 */
export function withHeadings(own: readonly Line[], rivers: readonly River[]): River[] {
  const first = own[0]
  if (!first) return [...rivers]
  const head: Chunk[] = []
  let bottom = first.bottom
  for (const line of own) {
    if (line.top > bottom + 0.3 * line.size) break
    bottom = Math.max(bottom, line.bottom)
    head.push(...line.chunks)
  }
  head.sort((a, b) => a.x0 - b.x0)
  const out = [...rivers]
  const rest = own.filter((l) => l.top >= bottom)
  let end = -Infinity
  for (const w of head) {
    const apart = end > -Infinity && w.x0 - end > 1.2 * first.size
    const between = rivers.some((r) => r.right > end - aligned && r.right <= w.x0 + aligned)
    const gap = { left: end, right: w.x0 }
    if (apart && !between && out.length < mostColumns) {
      const sides = clearOf(rest, rivers, gap)
      if (sides) out.push(sides)
    }
    end = Math.max(end, w.x1)
  }
  return out.sort((a, b) => a.right - b.right)
}

/** The strip within the gap that no line's words enter; lines across other columns too are banners. */
function clearOf(lines: readonly Line[], rivers: readonly River[], gap: River): River | null {
  let left = gap.left
  let right = gap.right
  for (const line of lines) {
    for (const w of line.chunks) {
      if (rivers.some((r) => w.x0 < r.right - aligned && w.x1 > r.right + aligned)) continue
      if (w.x0 <= left && w.x1 > left) left = w.x1
      if (w.x0 > left && w.x0 < right) right = w.x0
    }
  }
  return right - left > 0 && left < gap.right ? { left, right } : null
}

/** A column this many ems wide wraps its text at the longest line; a narrower one may not wrap at all. */
const wraps = 8

/** Where each column's full lines end. */
function rightsOf(segments: readonly Segment[], rivers: readonly River[], x1: number): Column[] {
  const columns = [...rivers.map((r) => r.right), x1 + 0.5].map((end, i) => ({
    left: i === 0 ? Infinity : rivers[i - 1]!.right,
    right: end - 0.5,
    ends: [] as number[],
  }))
  for (const s of segments) {
    if (s.colEnd > s.col) continue
    const c = columns[s.col]!
    c.left = Math.min(c.left, s.line.x0)
    c.ends.push(s.line.x1)
  }
  const size = segments[0]!.line.size
  return columns.map((c) => {
    const end = edge(c.ends, -1, size) ?? c.right
    return {
      left: Number.isFinite(c.left) ? c.left : c.right,
      right: end - c.left > wraps * size ? Math.min(c.right, end) : c.right,
      tells: c.ends.length < 3 || c.ends.some((x) => c.right - x > size),
    }
  })
}

function isTable(rows: Segment[][], filled: Segment[][], cols: number): boolean {
  if (rows.length < 2 || filled.length < 2) return false
  if (cols > 2) return true
  // Two columns are soon there by chance: numbers hanging before their items are no column of a table.
  const numbers = filled.filter((r) => r.some((s) => s.col === 0 && isNumberOnly(s.line.text))).length
  return filled.length >= 3 && numbers < 0.7 * filled.length
}

function isNumberOnly(text: string): boolean {
  return startsItem(text) ? text.length <= 6 : /^[\s•·●■◆○▪\-–—*]$/.test(text)
}

/** The line's words, parted where rivers run between them. */
function segmentsIn(line: Line, rivers: readonly River[], page: number, unturn: Unturn): Segment[] {
  const out: Segment[] = []
  let open: Word[] = []
  let col = 0
  let colEnd = 0
  const close = () => {
    if (open.length === 0) return
    const part = lineOf(open, page, unturn)
    const { baseline, size } = part
    out.push({ col, colEnd, line: part, top: baseline - 0.8 * size, bottom: baseline + 0.1 * size })
    open = []
  }
  for (const chunk of line.chunks) {
    const first = rivers.filter((r) => r.right <= chunk.x0 + aligned).length
    const last = rivers.filter((r) => r.right < chunk.x1 - aligned).length
    const before = open.at(-1)
    const spans = last > first || colEnd > col
    // A banner over the columns is one line, however its words are parted.
    const near = before && chunk.x0 - before.x1 < 0.6 * before.size
    if (before && first > colEnd && !(spans && near)) close()
    if (open.length === 0) {
      col = first
      colEnd = Math.max(first, last)
    } else colEnd = Math.max(colEnd, last)
    open.push(...chunk.words)
  }
  close()
  return out
}

function cellsOf(row: readonly Segment[], r: number, cols: number): GridCell[] {
  const cells: { col: number; colEnd: number; lines: Line[] }[] = []
  for (const s of row) {
    const cell = cells.find((c) => c.col <= s.colEnd && s.col <= c.colEnd)
    if (cell) {
      cell.col = Math.min(cell.col, s.col)
      cell.colEnd = Math.max(cell.colEnd, s.colEnd)
      cell.lines.push(s.line)
    } else cells.push({ col: s.col, colEnd: s.colEnd, lines: [s.line] })
  }
  // A line that runs over the first columns and is alone is a banner over all of them; so is a heading
  // that is short enough to end within the first.
  const only = cells[0]
  if (cells.length === 1 && only && only.col === 0 && (only.colEnd > 0 || isHeading(only.lines)))
    only.colEnd = cols - 1
  const taken = new Set<number>()
  const out: GridCell[] = []
  for (const c of cells) {
    out.push({ row: r, col: c.col, rowSpan: 1, colSpan: c.colEnd - c.col + 1, lines: c.lines })
    for (let k = c.col; k <= c.colEnd; k++) taken.add(k)
  }
  for (let k = 0; k < cols; k++) {
    if (!taken.has(k)) out.push({ row: r, col: k, rowSpan: 1, colSpan: 1, lines: [] })
  }
  return out.sort((a, b) => a.col - b.col)
}
