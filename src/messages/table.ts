import type { Template } from './template.ts'

export const table = {
  'table/not-tasks': {
    level: 'info',
    zh: '这个表格不是任务表（{titles}），不提取任务',
    en: 'not a table of tasks ({titles}); it holds no tasks',
  },
  'table/disclosure-catalogue': {
    level: 'info',
    zh: '这个表格是公开事项目录（{titles}），不提取任务',
    en: 'a catalogue of what is disclosed ({titles}); it holds no tasks',
  },
  'table/unknown-column': {
    level: 'warning',
    zh: '栏目“{title}”含义不明，未采用',
    en: 'the column “{title}” is not understood and is left out',
  },
  'table/header-aligned': {
    level: 'warning',
    zh: '表头栏目少于表格列数，按内容对应',
    en: 'the header has fewer titles than the table has columns; they were matched by content',
  },
  'table/row-aligned': {
    level: 'info',
    zh: '本行缺少单元格（合并单元格丢失），按内容对应，缺少的沿用上一行',
    en: 'cells are missing from this row (a merged cell dropped out); the rest were matched by content, the missing ones hold what stands above',
  },
  'table/note': {
    level: 'info',
    zh: '表内说明行未作为任务：“{quote}”',
    en: 'a note in the table is no task: “{quote}”',
  },
  'table/total-row': {
    level: 'info',
    zh: '合计行未作为任务：“{quote}”',
    en: 'a row of sums is no task: “{quote}”',
  },
  'table/task-blank': {
    level: 'warning',
    zh: '本行任务栏为空',
    en: 'the task column of this row is blank',
  },
  'table/task-above': {
    level: 'info',
    zh: '本行任务栏为空，沿用上一行的任务',
    en: 'the task column of this row is blank; it holds the task of the row above',
  },
  'table/row-joined': {
    level: 'info',
    zh: '跨页断开的一行已与上一行合并',
    en: 'a row split over two pages was joined with the row above',
  },
  'table/person': {
    level: 'info',
    zh: '“{quote}”是责任人，不是单位，未采用',
    en: '“{quote}” is a person and not a unit; left out',
  },
  'table/row-unread': {
    level: 'warning',
    zh: '本行没有可以采用的栏目：“{quote}”',
    en: 'no column of this row could be used: “{quote}”',
  },
} satisfies Record<string, Template>
