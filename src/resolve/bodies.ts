/**
 * Which body a name means: its function, level, place and sort. The name is read by grammar: [国家 or place]
 * [level][side][body][office], and a function is given only where all of the name is explained and one
 * function remains; else it is null, and a message says between which it could not be told.
 */
import type { BodyType, Level } from '../data/functions/function.ts'
import { functions } from '../data/functions/index.ts'
import { shareHouse } from '../data/functions/signboards.ts'
import type { Notice, Unit } from '../generated/notice.ts'
import type { Report } from '../message.ts'
import { fold } from '../text/fold.ts'
import { endsLikeUnit, looksLikeUnit } from '../text/units.ts'
import { branchOfCompany, coreOf, functionWords } from './bodies/core.ts'
import { type Entry, entriesOfStem } from './bodies/gazetteer.ts'
import { bodiesOfSet, levelOfSet, type Scope, setOf, typeOfSet } from './bodies/groups.ts'
import type { Head } from './bodies/head.ts'
import { readName } from './bodies/name.ts'
import { central, isOffice, looksLikeDepartment, sortOf } from './bodies/sorts.ts'
import { ownOf, type Standing, standingOf } from './bodies/standing.ts'
import type { ListedUnit } from './units.ts'

/** What a notice says about where its units stand. */
export interface Setting {
  readonly region: Notice['region']
  readonly issuer: string | null
  readonly year: number | null
}

export function settingOf({ region, issuer, year }: Notice): Setting {
  return { region, issuer, year }
}

/** What a name means in a setting. */
export interface Body {
  readonly function: string | null
  /** Codes of the functions between which it cannot be told. */
  readonly candidates: readonly string[]
  readonly level: Level | null
  readonly jurisdiction: string | null
  readonly type: BodyType | null
  readonly scope: readonly Scope[] | null
  /** A name like that of a department that the gazetteer does not hold. */
  readonly unknown: boolean
}

/** The unit of a list as the result has it. */
export function unitOf(listed: ListedUnit, setting: Setting, report: Report): Unit {
  const { passage, name, kind } = listed
  const body = bodyOf(name, kind, setting)
  const at = passage.spans()[0] ?? null
  const candidates = body.candidates.map(titleOf).join('、')
  if (body.unknown)
    report.add('unit/unknown-body', { text: name.slice(0, 40), candidates: candidates || '—' }, at)
  else if (body.candidates.length > 1) {
    report.add('unit/function-ambiguous', { text: name.slice(0, 40), candidates }, at)
  }
  return {
    text: passage.text,
    name,
    kind,
    function: body.function,
    level: body.level,
    jurisdiction: body.jurisdiction,
    type: body.type,
    scope: body.scope ? [...body.scope] : null,
  }
}

/** 发展改革（development-reform）: the code is the same in every language. */
function titleOf(code: string): string {
  return `${functions.find((f) => f.code === code)?.zh ?? ''}（${code}）`
}

/** A notice names the same bodies again and again. */
const bodies = new WeakMap<Setting, Map<string, Body>>()

export function bodyOf(name: string, kind: Unit['kind'], setting: Setting): Body {
  const known = bodies.get(setting) ?? new Map<string, Body>()
  bodies.set(setting, known)
  const key = `${kind}${name}`
  const body =
    known.get(key) ?? (kind === 'group' ? groupOf(fold(name), setting) : singleOf(fold(name), setting))
  known.set(key, body)
  return body
}

/** 县委办公室和县政府办公室. */
const joint = /^([^()和及与]{3,30})[和及与]([^()和及与]{3,30})$/
/** 县委县政府, 市委和市政府. */
const committeeAndGovernment = /^([^()/]{1,20}委)[和及与]?((?:省|市|州|盟|县|区|旗|镇|乡)(?:人民)?政府)$/
/** 县教育局(会同县财政局): the bracket names who works with it. */
const withOther = /^([^()/]{2,30})\((?:会同|联合|配合|协同):?([^()/]{3,30})\)$/
/** Two names of one body, if its functions are ever one house: 市文化和旅游局/市文物局. */
const twoNames = /^([^()/]{2,30})(?:\/([^()/]{2,30})|\(([^()/]{2,30})\))$/

/** What two bodies that are printed as one may be: 县教育局/县财政局; 市委和市政府信访局 is one body of both sides. */
function twoBodies(folded: string): readonly Entry[] | null {
  const other = committeeAndGovernment.exec(folded) ?? withOther.exec(folded)
  const names = other ? null : twoNames.exec(folded)
  const parts = other ?? names ?? joint.exec(folded)
  if (!parts) return null
  const [one, two] = [parts[1]!, parts[2] ?? parts[3]!]
  const [first, second] = [readName(one), readName(two)]
  if (!first.core || !second.core) return null
  const both = [...first.core.entries, ...second.core.entries]
  if (other) return both
  if (names) {
    // 党委编办(审改办): in brackets only a name with its own level is of another body.
    if (parts[3] !== undefined && second.head.end === 0) return null
    const shared = first.core.entries.some((a) =>
      second.core!.entries.some((b) => shareHouse(a.code, b.code)),
    )
    return shared ? null : both
  }
  return second.head.end === 0 || first.head.end === one.length ? null : both
}

