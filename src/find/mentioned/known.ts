/** Whether what stands between two places of a folded text is the name of a body that the gazetteer explains. */
import { anyPlace, genericBodies, noneBegins, unlistedPlaces } from '../../data/duty-words.ts'
import { functionsOfInitials } from '../../data/functions/initials.ts'
import { readAt } from '../deadlines/scan.ts'
import type { Follows } from './bodies.ts'
import { starts } from './ends.ts'
import { gazetteer, namesBefore, placeEndsFrom } from './names.ts'

const generic: ReadonlySet<string> = new Set(genericBodies)
/** What no name of a place has in it. */
const noPlace = '[^局委部厅办的和与由对向将要应须需在为把被同及以并使让等,、;。:()《》“”0-9A-Za-z ]'
export const place = `${noPlace}{1,7}?(?:省|自治区|市|自治州|州|盟|地区|县|区|旗|镇|乡|街道)`
export const level =
  '(?:国家|中央|全国|国务院|中国|省|自治区|市|州|盟|县|区|旗|镇|乡|街道|本|我|各|有关|相关)'
export const side = '(?:委|党委|政府|人民政府|府|人大|政协)'
const before = new RegExp(
  `^(?:(?:${level}|${place}){0,3}${side}?(?:级|直|直属|驻[\\u4e00-\\u9fff]{1,2})?|${place})$`,
)
/** Of these no name goes on: 试点单位, 市级试点; the sort of body is said, and which one behind it. */
const otherFirst = /^(?:单位|[省市县区]级[^直])|试点(?!地区|城市|省|市|县)|单位/
const ofAnywhere = /^(?:[各省市县区州地方国家以上级]|国务院|有关|相关|当地|属地|军队)+$/
const allBodies = /(?:行政|主管|行政主管|监管|管理|行业主管|业务主管)*(?:部门|机关|机构)$/
/** An office behind the name of a department, or the section of it that has the duty (县住建局房管中心). */
const office =
  /^(?![在对向与和同以由将把被为按经到从的])[\u4e00-\u9fff]{1,8}(?:科|股|处|室|支队|大队|中队|总队|中心|所|(?<!网)站|馆|队|司|办公室|办|机关党委|专班)$/
export const officeLasts = starts('科股处室队心所站馆司办委班')
const departments = new Set('局委厅部署院办'.split(''))

export const orgLasts = starts('门关构')
/** Whether what stands between is a name of the gazetteer behind a place, a level and a side, or all of a function. */
export function isNamed(text: string, at: number, end: number): boolean {
  for (const start of namesBefore(text, at, end)) {
    if (start === at ? !generic.has(text.slice(at, end)) : isPrefix(text.slice(at, start))) return true
  }
  if (orgLasts[text.charCodeAt(end - 1)] === 1) return isOrganization(text, at, end)
  return isOfInitials(text, at, end)
}

const isPrefix = (prefix: string) => before.test(prefix) && !otherFirst.test(prefix) && isHead(prefix)

const unplaced = new RegExp(
  `${level}|${side}|全|级|直属|直|所属|驻[\\u4e00-\\u9fff]{1,2}|${anyPlace}|(?:经开|高新|经济技术开发|经济开发)区`,
  'y',
)
const unlisted = new RegExp(`^(?!${noneBegins})${noPlace}{1,7}(?:${unlistedPlaces})$`)
const unlistedLasts = starts('区镇乡道')

/**
 * Whether what stands before a body is all of levels, sides and places that there are (市委, 安徽省马鞍山市, 县直): what
 * else stands before 县 is a verb or a place in no list, and the name does not begin with it (要求县财政局, 依托县…中心).
 */
export function isHead(head: string): boolean {
  const reached = new Uint8Array(head.length + 1)
  reached[0] = 1
  for (let at = 0; at < head.length; at++) {
    if (reached[at] !== 1) continue
    for (const end of headEnds(head, at)) reached[end] = 1
  }
  return reached[head.length] === 1
}

function headEnds(head: string, at: number): number[] {
  const ends = placeEndsFrom(head, at)
  const word = readAt(unplaced, head, at)
  if (word) ends.push(at + word[0].length)
  for (let end = at + 2; end <= head.length; end++) {
    if (unlistedLasts[head.charCodeAt(end - 1)] === 1 && unlisted.test(head.slice(at, end))) ends.push(end)
  }
  return ends
}

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
export function isOffice(text: string, at: number, end: number, follows: Follows): boolean {
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
