/**
 * A story (the main text, the headers) as its paragraphs, with their automatic numbers and their places in
 * tables. A paragraph whose mark is deleted or hidden runs on into the next.
 */

import { type Block, type Paragraph, type Place, paragraph } from '../../document.ts'
import { ListCounters, levelCount } from '../counters.ts'
import { typedLabel } from '../numbering.ts'
import { tooLarge } from '../too-large.ts'
import type { Bytes } from './bytes.ts'
import type { WordDocument } from './document.ts'
import { codeEnd, matchFields } from './fields.ts'
import { pieceAt } from './pieces.ts'
import { applyParagraph, type ParagraphProperties, paragraphDefaults } from './properties.ts'
import { type RowDefinition, readRow } from './rows.ts'
import { type Gathered, TextReader } from './text.ts'

/** A paragraph and where it stands in tables. */
export interface Line {
  /** The paragraph, if it has text, and the text boxes anchored in it. */
  readonly blocks: readonly Block[]
  /** Levels of tables that it is in. */
  readonly depth: number
  readonly ends: 'paragraph' | 'cell' | 'row'
  /** Of a row's end: its cells; `null` where the file does not define them. */
  readonly row: RowDefinition | null
  /** Of a row's end: the row was deleted, and the change tracked. */
  readonly deleted: boolean
  /** It is part of a table of contents. */
  readonly contents: boolean
}

const cellEnd = 0x07
const pageBreak = 0x0c

/** The text of a paragraph, from its first character to the mark that ends it. */
interface Draft extends Gathered {
  /** Of paragraphs whose marks are gone, the first: its number is kept where the mark was only hidden. */
  first: { readonly label: Label | undefined; readonly properties: Properties } | null
  joinedBy: 'deleted' | 'hidden' | null
}

interface Label {
  readonly text: string
  readonly gap: string
  readonly path: string
}

interface Properties {
  readonly own: Readonly<ParagraphProperties>
  readonly style: Readonly<ParagraphProperties>
  readonly modifiers: readonly Bytes[]
}

export class StoryReader {
  private readonly doc: WordDocument
  /** The text up to the story's end, so that no search goes beyond it. */
  private readonly text: string
  private readonly from: number
  private readonly to: number
  private readonly reader: TextReader
  private readonly codes: readonly { readonly from: number; readonly to: number }[]
  private readonly counters: ListCounters
  private nextCode = 0

  constructor(doc: WordDocument, from: number, to: number, boxes = new Map<number, readonly Block[]>()) {
    this.doc = doc
    this.from = from
    this.to = Math.min(to, doc.text.length)
    this.text = doc.text.slice(0, this.to)
    const fields = matchFields(this.text, this.from, doc.budget.depth)
    this.reader = new TextReader(doc, this.text, fields, boxes)
    this.codes = [...fields.values()]
      .map((f) => ({ from: f.begin, to: codeEnd(f) - 1 }))
      .sort((a, b) => a.from - b.from)
    this.counters = new ListCounters((index) => doc.lists.find(index))
  }

  *lines(): Generator<Line> {
    let draft = newDraft()
    for (let cp = this.from; cp < this.to; ) {
      const { paragraphs } = this.doc.budget
      if (--paragraphs.left < 0) throw tooLarge('paragraphs', null, paragraphs.granted)
      const mark = this.markFrom(cp)
      const at = Math.min(mark, this.to - 1)
      const properties = this.properties(at)
      const ends = mark < this.to ? this.endOf(mark, properties.own) : 'paragraph'
      const { first } = draft
      if (first && first.properties.own.depth !== depthOf(properties.own, ends)) {
        // What never met a next paragraph (a table follows) stays one.
        yield this.line(draft, first.properties, 'paragraph', cp)
        draft = newDraft()
      }
      this.reader.collect(cp, mark, properties.own.style, draft)
      cp = mark + 1
      const gone = this.markGone(at, properties.own.style)
      if (gone && ends === 'paragraph' && cp < this.to) this.join(draft, properties, gone)
      else {
        const line = this.line(draft, properties, ends, cp)
        yield gone === 'deleted' && ends === 'row' ? { ...line, deleted: true } : line
        draft = newDraft()
      }
    }
    if (draft.first) yield this.line(draft, draft.first.properties, 'paragraph', this.to)
  }

  private markGone(cp: number, style: number): 'deleted' | 'hidden' | null {
    const { characters } = this.doc
    const { properties } = characters.at(cp)
    if (properties.deleted) return 'deleted'
    return properties.specVanish || characters.isHidden(properties, style) ? 'hidden' : null
  }

  /** The paragraph runs on into the next, because its mark was deleted or hidden. */
  private join(draft: Draft, properties: Properties, by: 'deleted' | 'hidden'): void {
    if (draft.text === '' && draft.boxes.length === 0) return
    draft.first ??= { label: by === 'hidden' ? this.label(properties) : undefined, properties }
    draft.joinedBy ??= by
  }

