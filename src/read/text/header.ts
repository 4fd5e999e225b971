/** The header of a table whose cells follow each other, and the columns that it makes. */
import { alignSequence } from './align.ts'
import { cellText, type RawCell, type Shape, shapeOf } from './cells.ts'
import type { PlacedRow } from './grid.ts'
import type { Lines } from './lines.ts'
import { type Column, columnOf, isHeader } from './titles.ts'

export interface Header {
  /** Cells from the beginning that are of it. */
  readonly count: number
  /** Its titles; null where a cell is blank or no title. */
  readonly titles: readonly (Column | null)[]
}

export interface Layout {
  readonly columns: readonly Column[]
  readonly header: readonly PlacedRow[]
}

/** No header has more cells than this. */
const maxTitles = 24
/** Body cells that decide between layouts. */
const judged = 400

/** The header that begins a sequence of cells, if it is one of a task table. */
export function headerAt(lines: Lines, cells: readonly RawCell[]): Header | null {
  const titles: (Column | null)[] = []
  let count = 0
  for (const cell of cells.slice(0, maxTitles)) {
    const title = cell.length === 0 ? null : columnOf(cellText(lines, cell))
    if (title === null && cell.length > 0 && !/^(?:short|units)$/.test(shapeOf(lines, cell))) break
    titles.push(title)
    if (title !== null) count = titles.length
  }
  titles.length = count
  return isHeader(titles) ? { count, titles } : null
}

/**
 * The columns of a task table: as the titles say, or with a number column that has no title of its own
 * (工作任务 | (blank) | 责任股室 over 1 | 主动公开… | 综合股), or with a title over two of the others
 * (责任分工 over 牵头单位 | 配合单位, which then follow as a second line). What fits the body best is taken.
 */
export function layoutOf(header: Header, cells: readonly RawCell[], body: readonly Shape[]): Layout {
  const shapes = body.slice(0, judged)
  let best: Layout | null = null
  let top = -Infinity
  for (const layout of candidates(header, cells)) {
    const { score } = alignSequence(shapes, layout.columns, true)
    if (best === null || score > top) {
      best = layout
      top = score
    }
  }
  return best!
}

function* candidates({ titles, count }: Header, cells: readonly RawCell[]): Generator<Layout> {
  const columns = titles.map((t): Column => t ?? 'open')
  const row = (span?: number): PlacedRow => {
    let col = 0
    const placed = cells.slice(0, count).map((cell, i) => {
      const colSpan = i === span ? 2 : 1
      col += colSpan
      return { cell, col: col - colSpan, colSpan }
    })
    return { cells: placed, apart: true }
  }
  yield { columns, header: [row()] }
  if (!titles.includes('number')) {
    for (let i = 0; i < count; i++) {
      if (titles[i] !== 'text') continue
      if (i + 1 < count && cells[i + 1]!.length === 0) {
        yield { columns: columns.with(i, 'number').with(i + 1, 'text'), header: [row()] }
      } else if (cells[i - 1]?.length === 0) {
        yield { columns: columns.with(i - 1, 'number'), header: [row()] }
      } else {
        yield { columns: columns.toSpliced(i, 0, 'number'), header: [row(i)] }
      }
    }
  }
  const grouped = groupOf(titles, cells.slice(0, count))
  if (grouped) yield grouped
}

/** The layout of a header of two lines: the last titles stand under one of those before them. */
function groupOf(titles: readonly (Column | null)[], cells: readonly RawCell[]): Layout | null {
  let subs = 0
  while (subs < 4 && titles[titles.length - 1 - subs] === 'units') subs++
  for (let g = subs; g >= 2; g--) {
    const over = titles.slice(0, titles.length - g).lastIndexOf('units')
    if (over < 0) continue
    const upper = titles.length - g
    const columns: Column[] = []
    const first: PlacedRow['cells'][number][] = []
    const second: PlacedRow['cells'][number][] = []
    for (let i = 0; i < upper; i++) {
      const col = columns.length
      first.push({ cell: cells[i]!, col, colSpan: i === over ? g : 1, rowSpan: i === over ? 1 : 2 })
      for (let j = 0; i === over && j < g; j++) second.push({ cell: cells[upper + j]!, col: col + j })
      for (let j = 0; j < (i === over ? g : 1); j++) columns.push(titles[i] ?? 'open')
    }
    return {
      columns,
      header: [
        { cells: first, apart: true },
        { cells: second, apart: true },
      ],
    }
  }
  return null
}
