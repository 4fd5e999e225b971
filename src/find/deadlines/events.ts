/** Feasts and times of the year before which work is to be done: 国庆节前, “七一”前, 两会前, 汛期来临前. */
import type { MonthDay } from './calendar.ts'
import type { Sub } from './moment.ts'
import { readAt } from './scan.ts'

/** The feasts of a fixed day. */
const feasts: Readonly<Record<string, MonthDay>> = {
  元旦: { month: 1, day: 1 },
  五一: { month: 5, day: 1 },
  劳动节: { month: 5, day: 1 },
  七一: { month: 7, day: 1 },
  八一: { month: 8, day: 1 },
  教师节: { month: 9, day: 10 },
  十一: { month: 10, day: 1 },
  国庆: { month: 10, day: 1 },
  国庆节: { month: 10, day: 1 },
}
/** No calendar fixes these, or not for every place. */
const unfixed =
  '春节|清明节?|端午节?|中秋节?|主汛期|汛期|入汛|雨季|入冬|入夏|供暖期|供暖季|采暖季|采暖期|(?:春季|秋季|新学期)?开学|春季学期|秋季学期|两会|高考|中考'
/** 十一前 without its marks may be a number. */
const names = `[“"](?:${Object.keys(feasts).join('|')}|两会)[”"]|${Object.keys(feasts)
  .filter((name) => name !== '十一')
  .sort((a, b) => b.length - a.length)
  .join('|')}|${unfixed}`
const event = new RegExp(
  `(${names})(?:期间|假期)?(?= ?(?:开学|召开|开幕)?(?:来临|到来|开始)?(?:之|以)?前)(开学|召开|开幕)?(来临|到来|开始)?`,
  'y',
)
const marks = /[“”"]/g
const inYear = /年 ?$/

export function readEvent(text: string, at: number): Sub | null {
  const m = readAt(event, text, at)
  if (!m) return null
  const name = m[1]!.replace(marks, '')
  // 元旦前 in a plan of 2021 is most often before that of 2022, but nothing says so.
  const known = !m[2] && !m[3] && (name !== '元旦' || inYear.test(text.slice(Math.max(0, at - 2), at)))
  const on = (known && feasts[name]) || null
  return { end: at + m[0].length, from: on, to: on, grain: 'event', stretch: false, edge: null }
}
