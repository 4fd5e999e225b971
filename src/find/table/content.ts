/** What a cell holds, by its shape: a number, units, a time, running text, nothing. */
import { besideTimes, nothing, timeWords } from '../../data/columns.ts'
import type { Cell } from '../../document.ts'
import { type Marker, markerOf } from '../../segment/markers.ts'
import { outside } from '../../text/brackets.ts'
import { fold } from '../../text/fold.ts'
import { partsList } from '../../text/list-marks.ts'
import { numeralChars } from '../../text/numerals.ts'
import { isSpace } from '../../text/space.ts'
import { looksLikeUnit } from '../../text/units.ts'
import { roleEnding } from '../roles.ts'

export type Kind = 'empty' | 'nothing' | 'number' | 'units' | 'time' | 'text'

export interface Content {
  readonly kind: Kind
  /** Folded text, white space at its ends left out. */
  readonly folded: string
  /** The number that opens it, where text follows. */
  readonly marker: Marker | null
}

const numberShape = new RegExp(
  `^(?:\\(?\\s*(?:\\d{1,4}|[${numeralChars}]{1,5})\\s*\\)?|[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩]|\\d{1,3}(?:[.-]\\d{1,3}){1,3}|第\\s*(?:\\d{1,4}|[${numeralChars}]{1,5})\\s*[项条])\\s*[、.。,]?$`,
)

const known = new WeakMap<Cell, Content>()

/** Read once a cell, however many rows it covers. */
export function contentOf(cell: Cell): Content {
  let content = known.get(cell)
  if (!content) {
    const folded = fold(cell.text).trim()
    const marker = markerOf(folded)
    const kind = kindOf(folded, marker)
    content = { kind, folded, marker: kind === 'text' || kind === 'units' ? marker : null }
    known.set(cell, content)
  }
  return content
}

function kindOf(folded: string, marker: Marker | null): Kind {
  if (folded === '') return 'empty'
  if (nothing.test(folded)) return 'nothing'
  if (folded.length <= 12 && numberShape.test(folded.replace(/\s/g, ''))) return 'number'
  if (marker === null && folded.length <= 40 && isWhen(folded)) return 'time'
  return isUnits(folded) ? 'units' : 'text'
}

/** A time with little beside it: 12月底前, 5月底前动工, but not 持续推进三大攻坚战信息公开. */
function isWhen(folded: string): boolean {
  return timeWords.test(folded) && folded.replace(besideTimes, '').length <= 4
}

const parts = (code: number): boolean => partsList(code) || code === 0x3a || isSpace(code)

/** A list of names: most of its parts end as names of bodies do, or in a role word. */
function isUnits(folded: string): boolean {
  // A sentence is closed, a list of names is not.
  if (folded.length > 400 || /[\u4e00-\u9fff]。$/.test(folded)) return false
  const free = outside(folded)
  let all = 0
  let units = 0
  let from = 0
  for (let i = 0; i <= folded.length; i++) {
    if (i < folded.length && !(free[i] && parts(folded.charCodeAt(i)))) continue
    const part = folded.slice(from, i)
    from = i + 1
    if (part === '') continue
    all++
    const end = roleEnding(part)?.start ?? part.length
    const name = part.slice(0, end).replace(/等$/, '')
    if (name === '' || (name.length <= 24 && looksLikeUnit(name))) units++
  }
  return units > 0 && units * 3 >= all * 2
}

/** Whether a cell has nothing to say: empty, or a dash, or 无. */
export function isBlank(cell: Cell | null): boolean {
  if (cell === null) return true
  const { kind } = contentOf(cell)
  return kind === 'empty' || kind === 'nothing'
}

/** Whether a cell is empty; a dash is not. */
export function isEmpty(cell: Cell | null): boolean {
  return cell === null || contentOf(cell).kind === 'empty'
}
