/**
 * What may stand before the name of a body: 国家, a place (含山县), a zone (合肥高新区), a level (市), the side
 * (市委, 县人民政府). A name can be read in several ways (市场监管局), so all are given, the shortest first, and
 * the one behind which a whole known name stands is right.
 */
import { type Division, divisions } from '../../data/divisions.ts'
import { stateNewAreas } from '../../data/functions/new-areas.ts'
import { townWords } from '../../data/place-words.ts'
import { findPlaces } from '../places.ts'
import { stemsAt } from './stems.ts'

export type Mark =
  | 'national'
  | '省'
  | '自治区'
  | '市'
  | '州'
  | '盟'
  | '地区'
  | '县'
  | '区'
  | '旗'
  | '乡镇'
  | '村'

export interface Head {
  readonly end: number
  /** The divisions that the place before the name may be; null where there is none. */
  readonly places: readonly Division[] | null
  readonly mark: Mark | null
  readonly side: 'party' | 'government' | null
  /** It stands in a development zone, which has a place but no level. */
  readonly zone: boolean
  /** It serves a stretch of country that is no division (华东, 长江), or places that are not named (当地). */
  readonly regional: boolean
}

const nothing: Head = { end: 0, places: null, mark: null, side: null, zone: false, regional: false }

const national: readonly (readonly [string, Head['side']])[] = [
  ['中共中央', 'party'],
  ['中华人民共和国', null],
  ['中央', 'party'],
  ['国务院', 'government'],
  ['国家', null],
  ['全国', null],
  ['中国', null],
  ['中华', null],
]

/** 当地政府, 所在地教育部门, 县级以上地方人民政府: of a place that is not named. */
const unnamed =
  /^(?:所在地|当地|属地|本地区?|本级|同级|上级|上一级|下级|各地区?|试点(?:地区|城市)?|有关地区|(?:中央和)?地方(?:各级)?|[省市县]级以上(?:地方)?(?:各级)?)(?!税务局|金融|志|史|国家)/

const regions =
  /^(?:东北|华北|华东|华中|华南|中南|西南|西北|东部|西部|长江|黄河|淮河|海河|珠江|松辽|太湖流域|黑龙江流域|(?:新疆(?:生产建设)?)?兵团)/
const marks =
  /^(自治区|地(?=委(?!会)|直)|省|市|自治州|州|盟|地区|县|区|旗|镇(?!域)|乡(?!村)|街道|街|村(?!镇)|社区)(?:直属|直|本级|级|属)?/
const markOf: Readonly<Record<string, Mark>> = {
  自治州: '州',
  地: '地区',
  镇: '乡镇',
  乡: '乡镇',
  街道: '乡镇',
  街: '乡镇',
  社区: '村',
}
/** 宏村镇, 庄周街道: places below the county, of which GB/T 2260 has no codes. */
const townships = new RegExp(
  `^(?!各|有关|相关|[省市州县区旗]?(?:乡|镇|街|${townWords}))[\\u4e00-\\u9fff]{1,6}?(?:街道|镇|乡(?!村(?![镇委民]))|苏木)`,
)
/** 住房城乡 is no town, 古城镇 in 古城镇人民政府 is: behind such a word a town shows by an organ that towns have. */
const townWord = new RegExp(`(?:${townWords})$`)
const townOrgan = /^(?:$|(?:人民)?政府|党委|党工委|人大|办事处|(?:派出|司法|财政|市场监管)所$)/
/** 西藏中路派出所: what stands in towns is also named after its street. */
const ofStreet = /^[\u4e00-\u9fff]{1,5}(?:路|大道|大街)(?=(?:派出|司法|财政|税务|市场监管)所$)/
const zoneNoun =
  '高新技术产业开发区|经济技术开发区|高新技术开发区|旅游度假区|风景名胜区|综合保税区|自由贸易试验区|高新区|经开区|开发区|工业园区|产业园区|工业园|产业园|集中区|保税区|试验区|示范区|度假区|旅游区|风景区|景区|功能区|新区|园区|科学城|科技城|自贸区|综保区|集聚区|新片区'
const zones = new RegExp(`^[\\u4e00-\\u9fff]{0,8}?(?:${zoneNoun})`)
const party = /^(?:党工委|党委|工委|委(?!办局)(?:员会)?)/
const government = /^(?:人民)?政府/
/** 市委、市政府信访局, 市委市政府督查室: the second of the two. */
const bothSides = /^[、和]?(?:省|市|州|盟|县|区|旗|镇|乡)?(?:(?:人民)?政府|委)/

