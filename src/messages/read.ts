import type { Template } from './template.ts'

export const read = {
  'read/extension-differs': {
    level: 'info',
    zh: '文件扩展名是 .{extension}，内容实为 {format}，按内容读取',
    en: 'the file is named .{extension}, its content is {format} and is read as such',
  },
} satisfies Record<string, Template>
