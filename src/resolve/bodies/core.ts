/**
 * The name of a body without what stands before it: one of the gazetteer, several functions joined in one
 * (教育体育局), a leading group (安全生产委员会办公室), all bodies of a function (教育部门), a branch
 * (人行合肥中心支行), or an office of a body (公安局交警支队). Nothing may be left over.
 */

import type { Division } from '../../data/divisions.ts'
import type { BodyType } from '../../data/functions/function.ts'
import { functionsOfInitials, initials } from '../../data/functions/initials.ts'
import { findPlaces } from '../places.ts'
import { type Entry, entriesNamed, entriesOfCode, entriesOfStem, namesFrom, stemsFrom } from './gazetteer.ts'
import { stemsAt } from './stems.ts'

export interface Core {
  readonly entries: readonly Entry[]
  /** Sort of body, where the form of the name tells it. */
  readonly type: BodyType | null
  /** The place inside a branch's name. */
  readonly places: readonly Division[] | null
  /** All bodies of the function. */
  readonly set: boolean
  /** Only local bodies are named so. */
  readonly local?: boolean
}

const plain = (entries: readonly Entry[], type: BodyType | null = null): Core => ({
  entries,
  type,
  places: null,
  set: false,
})

/** Longer than any name of a body. */
const longest = 60

export function coreOf(text: string): Core | null {
  if (text.length > longest) return null
  const named = entriesNamed(text)
  if (named.length > 0) return plain(named)
  return compound(text) ?? letters(text) ?? leadingGroup(text) ?? allOf(text) ?? part(text)
}

const joinedOrgans =
  /^(?:综合执法|综合服务|监督管理|监管|管理|事务|工作|服务|发展)?(?:局|委员会|委|厅|办公室|办|中心|分局)$/

/**
 * Local governments join departments under names that join their stems (文化广电旅游体育局, 农业农村水利局). The
 * function named first counts. 经济发展局 is of no stems: it is not told.
 */
function compound(text: string): Core | null {
  const stems = stemsOf(text, 0, joinedOrgans, new Set())
  if (!stems || stems.length < 2 || !joinable(stems)) return null
  return plain(entriesOfStem(stems[0]!))
}

/** Organs that the law keeps apart: no department has them beside another function (教育公安局 is none). */
const apart = new Set([
  'public-security',
  'state-security',
  'military',
  'court',
  'procuratorate',
  'discipline',
])
/** What public finance is joined with in zones: 财政金融局, 财政国资局, 财政审计局. */
const withFinance = new Set(['finance', 'state-assets', 'local-finance', 'audit', 'tax', 'statistics'])
/** 文化广电新闻出版旅游体育局 has four functions; none is known that has more. */
const mostJoined = 4

/** Whether departments of these functions are joined in practice. */
function joinable(stems: readonly string[]): boolean {
  const codes = stems.map((stem) => entriesOfStem(stem).map((e) => e.code))
  if (new Set(codes.map((c) => c[0])).size > mostJoined) return false
  const sole = new Set(codes.filter((c) => c.length === 1).map((c) => c[0]!))
  if (sole.size < 2) return true
  if ([...sole].some((code) => apart.has(code))) return false
  return !sole.has('finance') || [...sole].every((code) => withFinance.has(code))
}

const shortOrgan = /^([\u4e00-\u9fff]{2,5})(?:局|委|厅)$/

/**
 * 县农水局, 科工信局: a local body whose name is of initials, each for a function; the first counts. 工商, 水文 and
 * 经信 are names of their own and never come here.
 */
function letters(text: string): Core | null {
  const name = shortOrgan.exec(text)?.[1]
  const first = name === undefined ? undefined : functionsOfInitials(name)?.[0]
  if (first === undefined) return null
  return { ...plain(entriesOfCode(first)), local: true }
}

/** The stems that the text is of, from `at` on, up to an end that fits; the longest stems first. */
function stemsOf(text: string, at: number, organs: RegExp, dead: Set<number>): string[] | null {
  if (dead.has(at)) return null
  if (at > 0 && organs.test(text.slice(at))) return []
  const from = at > 0 && /[和与、]/.test(text[at] ?? '') ? at + 1 : at
  for (const stem of stemsFrom(text, from)) {
    const rest = stemsOf(text, from + stem.length, organs, dead)
    if (rest) return [stem, ...rest]
  }
  dead.add(at)
  return null
}

