/** Packages of .odt made here, and what the reader gives for them, in short. */
import { strToU8, zipSync } from 'fflate'
import type { Block, Content, Paragraph, Table } from '../../../src/document.ts'
import { YaodianError } from '../../../src/errors.ts'
import { Report } from '../../../src/message.ts'
import { odt } from '../../../src/read/odt/index.ts'
import { defaultLimits, type Limits } from '../../../src/read/reader.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const namespaces = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
  ['meta', 'meta'],
  ['form', 'form'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${oasis}:${name}:1.0"`)
  .concat(
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
  )
  .join(' ')

export interface Parts {
  /** Inside office:text. */
  readonly body: string
  /** Inside office:automatic-styles of content.xml. */
  readonly automatic?: string
  /** Inside office:styles of styles.xml, and inside its master page. */
  readonly styles?: string
  readonly page?: string
  readonly files?: Readonly<Record<string, string>>
}

export function contentXml({ body, automatic = '' }: Parts): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

export function packageOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const all = { mimetype: 'application/vnd.oasis.opendocument.text', ...files }
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  )
}

export function odtFile(parts: Parts): Uint8Array {
  const styles = `<office:document-styles ${namespaces}><office:styles>${parts.styles ?? ''}</office:styles><office:master-styles><style:master-page style:name="Standard">${parts.page ?? ''}</style:master-page></office:master-styles></office:document-styles>`
  return packageOf({ 'content.xml': contentXml(parts), 'styles.xml': styles, ...parts.files })
}

export interface Read extends Content {
  readonly codes: readonly string[]
}

export async function read(source: Parts | string | Uint8Array, limits: Partial<Limits> = {}): Promise<Read> {
  const report = new Report()
  const bytes =
    source instanceof Uint8Array ? source : odtFile(typeof source === 'string' ? { body: source } : source)
  const content = await odt.read({ name: 'a.odt', bytes }, report, { ...defaultLimits, ...limits })
  return { ...content, codes: report.noted.map((n) => n.code) }
}

/** The paragraphs of a text that gives no message. */
export async function paragraphs(source: Parts | string): Promise<Paragraph[]> {
  const { blocks, codes } = await read(source)
  if (codes.length > 0) throw new Error(codes.join(', '))
  return blocks.filter((b): b is Paragraph => b.type === 'paragraph')
}

export async function texts(source: Parts | string): Promise<string[]> {
  return (await paragraphs(source)).map((p) => p.text)
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
  source: Parts | string | Uint8Array,
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
