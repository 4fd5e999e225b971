/**
 * The administrative divisions of GB/T 2260, from @vant/area-data (current) and {@link formerDivisions}.
 * The list is read when it is first asked for: a notice of a national body never needs it.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { areaList } from '@vant/area-data'
import { formerDivisions } from './former-divisions.ts'

export interface Division {
  readonly code: string
  /** Its own name: 含山县. */
  readonly name: string
  /** From the province down: 安徽省马鞍山市含山县. */
  readonly path: string
  /** Of a division that is no more, the year in which it ended. */
  readonly until?: number
  /** Of one that another became, the year in which it did. */
  readonly since?: number
  /** Of a division that is no more, the one that followed it, itself perhaps no more. */
  readonly heir?: Division
}

type AreaList = typeof areaList

let loaded: readonly Division[] | null = null

export function divisions(): readonly Division[] {
  loaded ??= joined(current())
  return loaded
}

type Making = { -readonly [K in keyof Division]: Division[K] }

/** Today's divisions and the former ones, each of which knows what followed it. */
function joined(now: readonly Making[]): readonly Division[] {
  const former: Making[] = formerDivisions.map(({ code, name, path, until }) => ({ code, name, path, until }))
  const byCode = new Map<string, Making[]>()
  for (const division of [...now, ...former]) {
    const list = byCode.get(division.code)
    if (list) list.push(division)
    else byCode.set(division.code, [division])
  }
  for (const [i, { successor, until, livedOn }] of formerDivisions.entries()) {
    // Of those that had its successor's code, the one that stood next: 思茅地区, 思茅市 and 普洱市.
    const [heir] = (byCode.get(successor ?? '') ?? [])
      .filter((d) => ended(d) > until)
      .sort((a, b) => ended(a) - ended(b))
    if (!heir) continue
    former[i]!.heir = heir
    if (livedOn) heir.since = Math.max(heir.since ?? 0, until)
  }
  return [...now, ...former]
}

const ended = ({ until }: Division): number => until ?? Number.POSITIVE_INFINITY

/**
 * The package shows its list to `import` alone, which cannot wait until it is needed; its CommonJS file
 * beside it can.
 */
function areas(): AreaList {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@vant/area-data/package.json'))
  return (require(join(folder, 'dist', 'index.cjs')) as { areaList: AreaList }).areaList
}

/** Names that only group what lies below them (县 under 重庆), and an office that governs in a county's stead. */
const grouping = new Set(['省直辖县', '自治区直辖县级行政区划', '县', '市辖区', '大柴旦行政委员会'])
/** New areas that are districts; the others (兰州新区) are zones. */
const newAreas = new Set(['浦东新区', '滨海新区', '沈北新区', '清新区'])
/** Cities without counties, of which the list holds the towns: 东莞, 中山, 儋州, 嘉峪关. */
const withoutCounties = new Set(['4419', '4420', '4604', '6202'])
/** GB/T 2260 gives 台湾, 香港 and 澳门 no divisions of their own. */
const undivided = new Set(['71', '81', '82'])
/** What the list still holds although it has ended. */
const stale = new Set(formerDivisions.map((d) => d.code + d.name))

function current(): Division[] {
  const { province_list: provinces, city_list: cities, county_list: counties } = areas()
  const list: Division[] = []
  const above = new Map<string, string>()
  for (const code in provinces) {
    const name = provinces[code]!
    list.push({ code, name, path: name })
    if (!undivided.has(code.slice(0, 2))) above.set(code.slice(0, 2), name)
  }
  for (const code in cities) {
    const name = cities[code]!
    const province = above.get(code.slice(0, 2))
    if (province === undefined) continue
    // 北京市 is both the province and its only city.
    const same = name === province || grouping.has(name)
    if (!withoutCounties.has(code.slice(0, 4))) above.set(code.slice(0, 4), same ? province : province + name)
    if (!same) list.push({ code, name, path: province + name })
  }
  for (const code in counties) {
    const name = counties[code]!
    const city = above.get(code.slice(0, 4))
    if (city !== undefined && isDivision(code, name)) list.push({ code, name, path: city + name })
  }
  return list
}

/**
 * The zones of the list that no other city has by the same name (not 高新区, 开发区), each with the code of its
 * city.
 */
export function zonesByCity(): [name: string, city: string][] {
  const { county_list: counties } = areas()
  const named = Object.entries(counties).filter(([code, name]) => {
    const here = code.slice(2, 4) !== '90' && !undivided.has(code.slice(0, 2))
    return here && !isDivision(code, name) && /(?:[发验范新园理胜]区|园)$/.test(name)
  })
  const names = named.map(([, name]) => name)
  return named
    .filter(([, name]) => names.indexOf(name) === names.lastIndexOf(name))
    .map(([code, name]) => [name, `${code.slice(0, 4)}00`])
}

/**
 * Zones that manage themselves (合肥高新技术产业开发区) have codes from 70 and from 90 on, and are no
 * divisions; the counties straight under a province have 90 as their city.
 */
function isDivision(code: string, name: string): boolean {
  const decade = code[4]
  if ((decade === '7' || decade === '9') && code.slice(2, 4) !== '90') return false
  if (grouping.has(name) || stale.has(code + name)) return false
  return !name.endsWith('新区') || newAreas.has(name)
}
