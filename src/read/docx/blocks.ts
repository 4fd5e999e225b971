/** From mammoth's document to ours: bookmarks lead back to places, labels go into the text. */
import {
  type Block,
  type CellInit,
  type Link,
  type Paragraph,
  type Place,
  paragraph,
  table,
} from '../../document.ts'
import { typedLabel } from '../numbering.ts'
import { bookmark, type ParagraphInfo } from './flow.ts'
import type { Element, Row } from './mammoth.ts'

/** Parts the stories of the document from each other: body, headers, footers, notes. */
export const storyBreak = `<w:p><w:bookmarkStart w:name="${bookmark}story"/></w:p>`

export interface Stories {
  readonly body: readonly Block[]
  /** Headers, footers and notes, and the table of contents. */
  readonly furniture: readonly Block[]
  readonly links: readonly Link[]
}

export function readStories(children: readonly Element[], infos: readonly ParagraphInfo[]): Stories {
  const reading = new Reading(infos)
  const body: Block[] = []
  const furniture: Block[] = []
  let story = 0
  for (const child of children) {
    if (isStoryBreak(child)) story++
    else if (child.type === 'table') (story === 0 ? body : furniture).push(reading.table(child.children))
    else {
      const read = reading.paragraph(child)
      if (read) (story === 0 && !read.contents ? body : furniture).push(read.paragraph)
    }
  }
  return { body, furniture, links: reading.links }
}

function isStoryBreak(element: Element): boolean {
  if (element.type !== 'paragraph') return false
  const first = element.children[0]
  return first?.type === 'bookmarkStart' && first.name === `${bookmark}story`
}

class Reading {
  readonly links: Link[] = []
  private readonly infos: readonly ParagraphInfo[]

  constructor(infos: readonly ParagraphInfo[]) {
    this.infos = infos
  }

  blocks(children: readonly Element[]): Block[] {
    const blocks: Block[] = []
    for (const child of children) {
      if (child.type === 'table') blocks.push(this.table(child.children))
      else {
        const read = this.paragraph(child)
        if (read) blocks.push(read.paragraph)
      }
    }
    return blocks
  }

  /** Blank paragraphs are space on the page, and none of the text. */
  paragraph(element: Element): { paragraph: Paragraph; contents: boolean } | null {
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
  table(rows: readonly Row[]) {
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

/** The text of one paragraph, with the bookmarks met on the way. */
class Line {
  text = ''
  readonly pieces: { readonly start: number; readonly index: number }[] = []
  private readonly links: Link[]
  private link: { readonly href: string; readonly at: number; readonly end: number } | null = null
  private broken = false

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
        this.write(element.value)
        break
      case 'tab':
        this.write('\t')
        break
      case 'break':
        // A new page or column begins a line only between two texts; alone it is layout.
        if (element.breakType === 'line') this.write('\n')
        else this.broken = true
        break
      case 'bookmarkStart':
        if (element.name.startsWith(bookmark)) {
          this.pieces.push({ start: this.text.length, index: Number(element.name.slice(bookmark.length)) })
        }
        break
      default:
    }
  }

  private write(text: string): void {
    if (this.broken && this.text !== '') this.text += '\n'
    this.broken = false
    this.text += text
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
