/** Where a body stands: its level and its place, from its own name, else from the notice. */

import { type Division, divisions } from '../../data/divisions.ts'
import type { Level } from '../../data/functions/function.ts'
import { nationalBodies } from '../../data/national-bodies.ts'
import { fold } from '../../text/fold.ts'
import type { Setting } from '../bodies.ts'
import type { Head, Mark } from './head.ts'
import { readName } from './name.ts'

export interface Standing {
  readonly level: Level | null
  readonly jurisdiction: string | null
}

const unknown: Standing = { level: null, jurisdiction: null }

/**
 * @param places those in the name, its own or its branch's
 * @param only the one level at which a body of this name stands (厅, 所), if there is one
 */
export function standingOf(
  head: Head,
  places: readonly Division[] | null,
  only: Level | null,
  setting: Setting,
): Standing {
  if (places) return ofPlaces(places, head, only, setting)
  if (head.regional) return unknown
  if (head.mark !== null) return marked(head.mark, setting)
  const own = ownOf(setting)
  if (head.zone) return { level: null, jurisdiction: own.jurisdiction }
  if (only === 'national') return { level: 'national', jurisdiction: null }
  if (only === 'province') return marked('省', setting)
  if (only === 'township') return marked('乡镇', setting)
  // 行署, 银保监分局 in a county's notice: those of the city that it lies in.
  if (only === 'city') return ofCity(setting)
  return own
}

/** The notice's own place: what a department without a prefix belongs to. */
export function ownOf({ region, issuer }: Setting): Standing {
  if (region) {
    // The bureaus of a zone stand at no level, as the zone itself (合肥高新区管委会's 财政局).
    if (issuer !== null && ofZone(issuer)) return { level: null, jurisdiction: region.code }
    const town =
      issuer !== null && /(?:镇|乡|街道|街道办事处)(?:党委|党工委|(?:人民)?政府|办事处)/.test(issuer)
    return { level: town ? 'township' : levelOf(region.code), jurisdiction: region.code }
  }
  return issuer !== null && nationalBodies.test(issuer) ? { level: 'national', jurisdiction: null } : unknown
}

function ofZone(issuer: string): boolean {
  const { head, core } = readName(fold(issuer))
  return head.zone || (core?.entries.some((e) => e.code === 'park-administration') ?? false)
}

export function levelOf(code: string): Level {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
}

/** One of several places of a name, if the notice's region or year decides. */
export function chooseDivision(places: readonly Division[], { region, year }: Setting): Division | null {
  const standing = places.filter((d) => d.until === undefined || (year !== null && year < d.until))
  let left = standing.length > 0 ? standing : [...places]
  const former = left.filter((d) => d.until !== undefined)
  // Of one name, the former stood until it ended; the name went on after it (巢湖市).
  if (former.length > 0 && former.length < left.length) left = former
  if (left.length > 1 && region) {
    const near = left.filter((d) => d.path.startsWith(region.name) || region.name.startsWith(d.path))
    const same = near.length > 0 ? near : left.filter((d) => d.code.slice(0, 2) === region.code.slice(0, 2))
    if (same.length > 0) left = same
  }
  // 吉林 is a province and its city: of what lies in each other, a stem names neither for certain.
  return left.length === 1 ? left[0]! : null
}

function ofPlaces(places: readonly Division[], head: Head, only: Level | null, setting: Setting): Standing {
  const division = chooseDivision(places, setting)
  if (!division) {
    // 鼓楼区 is a district, whichever of them.
    const levels = new Set(places.map((d) => levelOf(d.code)))
    const level =
      levels.size === 1 && head.mark === null && !head.zone && only === null ? [...levels][0]! : null
    return { level, jurisdiction: null }
  }
  const jurisdiction = division.code
  if (head.zone) return { level: null, jurisdiction }
  if (head.mark === '乡镇' || only === 'township') return { level: 'township', jurisdiction }
  if (head.mark === '村') return { level: 'village', jurisdiction }
  if (head.mark === '县' || head.mark === '区' || head.mark === '旗') {
    // 保山市县公安局: a county of the place, not told which.
    return levelOf(jurisdiction) === 'county'
      ? { level: 'county', jurisdiction }
      : { level: 'county', jurisdiction: null }
  }
  return { level: levelOf(jurisdiction), jurisdiction }
}

/** The divisions that a region is of, from the province down to itself. */
function chain(region: NonNullable<Setting['region']>): Division[] {
  const { code, name } = region
  return divisions()
    .filter(
      (d) =>
        (d.code === code && d.path === name) ||
        (name.startsWith(d.path) && d.path !== name && code.startsWith(d.code.replace(/(?:00)+$/, ''))),
    )
    .sort((a, b) => a.path.length - b.path.length)
}

const chains = new Map<string, readonly Division[]>()

function chainOf(region: NonNullable<Setting['region']>): readonly Division[] {
  const key = `${region.code}${region.name}`
  const known = chains.get(key)
  if (known) return known
  if (chains.size > 2000) chains.clear()
  const made = chain(region)
  chains.set(key, made)
  return made
}

/**
 * A level before a name: of the region itself or what it lies in, the one whose name ends so. 市 is the city of
 * a county's notice, a county-level city or municipality in its own. 县 in a city's notice is one of its
 * counties, not told which.
 */
function marked(mark: Mark, { region }: Setting): Standing {
  if (mark === 'national') return { level: 'national', jurisdiction: null }
  if (mark === '乡镇' || mark === '村') {
    const level = mark === '村' ? 'village' : 'township'
    return { level, jurisdiction: region && levelOf(region.code) === 'county' ? region.code : null }
  }
  const above = region ? chainOf(region) : []
  const fits = (d: Division) => {
    if (mark === '省') return d.name.endsWith('省')
    if (mark === '自治区') return d.name.endsWith('自治区')
    if (mark === '州') return d.name.endsWith('自治州')
    if (mark === '县') return /(?<!自治)县$|自治县$/.test(d.name)
    if (mark === '旗') return d.name.endsWith('旗')
    return d.name.endsWith(mark) && !d.name.endsWith('地区')
  }
  // The nearest that fits: 区 in a district's notice is the district, though it may lie in an 自治区.
  const division = mark === '地区' ? above.findLast((d) => d.name.endsWith('地区')) : above.findLast(fits)
  if (division) return { level: levelOf(division.code), jurisdiction: division.code }
  return { level: unplaced(mark, region), jurisdiction: null }
}

function ofCity({ region }: Setting): Standing {
  const city = region ? chainOf(region).findLast((d) => levelOf(d.code) === 'city') : undefined
  return { level: 'city', jurisdiction: city?.code ?? null }
}

/** The level of a prefix whose place is not told: 市 may be a city or, under a city or 州, one of its counties. */
function unplaced(mark: Mark, region: Setting['region']): Level | null {
  if (mark === '省' || mark === '自治区') return 'province'
  if (mark === '州' || mark === '盟' || mark === '地区') return 'city'
  if (mark === '县' || mark === '旗') return 'county'
  if (!region) return null
  const own = levelOf(region.code)
  if (mark === '市') return own === 'province' ? 'city' : own === 'city' ? 'county' : null
  return own === 'county' ? null : 'county'
}
