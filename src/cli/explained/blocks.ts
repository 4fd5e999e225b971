/** The document as read: a line a paragraph, a grid a table. */
import CliTable from 'cli-table3'
import type { Block, Document, Place, Table } from '../../document.ts'
import { plain } from '../summary.ts'
import { oneLine } from '../terminal.ts'
import type { Texts } from '../texts.ts'
import { cut } from '../width.ts'
import { originText } from './place.ts'

const textColumns = 60
const cellColumns = 24
/** Rows of a table that are drawn: enough to see its columns. */
const shownRows = 30
const shownFurniture = 40

export function* explainDocument(document: Document, texts: Texts): Generator<string> {
  const { source } = document
  const facts = [source.name, source.format, source.encoding, `${source.bytes} B`, `sha256 ${source.sha256}`]
  yield facts.filter((fact) => fact !== null).join('  ')
  for (const block of document.blocks) yield* explainBlock(block, texts)
  if (document.furniture.length === 0) return
  yield `-- ${texts.explained.furniture}`
  for (const block of document.furniture.slice(0, shownFurniture)) yield* explainBlock(block, texts)
  const more = document.furniture.length - shownFurniture
  if (more > 0) yield texts.explained.moreBlocks(more)
}

function* explainBlock(block: Block, texts: Texts): Generator<string> {
  if (block.type === 'table') {
    yield `${block.id}  ${texts.explained.table(block.rows, block.cols)}`
    yield* grid(block)
    if (block.rows > shownRows) yield texts.explained.moreRows(block.rows - shownRows)
    return
  }
  const level = block.level === undefined ? '' : `h${block.level} `
  yield `${block.id}  ${level}${cut(oneLine(block.text), textColumns)}${at(block.places, texts)}`
}

function at(places: readonly Place[], texts: Texts): string {
  const first = places[0]
  return first ? `  @ ${originText(first.origin, texts)}` : ''
}

/** Merged cells stand once, over all that they cover. */
export function grid(table: Table): string[] {
  const rows = Array.from({ length: Math.min(table.rows, shownRows) }, (): CliTable.Cell[] => [])
  for (const cell of table.cells) {
    if (cell.row >= shownRows) continue
    rows[cell.row]!.push({
      content: cut(oneLine(cell.text), cellColumns).replaceAll('\x1b', '\\x1b'),
      colSpan: cell.colSpan,
      rowSpan: Math.min(cell.rowSpan, shownRows - cell.row),
    })
  }
  const drawn = new CliTable({ style: { ...plain, compact: false } })
  drawn.push(...rows)
  return drawn.toString().split('\n')
}
