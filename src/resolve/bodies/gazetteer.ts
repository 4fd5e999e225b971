/** The names of the gazetteer by their text, made when the first unit is resolved. */
import type { BodyName, BodyType, GovernmentFunction } from '../../data/functions/function.ts'
import { functions } from '../../data/functions/index.ts'

/** One function that a name may mean, with what the gazetteer knows of the name. */
export interface Entry extends Omit<BodyName, 'name' | 'stem' | 'type'> {
  readonly code: string
  readonly type: BodyType
}

interface Gazetteer {
  readonly names: ReadonlyMap<string, readonly Entry[]>
  readonly stems: ReadonlyMap<string, readonly Entry[]>
  readonly longestName: number
  readonly longestStem: number
}

let made: Gazetteer | null = null

function gazetteer(): Gazetteer {
  made ??= make(functions)
  return made
}

function make(all: readonly GovernmentFunction[]): Gazetteer {
  const names = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  let longestName = 0
  let longestStem = 0
  for (const { code, type: own, names: list } of all) {
    for (const { name, stem, type = own, ...facts } of list) {
      const entry: Entry = { code, type, ...facts }
      put(names, name, entry)
      longestName = Math.max(longestName, name.length)
      // A stem of one character (编 in 编办) joins no other.
      if (stem === undefined || stem.length < 2 || stems.get(stem)?.some((e) => e.code === code)) continue
      put(stems, stem, { ...entry, type: own })
      longestStem = Math.max(longestStem, stem.length)
    }
  }
  return { names, stems, longestName, longestStem }
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}

/** What a name without place, level and side may mean; empty where the gazetteer has no such name. */
export function entriesNamed(name: string): readonly Entry[] {
  return gazetteer().names.get(name) ?? []
}

/** What a stem may mean: 发展改革, 教育. */
export function entriesOfStem(stem: string): readonly Entry[] {
  return gazetteer().stems.get(stem) ?? []
}

export function longestStem(): number {
  return gazetteer().longestStem
}

export function longestName(): number {
  return gazetteer().longestName
}
