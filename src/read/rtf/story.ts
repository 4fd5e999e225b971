/**
 * A story (the body, a header, a text box) as its paragraphs: text with the bytes it was read from,
 * automatic numbers put before it, what is deleted or hidden left out.
 */

import { type Block, type Paragraph, type Place, paragraph } from '../../document.ts'
import { ListCounters, levelCount } from '../counters.ts'
import type { Line } from '../doc/paragraphs.ts'
import { readBlocks, type Story as StoryBlocks } from '../doc/tables.ts'
import { type Follow, labelGap, typedLabel } from '../numbering.ts'
import { tooLarge } from '../too-large.ts'
import { depthOf, type Group, type ParagraphState, type Sink } from './group.ts'
import type { Reading } from './reading.ts'

/** The text of a paragraph, from its first character to the mark that ends it. */
interface Draft {
  readonly text: Text
  from: number
  to: number
  readonly boxes: Block[]
  /** A page or column was broken: a new line begins if text stands on both sides. */
  broken: boolean
  contents: boolean
  /** What \listtext or \pntext printed. */
  printed: Label | null
  /** Of paragraphs whose marks are gone, the first: its number is kept where the mark was only hidden. */
  first: { readonly label: Label | undefined; readonly state: ParagraphState } | null
  joinedBy: 'deleted' | 'hidden' | null
}

/** Text built a character at a time (\u20013?): whole stretches are made one string, which costs less to keep. */
class Text {
  length = 0
  private readonly stretches: string[] = []
  private last = ''

  add(more: string): void {
    this.length += more.length
    this.last += more
    if (this.last.length < 4096) return
    // Looking at a character makes the engine join what was added.
    this.last.charCodeAt(0)
    this.stretches.push(this.last)
    this.last = ''
  }

  toString(): string {
    return this.stretches.join('') + this.last
  }
}

interface Label {
  readonly text: string
  readonly gap: string
  readonly path: string
}

