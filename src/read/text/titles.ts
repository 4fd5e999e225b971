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

/** Titles of columns that say neither who, what nor when, and are not composed of title words. */
const aside =
  /^(?:总?投资(?:额|金额)?|[资经]费?金?来源|(?:建设|实施|项目)?地[点址]|联系(?:电话|方式)|评分标准|.{1,3})$/

/** The column that a text is the title of; null where it is no title. */
export function columnOf(raw: string): Column | null {
  if (raw.length > 40 || !/[\u4e00-\u9fff№]|^no/i.test(raw)) return null
  const text = fold(raw)
    .replace(/\s/g, '')
    .replace(/\([^()]*\)?/g, '')
    .replace(/[:、.*]+$/, '')
  if (text === '' || text.length > 12) return null
  if (ordinalTitle.test(text)) return 'number'
  if (unitTitleBare.test(text)) return 'units'
  if (unitTitleNoun.test(text) && (unitRoleWords.test(text) || text.length <= 2)) return 'units'
  if (timeTitleWhole.test(text)) return 'time'
  // Of the other words many are said in any text: only what is composed of title words counts.
  if (personTitle.test(text) || otherTitle.test(text))
    return composed.test(text) || aside.test(text) ? 'open' : null
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
