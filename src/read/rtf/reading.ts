/** What reading a file needs throughout, and what was met on the way. */
import { type Budget, budgetOf, type Findings } from '../doc/document.ts'
import { Fonts } from './fonts.ts'
import { Lists } from './lists.ts'
import { Styles } from './styles.ts'

/** Paragraphs of a document, as of a .doc; the longest reports have some ten thousands. */
const maxParagraphs = 300_000

export interface RtfFindings extends Findings {
  /** Bytes that no character is in their code page. */
  replaced: number
  /** Code pages that are not known. */
  readonly pages: Set<number>
  /** Destinations that no version of RTF has. */
  readonly destinations: Set<string>
}

export class Reading {
  readonly fonts = new Fonts()
  readonly styles = new Styles()
  readonly lists = new Lists()
  readonly budget: Budget
  readonly findings: RtfFindings = {
    links: [],
    pictures: 0,
    covered: 0,
    undefinedRows: 0,
    symbols: new Set(),
    fields: new Set(),
    objects: new Set(),
    replaced: 0,
    pages: new Set(),
    destinations: new Set(),
  }

  constructor(limits: { maxCells: number; maxPartBytes: number; maxDepth: number }) {
    this.budget = budgetOf(maxParagraphs, limits)
  }
}
