/** What comes round again: 每半年, 每年3月31日前, 每季度首月10日前, 每周五, 半年一次, 按月. */
import { monthDays } from './damaged.ts'
import { readSub } from './moment.ts'
import { endsWithAny, readAt, skipSpaces, wordsBefore } from './scan.ts'

export interface Recurring {
  readonly end: number
  /** 每年 with a date: a month and day that follows in the sentence comes round with it. */
  readonly yearly: boolean
  readonly damaged?: string
}

const cn = '〇零一二三四五六七八九十两'
const count = `(?:\\d{1,2}|[${cn}]{1,3})`
const every = new RegExp(
  `每(?:隔)? ?(?:${count} ?个?|半个?|个)?(年度|年|季度|季|月度|月|旬|周|星期|工作日|日|天|学期|学年|小时)(?![龄级代薪租饼息票节报亩均轻])`,
  'y',
)
const front = ' ?(?:之|以)?前'
const ahead = new RegExp(`${front}(?![后期置述提])`, 'y')
const lead = /的|于|在/y
const afterClose = new RegExp(`(?:结束|终了|完|末)?后的?${count}个?(?:工作日|日|天)(?:以|之)?内`, 'y')
const days = `(?:第?${count}个工作日|最后一个工作日|前${count}个?工作日|${count} ?[日号](?:(?:、|和|-|—|至|到)${count} ?[日号])*|月?底|月?末|月?初|上旬|中旬|下旬)`
const ofMonth = new RegExp(`(?:第?${days})(?:${front}(?!期)|内)?`, 'y')
const ofQuarter = new RegExp(
  `(?:(?:的?(?:首月|末月|首个月|最后一个?月|第[一二三1-3]个?月|(?:结束后)?次月)(?:的?${days})?|末|底|初|最后一个月)(?:${front}(?!期)|内)?)`,
  'y',
)
const ofWeek = new RegExp(
  `[一二三四五六日天末](?![次个期篇条名回讲场轮报课])(?:下班|${count}[时点])?(?:${front}(?!期))?`,
  'y',
)
const clockOf = new RegExp(`${count}(?:时|点|:\\d\\d)(?:\\d\\d分|半)?${front}(?!期)`, 'y')
const andMoment = /[、和及与](?=\d|[一二三四五六七八九十下上])/y
const damagedDay = new RegExp(`(\\d{3,4})[日号]${front}|月底${front}|月日${front}`, 'y')
/** 半年一次, 两年一次, 一季度一调度. */
const once = new RegExp(
  `(?:半|${count}) ?个?(?:年|季度|季|月|周|星期|日|天|学期)(?:至少)?(?:一|1) ?(?:次|期|评|调度|通报|督查|调整|更新|研判|分析|小结|总结|会商|报告|汇报|公布|公示|反馈|考核|检查)`,
  'y',
)
const acts =
  '(?:组织|集中|统一|专题|调整|更新)?(?:召开|开展|组织|安排|进行|举办|举行|检查|调度|通报|更新|报送|公布|发布|研究|听取|汇报|修订|调整|轮训|培训|评估|考核|清理|公开)'
/** 一年 in 一年两次, 半年不少于两次, 两个月安排一次: how often is a target of its own. */
const several = new RegExp(
  `(?:半|${count}) ?个?(?:年|月|周|星期|学期)(?= ?(?:${acts})?(?:至少|最少|不少于|不低于|不得少于)? ?(?:${acts})?(?:\\d{1,2}|[两二三四五六七八九十]{1,2}|(?<=[^年月周期学] ?)一) ?次(?!及?以上)[^,;。、)的]{0,12}(?:$|[,;。、)]))`,
  'y',
)
const backBefore = /(?:近|连续|过去|最近|前|满)$/
/** 按月通报, 按季度公布: a rhythm of work, unlike 按年龄, 按月薪, 按月人均. */
const byRhythm =
  /(?:按|逐)(季度|半年|季|月|周|旬)(?=$|[,;。、)]|报|通报|公布|公开|发布|调度|统计|上报|汇总|更新|开展|督[查促导]|推进|落实|分析|评|考核|总结|反馈|监测|研判|排查|检查|召开|组织|实施|完成|梳理|发放)/y
