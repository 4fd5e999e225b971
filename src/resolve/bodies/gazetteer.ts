/** The names of the gazetteer by their text, made when the first unit is resolved. */
import type { BodyName, BodyType } from '../../data/functions/function.ts'
import { functions } from '../../data/functions/index.ts'

/** One function that a name may mean, with what the gazetteer knows of the name. */
export interface Entry {
  readonly code: string
  readonly type: BodyType
  readonly levels: BodyName['levels'] | undefined
  readonly from: number | undefined
  readonly until: number | undefined
  readonly side: BodyName['side'] | undefined
}

interface Gazetteer {
  readonly names: ReadonlyMap<string, readonly Entry[]>
  readonly stems: ReadonlyMap<string, readonly Entry[]>
  /** Lengths of the stems that begin with a character, the longest first. */
  readonly stemLengths: ReadonlyMap<string, readonly number[]>
  /** Likewise of the names. */
  readonly nameLengths: ReadonlyMap<string, readonly number[]>
}

let made: Gazetteer | null = null

function gazetteer(): Gazetteer {
  made ??= make()
  return made
}

function make(): Gazetteer {
  const names = new Map<string, readonly Entry[]>()
  const stems = new Map<string, readonly Entry[]>()
  for (const { code, type: own, names: list } of functions) {
    // Most names of a function say no more than that: they share one list. Levels and years are of the whole
    // name (农业部), not of what its stem is joined to.
    const none = { levels: undefined, from: undefined, until: undefined, side: undefined }
    const plain: readonly Entry[] = [{ code, type: own, ...none }]
    for (const { name, stem, levels, from, until, side, type } of list) {
      const says = levels || from || until || side || type
      put(names, name, says ? [{ code, type: type ?? own, levels, from, until, side }] : plain)
      // A stem of one character (编 in 编办) joins no other.
      if (stem !== undefined && stem.length > 1) put(stems, stem, plain)
    }
  }
  return { names, stems, nameLengths: lengthsOf(names), stemLengths: lengthsOf(stems) }
}

function put(map: Map<string, readonly Entry[]>, key: string, entries: readonly Entry[]): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, entries)
  else if (!known.includes(entries[0]!)) map.set(key, [...known, ...entries])
}

function lengthsOf(map: ReadonlyMap<string, unknown>): Map<string, number[]> {
  const lengths = new Map<string, number[]>()
  for (const key of map.keys()) {
    const list = lengths.get(key[0]!)
    if (!list) lengths.set(key[0]!, [key.length])
    else if (!list.includes(key.length)) list.push(key.length)
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a)
  return lengths
}

/** What a name without place, level and side may mean; empty where the gazetteer has no such name. */
export function entriesNamed(name: string): readonly Entry[] {
  return gazetteer().names.get(name) ?? []
}

/** What a stem may mean: 发展改革, 教育. */
export function entriesOfStem(stem: string): readonly Entry[] {
  return gazetteer().stems.get(stem) ?? []
}

/** The function itself, of no particular name. */
export function entriesOfCode(code: string): readonly Entry[] {
  return functions
    .filter((f) => f.code === code)
    .map(({ type }) => ({
      code,
      type,
      levels: undefined,
      from: undefined,
      until: undefined,
      side: undefined,
    }))
}

/** The stems that the text has at `at`, the longest first. */
export function stemsFrom(text: string, at: number): string[] {
  return openings(text, at, gazetteer().stemLengths, gazetteer().stems)
}

/** The names that the text has at `at`, the longest first. */
export function namesFrom(text: string, at: number): string[] {
  return openings(text, at, gazetteer().nameLengths, gazetteer().names)
}

function openings(
  text: string,
  at: number,
  lengths: ReadonlyMap<string, readonly number[]>,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const found: string[] = []
  for (const n of lengths.get(text[at] ?? '') ?? []) {
    if (at + n > text.length) continue
    const opening = text.slice(at, at + n)
    if (known.has(opening)) found.push(opening)
  }
  return found
}
