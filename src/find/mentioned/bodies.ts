/** Names of bodies at one place of a folded text: by the gazetteer, as a set, or by their form. */
import {
  appositions,
  genericBodies,
  noBodies,
  openingVerbs,
  setNouns,
  setWords,
  strongDuty,
} from '../../data/duty-words.ts'
import { functions } from '../../data/functions/index.ts'
import { endsLikeBody } from '../../text/units.ts'
import { readAt } from '../deadlines/scan.ts'

interface Names {
  readonly names: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  /** The characters in which names end. */
  readonly lasts: ReadonlySet<string>
  readonly longest: number
}
let made: Names | null = null

/** Made when the first text is read. */
function gazetteer(): Names {
  if (made) return made
  const names = new Set<string>()
  const stems = new Set<string>()
  for (const f of functions) {
    for (const { name, stem } of f.names) {
      names.add(name)
      if (stem !== undefined && stem.length > 1) stems.add(stem)
    }
  }
  const lasts = new Set([...names].map((n) => n[n.length - 1]!))
  made = { names, stems, lasts, longest: Math.max(...[...names].map((n) => n.length)) }
  return made
}

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
const verbFirst = /^(?:申请|提请|报请|邀请|聘请|单位|试点|[省市县区]级[^直])|试点(?!地区|城市|省|市|县)|单位/
const apposition = new RegExp(`(?:${appositions})(?=[\\u4e00-\\u9fff])`, 'y')
const set = new RegExp(
  `^(?:${level}|${place}|${side}|直|驻[\\u4e00-\\u9fff]{1,2}){0,3}(?:${setWords})(?:(?!的)[\\u4e00-\\u9fff]|\\([^()]{1,12}\\)){0,12}(?:${setNouns})$|^(?:国务院|[省市县区州](?:委|政府|人民政府)?)(?:部门|各部委)$`,
)
/** 各省、自治区、直辖市人民政府, 市、县(区)政府: places that share an organ. */
const kind = '(?:省|自治区|直辖市|计划单列市|自治州|市|州|盟|县|区|旗|乡|镇|街道|园区|开发区|高新区|经开区)'
const placesOf = new RegExp(
  `(?:各有关|各)?${kind}(?:\\([^()]{1,8}\\))?(?:[、和及](?:各)?${kind}(?:\\([^()]{1,8}\\))?){1,6}(?:人民政府|政府|党委|管委会|管理委员会|办事处)`,
  'y',
)
/** How a set begins. */
const setStart = new RegExp(
  `(?:${level}|${place}|${side}|直|驻[\\u4e00-\\u9fff]{1,2}){0,3}(?:${setWords})|国务院|[省市县区州](?:委|政府|人民政府)?(?:部门|各部委)`,
  'y',
)
/** Without one of these, which is quickly seen, no set begins here. */
const setWord = new RegExp(`${setWords}|国务院|部门|部委`)
const setEnd = new RegExp(`(?:${setNouns})$`)
const organization = /^(.{2,12}?)(?:行政|主管|行政主管|监管|管理|行业主管|业务主管)*(?:部门|机关|机构)$/
const bracket = /\([^()]{1,14}\)/y

/** The longest name that is looked at. */
const reach = 34

/** Whether what stands behind a name's end may follow one: a mark of the list, or a word of duty. */
export type Follows = (end: number) => boolean

export interface Body {
  readonly start: number
  readonly end: number
  /** Known by the gazetteer or as a set, not only by its form. */
  readonly known: boolean
}

/** The name that begins at a place; null where none does. */
export function bodyAt(text: string, at: number, follows: Follows): Body | null {
  const known = knownAt(text, at, follows)
  if (known) return known
  const places = readAt(placesOf, text, at)
  if (places && follows(at + places[0].length)) return { start: at, end: at + places[0].length, known: true }
  const quality = readAt(apposition, text, at)
  return quality ? knownAt(text, at + quality[0].length, follows) : null
}

