/** Column titles, as far as the shape of a table in running text depends on them. */
import {
  detailTitle,
  ordinalTitle,
  otherTitle,
  personTitle,
  sectionTitle,
  taskTitle,
  timeTitle,
  timeTitleWhole,
  titleWords,
  unitRoleWords,
  unitTitleBare,
  unitTitleNoun,
} from '../../data/columns.ts'
import { fold } from '../../text/fold.ts'

/** What the cells of a column look like. `open` is a column that any cell may stand in. */
export type Column = 'number' | 'text' | 'units' | 'time' | 'open'

const composed = new RegExp(`^(?:${[...titleWords].sort((a, b) => b.length - a.length).join('|')})+$`)

/** The column that a text is the title of; null where it is no title. */
export function columnOf(raw: string): Column | null {
  if (raw.length > 40) return null
  const text = fold(raw)
    .replace(/\s/g, '')
    .replace(/\([^()]*\)?/g, '')
    .replace(/[:、.*]+$/, '')
  if (text === '' || text.length > 12) return null
  if (ordinalTitle.test(text)) return 'number'
  if (personTitle.test(text) || otherTitle.test(text)) return 'open'
  if (unitTitleBare.test(text)) return 'units'
  if (unitTitleNoun.test(text) && (unitRoleWords.test(text) || text.length <= 2)) return 'units'
  if (timeTitleWhole.test(text)) return 'time'
  // Of the other words many are said in any text: only what is composed of title words counts.
  if (!composed.test(text)) return null
  if (timeTitle.test(text)) return 'time'
  if (taskTitle.test(text) || detailTitle.test(text)) return 'text'
  return sectionTitle.test(text) ? 'open' : null
}

/** Whether titles make the header of a task table: work stands beside units, a time or a requirement. */
export function isHeader(columns: readonly (Column | null)[]): boolean {
  const known = columns.filter((c) => c !== null)
  return known.length >= 2 && known.includes('text') && (known.includes('units') || known.length >= 3)
}
