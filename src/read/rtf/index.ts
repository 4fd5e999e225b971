/**
 * The .rtf reader (Rich Text Format 1.9.1): bytes to tokens, tokens to stories of paragraphs, those to
 * blocks as of a .doc, which has the same paragraphs, cells' ends and rows' ends.
 */
import type { Block, Content } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { Interpreter } from './interpreter.ts'
import type { RtfFindings } from './reading.ts'

export const rtf: Reader = {
  format: 'rtf',
  async read(source: Source, report: Report, limits: Limits): Promise<Content> {
    const interpreter = new Interpreter(source.bytes, beginning(source.bytes), limits)
    const { blocks, contents } = interpreter.run()
    const { scanner, truncatedAt, reading, info } = interpreter
    if (truncatedAt !== null) report.add('rtf/truncated', { offset: truncatedAt })
    else noteRest(source.bytes, scanner.at, report)
    note(reading.findings, blocks.length === 0, report)
    const furniture: Block[] = [...contents, ...interpreter.furniture]
    return { blocks, furniture, links: reading.findings.links, pages: [], meta: info.meta, encoding: null }
  },
}

/** Where `{\rtf` begins: a byte order mark or blank lines may stand before it. */
function beginning(bytes: Uint8Array): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf('{\\rtf')
  if (at < 0) throw new YaodianError('document/damaged', { detail: '{\\rtf' })
  return at
}

/** What stands after the document's last brace is shown by no program; padding is nothing to speak of. */
function noteRest(bytes: Uint8Array, at: number, report: Report): void {
  let rest = 0
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte > 0x20 && byte !== 0x7d) rest++
  }
  if (rest > 0) report.add('rtf/text-after-end', { offset: at, count: rest })
}

function note(findings: RtfFindings, empty: boolean, report: Report): void {
  const { pictures, covered, undefinedRows, symbols, fields, objects, replaced, pages, destinations } =
    findings
  if (empty && pictures > 0) report.add('rtf/images-only', { count: pictures })
  if (covered > 0) report.add('rtf/covered-text', { count: covered })
  if (undefinedRows > 0) report.add('rtf/rows-undefined', { count: undefinedRows })
  for (const kind of objects) report.add('rtf/embedded-object', { kind })
  for (const name of fields) report.add('rtf/field-without-result', { name })
  if (symbols.size > 0) report.add('rtf/symbol-unknown', { symbols: some(symbols) })
  if (replaced > 0) report.add('rtf/bytes-replaced', { count: replaced })
  if (pages.size > 0) report.add('rtf/codepage-unknown', { pages: some(pages) })
  if (destinations.size > 0) report.add('rtf/destination-unknown', { names: some(destinations) })
}

function some(names: ReadonlySet<string | number>): string {
  const list = [...names]
  return list.length > 10 ? `${list.slice(0, 10).join('、')}…` : list.join('、')
}
