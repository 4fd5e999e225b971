/** Whether a stretch of text is a time and nothing else: 2019年4月底前完成, 长期坚持. */
import { findDeadlines } from './deadlines.ts'

/** What may stand around a time without making it a sentence about something. */
const around =
  /完成|办结|落实|推进|实施|启动|基本|全部|全面|力争|确保|取得|明显|阶段性|成效|进展|达到|实现|并|且|于|在|前|后|底|起|应|须|需|限|之|持续|长期|坚持|开展|做好|常态化|每|次|年|月|日|[,、:。\s]/g

export function isTime(folded: string): boolean {
  if (folded.length > 60 || !/[\d年月季周日天底内期续久末前]/.test(folded)) return false
  const found = findDeadlines(folded, { year: 2000, asTime: true })
  if (found.length === 0) return false
  let rest = ''
  let at = 0
  for (const time of found) {
    rest += folded.slice(at, Math.max(at, time.start))
    at = Math.max(at, time.end)
  }
  rest += folded.slice(at)
  return rest.replace(around, '').length === 0
}

/** Whether a clause says when something is done, and perhaps what: 一季度完成方案制定. */
export function namesTime(folded: string): boolean {
  if (isTime(folded)) return true
  return folded.length <= 30 && findDeadlines(folded, { year: 2000, asTime: true }).length > 0
}
