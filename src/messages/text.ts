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
  'text/control-characters': {
    level: 'warning',
    zh: '文本中有 {count} 个控制字符（如 NUL），按原样保留',
    en: 'the text holds {count} control characters (NULs and the like); they are kept',
  },
  'text/table-unclear': {
    level: 'warning',
    zh: '第 {line} 行起像是表格，但看不出列数，按段落读取',
    en: 'what begins in line {line} looks like a table, but its columns cannot be told; read as paragraphs',
  },
  'text/rows-realigned': {
    level: 'warning',
    zh: '第 {line} 行起的表格中有 {count} 行缺少单元格，已按内容对齐各列，请核对',
    en: 'in the table that begins in line {line}, {count} rows lack cells; they were put into columns by what they hold, please check',
  },
  'text/mojibake': {
    level: 'error',
    zh: '文本是乱码（UTF-8 被当作 GBK 打开后另存），无法还原，请找原文件',
    en: 'the text is garbled (UTF-8 was opened as GBK and saved) and cannot be restored; find the original',
  },
  'text/byte-slip': {
    level: 'error',
    zh: '此处缺少字节，其后的文字错乱，按原样保留：“{quote}”',
    en: 'a byte is missing here and the text after it is garbled; it is kept: “{quote}”',
  },
  'text/digits-lost': {
    level: 'warning',
    zh: '日期或编号似有数字缺失，按原样保留：“{quote}”',
    en: 'a date or number seems to have lost characters; it is kept: “{quote}”',
  },
  'text/pinyin-inserted': {
    level: 'error',
    zh: '文中有 {count} 处在汉字后插入了拼音（如“國(guó)”），按原样保留',
    en: 'pinyin was inserted after {count} characters (國(guó)); it is kept',
  },
  'text/traditional': {
    level: 'info',
    zh: '文本为繁体字，按原样保留',
    en: 'the text is in traditional characters, which are kept',
  },
} satisfies Record<string, Template>
