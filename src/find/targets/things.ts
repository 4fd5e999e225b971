/** Numbers that lie apart from what asks for them: an object, a list or a noun stands between. */
import {
  achieving,
  beforeVerb,
  type Comparator,
  changesOfThings,
  changesTo,
  countedActs,
  facts,
  posts,
  towards,
  towardsVerbs,
  urging,
} from '../../data/target-words.ts'
import { readAt } from '../deadlines/scan.ts'
import { asks, clauseBefore, endsClause } from './context.ts'
import type { Quantity } from './quantity.ts'

const any = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
const thing = '[^,;。:、()“”《》\\d]'
const changeOf = new RegExp(`(${any(changesOfThings)})(${thing}{1,10}?)(?:约|近)? ?$`)
const changeTo = (['at-most', 'at-least'] as const).map((comparator) => ({
  comparator,
  words: new RegExp(`(${any(changesTo[comparator])})(${thing}{1,10}?)(?:到|至|为) ?$`),
}))
const workItself = /(?:建设|改造|整治|修复)?(?:任务)?(?=$|[,;。、])/y
/** 完成绿道50公里、步道30公里建设: the clause ends with the work that is done. */
export function endsThings(text: string, at: number): boolean {
  return endsClause(text, at) || readAt(workItself, text, at) !== null
}

/** 减少情况 and 提高的 are no objects; 材料由 tells from how many; a time is a deadline. */
const noObject = /^(?:情况|[了的])|[由从为占达至到]$|不|超过|[低高少多]于|[每年月季周日]|半年/

export interface Lead {
  /** Where what leads in the number begins. */
  readonly start: number
  readonly comparator: Comparator
}

/** 减少申请材料3份, 压缩办理时限至5个工作日: the verb is quoted with the number. `before` ends at the number. */
export function changeOfThing(before: string, from: number): Lead | null {
  for (const { comparator, words } of changeTo) {
    const m = words.exec(before)
    if (m && isChange(before, m)) return { start: from + m.index, comparator }
  }
  const m = changeOf.exec(before)
  return m && isChange(before, m) ? { start: from + m.index, comparator: 'equal' } : null
}

function isChange(before: string, m: RegExpExecArray): boolean {
  return !noObject.test(m[2]!) && beforeVerb.test(before.slice(0, m.index))
}

const participants = new RegExp(
  `(?:${any(countedActs)})(?:[人户件家场群众企业]{0,4}次?)(?:数量?|规模|总数|人员)(?:为|要|应|须|需|是|达|:| )*(?:大?约|近)? ?$`,
)
const staff = new RegExp(`(?:^|[,、;:。])(?:配备|明确|确定|安排)?${posts}(?:为|约)? ?$`)

const restOfClause = /[^,;。]{0,30}/y
/** 参训人数300余人; 专职1人, 兼职2至3人. */
export function countsPeople(text: string, before: string, q: Quantity): boolean {
  // 专职2人、兼职3人的机构: which one is meant.
  if (readAt(restOfClause, text, q.end)![0].includes('的')) return false
  return participants.test(before) || (/^[人名]$/.test(q.unit ?? '') && staff.test(before))
}

const joint = /^(?:[、,]其中:?|、|和|及|以及)([^,;。:、()“”《》\d]{1,10}) ?(?:约|近|各)? ?$/
const sameUnit = /^,([^,;。:、()“”《》\d]{1,8}) ?(?:约|近|各)? ?$/
const noMember = /[有占为是达由现已未共超的]|[不多少高低大小]于|第|以|率|在$/

/**
 * 新建公厕20座、垃圾站5个; 新增就业5万人，其中高校毕业生2万人: the verb of the first is that of the second.
 * `between`: from the last target to the number.
 */
export function isMember(between: string, q: Quantity, lastUnit: string | null): boolean {
  if (between === '、') return true
  const m = joint.exec(between) ?? (q.unit === lastUnit ? sameUnit.exec(between) : null)
  return m !== null && !noMember.test(m[1]!)
}

const firstThing = /^([^,;。:、“”《》\d]{1,10})(?:、|和|及|以及)$/
const nextThing = /[^,;。:、“”《》\d]{1,10}(?=$|[,;。、])/y
/** 2名专职人员、1名兼职人员: the things stand behind their numbers. */
export function isMemberBefore(text: string, from: number, q: Quantity): boolean {
  const first = firstThing.exec(text.slice(from, q.start))
  const next = first && readAt(nextThing, text, q.end)
  return !!first && !!next && !noMember.test(first[1]!) && !noMember.test(next[0])
}

const led = new RegExp(`(?:${towards})(?:全[市县区省])?$`)
const doneTo = new RegExp(`[^,;。:的以已了过]{1,14}?(?:${towardsVerbs})[^,;。:]{0,20}`, 'y')
/** 对300户困难家庭进行改造: so many are worked on, unless what is done to them is only named (推进4所学校改扩建的前期工作). */
export function isWorkedOn(text: string, before: string, q: Quantity): boolean {
  const done = led.test(before) ? readAt(doneTo, text, q.end) : null
  return done !== null && !/[的已了过]/.test(done[0])
}

const share = '\\d{1,3}(?:\\.\\d+)?%(?:及?以上)?'
/** 、市县级60%以上 … 的政务服务事项. */
const ofThings = new RegExp(
  `(?:[、,和及]${thing}{0,8}${share}){0,4} ?的((?:[^,;。:()]|\\([^()]{1,8}\\)){2,24})`,
  'y',
)
/** These say which ones are meant: 占比80%以上的企业, 对80%以上的事项. */
const whichBefore = /(?:率|占|占比|比例|比重|达|达到|超过|高于|满|度|按|对|凡|对于|由|以|与|为)$/
const done = new RegExp(facts.source)

/** 省级80%以上、市县级60%以上的事项可网上办理: a share of the things of which something is to become true. */
export function isShareOfThings(text: string, q: Quantity, end: number): boolean {
  const before = clauseBefore(text, q.start)
  if (whichBefore.test(before.trimEnd())) return false
  const m = readAt(ofThings, text, end)
  if (!m || done.test(m[1]!)) return false
  const things = m[1]!
  for (let at = 2; at < things.length; at++) {
    const rest = things.slice(at)
    if (!achieving.test(rest)) continue
    return /^(?:可|能)/.test(rest) || urging.test(before) || asks(text, q.start)
  }
  return false
}

const oftenBefore =
  /(?:(?:^|[^第\d])(?:半|\d{1,2}|[一二三四五六两]) ?个?(?:年|月|周|学期)|每个?(?:年|半年|季度?|月|周|学期)) ?$/
/** 一年两次, 每季度3次: how often, beside the rhythm. */
export function isOften(text: string, before: string, q: Quantity, end: number): boolean {
  return (
    /^[次期场]$/.test(q.unit ?? '') &&
    q.value > 1 &&
    Number.isInteger(q.value) &&
    oftenBefore.test(before) &&
    endsClause(text, end)
  )
}
