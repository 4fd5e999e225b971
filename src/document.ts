/**
 * What a reader gives: the document as blocks of text, every character with its place in the source.
 *
 * Text here is the source's own: nothing is normalised, so every {@link Span} slices to its quote.
 */

/**
 * Half-open `[start, end)` in the unnormalised text of node `node`, in UTF-16 code units.
 * A node is a paragraph or a table cell. Several spans are one value's pieces, in order.
 */
export interface Span {
  readonly node: string
  readonly start: number
  readonly end: number
}

/** Left, top, right, bottom in PDF points from the top left corner of the page. */
export type Box = readonly [x0: number, top: number, x1: number, bottom: number]

/** Where text came from; each reader fills the kind that it knows. */
export type Origin =
  | { readonly kind: 'page'; readonly page: number; readonly box: Box }
  | { readonly kind: 'part'; readonly part: string; readonly path: string }
  | { readonly kind: 'line'; readonly line: number; readonly offset: number }

/** Sorted by `start`, covering the node's text without gaps: a line of a page, a run of a part. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly origin: Origin
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly id: string
  readonly text: string
  readonly places: readonly Place[]
  /** Outline level, 1 the highest, where the format says so (a heading style, `<h1>`). */
  readonly level?: number
  /** The automatic number that the format drew before the text (一、); it is the beginning of `text`. */
  readonly marker?: string
  readonly align?: 'center' | 'right'
}

export interface Cell {
  readonly id: string
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly blocks: readonly Block[]
  /** Its blocks' texts joined by `\n`. */
  readonly text: string
  /** Marked as a header by the format (`<th>`, a repeated header row). */
  readonly header?: boolean
}

/** Its cells tile the `rows` × `cols` grid: every position is covered by exactly one cell. */
export interface Table {
  readonly type: 'table'
  readonly id: string
  readonly rows: number
  readonly cols: number
  /** By row, then column, of their top left position. */
  readonly cells: readonly Cell[]
}

export type Block = Paragraph | Table

/** A link of the source: attachments of a page, references. */
export interface Link {
  readonly text: string
  readonly href: string
}

/** Page geometry in points; formats without pages have none. */
export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
}

/** What the file says of itself: a hint, never a value of the notice without the text's support. */
export type Meta = Readonly<Record<string, string>>

export interface SourceInfo {
  readonly name: string
  readonly format: Format
  readonly bytes: number
  readonly sha256: string
  readonly encoding: string | null
  readonly pages: number | null
}

/** What a reader returns: the document without what only the caller knows. */
export interface Content {
  readonly blocks: readonly Block[]
  /** What is on the page and not of the notice: headers, footers, navigation. Kept, never dropped. */
  readonly furniture: readonly Block[]
  readonly links: readonly Link[]
  readonly pages: readonly Page[]
  readonly meta: Meta
  /** Of text formats: the charset as decoded, e.g. `gb18030`. */
  readonly encoding: string | null
}

export interface Document extends Content {
  readonly source: SourceInfo
}

export type Format = 'txt' | 'html' | 'mhtml' | 'docx' | 'doc' | 'rtf' | 'odt' | 'pdf' | 'ofd'

type ParagraphExtras = Pick<Paragraph, 'level' | 'marker' | 'align'>

/** A paragraph without its id, which {@link identify} gives. */
export function paragraph(text: string, places: readonly Place[], extras: ParagraphExtras = {}): Paragraph {
  return { type: 'paragraph', id: '', text, places, ...extras }
}

/** A cell as readers know it: at its row and column, spanning. */
export interface CellInit {
  readonly row: number
  readonly col: number
  readonly rowSpan?: number
  readonly colSpan?: number
  readonly blocks: readonly Block[]
  readonly header?: boolean
}

/**
 * A table whose cells tile its grid whatever the source claims: a span that runs into an occupied
 * position or over the edge is cut, a hole is filled with an empty cell.
 * Cells are placed in the order given; of two that claim one position the first has it.
 */
export function table(inits: readonly CellInit[], rows = 0, cols = 0): Table {
  let height = rows
  let width = cols
  for (const c of inits) {
    height = Math.max(height, c.row + 1)
    width = Math.max(width, c.col + 1)
  }
  const taken = new Uint8Array(height * width)
  const cells: Cell[] = []
  const put = (init: CellInit, rowSpan: number, colSpan: number) => {
    for (let r = init.row; r < init.row + rowSpan; r++) {
      taken.fill(1, r * width + init.col, r * width + init.col + colSpan)
    }
    cells.push({
      id: '',
      row: init.row,
      col: init.col,
      rowSpan,
      colSpan,
      blocks: init.blocks,
      text: blocksText(init.blocks),
      ...(init.header ? { header: true } : {}),
    })
  }
  for (const init of inits) {
    if (taken[init.row * width + init.col]) continue
    let colSpan = 1
    const wantCols = Math.min(init.colSpan ?? 1, width - init.col)
    while (colSpan < wantCols && !taken[init.row * width + init.col + colSpan]) colSpan++
    let rowSpan = 1
    const wantRows = Math.min(init.rowSpan ?? 1, height - init.row)
    grow: while (rowSpan < wantRows) {
      const at = (init.row + rowSpan) * width + init.col
      for (let c = 0; c < colSpan; c++) if (taken[at + c]) break grow
      rowSpan++
    }
    put(init, rowSpan, colSpan)
  }
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      if (!taken[r * width + c]) put({ row: r, col: c, blocks: [] }, 1, 1)
    }
  }
  cells.sort((a, b) => a.row - b.row || a.col - b.col)
  return { type: 'table', id: '', rows: height, cols: width, cells }
}

/** Blocks' texts joined by `\n`; a nested table is its cells' texts joined likewise. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n')
}

function blockText(block: Block): string {
  return block.type === 'paragraph' ? block.text : block.cells.map((c) => c.text).join('\n')
}

/** Gives every block and cell its id: `b7`, its cell `b7.r3.c0`, a block in that `b7.r3.c0.b0`. */
export function identify(blocks: readonly Block[], prefix = 'b'): Block[] {
  return blocks.map((block, i): Block => {
    const id = `${prefix}${i}`
    if (block.type === 'paragraph') return { ...block, id }
    const cells = block.cells.map((c): Cell => {
      const cellId = `${id}.r${c.row}.c${c.col}`
      return { ...c, id: cellId, blocks: identify(c.blocks, `${cellId}.b`) }
    })
    return { ...block, id, cells }
  })
}

/** Places of a cell's text: those of its paragraphs, moved to where each stands in the text. */
export function cellPlaces(blocks: readonly Block[]): Place[] {
  const places: Place[] = []
  let at = 0
  const walk = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.type === 'table') {
        for (const cell of block.cells) {
          walk(cell.blocks)
          if (cell.blocks.length === 0) at += 1
        }
        continue
      }
      for (const p of block.places) {
        places.push({ start: at + p.start, end: at + p.end, origin: p.origin })
      }
      at += block.text.length + 1
    }
  }
  walk(blocks)
  return places
}
