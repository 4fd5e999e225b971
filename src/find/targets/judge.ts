/** Whether a number is asked for, and how it binds, from the words before and behind it. */
import {
  abstractThings,
  beforeVerb,
  type Comparator,
  type ComparatorWords,
  changeVerbs,
  comparatorsAfter,
  comparatorsBefore,
  consequences,
  copulas,
  doubling,
  doublings,
  rateNouns,
  workVerbs,
} from '../../data/target-words.ts'
import { readAt } from '../deadlines/scan.ts'
import type { TargetFound } from '../targets.ts'
import { asks, clauseBefore, describes, endsClause, isCondition, tellsFact } from './context.ts'
import type { Quantity } from './quantity.ts'
import {
  changeOfThing,
  countsPeople,
  endsThings,
  isMember,
  isMemberBefore,
  isOften,
  isShareOfThings,
  isWorkedOn,
} from './things.ts'

const near = '(?: ?(约|近|大约|到|至|为|是|:|有|的))? ?$'
const any = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')

const adjacent = comparatorsBefore.map((c) => ({
  ...c,
  before: new RegExp(`(?<![未没])(?:${c.words})${near}`),
}))
/** 不少于本单位执法人员总数的5%: the base of a share stands between. */
const ofBase = comparatorsBefore
  .filter((c) => c.sort === 'norm')
  .map((c) => ({ ...c, before: new RegExp(`(?:${c.words})[^,;。:()、“”《》\\d]{1,20}的 ?$`) }))
/** 达到城市社区的60%. */
const reachOfBase = /(?:达到|提高到|提升到|占到)[^,;。:()、“”《》\d]{1,14}的 ?$/
/** 至少听取1次, 至少组织开展1次; 最高可给予50万元. */
const least = /(?:至少|最少)([^,;。:()“”《》]{1,14})$/
const most =
  /(?:最[多高]|至多)((?:可|可以|只能|给予|予以|奖励|补助|补贴|资助|支持|申请|安排|达|为|不|开设|设置|设|允许|报|选|选择){1,3})$/
const behind = comparatorsAfter.map(([comparator, words]) => ({
  comparator,
  // 100人（次）以上: the unit may be told in two ways.
  words: new RegExp(` ?(?:\\((?:人|次|户|名|家|个|件|套|处|项|场|期)\\) ?)?(?:${words})`, 'y'),
}))

const change = new RegExp(`(?<!每)(?:${any(changeVerbs)}|${doubling})(?:约|近)? ?$`)
/** 投入资金约300万元: about so much, where nothing else binds it. */
const roughly = /(?:大约|约) ?$/
const timeSaved = /(?:缩短|压缩|压减|减少|缩减|精简|压降|节约|提速)$/
const rate = new RegExp(`(?:${rateNouns})${copulas}{0,3}$`)
const measured = new RegExp(`(?:${rateNouns}|数|量|额|值)(?:${copulas})*$`)
const work = new RegExp(`(?<![每总])(?:${any(workVerbs)})(?:共|约|近|各|好|出|不同)? ?$`)
const gives = /(?:给予|予以|申请|享受|提供|保留|公示|进行|补助|奖励|补贴|缴纳|支付|留出|预留|设定|确定|签订)$/
const wish =
  /(?:实现|确保|力争|争取|保证|(?:应当?|须|要|需|必须)(?:有|配备|具有|具备|设|设置|设立|明确|安排|确定)) ?$/
const workThen = new RegExp(any(workVerbs), 'g')
/** 半年至少一次, 一年至少1次: how often, which is a recurring deadline. */
const rhythm = /(?:^|[^每\d])(?:半|\d{1,2}|[一二三四五六两]) ?个?(?:年|季度|季|月|周|星期|日|天|学期)$/
/** 30日一次. */
const rhythmAfter = / ?(?:至少)?[一1]/y
/** A base that names a time may be a deadline too, so that the run is the number alone. */
const timesInBase = /[每季月日天周]|半年|年[底末内初前中]|期间/
const timeWords = /[0-9一二两三四五六七八九十半每年月季周日天]|工作日|小时/
/** Counted in Chinese numerals these are done to, not merely spoken of: 开展两次, but 落实三项制度. */
const events = /^(?:次|人次|场|场次|人|名|家|篇|户|件|元|亩|公里|吨|辆|台|套|座|所)$/
const share = /^(?:%|‰|分|倍)$/

interface Basis {
  readonly start: number
  readonly comparator: Comparator
  readonly sort: ComparatorWords['sort'] | 'change' | 'share' | 'work' | 'wish' | 'joined' | 'cover'
}

