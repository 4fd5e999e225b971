/** What the .rtf reader gives, in short. */
import type { Block, Content, Paragraph, Table } from '../../../src/document.ts'
import { YaodianError } from '../../../src/errors.ts'
import { Report } from '../../../src/message.ts'
import { defaultLimits, type Limits } from '../../../src/read/reader.ts'
import { rtf } from '../../../src/read/rtf/index.ts'

export interface Read extends Content {
  readonly codes: readonly string[]
}

/** A document in GBK with two fonts: f0 of charset 0, f1 of charset 134 (GB 2312). */
export function document(body: string, head = ''): string {
  return `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}${head}\\pard\\plain ${body}}`
}

/** A character of the string is a byte of the file; others than Latin-1 are written as \u. */
export function bytesOf(source: string): Uint8Array {
  const escaped = source.replace(/[^\u0000-\u00ff]/g, (c) => `\\u${c.charCodeAt(0)}?`)
  return Uint8Array.from(Buffer.from(escaped, 'latin1'))
}

export async function read(source: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Read> {
  const report = new Report()
  const bytes = typeof source === 'string' ? bytesOf(source) : source
  const content = await rtf.read({ name: 'a.rtf', bytes }, report, { ...defaultLimits, ...limits })
  return { ...content, codes: report.noted.map((n) => n.code) }
}

/** The paragraphs of a body that gives no message. */
export async function paragraphs(body: string, head = ''): Promise<Paragraph[]> {
  const { blocks, codes } = await read(document(body, head))
  if (codes.length > 0) throw new Error(codes.join(', '))
  return blocks.filter((b): b is Paragraph => b.type === 'paragraph')
}

export async function texts(body: string, head = ''): Promise<string[]> {
  return (await paragraphs(body, head)).map((p) => p.text)
}

export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.map((b) => (b.type === 'paragraph' ? b.text : '[table]'))
}

export function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.filter((b): b is Table => b.type === 'table')
}

/** `0,1 2×3 text`: row and column, rows × columns where it spans. */
export function cellsOf(table: Table): string[] {
  return table.cells.map((c) => {
    const spans = c.rowSpan === 1 && c.colSpan === 1 ? '' : ` ${c.rowSpan}×${c.colSpan}`
    return `${c.row},${c.col}${spans} ${c.text}`
  })
}

/** The code of the named error that reading ends in; `null` if it does not. */
export async function errorOf(
  source: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<string | null> {
  try {
    await read(source, limits)
    return null
  } catch (error) {
    if (error instanceof YaodianError) return error.code
    throw error
  }
}
