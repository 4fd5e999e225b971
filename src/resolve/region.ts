/**
 * The place of a notice (contract, rule 9): by the body that issues it, its title, or those to whom it is
 * addressed, never by the documents that it cites. Where a name fits several places and nothing decides,
 * there is none, and the candidates say why.
 */
import { type Division, divisions } from '../data/divisions.ts'
import { nationalBodies } from '../data/national-bodies.ts'
import { provinceAbbreviations } from '../data/province-abbreviations.ts'
import { findPlaces, findZones, isWithin, namesStem, type Place } from './places.ts'

export interface RegionInput {
  readonly title: string | null
  readonly planTitle: string | null
  readonly issuer: string | null
  readonly addressees: readonly string[]
  readonly documentNumber: string | null
  /** Code of the place whose government's site the page stands on; it only decides between candidates. */
  readonly site?: string | null
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
}

const none: RegionFound = { region: null, candidates: [] }

/** Finds the region in folded texts. */
export function resolveRegion(input: RegionInput): RegionFound {
  const issuer = tight(input.issuer)
  const { head, rest } = partTitle(tight(input.title))
  const readings = {
    issuer: read(issuer, input.year),
    head: read(head, input.year),
  }
  // A national body's own name decides, whatever place its notice is about (国务院关于同意乌鲁木齐…的批复).
  if (issuer !== '' && readings.issuer.length === 0 && nationalBodies.test(issuer)) return none
  if (readings.issuer.length === 0 && readings.head.length === 0 && nationalBodies.test(head)) return none
  const plan = rest === null ? '' : withoutCited(tight(input.planTitle).replace(/^《(.*)》$/, '$1'))
  const sources = [
    agreed(readings.issuer),
    first(readings.head),
    first(read(plan, input.year)),
    first(read(rest ?? '', input.year)),
    raised(agreed(input.addressees.flatMap((a) => read(tight(a), input.year))), issuer || head),
  ]
  const chosen = sources.find((s) => s.length > 0)
  if (!chosen) return none
  const left = decide(chosen, sources.filter((s) => s !== chosen).flat(), input)
  if (left.length === 1) return { region: regionOf(left[0]!), candidates: [] }
  return { region: null, candidates: left.map(regionOf) }
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

/** Each place in a text with what it lies in (安徽省马鞍山市含山县 is one), and the divisions that fit. */
function read(text: string, year: number | null): readonly Division[][] {
  if (text === '') return []
  const named = findPlaces(text).filter((p) => !elsewhere.test(text.slice(Math.max(0, p.start - 3), p.start)))
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
  return chains.map((c) => standing(c.divisions, year))
}

/** Those that stood in the year: of one name, the former until it ended, then the one that bears it now. */
function standing(all: readonly Division[], year: number | null): Division[] {
  const now = all.filter((d) => d.until === undefined)
  const former = all.filter((d) => d.until !== undefined)
  if (former.length === 0) return now
  if (year === null) return now.length > 0 ? now : former
  const then = former.filter((d) => year < d.until!).sort((a, b) => a.until! - b.until!)
  if (then.length > 0) return [then[0]!]
  const changing = former.filter((d) => year === d.until! && now.some((n) => level(n) !== level(d)))
  return now.length > 0 ? [...now, ...changing] : former.slice(-1)
}

function level({ code }: Division): number {
  return code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3
}

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

/** Keeps those that the other texts, the document number's prefix or the page's site speak for; all, if none does. */
function decide(
  candidates: readonly Division[],
  others: readonly Division[],
  { documentNumber: number, site }: RegionInput,
): Division[] {
  let left = [...candidates]
  if (left.length > 1) {
    const near = left.filter((d) => others.some((o) => o.path === d.path || isWithin(d, o) || isWithin(o, d)))
    if (near.length > 0) left = near
  }
  if (left.length > 1 && number) {
    const province = provinceAbbreviations[tight(number)[0] ?? '']
    const same = left.filter((d) => province && d.code.slice(0, 2) === province.slice(0, 2))
    if (same.length > 0) left = same
  }
  if (left.length > 1 && site) {
    const on = divisions().filter((d) => d.code === site)
    const here = left.filter((d) => on.some((s) => s.path === d.path || isWithin(d, s) || isWithin(s, d)))
    if (here.length > 0) left = here
  }
  return left
}
