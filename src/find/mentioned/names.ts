/**
 * The names of the gazetteer and of places by what they end in, so that a text is asked for a name only where one
 * can end: made when the first text is read.
 */
import { divisions } from '../../data/divisions.ts'
import { functions } from '../../data/functions/index.ts'
import { nationalities, nounNames, shortNames } from '../../data/place-words.ts'

/** Names, and by their last two characters the lengths that they have: bit n for n characters, 31 at most. */
interface ByEnd {
  readonly all: ReadonlySet<string>
  readonly lengths: ReadonlyMap<number, number>
}

export interface Gazetteer extends ByEnd {
  /** What stands before the noun of an organ: 教育, 市场监管. */
  readonly stems: ReadonlySet<string>
  readonly longestStem: number
  /** By code, 1 for a character in which a name ends. */
  readonly lasts: Uint8Array
}

let made: Gazetteer | null = null

export function gazetteer(): Gazetteer {
  if (made) return made
  const all = new Set<string>()
  const stems = new Set<string>()
  for (const f of functions) {
    for (const { name, stem } of f.names) {
      all.add(name)
      if (stem !== undefined && stem.length > 1) stems.add(stem)
    }
  }
  const lasts = new Uint8Array(0x10000)
  for (const name of all) lasts[name.charCodeAt(name.length - 1)] = 1
  let longestStem = 0
  for (const { length } of stems) if (length > longestStem) longestStem = length
  made = { all, lengths: lengthsOf(all), stems, longestStem, lasts }
  return made
}

let places: ByEnd | null = null

const autonomous = new RegExp(`^(.{2,}?)(?:${nationalities})+自治([州县旗])$`)

/** Full names of divisions and the short forms in use: 含山县, 阿左旗, 海西州; none that is a noun as well (资源县). */
function divisionNames(): ByEnd {
  if (places) return places
  const all = new Set(Object.keys(shortNames))
  for (const { name } of divisions()) {
    if (name.length < 3 || nounNames.has(name)) continue
    all.add(name)
    const short = autonomous.exec(name)
    if (short) all.add(short[1]! + short[2]!)
  }
  places = { all, lengths: lengthsOf(all) }
  return places
}

const key = (text: string, end: number) => text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1)

function lengthsOf(names: ReadonlySet<string>): Map<number, number> {
  const lengths = new Map<number, number>()
  for (const name of names) {
    const k = key(name, name.length)
    lengths.set(k, (lengths.get(k) ?? 0) | (1 << name.length))
  }
  return lengths
}

/** Where the names begin that end at `end`, none before `from`; the longest first. */
export function namesBefore(text: string, from: number, end: number): number[] {
  return startsOf(gazetteer(), text, from, end)
}

function startsOf({ all, lengths }: ByEnd, text: string, from: number, end: number): number[] {
  const starts: number[] = []
  for (let left = lengths.get(key(text, end)) ?? 0; left !== 0; ) {
    const n = 31 - Math.clz32(left)
    left &= ~(1 << n)
    if (end - n >= from && all.has(text.slice(end - n, end))) starts.push(end - n)
  }
  return starts
}

const suffix = /(?:自治区|自治州|自治县|自治旗|地区|林区|特区|省|市|县|区|州|盟|旗)$/
let stems: ReadonlySet<string> | null = null

/** 合肥 in 合肥高新区: a place without its noun, which alone names none. */
export function isPlaceStem(name: string): boolean {
  stems ??= new Set([...divisionNames().all].map((full) => full.replace(suffix, '')))
  return name.length > 1 && stems.has(name)
}

/** Whether what stands between is the full name of a place, or of one within another (海西州德令哈市). */
export function isPlace(text: string, from: number, end: number): boolean {
  for (let to = end, n = 0; n < 3 && to - from >= 2; n++) {
    const start = startsOf(divisionNames(), text, from, to).at(0)
    if (start === undefined) return false
    if (start === from) return true
    to = start
  }
  return false
}

let everyName: ReadonlySet<string> | null = null
let longestName = 0

/** Where the names of places end that begin there, with those that are nouns as well (资源县 of 资源县教育局). */
export function placeEndsFrom(text: string, from: number): number[] {
  if (!everyName) {
    everyName = new Set([...divisionNames().all, ...divisions().map((d) => d.name)])
    for (const { length } of everyName) if (length > longestName) longestName = length
  }
  const found: number[] = []
  const last = Math.min(text.length, from + longestName)
  for (let end = from + 2; end <= last; end++) if (everyName.has(text.slice(from, end))) found.push(end)
  return found
}
