import type { Template } from './template.ts'

export const task = {
  'task/unit-missing': {
    level: 'warning',
    zh: '这项任务没有找到单位，而本通知{share}%的任务都有',
    en: 'no unit was found for this task, while {share}% of the tasks of the notice have one',
  },
  'task/repeated': {
    level: 'warning',
    zh: '这项任务与第“{first}”项相同',
    en: 'this task is the same as “{first}”',
  },
  'task/requirement-long': {
    level: 'warning',
    zh: '这项任务的要求有 {length} 字，远长于其他任务（一般 {middle} 字），可能混入了其他内容',
    en: 'the requirement of this task has {length} characters, far more than the others ({middle}); it may hold what is not its own',
  },
  'notice/ends-abruptly': {
    level: 'warning',
    zh: '最后一项任务没有结束标点（“…{ending}”），后面的内容可能缺失',
    en: 'the last task ends without a mark (“…{ending}”); what follows may be lost',
  },
} satisfies Record<string, Template>
