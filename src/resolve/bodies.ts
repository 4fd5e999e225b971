/** Which body a name means: its function, level, place and sort. */
import type { Notice, Unit } from '../generated/notice.ts'
import type { Report } from '../message.ts'
import type { ListedUnit } from './units.ts'

/** What a notice says about where its units stand. */
export interface Setting {
  readonly region: Notice['region']
  readonly issuer: string | null
  readonly year: number | null
}

export function settingOf({ region, issuer, year }: Notice): Setting {
  return { region, issuer, year }
}

/** The unit of a list as the result has it. */
export function unitOf(listed: ListedUnit, _setting: Setting, _report: Report): Unit {
  const { passage, name, kind } = listed
  return {
    text: passage.text,
    name,
    kind,
    function: null,
    level: null,
    jurisdiction: null,
    type: null,
    scope: kind === 'group' ? [] : null,
  }
}
