/**
 * Work without an end: 持续推进, 长期坚持, 常年. They are times only where they stand as one: in a column or
 * a bracket, or at the end of a sentence; with an object they are verbs (持续推进三大攻坚战信息公开).
 */
import { readAt } from './scan.ts'

const verb =
  '推进|坚持|开展|实施|落实|抓好|进行|深化|保持|执行|发力|跟进|巩固|推动|完善|改进|优化|加强|做好|整改|抓|用力'
const inText =
  /(?:全年|常年)?(?:持续|长期|常年|常态化?|常态长效)(?:推进|坚持|开展|实施|落实|抓好|进行|保持|执行)(?:下去)?/y
const alone = new RegExp(
  `(?:全年)?(?:(?:长期|持续|常年|常态化?|常态长效|经常性?|日常|不间断|贯穿全年|动态)(?:性|化)?(?:${verb})?(?:工作|任务)?|常抓不懈|一以贯之)`,
  'y',
)
const endOfSentence = /(?:下去)? ?(?:$|[。;)!])/y
const endOfCell = /(?:下去|中)? ?(?:$|[。;,、)!/(]|并|且|和|至)/y

export function readOngoing(text: string, at: number, isAlone: boolean): number | null {
  const m = readAt(isAlone ? alone : inText, text, at)
  if (!m) return null
  const end = at + m[0].length
  const text0 = m[0].replace(/下去$/, '')
  return readAt(isAlone ? endOfCell : endOfSentence, text, end) ? at + text0.length : null
}

/** 立即, 即日: at once; the day is not said. */
const atOnce = /立即|立刻|马上|即刻|即时|即日(?:起(?!至|到)|(?!起|至|到))|立行立改|即知即改|近期|尽快/y
/** 按上级要求时限, 按规定时间, 按序时进度. */
const asTold =
  /(?:按照?|根据)[^,;。()]{0,16}?(?:时限|时间|期限|节点|进度|工期)(?:安排|要求|节点|推进|完成)?(?=$|[,;。)]|完成|推进|落实|办理)/y
/** The end of what names a time in a column of times that no calendar gives. */
export function readUndated(text: string, at: number): number | null {
  const m = readAt(atOnce, text, at) ?? readAt(asTold, text, at)
  return m && at + m[0].length
}
