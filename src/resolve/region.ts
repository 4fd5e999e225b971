/**
 * The place of a notice (contract, rule 9): by the body that issues it, its title, or those to whom it is
 * addressed, never by the documents that it cites. Where a name fits several places and nothing decides,
 * there is none, and the candidates say why.
 */
import { cityAbbreviations } from '../data/city-abbreviations.ts'
import { type Division, divisions } from '../data/divisions.ts'
import { nationalBodies } from '../data/national-bodies.ts'
import { provinceAbbreviations } from '../data/province-abbreviations.ts'
import { findPlaces, findZones, isWithin, namesStem, type Place } from './places.ts'
import type { Site } from './site.ts'
import { unlistedIn, unlistedInTitle } from './unlisted.ts'
import { zoneOf } from './zones.ts'

export interface RegionInput {
  readonly title: string | null
  readonly planTitle: string | null
  readonly issuer: string | null
  readonly addressees: readonly string[]
  readonly documentNumber: string | null
  /** The site that the page stands on; it only decides between candidates. */
  readonly site?: Site | null
  /** The notice's year: which divisions stood. */
  readonly year: number | null
}

export interface Region {
  readonly code: string
  /** From the province down: 安徽省马鞍山市含山县. */
  readonly name: string
}

export interface RegionFound {
  readonly region: Region | null
  /** Where the region cannot be told, those that it may be. */
  readonly candidates: readonly Region[]
  /** A name in no list that the notice is of; then there is neither region nor candidate. */
  readonly unlisted: string | null
  /** The zone that issues the notice; the region is the place to which it belongs. */
  readonly zone: string | null
  /** Of a region that had ended before the notice's year, the year in which it did. */
  readonly ended: number | null
}

const none: RegionFound = { region: null, candidates: [], unlisted: null, zone: null, ended: null }

/** Finds the region in folded texts. */
export function resolveRegion(input: RegionInput): RegionFound {
  const { year } = input
  const { head, rest } = partTitle(tight(input.title))
  const issuer = reading(tight(input.issuer), year)
  const speaker = reading(head, year)
  // A national body's own name decides, whatever place its notice is about (国务院关于同意乌鲁木齐…的批复).
  if (issuer.text !== '' && issuer.chains.length === 0 && nationalBodies.test(issuer.text)) return none
  if (issuer.chains.length === 0 && speaker.chains.length === 0 && nationalBodies.test(head)) return none
  const plan = rest === null ? '' : withoutCited(tight(input.planTitle).replace(/^《(.*)》$/, '$1'))
  const texts = [issuer, speaker, reading(plan, year), reading(rest ?? '', year)]
  const [zone, unlisted] = [zoneIn(texts), unlistedOf(texts)]
  if (unlisted !== null) return { ...none, unlisted, zone }
  const [, ...titles] = texts.map((t) => t.chains)
  const addressed = input.addressees.flatMap((a) => reading(tight(a), year).chains)
  const sources = [
    agreed(issuer.chains),
    ...titles.map(first),
    raised(agreed(addressed), issuer.text || head),
  ]
  const chosen = sources.find((s) => s.length > 0)
  if (!chosen) return { ...none, zone }
  const left = decide(chosen, sources.filter((s) => s !== chosen).flat(), input)
  const titled = chosen === sources[0] ? contradicting(left, titles.slice(0, 2)) : []
  if (titled.length > 0) return { ...none, candidates: [...left, ...titled].map(regionOf), zone }
  if (left.length === 1)
    return { ...none, region: regionOf(left[0]!), zone, ended: endedBefore(left[0]!, year) }
  return { ...none, candidates: left.map(regionOf), zone }
}

/**
 * The places of a title that has nothing to do with those of the body that signs: a notice of 泾县 whose title is
 * 南陵县's. Which of the two is wrong cannot be told.
 */
function contradicting(
  issuers: readonly Division[],
  titles: readonly (readonly Division[][])[],
): readonly Division[] {
  return unique(titles.find((of) => of.length > 0 && !of.flat().some(touching(issuers)))?.flat() ?? [])
}

