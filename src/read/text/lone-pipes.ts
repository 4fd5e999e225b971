/**
 * Tables with a pipe alone on a line between the cells, as text browsers and scrapers write them:
 *
 *     工作任务
 *     |
 *     责任单位
 *     |
 *     一、深化政务公开
 *     |||
 *
 * Every cell is followed by its pipe, the last one perhaps not; two pipes in a row enclose a blank cell.
 */
import { cellText, type RawCell, shapeOf } from './cells.ts'
import { headerAt } from './header.ts'
import type { Stretch } from './lines.ts'
import { splitPipes } from './pipes.ts'
import { type Answer, filledAt, type Scan } from './scan.ts'
import { countedRows, periodOf, type Sequence, type SequenceCell, sequenceRows } from './sequence.ts'
import { columnOf } from './titles.ts'

/** Lines of one cell: past these the pipe that was passed was the last one. */
const maxLines = 40
/** Pipes that make a table: a page laid out in a table of one cell leaves one or two behind. */
const minPipes = 4

/** A table that begins with the `k`th line, its first cell. */
export function lonePipesAt(scan: Scan, k: number): Answer {
  const start = firstCell(scan, k)
  if (start < 0) return { until: k + 1 }
  const { sequence, ends, next, pipes } = collect(scan, k, start)
  if (pipes < minPipes) return { until: k + 1 }
  const found = rowsOf(scan, sequence)
  if (!found) {
    if (sequence.some((s) => s.cell.length > 0))
      scan.report.add('text/table-unclear', { line: filledAt(scan, k).line })
    return { until: Math.max(next, k + 1) }
  }
  if (found.realigned > 0) {
    scan.report.add('text/rows-realigned', { line: filledAt(scan, k).line, count: found.realigned })
  }
  return { rows: found.rows, cols: found.cols, next: ends[found.taken - 1] ?? next }
}

/**
 * The line after which the first pipe stands, if the `k`th line begins a table: the first cell is one
 * line, a title broken into single letters, or blank.
 */
function firstCell(scan: Scan, k: number): number {
  const { kinds } = scan
  if (kinds[k] === 'pipes' || kinds[k] === 'tail') return k
  let text = ''
  for (let at = k; at < k + 8 && kinds[at] === 'plain'; at++) {
    text += scan.lines.slice(filledAt(scan, at))
    const follows = kinds[at + 1] === 'pipes'
    if (follows && (at === k ? text.length <= 40 && !text.endsWith('。') : columnOf(text) !== null)) return at
    if (follows || text.length > 8) return -1
  }
  return -1
}

interface Collected {
  readonly sequence: SequenceCell[]
  /** For every cell the line after it. */
  readonly ends: number[]
  readonly next: number
  readonly pipes: number
}

/** The cells from the `k`th line on, as far as pipes follow. */
function collect(scan: Scan, k: number, start: number): Collected {
  const { kinds, lines } = scan
  const sequence: SequenceCell[] = []
  const ends: number[] = []
  let chunk: Stretch[] = []
  let chunkAt = k
  let pipes = 0
  const close = (count: number, after: number) => {
    sequence.push({ cell: chunk, pipes: count })
    ends.push(after)
    chunk = []
    chunkAt = after
  }
  let j = k
  for (; j < kinds.length; j++) {
    const kind = kinds[j]
    const stretch = filledAt(scan, j)
    if (kind === 'pipes') {
      const count = lines.slice(stretch).replace(/\s/g, '').length
      pipes++
      // A line of pipes after the pipe of a cell merges that cell.
      const last = sequence.at(-1)
      if (count > 1 && chunk.length === 0 && last) {
        sequence[sequence.length - 1] = { ...last, pipes: count }
        chunkAt = j + 1
      } else close(count, j + 1)
    } else if (kind === 'tail') {
      const row = splitPipes(lines, stretch)
      if (row.opened && chunk.length > 0) close(1, j)
      chunk.push(...row.cells[0]!)
      pipes++
      if (row.closed) close(1, j + 1)
    } else if (kind === 'row' || kind === 'delimiter' || chunk.length >= maxLines) break
    else {
      const begins = j > start && chunk.length > 0 && kinds[j + 1] === 'pipes' && beginsTable(scan, j)
      if (begins) break
      chunk.push(stretch)
    }
  }
  // What follows the last pipe: a cell of a row that is not full, else text.
  if (chunk.length > 0 && (j >= kinds.length || sequence.length > 0)) {
    sequence.push({ cell: chunk.slice(0, 1), pipes: 0 })
    ends.push(chunkAt + 1)
  }
  return { sequence, ends, next: chunkAt, pipes }
}

/** Whether a line after others of the same cell is really the first title of another table. */
function beginsTable(scan: Scan, j: number): boolean {
  const title = (at: number) =>
    scan.kinds[at] === 'plain' && columnOf(scan.lines.slice(filledAt(scan, at))) !== null
  return title(j) && title(j + 2)
}

/** Rows of the cells collected. What follows the last pipe is of them only if its row needs it. */
function rowsOf(scan: Scan, sequence: readonly SequenceCell[]): Sequence | null {
  const { lines } = scan
  const cells: readonly RawCell[] = sequence.map((s) => s.cell)
  const trailing = sequence.at(-1)!.pipes === 0
  const whole = trailing ? sequence.slice(0, -1) : sequence
  const header = headerAt(lines, cells)
  if (!header) return uniformRows(scan, sequence, whole)
  const found = sequenceRows(lines, whole, header, false)
  if (found.rows.length < 2) return null
  if (!trailing) return found
  const longer = sequenceRows(lines, sequence, header, false)
  return longer.rows.length === found.rows.length && longer.fits ? longer : found
}

/** Rows where no header says what the cells are: `|||` or the likeness of the cells tells their number. */
function uniformRows(
  scan: Scan,
  sequence: readonly SequenceCell[],
  whole: readonly SequenceCell[],
): Sequence | null {
  const { lines } = scan
  let merged = 0
  for (const { pipes } of sequence) merged = Math.max(merged, pipes)
  if (merged > 1) {
    const found = countedRows(sequence, merged + 1, 0)
    return found.rows.length > 1 ? found : null
  }
  const shapes = sequence.map((s) => shapeOf(lines, s.cell))
  const kind = (at: number) => {
    const text = cellText(lines, sequence[at]!.cell)
    return text === '' ? '' : /^\d/.test(text) ? 'number' : shapes[at] === 'heading' ? 'text' : shapes[at]!
  }
  const cols = periodOf(sequence.length, kind)
  if (cols === null) return null
  // Rows are counted from the end; what remains at the beginning is the header.
  const last = sequence.length - 1
  const all = kind(last) === kind(last - cols) ? sequence : whole
  return countedRows(all, cols, all.length % cols)
}
