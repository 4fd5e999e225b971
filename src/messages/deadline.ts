import type { Template } from './template.ts'

export const deadline = {
  'deadline/damaged': {
    level: 'warning',
    zh: '期限“{text}”似有残缺（可能是“{likely}”），按原样保留，不推断日期',
    en: 'the deadline “{text}” looks damaged (it may have said “{likely}”); kept as printed and not dated',
  },
  'deadline/illegible': {
    level: 'warning',
    zh: '期限“{text}”似有残缺，按原样保留，不推断日期',
    en: 'the deadline “{text}” looks damaged; kept as printed and not dated',
  },
  'deadline/undated': {
    level: 'info',
    zh: '期限“{text}”无法换算为日期',
    en: 'the deadline “{text}” cannot be turned into a date',
  },
  'deadline/unread': {
    level: 'warning',
    zh: '时限栏的“{text}”没有读出期限',
    en: 'no deadline could be read from “{text}” in the column of times',
  },
} satisfies Record<string, Template>
