/**
 * Divisions that are no more, since about 2000: notices of their time name them, and the current list does
 * not. Where a name lives on elsewhere (巢湖市, a prefecture until 2011, a county-level city since; 含山县,
 * then of 巢湖, now of 马鞍山), the notice's year says which is meant. A change that the State Council made in
 * December counts for the next year where it was carried out then.
 *
 * A county is not listed where its prefecture only changed its name or rank (大方县 of 毕节地区, now of 毕节市)
 * or its code alone was changed: it goes by today's code.
 */
import { became } from './former-divisions/became.ts'
import { joined } from './former-divisions/joined.ts'
import { parted } from './former-divisions/parted.ts'
import type { FormerRow } from './former-divisions/row.ts'

export interface FormerDivision {
  readonly code: string
  readonly name: string
  /** Full name, from the province down. */
  readonly path: string
  /** The year in which it ended. */
  readonly until: number
  /** The one division that followed it, by the code that it had then; null where there were several. */
  readonly successor: string | null
  /** Whether that is the same body under another name, rank or parent, and did not stand before. */
  readonly livedOn: boolean
}

const all = (rows: readonly FormerRow[], livedOn: boolean): FormerDivision[] =>
  rows.map(([code, above, name, until, successor = null]) => ({
    code,
    name,
    path: above + name,
    until,
    successor,
    livedOn,
  }))

export const formerDivisions: readonly FormerDivision[] = [
  ...all(became, true),
  ...all(joined, false),
  ...all(parted, false),
]
