/** From lines and tables to the document's blocks, each with its path in the page. */
import { type Block, type CellInit, type Paragraph, paragraph, table } from '../../document.ts'
import { type Element, isElement } from './dom.ts'
import type { Line } from './lines.ts'
import type { DataTable, Lookup } from './tables.ts'
import { childrenOf, elementAt, type Tape } from './tape.ts'

export class Blocks {
  private readonly tape: Tape
  private readonly lines: readonly Line[]
  private readonly tables: readonly DataTable[]
  private readonly lookup: Lookup
  private readonly part: string
  private readonly paths: string[] = []
  private readonly ordinals = new Map<Element, number>()

  constructor(
    tape: Tape,
    lines: readonly Line[],
    tables: readonly DataTable[],
    lookup: Lookup,
    part: string,
  ) {
    this.tape = tape
    this.lines = lines
    this.tables = tables
    this.lookup = lookup
    this.part = part
  }

  /** What stands in `[from, to)` of the tape, as far as `wanted` says of its lines. */
  in(from: number, to: number, wanted: (line: number) => boolean = () => true): Block[] {
    const blocks: Block[] = []
    const lastLine = this.lookup.from(to)
    let n = this.lookup.from(from)
    let t = this.tableFrom(from)
    while (n < lastLine) {
      const data = this.tables[t]
      if (data === undefined || this.lines[n]!.at < data.at) {
        if (wanted(n)) blocks.push(this.paragraph(this.lines[n]!))
        n++
        continue
      }
      const end = this.tape.end[data.at]!
      if (this.lines[n]!.at < end && wanted(n)) for (const block of this.table(data)) blocks.push(block)
      n = Math.max(n, this.lookup.from(end))
      while (t < this.tables.length && this.tables[t]!.at < end) t++
    }
    return blocks
  }

  /** A table, its caption before it. */
  private table(data: DataTable): Block[] {
    const captions = [...childrenOf(this.tape, data.at)].filter(
      (i) => elementAt(this.tape, i)?.tagName === 'caption',
    )
    const inits = data.grid.cells.map(
      (c): CellInit => ({ ...c, blocks: this.in(c.at + 1, this.tape.end[c.at]!) }),
    )
    return [
      ...captions.flatMap((i) => this.in(i, this.tape.end[i]!)),
      table(inits, data.grid.rows, data.grid.cols),
    ]
  }

  private paragraph(line: Line): Paragraph {
    const { level, align } = line.style
    const path = this.path(this.tape.anchor[line.owner]!)
    return paragraph(
      line.text,
      [{ start: 0, end: line.text.length, origin: { kind: 'part', part: this.part, path } }],
      {
        ...(level === null ? {} : { level }),
        ...(line.marker === null ? {} : { marker: line.marker }),
        ...(align === null ? {} : { align }),
      },
    )
  }

  private tableFrom(at: number): number {
    let low = 0
    let high = this.tables.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tables[middle]!.at < at) low = middle + 1
      else high = middle
    }
    return low
  }

  /** `body/div[2]/p[3]`: among the children of one element that have its name, the third `p`. */
  private path(at: number): string {
    const rest: number[] = []
    let up = at
    while (up >= 0 && this.paths[up] === undefined) {
      rest.push(up)
      up = this.tape.parent[up]!
    }
    let path = up < 0 ? '' : this.paths[up]!
    for (let i = rest.pop(); i !== undefined; i = rest.pop()) {
      const element = this.tape.nodes[i] as Element
      const parent = this.tape.parent[i]!
      path = parent < 0 ? element.tagName : `${path}/${element.tagName}[${this.ordinal(element, parent)}]`
      this.paths[i] = path
    }
    return path
  }

  private ordinal(element: Element, parent: number): number {
    const known = this.ordinals.get(element)
    if (known !== undefined) return known
    const counts = new Map<string, number>()
    for (const node of (this.tape.nodes[parent] as Element).childNodes) {
      if (!isElement(node)) continue
      const n = (counts.get(node.tagName) ?? 0) + 1
      counts.set(node.tagName, n)
      this.ordinals.set(node, n)
    }
    return this.ordinals.get(element)!
  }
}