/** 每人每年, 平均每月: a rate, not a rhythm. */
const rateBefore = ['人', '户', '亩', '平均', '年均', '名', '每生', '学生', '对象', '不超过', '床', '家庭']
/** 每月1000元, 每年10亿元. */
const rateAfter = new RegExp(
  `(?:约|为|达|仅|共|不超过|不低于|不少于|最高)?(?:\\d[\\d.]*|[${cn}百千万]{1,6})(?:[万亿]?(?:元|吨|立方米|平方米|亩|公里|人次|度|户|%|千瓦)|小时(?!内))|人均|户均|可(?:实现|节|增|减|产|为|创|带)|能|因|约|产生|都有|的(?!\\d|第|[一二三四五六七八九十上下年])`,
  'y',
)

export function readRecurring(text: string, at: number, alone: boolean): Recurring | null {
  const here = text[at]!
  if (here === '按' || here === '逐') {
    const m = readAt(byRhythm, text, at)
    return m && { end: at + m[0].length, yearly: false }
  }
  if (here !== '每') {
    if (/[0-9第每.〇零一二三四五六七八九十两]/.test(text[at - 1] ?? '')) return null
    const m = readAt(once, text, at) ?? readAt(several, text, at)
    if (m && !m[0].includes('次') && backBefore.test(wordsBefore(text, at))) return null
    return m && { end: at + m[0].length, yearly: false }
  }
  const m = readAt(every, text, at)
  if (!m || endsWithAny(wordsBefore(text, at), rateBefore)) return null
  const end = at + m[0].length
  if (!alone && readAt(rateAfter, text, end)) return null
  return extend(text, end, m[1]!)
}

function extend(text: string, end: number, unit: string): Recurring {
  const close = readAt(afterClose, text, end)
  if (close) return { end: end + close[0].length, yearly: false }
  const next = skipSpaces(text, end)
  const at = next + (readAt(lead, text, next)?.[0].length ?? 0)
  const tail = tailOf(unit)
  if (tail) {
    const m = readAt(tail, text, tail === ofQuarter ? end : skipSpaces(text, at))
    return { end: m ? (tail === ofQuarter ? end : skipSpaces(text, at)) + m[0].length : end, yearly: false }
  }
  const start = skipSpaces(text, at)
  const damaged = readAt(damagedDay, text, start)
  if (damaged) {
    const readings = damaged[1] ? monthDays(damaged[1]) : [`?${damaged[0].replace('日', '?日')}`]
    return { end: start + damaged[0].length, yearly: true, damaged: readings.join('或') || `?${damaged[1]}` }
  }
  return extendYear(text, end, start)
}

function tailOf(unit: string): RegExp | null {
  if (unit.startsWith('月')) return ofMonth
  if (unit.startsWith('季')) return ofQuarter
  if (unit === '周' || unit === '星期') return ofWeek
  if (unit === '日' || unit === '天' || unit === '工作日') return clockOf
  return null
}

/** 每年 and the day, month, quarter or end of year on which it falls, or several (每年1月、7月底前). */
function extendYear(text: string, end: number, start: number): Recurring {
  let to = end
  let at = start
  for (let n = 0; n < 12; n++) {
    const found = readPart(text, at)
    if (found === null) break
    to = found
    to += readAt(ahead, text, to)?.[0].length ?? 0
    const and = readAt(andMoment, text, to)
    if (!and) break
    at = to + and[0].length
  }
  // 每年1月1日起: a start alone.
  if (to > end && /^(?:起(?!草)|开始|以来|以后)/.test(text.slice(to, to + 2))) return { end, yearly: false }
  return { end: to, yearly: to > end }
}

const yearPart = /年(?:底|末|终|初|中)|底|末|终(?!止)|内(?!部|容)/y
const toPart = / ?(?:至|到|-|—|~)(?:次年|翌年|第二年)? ?/y

function readPart(text: string, at: number): number | null {
  const edge = readAt(yearPart, text, at)
  if (edge) return at + edge[0].length
  const sub = readSub(text, at, true)
  if (!sub) return null
  const to = readAt(toPart, text, sub.end)
  const last = to && readSub(text, sub.end + to[0].length, true)
  return last ? last.end : sub.end
}
