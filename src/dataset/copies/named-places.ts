/** Places that a text names, each with all the divisions that bear the name: there are four 鼓楼区. */
import { type Division, divisions } from '../../data/divisions.ts'
import { nationalBodies } from '../../data/national-bodies.ts'
import { findPlaces, findZones, isWithin, namesStem, type Place } from '../../resolve/places.ts'

export interface NamedPlace {
  /** Codes of those that it may be. */
  readonly codes: readonly string[]
  /** One division bears the name, or it passed on from one to another: only then does the name tell where. */
  readonly isOne: boolean
}

/** 530502 within 530500 and 530000. */
export function within(place: string, outer: string): boolean {
  const stem = outer.endsWith('0000') ? 2 : outer.endsWith('00') ? 4 : 6
  return place.slice(0, stem) === outer.slice(0, stem)
}

/** Of two names, one may be of the place of the other, or of a place in it. */
export function meet(a: NamedPlace, b: NamedPlace): boolean {
  return a.codes.some((one) => b.codes.some((other) => within(one, other) || within(other, one)))
}

/** By full names, else by the zones named; 江苏省南京市鼓楼区 is one. */
export function placesIn(text: string): NamedPlace[] {
  const named = findPlaces(text)
  return chained(named.length > 0 ? named : findZones(text)).map(placeOf)
}

/** Also by a stem, as branches of national bodies have it: 合肥海关, 安徽证监局, 国家统计局合肥调查队. */
export function placesOfBody(name: string): NamedPlace[] {
  const found = placesIn(name)
  const isBranch = found.length === 0 && (namesStem(name) || nationalBodies.test(name))
  return isBranch ? byStem(name).map(placeOf) : found
}

/** Places that a file's name or its folders are called after: 要点_和县, 2杭州, 南京市/鼓楼区. */
export function placesOfName(name: string): NamedPlace[] {
  const all = name
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const found = chained(findPlaces(part))
      // A stem is a place where it is all that the name says: 杭州, and not 平安建设.
      const stems = found.length > 0 ? found : byStem(part).filter(({ end }) => end === part.length)
      return stems.map(placeOf)
    })
  const places = all.map((place) => narrowed(place, all))
  return places.filter((place) => !places.some((o) => o !== place && isAround(place, o)))
}

/** What the places named beside it leave of one: 鼓楼区 beside 南京市. All, where none of them is near. */
export function narrowed(place: NamedPlace, beside: readonly NamedPlace[]): NamedPlace {
  if (place.isOne) return place
  const certain = beside.filter(({ isOne }) => isOne)
  const codes = place.codes.filter((code) => certain.some((one) => meet(one, { codes: [code], isOne: true })))
  return codes.length === 0 ? place : { codes, isOne: codes.length === 1 }
}

function isAround(outer: NamedPlace, inner: NamedPlace): boolean {
  const isInner = (code: string) => outer.codes.some((o) => o !== code && within(code, o))
  return inner.codes.length > 0 && inner.codes.every(isInner)
}

/** What follows a place that it lies in is one with it. */
function chained(places: readonly Place[]): Place[] {
  const chains: Place[] = []
  for (const place of places) {
    const last = chains.at(-1)
    const isIn = last?.end === place.start && place.divisions.every((d) => isInOneOf(d, last.divisions))
    if (isIn) chains[chains.length - 1] = { ...place, start: last.start }
    else chains.push(place)
  }
  return chains
}

function isInOneOf(division: Division, outer: readonly Division[]): boolean {
  return outer.some((o) => isWithin(division, o))
}

/** A stem is read as one before a zone's name: 合肥 in 合肥海关. */
function byStem(name: string): Place[] {
  return findZones(`${name}开发区`)
}

function placeOf({ divisions }: Place): NamedPlace {
  const codes = [...new Set(divisions.map(({ code }) => code))].sort()
  return { codes, isOne: new Set(divisions.map(today)).size === 1 }
}

/** The code of what it is by now: 含山县 was in 巢湖市, and is in 马鞍山市. */
function today(division: Division): string {
  let now = division
  while (now.heir) now = now.heir
  return now.code
}

let byLetters: Map<string, Set<string>> | null = null

/** How many divisions have these letters in their name, without what each has at its end (省, 县). */
export function countNamed(letters: string): number {
  byLetters ??= lettersOfNames()
  return byLetters.get(letters)?.size ?? 0
}

/** Every letter, and every two that stand together. */
function lettersOfNames(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const division of divisions()) {
    const name = division.name.slice(0, -1)
    const code = today(division)
    for (let i = 0; i < name.length; i++) {
      for (const part of [name.slice(i, i + 1), name.slice(i, i + 2)]) {
        const codes = found.get(part)
        if (codes) codes.add(code)
        else found.set(part, new Set([code]))
      }
    }
  }
  return found
}
