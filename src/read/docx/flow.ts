/**
 * Paragraphs as they are written anew for mammoth: containers (body, cell, text box) of paragraphs, each
 * with its bookmark, its runs made one, its automatic number counted.
 */
import type { ListCounters, ListLabel } from '../counters.ts'
import type { Lists } from './lists.ts'
import type { Resolved, Styles } from './styles.ts'
import { child, escapeText, flag, integer, type Node, val } from './xml.ts'

/** What the rewriting knows of a paragraph and mammoth does not. */
export interface ParagraphInfo {
  readonly part: string
  /** XPath from the body (in another part from its root): `w:tbl[2]/w:tr[3]/w:tc[1]/w:p[1]`. */
  readonly path: string
  label: ListLabel | undefined
  level: number | undefined
  align: 'center' | 'right' | undefined
  /** Part of a table of contents. */
  contents: boolean
}

/** Begins the name of a bookmark that leads from mammoth's paragraph to its {@link ParagraphInfo}. */
export const bookmark = 'yd:'

/** A paragraph of our own, which tells what comes: `story` a part, `table` the rest of a table. */
export function mark(name: string): string {
  return `<w:p><w:bookmarkStart w:name="${bookmark}${name}"/></w:p>`
}

interface Paragraph {
  readonly index: number
  readonly info: ParagraphInfo
  /** Made for text that stands in no paragraph. */
  readonly loose: boolean
  readonly out: string[]
  run: string
  text: string
  /** A page or column ended here: a new line, if text stands before and after. */
  broken: boolean
  /** What its text boxes hold. */
  readonly boxes: string[]
  link: string | undefined
  properties: Resolved
  numbering: { numId: number; level: number } | undefined
  numbered: boolean
  /** The paragraph mark is deleted or hidden: the text runs on into the next paragraph. */
  joins: 'deleted' | 'hidden' | null
  visible: boolean
}

interface Container {
  readonly out: string[]
  /** Text of paragraphs whose mark is gone, waiting for the next paragraph. */
  carry: { xml: string; readonly info: ParagraphInfo; readonly mark: 'deleted' | 'hidden' } | null
  readonly outer: Paragraph | null
}

export class Flow {
  /** The link that text met now belongs to, by its relationship. */
  link: string | undefined
  /** Above 0, what comes is understood but left out: a deleted row, a cell that a merge covers. */
  muted = 0
  /** Paragraphs with text that were left out so. */
  mutedTexts = 0
  private readonly containers: Container[] = [{ out: [], carry: null, outer: null }]
  private p: Paragraph | null = null
  private readonly part: string
  private readonly infos: ParagraphInfo[]
  private readonly styles: Styles
  private readonly lists: Lists
  private readonly counters: ListCounters

  constructor(part: string, infos: ParagraphInfo[], styles: Styles, lists: Lists) {
    this.part = part
    this.infos = infos
    this.styles = styles
    this.lists = lists
    this.counters = lists.counters()
  }

  /** Whether text met now would go to a paragraph of the source. */
  get inParagraph(): boolean {
    return this.p !== null && !this.p.loose
  }

  /** Whether the paragraph's style hides its text. */
  get styleHides(): boolean {
    return this.p?.properties.hidden ?? false
  }

  openContainer(): void {
    this.containers.push({ out: [], carry: null, outer: this.p })
    this.p = null
  }

  /** @returns the container's blocks */
  closeContainer(): string[] {
    this.closeParagraph()
    const container = this.containers.pop()!
    flushCarry(container)
    this.p = container.outer
    return container.out
  }

  /** Blocks that stand in a paragraph, a text box: they come after it. */
  box(blocks: readonly string[]): void {
    if (blocks.length > 0) this.need('').boxes.push(blocks.join(''))
  }

  /** A table, perhaps in pieces. */
  blocks(xml: readonly string[]): void {
    this.closeParagraph()
    const container = this.containers.at(-1)!
    flushCarry(container)
    if (this.muted === 0) for (const block of xml) container.out.push(block)
  }

  openParagraph(path: string, loose = false): void {
    this.closeParagraph()
    const properties = this.styles.paragraph(undefined)
    const info: ParagraphInfo = {
      part: this.part,
      path,
      label: undefined,
      level: properties.level,
      align: alignment(properties.jc),
      contents: false,
    }
    this.p = {
      index: this.infos.length,
      info,
      loose,
      out: [],
      run: '',
      text: '',
      broken: false,
      boxes: [],
      link: undefined,
      properties,
      numbering: this.lists.placeOf({ numId: undefined, ilvl: undefined }, undefined),
      numbered: false,
      joins: null,
      visible: false,
    }
    this.infos.push(info)
  }

