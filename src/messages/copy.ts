/** Of a copy of a notice: how its reading differs from that of the preferred copy. */
import type { Template } from './template.ts'

export const copy = {
  'copy/field-differs': {
    level: 'info',
    zh: '与首选副本的{field}不同：首选副本“{preferred}”，本文件“{other}”',
    en: 'the {field} differs from the preferred copy: “{preferred}” there, “{other}” here',
  },
  'copy/table-lost': {
    level: 'warning',
    zh: '首选副本中一张有 {count} 项任务的表格，本文件没有',
    en: 'a table of {count} tasks in the preferred copy is not in this file',
  },
  'copy/task-missing': {
    level: 'warning',
    zh: '首选副本的任务 {id} 本文件没有：“{task}”',
    en: 'task {id} of the preferred copy is not in this file: “{task}”',
  },
  'copy/task-extra': {
    level: 'warning',
    zh: '本文件的任务 {id} 首选副本没有：“{task}”',
    en: 'task {id} of this file is not in the preferred copy: “{task}”',
  },
  'copy/text-differs': {
    level: 'warning',
    zh: '任务 {id} 的文字与首选副本不同：首选副本“{preferred}”，本文件“{other}”',
    en: 'the text of task {id} differs: “{preferred}” in the preferred copy, “{other}” here',
  },
  'copy/digits-differ': {
    level: 'warning',
    zh: '任务 {id}“{task}”的数字与首选副本不同（首选副本 ↔ 本文件）：{numbers}',
    en: 'the numbers of task {id} “{task}” differ (preferred copy ↔ here): {numbers}',
  },
  'copy/units-differ': {
    level: 'warning',
    zh: '任务 {id}“{task}”的{role}与首选副本不同：首选副本 {preferred}，本文件 {other}',
    en: 'the {role} of task {id} “{task}” differ: {preferred} in the preferred copy, {other} here',
  },
  'copy/deadlines-differ': {
    level: 'warning',
    zh: '任务 {id}“{task}”的时限与首选副本不同：首选副本 {preferred}，本文件 {other}',
    en: 'the deadlines of task {id} “{task}” differ: {preferred} in the preferred copy, {other} here',
  },
} satisfies Record<string, Template>
