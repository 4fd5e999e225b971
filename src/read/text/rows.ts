/** Tables with one row a line, its cells between pipes or tabs; Markdown tables among them. */
import { alignRow, suits } from './align.ts'
import { cellText, type RawCell, type Shape, shapeOf } from './cells.ts'
import { bannerRow, type PlacedRow } from './grid.ts'
import { type Lines, type Stretch, trim } from './lines.ts'
import { splitPipes } from './pipes.ts'
import { type Answer, filledAt, type Scan } from './scan.ts'
import { type Column, columnOf, isHeader } from './titles.ts'

interface LineRow {
  readonly cells: readonly RawCell[]
  /** One cell, and merged over all columns: by `|||`, or because it stands alone. */
  readonly alone: boolean
  readonly next: number
}

/** Lines that one row may run over: a cell with line breaks in it. */
const maxLines = 40

/** A table whose first row is the `k`th line. */
export function rowsAt(scan: Scan, k: number): Answer {
  const kind = scan.kinds[k]
  if (kind !== 'row' && kind !== 'tabs' && kind !== 'rule') return { until: k + 1 }
  const tabs = kind === 'tabs'
  const rows: LineRow[] = []
  /** Rows before every line of box drawing. */
  const ruled: number[] = []
  let delimited = -1
  let at = k
  while (at < scan.kinds.length) {
    const here = scan.kinds[at]
    if (here === 'delimiter') {
      // A second line of dashes belongs to the header of another table.
      if (delimited >= 0 || rows.length === 0) break
      delimited = rows.length
      at++
    } else if (here === 'rule' && !tabs) {
      if (rows.length > 0) ruled.push(rows.length)
      at++
    } else if (scan.kinds[at + 1] === 'delimiter' && delimited >= 0) break
    else {
      const row = rowAt(scan, at, tabs, rows)
      if (!row) break
      rows.push(row)
      at = row.next
    }
  }
  while (rows.at(-1)?.alone && rows.at(-1)!.cells.length === 1 && !isMarked(scan, rows.at(-1)!)) {
    at = rows.pop()!.next - 1
  }
  const table = tableOf(scan, ruledRows(rows, ruled), delimited)
  return table ? { ...table, next: at } : { until: at }
}

/**
 * Rows between lines of box drawing. Where these part every row, and not the header alone, a row may
 * run over several lines: then their cells are joined.
 */
function ruledRows(rows: readonly LineRow[], ruled: readonly number[]): readonly LineRow[] {
  const ends = [...new Set([...ruled, rows.length])].filter((n) => n > 0)
  if (ends.length < 3 || ends.length === rows.length) return rows
  return ends.map((end, i) => {
    const lines = rows.slice(ends[i - 1] ?? 0, end)
    const cells: Stretch[][] = []
    for (const line of lines) {
      line.cells.forEach((cell, c) => {
        cells[c] = [...(cells[c] ?? []), ...cell]
      })
    }
    return { cells, alone: lines.every((l) => l.alone), next: lines.at(-1)!.next }
  })
}

/** Whether pipes or tabs stand in the line of a row. */
function isMarked(scan: Scan, row: LineRow): boolean {
  return scan.kinds[row.next - 1] !== 'plain'
}

function rowAt(scan: Scan, at: number, tabs: boolean, rows: readonly LineRow[]): LineRow | null {
  const kind = scan.kinds[at]
  if (tabs ? kind === 'tabs' || isLate(scan, at, rows) : kind === 'row' || kind === 'tail') {
    const row = tabs ? brokenTabRow(scan, at, rows) : pipeRow(scan, at, rows)
    const cells = row.cells
    const filled = cells.filter((c) => c.length > 0)
    // A heading stands alone in its row, or fills the first cell and no other.
    const alone =
      filled.length === 1 &&
      cells[0]!.length > 0 &&
      (cells.length === 1 || shapeOf(scan.lines, cells[0]!) === 'heading')
    return { cells: alone ? [cells[0]!] : cells, alone, next: row.next }
  }
  // `|||` on a line of its own closes the heading before it.
  if (kind === 'pipes' && rows.at(-1)?.alone) return { cells: [], alone: true, next: at + 1 }
  if (kind !== 'plain' || rows.length === 0 || !isBetween(scan, at, tabs)) return null
  return { cells: [[filledAt(scan, at)]], alone: true, next: at + 1 }
}

/** Headings over headings, before the next row: more than these are text. */
const maxHeadings = 4

/**
 * Whether a line without marks stands between rows: a heading over those that follow, perhaps with
 * another one below it, unless these rows open a table of their own.
 */
