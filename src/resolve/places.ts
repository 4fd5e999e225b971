/**
 * Places in names and titles, by the full names of divisions (含山县), the short forms in use (阿坝州, 广西,
 * 石柱县), and before a development zone by their stem (合肥 in 合肥高新区). A stem alone is no place: 驻保
 * means 保山 only to those who know.
 */
import { type Division, divisions, zonesByCity } from '../data/divisions.ts'
import { stateNewAreas } from '../data/functions/new-areas.ts'
import { commonStems, nationalities, nounNames, shortNames } from '../data/place-words.ts'

export interface Place {
  readonly start: number
  readonly end: number
  /** Those that bear the name; more than one where it is ambiguous (鼓楼区). */
  readonly divisions: readonly Division[]
}

/** Who bears a name. */
interface Bearers {
  /** All that bear or bore it. */
  readonly ever: readonly Division[]
  /**
   * Without those that are no more and shared it with one that still stands (新市区 was in 保定 and is in 乌鲁木齐);
   * where the name only passed on (巢湖市, 含山县), the year tells them apart.
   */
  readonly usual: readonly Division[]
}

interface Names {
  /** By full name or short form. */
  readonly byName: ReadonlyMap<string, Bearers>
  /** Lengths of the names that begin with a character, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
}

const levels = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|县|区|盟|旗)$/
const people = new RegExp(`(?:${nationalities})$`)

let names: Names | null = null
let stems: ReadonlyMap<string, readonly Division[]> | null = null

function buildNames(): Names {
  const byName = new Map<string, Division[]>()
  const byCode = new Map<string, Division>()
  const autonomous: [string, Division][] = []
  for (const division of divisions()) {
    const { code, name, until } = division
    put(byName, name, division)
    if (until !== undefined) continue
    byCode.set(code, division)
    const kind = /自治([州县旗])$/.exec(name)?.[1]
    if (kind) autonomous.push([stemOf(name) + kind, division])
  }
  // 阿坝州, 石柱县: unless the name is that of another place.
  for (const [name, division] of autonomous) {
    if (!byName.get(name)?.some((d) => d.until === undefined)) put(byName, name, division)
  }
  for (const [name, code] of Object.entries(shortNames)) {
    const division = byCode.get(code)
    if (division) byName.set(name, [division])
  }
  const lengths = new Map<string, number[]>()
  for (const name of byName.keys()) {
    const list = lengths.get(name[0]!)
    if (!list) lengths.set(name[0]!, [name.length])
    else if (!list.includes(name.length)) list.push(name.length)
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a)
  return { byName: new Map([...byName].map(([name, ever]) => [name, bearers(ever)])), lengths }
}

function bearers(ever: readonly Division[]): Bearers {
  const now = ever.filter((d) => d.until === undefined)
  return {
    ever,
    usual: ever.filter(({ until }) => until === undefined || now.every((n) => (n.since ?? 0) >= until)),
  }
}

/** By stems of two characters and more. */
function buildStems(): Map<string, Division[]> {
  const map = new Map<string, Division[]>()
  for (const division of divisions()) {
    const stem = stemOf(division.name)
    if (stem.length >= 2) put(map, stem, division)
  }
  return map
}

/** 日照, 大庆: a word, but also a city, which what follows must tell (日照海关, 大庆高新区); 平安 only a county. */
const isWord = (stem: string): boolean => commonStems.has(stem)

const isCity = ({ code }: Division): boolean => code.endsWith('00')

function put(map: Map<string, Division[]>, name: string, division: Division): void {
  const list = map.get(name)
  if (list) list.push(division)
  else map.set(name, [division])
}

/** 恩施土家族苗族自治州 → 恩施, 含山县 → 含山, 安徽省 → 安徽. */
function stemOf(name: string): string {
  let stem = name.replace(levels, '')
  if (!name.includes('自治')) return stem
  for (let cut = stem.replace(people, ''); cut.length >= 2 && cut !== stem; cut = stem.replace(people, ''))
    stem = cut
  return stem
}

/** 市 of 市场, 县 of 县级, 区 of 区域: the name ends in another word. */
const runsOn: Readonly<Record<string, RegExp>> = {
  市: /^[场民容郊]/,
  县: /^(?:[级域处]|城(?![关区管市乡建投镇]))/,
  区: /^[域块间划位]/,
  省: /^际/,
}
const direction = '(?:[东西南北中][一二三四]?|[一二三四])?'
/** What makes a street or a town of the short name of a place before it; 路 of 路灯 and 乡 of 乡镇 do not. */
const street = new RegExp(
  `${direction}(?:路(?![灯政网局桥段长港域面]|[南北]区)|大道|大街|街(?![镇区])|巷|[乡镇](?![乡镇村街]))`,
  'y',
)
/** 沛县路街道办事处; behind a full name only what is surely of a street. */
const streetBody = new RegExp(`${direction}路(?=街道|社区|办事处|派出所)`, 'y')

/** Whether a place's name, which ends at `end`, is in that of a street or a town: 南京东路, 新疆街道, 双城镇. */
export function namesLocality(text: string, end: number, full = false): boolean {
  const pattern = full ? streetBody : street
  pattern.lastIndex = end
  return pattern.test(text)
}

/** 和县, 文县: two characters that meet by chance (全省和县级), unless something sets them off. */
const setsOff = /[年度发于好共、,。:;()》”\s0-9]/

/** 市中区人民政府: what governs is a place, though its name is a word. */
const ownGovernment = /^(?:人民政府|政府|委(?!员会)|人大|政协)/

/**
 * Full names and short forms in a text without white space, from left to right, the longest first.
 * @param bearing whether a name stands for all that ever bore it, for who chooses by the year
 */
export function findPlaces(text: string, bearing: keyof Bearers = 'usual'): Place[] {
  names ??= buildNames()
  const places: Place[] = []
  for (let at = 0; at < text.length; ) {
    const place = placeAt(text, at, names, places.at(-1), bearing)
    if (place) places.push(place)
    at = place ? place.end : at + 1
  }
  return places
}

function placeAt(
  text: string,
  at: number,
  known: Names,
  before: Place | undefined,
  bearing: keyof Bearers,
): Place | null {
  for (const length of known.lengths.get(text[at]!) ?? []) {
    const name = text.slice(at, at + length)
    const found = name.length === length ? known.byName.get(name) : undefined
    if (!found) continue
    const end = at + length
    if (runsOn[name.at(-1)!]?.test(text.slice(end, end + 2)) && !opensBelow(text, end, found.ever, known)) {
      continue
    }
    if (namesLocality(text, end, levels.test(name))) continue
    const follows = before?.end === at
    const lying = (all: readonly Division[]) =>
      follows ? all.filter((d) => before.divisions.some((b) => isWithin(d, b))) : []
    for (const within of [lying(found[bearing]), lying(found.ever)]) {
      if (within.length > 0) return { start: at, end, divisions: within }
    }
    if (nounNames.has(name) && !(at === 0 && ownGovernment.test(text.slice(end)))) continue
    if (length === 2 && at > 0 && !follows && !setsOff.test(text[at - 1]!)) continue
    return { start: at, end, divisions: found[bearing] }
  }
  return null
}

/** 商丘市民权县: what looks like 市民 is the beginning of a place in it. */
function opensBelow(text: string, at: number, above: readonly Division[], known: Names): boolean {
  return (known.lengths.get(text[at]!) ?? []).some((length) => {
    const below = known.byName.get(text.slice(at, at + length))?.ever ?? []
    return below.some((d) => above.some((a) => isWithin(d, a)))
  })
}

/** Whether `inner` lies in `outer`, or in what followed it: 大方县 of 毕节市 in 毕节地区. */
export function isWithin(inner: Division, outer: Division): boolean {
  if (inner.path !== outer.path && inner.path.startsWith(outer.path)) return true
  return outer.heir !== undefined && isWithin(inner, outer.heir)
}

const behindStem =
  /\)?(?:[\u4e00-\u9fff]{0,10}?)(?:高新区|经开区|开发区|工业园区?|产业园区?|集中区|保税区|试验区|示范区|新区|片区|科学城|科技城|园区)/y

