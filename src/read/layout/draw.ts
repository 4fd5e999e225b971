/** A picture of what the layout saw on a page: edges, cells, words, tables, what stands apart. */
import type { Box } from '../../document.ts'
import { escapeXml } from './escape.ts'
import type { Grid } from './grid.ts'
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'
import { unturner } from './turn.ts'

/** A field to be marked: the boxes of a value's evidence on this page. */
export interface DrawnField {
  readonly label: string
  readonly box: Box
}

/** The page as SVG in points, of the size at which it is displayed. */
export function drawPage(page: PageLayout, fields: readonly DrawnField[] = []): string {
  const across = page.turn === 90 || page.turn === 270
  const width = across ? page.height : page.width
  const height = across ? page.width : page.height
  const unturn = unturner(page.turn, width, height)
  const parts: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}pt" height="${n(height)}pt" viewBox="0 0 ${n(width)} ${n(height)}">`,
    '<style>text{font-family:serif;fill:#222}.edge{stroke:#06c;stroke-width:.6}.cell{fill:#06c1;stroke:#06c;stroke-width:.3}.open{fill:#0a01;stroke:#0a0;stroke-width:.3}.line{fill:none;stroke:#c60;stroke-width:.2}.apart{fill:#8881;stroke:#888;stroke-width:.3}.field{fill:#f001;stroke:#e00;stroke-width:.5}.label{fill:#e00;font-size:4px}</style>',
    `<rect width="${n(width)}" height="${n(height)}" fill="#fff"/>`,
  ]
  for (const e of page.edges) {
    const box = unturn(e.horizontal ? [e.from, e.at, e.to, e.at] : [e.at, e.from, e.at, e.to])
    parts.push(`<line class="edge" x1="${n(box[0])}" y1="${n(box[1])}" x2="${n(box[2])}" y2="${n(box[3])}"/>`)
  }
  for (const grid of page.grids) parts.push(...cellsOf(grid, unturn))
  const inCells = page.grids.flatMap((g) => g.cells.flatMap((c) => c.lines))
  for (const line of [...page.lines, ...inCells]) parts.push(...lineParts(line, 'line'))
  for (const line of page.apart) parts.push(...lineParts(line, 'apart'))
  for (const f of fields) {
    parts.push(rect('field', f.box))
    parts.push(`<text class="label" x="${n(f.box[0])}" y="${n(f.box[1])}">${escapeXml(f.label)}</text>`)
  }
  parts.push('</svg>')
  return parts.join('\n')
}

function cellsOf(grid: Grid, unturn: (box: Box) => Box): string[] {
  return grid.cells.map((c) => {
    const box: Box = [
      grid.xs[c.col]!,
      grid.ys[c.row]!,
      grid.xs[c.col + c.colSpan]!,
      grid.ys[c.row + c.rowSpan]!,
    ]
    return rect(grid.ruled ? 'cell' : 'open', unturn(box))
  })
}

function lineParts(line: Line, name: string): string[] {
  const [x0, , x1, bottom] = line.box
  const size = Math.max(1, line.size * 0.9)
  return [
    rect(name, line.box),
    `<text x="${n(x0)}" y="${n(bottom - 0.15 * line.size)}" font-size="${n(size)}" textLength="${n(Math.max(1, x1 - x0))}" lengthAdjust="spacingAndGlyphs">${escapeXml(line.text)}</text>`,
  ]
}

function rect(name: string, [x0, top, x1, bottom]: Box): string {
  return `<rect class="${name}" x="${n(x0)}" y="${n(top)}" width="${n(x1 - x0)}" height="${n(bottom - top)}"/>`
}

const n = (value: number) => String(Math.round(value * 100) / 100)
