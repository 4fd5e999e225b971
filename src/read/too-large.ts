/** A document that holds more than a limit grants: what of, how many, and the flag that moves the limit. */
import { YaodianError } from '../errors.ts'

/** What is counted. Without a flag the bound is the program's own. */
const things = {
  bytes: { zh: '一个部件的字节数', en: 'bytes of one part', flag: 'max-part-bytes' },
  characters: { zh: '正文字符数', en: 'characters of text', flag: 'max-part-bytes' },
  repeated: {
    zh: '嵌套或重复内容的字符数',
    en: 'characters of nested or repeated content',
    flag: 'max-part-bytes',
  },
  cells: { zh: '表格单元格数', en: 'table cells', flag: 'max-cells' },
  /** A paragraph costs what a cell does. */
  boundParagraphs: { zh: '段落数', en: 'paragraphs', flag: 'max-cells' },
  depth: { zh: '嵌套层数', en: 'levels of nesting', flag: 'max-depth' },
  pages: { zh: '页数', en: 'pages', flag: 'max-pages' },
  paragraphs: { zh: '段落数', en: 'paragraphs', flag: null },
  blocks: { zh: '段落和单元格数', en: 'paragraphs and cells', flag: null },
  lines: { zh: '行数', en: 'lines', flag: null },
  elements: { zh: '网页元素数', en: 'elements', flag: null },
  fields: { zh: '域数', en: 'fields', flag: null },
  pieces: { zh: '依据条数', en: 'pieces of evidence', flag: null },
  quoted: { zh: '依据引用的字符数', en: 'characters quoted as evidence', flag: null },
} as const

/**
 * @param asked how many the document has; null where reading ended before that was known
 * @returns YaodianError `document/too-large`
 */
export function tooLarge(thing: keyof typeof things, asked: number | null, granted: number): YaodianError {
  const { zh, en, flag } = things[thing]
  const how = flag === null ? { zh: '', en: '' } : { zh: `（可用 --${flag} 调整）`, en: ` (--${flag})` }
  return new YaodianError('document/too-large', {
    what: asked === null ? `${zh}超过 ${granted}${how.zh}` : `${zh}为 ${asked}，上限 ${granted}${how.zh}`,
    whatEn:
      asked === null
        ? `more than ${granted} ${en}${how.en}`
        : `${asked} ${en}, the limit is ${granted}${how.en}`,
    ...(flag === null ? {} : { flag }),
    ...(asked === null ? {} : { asked }),
    limit: granted,
  })
}