function isBetween(scan: Scan, at: number, tabs: boolean): boolean {
  for (let next = at; next < at + maxHeadings; next++) {
    const kind = scan.kinds[next]
    if (kind === (tabs ? 'tabs' : 'row')) {
      const cells = tabs ? tabRow(scan, next).cells : splitPipes(scan.lines, filledAt(scan, next)).cells
      return !isHeader(titlesOf(scan.lines, cells))
    }
    if (kind !== 'plain') return false
    const { start, end } = filledAt(scan, next)
    if (end - start > 80) return false
  }
  return false
}

/** A row of which only the last cell is filled: as many tabs before it as the header has between its titles. */
function isLate(scan: Scan, at: number, rows: readonly LineRow[]): boolean {
  const { lines } = scan
  const { start } = lines.raw(lines.filled[at]!)
  const before = lines.text.slice(start, filledAt(scan, at).start)
  return rows.length > 0 && before.split('\t').length === rows[0]!.cells.length
}

/** A row of pipes; where every row ends with one, a row that does not goes on in the next line. */
function pipeRow(scan: Scan, at: number, rows: readonly LineRow[]): { cells: RawCell[]; next: number } {
  const { lines, kinds } = scan
  const top = rows[0] && splitPipes(lines, filledAt(scan, rows[0].next - 1))
  const row = splitPipes(lines, filledAt(scan, at), top)
  const cells = [...row.cells]
  const wanted = rows[0]?.cells.length ?? 0
  let closed = row.closed
  let next = at + 1
  while (!closed && top?.closed && cells.length < wanted && next - at < maxLines) {
    const kind = kinds[next]
    if (kind === 'plain') {
      cells[cells.length - 1] = [...cells.at(-1)!, filledAt(scan, next)]
    } else if (kind === 'row' || kind === 'tail') {
      const more = splitPipes(lines, filledAt(scan, next))
      if (more.opened) break
      cells[cells.length - 1] = [...cells.at(-1)!, ...more.cells[0]!]
      cells.push(...more.cells.slice(1))
      closed = more.closed
    } else break
    next++
  }
  return closed || next === at + 1 ? { cells, next } : { cells: [...row.cells], next: at + 1 }
}

/** Cells between tabs. A cell in quotation marks may hold line breaks: so spreadsheets copy them. */
function tabRow(scan: Scan, at: number): { cells: RawCell[]; next: number } {
  const { lines } = scan
  const { text } = lines
  const { start, end, line } = lines.raw(lines.filled[at]!)
  const cells: RawCell[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && text[i] !== '\t') continue
    const stretch = trim(text, { start: from, end: i, line })
    from = i + 1
    if (text[stretch.start] === '"' && stretch.end > stretch.start) {
      if (text[stretch.end - 1] === '"' && stretch.end - stretch.start > 1) {
        cells.push([{ ...stretch, start: stretch.start + 1, end: stretch.end - 1 }])
        continue
      }
      const quoted = i >= end ? quotedCell(scan, at, stretch.start + 1) : null
      if (quoted) return { cells: [...cells, quoted.cell, ...quoted.after], next: quoted.next }
    }
    cells.push(stretch.start === stretch.end ? [] : [stretch])
  }
  return { cells, next: at + 1 }
}

/**
 * A row of tabs that a line break in one of its cells parted: with the lines after it, it has as many
 * cells as the header, and each of them suits its column.
 */
function brokenTabRow(
  scan: Scan,
  at: number,
  rows: readonly LineRow[],
): { cells: readonly RawCell[]; next: number } {
  const row = tabRow(scan, at)
  const wanted = rows[0]?.cells.length ?? 0
  if (row.cells.length >= wanted) return row
  const titles = titlesOf(scan.lines, rows[0]!.cells)
  if (!isHeader(titles)) return row
  const cells = [...row.cells]
  let next = row.next
  while (cells.length < wanted && next - at < maxLines) {
    const more =
      scan.kinds[next] === 'plain'
        ? [[filledAt(scan, next)]]
        : scan.kinds[next] === 'tabs'
          ? tabRow(scan, next).cells
          : null
    if (!more) return row
    cells.push([...cells.pop()!, ...more[0]!], ...more.slice(1))
    next++
  }
  const suited = cells.every((c, i) => c.length === 0 || suits(shapeOf(scan.lines, c), titles[i] ?? 'open'))
  return cells.length === wanted && suited ? { cells, next } : row
}