/** All heads that the text may have, the shortest first. */
export function headsOf(text: string): Head[] {
  const heads = new Map<string, Head>()
  const add = (head: Head) => {
    const { end, mark, side, zone } = head
    const key = `${end}${mark}${side}${zone}`
    const before = heads.get(key)
    // 苏州 in 苏州工业园区 is a place, not only the zone's first characters.
    if (!before || (before.places === null && head.places !== null)) heads.set(key, head)
  }
  const starts: Head[] = [nothing]
  if (/^(?:中共(?!中央)|中国共产党)/.test(text)) {
    starts.push({ ...nothing, end: text.startsWith('中共') ? 2 : 5 })
  }
  const first = starts.at(-1)!
  const rest = text.slice(first.end)
  for (const [word, side] of national) {
    if (rest.startsWith(word))
      starts.push({ ...nothing, end: first.end + word.length, mark: 'national', side })
  }
  const place = unnamed.exec(rest)
  if (place) starts.push({ ...nothing, end: first.end + place[0].length, regional: true })
  const region = regions.exec(rest)
  if (region) starts.push({ ...nothing, end: first.end + region[0].length, regional: true })
  for (const { end, divisions: places } of placesAt(text, first.end)) starts.push({ ...nothing, end, places })
  const area = newAreas().find(({ name }) => rest.startsWith(name))
  if (area) starts.push({ ...nothing, end: first.end + area.name.length, places: area.divisions, zone: true })
  for (const start of starts) {
    add(start)
    for (const zoned of zonesAfter(text, start)) {
      add(zoned)
      for (const next of sidesAfter(text, zoned, add)) add(next)
    }
    for (const next of sidesAfter(text, start, add)) add(next)
    const mark = start.mark === null ? marks.exec(text.slice(start.end)) : null
    // 直 and 级 belong to the level or to the name behind it (县 + 直工委, 市直 + 机关).
    for (const read of mark ? new Set([mark[1]!, mark[0]]) : []) {
      const at = { ...start, end: start.end + read.length, mark: markOf[mark![1]!] ?? (mark![1] as Mark) }
      add(at)
      for (const next of sidesAfter(text, at, add)) add(next)
    }
    const township = start.mark === null ? townAt(text.slice(start.end)) : null
    if (township !== null) {
      const town: Head = { ...start, end: start.end + township.length, mark: '乡镇' }
      add(town)
      for (const next of sidesAfter(text, town, add)) add(next)
    }
  }
  // 浦东新区 is a district by its full name, whatever its noun.
  return [...heads.values()].sort((a, b) => a.end - b.end || Number(a.zone) - Number(b.zone))
}

/** The name of a town or a street that the text begins with. */
function townAt(text: string): string | null {
  const name = (townships.exec(text) ?? ofStreet.exec(text))?.[0]
  if (name === undefined || name.length < 2) return null
  return townWord.test(name) && !townOrgan.test(text.slice(name.length)) ? null : name
}

/** Full names from `at` on, each within the one before; else stems. */
function placesAt(text: string, at: number): { end: number; divisions: readonly Division[] }[] {
  const found: { end: number; divisions: readonly Division[] }[] = []
  let end = at
  for (const place of findPlaces(text.slice(at))) {
    if (place.start + at !== end) break
    end = place.end + at
    found.push({ end, divisions: place.divisions })
  }
  return [...found, ...stemsAt(text, end)]
}

let areas: readonly { readonly name: string; readonly divisions: readonly Division[] }[] | null = null

function newAreas() {
  areas ??= Object.entries(stateNewAreas).map(([name, code]) => ({
    name,
    divisions: divisions().filter((d) => d.code === code && d.until === undefined),
  }))
  return areas
}

function zonesAfter(text: string, start: Head): Head[] {
  if (start.mark !== null || start.zone) return []
  const zone = zones.exec(text.slice(start.end))
  return zone ? [{ ...start, end: start.end + zone[0].length, zone: true }] : []
}

/** The side behind a place or level: 委 (市委) and 政府; and what is behind both (市委市政府). */
function sidesAfter(text: string, at: Head, add: (head: Head) => void): Head[] {
  const rest = text.slice(at.end)
  const organ = party.exec(rest) ?? government.exec(rest)
  // 委 is the committee of what stands before it (市委); 委员会 alone is none.
  if (!organ || (at.places === null && at.mark === null && !at.zone && rest.startsWith('委'))) return []
  const side: Head['side'] = party.test(rest) ? 'party' : 'government'
  const one: Head = { ...at, end: at.end + organ[0].length, side }
  add(one)
  const heads: Head[] = []
  // 市委市直机关工委: the level is said again.
  if (at.mark !== null && text.startsWith(at.mark, one.end))
    heads.push({ ...one, end: one.end + at.mark.length })
  const two = bothSides.exec(text.slice(one.end))
  if (two && two[0].length > 1) heads.push({ ...one, end: one.end + two[0].length, side: null })
  return heads
}
