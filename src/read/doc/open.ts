/** An opened document: its parts, found by the FIB, and its stories read from them. */

import type { Block } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import type { Limits } from '../reader.ts'
import { Bytes, Outside } from './bytes.ts'
import { Characters } from './characters.ts'
import type { CompoundFile, Stream } from './compound.ts'
import { budgetOf, type WordDocument } from './document.ts'
import { readAnchors, readGroups, readTextBoxes } from './drawings.ts'
import { type Fib, type Part, readFib, type Story, stories } from './fib.ts'
import { Formatting } from './fkp.ts'
import { readFonts } from './fonts.ts'
import { ListTable } from './lists.ts'
import { StoryReader } from './paragraphs.ts'
import { readText } from './pieces.ts'
import type { Elsewhere } from './properties.ts'
import { Styles } from './styles.ts'
import { readBlocks, type Story as StoryBlocks } from './tables.ts'

/** Paragraphs of a document; the longest reports have some ten thousands. */
const maxParagraphs = 300_000
/** Bytes of modifiers that stand elsewhere: a row of 63 cells has some 2,000. */
const maxElsewhere = 64 * 1024 * 1024

const empty = new Bytes(new Uint8Array(0))

export class OpenDocument {
  readonly document: WordDocument
  private readonly fib: Fib
  private readonly table: Bytes
  private readonly report: Report
  private readonly missing: number

  /** @throws YaodianError; Outside */
  constructor(file: CompoundFile, stream: Stream, report: Report, limits: Limits) {
    this.report = report
    const word = stream.bytes
    this.fib = readFib(word)
    // Some writers name the wrong one of the two.
    const other = this.fib.tableStream === '0Table' ? '1Table' : '0Table'
    const table = file.stream(this.fib.tableStream) ?? file.stream(other)
    if (!table) throw new YaodianError('document/damaged', { detail: this.fib.tableStream })
    this.table = table.bytes

    const pieces = this.fib.part('pieces')
    const {
      text,
      pieces: list,
      missing,
    } = readText(
      this.table.part(pieces.at, Math.min(pieces.size, this.table.length - pieces.at)),
      word,
      this.fib.language,
      limits.maxPartBytes,
    )
    const declared = stories.reduce((sum, s) => sum + this.fib.lengths[s], 0)
    this.missing = missing + Math.max(0, declared - text.length)

    const data = file.stream('Data')?.bytes ?? null
    const styles = this.optional('styles', new Styles(null), (b) => new Styles(b))
    const formatting = (part: 'papx' | 'chpx') =>
      this.optional(part, new Formatting(empty, word, part), (b) => new Formatting(b, word, part))
    this.document = {
      text,
      pieces: list,
      word,
      data,
      styles,
      paragraphs: formatting('papx'),
      characters: new Characters(word, list, formatting('chpx'), styles),
      lists: this.readLists(),
      fonts: this.optional('fonts', [], readFonts),
      elsewhere: elsewhereIn(data),
      findings: {
        links: [],
        pictures: 0,
        covered: 0,
        undefinedRows: 0,
        symbols: new Set(),
        fields: new Set(),
        objects: new Set(),
      },
      budget: budgetOf(maxParagraphs, limits),
    }
  }

  /** The blocks of a subdocument; the main text with the text boxes that are anchored in it. */
  story(name: Exclude<Story, 'textBoxes'>): StoryBlocks {
    let { from, to } = this.range(name)
    const boxes = name === 'main' ? this.textBoxes() : new Map<number, readonly Block[]>()
    // The first six stories of the headers are the lines that part notes from the text (2.3.3).
    if (name === 'headers') from += this.optional('headers', 0, (plc) => plc.u32(4 * 6))
    const { blocks, contents } = this.read(from, to, boxes)
    return { blocks: [...blocks, ...[...boxes.values()].flat()], contents }
  }

  private read(from: number, to: number, boxes?: Map<number, readonly Block[]>): StoryBlocks {
    const { document } = this
    if (from >= to) return { blocks: [], contents: [] }
    const reader = new StoryReader(document, from, to, boxes)
    return readBlocks(reader.lines(), document.budget, document.findings)
  }

  private range(name: Story): { from: number; to: number } {
    let from = 0
    for (const story of stories) {
      const to = from + this.fib.lengths[story]
      if (story === name) return { from, to: Math.min(to, this.document.text.length) }
      from = to
    }
    return { from: 0, to: 0 }
  }

  /** Text boxes by the position of their anchor; of those anchored nowhere one after another below zero. */
  private textBoxes(): Map<number, readonly Block[]> {
    const { from, to } = this.range('textBoxes')
    const found = new Map<number, Block[]>()
    if (from >= to) return found
    const whole = [{ from: 0, to: to - from, shape: 0 }]
    const boxes = this.optional('textBoxes', whole, readTextBoxes)
    const anchors = this.optional('shapes', new Map<number, number>(), readAnchors)
    const groups = this.optional('drawings', new Map<number, number>(), readGroups)
    for (const box of boxes) {
      const { blocks } = this.read(from + box.from, Math.min(from + box.to, to))
      const anchor = anchors.get(box.shape) ?? anchors.get(groups.get(box.shape) ?? -1) ?? -1
      const list = found.get(anchor) ?? []
      for (const block of blocks) list.push(block)
      found.set(anchor, list)
    }
    return found
  }

  private readLists(): ListTable {
    const lists = new ListTable()
    this.optional('lists', null, (_, { at }) => lists.readLists(this.table, at))
    this.optional('listFormats', null, (plf) => lists.readInstances(plf))
    return lists
  }

  /** A part that a document can do without: damaged, it is reported and what it would add is missing. */
  private optional<T>(
    name: Part,
    without: T,
    read: (bytes: Bytes, range: { at: number; size: number }) => T,
  ): T {
    const range = this.fib.part(name)
    if (range.size === 0) return without
    try {
      return read(this.table.part(range.at, range.size), range)
    } catch (error) {
      if (!(error instanceof Outside)) throw error
      this.report.add('doc/part-damaged', { part: name })
      return without
    }
  }

  note(isEmpty: boolean): void {
    const { report, missing } = this
    const { pictures, covered, undefinedRows, symbols, fields, objects } = this.document.findings
    if (missing > 0) report.add('doc/text-missing', { count: missing })
    if (isEmpty && pictures > 0) report.add('doc/images-only', { count: pictures })
    if (covered > 0) report.add('doc/covered-text', { count: covered })
    if (undefinedRows > 0) report.add('doc/rows-undefined', { count: undefinedRows })
    for (const kind of objects) report.add('doc/embedded-object', { kind })
    for (const name of fields) report.add('doc/field-without-result', { name })
    if (symbols.size > 0) report.add('doc/symbol-unknown', { symbols: [...symbols].slice(0, 10).join('、') })
  }
}

/** Modifiers in the Data stream (PrcData, 2.9.211), each read once. */
function elsewhereIn(data: Bytes | null): Elsewhere {
  const known = new Map<number, Bytes | null>()
  let left = maxElsewhere
  return (offset) => {
    let grpprl = known.get(offset)
    if (grpprl === undefined) {
      grpprl = null
      if (data && offset + 2 <= data.length) {
        const size = Math.min(data.u16(offset), data.length - offset - 2)
        grpprl = data.part(offset + 2, size)
      }
      known.set(offset, grpprl)
    }
    left -= grpprl?.length ?? 0
    if (left < 0) throw new YaodianError('document/damaged', { detail: 'PrcData' })
    return grpprl
  }
}