export function judge(
  text: string,
  q: Quantity,
  last: TargetFound | undefined,
  isQuoted: (at: number) => boolean,
): TargetFound | null {
  const floor = last?.end ?? 0
  const before = text.slice(Math.max(floor, q.start - 30), q.start)
  const post = behindAt(text, q.end)
  const end = post?.end ?? q.end
  const basis = basisOf(text, q, before, post?.comparator ?? null, end, last)
  if (!basis) return null
  const { sort } = basis
  const lays = sort === 'norm' || sort === 'floor'
  if (!lays && isQuoted(q.start)) return null
  if (sort !== 'cover' && isCondition(text, basis.start, end)) return null
  if (
    sort !== 'cover' &&
    describes(text, end) &&
    !(lays && governs(text.slice(Math.max(0, basis.start - 6), basis.start))) &&
    sort !== 'wish'
  )
    return null
  if (!lays && sort !== 'joined' && tellsFact(text, basis.start, post !== null)) return null
  if (lays && /已经?$/.test(text.slice(Math.max(0, basis.start - 2), basis.start))) return null
  const comparator = comparatorOf(basis, post?.comparator ?? null, q)
  const rough = comparator === 'equal' ? roughly.exec(before) : null
  return {
    start: rough ? Math.min(basis.start, q.start - rough[0].length) : basis.start,
    end,
    comparator: rough ? 'about' : comparator,
    value: q.value,
    upper: q.upper,
    unit: q.unit,
  }
}

function comparatorOf(basis: Basis, post: Comparator | null, q: Quantity): TargetFound['comparator'] {
  const { sort, comparator } = basis
  if (sort === 'norm' || sort === 'floor') return comparator
  if (q.upper !== null && (post === null || post === 'about')) return 'range'
  if (post) return post
  // Nothing is above all of it.
  if (sort === 'reach' && q.value === 100 && q.unit === '%') return 'equal'
  return q.vague && comparator === 'equal' ? 'more-than' : comparator
}

function behindAt(text: string, at: number): { comparator: Comparator; end: number } | null {
  for (const { comparator, words } of behind) {
    const m = readAt(words, text, at)
    if (m) return { comparator, end: at + m[0].length }
  }
  return null
}

function basisOf(
  text: string,
  q: Quantity,
  before: string,
  post: Comparator | null,
  end: number,
  last: TargetFound | undefined,
): Basis | null {
  const from = q.start - before.length
  if (q.value === 1 && rhythm.test(before)) return null
  if (q.isTime && readAt(rhythmAfter, text, q.end)) return null
  for (const { comparator, sort, before: words } of adjacent) {
    const m = words.exec(before)
    if (!m) continue
    // 不低于3天内 says two things at once; it is left to the deadlines.
    if (q.isTime && post === 'at-most' && (m[1] !== undefined || m[0].trimEnd().endsWith('于'))) return null
    const basis = { start: from + m.index, comparator, sort }
    return accepts(text, q, basis, post) ? basis : null
  }
  for (const { comparator, before: words } of q.isTime ? [] : ofBase) {
    const m = words.exec(before)
    if (m) return { start: timesInBase.test(m[0]) ? q.start : from + m.index, comparator, sort: 'norm' }
  }
  const base = share.test(q.unit ?? '') ? reachOfBase.exec(before) : null
  if (base) return { start: from + base.index, comparator: 'at-least', sort: 'reach' }
  const gap = least.exec(before)
  if (gap && q.unit !== null && post === null) {
    // 至少每半年召开1次: the rhythm between is a deadline, so that the run is the number alone.
    const start = timeWords.test(gap[1]!) ? q.start : from + gap.index
    return { start, comparator: 'at-least', sort: 'floor' }
  }
  const cap = most.exec(before)
  if (cap && q.unit !== null && !q.isTime)
    return { start: from + cap.index, comparator: 'at-most', sort: 'floor' }
  if (
    last &&
    last.unit === q.unit &&
    !(q.isTime && post === 'at-most') &&
    /^(?:[、,]|和|及|与|或)(?:分别)? ?$/.test(text.slice(last.end, q.start))
  )
    return {
      start: q.start,
      comparator: last.comparator === 'range' ? 'equal' : last.comparator,
      sort: 'joined',
    }
  const grown = change.exec(before)
  const measured = q.unit !== null || !Number.isInteger(q.value)
  const doubles =
    grown?.[0] === doubling &&
    (!doublings.includes(q.unit ?? '') || /^(?:目标|计划|行动|工程)/.test(text.slice(end, end + 2)))
  if (grown && !doubles && measured && (!q.isTime || timeSaved.test(grown[0].trimEnd())))
    return q.isTime && post === 'at-most'
      ? null
      : { start: from + grown.index, comparator: 'equal', sort: 'change' }
  const changed = measured && (post !== null || endsClause(text, end)) ? changeOfThing(before, from) : null
  if (
    changed &&
    !(q.chinese && q.unit !== null && q.value === 1) &&
    !abstractThings.test(text.slice(end, end + 5))
  )
    return q.isTime && (post === 'at-most' || changed.comparator === 'at-least')
      ? null
      : { ...changed, sort: 'change' }
  if (q.isTime) return null
  return bareBasis(text, q, before, post, end, last)
}

