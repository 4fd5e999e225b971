import type { Template } from './template.ts'

export const html = {
  'html/hidden-text': {
    level: 'info',
    zh: '正文中有 {count} 处隐藏的文字未读取',
    en: 'hidden text in {count} places of the text was not read',
  },
  'html/tables-flattened': {
    level: 'warning',
    zh: '有 {count} 个表格嵌套过深，按段落读取',
    en: '{count} tables nested too deep were read as paragraphs',
  },
  'html/frame': {
    level: 'warning',
    zh: '网页的内容可能在框架中，未读取：{src}',
    en: 'the text of the page may be in a frame, which was not read: {src}',
  },
  'html/no-text': {
    level: 'error',
    zh: '网页中没有文字（可能由脚本显示，或是图片）',
    en: 'the page holds no text (scripts may show it, or it is an image)',
  },
} satisfies Record<string, Template>