  properties(pPr: Node): void {
    const { p } = this
    if (!p) return
    const style = val(pPr, 'w:pStyle')
    p.properties = this.styles.paragraph(style)
    const outline = integer(pPr, 'w:outlineLvl')
    p.info.level =
      outline === undefined ? p.properties.level : outline >= 0 && outline < 9 ? outline + 1 : undefined
    p.info.align = alignment(val(pPr, 'w:jc') ?? p.properties.jc)
    const mark = child(pPr, 'w:rPr')
    if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) p.joins = 'deleted'
    else if (flag(mark, 'w:vanish')) p.joins = 'hidden'
    const own = child(pPr, 'w:numPr')
    p.numbering = this.lists.placeOf({ numId: integer(own, 'w:numId'), ilvl: integer(own, 'w:ilvl') }, style)
    // Numbers are given in the order in which paragraphs begin: text boxes inside come after.
    if (p.joins === null) this.count(p)
  }

  markContents(): void {
    if (this.p) this.p.info.contents = true
  }

  closeParagraph(): void {
    const { p } = this
    if (!p) return
    this.p = null
    this.endRun(p)
    if (this.muted > 0) {
      if (p.visible) this.mutedTexts++
      return
    }
    // Of a paragraph whose mark is hidden Word prints the number if any of its text is to be seen, of one
    // whose mark is deleted none: its text is the beginning of the next paragraph.
    if (p.joins === null || (p.joins === 'hidden' && p.visible)) this.count(p)
    const container = this.containers.at(-1)!
    this.end(p, container)
    for (const box of p.boxes) container.out.push(box)
  }

  private end(p: Paragraph, container: Container): void {
    const { carry } = container
    const xml = `<w:bookmarkStart w:name="${bookmark}${p.index}"/>${p.out.join('')}`
    if (p.joins !== null) {
      if (!p.visible) return
      if (carry) carry.xml += xml
      else container.carry = { xml, info: p.info, mark: p.joins }
      return
    }
    if (carry) {
      container.carry = null
      inherit(carry.info, p.info, carry.mark)
      container.out.push(`<w:p>${carry.xml}${p.visible ? xml : ''}</w:p>`)
    } else if (p.visible || p.info.label) {
      container.out.push(`<w:p>${xml}</w:p>`)
    }
  }

  /** Text, in a paragraph made for it where it stands in none. */
  text(text: string, path: string): void {
    if (text === '') return
    const p = this.need(path)
    this.turnTo(p, this.link)
    if (p.broken && p.visible) p.text += '\n'
    p.broken = false
    p.text += text
    p.visible = true
  }

  /** The page or column ends: layout, unless it parts two lines of one paragraph. */
  breakPage(): void {
    if (this.p) this.p.broken = true
  }

  /** A sign of a symbol font, which mammoth knows as a character. */
  symbol(font: string, char: string, path: string): void {
    const p = this.need(path)
    this.turnTo(p, this.link)
    endText(p)
    p.run += `<w:sym w:font="${font}" w:char="${char}"/>`
    p.visible = true
  }

  private need(path: string): Paragraph {
    if (!this.p) this.openParagraph(path, true)
    return this.p!
  }

  private count(p: Paragraph): void {
    if (p.numbered || this.muted > 0 || p.loose) return
    p.numbered = true
    if (p.numbering) p.info.label = this.counters.next(p.numbering.numId, p.numbering.level)
  }

  private turnTo(p: Paragraph, link: string | undefined): void {
    if (p.link === link) return
    this.endRun(p)
    p.link = link
  }

  private endRun(p: Paragraph): void {
    endText(p)
    if (p.run === '') return
    const run = `<w:r>${p.run}</w:r>`
    p.run = ''
    p.out.push(p.link === undefined ? run : `<w:hyperlink r:id="${p.link}">${run}</w:hyperlink>`)
  }
}

function endText(p: Paragraph): void {
  if (p.text === '') return
  p.run += `<w:t>${escapeText(p.text)}</w:t>`
  p.text = ''
}

/** What never met a next paragraph (the cell ends, a table follows) stays a paragraph. */
function flushCarry(container: Container): void {
  if (!container.carry) return
  container.out.push(`<w:p>${container.carry.xml}</w:p>`)
  container.carry = null
}

/**
 * A paragraph joined from several takes the properties of the last mark, the one that is left; one joined
 * because its mark is hidden (Word's style separator) keeps the number of the first.
 */
function inherit(first: ParagraphInfo, last: ParagraphInfo, mark: 'deleted' | 'hidden'): void {
  if (mark === 'hidden') {
    first.label ??= last.label
    return
  }
  first.label = last.label
  first.level = last.level
  first.align = last.align
}

function alignment(jc: string | undefined): 'center' | 'right' | undefined {
  return jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : undefined
}
