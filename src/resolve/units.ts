/**
 * From a list of units as printed to the units (contract, rule 6): where it is split, what the list
 * leaves out of a name, which are sets.
 */
import { placeNouns, placeOrgans, wholeWords } from '../data/unit-words.ts'
import { outside } from '../text/brackets.ts'
import { partsList } from '../text/list-marks.ts'
import type { Passage } from '../text/passage.ts'
import { endsLikeUnit, isGroup, looksLikeUnit } from '../text/units.ts'
import { readName } from './bodies/name.ts'
import { central } from './bodies/sorts.ts'
import { namesPlace } from './region.ts'

export interface ListedUnit {
  readonly passage: Passage
  readonly name: string
  readonly kind: 'unit' | 'group'
}

export interface UnitList {
  readonly units: readonly ListedUnit[]
  /** It ends in 等: more are meant than are named. */
  readonly open: boolean
}

/** The units of a list, in order. */
export function readUnits(list: Passage): UnitList {
  let open = false
  const parts: Passage[] = []
  for (const part of sharedNouns(list, split(list))) {
    const dropped = dropEtc(part)
    if (dropped.open) open = true
    for (const p of dropped.parts)
      for (const q of splitSets(p)) if (!q.isEmpty && !namesNobody.test(q.folded.trim())) parts.push(q)
  }
  return { units: named(parts), open }
}

/** (责任单位按职责分工负责): each of those that are responsible; who they are is said elsewhere, if at all. */
const namesNobody = /^责任单位$/

interface Range {
  readonly start: number
  readonly end: number
}

const meets = '会'.charCodeAt(0)
const unites = '联'.charCodeAt(0)

/** Splits at 、 ， ； 会同 and line breaks, outside brackets. */
function split(list: Passage): Range[] {
  const { folded } = list
  const marked = /[、,;]/.test(folded)
  const free = outside(folded)
  const breaks = new Set(list.breaks())
  const ranges: Range[] = []
  let start = 0
  const push = (end: number) => {
    if (folded.slice(start, end).trim() !== '') ranges.push({ start, end })
  }
  for (let i = 0; i < folded.length; i++) {
    if (!free[i]) continue
    const code = folded.charCodeAt(i)
    if (partsList(code)) {
      push(i)
      start = i + 1
    } else if (
      ((code === 0x20 && folded.charCodeAt(i - 1) !== 0x20) ||
        (breaks.has(i) && (!marked || anew.test(folded.slice(i, i + 3))))) &&
      parts(folded, start, i)
    ) {
      push(i)
      start = i
    } else if (
      i > start + 1 &&
      (code === meets || code === unites) &&
      /^(?:会同|会商|联合)(?!会|国|社)/.test(folded.slice(i, i + 3)) &&
      endsLikeUnit(folded.slice(Math.max(start, i - 60), i))
    ) {
      push(i)
      start = i + 2
      i++
    }
  }
  push(folded.length)
  return ranges
}

/** 各, 市, 国家 …: what opens the name of another unit. */
const anew = /^(?:各|有关|相关|省|市|县|区|州|国家|中国|驻)/

/**
 * Whether a line break or a space at `at` parts two units. Where the list has marks of its own a line
 * break is only the cell's, unless a name opens behind it. A narrow cell breaks names anywhere, so
 * what stands on both sides must look like a unit, and the break must not fall into a word.
 */
