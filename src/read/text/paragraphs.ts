/** Lines that are no table → paragraphs, and what stands between them on the page. */
import type { Link, Paragraph } from '../../document.ts'
import { type Lines, type Piece, paragraphOf, type Stretch, trim } from './lines.ts'
import { blockOf, inline } from './markdown.ts'
import { goesOn, isPageNumber, printed, type WrapLine, type Wrapping, wrappingOf } from './wrap.ts'

/** Two full-width spaces are how a paragraph begins (GB/T 9704-2012, 7.3.3): within a line, they are one that lost its break. */
const lost =
  /(?<=[。；;：:！!？?”」）)])[ \u00a0]*\u3000\u3000[\s\u3000]*(?=\S)|\f+|[ \t]*\u3000\u3000[\s\u3000]*(?=(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)\S?)/g

export class Paragraphs {
  readonly furniture: Paragraph[] = []
  readonly links: Link[] = []
  private readonly lines: Lines
  private readonly markdown: boolean
  private readonly wrapping: Wrapping | null
  /** Most paragraphs are indented, so that one that is not goes on from the page before. */
  private readonly indents: boolean

  constructor(lines: Lines, entries: readonly WrapLine[], markdown: boolean) {
    this.lines = lines
    this.markdown = markdown
    this.wrapping = wrappingOf(lines, entries)
    this.indents = this.wrapping !== null && entries.filter(({ k }) => this.isIndented(k)).length > 3
  }

  /** Paragraphs of neighbouring lines, which no table parts. */
  of(entries: readonly WrapLine[]): Paragraph[] {
    const paragraphs: Paragraph[] = []
    let pieces: Piece[] = []
    /** The first and the last line of the paragraph. */
    let first = ''
    let last = ''
    const close = () => {
      if (pieces.length > 0) paragraphs.push(paragraphOf(pieces))
      pieces = []
    }
    /** Only a page number stood between this line and the one before. */
    let paged = false
    for (const entry of entries) {
      const stretch = this.stretch(entry.k)
      const text = this.lines.slice(stretch)
      const line = this.wrapping ? printed(this.lines, entry.k) : ''
      if (isPageNumber(text) || this.isBareNumber(entry, text)) {
        this.furniture.push(paragraphOf([{ text, line: stretch.line, offset: stretch.start }]))
        paged = true
        continue
      }
      const joined =
        this.wrapping !== null &&
        pieces.length > 0 &&
        (!entry.apart || paged) &&
        !(this.indents && this.isIndented(entry.k)) &&
        goesOn(first, last, line, this.wrapping)
      paged = false
      if (!joined) {
        close()
        first = line
      }
      const parts = this.parts(stretch)
      parts.forEach((part, i) => {
        const block = this.markdown ? blockOf(this.lines.text, part) : { stretch: part }
        if (!block) return
        if (i > 0) close()
        if (block.level !== undefined) {
          close()
          paragraphs.push(paragraphOf(this.pieces(block.stretch), { level: block.level }))
          return
        }
        const more = this.pieces(block.stretch)
        if (pieces.length > 0) {
          const before = pieces.at(-1)!
          pieces[pieces.length - 1] = { ...before, text: `${before.text}\n` }
        }
        pieces.push(...more)
      })
      last = line
    }
    close()
    return paragraphs
  }

  /** The text of one line, as a paragraph or one of a cell's. */
  paragraph(stretch: Stretch): Paragraph {
    return paragraphOf(this.pieces(stretch))
  }

  private pieces(stretch: Stretch): Piece[] {
    if (this.markdown) return inline(this.lines.text, stretch, this.links)
    return [{ text: this.lines.slice(stretch), line: stretch.line, offset: stretch.start }]
  }

  /** A number alone on its line: of a page, where the text is wrapped and a sentence goes on around it. */
  private isBareNumber(entry: WrapLine, text: string): boolean {
    if (this.wrapping === null || !/^\d{1,3}$/.test(text)) return false
    const { filled } = this.lines
    if (entry.k === 0 || entry.k + 1 >= filled.length) return true
    return goesOn('', printed(this.lines, entry.k - 1), printed(this.lines, entry.k + 1), this.wrapping)
  }

  private stretch(k: number): Stretch {
    return this.lines.stretch(this.lines.filled[k]!)
  }

  private isIndented(k: number): boolean {
    const raw = this.lines.raw(this.lines.filled[k]!)
    return /^(?:\u3000{2}| {4}|\t)/.test(this.lines.text.slice(raw.start, raw.start + 4))
  }

  /** A line, parted where it lost its line breaks. */
  private parts(stretch: Stretch): Stretch[] {
    const { text } = this.lines
    const slice = text.slice(stretch.start, stretch.end)
    if (!/\u3000\u3000|\f/.test(slice)) return [stretch]
    const parts: Stretch[] = []
    let from = stretch.start
    for (const match of slice.matchAll(lost)) {
      parts.push(trim(text, { ...stretch, start: from, end: stretch.start + match.index }))
      from = stretch.start + match.index + match[0].length
    }
    parts.push(trim(text, { ...stretch, start: from }))
    return parts.filter((p) => p.start < p.end)
  }
}
