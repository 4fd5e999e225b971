/**
 * Our rewriting of the document's XML, before mammoth reads it: the same text in the few elements that
 * mammoth reads right, every paragraph with a bookmark that leads back to its place. Runs that follow
 * each other become one, for their formatting decides nothing here.
 */

import type { Limits } from '../reader.ts'
import { tooLarge } from '../too-large.ts'
import type { ParagraphInfo } from './flow.ts'
import type { Lists } from './lists.ts'
import type { Relationship } from './package.ts'
import { Story } from './story.ts'
import type { Styles } from './styles.ts'

/** A part of the package with paragraphs of its own. */
export interface StoryPart {
  readonly part: string
  readonly xml: string
  readonly relationships: readonly Relationship[]
}

/** What was met that a reader should hear of. */
export interface Findings {
  images: number
  /** Charts and diagrams, whose text is in parts of their own. */
  drawings: number
  /** Texts in cells that a merge hides. */
  covered: number
  /** Faults in the XML that were passed over. */
  faults: number
  readonly symbols: Set<string>
  readonly unknown: Set<string>
  /** Fields that print what the file does not say. */
  readonly fields: Set<string>
  /** Documents that this one only names: subdocuments, files of other places. */
  readonly elsewhere: Set<string>
}

/** Names kept for a message; a file can make up any number. */
const mostNames = 100
const longestName = 80

/** Keeps a name for a message. */
export function remember(names: Set<string>, name: string): void {
  if (names.size < mostNames) names.add(name.length > longestName ? `${name.slice(0, longestName)}…` : name)
}

/** One document being rewritten, part after part. */
export class Rewriting {
  readonly paragraphs: ParagraphInfo[] = []
  readonly findings: Findings = {
    images: 0,
    drawings: 0,
    covered: 0,
    faults: 0,
    symbols: new Set(),
    unknown: new Set(),
    fields: new Set(),
    elsewhere: new Set(),
  }
  /** Addresses of links by their relationship ids, as mammoth gets them. */
  readonly links = new Map<string, string>()
  private readonly linkIds = new Map<string, string>()
  /** Parts of headers and footers in the order in which sections name them. */
  readonly furniture = new Set<string>()
  /** Parts that are documents of another format, set into the text (w:altChunk). */
  readonly chunks = new Set<string>()
  /** The blocks of each part. */
  readonly stories: string[][] = []
  cells = 0
  readonly styles: Styles
  readonly lists: Lists
  readonly limits: Limits

  constructor(styles: Styles, lists: Lists, limits: Limits) {
    this.styles = styles
    this.lists = lists
    this.limits = limits
  }

  /** @throws YaodianError `document/damaged`, `document/too-large` */
  add(part: StoryPart): void {
    const paragraphs = this.paragraphs.length
    const { cells } = this
    const { images, drawings, covered, faults } = this.findings
    let story = new Story(this, part, true)
    let blocks = story.read()
    if (story.unbalanced) {
      // A field whose end is missing would hide all that follows: then every text is read, also that of
      // codes, as mammoth does.
      this.paragraphs.length = paragraphs
      this.cells = cells
      Object.assign(this.findings, { images, drawings, covered, faults })
      story = new Story(this, part, false)
      blocks = story.read()
    }
    // A paragraph costs what a cell does, and 20 MB may hold a million of them.
    const { maxCells } = this.limits
    if (blocks.length > maxCells) throw tooLarge('boundParagraphs', blocks.length, maxCells)
    this.stories.push(blocks)
  }

  /** The relationship of a link in the document that mammoth gets. */
  link(href: string): string {
    let id = this.linkIds.get(href)
    if (id === undefined) {
      id = `h${this.links.size}`
      this.linkIds.set(href, id)
      this.links.set(id, href)
    }
    return id
  }
}
