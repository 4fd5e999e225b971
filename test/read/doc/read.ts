/** What the .doc reader gives, in short. */
import type { Block, Cell, Content, Table } from '../../../src/document.ts'
import { YaodianError } from '../../../src/errors.ts'
import { Report } from '../../../src/message.ts'
import { doc } from '../../../src/read/doc/index.ts'
import { defaultLimits, type Limits } from '../../../src/read/reader.ts'

export interface Read {
  readonly content: Content
  readonly messages: readonly string[]
}

export async function read(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Read> {
  const report = new Report()
  const content = await doc.read({ name: 'x.doc', bytes }, report, { ...defaultLimits, ...limits })
  return { content, messages: report.noted.map((n) => n.code) }
}

/** Texts of the paragraphs outside tables. */
export async function lines(bytes: Uint8Array): Promise<string[]> {
  return textsOf((await read(bytes)).content.blocks)
}

export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.map((b) => (b.type === 'paragraph' ? b.text : '[table]'))
}

export async function firstTable(bytes: Uint8Array): Promise<Table> {
  const found = (await read(bytes)).content.blocks.find((b) => b.type === 'table')
  if (!found) throw new Error('no table')
  return found
}

/** `0,1 2×3 text`: row and column, rows × columns where it spans. */
export function cellsOf(table: Table): string[] {
  return table.cells.map((c: Cell) => {
    const spans = c.rowSpan === 1 && c.colSpan === 1 ? '' : ` ${c.rowSpan}×${c.colSpan}`
    return `${c.row},${c.col}${spans} ${c.text}`
  })
}

/** The code of the named error that reading ends in; `null` if it does not. */
export async function errorOf(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string | null> {
  try {
    await read(bytes, limits)
    return null
  } catch (error) {
    if (error instanceof YaodianError) return error.code
    throw error
  }
}
