/**
 * The text of a column that is merged down over rows: it stands in the middle of the rows that it is for,
 * or at their top. Of all ways to give its lines to successive rows the one is taken that puts them best.
 */
import { goesOn } from './cells.ts'
import type { Line } from './lines.ts'
import { startsItem } from './paragraphs.ts'
import type { Column, Segment } from './segments.ts'

/** A label and the rows beside it, `[from, to)`; one without lines goes on from the page before. */
export interface Label {
  readonly from: number
  readonly to: number
  readonly lines: readonly Line[]
}

/** The rows that labels may stand beside. */
export interface Beside {
  /** Top and bottom of each row's text. */
  readonly extents: readonly (readonly [number, number])[]
  /** Rows beside which no label stands: a title over all columns. */
  readonly banners: ReadonlySet<number>
  /** Edges between rows, by the row below, over which no label reaches: a rule, the end of a higher label. */
  readonly walls: ReadonlySet<number>
  /** Whether every label ends at such an edge. */
  readonly walled: boolean
  readonly leading: number
  /** Whether the table goes on from the page before, and on the next. */
  readonly continued: boolean
  readonly continues: boolean
}

export interface Labels {
  readonly labels: readonly Label[]
  /** What speaks against them, the sum over all. */
  readonly cost: number
}

/** Lines of one label, at most; rows beyond which a page's labels are not looked for. */
const mostLines = 16
const mostRows = 250
/** What speaks against a label, and against the place between two. */
const against = {
  apart: 2,
  newItem: 3,
  ended: 0.7,
  oneText: 1,
  noWall: 1.5,
  blank: 1,
  goesOnBlank: 0.3,
  cut: 0.8,
}
/** Ems that a label may stand off its place, and beyond which more says no more. */
const placed = 0.25
const farOff = 4

/** Labels of a column's segments; null where they cannot be given to the rows. */
export function labelsBeside(own: readonly Segment[], column: Column, beside: Beside): Labels | null {
  const { extents } = beside
  if (extents.length > mostRows || own.length > mostRows) return null
  const sorted = [...own].sort((a, b) => a.top - b.top)
  const top = given(sorted, column, beside, (a, _, first) => Math.abs(extents[a]![0] - first.top))
  const middle = given(sorted, column, beside, (a, b, first, last) => {
    return Math.abs(extents[a]![0] + extents[b - 1]![1] - first.top - last.bottom) / 2
  })
  if (!top || !middle) return top ?? middle
  return top.cost <= middle.cost ? top : middle
}

type Off = (from: number, to: number, first: Segment, last: Segment) => number

/** The least costly way to a row and a line: the row and the line at which its last label begins. */
interface Step {
  cost: number
  row: number
  line: number
}

/** Ways to give the first lines to the first rows, the best for each number of both. */
class Ways {
  private readonly best: Step[]

  constructor(
    rows: number,
    private readonly lines: number,
  ) {
    this.best = Array.from({ length: (rows + 1) * (lines + 1) }, () => ({
      cost: Infinity,
      row: -1,
      line: -1,
    }))
    this.best[0]!.cost = 0
  }

  to(row: number, line: number): Step {
    return this.best[row * (this.lines + 1) + line]!
  }

  /** Goes on with a label of the rows and lines from one place to another. */
  add(fromRow: number, fromLine: number, row: number, line: number, costs: number): void {
    const step = this.to(row, line)
    const cost = this.to(fromRow, fromLine).cost + costs
    if (cost < step.cost) Object.assign(step, { cost, row: fromRow, line: fromLine })
  }
}

