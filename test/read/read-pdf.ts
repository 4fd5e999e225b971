/** Reads PDFs made in the tests, and shows what they hold. */
import { expect } from 'vitest'
import type { Block, Content, Table } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { pdf } from '../../src/read/pdf/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { type MadeFile, type MadePage, makePdf, text } from './made-pdf.ts'

export async function readBytes(bytes: Uint8Array) {
  const report = new Report()
  const content = await pdf.read({ name: 'made.pdf', bytes }, report, defaultLimits)
  return { content, noted: report.noted, codes: report.noted.map((n) => n.code) }
}

export const read = (pages: readonly MadePage[], file: MadeFile = {}) => readBytes(makePdf(pages, file))

export const texts = (blocks: readonly Block[]) =>
  blocks.map((b) => (b.type === 'paragraph' ? b.text : b.cells.map((c) => c.text)))

export function onlyTable(content: Content): Table {
  const tables = content.blocks.filter((b) => b.type === 'table')
  expect(tables).toHaveLength(1)
  return tables[0]!
}

/** Rows as text: cells joined by |, a merged cell with its spans. */
export function rows(table: Table): string[] {
  return Array.from({ length: table.rows }, (_, r) =>
    table.cells
      .filter((c) => c.row === r)
      .map(
        (c) =>
          `${c.rowSpan > 1 ? `^${c.rowSpan}` : ''}${c.colSpan > 1 ? `<${c.colSpan}` : ''}${c.text.replace(/\n/g, '/')}`,
      )
      .join('|'),
  )
}

/** Fills a page with full lines, so that its measure is known. */
export const filler = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    text(
      57,
      from + 20 * i,
      '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利实',
    ),
  ).join('\n')
