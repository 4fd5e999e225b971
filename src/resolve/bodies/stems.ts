/**
 * Places by their stem, as names of vertical bodies and zones hold them (合肥海关, 人行合肥中心支行, 安徽证监局):
 * only where a known body's name goes on behind it, so a stem is never taken for a place by itself.
 */
import { type Division, divisions } from '../../data/divisions.ts'
import { commonStems, nationalities, shortNames } from '../../data/place-words.ts'
import { namesLocality } from '../places.ts'

const longest = 6
const suffix = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|县|区|盟|旗)$/
const people = new RegExp(`(?:${nationalities})$`)

let stems: ReadonlyMap<string, readonly Division[]> | null = null

function make(): Map<string, Division[]> {
  const map = new Map<string, Division[]>()
  const put = (stem: string, division: Division) => {
    const list = map.get(stem)
    if (list) list.push(division)
    else map.set(stem, [division])
  }
  const byCode = new Map<string, Division>()
  for (const division of divisions()) {
    const { name, code, until } = division
    if (until === undefined) byCode.set(code, division)
    let stem = name.replace(suffix, '')
    if (name.includes('自治')) {
      for (
        let cut = stem.replace(people, '');
        cut.length >= 2 && cut !== stem;
        cut = stem.replace(people, '')
      )
        stem = cut
    }
    if (stem.length < 2 || (commonStems.has(stem) && !code.endsWith('00'))) continue
    put(stem, division)
  }
  for (const [name, code] of Object.entries(shortNames)) {
    const division = byCode.get(code)
    if (division && !map.has(name)) put(name, division)
  }
  return map
}

/** The stems that the text has at `at`, the longest first; not those after which a street is named. */
export function stemsAt(text: string, at: number): { end: number; divisions: readonly Division[] }[] {
  stems ??= make()
  const found: { end: number; divisions: readonly Division[] }[] = []
  for (let n = Math.min(longest, text.length - at); n >= 2; n--) {
    const divisions = stems.get(text.slice(at, at + n))
    if (divisions && !namesLocality(text, at + n)) found.push({ end: at + n, divisions })
  }
  return found
}