function endedBefore({ until }: Division, year: number | null): number | null {
  return until !== undefined && year !== null && until < year ? until : null
}

/** The body whose notice it is, by its issuer or its title, where that is a zone's. */
function zoneIn([issuer, speaker]: readonly Reading[]): string | null {
  const of = issuer!.text !== '' ? issuer! : speaker!
  return zoneOf(of.text, of.places)
}

/** A name in no list: of the body, else of a title, where nothing before it names a place. */
function unlistedOf([issuer, ...titles]: readonly Reading[]): string | null {
  const name = unlistedIn(issuer!.text, issuer!.places)
  if (name !== null || issuer!.chains.length > 0) return name
  for (const { text, places, chains } of titles) {
    const bare = text.replace(/^(?:关于)?(?:印发|下发)?/, '')
    const skipped = text.length - bare.length
    const shifted = places.map((p) => ({ ...p, start: p.start - skipped, end: p.end - skipped }))
    const found = unlistedIn(bare, shifted) ?? unlistedInTitle(bare, shifted)
    if (found !== null || chains.length > 0) return found
  }
  return null
}

/** Whether the name of a unit holds its own place: 合肥海关, 国家税务总局含山县税务局. */
export function namesPlace(unit: string): boolean {
  const text = tight(unit)
  return findPlaces(text).length > 0 || namesStem(text)
}

const regionOf = ({ code, path }: Division): Region => ({ code, name: path })

function tight(text: string | null): string {
  return (text ?? '').replace(/\s+/g, '')
}

function withoutCited(text: string): string {
  return text.replace(/《[^《》]{0,200}》?/g, ',')
}

/**
 * A title in the body that speaks (before 关于, 印发 or 转发) and what it speaks of. `rest` is null where the
 * notice forwards or carries out another body's document, whose place is not its own.
 */
function partTitle(title: string): { head: string; rest: string | null } {
  const cut = /关于|印发|转发|批转|贯彻|落实|执行|学习|《/.exec(title)
  const head = cut ? title.slice(0, cut.index) : title
  const tail = cut ? title.slice(cut.index) : ''
  if (/转发|批转|贯彻|落实|执行|学习/.test(tail.split('《')[0]!)) return { head, rest: null }
  const issued = /印发《(.*)/.exec(tail)
  return { head, rest: withoutCited(issued ? issued[1]! : tail) }
}

/** Before a place that is another's: 驻沪办事处, 对口支援和田地区. */
const elsewhere = /(?:驻|赴|援|帮扶|协作|对接|学习|借鉴|与|同|支持|来自)$/

interface Reading {
  readonly text: string
  readonly places: readonly Place[]
  /** Each place with what it lies in (安徽省马鞍山市含山县 is one), and the divisions that fit. */
  readonly chains: readonly Division[][]
}

function reading(text: string, year: number | null): Reading {
  if (text === '') return { text, places: [], chains: [] }
  const named = findPlaces(text, 'ever').filter(
    (p) => !elsewhere.test(text.slice(Math.max(0, p.start - 3), p.start)),
  )
  const places = named.length > 0 ? named : findZones(text)
  const chains: Place[] = []
  for (const place of places) {
    const last = chains.at(-1)
    const within =
      last && last.end === place.start
        ? place.divisions.filter((d) => last.divisions.some((l) => isWithin(d, l)))
        : []
    if (last && within.length > 0)
      chains[chains.length - 1] = { ...place, start: last.start, divisions: within }
    else chains.push(place)
  }
  const stand = chains.map((c) => standing(c.divisions, year))
  // A stem tells no place that has ended: 长岛 of 长岛综合试验区 since 2020.
  const told = named.length > 0 ? stand : stand.map((c) => c.filter((d) => endedBefore(d, year) === null))
  return { text, places, chains: told.filter((c) => c.length > 0) }
}

/**
 * Those of one name that stood in the year. In the year of a change the old may still be meant, unless it went on
 * under the name.
 */
