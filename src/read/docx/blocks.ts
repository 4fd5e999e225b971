/** From mammoth's document to ours: bookmarks lead back to places, labels go into the text. */
import {
  type Block,
  type CellInit,
  type Link,
  type Paragraph,
  type Place,
  paragraph,
  type Table,
  table,
} from '../../document.ts'
import { typedLabel } from '../numbering.ts'
import { bookmark, type ParagraphInfo } from './flow.ts'
import type { Element, Row } from './mammoth.ts'

/** Gathers what mammoth gives, piece by piece. */
export class Gathering {
  readonly body: Block[] = []
  /** Headers, footers and notes, and the table of contents. */
  readonly furniture: Block[] = []
  readonly links: Link[] = []
  private readonly infos: readonly ParagraphInfo[]
  /** Blocks of the documents that are set into this one. */
  private readonly chunks: readonly (readonly Block[])[]
  private story = 0
  private rows: Row[] = []
  private goesOn = false

  constructor(infos: readonly ParagraphInfo[], chunks: readonly (readonly Block[])[]) {
    this.infos = infos
    this.chunks = chunks
  }

  add(children: readonly Element[]): void {
    for (const child of children) {
      const mark = markOf(child)
      if (mark === 'table') this.goesOn = true
      else if (child.type === 'table') {
        if (!this.goesOn) this.endTable()
        this.goesOn = false
        for (const row of child.children) this.rows.push(row)
      } else {
        this.endTable()
        if (mark === null) this.addParagraph(child)
        else if (mark === 'story') this.story++
        else for (const block of this.chunks[Number(mark.slice(5))] ?? []) this.place(block, false)
      }
    }
  }

  /** Nothing more comes. */
  end(): void {
    this.endTable()
  }

  private endTable(): void {
    if (this.rows.length > 0) this.place(this.table(this.rows), false)
    this.rows = []
  }

  private addParagraph(element: Element): void {
    const read = this.paragraph(element)
    if (read) this.place(read.paragraph, read.contents)
  }

  private place(block: Block, contents: boolean): void {
    if (this.story === 0 && !contents) this.body.push(block)
    else this.furniture.push(block)
  }

  /** Blocks of a cell. A table in it may be in pieces too. */
  private blocks(children: readonly Element[]): Block[] {
    const inner = new Gathering(this.infos, this.chunks)
    inner.add(children)
    inner.end()
    for (const link of inner.links) this.links.push(link)
    return [...inner.body, ...inner.furniture]
  }

  /** Blank paragraphs are space on the page, and none of the text. */
  private paragraph(element: Element): { paragraph: Paragraph; contents: boolean } | null {
    const line = new Line(this.links)
    line.add(element)
    const pieces = line.pieces.flatMap(({ start, index }) => {
      const info = this.infos[index]
      return info ? [{ start, info }] : []
    })
    const head = pieces[0]?.info
    if (!head) return null
    const typed = line.text.trim() === '' ? '' : line.text
    const label = head.label && !typedLabel(head.label.text, typed) ? head.label : undefined
    const printed = label ? label.text + (typed === '' ? '' : label.gap) : ''
    const text = printed + typed
    if (text === '') return null
    const places: Place[] = []
    const place = (start: number, end: number, info: ParagraphInfo, suffix = '') => {
      if (start < end) {
        places.push({ start, end, origin: { kind: 'part', part: info.part, path: info.path + suffix } })
      }
    }
    // The number is of the first paragraph's own properties, or of its style's.
    place(0, printed.length, head, '/w:numPr')
    pieces.forEach(({ start, info }, i) => {
      const end = typed === '' ? start : (pieces[i + 1]?.start ?? typed.length)
      place(printed.length + (i === 0 ? 0 : start), printed.length + end, info)
    })
    const extras = {
      ...(head.level === undefined ? {} : { level: head.level }),
      ...(label ? { marker: label.text } : {}),
      ...(head.align ? { align: head.align } : {}),
    }
    return { paragraph: paragraph(text, places, extras), contents: head.contents }
  }

  /** mammoth gives a row's cells without those that a merge from above covers: columns are counted. */
  private table(rows: readonly Row[]): Table {
    const inits: CellInit[] = []
    const covered: number[] = []
    let cols = 0
    rows.forEach(({ children, isHeader }, row) => {
      let col = 0
      for (const cell of children) {
        while ((covered[col] ?? 0) > row) col++
        const { rowSpan, colSpan } = cell
        inits.push({ row, col, rowSpan, colSpan, blocks: this.blocks(cell.children), header: isHeader })
        for (let c = col; c < col + colSpan; c++) covered[c] = row + rowSpan
        col += colSpan
      }
      cols = Math.max(cols, col)
    })
    return table(inits, rows.length, cols)
  }
}

/** What a paragraph of our own between blocks says (flow.ts, `mark`). */
function markOf(element: Element): string | null {
  if (element.type !== 'paragraph' || element.children.length !== 1) return null
  const only = element.children[0]!
  if (only.type !== 'bookmarkStart' || !only.name.startsWith(bookmark)) return null
  const name = only.name.slice(bookmark.length)
  return /^\d/.test(name) ? null : name
}

/** The text of one paragraph, with the bookmarks met on the way. */
class Line {
  text = ''
  readonly pieces: { readonly start: number; readonly index: number }[] = []
  private readonly links: Link[]
  private link: { readonly href: string; readonly at: number; readonly end: number } | null = null

  constructor(links: Link[]) {
    this.links = links
  }

  add(element: Element): void {
    switch (element.type) {
      case 'paragraph':
      case 'run':
        for (const child of element.children) this.add(child)
        break
      case 'hyperlink': {
        const start = this.text.length
        for (const child of element.children) this.add(child)
        if (element.href !== undefined) this.addLink(element.href, start)
        break
      }
      case 'text':
        this.text += element.value
        break
      case 'bookmarkStart':
        if (element.name.startsWith(bookmark)) {
          this.pieces.push({ start: this.text.length, index: Number(element.name.slice(bookmark.length)) })
        }
        break
      default:
    }
  }

  /** One link may come in several runs. */
  private addLink(href: string, start: number): void {
    const { link, text } = this
    const goesOn = link?.href === href && link.end === start
    const at = goesOn ? link.at : start
    if (goesOn) this.links.pop()
    this.links.push({ text: text.slice(at), href })
    this.link = { href, at, end: text.length }
  }
}
