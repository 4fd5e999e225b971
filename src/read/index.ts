/**
 * From bytes to a document, whatever the format.
 *
 * A reader is a file or folder here and one line in {@link readers}; it is loaded when it is needed, so
 * that a text costs nothing of what a PDF does.
 */

import { createHash } from 'node:crypto'
import { type Block, type Document, type Format, identify } from '../document.ts'
import { YaodianError } from '../errors.ts'
import type { Report } from '../message.ts'
import { noteDamage } from './damage.ts'
import { detect } from './detect.ts'
import { unsupported } from './packages.ts'
import { defaultLimits, type Limits, type Reader, type Source } from './reader.ts'
import { tooLarge } from './too-large.ts'

const readers: Readonly<Partial<Record<Format, () => Promise<Reader>>>> = {
  txt: async () => (await import('./text/index.ts')).text,
  html: async () => (await import('./html/index.ts')).html,
  mhtml: async () => (await import('./html/mhtml.ts')).mhtml,
  doc: async () => (await import('./doc/index.ts')).doc,
  pdf: async () => (await import('./pdf/index.ts')).pdf,
  docx: async () => (await import('./docx/index.ts')).docx,
  rtf: async () => (await import('./rtf/index.ts')).rtf,
  odt: async () => (await import('./odt/index.ts')).odt,
}

/** Paragraphs and cells beyond which a text is no notice; as many tasks would take some 2 GB. */
const mostBlocks = 150_000

function countBlocks(blocks: readonly Block[]): number {
  let count = blocks.length
  for (const block of blocks) {
    if (block.type === 'table') for (const cell of block.cells) count += countBlocks(cell.blocks)
  }
  return count
}

/** What a caller without types may hand over. */
function checkSource(source: Source): void {
  const given: unknown = source
  const { name, bytes } = (given ?? {}) as Partial<Record<'name' | 'bytes', unknown>>
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) {
    throw new YaodianError('usage/wrong', { detail: 'parse({ name: string, bytes: Uint8Array })' })
  }
}

/**
 * Reads a file as a document; ids are given, `b0` … to its blocks and `f0` … to its furniture.
 * @throws YaodianError if the file cannot be read at all; anything less is a message in `report`.
 */
export async function read(source: Source, report: Report, limits: Partial<Limits> = {}): Promise<Document> {
  checkSource(source)
  const { bytes } = source
  const all = { ...defaultLimits, ...limits }
  if (bytes.length > all.maxBytes) {
    throw new YaodianError('input/too-large', { bytes: bytes.length, limit: all.maxBytes })
  }
  const format = detect(source, report)
  const load = readers[format]
  if (!load) throw unsupported(format)
  const content = await (await load()).read(source, report, all)
  const count = countBlocks(content.blocks)
  if (count > mostBlocks) {
    throw tooLarge('blocks', count, mostBlocks)
  }
  const blocks = identify(content.blocks, 'b')
  noteDamage(blocks, report)
  return {
    ...content,
    blocks,
    furniture: identify(content.furniture, 'f'),
    source: {
      name: source.name,
      format,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: content.encoding,
      pages: content.pages.length > 0 ? content.pages.length : null,
    },
  }
}