const groupNoun =
  /(?:工作)?(?:领导小组|协调小组|推进小组|专项小组|联席会议|工作小组|工作组|指挥部|专班|委员会|委)(?:办公室|办)?$|(?:攻坚|推进)办(?:公室)?$/
const groupOrgan =
  /^(?:工作|管理|建设|发展|改革|协调|推进|治理)*(?:领导小组|协调小组|推进小组|专项小组|联席会议|工作小组|工作组|指挥部|专班|委员会|委)(?:办公室|办)$|^(?:工作|管理|建设|发展|改革|协调|推进|治理)*(?:领导小组|协调小组|推进小组|专项小组|联席会议|工作小组|工作组|指挥部|专班)$/

/** 招商引资工作领导小组办公室: a leading group that names one function, and no other, has it. */
function leadingGroup(text: string): Core | null {
  if (!groupNoun.test(text)) return null
  const stems = stemsOf(text, 0, groupOrgan, new Set())
  if (stems?.length !== 1) return null
  return plain(entriesOfStem(stems[0]!), 'task-force')
}

const allBodies =
  /(?:行政)?(?:业务)?(?:(?:主管|管理|执法|监管|监督管理)?(?:部门|系统|机关)|(?:管理|经办|监管|监督管理)机构)$/
/** 政务部门 are all departments; 行政执法机关, 金融管理部门 and 司法机关 (courts, police …) those of several functions. */
const ofMany = /^(?:司法|政务|行政|行政执法|综合执法|执法|金融|金融管理|改革|建设|能源资源)$/

/** 教育行政部门, 公安机关, 市场监管部门; but 价格和商务部门 are those of two functions. */
function allOf(name: string): Core | null {
  // 公安机关交通管理部门: 机关 is the noun of the police, not what it is joined with.
  const text = name.replace(/^公安机关(?=.)/, '公安')
  const noun = allBodies.exec(text)
  if (!noun) return null
  // 监督管理 and the like may be of the stem or of the noun (市场监管部门): each cut is tried.
  for (const cut of [text.replace(/(?:部门|系统|机关|机构)$/, ''), text.slice(0, noun.index)]) {
    if (ofMany.test(cut)) return null
    const whole = stemsOf(cut, 0, /^$/, new Set())
    if (whole && whole.length > 0 && (whole.length === 1 || (whole.join('') === cut && joinable(whole)))) {
      return { ...plain(entriesOfStem(whole[0]!)), set: true }
    }
    // 外交部门: the ministry's own name with a 门 behind it.
    const named = entriesNamed(cut)
    const body = named.length > 0 || !noun[0].startsWith('部门') ? named : entriesNamed(`${cut}部`)
    if (body.length > 0 && !body.some((e) => noBranches.has(e.code))) return { ...plain(body), set: true }
  }
  return null
}

const branchNoun =
  /^(?:省|市|州|县|区|旗)?(?:税务局|国家税务局|地方税务局|监督管理局|监管局|监管分局|监管支局|监管组|监管办公室|监管办|监察局|监察分局|专员办事处|专员办|特派员办事处|特派办|督察局|中心支行|中心支局|营业管理部|管理部|支行|分行|分局|支局|分中心|办事处|海关|总队|支队|大队|管理局|局)$/
const withinMinistry = /^[\u4e00-\u9fff]{1,12}[局司]$/
const surveyNoun = /^(?:省|市|州|县|区)?调查(?:总)?队$/
const officeNoun =
  /^[\u4e00-\u9fff0-9]{0,14}(?:科|股|处|室|司|庭|支队|大队|中队|总队|执法队|分局|所|站|中心|办公室|办|机关党委|纪检组|窗口|馆|院|秘书组)$/
/** Governments and committees have departments, not offices: what stands behind them is another body. */
const noBranches = new Set(['peoples-government', 'party-committee'])
const organEnd = /(?:局|委|委员会|厅|部|署|办|办公室|办公厅|中心|行|会|院|社|队|联|协|校|关|台|馆|政协|人大)$/