function singleOf(folded: string, setting: Setting): Body {
  const two = twoBodies(folded)
  if (two && codesOf(two).length > 1) {
    const { head } = readName(folded)
    return {
      function: null,
      candidates: codesOf(two),
      ...standingOf(head, head.places, null, setting),
      type: null,
      scope: null,
      unknown: false,
    }
  }
  const { head, core, rest } = readName(folded)
  const bare = head.end === 0
  const within = issuerOf(setting)
  const none: Body = {
    function: null,
    candidates: [],
    level: null,
    jurisdiction: null,
    type: null,
    scope: null,
    unknown: false,
  }
  // 办公室 and 宣传部 in a company's notice, 信访科 and 研究室 in a bureau's, are its own offices.
  const inside =
    bare &&
    (within === 'closed' || (within === 'department' && !/(?:局|委|委员会|厅|会|院|政府)$/.test(rest)))
  if (inside && (isOffice(rest) || core)) return { ...none, ...ownOf(setting), type: 'internal-office' }
  // What a bracket cuts off is no stem (教育(财政)公安局).
  const whole = folded.replace(/\(.*\)$/, '').endsWith(rest)
  const stemmed = core || !whole ? [] : entriesOfStem(rest)
  if (stemmed.length > 0) {
    // 发改、财政、住建等部门: the noun is said once for all of them.
    return {
      ...none,
      ...settle(stemmed, standingOf(head, head.places, null, setting), null, null, setting.year),
    }
  }
  if (!core) {
    const type = sortOf(rest) ?? sortOf(folded)
    const standing = central.test(rest)
      ? standingOf({ ...head, places: null, mark: 'national' }, null, null, setting)
      : standingOf(...placed(head, rest), null, setting)
    // 综合管理部 without prefix is an office of a body that is not named; of the state 部 are ministries. A town
    // has offices and no departments (镇社会事务办).
    const office =
      type === null &&
      (isOffice(rest) ||
        (head.mark === '乡镇' && officeOfTown.test(rest)) ||
        (bare && standing.level !== 'national' && /^.{2,8}部$/.test(rest)))
    return {
      ...none,
      ...(type === 'person' ? {} : standing),
      type: office ? 'internal-office' : type,
      ...guessed(type === null && !office && (looksLikeDepartment(folded) || looksLikeUnit(folded)), rest),
    }
  }
  const sided = chooseEntries(core.entries, head.side, null, null)
  const byStem = head.places !== null && head.mark === null && !endsLikeUnit(folded.slice(0, head.end))
  const standing = standingOf(head, core.places ?? head.places, onlyLevel(sided), setting)
  return { ...none, ...settle(sided, standing, core.type, head.side, setting.year, byStem) }
}

const officeOfTown = /^[\u4e00-\u9fff]{2,10}(?:办公室|办|站|所|队)$/

/** Of a department that is not known, the functions of which its name holds words (教育财政公安局). */
function guessed(unknown: boolean, rest: string): Pick<Body, 'unknown' | 'candidates'> {
  return { unknown, candidates: unknown ? codesOf(functionWords(rest).flatMap(entriesOfStem)) : [] }
}

/** 中国移动六安分公司 stands where its branch does; what is before it is only the company's name. */
function placed(head: Head, rest: string): [Head, Head['places']] {
  const branch = branchOfCompany(rest)
  if (!branch) return [head, head.places]
  const own = { ...head, mark: head.mark === 'national' ? null : head.mark }
  return branch.places ? [{ ...own, mark: null }, branch.places] : [own, head.places]
}

/**
 * 食品药品监督管理局 is of one function in a city and of another in a province: the level decides, then the year.
 * @param byStem whether the name begins with a place's short name, as those of bodies led by the centre do (青岛金融监管局)
 */
function settle(
  sided: readonly Entry[],
  standing: Standing,
  form: BodyType | null,
  side: 'party' | 'government' | null,
  year: number | null,
  byStem = false,
): Pick<Body, 'function' | 'candidates' | 'level' | 'jurisdiction' | 'type'> {
  const chosen = chooseEntries(sided, side, standing.level, year)
  const led = byStem && year !== null ? chosen.filter((e) => e.type === 'vertical') : []
  const entries = led.length > 0 ? led : chosen
  const candidates = codesOf(entries)
  const one = candidates.length === 1 ? candidates[0]! : null
  const types = new Set(entries.map((e) => e.type))
  const own = types.size === 1 ? [...types][0]! : null
  return {
    function: one,
    candidates: one ? [] : candidates,
    ...standing,
    // What administers a zone stands at no level (高新区管委会), as the bureaus of a zone.
    level: one === 'park-administration' ? null : standing.level,
    type: form ?? (own === 'government' && standing.level === 'township' ? 'township' : own),
  }
}

