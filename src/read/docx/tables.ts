/**
 * Tables in our rewriting: the grid that Word lays out, as the two things that mammoth knows, gridSpan
 * and vMerge. Legacy w:hMerge, gaps before and after a row, deleted cells and merges that nothing above
 * begins are settled here.
 */
import { mark } from './flow.ts'
import { child, flag, integer, type Node } from './xml.ts'

/**
 * What mammoth gets at a time, in characters: its memory grows with what it reads, 9 KB a cell. 200,000
 * cells at once take 1.7 GB, in pieces of this length 0.6 GB. Most documents are one piece.
 */
export const pieceLength = 64 * 1024

/** Word's own limit is 63 columns; other writers go further, none in earnest this far. */
const maxSpan = 1024

export interface CellDraft {
  span: number
  /** Its span without the cells joined to it. */
  readonly own: number
  /** In a vertical merge: its top, or one of those below, whose content Word does not show. */
  merge: 'top' | 'below' | null
  /** Merged into the cell on its left (w:hMerge). */
  joined: boolean
  /** Taken out by a tracked change. */
  dropped: boolean
  content: readonly string[]
}

export interface RowDraft {
  readonly before: number
  readonly after: number
  readonly header: boolean
  /** Taken out by a tracked change, or hidden. */
  readonly dropped: boolean
  readonly cells: CellDraft[]
}

export class TableDraft {
  private readonly pieces: string[] = []
  private rows = ''
  /** Spans of merged cells of the row before, by the column that they begin at. */
  private open = new Map<number, number>()
  rowCount = 0
  width = 0

  row(properties: Node | undefined): RowDraft {
    return {
      before: clamp(integer(properties, 'w:gridBefore') ?? 0),
      after: clamp(integer(properties, 'w:gridAfter') ?? 0),
      header: flag(properties, 'w:tblHeader') ?? false,
      dropped: child(properties, 'w:del') !== undefined || (flag(properties, 'w:hidden') ?? false),
      cells: [],
    }
  }

  /** Adds a cell to a row: what its properties say, held against the row above. */
  cell(row: RowDraft, properties: Node | undefined): CellDraft {
    const span = Math.max(1, clamp(integer(properties, 'w:gridSpan') ?? 1))
    const horizontal = child(properties, 'w:hMerge')
    const cell: CellDraft = {
      span,
      own: span,
      merge: null,
      joined:
        horizontal !== undefined && horizontal.attributes['w:val'] !== 'restart' && row.cells.length > 0,
      dropped: child(properties, 'w:cellDel') !== undefined,
      content: [],
    }
    const vertical = verticalMerge(properties)
    if (vertical !== null && !cell.joined) {
      // A merge goes on only below a merged cell of the same columns. Of a cell that continues nothing
      // (its top was in a deleted row, or never was) Word shows the content.
      const below = vertical === 'continue' && this.open.get(columnOf(row)) === span
      cell.merge = below ? 'below' : 'top'
    }
    row.cells.push(cell)
    return cell
  }

  endRow(row: RowDraft): void {
    const cells: CellDraft[] = []
    for (const cell of row.cells) {
      if (cell.dropped) continue
      const left = cells.at(-1)
      if (cell.joined && left) {
        left.span += cell.span
        left.content = [...left.content, ...cell.content]
      } else cells.push(cell)
    }
    const open = new Map<number, number>()
    let at = row.before
    for (const cell of cells) {
      if (cell.merge === 'below' || (cell.merge === 'top' && !row.dropped)) open.set(at, cell.own)
      at += cell.span
    }
    this.open = open
    if (row.dropped || cells.length === 0) return
    const width = at + row.after
    this.rowCount++
    this.width = Math.max(this.width, width)
    const header = row.header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    // Where no merge goes on from the row before, what is long enough is a piece.
    if (this.rows.length > pieceLength && cells.every((c) => c.merge !== 'below')) this.endPiece()
    this.rows += `<w:tr>${header}${gap(row.before)}${cells.map(cellXml).join('')}${gap(row.after)}</w:tr>`
  }

  /** The table; a long one in pieces of whole rows, with a mark between them. */
  xml(): string[] {
    if (this.rows !== '') this.endPiece()
    return this.pieces
  }

  private endPiece(): void {
    if (this.pieces.length > 0) this.pieces.push(mark('table'))
    this.pieces.push(`<w:tbl>${this.rows}</w:tbl>`)
    this.rows = ''
  }
}

/** The grid column that the next cell of a row begins at. */
function columnOf(row: RowDraft): number {
  let at = row.before
  for (const cell of row.cells) if (!cell.dropped) at += cell.span
  return at
}

function cellXml(cell: CellDraft): string {
  const span = cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : ''
  const merge =
    cell.merge === null ? '' : `<w:vMerge w:val="${cell.merge === 'top' ? 'restart' : 'continue'}"/>`
  const properties = span || merge ? `<w:tcPr>${span}${merge}</w:tcPr>` : ''
  return `<w:tc>${properties}${cell.merge === 'below' ? '' : cell.content.join('')}</w:tc>`
}

function gap(columns: number): string {
  return columns > 0 ? `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr></w:tc>` : ''
}

function clamp(span: number): number {
  return Math.min(Math.max(0, span), maxSpan)
}

/** w:vMerge without a value continues (17.4.84); w:cellMerge is a merge that was tracked (17.13.5.3). */
function verticalMerge(properties: Node | undefined): 'restart' | 'continue' | null {
  const merge = child(properties, 'w:vMerge')
  if (merge) return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue'
  const tracked = child(properties, 'w:cellMerge')?.attributes['w:vMerge']
  if (tracked === undefined) return null
  return tracked === 'rest' ? 'restart' : tracked === 'cont' ? 'continue' : null
}
