/**
 * What stops a file (or a run): a closed list of named errors, each with the exit status of the
 * command line, the status of an HTTP answer, and its text. Anything else that is thrown is a bug.
 */
import { fill, type Lang, type Params } from './message.ts'

export const errors = {
  'usage/wrong': { exit: 64, http: 400, zh: '用法不对：{detail}', en: 'wrong usage: {detail}' },
  'input/not-found': { exit: 2, http: 404, zh: '找不到文件：{path}', en: 'no such file: {path}' },
  'input/unreadable': {
    exit: 2,
    http: 400,
    zh: '无法读取 {path}：{detail}',
    en: 'cannot read {path}: {detail}',
  },
  'input/none': { exit: 1, http: 400, zh: '没有可以读取的文件：{path}', en: 'nothing to read in {path}' },
  'input/empty': { exit: 2, http: 422, zh: '文件是空的', en: 'the file is empty' },
  'input/too-large': {
    exit: 2,
    http: 413,
    zh: '文件过大：{bytes} 字节，上限 {limit} 字节（可用 --max-bytes 调整）',
    en: 'the file is too large: {bytes} bytes, the limit is {limit} (--max-bytes)',
  },
  'input/unsupported': {
    exit: 2,
    http: 415,
    zh: '不支持的文件类型：{detail}',
    en: 'unsupported kind of file: {detail}',
  },
  'input/changed': {
    exit: 2,
    http: 409,
    zh: '读取时文件被改动：{path}（{detail}）',
    en: 'the file changed while it was read: {path} ({detail})',
  },
  'archive/too-large': {
    exit: 2,
    http: 413,
    zh: '压缩包解开后过大：{bytes} 字节，上限 {limit} 字节（可用 --max-archive-bytes 调整）',
    en: 'the archive unpacks to {bytes} bytes, the limit is {limit} (--max-archive-bytes)',
  },
  'archive/too-many': {
    exit: 2,
    http: 413,
    zh: '压缩包内的文件过多：{count} 个，上限 {limit} 个（可用 --max-members 调整）',
    en: 'the archive has {count} members, the limit is {limit} (--max-members)',
  },
  'input/undecodable': {
    exit: 2,
    http: 422,
    zh: '无法识别文本编码：{detail}',
    en: 'the text cannot be decoded: {detail}',
  },
  'document/encrypted': {
    exit: 2,
    http: 422,
    zh: '文件已加密，需要密码',
    en: 'the document is encrypted and needs a password',
  },
  'document/damaged': {
    exit: 2,
    http: 422,
    zh: '文件已损坏：{detail}',
    en: 'the document is damaged: {detail}',
  },
  'document/too-large': {
    exit: 2,
    http: 413,
    zh: '文档内容超出上限：{what}',
    en: 'the document is larger than the limit: {whatEn}',
  },
  'document/old-word': {
    exit: 2,
    http: 415,
    zh: '这是 Word 6.0/95 或更早的文件，请另存为 .docx 或 .doc（97—2003）后再试',
    en: 'a Word 6.0/95 or older file: save it as .docx or .doc (97–2003) first',
  },
  'output/unwritable': {
    exit: 1,
    http: 500,
    zh: '无法写入 {path}：{detail}',
    en: 'cannot write {path}: {detail}',
  },
  'part/missing': {
    exit: 69,
    http: 501,
    zh: '缺少可选组件 {part}，或它不支持本机（{detail}）；请运行 npm install {part} 安装',
    en: 'the optional package {part} is missing or does not run here ({detail}); npm install {part} installs it',
  },
  'result/invalid': {
    exit: 70,
    http: 500,
    zh: '程序缺陷：结果不符合数据模式（{detail}），请报告',
    en: 'a bug: the result does not fit the schema ({detail}); please report it',
  },
} as const satisfies Record<string, { exit: number; http: number; zh: string; en: string }>

export type ErrorCode = keyof typeof errors

/** A named error: bad input, or a place that cannot be written. Bugs are never one of these. */
export class YaodianError extends Error {
  override readonly name = 'YaodianError'
  readonly code: ErrorCode
  readonly params: Params

  constructor(code: ErrorCode, params: Params = {}, options?: ErrorOptions) {
    super(`${code}: ${fill(errors[code].zh, params)}`, options)
    this.code = code
    this.params = params
  }

  text(lang: Lang = 'zh'): string {
    return fill(errors[this.code][lang], this.params)
  }
}
