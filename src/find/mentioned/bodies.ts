/** Names of bodies at one place of a folded text: by the gazetteer, as a set, as a place, or by their form. */
import {
  appositions,
  genericBodies,
  noBodies,
  openingVerbs,
  setMembers,
  setNouns,
  setWords,
} from '../../data/duty-words.ts'
import { functionsOfInitials } from '../../data/functions/initials.ts'
import { endsLikeBody } from '../../text/units.ts'
import { readAt } from '../deadlines/scan.ts'
import { gazetteer, isPlace, isPlaceStem, namesBefore } from './names.ts'

const generic: ReadonlySet<string> = new Set(genericBodies)
const others: ReadonlySet<string> = new Set(noBodies)

/** What no name of a place has in it. */
const noPlace = '[^局委部厅办的和与由对向将要应须需在为把被同及以并使让等,、;。:()《》“”0-9A-Za-z ]'
const place = `${noPlace}{1,7}?(?:省|自治区|市|自治州|州|盟|地区|县|区|旗|镇|乡|街道)`
const level = '(?:国家|中央|全国|国务院|中国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道|本|我|各|有关|相关)'
const side = '(?:委|党委|政府|人民政府|府|人大|政协)'
const before = new RegExp(
  `^(?:(?:${level}|${place}){0,3}${side}?(?:级|直|直属|驻[\\u4e00-\\u9fff]{1,2})?|${place})$`,
)
/** 申请市财政局 is no place of that name. */
const verbFirst =
  /^(?:申请|提请|报请|邀请|聘请|根据|按照|依照|依据|按|据|经|报|送|赴|到|至|给|配合|协助|支持|鼓励|引导|督促|指导|组织|推动|单位|[省市县区]级[^直])|试点(?!地区|城市|省|市|县)|单位/
const ofAnywhere = /^(?:[各省市县区州地方国家以上级]|国务院|有关|相关|当地|属地|军队)+$/
const apposition = new RegExp(`(?:${appositions})(?=[\\u4e00-\\u9fff])`, 'y')
const set = new RegExp(
  `^(?:${level}|${place}|${side}|直|驻[\\u4e00-\\u9fff]{1,2}){0,3}(?:${setWords})(?:(?!的)[\\u4e00-\\u9fff]|\\([^()]{1,12}\\)){0,12}(?:${setNouns})$|^(?:国务院|[省市县区州](?:委|政府|人民政府)?)(?:部门|各部委)$`,
)
/** 各省、自治区、直辖市人民政府, 市、县(区)政府: places that share an organ; with 各 or 有关 they act without one. */
const kind = '(?:省|自治区|直辖市|计划单列市|自治州|市|州|盟|县|区|旗|乡|镇|街道|园区|开发区|高新区|经开区)'
const kinds = `${kind}(?:\\([^()]{1,8}\\))?(?:[、和及](?:各)?(?:${kind}(?:\\([^()]{1,8}\\))?|新疆生产建设兵团|军区)){1,6}`
const placesOf = new RegExp(
  `(?:各有关|各)?${kinds}(?:人民政府|政府|党委|管委会|管理委员会|办事处)|(?:各有关|有关|各)${kinds}`,
  'y',
)
const placesStart = starts('各有省自直计市州盟县区旗乡镇街园开高经')
/** How a set begins. */
const setStart = new RegExp(
  `(?:${level}|${place}|${side}|直|驻[\\u4e00-\\u9fff]{1,2}){0,3}(?:${setWords})|国务院|[省市县区州](?:委|政府|人民政府)?(?:部门|各部委)`,
  'y',
)
/** Without one of these, which is quickly seen, no set begins here. */
const setWord = new RegExp(`${setWords}|国务院|部门|部委`)
const setEnd = new RegExp(`(?:${setNouns})$`)
const setLasts = lasts(setNouns)
/** Of the sets behind 由 only what is surely one: no verb stands within it. */
const acting = /^[^对由向将在为把被从]{2,14}(?:部门|单位|政府|地区|县区|区县|乡镇|镇街)$/
const allBodies = /(?:行政|主管|行政主管|监管|管理|行业主管|业务主管)*(?:部门|机关|机构)$/
const bracket = /\([^()]{1,14}\)/y
/** (以下统称专区监管部门) says how the text goes on to call them, and is no part of the name. */
const definition = /\((?:以下|下同|下称|简称)/y

/** An office behind the name of a department, or the section of it that has the duty (县住建局房管中心). */
const office =
  /^(?![在对向与和同以由将把被为按经到从的])[\u4e00-\u9fff]{1,8}(?:科|股|处|室|支队|大队|中队|总队|中心|所|(?<!网)站|馆|队|司|办公室|办|机关党委|专班)$/
const officeLasts = starts('科股处室队心所站馆司办委班')
const departments = new Set('局委厅部署院办'.split(''))

/** The longest name that is looked at. */
const reach = 34

/** Whether what stands behind a name's end may follow one: a mark of the list, or a word of duty. */
export type Follows = (end: number) => boolean

/** What may follow, and behind what acts (由…) any verb besides. */
export interface Behind {
  readonly follows: Follows
  readonly acts: Follows | null
}

export interface Body {
  readonly start: number
  /** Where the text goes on: behind a bracket that is no part of the name. */
  readonly end: number
  /** Where the name ends. */
  readonly kept: number
  /** Known by the gazetteer or as a set, not only by its form or as a place. */
  readonly known: boolean
}

/** By code, 1 for a character with which one of the words begins. */
export function starts(words: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const word of words) table[word.charCodeAt(0)] = 1
  return table
}