/** What of several functions the side, the level and the year leave; all, where they leave none. */
function chooseEntries(
  all: readonly Entry[],
  side: 'party' | 'government' | null,
  level: Level | null,
  year: number | null,
): readonly Entry[] {
  let entries = all
  const keep = (fits: (entry: Entry) => boolean) => {
    const left = entries.filter(fits)
    if (left.length > 0) entries = left
  }
  if (codesOf(entries).length > 1) {
    if (side) keep((e) => e.side === undefined || e.side === side)
    if (level) keep((e) => e.levels === undefined || e.levels.includes(level))
    if (year !== null) keep((e) => (e.from ?? 0) <= year && year <= (e.until ?? 9999))
  }
  return entries
}

function codesOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map((e) => e.code))]
}

/** The one level at which all that a name may mean stands. */
function onlyLevel(entries: readonly Entry[]): Level | null {
  const levels = new Set(entries.flatMap((e): (Level | null)[] => (e.levels ? [...e.levels] : [null])))
  return levels.size === 1 ? [...levels][0]! : null
}

const heads = new Set([
  'peoples-government',
  'government-office',
  'party-committee',
  'party-office',
  'park-administration',
])

/** Who issues: a government, of which all departments are; a department; or what has none (closed). */
function issuerOf({ issuer }: Setting): 'government' | 'department' | 'closed' {
  if (issuer === null || issuer === '') return 'government'
  const { core, rest } = readName(fold(issuer))
  if (!core) {
    const type = sortOf(rest)
    return type === 'enterprise' || type === 'institution' ? 'closed' : 'government'
  }
  if (core.type === 'task-force') return 'government'
  return core.entries.some((e) => heads.has(e.code)) ? 'government' : 'department'
}

function groupOf(folded: string, setting: Setting): Body {
  const { scope: parts, places } = setOf(folded)
  const names = bodiesOfSet(folded)
  // The places without a noun stand for their governments; 各部门 and 有关单位 are of many functions.
  let entries: readonly Entry[] = []
  if (names.length === 0) {
    if (places) entries = entriesOf(parts.every((s) => s === 'parks') ? '管委会' : '人民政府')
  } else if (!ofMany.test(names.at(-1)!)) {
    const found = names.map(coreOf).find((core) => core !== null) ?? readName(names.at(-1)!).core
    entries = found?.entries ?? []
  }
  const chosen = chooseEntries(entries, null, levelOfSet(parts), setting.year)
  const candidates = codesOf(chosen)
  const one = candidates.length === 1 ? candidates[0]! : null
  // 各省级药监部门 are the departments of the places, as 各区教育局 are.
  const scope = one && parts.length > 1 ? parts.filter((s) => s !== 'departments') : parts
  const level = levelOfSet(scope)
  const own = ownerOf(folded, setting)
  const offices = scope.length === 1 && scope[0] === 'internal-offices'
  const typed = one && !offices ? (chosen[0]?.type ?? null) : null
  return {
    function: one,
    candidates: one ? [] : candidates,
    level: level ?? (places || scope.length !== 1 || /各级/.test(folded) ? null : own.level),
    jurisdiction: level !== null && own.level !== null && !above(own.level, level) ? null : own.jurisdiction,
    type: scope.length > 1 ? null : level === 'township' && typed ? 'township' : (typed ?? typeOfSet(scope)),
    scope,
    unknown: false,
  }
}

/** Nouns of sets whose members have each a function of their own. */
const ofMany = /^(?:部门|单位|责任|成员|牵头|机构(?!编制)|企业)/

/** To whom a set belongs: the place or level before it (市直各单位, 安徽省有关单位), else the notice's. */
function ownerOf(folded: string, setting: Setting): Standing {
  const { head, rest } = readName(folded.replace(/^[省市县]级以上|\(.*$/g, ''))
  const own =
    head.places !== null ||
    (head.mark !== null && !/^(?:[、和省县区州乡镇]|市(?!场|政(?!府)|容|民政))/.test(rest))
  return own ? standingOf(head, head.places, null, setting) : ownOf(setting)
}

const order: readonly Level[] = ['national', 'province', 'city', 'county', 'township', 'village']
/** 各省 in a city's notice are no part of the city. */
const above = (a: Level, b: Level) => order.indexOf(a) < order.indexOf(b)

const entriesOf = (name: string): readonly Entry[] => coreOf(name)?.entries ?? []
