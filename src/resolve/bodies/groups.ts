/** Sets of bodies: what they are made of, never expanded (各县(市、区)人民政府 is counties). */
import type { BodyType, Level } from '../../data/functions/function.ts'
import type { Unit } from '../../generated/notice.ts'

export type Scope = NonNullable<Unit['scope']>[number]

/** What a set belongs to, which is no part of it: 市直各单位, 市政府各部门, 省有关单位, 驻保有关单位. */
const owner =
  /(?:省|市|州|盟|县|区|旗|中|国)(?:级)?(?:直属|直|属|本级)|驻[\u4e00-\u9fff]{1,3}(?=各|有关|相关|单位|部门|企业)|(?:省|市|州|盟|县|区|旗)(?:级)?(?=(?:各|有关|相关|其他|责任|牵头|成员|配合)?(?:部门|单位|企业|委办局|[部委办局厅](?:、|$)|机关|处室|科室))|(?:国务院|中央|国家|(?:(?:省|市|州|县|区|镇|乡)?(?:委|(?:人民)?政府)(?:和|、)?){1,2})(?=各|有关|相关|其他|直属|所属|组成|部门|工作部门|派出)/g

const parts: readonly (readonly [RegExp, Scope])[] = [
  [/乡镇|[镇乡](?!村)|街道|镇街|街镇|办事处|苏木/, 'townships'],
  [/(?<!农|乡)村(?!振兴)|社区|居委会/, 'villages'],
  [/园区|开发区|管委会|管理委员会|功能区|高新区|经开区|新区|集中区|试验区|示范区|园(?=管)/, 'parks'],
  [
    /科室|股室|处室|处\(室\)|科\(室\)|股\(室\)|内设机构|各科|各股|各处|各室|业务[科股处]|各(?:办公室|专委会|专门委员会)$/,
    'internal-offices',
  ],
  [/企业|公司|企事业|集团|银行|金融机构/, 'enterprises'],
  [/事业单位|(?:二级|下属|所属)机构|企事业|学校|高校|院校|医院|医疗机构|幼儿园|科研院所/, 'institutions'],
  [/(?:第三方|中介|社会|评估|检测|服务)机构|团体|群团|协会|商会|社会组织|民主党派|行业组织/, 'organizations'],
  [
    /部门|委办局|(?:[部委办局厅]、)+[部委办局厅]$|部委|委局|直属机构|办事机构|派出机构|派驻机构|组成机构|(?:工作|行政|管理|监管|主管)机构|机关|办局/,
    'departments',
  ],
]

export interface Set {
  readonly scope: readonly Scope[]
  /** 各县(市、区), without the noun of a body: the governments of the places are meant. */
  readonly places: boolean
}

/** 县级以上地方人民政府: of the level and of those above it. */
const fromLevel: Readonly<Record<string, readonly Scope[]>> = {
  省: ['provinces'],
  市: ['provinces', 'cities'],
  县: ['provinces', 'cities', 'counties'],
}

/** 省厅各处室, 局机关各科室: the offices of the body before them. */
const ofOffices =
  /^[^、,()]{1,40}?(?=(?:各|有关|相关)(?:[处科股]室|[处科股]\(室\)|内设机构|业务[处科股]室?|[处科股室]$|办公室$|专委会$|专门委员会$))/

export function setOf(folded: string): Set {
  const name = folded.replace(/\s/g, '').replace(ofOffices, '')
  const owned = owner.test(name)
  owner.lastIndex = 0
  const text = name
    .replace(owner, '')
    .replace(/[省市县]级以上/g, '')
    .replace(/^(?:省|市|州|盟|县|区)级?(?=.*(?:部门|机关|系统)$)/, '')
    .replace(/城乡|乡村|农村|城镇/g, '')
  // What the members of a group are is not said by the group's own name.
  if (/(?:成员|牵头)(?:单位|部门)$/.test(text)) return { scope: ['members'], places: false }
  const scope: Scope[] = placeScopes(text)
  for (const [pattern, part] of parts) if (pattern.test(text) && !scope.includes(part)) scope.push(part)
  const order: Scope[] = ['provinces', 'cities', 'counties', 'townships', 'villages', 'parks', 'departments']
  const places = scope.length > 0 && scope.every((s) => order.indexOf(s) >= 0 && s !== 'departments')
  // 市直有关单位 are departments; 各有关单位, of which nothing is said, are all.
  if (/单位/.test(text) && !/(?:成员|牵头|事业|企事业)单位/.test(text)) {
    if (owned && !scope.includes('departments')) scope.push('departments')
    else if (!owned && scope.length === 0) scope.push('all')
  }
  const lowest = scope.length === 0 ? /^([省市县])级以上/.exec(name)?.[1] : undefined
  if (lowest) scope.push(...fromLevel[lowest]!)
  if (scope.length === 0 && /机构$/.test(text)) scope.push(owned ? 'departments' : 'institutions')
  if (scope.length === 0 && /各地|全体|所有/.test(text)) scope.push('all')
  return { scope, places }
}