/** The least costly labels, where `off` tells how far one stands off the rows `[from, to)`. */
function given(own: readonly Segment[], column: Column, beside: Beside, off: Off): Labels | null {
  const { extents, banners } = beside
  const [rows, lines] = [extents.length, own.length]
  const joins = own.map((s, k) => (k === 0 ? 0 : within(own[k - 1]!, s, column, beside.leading)))
  const parts = own.map((s, k) => (k === 0 ? 0 : between(own[k - 1]!, s, column, beside.leading)))
  const ways = new Ways(rows, lines)
  const isWall = (row: number) => row === rows || beside.walls.has(row) || banners.has(row)
  /** Labels of the rows from `a` to `b` whose first line is the one at `i`. */
  const addLabels = (a: number, b: number, i: number) => {
    const noWall = beside.walled && !isWall(b) ? against.noWall : 0
    const isOn = a === 0 && beside.continued
    ways.add(a, i, b, i, noWall + (isOn ? against.goesOnBlank : against.blank))
    let joined = i > 0 && i < lines ? parts[i]! : 0
    for (let j = i + 1; j <= Math.min(lines, i + mostLines); j++) {
      if (j > i + 1) joined += joins[j - 1]!
      const [first, last] = [own[i]!, own[j - 1]!]
      const [top, bottom] = [extents[a]![0], extents[b - 1]![1]]
      if (isAhead(last, bottom)) break
      // Of a label that is cut by the page's edge only a part stands here.
      const isCut = isOn || (b === rows && beside.continues)
      const far = Math.min(isCut ? against.cut : farOff, off(a, b, first, last) / first.line.size)
      ways.add(a, i, b, j, Math.max(0, far - placed) + outside(first, last, top, bottom) + joined + noWall)
    }
  }
  for (let a = 0; a < rows; a++) {
    for (let i = 0; i <= lines; i++) {
      if (ways.to(a, i).cost === Infinity || isBehind(own[i], extents[a]![0])) continue
      if (banners.has(a)) {
        ways.add(a, i, a + 1, i, 0)
        continue
      }
      let b = a + 1
      for (; !isWall(b); b++) addLabels(a, b, i)
      addLabels(a, b, i)
    }
  }
  const { cost } = ways.to(rows, lines)
  if (cost === Infinity) return null
  const labels: Label[] = []
  for (let row = rows, line = lines; row > 0; ) {
    const step = ways.to(row, line)
    if (!banners.has(step.row))
      labels.unshift({ from: step.row, to: row, lines: own.slice(step.line, line).map((s) => s.line) })
    row = step.row
    line = step.line
  }
  return { labels, cost }
}

/** Whether the line stands far above rows that begin at `top`: its label would be theirs no more. */
const isBehind = (s: Segment | undefined, top: number) =>
  s !== undefined && top - s.bottom > farOff * s.line.size

/** Whether the line stands far below rows that end at `bottom`. */
const isAhead = (s: Segment, bottom: number) => s.top - bottom > farOff * s.line.size

/** What speaks against two lines' being of one label. */
function within(a: Segment, b: Segment, column: Column, leading: number): number {
  let sum = 0
  if (b.line.baseline - a.line.baseline > 1.3 * leading) sum += against.apart
  if (startsItem(b.line.text)) sum += against.newItem
  if (!runsOn(a, b, column)) sum += against.ended
  return sum
}

/** What speaks against a label's beginning with `b` when `a` is the line above. */
function between(a: Segment, b: Segment, column: Column, leading: number): number {
  const near = b.line.baseline - a.line.baseline < 1.1 * leading
  return near && !startsItem(b.line.text) && runsOn(a, b, column) ? against.oneText : 0
}

function runsOn(a: Segment, b: Segment, column: Column): boolean {
  return goesOn(a.line, a.line, b.line, { left: column.left, right: column.right }, false)
}

/** Ems by which a label stands above or below its rows, beyond the padding that a taller one gives them. */
function outside(first: Segment, last: Segment, top: number, bottom: number): number {
  const over = Math.max(0, top - first.top) + Math.max(0, last.bottom - bottom)
  const taller = Math.max(0, last.bottom - first.top - (bottom - top))
  return Math.max(0, over - taller) / first.line.size
}
