/** Sets blocks as pages of a PDF: tables in many styles, over page breaks, as printers of notices do. */
import type { Block, Cell, Table } from '../../src/document.ts'
import { type MadePage, makePdf } from '../read/made-pdf.ts'

export interface Style {
  readonly id: string
  readonly page?: readonly [width: number, height: number]
  /** Strokes; bars as thin as a line; each cell's own rectangle; without outer sides; between rows only; three; none. */
  readonly lines: 'strokes' | 'bars' | 'boxes' | 'open' | 'rows' | 'three' | 'none'
  /** Whether rows are cut by the page break. */
  readonly cut?: boolean
  readonly repeat?: boolean
  /** What stands in a merged cell on the next page. */
  readonly merged?: 'blank' | 'again'
  readonly middle?: boolean
  readonly centred?: boolean
  readonly shaded?: boolean
}

const margin = 50
const size = 10
const leading = 15
const pad = 5

interface Piece {
  readonly row: number
  readonly from: number
  readonly to: number
  top: number
  readonly height: number
}

export function typeset(blocks: readonly Block[], style: Style): Uint8Array {
  const [width, height] = style.page ?? [595, 842]
  const pages: string[][] = [[]]
  let y = margin
  const put = (x: number, top: number, text: string, em = size) => {
    const hex = Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')
    pages.at(-1)!.push(`BT /F1 ${em} Tf 1 0 0 1 ${x} ${height - top - em} Tm <${hex}> Tj ET`)
  }
  const rule = (x0: number, y0: number, x1: number, y1: number) => {
    const thin = style.lines === 'bars'
    pages
      .at(-1)!
      .push(
        thin
          ? `${x0} ${height - y1} ${Math.max(0.6, x1 - x0)} ${Math.max(0.6, y1 - y0)} re f`
          : `${x0} ${height - y0} m ${x1} ${height - y1} l S`,
      )
  }
  const turn = () => {
    pages.push([])
    y = margin
  }
  for (const block of blocks) {
    if (block.type === 'table') setTable(block)
    else if (block.text.trim() !== '') setParagraph(block.text, block.align === 'center')
  }
  const box = `[0 0 ${width} ${height}]`
  return makePdf(pages.map((p): MadePage => ({ content: p.join('\n'), box })))

  function setParagraph(text: string, centred: boolean): void {
    const em = centred ? 16 : 12
    const indented = centred ? text : `　　${text}`
    for (const line of wrap(indented, Math.floor((width - 2 * margin) / em))) {
      if (y + 20 > height - margin) turn()
      const blank = /^　*/.exec(line)![0].length
      const x = centred ? (width - line.length * em) / 2 : margin + blank * em
      put(x, y, line.slice(blank), em)
      y += em * 1.6
    }
    y += 4
  }

  function setTable(t: Table): void {
    const xs = edges(t, width - 2 * margin).map((x) => x + margin)
    const linesOf = (c: Cell) =>
      wrap(c.text, Math.floor((xs[c.col + c.colSpan]! - xs[c.col]! - 2 * pad) / size))
    const lines = new Map(t.cells.map((c) => [c, linesOf(c)]))
    const counts = Array.from({ length: t.rows }, (_, r) =>
      Math.max(1, ...t.cells.filter((c) => c.row === r && c.rowSpan === 1).map((c) => lines.get(c)!.length)),
    )
    for (const c of t.cells) {
      const own = counts.slice(c.row, c.row + c.rowSpan).reduce((a, b) => a + b, 0)
      counts[c.row + c.rowSpan - 1]! += Math.max(0, lines.get(c)!.length - own)
    }
    const head = Math.max(1, ...t.cells.filter((c) => c.row === 0).map((c) => c.rowSpan))
    const done = new Set<Cell>()
    let first = true
    let pieces: Piece[] = []
    const flush = () => {
      if (pieces.length > 0) draw(t, xs, lines, pieces, done)
      pieces = []
    }
    const add = (row: number, from: number, to: number) => {
      const tall = (to - from) * leading + 2 * pad
      pieces.push({ row, from, to, top: y, height: tall })
      y += tall
    }
    for (let r = 0; r < t.rows; r++) {
      let from = 0
      while (from < counts[r]!) {
        const room = Math.floor((height - margin - y - 2 * pad) / leading)
        const left = counts[r]! - from
        if (left > room) {
          if (style.cut && room > 1 && left - room > 0 && !first) {
            add(r, from, from + room)
            from += room
          }
          flush()
          turn()
          if (style.repeat && r >= head) for (let h = 0; h < head; h++) add(h, 0, counts[h]!)
          if (left > (height - 2 * margin) / leading) throw new Error('a row is higher than the page')
          continue
        }
        add(r, from, counts[r]!)
        from = counts[r]!
        first = false
      }
    }
    flush()
    y += 20
  }

  function draw(
    t: Table,
    xs: readonly number[],
    lines: ReadonlyMap<Cell, string[]>,
    pieces: readonly Piece[],
    done: Set<Cell>,
  ): void {
    const top = pieces[0]!.top
    const bottom = pieces.at(-1)!.top + pieces.at(-1)!.height
    const [x0, x1] = [xs[0]!, xs.at(-1)!]
    for (const [i, p] of pieces.entries()) {
      for (const c of t.cells.filter((c) => c.row <= p.row && p.row < c.row + c.rowSpan)) {
        const before = pieces[i - 1]
        const again = before !== undefined && before.row >= c.row && before.row < p.row
        if (again) continue
        const own = pieces
          .slice(i)
          .filter((q, k) => q.row < c.row + c.rowSpan && q.row >= p.row && (k === 0 || c.rowSpan > 1))
        const end = own.at(-1)!.top + own.at(-1)!.height
        border(
          xs[c.col]!,
          p.top,
          xs[c.col + c.colSpan]!,
          end,
          c.col === 0,
          c.col + c.colSpan === xs.length - 1,
        )
        const all = lines.get(c)!
        const part =
          c.rowSpan === 1
            ? all.slice(p.from, p.to)
            : done.has(c) && c.row > 0 && style.merged !== 'again'
              ? []
              : all
        const tall = end - p.top
        if (part.length * leading > tall) continue
        done.add(c)
        const down = style.middle || c.rowSpan > 1 ? (tall - part.length * leading) / 2 : pad
        part.forEach((line, k) => {
          const inside = xs[c.col + c.colSpan]! - xs[c.col]! - line.length * size
          put(
            xs[c.col]! + (style.centred && c.col === 0 ? inside / 2 : pad),
            p.top + down + k * leading,
            line,
          )
        })
      }
    }
    if (style.lines === 'three')
      rule(x0, pieces[0]!.top + pieces[0]!.height, x1, pieces[0]!.top + pieces[0]!.height)
    if (style.lines === 'three') {
      rule(x0, top, x1, top)
      rule(x0, bottom, x1, bottom)
    }
    const oneRow = t.cells.every((c) => c.row > 0 || c.rowSpan === 1)
    if (style.shaded && oneRow)
      pages
        .at(-1)!
        .unshift(`q 0.9 g ${x0} ${height - top - pieces[0]!.height} ${x1 - x0} ${pieces[0]!.height} re f Q`)
  }

  function border(x0: number, y0: number, x1: number, y1: number, left: boolean, right: boolean): void {
    const { lines } = style
    if (lines === 'boxes') pages.at(-1)!.push(`${x0} ${height - y1} ${x1 - x0} ${y1 - y0} re S`)
    if (lines === 'three' || lines === 'none' || lines === 'boxes') return
    rule(x0, y0, x1, y0)
    rule(x0, y1, x1, y1)
    if (lines === 'rows') return
    if (lines !== 'open' || !left) rule(x0, y0, x0, y1)
    if (lines !== 'open' || !right) rule(x1, y0, x1, y1)
  }
}

