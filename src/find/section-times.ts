/**
 * Times that a heading sets for the tasks below it: 一、近期任务（2021年6月底前完成）, （二）第一季度, 全面推进阶段
 * （3月—10月）. A bare year (2020年重点工作) is the plan's own and sets nothing.
 */
import type { Found, Section } from '../task.ts'
import { isTime } from './times.ts'

const bracket = /\(([^()]{2,40})\)/g
/** What a heading adds to its time: 上半年重点工作, 6月底前完成的任务. */
const tail =
  /(?:要)?(?:完成|实施|落实)?的?(?:重点|主要|具体|近期|长期)?(?:工作任务|任务|工作|事项|措施|目标)?$/
const bareYear = /^(?:19|20)\d\d年?度?$/

export function sectionTimes(section: Section): Found[] {
  if (section.times.length > 0)
    return section.times.map(({ passage }) => ({ passage, rule: 'deadline/section' }))
  const title = section.title.passage
  const { folded } = title
  const within: [number, number][] = Array.from(folded.matchAll(bracket), ({ index, 1: inner }) => [
    index + 1,
    index + 1 + inner!.length,
  ])
  const whole = folded.replace(tail, '')
  if (whole !== '') within.push([0, whole.length])
  for (const [start, end] of within) {
    const text = folded.slice(start, end).trim()
    if (!bareYear.test(text) && isTime(text))
      return [{ passage: title.slice(start, end), rule: 'deadline/section' }]
  }
  return []
}
