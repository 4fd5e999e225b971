/**
 * At which level a document that a notice cites was issued, so that the chain can be followed upward
 * (国办发 → 闽政办函 → 厦府办). Told from the title, else from the agency code; never guessed.
 */
import { divisions } from '../data/divisions.ts'
import { nationalBodies } from '../data/national-bodies.ts'
import { provinceAbbreviations } from '../data/province-abbreviations.ts'
import type { Notice, Reference } from '../generated/notice.ts'
import { findPlaces } from './places.ts'

type Level = Reference['level']

/** 省政府办公厅《关于…》, 市人民政府关于印发…. */
const ownPrefix: readonly (readonly [RegExp, Level])[] = [
  [/^(?:省|自治区)(?:委|政府|人民政府|[\u4e00-\u9fff]{1,12}[厅局委办])/, 'province'],
  [/^(?:市|州|盟)(?:委|政府|人民政府|[\u4e00-\u9fff]{1,12}[局委办])/, 'city'],
  [/^(?:县|区|旗)(?:委|政府|人民政府|[\u4e00-\u9fff]{1,12}[局委办])/, 'county'],
]
/** 国发, 国办发, 中发, 中办发, 厅字 (中共中央办公厅): agency codes of the centre. */
const central = /^(?:国(?!土|资|税)|中[发办共]|中组|中宣|厅字$)/

/** The cited title, folded, and the text before it, which may end in the body whose document it is. */
export function levelOfDocument(
  title: string,
  before: string,
  agency: string | null,
  region: Notice['region'],
): Level {
  const body = before.split(/根据|按照|依据|遵照|贯彻|落实|执行|结合|围绕/).at(-1)!
  return levelOfBody(title) ?? levelOfBody(body) ?? (agency === null ? null : levelOfAgency(agency, region))
}

/** Of a text that begins with a body's name. */
function levelOfBody(text: string): Level {
  const bare = text.replace(/[\s《》]/g, '')
  if (nationalBodies.test(bare) || /^(?:国务院|中办|国办|中共中央)/.test(bare)) return 'national'
  for (const [pattern, level] of ownPrefix) if (pattern.test(bare)) return level
  const place = findPlaces(bare.slice(0, 24))[0]
  if (place?.start === 0) {
    const levels = new Set(place.divisions.map((d) => levelOf(d.code)))
    if (levels.size === 1) return [...levels][0]!
  }
  return null
}

function levelOf(code: string): Level {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** An agency code begins with the place's character: one of the notice's own places above it, or its own. */
function levelOfAgency(agency: string, region: Notice['region']): Level {
  if (central.test(agency)) return 'national'
  const letter = agency[0]!
  if (!region) return null
  const above = [`${region.code.slice(0, 2)}0000`, `${region.code.slice(0, 4)}00`, region.code]
  const fits = divisions().filter(
    ({ code, name, until }) =>
      until === undefined &&
      above.includes(code) &&
      (code.endsWith('0000') ? provinceAbbreviations[letter] === code : name.startsWith(letter)),
  )
  const levels = new Set(fits.map((d) => levelOf(d.code)))
  return levels.size === 1 ? [...levels][0]! : null
}