/** A branch or an office of a body: the longest known name that opens the text, and a part of it. */
function part(text: string): Core | null {
  for (const opening of openings(text)) {
    const named = entriesNamed(opening)
    const made = named.length > 0 ? null : (compound(opening) ?? letters(opening))
    const entries = made?.entries ?? named
    if (entries.length === 0) continue
    const rest = text.slice(opening.length)
    const survey = branchOf(rest, surveyNoun)
    if (survey && opening.endsWith('统计局')) {
      return { ...plain(entriesNamed('调查队'), 'vertical'), places: survey.places }
    }
    if (entries.some((e) => noBranches.has(e.code))) continue
    const branch = branchOf(rest, branchNoun)
    if (branch) return { ...plain(entries), places: branch.places }
    if (entries.some((e) => e.code === 'military')) continue
    // 教育部教材局, 财政部预算司: the departments within a ministry are 局 and 司.
    if (/[部署]$/.test(opening) && withinMinistry.test(rest)) return plain(entries, 'internal-office')
    if (organEnd.test(opening) && officeNoun.test(rest)) {
      const type = /(?:中心|馆|院|站)$/.test(rest) ? 'institution' : 'internal-office'
      return { ...plain(entries, type), ...(made?.local ? { local: true } : {}) }
    }
  }
  return null
}

/** What may be the body: names of the gazetteer, and joined stems up to an organ noun; the longest first. */
function openings(text: string): string[] {
  const found = namesFrom(text, 0).filter((name) => name.length < text.length)
  if (stemsFrom(text, 0).length > 0 || initials[text[0] ?? ''] !== undefined) {
    for (const { index } of text.matchAll(/[局委厅]/g)) {
      const opening = text.slice(0, index + 1)
      if (opening.length < text.length && !found.includes(opening)) found.push(opening)
    }
  }
  return found.sort((a, b) => b.length - a.length)
}

/** The place of a branch: 安徽 in 安徽监管局; a branch noun of more than 局 needs none. */
function branchOf(rest: string, noun: RegExp): { places: readonly Division[] | null } | null {
  const at = rest.startsWith('驻') ? 1 : 0
  let end = at
  let places: readonly Division[] | null = null
  for (const place of findPlaces(rest.slice(at))) {
    if (place.start + at !== end) break
    end = place.end + at
    places = place.divisions
  }
  if (places && noun.test(rest.slice(end))) return { places }
  for (const stem of stemsAt(rest, at)) if (noun.test(rest.slice(stem.end))) return { places: stem.divisions }
  const region = /^(?:东北|华北|华东|华中|华南|中南|西南|西北)(?:地区)?/.exec(rest)
  if (region && noun.test(rest.slice(region[0].length))) return { places: [] }
  return rest !== '局' &&
    rest !== '管理局' &&
    /^(?:监管|专员|特派|督察|中心支|支|分|办事处)/.test(rest) &&
    noun.test(rest)
    ? { places: null }
    : null
}

const companyBranch =
  /^(?:省|市|州|盟|县|区|旗)?(?:(?:有限|股份|责任|电力|供电|通信|中心)*(?:公司)?)?(?:分公司|支公司|分行|支行|营业部|供电公司|供电局|分院|分社)$/

/** The place of a company's branch: 舒城 in 中国电信舒城分公司, the last where there are several. */
export function branchOfCompany(name: string): { places: readonly Division[] | null } | null {
  if (name.length > longest || !/(?:分公司|支公司|分行|支行|营业部|供电公司|供电局|分院|分社)$/.test(name))
    return null
  for (const place of findPlaces(name).reverse()) {
    if (companyBranch.test(name.slice(place.end))) return { places: place.divisions }
  }
  for (let at = 0; at < name.length; at++) {
    for (const stem of stemsAt(name, at))
      if (companyBranch.test(name.slice(stem.end))) return { places: stem.divisions }
  }
  return { places: null }
}

/** The stems in a name that is not known, the longest first, none within another: 教育, 财政 of 教育财政布局. */
export function functionWords(name: string): string[] {
  const words: string[] = []
  if (name.length > longest) return words
  for (let at = 0; at < name.length; ) {
    const stem = stemsFrom(name, at)[0]
    if (stem) words.push(stem)
    at += stem?.length ?? 1
  }
  return words
}
