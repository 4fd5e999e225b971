/** Rows and cells as they are met, in tables within tables. */
import { tooLarge } from '../too-large.ts'
import type { Flow } from './flow.ts'
import type { Rewriting } from './rewrite.ts'
import { type CellDraft, type RowDraft, TableDraft } from './tables.ts'
import type { Node } from './xml.ts'

interface Frame {
  readonly draft: TableDraft
  row: RowDraft | null
  cell: CellDraft | null
}

export class TableReader {
  private readonly frames: Frame[] = []
  private readonly whole: Rewriting
  private readonly flow: Flow

  constructor(whole: Rewriting, flow: Flow) {
    this.whole = whole
    this.flow = flow
  }

  openTable(): () => void {
    this.flow.closeParagraph()
    this.frames.push({ draft: new TableDraft(), row: null, cell: null })
    return () => this.flow.blocks(this.frames.pop()!.draft.xml())
  }

  openRow(): (() => void) | undefined {
    const table = this.frames.at(-1)
    if (!table) return undefined
    table.row = null
    return () => {
      const { row, draft } = table
      table.row = null
      if (!row) return
      if (row.dropped) this.flow.muted--
      draft.endRow(row)
      this.limit(draft.rowCount * draft.width)
    }
  }

  /** A row begins with its properties, which come first, or with its first cell. */
  startRow(trPr: Node | undefined): RowDraft | undefined {
    const table = this.frames.at(-1)
    if (!table || table.row) return table?.row ?? undefined
    table.row = table.draft.row(trPr)
    if (table.row.dropped) this.flow.muted++
    return table.row
  }

  openCell(): (() => void) | undefined {
    const row = this.startRow(undefined)
    if (!row) return undefined
    const table = this.frames.at(-1)!
    table.cell = null
    this.limit(++this.whole.cells)
    const texts = this.flow.mutedTexts
    this.flow.openContainer()
    return () => {
      const cell = this.startCell(undefined)
      if (!cell) return
      cell.content = this.flow.closeContainer()
      if (cell.dropped || cell.merge === 'below') this.flow.muted--
      if (cell.merge === 'below' && !row.dropped && this.flow.mutedTexts > texts)
        this.whole.findings.covered++
      table.cell = null
    }
  }

  /** A cell begins with its properties; one without is known when it ends. */
  startCell(tcPr: Node | undefined): CellDraft | undefined {
    const table = this.frames.at(-1)
    if (!table?.row || table.cell) return table?.cell ?? undefined
    table.cell = table.draft.cell(table.row, tcPr)
    if (table.cell.dropped || table.cell.merge === 'below') this.flow.muted++
    return table.cell
  }

  private limit(cells: number): void {
    const { maxCells } = this.whole.limits
    if (cells > maxCells) throw tooLarge('cells', null, maxCells)
  }
}