  /** Where the paragraph from `cp` on ends: the position of its mark, or the story's end. */
  private markFrom(cp: number): number {
    const { text } = this
    const marks = /[\r\u0007\f]/g
    marks.lastIndex = cp
    for (let m = marks.exec(text); m; m = marks.exec(text)) {
      const at = m.index
      while (this.nextCode < this.codes.length && this.codes[this.nextCode]!.to < at) this.nextCode++
      const code = this.codes[this.nextCode]
      if (code && code.from < at) marks.lastIndex = code.to + 1
      else if (text.charCodeAt(at) !== pageBreak || this.endsParagraph(at)) return at
    }
    return this.to
  }

  /** A page break is a paragraph's end only where the properties end as well: at a section's end. */
  private endsParagraph(cp: number): boolean {
    const piece = pieceAt(this.doc.pieces, cp)
    if (!piece) return true
    const offset = piece.offset + (cp - piece.start) * piece.width
    return this.doc.paragraphs.at(offset).end <= offset + piece.width
  }

  private properties(cp: number): Properties {
    const { doc } = this
    const piece = pieceAt(doc.pieces, cp)
    const { at, size, style } = piece
      ? doc.paragraphs.at(piece.offset + (cp - piece.start) * piece.width)
      : { at: 0, size: 0, style: 0 }
    const own = paragraphDefaults(style)
    const modifiers: Bytes[] = []
    if (at !== 0) modifiers.push(doc.word.part(at, size))
    if (piece?.grpprl) modifiers.push(piece.grpprl)
    for (const grpprl of modifiers) applyParagraph(own, grpprl, doc.elsewhere)
    return { own, style: doc.styles.get(own.style).paragraph, modifiers }
  }

  private endOf(mark: number, own: Readonly<ParagraphProperties>): Line['ends'] {
    if (this.text.charCodeAt(mark) === cellEnd) return own.rowEnd ? 'row' : 'cell'
    if (own.depth < 2) return 'paragraph'
    return own.innerRowEnd ? 'row' : own.innerCellEnd ? 'cell' : 'paragraph'
  }

  private line(draft: Draft, properties: Properties, ends: Line['ends'], end: number): Line {
    this.reader.endParagraph(draft, end)
    const read = this.paragraph(draft, properties, ends)
    const blocks = read ? [read, ...draft.boxes] : draft.boxes
    return {
      blocks,
      depth: depthOf(properties.own, ends),
      ends,
      row: ends === 'row' ? readRow(properties.modifiers, this.doc.elsewhere) : null,
      deleted: false,
      contents: draft.contents,
    }
  }

  /** Blank paragraphs are space on the page, and none of the text. */
  private paragraph(draft: Draft, last: Properties, ends: Line['ends']): Paragraph | null {
    const { first, joinedBy } = draft
    // One joined because marks were deleted is the last; a hidden mark keeps the first's number and level.
    const properties = first && joinedBy === 'hidden' ? first.properties : last
    const own = ends === 'row' ? undefined : this.label(last)
    const label = (joinedBy === 'hidden' ? first?.label : undefined) ?? own
    const typed = draft.text.trim() === '' ? '' : draft.text
    const printed = label && !typedLabel(label.text, typed) ? label : undefined
    const head = printed ? printed.text + (typed === '' ? '' : printed.gap) : ''
    if (head + typed === '') return null
    const places: Place[] = []
    const place = (start: number, end: number, path: string) => {
      if (start < end) places.push({ start, end, origin: { kind: 'part', part: 'WordDocument', path } })
    }
    if (printed) place(0, head.length, printed.path)
    draft.stretches.forEach(({ start, from, to }, i) => {
      const end = draft.stretches[i + 1]?.start ?? typed.length
      place(head.length + start, head.length + Math.min(end, typed.length), `cp[${from},${to})`)
    })
    const outline = properties.own.outline ?? properties.style.outline
    const align = properties.own.align ?? properties.style.align
    return paragraph(head + typed, places, {
      ...(outline !== undefined && outline < 9 ? { level: outline + 1 } : {}),
      ...(printed ? { marker: printed.text } : {}),
      ...(align === 'center' || align === 'right' ? { align } : {}),
    })
  }

  /** Counts the paragraph in its list. Its own list goes before its style's. */
  private label({ own, style }: Properties): Label | undefined {
    const index = own.list ?? style.list
    const found = index ? this.doc.lists.find(index) : undefined
    if (!index || !found) return undefined
    const tied = found.list.styles.indexOf(own.style)
    const level = own.listLevel ?? (tied >= 0 ? tied : undefined) ?? style.listLevel ?? 0
    const label = level < levelCount ? this.counters.next(index, level) : undefined
    return label && { ...label, path: `PlfLfo[${index}]/lvl[${level}]` }
  }
}

function newDraft(): Draft {
  return { text: '', stretches: [], boxes: [], broken: null, contents: false, first: null, joinedBy: null }
}

/** A cell's end is in a table even where its properties are lost. */
function depthOf(own: Readonly<ParagraphProperties>, ends: Line['ends']): number {
  return ends === 'paragraph' ? own.depth : Math.max(1, own.depth)
}
