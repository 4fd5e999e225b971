/** Lines that are no table → paragraphs, and what stands between them on the page. */
import type { Link, Paragraph } from '../../document.ts'
import { type Lines, type Piece, paragraphOf, type Stretch, trim } from './lines.ts'
import { blockOf, inline } from './markdown.ts'
import { goesOn, isPageNumber, printed, type WrapLine, type Wrapping, wrappingOf } from './wrap.ts'

/** White space within a line. */
const gaps = /[ \t\u00a0\u3000\f]+/g
/** What opens a paragraph: 第一条, 一、, （一）. */
const opener =
  /(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/y

export class Paragraphs {
  readonly furniture: Paragraph[] = []
  readonly links: Link[] = []
  private readonly lines: Lines
  private readonly markdown: boolean
  private readonly wrapping: Wrapping | null
  /** Most paragraphs are indented, so that one that is not goes on from the page before. */
  private readonly indents: boolean
  /** Lines that are a page number without marks. */
  private readonly numbered: ReadonlySet<number>

  constructor(lines: Lines, entries: readonly WrapLine[], markdown: boolean) {
    this.lines = lines
    this.markdown = markdown
    this.wrapping = wrappingOf(lines, entries)
    this.numbered = this.wrapping === null ? new Set() : this.bareNumbers(entries)
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
      if (isPageNumber(text) || this.numbered.has(entry.k)) {
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
        for (const piece of more) pieces.push(piece)
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

  /**
   * Numbers alone on their lines: of pages, where they count on from page to page, or a sentence goes on
   * around them.
   */
  private bareNumbers(entries: readonly WrapLine[]): Set<number> {
    const found: { k: number; value: number }[] = []
    for (const { k } of entries) {
      const text = this.lines.slice(this.stretch(k))
      if (/^\d{1,3}$/.test(text)) found.push({ k, value: Number(text) })
    }
    const counting =
      found.length > 2 &&
      found.every(
        ({ k, value }, i) => i === 0 || (value === found[i - 1]!.value + 1 && k - found[i - 1]!.k > 4),
      )
    const { filled } = this.lines
    const inside = (k: number) =>
      k > 0 &&
      k + 1 < filled.length &&
      goesOn('', printed(this.lines, k - 1), printed(this.lines, k + 1), this.wrapping!)
    return new Set(found.filter(({ k }) => counting || inside(k)).map(({ k }) => k))
  }

  private stretch(k: number): Stretch {
    return this.lines.stretch(this.lines.filled[k]!)
  }

  private isIndented(k: number): boolean {
    const raw = this.lines.raw(this.lines.filled[k]!)
    return /^(?:\u3000{2}| {4}|\t)/.test(this.lines.text.slice(raw.start, raw.start + 4))
  }

  /**
   * A line, parted where it lost its line breaks: at a new page, and at two full-width spaces, which are
   * how a paragraph begins (GB/T 9704-2012, 7.3.3), after the end of a sentence or before a number.
   */
  private parts(stretch: Stretch): Stretch[] {
    const { text } = this.lines
    const slice = text.slice(stretch.start, stretch.end)
    if (!/\u3000\u3000|\f/.test(slice)) return [stretch]
    const parts: Stretch[] = []
    let from = stretch.start
    for (const { 0: gap, index } of slice.matchAll(gaps)) {
      const end = index + gap.length
      opener.lastIndex = end
      const lost =
        gap.includes('\f') ||
        (gap.includes('\u3000\u3000') &&
          (/[。；;：:！!？?”」）)]/.test(slice[index - 1] ?? '') || opener.test(slice)))
      if (!lost) continue
      parts.push(trim(text, { ...stretch, start: from, end: stretch.start + index }))
      from = stretch.start + end
    }
    parts.push(trim(text, { ...stretch, start: from }))
    return parts.filter((p) => p.start < p.end)
  }
}