function lasts(alternatives: string): Uint8Array {
  return starts(alternatives.split('|').map((noun) => noun.replace(/\([^()]*\)/g, '').at(-1)!))
}

const orgLasts = starts('门关构')
const stops = starts('。;:,!?《》“”、')
const open = '('.charCodeAt(0)

/** The name that begins at a place; null where none does. */
export function bodyAt(text: string, at: number, behind: Behind): Body | null {
  const stop = stopOf(text, at)
  if (stop < at + 2) return null
  if (placesStart[text.charCodeAt(at)] === 1) {
    const places = readAt(placesOf, text, at)
    if (places && behind.follows(at + places[0].length)) return bodyTo(at, at + places[0].length, true)
  }
  const known = knownAt(text, at, stop, behind)
  if (known) return known
  if (!holdsQuality(text, at, stop)) return null
  const quality = readAt(apposition, text, at)
  if (!quality) return null
  const from = at + quality[0].length
  return knownAt(text, from, stopOf(text, from), behind)
}

function bodyTo(start: number, end: number, known: boolean): Body {
  return { start, end, kept: end, known }
}

/** Whether 单位 or 部门 stands near: without it no apposition does. */
function holdsQuality(text: string, at: number, stop: number): boolean {
  for (let i = at + 2; i < Math.min(stop, at + 11); i++) {
    const c = text[i]
    if ((c === '单' && text[i + 1] === '位') || (c === '部' && text[i + 1] === '门')) return true
  }
  return false
}

function knownAt(text: string, at: number, stop: number, { follows, acts }: Behind): Body | null {
  const { lasts: nameLasts } = gazetteer()
  let sets = false
  for (let end = stop; end > at + 1; end--) {
    const last = text.charCodeAt(end - 1)
    if (setLasts[last] === 1) sets = true
    if (nameLasts[last] !== 1 && orgLasts[last] !== 1 && officeLasts[last] !== 1) continue
    // What stands behind is looked at first: it is told from one character, and few places pass.
    const body = followed(text, at, end, follows)
    if (body && (isNamed(text, at, end) || isOffice(text, at, end, follows))) return body
    if (!body && acts?.(end) && isNamed(text, at, end)) return bodyTo(at, end, true)
  }
  if (!sets || !setWord.test(text.slice(at, stop)) || !readAt(setStart, text, at)) return null
  for (let end = at + 2; end <= stop; end++) {
    const body = setLasts[text.charCodeAt(end - 1)] === 1 ? followed(text, at, end, follows) : null
    if (body && isSet(text, at, end)) return body
  }
  if (!acts) return null
  for (let end = stop; end > at + 1; end--) {
    if (setLasts[text.charCodeAt(end - 1)] !== 1 || !acts(end)) continue
    if (isSet(text, at, end)) return acting.test(text.slice(at, end)) ? bodyTo(at, end, true) : null
  }
  return null
}

function isSet(text: string, at: number, end: number): boolean {
  return setEnd.test(text.slice(Math.max(at, end - 5), end)) && set.test(text.slice(at, end))
}

/** The name that ends there with its bracket, if what may follow a name stands behind it. */
function followed(text: string, at: number, end: number, follows: Follows): Body | null {
  if (text.charCodeAt(end) === open) {
    const inner = readAt(bracket, text, end)
    const to = inner ? end + inner[0].length : end
    if (inner && follows(to)) {
      return { start: at, end: to, kept: readAt(definition, text, end) ? end : to, known: true }
    }
  }
  return follows(end) ? bodyTo(at, end, true) : null
}

/** A name by its form alone: 综合管理部, 联合采购办公室. */
export function formAt(text: string, at: number, follows: Follows): Body | null {
  for (let end = stopOf(text, at); end > at + 2; end--) {
    if (formEnds[text.charCodeAt(end - 1)] !== 1) continue
    const body = followed(text, at, end, follows)
    if (!body) continue
    const name = text.slice(at, end)
    if (!form.test(name) || others.has(name.slice(-2)) || others.has(name.slice(-3))) continue
    if (endsLikeBody(name)) return { ...body, known: false }
  }
  return null
}
const form = new RegExp(
  `^(?!.*(?:${setWords.split('|').slice(0, 6).join('|')}))(?!${openingVerbs}|.*[厅局委办部]商[省市县区州])(?:自由|[^的和由向须需为被同并让等,、;。:《》“”0-9A-Za-z ]){2,22}(?:局|委员会|委|厅|办公室|办|部|中心|公司|集团|(?:科研院|研究|事务|管理|监测|检测|检验)所|(?:领导|推进|协调|工作)小组|专班|指挥部|工作组|支队|大队|总队|室|处|科|股|协会|分行|支行|银行|海关)$`,
)
/** The characters in which it ends. */
const formEnds = starts('局会委厅室办部心司团所组班队处科股行关')