function knownAt(text: string, at: number, follows: Follows): Body | null {
  const { lasts } = gazetteer()
  const stop = stopOf(text, at)
  for (let end = stop; end > at + 1; end--) {
    if (!lasts.has(text[end - 1]!) && !'门关构'.includes(text[end - 1]!)) continue
    // What stands behind is looked at first: it is told from one character, and few places pass.
    const to = bracketEnd(text, end)
    const behind = follows(to) ? to : to > end && follows(end) ? end : null
    if (behind !== null && isNamed(text.slice(at, end))) return { start: at, end: behind, known: true }
  }
  if (!setWord.test(text.slice(at, stop)) || !readAt(setStart, text, at)) return null
  for (let end = at + 2; end <= stop; end++) {
    if (!setEnd.test(text.slice(Math.max(at, end - 5), end))) continue
    if (follows(end) && set.test(text.slice(at, end))) return { start: at, end, known: true }
  }
  return null
}

/** A name by its form alone: 综合管理部, 联合采购办公室. */
export function formAt(text: string, at: number, follows: Follows): Body | null {
  for (let end = stopOf(text, at); end > at + 2; end--) {
    if (!formEnds.has(text[end - 1]!)) continue
    const behind = bracketEnd(text, end)
    if (!follows(behind) && !follows(end)) continue
    const name = text.slice(at, end)
    if (!form.test(name) || others.has(name.slice(-2)) || others.has(name.slice(-3))) continue
    if (endsLikeBody(name)) return { start: at, end: follows(behind) ? behind : end, known: false }
  }
  return null
}
const form = new RegExp(
  `^(?!.*(?:${setWords.split('|').slice(0, 6).join('|')}))(?!${openingVerbs}|.*[厅局委办部]商[省市县区州])(?:自由|[^的和由向须需为被同并让等,、;。:《》“”0-9A-Za-z ]){2,22}(?:局|委员会|委|厅|办公室|办|部|中心|公司|集团|(?:科研院|研究|事务|管理|监测|检测|检验)所|领导小组|专班|指挥部|工作组|支队|大队|总队|室|处|科|股|协会|分行|支行|银行|海关)$`,
)
/** The characters in which it ends. */
const formEnds: ReadonlySet<string> = new Set('局会委厅室办部心司团所组班队处科股行关')
export const strong = new RegExp(strongDuty, 'y')

/** Where the name ends at the latest: at a mark outside of its brackets (各县(市、区)人民政府). */
function stopOf(text: string, at: number): number {
  const stop = Math.min(text.length, at + reach)
  for (let i = at; i < stop; i++) {
    if (text[i] === '(') {
      const inner = readAt(bracket, text, i)
      if (!inner) return i
      i += inner[0].length - 1
    } else if ('。;:,!?《》“”、'.includes(text[i]!)) return i
  }
  return stop
}

function bracketEnd(text: string, end: number): number {
  return end + (readAt(bracket, text, end)?.[0].length ?? 0)
}

function isNamed(text: string): boolean {
  const { names, stems, longest } = gazetteer()
  for (let k = Math.max(0, text.length - longest); k < text.length - 1; k++) {
    const core = text.slice(k)
    if (names.has(core)) {
      const prefix = text.slice(0, k)
      if (prefix === '' ? !generic.has(core) : before.test(prefix) && !verbFirst.test(prefix)) return true
      continue
    }
    // 教育行政部门, 公安机关, 各级财政部门: all bodies of a function.
    if (!/[门关构]$/.test(core)) continue
    const all = organization.exec(core)
    if (all && !all[1]!.endsWith('执法') && (stems.has(all[1]!) || names.has(`${all[1]}局`))) {
      const prefix = text.slice(0, k)
      if (
        prefix === '' ||
        before.test(prefix) ||
        /^(?:[各省市县区州地方国家以上级]|国务院|有关|相关|当地|属地)+$/.test(prefix)
      )
        return true
    }
  }
  return false
}
