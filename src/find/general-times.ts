/**
 * Times that a notice sets for all its tasks in one sentence: 各项任务务必于2021年11月底前完成. When a report is
 * due, or a plan of one's own, is not when the tasks are.
 */
import type { Item, Outline } from '../segment/outline.ts'
import type { Found } from '../task.ts'
import { findDeadlines } from './deadlines.ts'

/** All of the tasks: 各项任务, 上述工作, 所有整改事项, 以下共8项任务. */
const allTasks =
  /(?:各项|各类|所有|全部|以上|上述|以下|下列|本方案|本要点|本)(?:各项|共?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})大?[项条])?(?:重点|具体|目标|整改|公开|改革)?(?:工作任务|任务|工作|事项|措施|目标|要求|内容)/
/** The time is the work's end: …前完成, …前全部落实到位, …前办结. */
const ends =
  /^(?:之?前)?\s*(?:全部|全面|基本|均|都|必须|务必|要|应|须|需|按时|按期|保质保量|[,、])*(?:完成|落实|办结|整改到位|到位|实施|见效)/
/** …前将落实情况报: the time is that of a report. */
const reports = /报送|上报|报告|报至|报市|报县|报省|汇总|备案|书面|总结|情况|制定|印发|出台/

const sentence = /[^。;]+/g
/** A sentence longer than this is no sentence but a text that lost its marks. */
const longest = 300

export function findGeneralTimes(outline: Outline): Found[] {
  const found: Found[] = []
  const { letter } = outline.frame
  for (const entry of [...letter, ...outline.body.preamble, ...closing(outline.body.items)]) {
    if (entry.kind !== 'line') continue
    const { passage } = entry
    for (const { index, 0: text } of passage.folded.matchAll(sentence)) {
      if (text.length > longest || !allTasks.test(text)) continue
      for (const time of findDeadlines(text, { year: 2000 })) {
        if (time.type !== 'by' || !ends.test(text.slice(time.end))) continue
        const clause = text.slice(time.end).split(/[,;。]/, 1)[0]!
        if (reports.test(clause)) continue
        const slice = passage.slice(index + time.start, index + time.end)
        found.push({ passage: slice, rule: 'deadline/notice' })
      }
    }
  }
  return found
}

/** The paragraphs below the last item. */
function closing(items: readonly Item[]): Item['content'] {
  const last = items.at(-1)
  if (!last) return []
  return last.children.length > 0 ? closing(last.children) : last.content
}
