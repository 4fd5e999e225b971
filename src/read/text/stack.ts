/**
 * Tables of which nothing is left but the cells, one a line, mostly with blank lines between them:
 *
 *     工作任务
 *
 *     责任股室
 *
 *     一、进一步强化重点领域信息公开
 *
 *     主动公开本部门工作项目计划…
 *
 *     综合股
 *
 * They are told by the titles of a task table one after the other, and by rows that follow.
 */
import { headerAt } from './header.ts'
import type { Stretch } from './lines.ts'
import { type Answer, afterBlank, filledAt, type Scan } from './scan.ts'
import { type Sequence, type SequenceCell, sequenceRows } from './sequence.ts'
import { columnOf } from './titles.ts'

/** Cells looked at in one go; a table that is longer is looked at again with twice as many. */
const firstWindow = 200

/**
 * How blank lines are meant:
 * - `part`: they part the cells, and a line of nothing but white space is a blank one;
 * - `wide`: they part the cells, and where there are three of them a blank one stands between;
 * - `nothing`: every line is a cell and they mean nothing;
 * - `cells`: every line is a cell, a blank one a blank cell.
 */
type Blanks = 'part' | 'wide' | 'nothing' | 'cells'

/** A table that begins with the `k`th line, its first title. */
export function stackAt(scan: Scan, k: number): Answer {
  if (scan.kinds[k] !== 'plain' || !isTitle(scan, k)) return { until: k + 1 }
  let best: ReturnType<typeof tableFrom> = null
  for (const blanks of readings(scan, k)) {
    const table = tableFrom(scan, k, blanks)
    if (table && (!best || table.score > best.score)) best = table
    if (best && blanks === 'wide') break
  }
  if (!best) return { until: k + 1 }
  const bodies = best.rows.filter((r) => !r.apart && r.cells.length > 1)
  if (bodies.length < 2) return { until: best.next }
  if (best.realigned > 0) {
    scan.report.add('text/rows-realigned', { line: filledAt(scan, k).line, count: best.realigned })
  }
  return { rows: best.rows, cols: best.cols, next: best.next }
}

function readings(scan: Scan, k: number): readonly Blanks[] {
  return isSpaced(scan, k) ? ['part', 'wide', 'cells'] : ['nothing', 'cells']
}

/** The table that the cells make; null where they do not begin with the titles of one. */
function tableFrom(scan: Scan, k: number, blanks: Blanks): (Sequence & { next: number }) | null {
  const { lines } = scan
  const header = headerAt(
    lines,
    cellsFrom(scan, k, 24, blanks).map((c) => c.cell),
  )
  if (!header) return null
  for (let size = firstWindow; ; size *= 2) {
    const cells = cellsFrom(scan, k, size, blanks)
    const sequence: SequenceCell[] = cells.map((c) => ({ cell: c.cell, pipes: 0 }))
    const found = sequenceRows(lines, sequence, header, true)
    // Where the table reaches the end of what was looked at, it may go on.
    if (cells.length >= size && found.taken > cells.length - 4 * found.cols - 40) continue
    return { ...found, next: cells[found.taken - 1]!.next }
  }
}

/** The first line is a title, or the first letters of one: 牵⏎头⏎单⏎位. */
function isTitle(scan: Scan, k: number): boolean {
  let text = ''
  for (let at = k; at < k + 6 && scan.kinds[at] === 'plain' && (at === k || !afterBlank(scan, at)); at++) {
    const line = scan.lines.slice(filledAt(scan, at))
    if (line.length > 40 || (at > k && line.length > 2)) return false
    text += line
    if (columnOf(text) !== null) return true
    if (line.length > 2) return false
  }
  return false
}

interface StackCell {
  readonly cell: Stretch[]
  /** The first line after it. */
  readonly next: number
}

/** Up to `size` cells from the `k`th line on, and the blank ones before the last. */
function cellsFrom(scan: Scan, k: number, size: number, blanks: Blanks): StackCell[] {
  const { lines, kinds } = scan
  const { filled } = lines
  const cells: StackCell[] = []
  for (let at = k; at < filled.length && cells.length < size; at++) {
    if (kinds[at] !== 'plain' && kinds[at] !== 'tabs') break
    const stretch = filledAt(scan, at)
    const last = cells.at(-1)
    const parting = blanks === 'part' || blanks === 'wide'
    if (last && parting && !afterBlank(scan, at)) {
      last.cell.push(stretch)
      cells[cells.length - 1] = { cell: last.cell, next: at + 1 }
      continue
    }
    const gap = last ? filled[at]! - filled[at - 1]! - 1 : 0
    let blank = blanks === 'cells' ? gap : blanks === 'wide' ? (gap - 1) >> 1 : 0
    for (let i = filled[at]! - gap; blanks === 'part' && i < filled[at]!; i++) if (lines.isPadded(i)) blank++
    for (; blank > 0 && cells.length < size; blank--) cells.push({ cell: [], next: at })
    cells.push({ cell: [stretch], next: at + 1 })
  }
  return cells
}

/** Whether blank lines part the titles. */
function isSpaced(scan: Scan, k: number): boolean {
  for (let at = k + 1; at < k + 8 && at < scan.kinds.length; at++) {
    if (afterBlank(scan, at)) return true
    if (scan.lines.slice(filledAt(scan, at)).length > 2) return false
  }
  return false
}