const longestStem = 8

let wholeNames: ReadonlyMap<string, Division> | null = null

/** Zones by their whole name: those of the list that have one of their own, and the State Council's new areas. */
function buildWholeNames(): ReadonlyMap<string, Division> {
  const list = divisions()
  const placeOf = (code: string) => list.find((d) => d.code === code && d.until === undefined)
  const names = new Map<string, Division>()
  for (const [name, code] of [...zonesByCity(), ...Object.entries(stateNewAreas)]) {
    const place = placeOf(code)
    if (place) names.set(name, place)
  }
  return names
}

/**
 * The places of the zones in a text: by a zone's whole name (北戴河新区, which lies beside 北戴河区), else by the stem
 * straight before one (合肥 in 合肥高新区, 北京 in 北京经济技术开发区).
 */
export function findZones(text: string): Place[] {
  if (!/[区园城]/.test(text)) return []
  stems ??= buildStems()
  wholeNames ??= buildWholeNames()
  const whole = [...wholeNames].flatMap(([name, place]): Place[] => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ start, end: start + name.length, divisions: [place] }]
  })
  if (whole.length > 0) return whole
  const places: Place[] = []
  for (let at = 0; at < text.length; at++) {
    for (let length = Math.min(longestStem, text.length - at); length >= 2; length--) {
      const stem = text.slice(at, at + length)
      const found = stems.get(stem)
      if (!found || (isWord(stem) && !found.some(isCity))) continue
      behindStem.lastIndex = at + length
      if (behindStem.test(text)) places.push({ start: at, end: at + length, divisions: found })
      break
    }
  }
  // 中国(安徽)自由贸易试验区合肥片区 is in 合肥.
  const parted = (place: Place) =>
    places.some((p) => p.divisions.some((d) => place.divisions.some((o) => isWithin(d, o))))
  return places.filter((place) => !parted(place))
}

/** 黄河北岸, 洞庭湖南岸: the end of one word and the beginning of another. */
const crossing = /[黄淮洞太沿长珠泰华庭]$/
/** What stands after the place in the name of a branch of a national body. */
const branch =
  /(?:省|市|县|区)?(?:中心支行|中心支公司|分公司|支公司|分行|支行|监管局|监管分局|证监局|海关|供电|电力|办事处|铁路|机场|烟草|邮政|石油|燃气|电信|移动|联通)/y

/** A company's registered name begins with its place (企业名称登记管理规定 第六条): 太湖港华燃气有限公司. */
const registeredCompany = /有限(?:责任)?公司$/

/** Whether a body's name holds a place by its stem: 合肥海关, 人行合肥中心支行, 安徽证监局. */
export function namesStem(unit: string): boolean {
  stems ??= buildStems()
  for (let at = 0; at < unit.length; at++) {
    for (let length = Math.min(longestStem, unit.length - at); length >= 2; length--) {
      const stem = unit.slice(at, at + length)
      const found = stems.get(stem)
      if (!found || (isWord(stem) && !found.some(isCity) && !(at === 0 && registeredCompany.test(unit))))
        continue
      if (at === 0 && (!isWord(stem) || registeredCompany.test(unit))) return true
      if (found.some((d) => d.code.endsWith('0000')) && !crossing.test(unit.slice(0, at))) return true
      branch.lastIndex = at + length
      if (branch.test(unit)) return true
    }
  }
  return false
}
