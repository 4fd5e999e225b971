/** What is in force within a group: it is inherited by the groups inside and forgotten at its end. */
import type { Field } from './fields.ts'
import type { RowBuilder } from './rows.ts'
import type { Story } from './story.ts'

export interface CharacterState {
  /** Number of the font; `null` is the document's default (\deff). */
  readonly font: number | null
  /** \v */
  readonly hidden: boolean
  /** \deleted, or moved away: gone once changes are accepted. */
  readonly deleted: boolean
}

export const plain: CharacterState = { font: null, hidden: false, deleted: false }

export interface ParagraphState {
  readonly style: number
  readonly inTable: boolean
  /** \itap: how many tables it is in; `null` where it is not said. */
  readonly nesting: number | null
  /** In a table because a cell ended here, not because it says so. */
  readonly implied: boolean
  readonly align: 'center' | 'right' | undefined
  readonly outline: number | undefined
  /** \ls and \ilvl. */
  readonly list: number
  readonly level: number
  /** \pnlvlblt: what \pntext holds is a bullet. */
  readonly bullet: boolean
}

/** \pard */
export const paragraphDefaults: ParagraphState = {
  style: 0,
  inTable: false,
  nesting: null,
  implied: false,
  align: undefined,
  outline: undefined,
  list: 0,
  level: 0,
  bullet: false,
}

/** Levels of tables that a paragraph is in. */
export function depthOf(p: ParagraphState): number {
  return Math.max(p.nesting ?? 0, p.inTable || p.implied ? 1 : 0)
}

/** Where text goes: a story, a table of fonts, nowhere. */
export interface Sink {
  /** Decoded text, and the bytes that it was read from. */
  text(text: string, from: number, to: number, group: Group): void
  /** A control word that means something here alone. @returns whether it did */
  word?(word: string, param: number | null, group: Group): boolean
}

/** Text that is no text of the document. */
export const nowhere: Sink = { text() {} }

export interface Group {
  sink: Sink
  /** The story around, which text boxes and footnotes are anchored in. */
  story: Story
  /** Where text went before it went nowhere, as in a shape or an object. */
  silenced: Sink | null
  rows: RowBuilder
  character: CharacterState
  paragraph: ParagraphState
  /** \uc: bytes that stand after \u for readers that do not know it. */
  fallback: number
  field: Field | null
  link: OpenLink | null
  /** In a table of contents, which repeats the headings. */
  contents: boolean
  /** Nothing was read in it yet: \* here makes what follows a destination. */
  fresh: boolean
  close: (() => void) | null
}

export interface OpenLink {
  readonly href: string
  text: string
}

/** A group within `outer`; named one by one, for spreading is slow where groups are millions. */
export function inner(outer: Group): Group {
  return {
    sink: outer.sink,
    story: outer.story,
    silenced: outer.silenced,
    rows: outer.rows,
    character: outer.character,
    paragraph: outer.paragraph,
    fallback: outer.fallback,
    field: outer.field,
    link: outer.link,
    contents: outer.contents,
    fresh: true,
    close: null,
  }
}

/** Collects text, for what a destination holds: a title, a field's code. */
export class Capture implements Sink {
  value = ''
  from = -1
  to = -1
  private readonly limit: number

  constructor(limit = 4096) {
    this.limit = limit
  }

  text(text: string, from: number, to: number): void {
    if (this.from < 0) this.from = from
    this.to = to
    if (this.value.length < this.limit) this.value += text.slice(0, this.limit - this.value.length)
  }
}
