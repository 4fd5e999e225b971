/** Header rows: one line of titles or two, wherever in the table they stand. */
import type { Cell } from '../../document.ts'
import { contentOf, isEmpty } from './content.ts'
import { distinct, filled, lineOf, type Row } from './grid.ts'
import { normalTitle, type Title, titleOf, titleUnder } from './titles.ts'

export interface HeaderTitle {
  readonly title: Title
  readonly cell: Cell
}

export interface Header {
  /** The first row of the header, and how many rows it takes. */
  readonly index: number
  readonly height: number
  /** By column; `null` where the header has no title. A title over several columns stands in each. */
  readonly titles: readonly (HeaderTitle | null)[]
  /** What it says; headers of one key have the same columns. */
  readonly key: string
  /** Its rows as printed, to know them again on a new page. */
  readonly lines: readonly string[]
}

/** A title is short; a bracket may explain it: 责任单位（列第一位的为牵头单位）. */
const longest = 18

/** How a row counts as header: the first one may use any wording, a later one only words of titles. */
export function headerAt(rows: readonly Row[], index: number, first: boolean): Header | null {
  const row = rows[index]!
  const cells = filled(row)
  if (cells.length < 2) return null
  const seen = { text: 0, other: 0, known: 0, plain: 0 }
  for (const cell of cells) {
    const { kind } = contentOf(cell)
    if (kind === 'number' || normalTitle(cell.text).length > longest) return null
    const title = titleOf(cell.text)
    if (!first && !title.plain) return null
    if (title.class !== 'unknown') seen.known++
    if (title.plain && title.class !== 'unknown') seen.plain++
    if (title.class === 'task' || title.class === 'detail') seen.text++
    else if (title.class === 'unit' || title.class === 'time' || title.class === 'ordinal') seen.other++
  }
  if (seen.plain === 0 || seen.known * 2 < cells.length) return null
  const below = rows[index + 1]
  const both = below !== undefined && isSecondLine(row, below)
  if (!first && seen.other === 0 && !both) return null
  if (seen.text === 0 && !both) return null
  if (seen.text + seen.other < 2 && !both) return null
  return build(rows, index)
}

function build(rows: readonly Row[], index: number): Header | null {
  const row = rows[index]!
  const titles: (HeaderTitle | null)[] = row.cells.map((cell) =>
    cell && !isEmpty(cell) ? { title: titleOf(cell.text), cell } : null,
  )
  let height = 1
  for (;;) {
    const next = rows[index + height]
    if (!next) break
    // Rows that the header's own cells cover belong to it, whether or not a second line is printed there.
    const covered = next.cells.every((c) => c !== null && c.row <= index + height - 1 && c.row >= index)
    if (covered) {
      height++
      continue
    }
    if (!isSecondLine(row, next)) break
    if (!drop(titles, next)) underneath(titles, next)
    height++
    break
  }
  const key = titles.map((t) => t?.title.text ?? '').join('|')
  const lines = rows.slice(index, index + height).map(lineOf)
  return { index, height, titles, key, lines }
}

/**
 * Whether a row is the second line of a header: 责任单位 spans two columns and below it stand 牵头 and
 * 配合, every other column of the row being covered from above or empty.
 */
function isSecondLine(row: Row, next: Row): boolean {
  const cells = filled(next)
  if (cells.length === 0) return false
  let parted = 0
  for (const cell of cells) {
    if (contentOf(cell).kind === 'number' || normalTitle(cell.text).length > longest) return false
    const title = titleOf(cell.text)
    const over = row.cells[cell.col]
    if (over && !isEmpty(over) && over.row <= row.index && over.colSpan > cell.colSpan) {
      // Below a title that spans, anything short is its part: quarters, places, kinds of cost.
      parted++
      if (title.class === 'unknown' && cell.text.trim().length > 10) return false
      continue
    }
    if (title.class === 'unknown' || !title.plain) return false
    if (over && isEmpty(over)) parted++
    else if (title.class !== 'unit') return false
  }
  // A row under titles that all go on is a row of tasks; at least two titles are parts of one above.
  if (parted > 0) return cells.length >= 2 || distinct(next).some((c) => c.row < next.index)
  return cells.length >= 2 && cells.every((c) => titleOf(c.text).role !== null) && cells[0]!.col === 0
}

function underneath(titles: (HeaderTitle | null)[], next: Row): void {
  next.cells.forEach((cell, col) => {
    if (!cell || cell.row !== next.index || isEmpty(cell)) return
    let above = titles[col] ?? null
    // Where spans are lost, 责任单位 | (blank) over 牵头 | 配合: the blank goes on with what stands left of it.
    for (let left = col - 1; above === null && left >= 0; left--) above = titles[left] ?? null
    const upper = above?.title.class === 'blank' || above === null ? '' : above.cell.text
    titles[col] = { title: titleUnder(upper, cell.text), cell }
  })
}

/**
 * Where merged cells dropped out of a text, the second line begins at the first column: its titles
 * take the place of the one title of units above. Whether that was so.
 */
function drop(titles: (HeaderTitle | null)[], next: Row): boolean {
  const parts = filled(next)
  if (parts.length < 2 || parts[0]!.col !== 0 || parts[0]!.colSpan > 1) return false
  if (!parts.every((c) => titleOf(c.text).class === 'unit')) return false
  const upper = titles.filter((t) => t !== null)
  if (parts.every((c) => titles[c.col]?.title.class === 'unit')) return false
  const at = upper.findIndex((t) => t.title.class === 'unit')
  if (at < 0 || upper.length - 1 + parts.length > titles.length) return false
  const placed = [
    ...upper.slice(0, at),
    ...parts.map((cell) => ({ title: titleUnder(upper[at]!.cell.text, cell.text), cell })),
    ...upper.slice(at + 1),
  ]
  titles.fill(null)
  placed.forEach((t, col) => {
    titles[col] = t
  })
  return true
}