/** A verb straight before a bound asks for what the bound describes: 开展不少于2次的培训, 确保不少于三分之二的成员参加. */
const governs = (words: string) => work.test(words) || wish.test(words) || gives.test(words)

/** Numbers that no comparator leads in. */
function bareBasis(
  text: string,
  q: Quantity,
  before: string,
  post: Comparator | null,
  end: number,
  last: TargetFound | undefined,
): Basis | null {
  const { start } = q
  const isShare = q.unit === null ? !Number.isInteger(q.value) : share.test(q.unit)
  if (isShare && rate.test(before) && endsClause(text, end))
    return { start, comparator: 'equal', sort: 'share' }
  // 完成80%: of the work itself.
  if (isShare && q.unit !== null && /完成$/.test(before) && endsClause(text, end))
    return { start, comparator: 'equal', sort: 'share' }
  const whole = q.value === 100 && q.upper === null && q.unit === '%'
  if (whole && !/[占按由以的]$/.test(before)) return { start, comparator: 'equal', sort: 'share' }
  if (share.test(q.unit ?? '') && isShareOfThings(text, q, end))
    return { start, comparator: 'equal', sort: 'cover' }
  if ((q.unit !== null || isShare) && wish.test(before)) return { start, comparator: 'equal', sort: 'wish' }
  if (q.unit === null) return null
  if (!countsThings(text, q, end, post)) return null
  if (!isShare && work.test(before)) return { start, comparator: 'equal', sort: 'work' }
  if (isShare) return null
  const worked = isWorkedOn(text, before, q) || (last !== undefined && isMemberBefore(text, last.end, q))
  if (worked) return { start, comparator: 'equal', sort: 'work' }
  if (!endsThings(text, end)) return null
  if (countsPeople(text, before, q) || isOften(text, before, q, end))
    return { start, comparator: 'equal', sort: 'work' }
  if (last && isMember(text.slice(last.end, start), q, last.unit))
    return { start, comparator: 'equal', sort: 'work' }
  return workOnThings(clauseBefore(text, start)) ? { start, comparator: 'equal', sort: 'work' } : null
}

/** One in a Chinese numeral is an article (打造一支队伍), several are often only spoken of (落实三项制度). */
function countsThings(text: string, q: Quantity, end: number, post: Comparator | null): boolean {
  if (abstractThings.test(text.slice(end, end + 5))) return false
  return !q.chinese || post !== null || (q.value > 1 && events.test(q.unit!))
}

/** 培训基层干部200人次, 每季度召开新闻发布会1场: a verb of work opens the clause, its object stands between. */
function workOnThings(clause: string): boolean {
  for (const { index, 0: verb } of clause.matchAll(workThen)) {
    const object = clause.slice(index + verb.length)
    if (object.length > 16) continue
    if (object.length === 0) return false
    if (beforeVerb.test(clause.slice(0, index)) && !/^(?:情况|项目|工作的|人数|数量|的)/.test(object))
      return true
  }
  return false
}

const concludes = (text: string, at: number) => consequences.test(text.slice(at, at + 24))

function accepts(text: string, q: Quantity, basis: Basis, post: Comparator | null): boolean {
  const { start, sort } = basis
  const words = text.slice(Math.max(0, start - 12), start)
  switch (sort) {
    case 'norm':
      return true
    case 'floor':
      if (q.unit === null && !Number.isInteger(q.value)) return true
      return q.unit !== null && !(q.value === 1 && rhythm.test(words))
    case 'shrink':
      return q.unit !== null || !Number.isInteger(q.value) || endsClause(text, q.end)
    case 'keep':
      return !q.isTime && q.unit !== null
    case 'reach':
      if (q.isTime && !/^延/.test(text.slice(start, start + 1))) return false
      // 费用达46亿元 tells a fact more often than not.
      if (text[start] === '达' && text[start + 1] !== '到')
        return post !== null || asks(text, start) || measured.test(words)
      return (
        !/[未没不]$/.test(words) && (q.unit !== null || !Number.isInteger(q.value) || endsClause(text, q.end))
      )
    default:
      if (q.isTime || q.unit === null || /[不未]$/.test(words)) return false
      // 办结率超过90%: a rate alone in its clause is what the work is to come to.
      return asks(text, start) || (rate.test(words) && endsClause(text, q.end) && !concludes(text, q.end))
  }
}
