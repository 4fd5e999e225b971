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

export interface Flow {
  readonly blocks: readonly Block[]
  readonly furniture: readonly Block[]
  /** Table cells, for the limit. */
  readonly cells: number
}

type Item = { readonly line: Line; readonly measure: PageMeasure } | { readonly grid: Grid }

export function flow(laid: readonly PageLayout[]): Flow {
  const aside = furnitureOf(laid)
  const pages = withOpenTables(laid, aside)
  const measures = pageMeasures(pages, aside)
  const blocks: Block[] = []
  const furniture: Block[] = []
  let cells = 0
  let open: Line[] = []
  let measure: PageMeasure | null = null
  let grids: OpenTable | null = null

  const closeParagraph = () => {
    if (open.length > 0 && measure) blocks.push(join(open, alignOf(open, measure)))
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
    for (const item of itemsOf(page, measures[i]!, aside)) {
      if ('grid' in item) {
        closeParagraph()
        if (grids && (grids as OpenTable).lastPage === page.number - 1 && append(grids, item.grid)) continue
        closeTable()
        grids = openTable(item.grid)
        continue
      }
      closeTable()
      const last = open.at(-1)
      if (last && !continues(open[0]!, last, item.line, item.measure)) closeParagraph()
      open.push(item.line)
      measure = item.measure
    }
  })
  closeParagraph()
  closeTable()
  return { blocks, furniture, cells }
}

/** What stands on the page, from top to bottom. */
function itemsOf(page: PageLayout, measure: PageMeasure, aside: ReadonlySet<Line>): Item[] {
  const items: { top: number; item: Item }[] = []
  for (const line of page.lines) {
    if (!aside.has(line)) items.push({ top: line.baseline, item: { line, measure } })
  }
  for (const grid of page.grids) items.push({ top: topOf(grid), item: { grid } })
  return items.sort((a, b) => a.top - b.top).map((i) => i.item)
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
