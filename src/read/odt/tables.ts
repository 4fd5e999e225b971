/** Rows and cells as they are met, to a table (OpenDocument 1.3, 9.1). */
import { type Block, blocksText, type CellInit, type Table, table } from '../../document.ts'
import { wholeNumber } from './lists.ts'
import type { Reading } from './reading.ts'

type Attributes = Readonly<Record<string, string>>

interface Cell {
  readonly rowSpan: number
  readonly colSpan: number
  /** Times that it stands side by side. */
  readonly repeated: number
  readonly blocks: readonly Block[]
}

/** A table that is being read. Every position has its element: those that a span covers are covered cells. */
export class OpenTable {
  /** Rows met now are a header, repeated on every page. */
  headers = 0
  private readonly reading: Reading
  private readonly inits: CellInit[] = []
  private cells: Cell[] = []
  private rows = 0
  private cols = 0
  private spent = 0

  constructor(reading: Reading) {
    this.reading = reading
  }

  addCell(a: Attributes, blocks: readonly Block[], covered: boolean): void {
    const { reading } = this
    // What a merge covers is shown by no program.
    if (covered && blocks.length > 0) reading.findings.covered++
    const repeated = count(a['table:number-columns-repeated'])
    this.spend(repeated)
    this.cells.push({
      rowSpan: covered ? 0 : count(a['table:number-rows-spanned']),
      colSpan: covered ? 0 : count(a['table:number-columns-spanned']),
      repeated,
      blocks,
    })
  }

  endRow(a: Attributes): void {
    const repeated = count(a['table:number-rows-repeated'])
    const width = this.cells.reduce((sum, cell) => sum + cell.repeated, 0)
    this.spend(Math.max(1, width) * repeated - width)
    this.cols = Math.max(this.cols, width)
    for (const { blocks, repeated: across } of this.cells) {
      const times = across * repeated - 1
      if (times > 0 && blocks.length > 0) this.reading.spendRepeated(times * blocksText(blocks).length)
    }
    for (let i = 0; i < repeated; i++) this.putRow()
    this.cells = []
  }

  /** `nested`: in a cell, whose text holds all of this as well. */
  end(nested: boolean): Table | null {
    if (this.cells.length > 0) this.endRow({})
    if (this.rows === 0 || this.cols === 0) return null
    this.reading.spendCells(Math.max(0, this.rows * this.cols - this.spent))
    const made = table(this.inits, this.rows, this.cols)
    // A cell where the span of another claims its position is hidden by that.
    const placed = new Set(made.cells.map((cell) => cell.blocks))
    for (const { blocks } of this.inits) {
      if (blocks.length > 0 && !placed.has(blocks)) this.reading.findings.covered++
    }
    if (nested) for (const cell of made.cells) this.reading.spendRepeated(cell.text.length)
    return made
  }

  private putRow(): void {
    let col = 0
    for (const { rowSpan, colSpan, repeated, blocks } of this.cells) {
      for (let i = 0; i < repeated; i++, col++) {
        if (colSpan === 0) continue
        const header = this.headers > 0 ? { header: true } : {}
        this.inits.push({ row: this.rows, col, rowSpan, colSpan, blocks, ...header })
      }
    }
    this.rows++
  }

  private spend(cells: number): void {
    this.spent += cells
    this.reading.spendCells(cells)
  }
}

/** A span or a repetition: 1 where it is not said, or says nothing. */
function count(value: string | undefined): number {
  return Math.max(1, wholeNumber(value) ?? 1)
}
