/**
 * The text of a story's paragraphs: what is to be seen of each run, with its character positions. Deleted
 * and hidden text is left out, fields are reduced to their results.
 *
 * Left out on purpose: the marks of notes and comments, page numbers and separators (U+0002–U+0006),
 * pictures and drawings but for the text boxes anchored to them.
 */
import type { Block } from '../../document.ts'
import type { WordDocument } from './document.ts'
import { codeEnd, codeOf, type Field, hyperlinkOf, isContents, objectOf, withoutResult } from './fields.ts'
import { formText } from './forms.ts'
import type { CharacterProperties } from './properties.ts'
import { symbolText } from './symbols.ts'

/** Control characters but tab and line feed. */
const special = /[\u0000-\u0008\u000b-\u001f]/g

/** A stretch of text that begins at `start` and was at the character positions `[from, to)`. */
export interface Stretch {
  readonly start: number
  readonly from: number
  to: number
}

/** What was gathered of a paragraph. */
export interface Gathered {
  text: string
  readonly stretches: Stretch[]
  /** Text boxes that are anchored in it. */
  readonly boxes: Block[]
  /** A page or column was broken here: a new line begins if text stands on both sides. */
  broken: number | null
  /** Part of it is of a table of contents. */
  contents: boolean
}

export class TextReader {
  private readonly doc: WordDocument
  private readonly text: string
  private readonly fields: ReadonlyMap<number, Field>
  /** Text boxes by the position of the character that anchors them; taken out as they are met. */
  private readonly boxes: Map<number, readonly Block[]>
  private contentsEnd = -1
  private link: { readonly href: string; readonly end: number; readonly at: number } | null = null

  constructor(
    doc: WordDocument,
    text: string,
    fields: ReadonlyMap<number, Field>,
    boxes: Map<number, readonly Block[]>,
  ) {
    this.doc = doc
    this.text = text
    this.fields = fields
    this.boxes = boxes
  }

  /** Adds the characters `[from, to)`, in a paragraph of that style. */
  collect(from: number, to: number, style: number, draft: Gathered): void {
    const { doc } = this
    let cp = from
    while (cp < to) {
      const run = doc.characters.at(cp)
      const stop = Math.min(run.end, to)
      const slice = this.text.slice(cp, stop)
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
    symbol: CharacterProperties['symbol'],
    draft: Gathered,
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
  private mark(draft: Gathered, code: number, cp: number): number {
    switch (code) {
      case 0x01:
      case 0x08: {
        this.doc.findings.pictures++
        const box = this.boxes.get(cp)
        for (const block of box ?? []) draft.boxes.push(block)
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

  private field(draft: Gathered, field: Field): number {
    const { doc } = this
    const code = codeOf(this.text, field)
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
    const { data, characters } = this.doc
    const at = this.text.slice(field.begin, codeEnd(field)).indexOf('\u0001')
    const state = at < 0 ? null : characters.at(field.begin + at).properties.data
    return data && state !== null && state < data.length ? formText(data, state) : null
  }

  private symbol(draft: Gathered, font: string, char: number, cp: number): void {
    const text = symbolText(font, char)
    if (text === null) this.doc.findings.symbols.add(`${font} ${char.toString(16).toUpperCase()}`)
    // What no table knows stays the font's own character.
    this.write(draft, text ?? String.fromCharCode(char), cp, cp + 1)
  }

  private write(draft: Gathered, text: string, from: number, to: number): void {
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

  private closeLink(draft: Gathered): void {
    const { link } = this
    if (!link) return
    const text = draft.text.slice(link.at)
    if (text.trim() !== '') this.doc.findings.links.push({ text, href: link.href })
    this.link = null
  }

  /** The paragraph ends; a link that goes on in the next begins anew there. */
  endParagraph(draft: Gathered, end: number): void {
    const { link } = this
    this.closeLink(draft)
    if (link && link.end > end) this.link = { ...link, at: 0 }
  }
}