/**
 * A place acts for its government (德令哈市要…), and so does a zone that a place or a level stands before
 * (合肥高新区, 县经开区).
 */
export function placeAt(text: string, at: number, follows: Follows): Body | null {
  for (let end = stopOf(text, at); end > at + 2; end--) {
    if (placeEnds[text.charCodeAt(end - 1)] !== 1 || !follows(end)) continue
    if (isPlace(text, at, end) || isZone(text, at, end)) return bodyTo(at, end, false)
  }
  return null
}
const placeEnds = starts('省市县区州盟旗')
const zone =
  /(?:国家级?)?(?:高新技术产业开发区|经济技术开发区|高新区|经开区|工业园区|产业园区|综合保税区|保税区)$/

function isZone(text: string, at: number, end: number): boolean {
  const noun = text[end - 1] === '区' ? zone.exec(text.slice(at, end)) : null
  if (!noun) return false
  const owner = text.slice(at, at + noun.index)
  return /^[省市县区州]$/.test(owner) || isPlaceStem(owner) || isPlace(text, at, at + noun.index)
}

/** 高校, 企业, 村: what a list goes on with that began with 各 (各高校、科研院所要…). */
export function memberAt(text: string, at: number, follows: Follows): Body | null {
  for (let end = Math.min(text.length, at + longestMember); end > at + 1; end--) {
    if (members.has(text.slice(at, end)) && follows(end)) return bodyTo(at, end, true)
  }
  return null
}
const members: ReadonlySet<string> = new Set(setMembers)
const longestMember = Math.max(...setMembers.map((m) => m.length))

/** Where the name ends at the latest: at a mark outside of its brackets (各县(市、区)人民政府). */
function stopOf(text: string, at: number): number {
  const stop = Math.min(text.length, at + reach)
  for (let i = at; i < stop; i++) {
    const c = text.charCodeAt(i)
    if (c === open) {
      const inner = readAt(bracket, text, i)
      if (!inner) return i
      i += inner[0].length - 1
    } else if (stops[c] === 1) return i
  }
  return stop
}

/** Whether what stands between is a name of the gazetteer behind a place, a level and a side, or all of a function. */
function isNamed(text: string, at: number, end: number): boolean {
  for (const start of namesBefore(text, at, end)) {
    if (start === at ? !generic.has(text.slice(at, end)) : isPrefix(text.slice(at, start))) return true
  }
  if (orgLasts[text.charCodeAt(end - 1)] === 1) return isOrganization(text, at, end)
  return isOfInitials(text, at, end)
}

const isPrefix = (prefix: string) => before.test(prefix) && !verbFirst.test(prefix)

/** 教育行政部门, 公安机关, 各级财政部门: all bodies of a function. */
function isOrganization(text: string, at: number, end: number): boolean {
  const name = text.slice(at, end)
  const noun = allBodies.exec(name)
  if (!noun) return false
  const { all, stems, longestStem } = gazetteer()
  // 监管 may be of the stem or of the noun (市场监管部门).
  for (const cut of [noun.index, name.length - 2]) {
    for (let from = Math.max(0, cut - longestStem); from < cut - 1; from++) {
      const stem = name.slice(from, cut)
      if (stem.endsWith('执法') || !(stems.has(stem) || all.has(`${stem}局`))) continue
      const prefix = name.slice(0, from)
      if (prefix === '' || ofAnywhere.test(prefix) || isPrefix(prefix)) return true
    }
  }
  // 公安机关交通管理部门: the police has departments of its own.
  const police = name.indexOf('机关')
  return police >= 2 && police < name.length - 4 && isOrganization(name, 0, police + 2)
}

/** 县农水局水利股, 县住建局房管中心: what stands behind the department is no duty of its own. */
function isOffice(text: string, at: number, end: number, follows: Follows): boolean {
  if (officeLasts[text.charCodeAt(end - 1)] !== 1) return false
  for (let cut = end - 2; cut > at + 1; cut--) {
    if (!departments.has(text[cut - 1]!) || follows(cut) || !office.test(text.slice(cut, end))) continue
    for (const start of namesBefore(text, at, cut)) {
      if (start > at && isPrefix(text.slice(at, start))) return true
    }
    if (isOfInitials(text, at, cut)) return true
  }
  return false
}

/** 县农水局: behind a level, a name of which each character stands for a function. */
function isOfInitials(text: string, at: number, end: number): boolean {
  const last = text[end - 1]
  if (last !== '局' && last !== '委') return false
  for (let from = Math.max(at + 1, end - 6); from < end - 2; from++) {
    if (!levelMark.test(text[from - 1]!) || functionsOfInitials(text.slice(from, end - 1)) === null) continue
    return isPrefix(text.slice(at, from))
  }
  return false
}
const levelMark = /[市县区州旗]/
