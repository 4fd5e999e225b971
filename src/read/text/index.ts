/**
 * The reader of plain text and Markdown.
 *
 *   bytes → text → lines → tables and paragraphs
 *
 * A line is a paragraph, unless the text is wrapped; what tables are left as text are put together again.
 */
import type { Block, Content } from '../../document.ts'
import { YaodianError } from '../../errors.ts'
import type { Report } from '../../message.ts'
import { decode, noteDecoding } from '../charset.ts'
import type { Limits, Reader, Source } from '../reader.ts'
import { gridOf } from './grid.ts'
import { Lines } from './lines.ts'
import { lonePipesAt } from './lone-pipes.ts'
import { isMarkdown } from './markdown.ts'
import { Paragraphs } from './paragraphs.ts'
import { kindOf } from './pipes.ts'
import { rowsAt } from './rows.ts'
import { type Answer, afterBlank, type FoundTable, type Scan } from './scan.ts'
import { stackAt } from './stack.ts'
import type { WrapLine } from './wrap.ts'

export const text: Reader = {
  format: 'txt',
  async read(source: Source, report: Report, limits: Limits): Promise<Content> {
    const decoded = decode(source.bytes, { declared: source.charset ?? null })
    noteDecoding(decoded, report)
    return { ...contentOf(decoded.text, source.name, report, limits), encoding: decoded.encoding }
  },
}

/** Recognisers of tables, in the order in which they are asked. */
const recognisers: readonly ((scan: Scan, k: number) => Answer)[] = [rowsAt, lonePipesAt, stackAt]

/**
 * The blocks of a decoded text.
 * @throws YaodianError `input/empty`, `document/too-large`
 */
export function contentOf(
  source: string,
  name: string,
  report: Report,
  limits: Limits,
): Omit<Content, 'encoding'> {
  const lines = new Lines(source)
  const { filled } = lines
  if (filled.length === 0) throw new YaodianError('input/empty')
  noteControls(source, report)
  const kinds = Array.from(filled, (i) => kindOf(lines, i))
  const markdown = isMarkdown(name, lines, kinds)
  const found: { at: number; table: FoundTable }[] = []
  const plain: WrapLine[] = []
  const stray: number[] = []
  const scan = { lines, kinds, report } satisfies Scan
  const asleep = recognisers.map(() => 0)
  for (let k = 0; k < filled.length; ) {
    const table = tableAt(scan, k, asleep)
    if (table) {
      found.push({ at: k, table })
      k = table.next
      continue
    }
    // A pipe that no table needs is what a layout table left behind.
    if (kinds[k] === 'pipes' || kinds[k] === 'rule') stray.push(k)
    else plain.push({ k, apart: afterBlank(scan, k) })
    k++
  }
  const paragraphs = new Paragraphs(lines, plain, markdown)
  const blocks: Block[] = []
  let next = 0
  for (const { at, table } of found) {
    const before = next
    while (next < plain.length && plain[next]!.k < at) next++
    for (const paragraph of paragraphs.of(plain.slice(before, next))) blocks.push(paragraph)
    blocks.push(gridOf(table.rows, table.cols, (s) => paragraphs.paragraph(s), limits.maxCells))
  }
  for (const paragraph of paragraphs.of(plain.slice(next))) blocks.push(paragraph)
  for (const k of stray) paragraphs.furniture.push(paragraphs.paragraph(lines.stretch(filled[k]!)))
  return { blocks, furniture: paragraphs.furniture, links: paragraphs.links, pages: [], meta: {} }
}

/** A table that begins with the `k`th line; a recogniser that said how far there is none is not asked before. */
function tableAt(scan: Scan, k: number, asleep: number[]): FoundTable | null {
  for (let i = 0; i < recognisers.length; i++) {
    if (asleep[i]! > k) continue
    const answer = recognisers[i]!(scan, k)
    if ('rows' in answer) return answer
    asleep[i] = answer.until
  }
  return null
}

/** NULs and other control characters stay in the text; no rule expects them. */
function noteControls(source: string, report: Report): void {
  const count = source.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/g)?.length ?? 0
  if (count > 0) report.add('text/control-characters', { count })
}
