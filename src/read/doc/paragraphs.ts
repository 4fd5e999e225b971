/**
 * A story (the main text, the headers) as its paragraphs: text with its character positions, automatic
 * numbers put before it, what is deleted or hidden left out, fields reduced to their results.
 *
 * Left out on purpose: the marks of notes and comments, page numbers and separators (U+0002–U+0006),
 * pictures and drawings but for the text boxes anchored to them.
 */
import { type Block, type Paragraph, type Place, paragraph } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import { ListCounters, levelCount } from '../counters.ts'
import { typedLabel } from '../numbering.ts'
import type { Bytes } from './bytes.ts'
import type { WordDocument } from './document.ts'
import {
  codeOf,
  type Field,
  hyperlinkOf,
  isContents,
  matchFields,
  objectOf,
  withoutResult,
} from './fields.ts'
import { formText } from './forms.ts'
import { pieceAt } from './pieces.ts'
import { applyParagraph, type ParagraphProperties, paragraphDefaults } from './properties.ts'
import { type RowDefinition, readRow } from './rows.ts'
import { symbolText } from './symbols.ts'

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

/** Control characters but tab and line feed. */
const special = /[\u0000-\u0008\u000b-\u001f]/g
const cellEnd = 0x07
const pageBreak = 0x0c

interface Stretch {
  readonly start: number
  readonly from: number
  to: number
}

/** The text of a paragraph, from its first character to the mark that ends it. */
interface Draft {
  text: string
  readonly stretches: Stretch[]
  readonly boxes: Block[]
  /** A page or column was broken: a new line begins if text stands on both sides. */
  broken: number | null
  contents: boolean
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
  private readonly from: number
  private readonly to: number
  /** Text boxes by the position of the character that anchors them. */
  private readonly boxes: Map<number, readonly Block[]>
  private readonly fields: ReadonlyMap<number, Field>
  private readonly codes: readonly { readonly from: number; readonly to: number }[]
  private readonly counters: ListCounters
  private contentsEnd = -1
  private link: { readonly href: string; readonly end: number; at: number } | null = null
  private nextCode = 0

  constructor(doc: WordDocument, from: number, to: number, boxes = new Map<number, readonly Block[]>()) {
    this.doc = doc
    this.from = from
    this.to = Math.min(to, doc.text.length)
    this.boxes = boxes
    this.fields = matchFields(doc.text, this.from, this.to)
    this.codes = [...this.fields.values()]
      .map((f) => ({ from: f.begin, to: f.separator === -1 ? f.end : f.separator }))
      .sort((a, b) => a.from - b.from)
    this.counters = new ListCounters((index) => doc.lists.find(index))
  }

