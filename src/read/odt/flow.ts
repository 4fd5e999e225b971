/**
 * Paragraphs as they are met: containers (body, cell, text box) of blocks, white space as the standard
 * treats it (OpenDocument 1.3, 6.1.2), numbers put before the text.
 */
import { type Block, type Place, paragraph } from '../../document.ts'
import type { ListLabel } from '../counters.ts'
import { labelGap, typedLabel } from '../numbering.ts'
import type { OpenList } from './lists.ts'
import type { Reading } from './reading.ts'

/** Of the text of a link more is of no use. */
const maxLinkText = 4096

export interface ParagraphInfo {
  readonly path: string
  readonly level: number | undefined
  readonly align: 'center' | 'right' | undefined
  readonly hidden: boolean
  readonly label: ListLabel | undefined
}

interface Paragraph {
  readonly info: ParagraphInfo
  text: string
  hidden: boolean
  /** The last character is white space of the file: more of it adds nothing, and at the end it is none. */
  blank: boolean
  /** Text boxes, which come after it. */
  readonly boxes: Block[]
  /** text:number: the number as it was printed. */
  printed: string
  /** Where the code of a field begins, which its separator ends. */
  code: number | null
}

interface Container {
  readonly blocks: Block[]
  readonly outer: Paragraph | null
  /** Lists that are open in it. */
  readonly lists: OpenList[]
}

export class Flow {
  /** Above 0, text met now is hidden. */
  hidden = 0
  /** Above 0, blocks met now are an index, which repeats the headings. */
  contents = 0
  /** Text met now is the number of the paragraph. */
  inNumber = false
  readonly links: { readonly href: string; text: string }[] = []
  private readonly reading: Reading
  private readonly part: string
  private readonly containers: Container[] = [{ blocks: [], outer: null, lists: [] }]
  private p: Paragraph | null = null

  constructor(reading: Reading, part: string) {
    this.reading = reading
    this.part = part
  }

  get blocks(): readonly Block[] {
    return this.containers[0]!.blocks
  }

  get lists(): OpenList[] {
    return this.containers.at(-1)!.lists
  }

  get inParagraph(): boolean {
    return this.p !== null
  }

  openContainer(): void {
    this.containers.push({ blocks: [], outer: this.p, lists: [] })
    this.p = null
  }

  /** @returns the container's blocks */
  closeContainer(): Block[] {
    const container = this.containers.pop()!
    this.p = container.outer
    return container.blocks
  }

  /** Blocks of a text box: after the paragraph that it stands in, else where it stands. */
  box(blocks: readonly Block[]): void {
    if (this.p) for (const block of blocks) this.p.boxes.push(block)
    else for (const block of blocks) this.block(block)
  }

  block(block: Block): void {
    if (this.contents > 0 && this.containers.length === 1) this.reading.furniture.push(block)
    else this.containers.at(-1)!.blocks.push(block)
  }

  openParagraph(info: ParagraphInfo): void {
    // One that stands in another, which no writer should write, ends that.
    this.closeParagraph()
    this.p = { info, text: '', hidden: info.hidden, blank: true, boxes: [], printed: '', code: null }
  }

  closeParagraph(): void {
    const { p } = this
    this.p = null
    if (!p) return
    const text = p.blank && p.text.endsWith(' ') ? p.text.slice(0, -1) : p.text
    if (p.hidden) return
    this.add(p, text.trim() === '' ? '' : text)
    for (const block of p.boxes) this.block(block)
  }

  /** The paragraph is hidden, whatever it holds. */
  hideParagraph(): void {
    if (this.p) this.p.hidden = true
  }

  text(text: string): void {
    const { p } = this
    if (!p) return
    if (this.inNumber) {
      p.printed += text
      return
    }
    if (this.hidden > 0) return
    let collapsed = text.replace(/[ \t\r\n]+/g, ' ')
    if (p.blank && collapsed.startsWith(' ')) collapsed = collapsed.slice(1)
    if (collapsed === '') return
    this.write(p, collapsed)
    p.blank = collapsed.endsWith(' ')
  }

  /** Characters that an element stands for, which is no white space of the file. */
  characters(text: string): void {
    const { p } = this
    if (!p || this.hidden > 0 || this.inNumber) return
    this.write(p, text)
    p.blank = false
  }

  openCode(): void {
    if (this.p) this.p.code = this.p.text.length
  }

  /** What was text since {@link openCode} is the code of a field. */
  closeCode(): void {
    const { p } = this
    if (!p || p.code === null) return
    p.text = p.text.slice(0, p.code)
    p.code = null
    p.blank = p.text === '' || p.text.endsWith(' ')
  }

  private write(p: Paragraph, text: string): void {
    p.text += text
    const link = this.links.at(-1)
    if (link && link.text.length < maxLinkText) link.text += text
  }

  /** Blank paragraphs are space on the page, and none of the text. */
  private add(p: Paragraph, typed: string): void {
    const { info } = p
    const label = p.printed.trim() === '' ? info.label : printedLabel(p.printed)
    const own = label && !typedLabel(label.text, typed) ? label : undefined
    const head = own ? own.text + (typed === '' ? '' : own.gap) : ''
    if (head + typed === '') return
    this.reading.spendParagraph()
    const places: Place[] = []
    const place = (start: number, end: number, path: string) => {
      if (start < end) places.push({ start, end, origin: { kind: 'part', part: this.part, path } })
    }
    // The number is of the item, or of the outline's style.
    place(0, head.length, `${info.path}/text:number`)
    place(head.length, head.length + typed.length, info.path)
    this.block(
      paragraph(head + typed, places, {
        ...(info.level === undefined ? {} : { level: info.level }),
        ...(own ? { marker: own.text } : {}),
        ...(info.align ? { align: info.align } : {}),
      }),
    )
  }
}

function printedLabel(printed: string): ListLabel {
  const text = printed.trim()
  return { text, gap: labelGap(text, /\s$/.test(printed) ? 'space' : 'nothing') }
}
