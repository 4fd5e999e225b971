import type { Template } from './template.ts'

export const text = {
  'text/double-encoded': {
    level: 'info',
    zh: '文本曾以错误的编码打开后另存（{encoding}），已还原',
    en: 'the text had been opened in a wrong charset and saved ({encoding}); this was undone',
  },
  'text/bytes-replaced': {
    level: 'warning',
    zh: '有 {count} 处字节无法按 {encoding} 解码，以“\ufffd”代替',
    en: '{count} places could not be decoded as {encoding} and stand as “\ufffd”',
  },
} satisfies Record<string, Template>
