/** Names of bodies at one place of a folded text: by the gazetteer, as a set, as a place, or by their form. */
import {
  appositions,
  noBodies,
  noneBegins,
  notTowns,
  setMembers,
  setNouns,
  setWords,
} from '../../data/duty-words.ts'
import { surelyNoTown } from '../../data/place-words.ts'
import { endsLikeBody } from '../../text/units.ts'
import { readAt } from '../deadlines/scan.ts'
import { type Ends, endsAt, starts } from './ends.ts'
import { isHead, isNamed, isOffice, level, officeLasts, orgLasts, place, side } from './known.ts'
import { gazetteer, isPlace, isPlaceStem } from './names.ts'

const others: ReadonlySet<string> = new Set(noBodies)

const apposition = new RegExp(`(?!${noneBegins})(?:${appositions})(?=[\\u4e00-\\u9fff])`, 'y')
const set = new RegExp(
  `^((?:${level}|${place}|${side}|直|驻[\\u4e00-\\u9fff]{1,2}){0,3})(?:${setWords})(?:(?!的)[\\u4e00-\\u9fff]|\\([^()]{1,12}\\)){0,12}(?:${setNouns})$|^(?:国务院|[省市县区州](?:委|政府|人民政府)?)(?:部门|各部委)$`,
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
const surely = /^[^对由向将在为把被从]{2,14}(?:部门|单位|政府|地区|县区|区县|乡镇|镇街)$/
const bracket = /\([^()]{1,14}\)/y
/** (以下统称专区监管部门) says how the text goes on to call them, and is no part of the name. */
const definition = /\((?:以下|下同|下称|简称)/y

/** Whether what stands behind a name's end may follow one: a mark of the list, or a word of duty. */
export type Follows = (end: number) => boolean

/** What may follow, and behind what acts (由…) any verb besides. */
export interface Behind {
  /** The characters with which what may follow begins. */
  readonly first: Uint8Array
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

function lasts(alternatives: string): Uint8Array {
  return starts(alternatives.split('|').map((noun) => noun.replace(/\([^()]*\)/g, '').at(-1)!))
}

const open = '('.charCodeAt(0)

/** Where names of any sort that begin at a place may end. */
export function bodyEnds(text: string, at: number, { first, acts }: Behind): Ends {
  return endsAt(text, at, anyLasts(), acts ? null : first)
}

let any: Uint8Array | null = null

function anyLasts(): Uint8Array {
  if (any) return any
  any = gazetteer().lasts.slice()
  for (const lasts of [orgLasts, officeLasts, setLasts, formEnds, placeEnds]) {
    for (let c = lasts.indexOf(1); c >= 0; c = lasts.indexOf(1, c + 1)) any[c] = 1
  }
  return any
}

/** The name that begins at a place; null where none does. */
export function bodyAt(text: string, ends: Ends, behind: Behind): Body | null {
  const { at } = ends
  if (ends.ends.length === 0) return null
  if (placesStart[text.charCodeAt(at)] === 1) {
    const places = readAt(placesOf, text, at)
    if (places && behind.follows(at + places[0].length)) return bodyTo(at, at + places[0].length, true)
  }
  const known = knownAt(text, ends, behind)
  if (known) return known
  if (!holdsQuality(text, at, ends.stop)) return null
  const quality = readAt(apposition, text, at)
  return quality ? knownAt(text, bodyEnds(text, at + quality[0].length, behind), behind) : null
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

function knownAt(text: string, { at, stop, ends }: Ends, { follows, acts }: Behind): Body | null {
  const { lasts: nameLasts } = gazetteer()
  let sets = false
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i]!
    const last = text.charCodeAt(end - 1)
    if (setLasts[last] === 1) sets = true
    if (nameLasts[last] !== 1 && orgLasts[last] !== 1 && officeLasts[last] !== 1) continue
    // What stands behind is looked at first: few places pass.
    const body = followed(text, at, end, follows)
    if (body && (isNamed(text, at, end) || isOffice(text, at, end, follows))) return body
    if (!body && acts?.(end) && isNamed(text, at, end)) return bodyTo(at, end, true)
  }
  if (!sets || !setWord.test(text.slice(at, stop)) || !readAt(setStart, text, at)) return null
  for (const end of ends) {
    const body = setLasts[text.charCodeAt(end - 1)] === 1 ? followed(text, at, end, follows) : null
    if (body && isSet(text, at, end)) return body
  }
  const acting = acts ? ends.findLast((end) => acts(end) && isSet(text, at, end)) : undefined
  return acting !== undefined && surely.test(text.slice(at, acting)) ? bodyTo(at, acting, true) : null
}

function isSet(text: string, at: number, end: number): boolean {
  if (!setEnd.test(text.slice(Math.max(at, end - 5), end))) return false
  const match = set.exec(text.slice(at, end))
  return match !== null && isHead(match[1] ?? '')
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
export function formAt(text: string, { at, ends }: Ends, follows: Follows): Body | null {
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i]!
    if (end < at + 3 || formEnds[text.charCodeAt(end - 1)] !== 1) continue
    const body = followed(text, at, end, follows)
    if (!body) continue
    const name = text.slice(at, end)
    if (!form.test(name) || others.has(name.slice(-2)) || others.has(name.slice(-3))) continue
    if (endsLikeBody(name)) return { ...body, known: false }
  }
  return null
}
const form = new RegExp(
  `^(?!.*(?:${setWords.split('|').slice(0, 6).join('|')}))(?!${noneBegins}|.*[厅局委办部]商[省市县区州])(?:自由|[^的和由向须需为被同并让等,、;。:《》“”0-9A-Za-z ]){2,22}(?:局|委员会|委|厅|办公室|办|部|中心|公司|集团|(?:科研院|研究|事务|管理|监测|检测|检验)所|(?:领导|推进|协调|工作)小组|专班|指挥部|工作组|支队|大队|总队|室|处|科|股|协会|分行|支行|银行|海关)$`,
)
/** The characters in which it ends. */
const formEnds = starts('局会委厅室办部心司团所组班队处科股行关')

/**
 * A place acts for its government (德令哈市要…), and so does a town by its form, or a zone that a place or a level
 * stands before (合肥高新区, 县经开区).
 */
export function placeAt(text: string, { at, ends }: Ends, follows: Follows): Body | null {
  for (let i = ends.length - 1; i >= 0; i--) {
    const end = ends[i]!
    if (end < at + 3 || placeEnds[text.charCodeAt(end - 1)] !== 1 || !follows(end)) continue
    if (isPlace(text, at, end) || isZone(text, at, end) || isTown(text.slice(at, end))) {
      return bodyTo(at, end, false)
    }
  }
  return null
}
const placeEnds = starts('省市县区州盟旗镇乡道府处委')

/**
 * 庐城镇, 三河镇人民政府, 逍遥津街道办事处: no list has the names below the county, so they are known by their form. Errs
 * towards leaving out: a name of more than four characters before its noun, or one that a word of quality begins, is none.
 */
function isTown(name: string): boolean {
  const noun = town.exec(name)
  if (!noun) return false
  const area = noun[1]! + noun[2]!
  return !noTown.test(area) && !noTownStem.test(noun[1]!)
}
const town = /^([\u4e00-\u9fff]{1,4}?)(镇|乡|街道)(?:人民政府|政府|党委|党工委|办事处)?$/
const noTown = new RegExp(
  `^城镇$|(?:${surelyNoTown}|[各本我该全]镇|[各本我该全]乡|乡镇|镇街|[各本我该全沿]街道)$`,
)
const noTownStem = new RegExp(`^(?:${level}|${notTowns})|[的和与及]|(?:${notTowns})$`)
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
