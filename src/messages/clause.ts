import type { Template } from './template.ts'

export const clause = {
  'clause/closing-paragraph': {
    level: 'info',
    zh: '最后一项之后的段落不属于任何任务',
    en: 'a paragraph after the last item belongs to no task',
  },
  'clause/unclosed-bracket': {
    level: 'warning',
    zh: '责任括号没有闭合：“{quote}”',
    en: 'a bracket of responsibility is never closed: “{quote}”',
  },
  'clause/bracket-unread': {
    level: 'warning',
    zh: '括号中似有责任单位，但没有责任词，未作为责任单位：“{quote}”',
    en: 'a bracket seems to name units, but no word says their role; it is left in the text: “{quote}”',
  },
  'clause/bracket-unread-open': {
    level: 'warning',
    zh: '责任括号没有闭合，其后还有文字，不知到何处为止，未作为责任单位：“{quote}”',
    en: 'a bracket of responsibility is never closed and text goes on behind it, so where it ends is not told; it is left in the text: “{quote}”',
  },
  'clause/bracket-unread-mixed': {
    level: 'warning',
    zh: '括号中有责任单位，也有其他文字，未作为责任单位：“{quote}”',
    en: 'a bracket names units and says more besides; it is left in the text: “{quote}”',
  },
  'clause/bracket-note': {
    level: 'info',
    zh: '责任括号中的说明未作为单位：“{quote}”',
    en: 'a note in a bracket of responsibility is not a unit: “{quote}”',
  },
  'clause/numbering': {
    level: 'info',
    zh: '编号不连续：{before}之后是{label}',
    en: 'numbering is not continuous: {label} comes after {before}',
  },
} satisfies Record<string, Template>
