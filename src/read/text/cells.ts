/** What a cell holds, by its shape: enough to tell in which column it belongs. */
import { formLine, noteStart, timeWords } from '../../data/columns.ts'
import { fold } from '../../text/fold.ts'
import { numeralChars } from '../../text/numerals.ts'
import { endsLikeUnit } from '../../text/units.ts'
import type { Lines, Stretch } from './lines.ts'

/** The lines of a cell, without white space at their ends; none where the cell is blank. */
export type RawCell = readonly Stretch[]

/** A row as the text has it: cells in order, without columns. */
export interface RawRow {
  readonly cells: readonly RawCell[]
  /** `|||`: the last cell is merged over the columns that remain. */
  readonly merged?: boolean
}

export type Shape = 'blank' | 'number' | 'units' | 'time' | 'heading' | 'note' | 'short' | 'text'

const numberShape = new RegExp(
  `^(?:\\(?(?:\\d{1,4}|[${numeralChars}]{1,4})\\)?|[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩]|\\d{1,3}(?:[.-]\\d{1,3}){1,2})[、.,]?$`,
)
const headingShape = new RegExp(
  `^(?:[${numeralChars}]{1,4}[、.,]|\\([${numeralChars}]{1,4}\\)|第[${numeralChars}\\d]{1,4}(?:部分|[章节篇])|[㈠-㈩])`,
)

/** The cell's lines joined; a line break is kept as one. */
export function cellText(lines: Lines, cell: RawCell): string {
  return cell.length === 1 ? lines.slice(cell[0]!) : cell.map((s) => lines.slice(s)).join('\n')
}

export function shapeOf(lines: Lines, cell: RawCell): Shape {
  if (cell.length === 0) return 'blank'
  // Only the beginning matters for text, and a cell may be as long as the file.
  const text = fold(cellText(lines, cell).slice(0, 500)).replace(/\s/g, '')
  if (text.length <= 8 && numberShape.test(text)) return 'number'
  if (headingShape.test(text) && text.length <= 60) return 'heading'
  if (noteStart.test(text) || formLine.test(text)) return 'note'
  if (text.length <= 30 && timeWords.test(text) && !/[。;]./.test(text)) return 'time'
  if (isUnits(text)) return 'units'
  return text.length <= 12 && !/[。;!?]$/.test(text) ? 'short' : 'text'
}

/** A list of names: most of its parts end as names of bodies do. */
function isUnits(text: string): boolean {
  if (text.length > 300 || /[。!?《》]/.test(text)) return false
  let units = 0
  let parts = 0
  for (const part of text.replace(/\([^()]*\)/g, '').split(/[、,;:]/)) {
    if (part === '') continue
    parts++
    const name = part.replace(/(?:等?(?:按职责分工)?(?:分别)?(?:负责|牵头|配合|落实))$|等$/, '')
    if (name.length <= 24 && endsLikeUnit(name)) units++
  }
  return units > 0 && units * 3 >= parts * 2
}