function standing(all: readonly Division[], year: number | null): Division[] {
  const past = all.filter((d) => d.until !== undefined && !(d.heir && all.includes(d.heir)))
  const then = all.filter(
    (d) =>
      year !== null &&
      (d.since ?? year) <= year &&
      (d.until === undefined || year < d.until || (year === d.until && past.includes(d))),
  )
  if (then.length > 0) return then
  const now = all.filter((d) => d.until === undefined)
  return now.length > 0 ? now : past
}

function level({ code }: Division): number {
  return code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3
}

/** Whether a division is one of them, or lies in one, or one lies in it; what followed another is that one. */
const touching = (places: readonly Division[]) => (d: Division) =>
  places.some((o) => o.path === d.path || o.code === d.code || isWithin(d, o) || isWithin(o, d))

/** All places of a list of names: they must be one, else each is a candidate. */
function agreed(chains: readonly Division[][]): Division[] {
  return unique(chains.flat())
}

const ownLevel: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^(?:省|自治区)/, 1],
  [/^(?:市|州|盟|地区)/, 2],
  [/^(?:县|区|旗)/, 3],
]

/**
 * The places addressed, seen from the body that writes to them: 省政府办公厅 writes to 合肥市 as a body of
 * 安徽省, and 县政府 reports to 马鞍山市, which is not where it is.
 */
function raised(addressed: readonly Division[], body: string): Division[] {
  const own = ownLevel.find(([prefix]) => prefix.test(body))?.[1]
  if (!own) return [...addressed]
  return unique(
    addressed.flatMap((d) => {
      if (level(d) === own) return [d]
      return level(d) > own
        ? divisions().filter((a) => a.until === undefined && level(a) === own && isWithin(d, a))
        : []
    }),
  )
}

/** The place that a title names first; 北京市、天津市 name two. */
function first(chains: readonly Division[][]): Division[] {
  return unique(chains[0] ?? [])
}

function unique(all: readonly Division[]): Division[] {
  return all.filter((d, i) => all.findIndex((e) => e.code === d.code && e.path === d.path) === i)
}

/**
 * Keeps those that the other texts, the document number's prefix (of a province, or of one candidate's city) or the
 * page's site speak for; all, if none does.
 */
function decide(
  candidates: readonly Division[],
  others: readonly Division[],
  { documentNumber: number, site, year }: RegionInput,
): Division[] {
  let left = [...candidates]
  const keep = (speaksFor: (candidate: Division) => boolean) => {
    if (left.length < 2) return
    const kept = left.filter(speaksFor)
    if (kept.length > 0) left = kept
  }
  const inProvince = (province: string | null | undefined) => (d: Division) =>
    province?.slice(0, 2) === d.code.slice(0, 2)
  keep(touching(others))
  const prefix = tight(number)
  const cities = left.length < 2 ? [] : left.filter((d) => isOfCity(d, prefix))
  const ofProvince = inProvince(provinceAbbreviations[prefix[0] ?? ''])
  // 宁 is of 宁夏 and of 南京: both are kept.
  keep((d) => ofProvince(d) || (cities.length === 1 && cities[0] === d))
  if (!site || left.length < 2) return left
  keep(touching(divisions().filter((d) => d.code === site.code)))
  keep(touching(reading(tight(site.name), year).chains.flat()))
  keep(inProvince(site.province))
  return left
}

/**
 * Whether a number's prefix is of the city in which the place lies: the city's character, and behind it the place's own
 * or that of a government (徐鼓政办发, 榕鼓政办, 长政办). A character that the place's own name begins with says nothing
 * of the city (通政办 of 通州区), nor does one of another word (平安办, 商务).
 */
function isOfCity(place: Division, prefix: string): boolean {
  const [mark = '', next = ''] = prefix
  if (!/[\u4e00-\u9fff]/.test(mark) || place.name[0] === mark) return false
  const city = cityOf(place)
  if (!city || (city.name[0] !== mark && cityAbbreviations[mark] !== city.code)) return false
  return /[政府]/.test(next) || place.name.slice(0, -1).includes(next)
}

function cityOf({ code }: Division): Division | undefined {
  const of = `${code.slice(0, 4)}00`
  return of === code ? undefined : divisions().find((d) => d.code === of && d.until === undefined)
}