/** A cell that opened with a quotation mark in line `at` and closes in a later one. */
function quotedCell(
  scan: Scan,
  at: number,
  start: number,
): { cell: RawCell; after: RawCell[]; next: number } | null {
  const { lines } = scan
  const { text } = lines
  const first = filledAt(scan, at)
  const cell = [trim(text, { ...first, start })]
  for (let next = at + 1; next < Math.min(at + maxLines, scan.kinds.length); next++) {
    const raw = lines.raw(lines.filled[next]!)
    const slice = text.slice(raw.start, raw.end)
    const close = /"(?=\t|\s*$)/.exec(slice)
    if (!close) {
      if (slice.includes('\t')) return null
      cell.push(filledAt(scan, next))
      continue
    }
    cell.push(trim(text, { ...raw, end: raw.start + close.index }))
    const after: RawCell[] = []
    let from = raw.start + close.index + 2
    for (let i = from; from <= raw.end && i <= raw.end; i++) {
      if (i < raw.end && text[i] !== '\t') continue
      const stretch = trim(text, { ...raw, start: from, end: i })
      after.push(stretch.start === stretch.end ? [] : [stretch])
      from = i + 1
    }
    return { cell: cell.filter((s) => s.start < s.end), after, next: next + 1 }
  }
  return null
}

function titlesOf(lines: Lines, cells: readonly RawCell[]): (Column | null)[] {
  return cells.map((c) => (c.length === 0 ? null : columnOf(cellText(lines, c))))
}

/** The table that rows are; null where they are lines that happen to hold pipes or tabs. */
function tableOf(
  scan: Scan,
  lineRows: readonly LineRow[],
  delimited: number,
): { rows: PlacedRow[]; cols: number } | null {
  const rows = lineRows.filter((r) => r.cells.length > 0)
  const full = rows.filter((r) => !r.alone)
  if (full.length === 0) return null
  const usual = usualCount(full)
  const titles = titlesOf(scan.lines, full[0]!.cells)
  const known = isHeader(titles)
  if (full.length < 2 && delimited < 0 && !(known && rows.length > 1)) return null
  const regular = full.filter((r) => r.cells.length === usual).length
  const sure = delimited > 0 || known || (usual >= 3 && full.length >= 3)
  if (!sure || usual < 2 || (!known && regular < full.length * 0.6)) return null
  const shapes = (row: LineRow) => row.cells.map((c) => shapeOf(scan.lines, c))
  const { columns, missing } = columnsOf(titles, usual, full.slice(1).map(shapes))
  let cols = columns.length
  for (const row of full) cols = Math.max(cols, row.cells.length)
  let realigned = 0
  const placed = rows.map((row): PlacedRow => {
    if (row.alone) return bannerRow(row.cells[0]!, cols)
    const header = row === full[0]
    const flags = header && delimited > 0 ? { header: true, apart: true } : header ? { apart: true } : {}
    if (header && missing >= 0) {
      const cells = row.cells.map((cell, i) => ({
        cell,
        col: i > missing ? i + 1 : i,
        colSpan: i === missing ? 2 : 1,
      }))
      return { cells, ...flags }
    }
    if (row.cells.length < columns.length && known && !header) {
      const at = alignRow(shapes(row), columns)
      realigned++
      return { cells: row.cells.map((cell, i) => ({ cell, col: at[i]! })), late: at[0]! }
    }
    return { cells: row.cells.map((cell, col) => ({ cell, col })), ...flags }
  })
  if (realigned > 0) {
    scan.report.add('text/rows-realigned', { line: rows[0]!.cells.flat()[0]?.line ?? 1, count: realigned })
  }
  return { rows: placed, cols }
}

/** How many cells most rows have; of two numbers met alike the greater. */
function usualCount(rows: readonly LineRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0]
}

/**
 * The columns under a header. Where it has one title too few and the rows begin with a number, the
 * first title stands over number and text both; `missing` is its index, else -1.
 */
function columnsOf(
  titles: readonly (Column | null)[],
  usual: number,
  body: readonly (readonly Shape[])[],
): { columns: Column[]; missing: number } {
  const columns = titles.map((t): Column => t ?? 'open')
  const text = titles.indexOf('text')
  const numbered = body.filter((r) => r[Math.max(0, text)] === 'number').length
  if (columns.length === usual - 1 && text >= 0 && !titles.includes('number') && numbered * 2 > body.length) {
    return { columns: columns.toSpliced(text, 0, 'number'), missing: text }
  }
  while (columns.length < usual) columns.push('open')
  return { columns, missing: -1 }
}
