/** What an entry of the gazetteer of government functions is, and how names are spelt out from stems. */
import type { Unit } from '../../generated/notice.ts'

export type Level = NonNullable<Unit['level']>
export type BodyType = NonNullable<Unit['type']>

/** A name that bodies of a function carry, without the place, the level and 党委/政府 before it. */
export interface BodyName {
  readonly name: string
  /** The levels at which a body is so called, where it is not all. */
  readonly levels?: readonly Level[]
  /** First and last year in which the name was given to bodies; texts use a name on after it has ended. */
  readonly from?: number
  readonly until?: number
  readonly side?: 'party' | 'government'
  /** What stands before the organ noun: 发展改革 in 发展改革局. Compound names join stems (教育体育局). */
  readonly stem?: string
  /** What sort of body bears the name, where it is not the function's own. */
  readonly type?: BodyType
}

/** A reform: the names that ended, and those that came after. */
export interface Change {
  readonly year: number
  readonly from: readonly string[]
  readonly to: readonly string[]
}

export interface GovernmentFunction {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** What sort of body has the function, where its name does not say otherwise. */
  readonly type: BodyType
  readonly names: readonly BodyName[]
  readonly history: readonly Change[]
}

/** An entry as the data files have it: its names are spelt out when they are first asked for. */
export interface FunctionRow extends Omit<GovernmentFunction, 'names'> {
  readonly names: () => BodyName[]
}

type Facts = Omit<BodyName, 'name' | 'stem'>

/**
 * Organ nouns that only one level has: a ministry (部) and what is a 总局 or 署 are of the State Council
 * (国务院行政机构设置和编制管理条例 第六条), a 厅 is of a province, 所 and 站 stand in towns.
 */
const organLevels: Readonly<Record<string, readonly Level[]>> = {
  部: ['national'],
  总局: ['national'],
  署: ['national'],
  总署: ['national'],
  厅: ['province'],
  所: ['township'],
  站: ['township'],
}
/** Those that are no department but an institution of one. */
const institution = /^(?:[\u4e00-\u9fff]*中心|馆|院|站)$/

/** What a department of a local government may be called, behind its stem. */
export const local = '局 委员会 委 厅 办公室 办 分局'
export const ministry = `部 ${local}`

/** Spells out a pattern: `发展(和)改革|发改` is 发展和改革, 发展改革 and 发改. */
export function spell(pattern: string): string[] {
  const out: string[] = []
  for (const one of pattern.split('|')) {
    let spelt = ['']
    for (const piece of one.split(/(\([^()]*\))/)) {
      if (piece === '') continue
      if (piece[0] !== '(') spelt = spelt.map((s) => s + piece)
      else spelt = [...spelt.map((s) => s + piece.slice(1, -1)), ...spelt]
    }
    out.push(...spelt)
  }
  return out
}

/** Every stem of the pattern with every organ noun. */
export function series(pattern: string, organs: string, facts: Facts = {}): BodyName[] {
  const stems = spell(pattern)
  const names: BodyName[] = []
  for (const organ of organs.split(' ')) {
    const own: Facts = {
      ...(institution.test(organ) ? { type: 'institution' } : {}),
      ...facts,
      // The party has a 部 at every level (宣传部).
      ...(organLevels[organ] && facts.side !== 'party' ? { levels: organLevels[organ] } : {}),
    }
    const bare = Object.keys(own).length === 0
    for (const stem of stems) {
      const name = stem + organ
      names.push(bare ? { name, stem } : { name, stem, ...own })
    }
  }
  return names
}

/** Names that are no stem with an organ noun (体委, 海关), and those that join no other (政务公开办). */
export function named(patterns: string, facts: Facts = {}): BodyName[] {
  return patterns
    .split(/\s+/)
    .flatMap((pattern) => spell(pattern).map((name) => ({ name, ...sortByNoun(name), ...facts })))
}

/** A library, a clinic and a society are none of the departments whose function they serve. */
function sortByNoun(name: string): Facts {
  if (
    /(?:馆|保健院|卫生院|考试院|研究院|仲裁院|光荣院|中心|学校|大学|中心校|体校|(?<!检查|边检|警务)站)$/.test(
      name,
    )
  )
    return { type: 'institution' }
  if (/(?:慈善总会|体育总会|协会|计生协|消协)$/.test(name)) return { type: 'organization' }
  return {}
}

/** 2018 国土资源局+规划局 → 自然资源局. */
export function change(year: number, from: string, to: string): Change {
  return { year, from: from.split('+'), to: to.split('+') }
}
