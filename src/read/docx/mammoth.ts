/** mammoth's document, by its public API: a transform that sees the document and leaves nothing to convert. */
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { escapeAttribute } from './xml.ts'

/** Elements of mammoth's document that our rewriting lets through (mammoth, lib/documents.js). */
export type Element =
  | { readonly type: 'paragraph' | 'run'; readonly children: readonly Element[] }
  | { readonly type: 'hyperlink'; readonly href?: string; readonly children: readonly Element[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'table'; readonly children: readonly Row[] }

export interface Row {
  readonly type: 'tableRow'
  readonly isHeader: boolean
  readonly children: readonly TableCell[]
}

export interface TableCell {
  readonly type: 'tableCell'
  readonly colSpan: number
  readonly rowSpan: number
  readonly children: readonly Element[]
}

export interface MammothDocument {
  readonly children: readonly Element[]
  readonly messages: readonly string[]
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Reads blocks of rewritten XML; `links` gives the address behind each relationship id. */
export async function readByMammoth(
  blocks: string,
  links: ReadonlyMap<string, string>,
): Promise<MammothDocument> {
  const document = `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${blocks}</w:body></w:document>`
  const used = links.size > 0 ? new Set(blocks.match(/(?<=r:id=")h\d+(?=")/g)) : []
  const relationships = [...used].map(
    (id) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escapeAttribute(links.get(id) ?? '')}" TargetMode="External"/>`,
  )
  // The two parts that mammoth needs; it finds the document at its usual place.
  const bytes = zipSync(
    {
      'word/document.xml': Buffer.from(document),
      'word/_rels/document.xml.rels': Buffer.from(
        `<Relationships xmlns="${packages}">${relationships.join('')}</Relationships>`,
      ),
    },
    { level: 0 },
  )
  let children: readonly Element[] = []
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      transformDocument: (read: { children: readonly Element[] }) => {
        children = read.children
        return { ...read, children: [] }
      },
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
    },
  )
  return { children, messages: messages.map((m) => m.message) }
}