/** Places of a set; in 各县(市、区) and 各县市区 市 is a county-level city, in 各市(州), 各市县 and 各市、县 a city. */
function placeScopes(text: string): Scope[] {
  const scope: Scope[] = []
  const nouns = text
    .replace(/园区|开发区|功能区|高新区|经开区|新区|社区|集中区|试验区|示范区|城区|地区/g, '')
    .replace(/市场|城市管理|市政(?!府)|行政区/g, '')
    // 各数据专区, 各林区, 各小区 are no districts.
    .replace(/[专片灾林矿景牧山校院小厂库营赛街辖]区/g, '')
  if (/(?:^|各|有关|相关|、|全国|试点)(?:省(?!级?(?:直|有))|自治区|直辖市|计划单列市)/.test(nouns))
    scope.push('provinces')
  const left = nouns.replace(/自治区|直辖市|计划单列市|省/g, '')
  const open = left.replace(/\([^()]*\)/g, '')
  const county = /[县区旗]/.test(open)
  const joined =
    /(?:县|区|旗)市|市区|市\(?区|市县区|[县区旗](?:级市)?[、/]市/.test(open) && !/市、|市\(/.test(open)
  if (
    /(?:^|各|有关|相关|、|及|和|设区|地级|试点)[市州盟]|自治州|设区的?市|市州|州市|地级市|试点城市/.test(
      left,
    ) &&
    !joined
  )
    scope.push('cities')
  if (
    county ||
    /直管市|林区/.test(left) ||
    /各区/.test(text.replace(/园区|开发区|地区/g, '')) ||
    /县级/.test(left)
  )
    scope.push('counties')
  return scope
}

const levels: Partial<Record<Scope, Level>> = {
  provinces: 'province',
  cities: 'city',
  counties: 'county',
  townships: 'township',
  villages: 'village',
}

/** The level of a set whose members stand at one; null otherwise. */
export function levelOfSet(scope: readonly Scope[]): Level | null {
  return scope.length === 1 ? (levels[scope[0]!] ?? null) : null
}

const types: Partial<Record<Scope, BodyType>> = {
  provinces: 'government',
  cities: 'government',
  counties: 'government',
  townships: 'township',
  villages: 'village',
  parks: 'park',
  departments: 'department',
  'internal-offices': 'internal-office',
  enterprises: 'enterprise',
  institutions: 'institution',
  organizations: 'organization',
}

/** The sort of a set's members, where all are of one. */
export function typeOfSet(scope: readonly Scope[]): BodyType | null {
  return scope.length === 1 ? (types[scope[0]!] ?? null) : null
}

/** 各区、各有关…: what makes a set of the name behind it. */
const quantifier =
  /^(?:全国|全省|全市|全县|全区)?(?:[省市县]级以上)?(?:地方|当地)?(?:其他|其它|所有|全体)?(?:各级|各地区?(?![、州市])|各有关|各相关|各|有关|相关)?(?:地方)?(?:业务|行业)?/
/** The places whose bodies are meant, in front of the noun: 县(市、区) in 各县(市、区)教育局. */
const setPlaces =
  /^(?:(?:省份?|自治区|直辖市|计划单列市|设区的?市|(?:省)?直管[市县]|市(?!场|政(?!府)|容|民(?!政))|自治州|州|盟|地区|地(?=[、州市])|自治县|自治旗|神农架林区|林区|县|区|旗|乡镇|镇街|街镇|镇|乡|街道|园区|开发区|功能区|高新区|经开区|经济园区|新区|工业园区|村|社区)(?:级)?(?:\([^()]{1,12}\))?[、,/和及]?)+/

/**
 * The names that the bodies of a set may have, without what makes it a set: as it is (市场监管部门), and without
 * the places (人民政府 of 各县(市、区)人民政府). Empty where only places are named.
 */
export function bodiesOfSet(folded: string): string[] {
  const text = folded.replace(/\s/g, '').replace(quantifier, '')
  const names = text.replace(setPlaces, '').replace(/^\([^()]*\)/, '')
  return names === '' ? [] : [text, names].map((name) => name.replace(/\(.*$/, ''))
}
