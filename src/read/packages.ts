/** What is inside a zip package or an OLE compound file, by the names of its parts alone. */

import type { Format } from '../document.ts'
import { YaodianError } from '../errors.ts'

/** Names looked at: no document has more parts, and an archive made to exhaust memory may. */
const maxNames = 65_536

/** Names of a zip's entries, from its directory; from the entries themselves where that is cut off. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  const name = (at: number, length: number) =>
    new TextDecoder().decode(bytes.subarray(at, Math.min(bytes.length, at + length)))
  // The end record is 22 bytes and a comment of at most 65,535.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    let entry = view.getUint32(at + 16, true)
    while (
      entry + 46 <= bytes.length &&
      view.getUint32(entry, true) === 0x02014b50 &&
      names.length < maxNames
    ) {
      const length = view.getUint16(entry + 28, true)
      names.push(name(entry + 46, length))
      entry += 46 + length + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
    }
    if (names.length > 0) return names
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = Buffer.from([0x50, 0x4b, 0x03, 0x04])
  for (
    let at = buffer.indexOf(header);
    at >= 0 && names.length < maxNames;
    at = buffer.indexOf(header, at + 4)
  ) {
    if (at + 30 <= bytes.length) names.push(name(at + 30, view.getUint16(at + 26, true)))
  }
  return names
}

/** The document that a zip package is. @throws YaodianError where it is none that is read. */
export function zipFormat(bytes: Uint8Array): Format {
  const names = zipNames(bytes)
  // Packages written on Windows by hand have backslashes, and letters of either case (OPC, 6.2.2.3).
  const parts = names.map((n) => n.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase())
  const some = (pattern: RegExp) => parts.some((n) => pattern.test(n))
  if (some(/(^|\/)ofd\.xml$/)) return 'ofd'
  if (some(/^word\//) && (some(/^\[content_types\]\.xml$/) || some(/^word\/document\d*\.xml$/))) return 'docx'
  if (parts.includes('mimetype') || parts.includes('content.xml')) {
    const type = odfType(bytes)
    if (type === null || /^text(-|$)/.test(type)) {
      if (parts.includes('content.xml')) return 'odt'
    } else throw unsupported(odfKinds[type.split('-')[0]!] ?? `ODF (${type})`)
  }
  if (some(/^xl\//)) throw unsupported('XLSX')
  if (some(/^ppt\//)) throw unsupported('PPTX')
  if (parts.includes('meta-inf/container.xml') || some(/\.opf$/)) throw unsupported('EPUB')
  if (parts.includes('meta-inf/manifest.mf')) throw unsupported('JAR')
  // A docx whose main part has another name still has its content types and a relationship.
  if (some(/^\[content_types\]\.xml$/) && some(/^_rels\/\.rels$/)) return 'docx'
  // Without its directory it is what is left of something, and nobody knows what.
  if (!hasEnd(bytes)) throw new YaodianError('document/damaged', { detail: 'ZIP: 文件不完整 (cut off)' })
  throw unsupported('ZIP')
}

function hasEnd(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return end.subarray(Math.max(0, end.length - 22 - 0xffff)).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
}

const odfKinds: Readonly<Record<string, string>> = {
  spreadsheet: 'ODS',
  presentation: 'ODP',
  graphics: 'ODG',
}

/** What an ODF package says of itself in its first entry, stored as it is (ODF 1.2, part 3, 3.3). */
function odfType(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z-]+)/.exec(head)?.[1] ?? null
}

/**
 * Streams of compound files, in the order of what decides: an encrypted package may carry a stub that
 * Word opens, a .doc may hold a workbook as an object.
 */
const streams: readonly [name: string, kind: 'doc' | 'encrypted' | (string & {})][] = [
  ['EncryptedPackage', 'encrypted'],
  ['EncryptionInfo', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'XLS'],
  ['Book', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['VisioDocument', 'Visio'],
  ['__substg1.0_', 'Outlook MSG'],
  ['Equation Native', 'Equation'],
  ['HwpSummaryInformation', 'HWP'],
  ['FileHeader', 'HWP'],
]

/** The document that a compound file is. @throws YaodianError where it is none that is read. */
export function oleFormat(bytes: Uint8Array): Format {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [name, kind] of streams) {
    // A name stands in the directory in UTF-16, padded with NULs; its letters may be of either case.
    const written = name.endsWith('_') ? name : `${name}\0`
    const found = [written, written.toUpperCase()].some((n) => buffer.includes(Buffer.from(n, 'utf16le')))
    if (!found) continue
    if (kind === 'doc') return 'doc'
    if (kind === 'encrypted') throw new YaodianError('document/encrypted')
    throw unsupported(kind)
  }
  return 'doc'
}

export function unsupported(detail: string): YaodianError {
  return new YaodianError('input/unsupported', { detail })
}
