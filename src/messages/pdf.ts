import type { Template } from './template.ts'

export const pdf = {
  'page/scanned': {
    level: 'error',
    zh: '第{page}页是扫描图像，没有文字，未能读取',
    en: 'page {page} is a scanned image without text; it was not read',
  },
  'page/outlined': {
    level: 'error',
    zh: '第{page}页的文字画成了轮廓，没有文字编码，未能读取',
    en: 'the text of page {page} is drawn as outlines without character codes; it was not read',
  },
  'page/garbled': {
    level: 'error',
    zh: '第{page}页的文字编码无法还原（约{share}%的字符不可信），内容可能是乱码',
    en: 'the text of page {page} decodes to rubbish ({share}% of its characters are improbable)',
  },
  'page/ocr-layer': {
    level: 'warning',
    zh: '第{page}页是扫描件，文字取自其隐藏的识别层，可能有误',
    en: 'page {page} is a scan; its text was read from the hidden OCR layer and may hold errors',
  },
  'page/unreadable': {
    level: 'error',
    zh: '第{page}页已损坏，未能读取：{detail}',
    en: 'page {page} is damaged and was not read: {detail}',
  },
  'page/cut': {
    level: 'error',
    zh: '第{page}页的内容超出上限，只读取了一部分',
    en: 'page {page} holds more than the limit; only a part of it was read',
  },
  'page/drawing': {
    level: 'warning',
    zh: '第{page}页的线条多于任何表格，未按表格线读取',
    en: 'page {page} draws more lines than any table has; they were not read as ruling lines',
  },
  'pdf/attachment': {
    level: 'warning',
    zh: 'PDF 中嵌有附件“{name}”，未读取',
    en: 'the PDF carries an attachment, “{name}”, which was not read',
  },
  'pdf/no-text': {
    level: 'error',
    zh: '这个 PDF 中没有文字',
    en: 'there is no text in this PDF',
  },
} satisfies Record<string, Template>
