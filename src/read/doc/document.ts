/** The parts of a document that reading its stories needs, and what was met on the way. */
import type { Link } from '../../document.ts'
import type { Bytes } from './bytes.ts'
import type { Characters } from './characters.ts'
import type { Formatting } from './fkp.ts'
import type { ListTable } from './lists.ts'
import type { Piece } from './pieces.ts'
import type { Elsewhere } from './properties.ts'
import type { Styles } from './styles.ts'

export interface WordDocument {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly word: Bytes
  readonly data: Bytes | null
  readonly paragraphs: Formatting
  readonly characters: Characters
  readonly styles: Styles
  readonly lists: ListTable
  readonly fonts: readonly string[]
  readonly elsewhere: Elsewhere
  readonly findings: Findings
  readonly budget: Budget
}

/** What a reader should hear of. */
export interface Findings {
  readonly links: Link[]
  pictures: number
  /** Cells that a merge hides and that hold text. */
  covered: number
  /** Rows of tables whose end or cells the file does not define. */
  undefinedRows: number
  readonly symbols: Set<string>
  /** Fields that print what the file does not say. */
  readonly fields: Set<string>
  /** Objects of other programs, by their class. */
  readonly objects: Set<string>
}

/** What is left of what a limit grants. */
export interface Left {
  left: number
  readonly granted: number
}

export interface Budget {
  readonly paragraphs: Left
  readonly cells: Left
  /** Characters of nested tables: each is in the text of every cell around it. */
  readonly nested: Left
  readonly depth: number
}

export function budgetOf(
  paragraphs: number,
  limits: { readonly maxCells: number; readonly maxPartBytes: number; readonly maxDepth: number },
): Budget {
  const whole = (granted: number): Left => ({ left: granted, granted })
  const { maxCells, maxPartBytes, maxDepth } = limits
  return {
    paragraphs: whole(paragraphs),
    cells: whole(maxCells),
    nested: whole(maxPartBytes),
    depth: maxDepth,
  }
}