function parts(folded: string, start: number, at: number): boolean {
  const before = folded.slice(start, at).trimEnd()
  if (!looksLikeUnit(before)) return false
  const rest = folded.slice(at).trimStart()
  const stop = rest.search(/[、,;。 ]/)
  const after = stop < 0 ? rest : rest.slice(0, stop)
  if (after.length < 2) return false
  if (/^\(/.test(after) || !looksLikeUnit(after)) return false
  // 县住房城乡⏎建设局 is one known name, whatever its halves look like.
  if (!anew.test(after) && isKnown(before + after)) return false
  const near = before.slice(-4) + after.slice(0, 4)
  const seam = Math.min(4, before.length)
  for (const word of wholeWords) {
    for (let k = near.indexOf(word); k >= 0; k = near.indexOf(word, k + 1)) {
      if (k < seam && k + word.length > seam) return false
    }
  }
  return true
}

/** Whether the gazetteer knows the body behind place, level and side. 县财政局⏎办公室 may be a bureau and an office. */
function isKnown(name: string): boolean {
  const { core } = readName(name)
  return core !== null && core.type !== 'internal-office' && core.type !== 'institution'
}

const placeOnly = new RegExp(`^(?:各|全[省市县区州])?(?:${placeNouns}){1,3}(?:\\((?:[^()]*)\\))?(?:级)?$`)
const placeName = new RegExp(`^[\\u4e00-\\u9fff]{1,8}(?:${placeNouns})$`)
/** 市直各委、办、局: sorts of organs that 各 is said of once. */
const eachOrgan = /各(?:部|委|办|局|厅|处|科|股|室){1,3}$/
const organOnly = /^(?:部|委|办|局|厅|院|处|科|股|室|社|行)$/
/** 市、县教育局: levels that share the noun of the last. */
const levelOnly = /^(?:省|市|州|县|区|旗|乡|镇|村)级?$/
const ofPlaces = new RegExp(`(?:${placeOrgans})(?:\\([^()]*\\))?$`)
const startsAnew = /^(?:各|有关|相关|其他|省直|市直|县直|区直|州直|中直|国务院|驻)/

/**
 * A part without its noun stays with the part that has it: 各省、自治区、直辖市人民政府 is one, so are
 * 北京市、天津市、河北省人民政府; 国务院各部委、各直属机构 are two.
 */
function sharedNouns(list: Passage, ranges: readonly Range[]): Passage[] {
  const { folded } = list
  const text = (r: Range) => folded.slice(r.start, r.end).trim()
  const joined: Passage[] = []
  // The end of the run of places and its text; from where on all of it are levels, or have such an organ.
  let j = -1
  let last = ''
  let levelsFrom = 0
  let organsFrom = 0
  for (let i = 0; i < ranges.length; i++) {
    if (eachOrgan.test(text(ranges[i]!))) {
      let end = i
      while (end < ranges.length - 1 && organOnly.test(text(ranges[end + 1]!))) end++
      if (end > i) {
        joined.push(list.slice(ranges[i]!.start, ranges[end]!.end))
        i = end
        continue
      }
    }
    if (i > j) {
      // A run of places that ends in a body of places; what begins anew (各…) ends the run.
      j = i
      while (j < ranges.length - 1 && bare(text(ranges[j]!)) && !startsAnew.test(text(ranges[j + 1]!))) j++
      last = text(ranges[j]!)
      levelsFrom = j
      while (levelsFrom > i && levelOnly.test(text(ranges[levelsFrom - 1]!))) levelsFrom--
      organsFrom = j
      while (organsFrom > i && hasOrgan(text(ranges[organsFrom - 1]!), last)) organsFrom--
    }
    const levels = levelsFrom <= i
    const shares = organsFrom <= i && ofPlaces.test(last)
    if (j > i && (levels || shares || (placeOnly.test(text(ranges[i]!)) && placeOnly.test(last)))) {
      joined.push(list.slice(ranges[i]!.start, ranges[j]!.end))
      i = j
    } else joined.push(list.slice(ranges[i]!.start, ranges[i]!.end))
  }
  return joined
}

/**
 * Whether a place has an organ such as the last of its list has: zones have a 管委会 and streets a 办事处,
 * towns and what is above them a government. 各乡镇、开发区管委会 are two, 各镇、街道办事处 are two.
 */
function hasOrgan(place: string, last: string): boolean {
  const name = place.replace(/\([^()]*\)$/, '')
  const zone = /(?:园区|开发区|功能区|高新区|经开区|新区|试验区|示范区|集中区|保税区)$/.test(name)
  const street = /(?:街道|社区)$/.test(name)
  if (/(?:管委会|管理委员会)(?:\([^()]*\))?$/.test(last)) return /(?<!自治)区$/.test(name)
  if (/办事处(?:\([^()]*\))?$/.test(last)) return street
  return !zone || !/(?:人民政府|政府)(?:\([^()]*\))?$/.test(last)
}

/** A place without a body: 各省, 自治区, 北京市, 沈阳. */
function bare(text: string): boolean {
  if (placeOnly.test(text)) return true
  if (ofPlaces.test(text)) return false
  return placeName.test(text) || (/^[\u4e00-\u9fff]{2,4}$/.test(text) && !endsLikeUnit(text))
}

const bareEtc =
  /等(?:\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:省级|市级|县级|区级|市直|县直)?(?:部门|单位|部门和单位|单位和部门|部门、单位|地区|地|处室|科室|股室)?$/
const groupEtc =
  /等(?=(?:(?:[省市州盟县区旗镇乡](?:级|直属|直)?|中直|国务院))?(?:各|有关|相关|其他|其它)[\u4e00-\u9fff])/

/** Bare 等, 等部门 and 等单位 are dropped and leave the list open; 等有关部门 leaves the set 有关部门. */
function dropEtc(part: Passage): { parts: Passage[]; open: boolean } {
  const { folded } = part
  if (!folded.includes('等')) return { parts: [part], open: false }
  const parts: Passage[] = []
  let open = false
  let at = 0
  const group = groupEtc.exec(folded)
  if (group && group.index > 0) {
    return { parts: [part.slice(0, group.index), part.slice(group.index + 1)], open }
  }
  for (const { index, 0: inner } of folded.matchAll(
    /等(?:部门|单位)?(?:和|及|与|以及)(?!(?:部门|单位)$)(?=[\u4e00-\u9fff])/g,
  )) {
    if (index <= at + 1) continue
    parts.push(part.slice(at, index))
    at = index + inner.length
    open = true
  }
  const rest = folded.slice(at)
  const etc = bareEtc.exec(rest)
  const ends =
    etc && !/^(?:高等|平等|中等|初等|优等|同等)$/.test(rest.slice(Math.max(0, etc.index - 1), etc.index + 1))
  parts.push(ends ? part.slice(at, at + etc.index) : part.slice(at))
  return { parts, open: open || Boolean(ends) }
}

/** 和, 及, 与 split before 各/有关/相关, never inside a name (粮食和储备局). */
function splitSets(part: Passage): Passage[] {
  const { folded } = part
  if (!/[和及与]/.test(folded)) return [part]
  const parts: Passage[] = []
  let free: Uint8Array | null = null
  let at = 0
  for (const { index, 0: joint } of folded.matchAll(
    /(?:以及|和|及|与)(?=(?:各|有关|相关|其他|其它)[\u4e00-\u9fff])/g,
  )) {
    free ??= outside(folded)
    if (!free[index] || index <= at + 1) continue
    parts.push(part.slice(at, index))
    at = index + joint.length
  }
  parts.push(at === 0 ? part : part.slice(at))
  return parts
}

/** 市 in 市场监管局, 市政工程处 or 市容局 is no prefix of level; in 市政府办公室 it is. */
const prefix =
  /^(?:省(?!际)|州(?!际)|市(?!场|容|民(?!政|族|宗|兵|航|生|营|建|革|盟|进)|政(?!府|协|法|务|数)|监局|辖|郊|域)|区(?!域|块|间|划)|县(?!域))/
/** Bodies of the state take no prefix from a list of a place. */
const national = /^(?:国家|中央|全国|中国|国务院|国网|人民银行|人行|中共|新华)/
/** 海关总署, 证监会: only the centre has a body of this name. */
function isCentral(name: string): boolean {
  const { core, rest } = readName(name)
  if (!core) return central.test(rest)
  return core.entries.every((e) => e.levels?.length === 1 && e.levels[0] === 'national')
}
/** 宏村镇, 庄周街道: a place below the county has a name of its own; 团县委 says its level inside. */
const ownName =
  /^(?!乡|镇|街)[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡|苏木|社区|村)(?:办事处|人民政府|政府|党委|党工委)?$|^团[省州市区县]委$/
/** 淇滨区、山城区政府: several places that one noun is said of have names of their own. */
const sharesNoun = (folded: string) => /、/.test(folded.replace(/\([^()]*\)/g, ''))
/** 各乡镇人民政府、街道办事处: 各 reaches on over organs that have no name of their own. */
const organOfEach = /^(?:街道|乡镇|镇街|镇|乡|园区)?(?:办事处|人民政府|政府|党委|党工委|管委会)$/

/** 各省、自治区、直辖市及计划单列市、新疆生产建设兵团… runs to a hundred characters; what is far longer names no set. */
const longestSet = 200

/** Restores what a list leaves out: 市发展改革委、自然资源和规划局 → 市自然资源和规划局. */
function named(parts: readonly Passage[]): ListedUnit[] {
  let carried = ''
  let each = false
  return parts.map((passage): ListedUnit => {
    const { folded } = passage
    each = /^各/.test(folded) || (each && organOfEach.test(folded))
    const kind = folded.length <= longestSet && (each || isGroup(folded)) ? 'group' : 'unit'
    const own = prefix.exec(folded)
    if (own) {
      if (kind === 'unit') carried = passage.text.slice(0, 1)
      return { passage, name: passage.text, kind }
    }
    const takes =
      kind === 'unit' &&
      carried !== '' &&
      !national.test(folded) &&
      !isCentral(folded) &&
      endsLikeUnit(folded) &&
      !startsAnew.test(folded) &&
      !ownName.test(folded) &&
      !sharesNoun(folded) &&
      !namesPlace(folded)
    return { passage, name: takes ? carried + passage.text : passage.text, kind }
  })
}
