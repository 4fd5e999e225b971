/** What reading a package needs throughout, and what was met on the way. */

import type { Block, Link } from '../../document.ts'
import { tooLarge } from '../too-large.ts'

/** Paragraphs of a document, as of a .doc; the longest reports have some ten thousands. */
const maxParagraphs = 300_000
/** Names that are kept to be reported. */
const maxReported = 100

export interface Findings {
  readonly links: Link[]
  readonly unknown: Set<string>
  pictures: number
  /** Formulas, charts and documents in parts of their own. */
  objects: number
  /** Cells that a merge hides and that hold text. */
  covered: number
  /** Faults of the XML that were passed over. */
  faults: number
}

export class Reading {
  readonly furniture: Block[] = []
  readonly findings: Findings = {
    links: [],
    unknown: new Set(),
    pictures: 0,
    objects: 0,
    covered: 0,
    faults: 0,
  }
  readonly maxDepth: number
  private paragraphs = maxParagraphs
  private cells: number
  /** Characters that the file does not hold one by one: text of tables in cells, repeated cells, spaces. */
  private repeated: number

  private readonly limits: { readonly maxCells: number; readonly maxPartBytes: number }

  constructor(limits: { maxCells: number; maxPartBytes: number; maxDepth: number }) {
    this.limits = limits
    this.maxDepth = limits.maxDepth
    this.cells = limits.maxCells
    this.repeated = limits.maxPartBytes
  }

  unknown(name: string): void {
    const { unknown } = this.findings
    if (unknown.size < maxReported) unknown.add(name)
  }

  spendParagraph(): void {
    if (--this.paragraphs < 0) throw tooLarge('paragraphs', null, maxParagraphs)
  }

  spendCells(count: number): void {
    this.cells -= count
    if (this.cells < 0) throw tooLarge('cells', null, this.limits.maxCells)
  }

  spendRepeated(characters: number): void {
    this.repeated -= characters
    if (this.repeated < 0) throw tooLarge('repeated', null, this.limits.maxPartBytes)
  }
}