  *lines(): Generator<Line> {
    let draft = newDraft()
    for (let cp = this.from; cp < this.to; ) {
      if (--this.doc.budget.paragraphs < 0) {
        throw new YaodianError('document/too-large', { detail: '段落 (paragraphs)' })
      }
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
      this.collect(cp, mark, properties.own.style, draft)
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
    const { text } = this.doc
    const marks = /[\r\u0007\f]/g
    marks.lastIndex = cp
    for (let m = marks.exec(text); m && m.index < this.to; m = marks.exec(text)) {
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
    if (this.doc.text.charCodeAt(mark) === cellEnd) return own.rowEnd ? 'row' : 'cell'
    if (own.depth < 2) return 'paragraph'
    return own.innerRowEnd ? 'row' : own.innerCellEnd ? 'cell' : 'paragraph'
  }

  // Text

  private collect(from: number, to: number, style: number, draft: Draft): void {
    const { doc } = this
    let cp = from
    while (cp < to) {
      const run = doc.characters.at(cp)
      const stop = Math.min(run.end, to)
      const slice = doc.text.slice(cp, stop)
      cp = doc.characters.isHidden(run.properties, style)
        ? this.skip(cp, stop, slice)
        : this.take(cp, stop, slice, run.properties.symbol, draft)
    }
  }

  /** Passes over hidden text; the code of a field is passed over even if only its beginning is hidden. */
  private skip(cp: number, stop: number, slice: string): number {
    special.lastIndex = 0
    for (let m = special.exec(slice); m; m = special.exec(slice)) {
      const at = cp + m.index
      this.boxes.delete(at)
      const field = this.fields.get(at)
      if (field) return codeEnd(field)
    }
    return stop
  }

  private take(
    cp: number,
    stop: number,
    slice: string,
    symbol: { font: number; char: number } | null,
    draft: Draft,
  ): number {
    let done = 0
    const flush = (end: number) => {
      if (end > done) this.write(draft, slice.slice(done, end), cp + done, cp + end)
    }
    // A symbol stands as a bracket, which its formatting replaces.
    if (symbol && slice.startsWith('(')) {
      for (let i = 0; i < slice.length && slice[i] === '('; i++) {
        this.symbol(draft, this.doc.fonts[symbol.font] ?? '', symbol.char, cp + i)
        done = i + 1
      }
    }
    special.lastIndex = done
    for (let m = special.exec(slice); m; m = special.exec(slice)) {
      flush(m.index)
      done = m.index + 1
      const next = this.mark(draft, slice.charCodeAt(m.index), cp + m.index)
      if (next > stop) return next
      if (next > cp + done) {
        done = next - cp
        special.lastIndex = done
      }
    }
    flush(slice.length)
    return stop
  }

  /** A control character. Returns the position to go on from. */
  private mark(draft: Draft, code: number, cp: number): number {
    switch (code) {
      case 0x01:
      case 0x08: {
        this.doc.findings.pictures++
        const box = this.boxes.get(cp)
        if (box) draft.boxes.push(...box)
        this.boxes.delete(cp)
        break
      }
      case 0x0b:
        this.write(draft, '\n', cp, cp + 1)
        break
      case 0x0c:
      case 0x0e:
        draft.broken ??= cp
        break
      case 0x13: {
        const field = this.fields.get(cp)
        if (field) return this.field(draft, field)
        break
      }
      case 0x1e:
        this.write(draft, '\u2011', cp, cp + 1)
        break
      case 0x1f:
        this.write(draft, '\u00ad', cp, cp + 1)
        break
      default:
    }
    return cp + 1
  }

  private field(draft: Draft, field: Field): number {
    const { doc } = this
    const code = codeOf(doc.text, field)
    const end = codeEnd(field)
    const object = objectOf(code)
    if (object) doc.findings.objects.add(object)
    if (isContents(code)) this.contentsEnd = Math.max(this.contentsEnd, field.end)
    const href = hyperlinkOf(code)
    if (href && field.separator !== -1) this.link = { href, end: field.end, at: draft.text.length }
    const form = /^\s*FORM(CHECKBOX|DROPDOWN)\b/i.test(code) ? this.form(field) : null
    if (form !== null) {
      this.write(draft, form, field.begin, field.end)
      return field.end + 1
    }
    if (field.separator === -1) {
      const result = withoutResult(code)
      if (result?.kind === 'text') this.write(draft, result.text, field.begin, field.end)
      else if (result?.kind === 'symbol') {
        this.symbol(draft, result.font, Number.parseInt(result.char, 16), field.begin)
      } else if (result) doc.findings.fields.add(result.name)
    }
    return end
  }

  /** A form's state, by the picture character that stands in the field's code. */
  private form(field: Field): string | null {
    const { data, text, characters } = this.doc
    const at = text.slice(field.begin, codeEnd(field)).indexOf('\u0001')
    const state = at < 0 ? null : characters.at(field.begin + at).properties.data
    return data && state !== null && state < data.length ? formText(data, state) : null
  }

  private symbol(draft: Draft, font: string, char: number, cp: number): void {
    const text = symbolText(font, char)
    if (text === null) this.doc.findings.symbols.add(`${font} ${char.toString(16).toUpperCase()}`)
    // What no table knows stays the font's own character.
    this.write(draft, text ?? String.fromCharCode(char), cp, cp + 1)
  }

  private write(draft: Draft, text: string, from: number, to: number): void {
    if (draft.broken !== null) {
      const at = draft.broken
      draft.broken = null
      if (draft.text !== '') this.write(draft, '\n', at, at + 1)
    }
    if (this.link && from > this.link.end) this.closeLink(draft)
    if (from < this.contentsEnd) draft.contents = true
    const last = draft.stretches.at(-1)
    const exact = text.length === to - from
    if (last && exact && last.to === from && draft.text.length - last.start === last.to - last.from)
      last.to = to
    else draft.stretches.push({ start: draft.text.length, from, to })
    draft.text += text
  }

  private closeLink(draft: Draft): void {
    const { link } = this
    if (!link) return
    const text = draft.text.slice(link.at)
    if (text.trim() !== '') this.doc.findings.links.push({ text, href: link.href })
    this.link = null
  }

  // Lines

  private line(draft: Draft, properties: Properties, ends: Line['ends'], end: number): Line {
    const { link } = this
    this.closeLink(draft)
    if (link && link.end > end) this.link = { ...link, at: 0 }
    const blocks: Block[] = []
    const read = this.paragraph(draft, properties, ends)
    if (read) blocks.push(read)
    blocks.push(...draft.boxes)
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

function codeEnd(field: Field): number {
  return (field.separator === -1 ? field.end : field.separator) + 1
}

/** A cell's end is in a table even where its properties are lost. */
function depthOf(own: Readonly<ParagraphProperties>, ends: Line['ends']): number {
  return ends === 'paragraph' ? own.depth : Math.max(1, own.depth)
}
