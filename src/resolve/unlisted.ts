/**
 * Names that are made like those of divisions and stand in no list: 虚构区 in 保定市虚构区人民政府. A notice of such
 * a place is not one of what it lies in.
 */
import { divisionLike } from '../data/division-like-words.ts'
import type { Place } from './places.ts'

const name = '[\\u4e00-\\u9fff]{1,7}?(?:自治[县旗]|[市县区旗盟])'
/** Only divisions have these; zones have a 管委会. */
const organ = '(?:人民)?政府|委(?:员会)?(?:$|[、和办宣组政统编网])|人大|政协|纪委|监委'
const bureau = '[\\u4e00-\\u9fff]{2,14}(?:局|办公室|委员会|中心|处|部)$'
const governed = new RegExp(`^(${name})(?=${organ})`)
/** 灌区, 景区, 城市 have bureaus too; 县 and 旗 are always divisions. */
const county = new RegExp(`^([\\u4e00-\\u9fff]{1,7}?[县旗])(?=${bureau})`)
/** 虚构县2020年, 2020年虚构县政务公开. */
const ofYear = /^([\u4e00-\u9fff]{1,4}?[市县区旗])(?=\d{4}年)/
const behindYear = /^\d{4}年度?(?!度)([\u4e00-\u9fff]{1,3}?[县旗])(?=(?![级域城内外])[\u4e00-\u9fff])/

const common = new RegExp(`^(?:${divisionLike.begins})|(?:${divisionLike.ends})[市县区旗]$`)
const holdsOther = new RegExp(divisionLike.holds)

/** The first such name in a body's name, with the place that it is said to lie in. */
export function unlistedIn(body: string, places: readonly Place[]): string | null {
  const start = /^(?:中共|中国共产党)/.exec(body)?.[0].length ?? 0
  for (const at of [start, ...places.map((p) => p.end)]) {
    const rest = body.slice(at)
    const found = governed.exec(rest)?.[1] ?? county.exec(rest)?.[1]
    if (found === undefined || !isNew(found, at, places)) continue
    return body.slice(places.find((p) => p.end === at)?.start ?? at, at + found.length)
  }
  return null
}

/** The same of a title, where it stands before or behind the year. */
export function unlistedInTitle(title: string, places: readonly Place[]): string | null {
  const match = ofYear.exec(title) ?? behindYear.exec(title)
  if (!match) return null
  const found = match[1]!
  return isNew(found, match[0].length - found.length, places) ? found : null
}

function isNew(found: string, at: number, places: readonly Place[]): boolean {
  if (common.test(found) || holdsOther.test(found)) return false
  return places.every((p) => p.end <= at || p.start >= at + found.length)
}