/** Controls that stand for no character; tab and line feed do. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g
const hasControl = /[\u0000-\u0008\u000b-\u001f]/
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export class Story implements Sink {
  /** Characters taken so far. */
  written = 0
  private readonly reading: Reading
  private readonly lines: Line[] = []
  private readonly counters: ListCounters
  private draft = begin()

  constructor(reading: Reading) {
    this.reading = reading
    this.counters = new ListCounters((use) => reading.lists.find(use))
  }

  text(text: string, from: number, to: number, group: Group): void {
    const { character } = group
    if (character.hidden || character.deleted) return
    const kept = hasControl.test(text) ? text.replace(/\r\n?/g, '\n').replace(controls, '') : text
    if (kept === '') return
    const { draft } = this
    if (draft.broken) {
      draft.broken = false
      if (draft.text.length > 0) draft.text.add('\n')
    }
    if (draft.from < 0) draft.from = from
    draft.to = to
    draft.text.add(kept)
    draft.contents ||= group.contents
    if (group.link) group.link.text += kept
    this.written += kept.length
  }

  /** A page or column ends. */
  break(): void {
    this.draft.broken = true
  }

  /** The number of the paragraph, as it was printed. One without letters or digits is a bullet. */
  label(raw: string, from: number, to: number): void {
    const { draft } = this
    if (draft.printed && draft.joinedBy === 'hidden') return
    const text = raw.replace(controls, '').trim()
    const follow: Follow = /\t\s*$/.test(raw) ? 'tab' : /\s$/.test(raw) ? 'space' : 'nothing'
    const number = /[\p{L}\p{N}]/u.test(text) ? text : ''
    draft.printed = { text: number, gap: labelGap(number, follow), path: offset(from, to) }
  }

  /** Blocks that stand in a paragraph, a text box: they come after it. */
  box(blocks: readonly Block[]): void {
    for (const block of blocks) this.draft.boxes.push(block)
  }

  /** A paragraph, cell or row ends. */
  end(ends: Line['ends'], depth: number, group: Group): void {
    const { draft } = this
    const { paragraph: state, character } = group
    if (draft.first && depthOf(draft.first.state) !== depth) {
      // What never met a next paragraph (a table follows) stays one.
      this.push('paragraph', depthOf(draft.first.state), draft.first.state, group)
    }
    const gone = character.deleted ? 'deleted' : character.hidden ? 'hidden' : null
    if (gone && ends === 'paragraph') this.join(state, gone)
    else this.push(ends, depth, state, group)
  }

  /** Nothing more comes. Text that no mark ends is a paragraph as well. */
  finish(group: Group): StoryBlocks {
    const { draft } = this
    if (draft.text.length > 0 || draft.boxes.length > 0 || draft.first) {
      const state = draft.first?.state ?? group.paragraph
      this.push('paragraph', depthOf(state), state, group)
    }
    return readBlocks(this.lines, this.reading.budget, this.reading.findings)
  }

  /** The paragraph runs on into the next, because its mark was deleted or hidden. */
  private join(state: ParagraphState, by: 'deleted' | 'hidden'): void {
    const { draft } = this
    if (draft.text.length === 0 && draft.boxes.length === 0) {
      draft.printed = null
      return
    }
    draft.first ??= { label: by === 'hidden' ? this.number(state) : undefined, state }
    draft.joinedBy ??= by
    if (by === 'deleted') draft.printed = null
  }

  private push(ends: Line['ends'], depth: number, state: ParagraphState, group: Group): void {
    const { draft, lines } = this
    this.draft = begin()
    const read = this.paragraph(draft, state, ends)
    const blocks = read ? [read, ...draft.boxes] : draft.boxes
    const last = lines.at(-1)
    // A blank paragraph ends a table; of several the first does.
    const blank = blocks.length === 0 && ends === 'paragraph'
    if (blank && last?.ends === 'paragraph' && last.depth === depth) return
    const { paragraphs } = this.reading.budget
    if (--paragraphs.left < 0) throw tooLarge('paragraphs', null, paragraphs.granted)
    lines.push({
      blocks,
      depth,
      ends,
      row: ends === 'row' ? group.rows.definition() : null,
      deleted: ends === 'row' && group.character.deleted,
      contents: draft.contents,
    })
  }

  /** Blank paragraphs are space on the page, and none of the text. */
  private paragraph(draft: Draft, last: ParagraphState, ends: Line['ends']): Paragraph | null {
    const { first, joinedBy } = draft
    // One joined because marks were deleted is the last; a hidden mark keeps the first's number and level.
    const state = first && joinedBy === 'hidden' ? first.state : last
    const own = ends === 'row' ? undefined : this.number(last, draft.printed)
    const label = (joinedBy === 'hidden' ? first?.label : undefined) ?? own
    const text = draft.text.toString()
    const typed = text.trim() === '' ? '' : text.replace(loneSurrogate, '\ufffd')
    const printed = label && !typedLabel(label.text, typed) ? label : undefined
    const head = printed ? printed.text + (typed === '' ? '' : printed.gap) : ''
    if (head + typed === '') return null
    const places: Place[] = []
    const place = (start: number, end: number, path: string) => {
      if (start < end) places.push({ start, end, origin: { kind: 'part', part: 'rtf', path } })
    }
    if (printed) place(0, head.length, printed.path)
    place(head.length, head.length + typed.length, offset(draft.from, draft.to))
    const outline = state.outline ?? this.reading.styles.outline(state.style)
    return paragraph(head + typed, places, {
      ...(outline !== undefined && outline >= 0 && outline < 9 ? { level: outline + 1 } : {}),
      ...(printed ? { marker: printed.text } : {}),
      ...(state.align ? { align: state.align } : {}),
    })
  }

  /**
   * The number of a paragraph: as printed, else counted in its list. It is counted in any case, for the
   * next may be one without \listtext.
   */
  private number(state: ParagraphState, printed: Label | null = this.draft.printed): Label | undefined {
    const { list, level } = state
    const counted = list > 0 && level < levelCount ? this.counters.next(list, level) : undefined
    if (printed) {
      const bullet = state.bullet || (list > 0 && this.reading.lists.isBullet(list, level))
      return bullet || printed.text === '' ? undefined : printed
    }
    return counted && { ...counted, path: `ls[${list}]/ilvl[${level}]` }
  }
}

function begin(): Draft {
  return {
    text: new Text(),
    from: -1,
    to: -1,
    boxes: [],
    broken: false,
    contents: false,
    printed: null,
    first: null,
    joinedBy: null,
  }
}

function offset(from: number, to: number): string {
  return `offset[${from},${to})`
}
