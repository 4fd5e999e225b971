/**
 * The .doc reader: Word 97–2007, and what Kingsoft writes as .wps. By [MS-DOC], from the compound file:
 * the text by its piece table, paragraphs and rows by their properties, labels by the list tables.
 */
import type { Block, Content } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import { unsupported } from '../packages.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { type Bytes, Outside } from './bytes.ts'
import { CompoundFile } from './compound.ts'
import { readMeta } from './meta.ts'
import { OpenDocument } from './open.ts'

export const doc: Reader = {
  format: 'doc',
  async read(source: Source, report: Report, limits: Limits): Promise<Content> {
    try {
      return read(new CompoundFile(source.bytes), report, limits)
    } catch (error) {
      if (error instanceof Outside) throw new YaodianError('document/damaged', { detail: error.message })
      throw error
    }
  },
}

function read(file: CompoundFile, report: Report, limits: Limits): Content {
  const word = file.stream('WordDocument')
  if (!word) throw notWord(file)
  const open = new OpenDocument(file, word, report, limits)
  const main = open.story('main')
  const blocks: Block[] = [...main.blocks]
  const furniture: Block[] = [...main.contents]
  for (const story of ['headers', 'headerTextBoxes', 'footnotes', 'endnotes'] as const) {
    for (const block of open.story(story).blocks) furniture.push(block)
  }
  open.note(blocks.length === 0)
  return {
    blocks,
    furniture,
    links: open.document.findings.links,
    pages: [],
    meta: readMeta(summary(file)),
    encoding: null,
  }
}

function summary(file: CompoundFile): Bytes | null {
  return file.stream('\u0005SummaryInformation')?.bytes ?? null
}

/** What a compound file is that has no text of Word. */
function notWord(file: CompoundFile): YaodianError {
  const names = new Set(file.names.map((n) => n.toUpperCase()))
  if (names.has('ENCRYPTEDPACKAGE')) return new YaodianError('document/encrypted')
  const kind = kinds.find(([name]) => names.has(name.toUpperCase()))
  if (kind) return unsupported(kind[1])
  // The names of an installer's tables are packed into characters beyond U+3800.
  if (file.names.some((n) => /[\u3800-\u4840]/.test(n))) return unsupported('MSI')
  return unsupported('OLE')
}

const kinds = [
  ['Workbook', 'XLS'],
  ['Book', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['VisioDocument', 'Visio'],
  ['__properties_version1.0', 'Outlook MSG'],
  ['MatOST', 'Works'],
  ['CONTENTS', 'Works'],
  ['FileHeader', 'HWP'],
] as const