/** Marks that begin no line. */
const cannotBegin = /[、。，；：！？）》”]/

function wrap(text: string, most: number): string[] {
  return text.split('\n').flatMap((part) => {
    const out: string[] = []
    let rest = part
    while (rest.length > most) {
      let at = Math.max(1, most)
      while (at > 1 && cannotBegin.test(rest[at]!)) at--
      out.push(rest.slice(0, at))
      rest = rest.slice(at)
    }
    return [...out, rest]
  })
}

/** Column edges: wide where the text is long, and wide enough for a name. */
function edges(t: Table, width: number): number[] {
  const weights = Array.from({ length: t.cols }, (_, col) => {
    const own = t.cells.filter((c) => c.col === col && c.colSpan === 1).map((c) => c.text)
    const names = own.flatMap((text) => text.split(/[、，。；\n]/)).map((name) => name.length + 2)
    return Math.max(
      3.2,
      Math.min(14, ...[Math.max(0, ...names)]),
      Math.min(30, 0.5 * Math.max(0, ...own.map((o) => o.length))),
    )
  })
  const sum = weights.reduce((a, b) => a + b, 0)
  const out = [0]
  let x = 0
  for (const w of weights) {
    x += (w / sum) * width
    out.push(Math.round(x))
  }
  return out
}
