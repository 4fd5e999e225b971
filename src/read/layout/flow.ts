/** Pages → blocks: what stands on them in reading order, joined over lines and over pages. */
import { type Block, table } from '../../document.ts'
import { cellParagraphs } from './cells.ts'
import { furnitureOf } from './furniture.ts'
import { type Grid, topOf } from './grid.ts'
import { append, type OpenTable, openTable } from './joining.ts'
import type { Line } from './lines.ts'
import { type PageMeasure, pageMeasures } from './measure.ts'
import { withOpenTables } from './open-tables.ts'
import type { PageLayout } from './page.ts'
import { continues, isCentred, join } from './paragraphs.ts'
import { inReadingOrder } from './reading-order.ts'

export interface Flow {
  readonly blocks: readonly Block[]
  readonly furniture: readonly Block[]
  /** Table cells, for the limit. */
  readonly cells: number
}

type Item = { readonly line: Line; readonly on: Setting } | { readonly grid: Grid }

/** What the lines of a page, or of a column of it, share. */
interface Setting {
  readonly measure: PageMeasure
  readonly column: boolean
}

export function flow(laid: readonly PageLayout[]): Flow {
  const aside = furnitureOf(laid)
  const pages = withOpenTables(inReadingOrder(laid, aside), aside)
  const measures = pageMeasures(pages, aside)
  const blocks: Block[] = []
  const furniture: Block[] = []
  let cells = 0
  let open: Line[] = []
  let setting: Setting | null = null
  let grids: OpenTable | null = null

  const closeParagraph = () => {
    if (open.length > 0 && setting) blocks.push(join(open, alignOf(open, setting.measure)))
    open = []
  }
  const closeTable = () => {
    if (!grids) return
    const block = tableOf(grids)
    cells += block.cells.length
    blocks.push(block)
    for (const line of grids.repeated) furniture.push(join([line]))
    grids = null
  }
  pages.forEach((page, i) => {
    for (const line of page.lines) if (aside.has(line)) furniture.push(join([line]))
    for (const line of page.apart) furniture.push(join([line]))
    const on = { measure: measures[i]!, column: page.column === true }
    for (const item of itemsOf(page, on, aside)) {
      if ('grid' in item) {
        closeParagraph()
        if (grids && (grids as OpenTable).lastPage === page.number - 1 && append(grids, item.grid)) continue
        closeTable()
        grids = openTable(item.grid)
        continue
      }
      closeTable()
      if (setting && open.length > 0 && !runsOn(open, setting, item.line, on)) closeParagraph()
      open.push(item.line)
      setting = on
    }
  })
  closeParagraph()
  closeTable()
  return { blocks, furniture, cells }
}

/** What stands on the page, from top to bottom. */
function itemsOf(page: PageLayout, on: Setting, aside: ReadonlySet<Line>): Item[] {
  const items: { top: number; item: Item }[] = []
  for (const line of page.lines) {
    if (!aside.has(line)) items.push({ top: line.baseline, item: { line, on } })
  }
  for (const grid of page.grids) items.push({ top: topOf(grid), item: { grid } })
  return items.sort((a, b) => a.top - b.top).map((i) => i.item)
}

/** Whether the line goes on with the open paragraph; a column's first line with the column before. */
function runsOn(open: readonly Line[], before: Setting, line: Line, on: Setting): boolean {
  const first = open[0]!
  const last = open.at(-1)!
  if (before === on || !(before.column || on.column)) return continues(first, last, line, on.measure)
  // Above and below the columns stand titles and other texts.
  if (!before.column || !on.column) return false
  const { left, right } = before.measure
  const moved = (l: Line): Line => ({
    ...l,
    page: -1,
    x0: l.x0 + on.measure.left - left,
    x1: l.x1 + on.measure.right - right,
  })
  const a = moved(last)
  return continues(last === first ? a : moved(first), a, line, on.measure)
}

function alignOf(lines: readonly Line[], m: PageMeasure): 'center' | 'right' | undefined {
  if (lines.every((l) => isCentred(l, m.left, m.right))) return 'center'
  const first = lines[0]!
  const right = m.right - first.x1 < 4.5 * first.size && first.x0 - m.left > 0.45 * (m.right - m.left)
  return right ? 'right' : undefined
}

function tableOf(t: OpenTable) {
  return table(
    t.cells.map((c) => {
      const left = t.xs[c.col]!
      const right = t.xs[c.col + c.colSpan]!
      const inset = Math.min(6, ...c.lines.map((l) => Math.max(0.5, l.x0 - left)))
      const cell = { left: left + inset, right: right - inset }
      const blocks = cellParagraphs(c.lines, cell).map((lines) => join(lines))
      return { row: c.row, col: c.col, rowSpan: c.rowSpan, colSpan: c.colSpan, blocks }
    }),
    t.rows,
    t.xs.length - 1,
  )
}
