/** What a column title says of its column. */
import {
  detailTitle,
  ordinalTitle,
  otherTitle,
  otherUnits,
  personTitle,
  sectionTitle,
  taskTitle,
  timeTitle,
  timeTitleWhole,
  titleWords,
  unitRoleWords,
  unitTitleBare,
  unitTitleNoun,
} from '../../data/columns.ts'
import { leadRule } from '../../data/roles.ts'
import type { Role } from '../../task.ts'
import { fold } from '../../text/fold.ts'
import { roleOfTitle } from '../roles.ts'

export type TitleClass =
  | 'ordinal'
  | 'section'
  | 'task'
  | 'detail'
  | 'unit'
  | 'time'
  | 'person'
  | 'other'
  | 'unknown'
  | 'blank'

export interface Title {
  /** Folded, without white space and brackets. */
  readonly text: string
  readonly class: TitleClass
  /** Composed of nothing but words of titles. */
  readonly plain: boolean
  /** Of units: what role the column gives; `null` where the title names units and no role (单位). */
  readonly role: Role | null
  /** 责任单位(列第一位的为牵头单位) */
  readonly firstLeads: boolean
}

const composed = new RegExp(`^(?:${[...titleWords].sort((a, b) => b.length - a.length).join('|')})+$`)
const conjunction = /及其|以及|及|和|与|或|、|\/|,|;/
const period = /季度|\d月|月份?$|[上下]半年|^\d{4}年?$|阶段/
/** Of a title that joins two (工作任务及要求, 责任单位及完成时限) the first of these that is met. */
const precedence: readonly TitleClass[] = [
  'task',
  'unit',
  'detail',
  'time',
  'section',
  'person',
  'other',
  'ordinal',
]

/** A title as its words are matched: 牵\n头\n单\n位 and 责 任 单 位（科室） are 牵头单位 and 责任单位. */
export function normalTitle(raw: string): string {
  const text = fold(raw).replace(/\s/g, '')
  const bare = text.replace(/\([^()]*\)?/g, '')
  return (bare === '' ? text.replace(/[()]/g, '') : bare).replace(/(?<![:.、*])[:.、*]+$/, '')
}

export function titleOf(raw: string): Title {
  const text = normalTitle(raw)
  const of = classOf(text)
  const role = of === 'unit' ? unitRole(text) : null
  const firstLeads = of === 'unit' && leadRule.test(fold(raw).replace(/\s/g, ''))
  return { text, class: of, plain: composed.test(text), role, firstLeads }
}

/** A header of two lines: 责任单位 over 牵头 | 配合; 工作任务 over 序号 | 内容. */
export function titleUnder(above: string, below: string): Title {
  const upper = titleOf(above)
  const lower = titleOf(below)
  if (upper.class === 'blank' || upper.text === lower.text) return lower
  if (lower.class === 'blank') return upper
  // Quarters below 进度安排 hold what is reached by then, not a time.
  if (upper.class === 'time' && period.test(lower.text))
    return { ...lower, text: `${upper.text}${lower.text}`, class: 'unknown' }
  const vague =
    lower.class === 'unknown' || lower.text.length <= 2 || (lower.class === 'unit' && lower.role === null)
  if (!vague || lower.class === 'ordinal' || lower.class === 'person') return lower
  // 内容 under 工作任务 is the task; 牵头 under 责任单位 leads; a month under 进度安排 is a time.
  if (lower.class === 'unit' && lower.role !== null) return lower
  const both = titleOf(`${upper.text}${lower.text}`)
  if (upper.class === 'task' && lower.class === 'detail' && /^内容$/.test(lower.text)) return upper
  if (lower.class === 'unknown') return both.class === 'unknown' ? { ...upper, text: both.text } : both
  return both.class === 'unknown' ? lower : both
}

function classOf(text: string): TitleClass {
  if (text === '') return 'blank'
  if (text.length > 20) return 'unknown'
  if (ordinalTitle.test(text)) return 'ordinal'
  const parts = text.split(conjunction)
  if (parts.length > 1 && parts.every((p) => p.length >= 2)) {
    const classes = parts.map(single)
    for (const of of precedence) if (classes.includes(of)) return of
  }
  return single(text)
}

function single(text: string): TitleClass {
  if (ordinalTitle.test(text)) return 'ordinal'
  if (unitTitleBare.test(text)) return 'unit'
  if (unitTitleNoun.test(text)) return otherUnits.test(text) ? 'other' : 'unit'
  if (personTitle.test(text)) return 'person'
  if (otherTitle.test(text)) return 'other'
  if (timeTitle.test(text) || timeTitleWhole.test(text)) return 'time'
  if (sectionTitle.test(text)) return 'section'
  if (taskTitle.test(text)) return 'task'
  if (detailTitle.test(text)) return 'detail'
  return 'unknown'
}

/** 牵头及配合单位 holds both: its cells say which, and what they leave open is responsible. */
function unitRole(text: string): Role | null {
  if (!unitRoleWords.test(text)) return null
  const roles = new Set(
    text
      .split(conjunction)
      .filter((part) => single(part) === 'unit')
      .map((part) => roleOfTitle(part))
      .filter((r) => r !== null),
  )
  if (roles.size > 1) return 'responsible'
  return roleOfTitle(text) ?? 'responsible'
}
