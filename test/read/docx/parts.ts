/** Makes .docx files part by part, and reads them. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Block, Content, Paragraph, Table } from '../../../src/document.ts'
import { type MessageCode, Report } from '../../../src/message.ts'
import { docx } from '../../../src/read/docx/index.ts'
import { defaultLimits, type Limits } from '../../../src/read/reader.ts'

const declared = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['w16se', 'http://schemas.microsoft.com/office/word/2015/wordml/symex'],
] as const

export const namespaces = declared.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')

export function root(name: string, content: string): string {
  return `<w:${name} ${namespaces}>${content}</w:${name}>`
}

export function documentXml(body: string): string {
  return root('document', `<w:body>${body}</w:body>`)
}

/** A paragraph of one run, its properties before it. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
}

export function relationships(...list: [id: string, type: string, target: string, mode?: string][]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const items = list.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

export type Parts = Readonly<Record<string, string | Uint8Array>>

export function packed(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts))
    files[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files, { level: 1 })
}

/** A package whose document has this body. */
export function docxOf(body: string, parts: Parts = {}): Uint8Array {
  return packed({ 'word/document.xml': documentXml(body), ...parts })
}

export interface Read extends Content {
  readonly codes: readonly MessageCode[]
  readonly report: Report
}

export async function readBytes(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Read> {
  const report = new Report()
  const content = await docx.read({ name: 'test.docx', bytes }, report, { ...defaultLimits, ...limits })
  return { ...content, codes: report.noted.map((n) => n.code), report }
}

export function readBody(body: string, parts: Parts = {}): Promise<Read> {
  return readBytes(docxOf(body, parts))
}

/** Texts of blocks; a table is its rows of cells' texts. */
export function texts(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((b) => (b.type === 'paragraph' ? b.text : rowsOf(b)))
}

export function rowsOf(table: Table): string[][] {
  const rows: string[][] = Array.from({ length: table.rows }, () => [])
  for (const c of table.cells) rows[c.row]!.push(c.text)
  return rows
}

/** Row, column and spans of each cell: `0,1 2x1`. */
export function spansOf(table: Table): string[] {
  return table.cells.map((c) => `${c.row},${c.col} ${c.rowSpan}x${c.colSpan}`)
}

export function onlyTable({ blocks }: Content): Table {
  const [block] = blocks
  if (blocks.length !== 1 || block?.type !== 'table') throw new Error('one table expected')
  return block
}

export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((b) =>
    b.type === 'paragraph' ? [b] : b.cells.flatMap((c) => paragraphsOf(c.blocks)),
  )
}

/** What mammoth alone makes of a body, or its error. */
export async function mammothAlone(body: string, parts: Parts = {}): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(docxOf(body, parts)) })).value
  } catch (error) {
    return String(error)
  }
}
