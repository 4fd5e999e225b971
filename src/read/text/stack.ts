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
import { type SequenceCell, sequenceRows } from './sequence.ts'
import { columnOf } from './titles.ts'

/** Cells looked at in one go; a table that is longer is looked at again with twice as many. */
const firstWindow = 200

/** A table that begins with the `k`th line, its first title. */
export function stackAt(scan: Scan, k: number): Answer {
  const { lines, kinds } = scan
  const none = { until: k + 1 }
  if (kinds[k] !== 'plain') return none
  if (!isTitle(scan, k)) return none
  if (
    !headerAt(
      lines,
      cellsFrom(scan, k, 24).map((c) => c.cell),
    )
  )
    return none
  for (let size = firstWindow; ; size *= 2) {
    const cells = cellsFrom(scan, k, size)
    const sequence: SequenceCell[] = cells.map((c) => ({ cell: c.cell, pipes: 0 }))
    const header = headerAt(
      lines,
      sequence.map((s) => s.cell),
    )!
    const { rows, cols, taken, realigned } = sequenceRows(lines, sequence, header, true)
    const all = cells.length < size
    // Where the table reaches the end of what was looked at, it may go on.
    if (!all && taken > cells.length - 4 * cols - 40) continue
    const bodies = rows.filter((r) => !r.apart && r.cells.length > 1)
    if (bodies.length < 2) return { until: cells[taken - 1]!.next }
    if (realigned > 0) {
      scan.report.add('text/rows-realigned', { line: filledAt(scan, k).line, count: realigned })
    }
    return { rows, cols, next: cells[taken - 1]!.next }
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

/**
 * Up to `size` cells from the `k`th line on. Where blank lines stand between them, lines next to each
 * other are one cell, and a line of nothing but white space is a blank one.
 */
function cellsFrom(scan: Scan, k: number, size: number): StackCell[] {
  const { lines, kinds } = scan
  const { filled } = lines
  const spaced = isSpaced(scan, k)
  const cells: StackCell[] = []
  for (let at = k; at < filled.length && cells.length < size; at++) {
    if (kinds[at] !== 'plain' && kinds[at] !== 'tabs') break
    const stretch = filledAt(scan, at)
    const last = cells.at(-1)
    if (at > k && spaced) {
      if (!afterBlank(scan, at)) {
        last!.cell.push(stretch)
        cells[cells.length - 1] = { cell: last!.cell, next: at + 1 }
        continue
      }
      for (let i = filled[at - 1]! + 1; i < filled[at]!; i++) {
        if (lines.isPadded(i)) cells.push({ cell: [], next: at })
      }
    }
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
