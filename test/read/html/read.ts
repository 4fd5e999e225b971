import type { Block, Content } from '../../../src/document.ts'
import { Report } from '../../../src/message.ts'
import { html } from '../../../src/read/html/index.ts'
import { defaultLimits, type Limits, type Reader } from '../../../src/read/reader.ts'

export interface Read extends Content {
  readonly codes: readonly string[]
}

/** Reads bytes, or text as UTF-8. */
export async function read(
  source: string | Uint8Array,
  { reader = html, limits = {} }: { reader?: Reader; limits?: Partial<Limits> } = {},
): Promise<Read> {
  const report = new Report()
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const content = await reader.read({ name: 'a.html', bytes }, report, { ...defaultLimits, ...limits })
  return { ...content, codes: report.noted.map((n) => n.code) }
}

/** Blocks as lines to compare: a paragraph's text, a table's cells as rows of `a | b`. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.map((b) => {
    if (b.type === 'paragraph') return b.text
    const rows: string[][] = Array.from({ length: b.rows }, () => [])
    for (const c of b.cells) {
      const span = c.rowSpan > 1 || c.colSpan > 1 ? `${c.rowSpan}x${c.colSpan}:` : ''
      rows[c.row]!.push(span + c.text)
    }
    return rows.map((cells) => cells.join(' | ')).join('\n')
  })
}
