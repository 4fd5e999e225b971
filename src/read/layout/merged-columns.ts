/** Which of a table's first columns are merged down over rows, where no vertical line shows it. */
import { type Label, type Labels, labelsBeside } from './labels.ts'
import type { Edge } from './marks.ts'
import { rowsOf } from './rows.ts'
import { type Column, extent, leadingOf, numbersOf, type Segment } from './segments.ts'

/** Rows of the other columns, and the labels of each merged one. */
export interface MergedColumns {
  readonly rows: Segment[][]
  readonly labels: ReadonlyMap<number, readonly Label[]>
}

/** What a page of a table over several pages has from the others. */
export interface Goes {
  readonly continued: boolean
  readonly continues: boolean
  /** Columns that are merged on the pages that show it. */
  readonly merged?: readonly number[]
}

type Extent = readonly [top: number, bottom: number]

/** Sets of columns that may be merged, the widest first: levels of sections, before or after a numbering. */
const candidates = [[0, 1, 2], [0, 1], [1, 2], [0, 2], [0], [1]] as const
/** Text of a page beyond which no plan has as much in one table: every set costs a look at all of it. */
const mostSegments = 8000
/** Columns beside them that have cells of their own. */
const leastOthers = 2
/** Rows of a page from which merging shows. */
const leastRows = 4
/** Share of rows without a label of their own from which a column is merged; elsewhere blanks are blanks. */
const blank = 0.4
/** The same, where labels stand between rows: a cell of one row's own never does. */
const blankBetween = 0.25
/** Share of rows with a line of the column beside them from which its cells are not merged. */
const ownCells = 0.85
/** What may speak against a label on average. */
const mostAgainst = 0.6

export function mergedColumns(
  segments: readonly Segment[],
  columns: readonly Column[],
  rules: readonly Edge[],
  goes: Goes,
): MergedColumns | null {
  if (segments.length > mostSegments) return null
  if (goes.merged) return mergedIn(goes.merged, segments, columns, rules, goes)
  const numbers = numbersOf(segments, columns.length)
  for (const set of candidates) {
    if (columns.length - set.length < leastOthers || !isForemost(set, numbers)) continue
    const found = mergedIn(set, segments, columns, rules, goes)
    if (found) return found
  }
  return null
}

/** Whether nothing but a numbering stands left of the columns or between them. */
const isForemost = (set: readonly number[], numbers: number) =>
  !set.includes(numbers) && set.every((c) => c === 0 || c - 1 === numbers || set.includes(c - 1))

function mergedIn(
  set: readonly number[],
  segments: readonly Segment[],
  columns: readonly Column[],
  rules: readonly Edge[],
  goes: Goes,
): MergedColumns | null {
  const own = new Map(set.map((c) => [c, [] as Segment[]]))
  const others: Segment[] = []
  for (const s of segments) {
    const list = s.colEnd === s.col ? own.get(s.col) : undefined
    if (list) list.push(s)
    else others.push(s)
  }
  if (others.length === 0) return null
  const base = columns.flatMap((c, i) => (set.includes(i) ? [] : [c]))
  const parting = rules.filter((r) => base.filter((c) => covers(r, c)).length >= 0.75 * base.length)
  const rows = rowsOf(
    others,
    columns,
    parting.map((r) => r.at),
  )
  if (!goes.merged && rows.length < leastRows) return null
  const extents = rows.map((row) => extent(row, (s) => [s.top, s.bottom]))
  const banners = new Set(
    rows.flatMap((row, r) => (row.some((s) => set.some((c) => s.col <= c && c <= s.colEnd)) ? [r] : [])),
  )
  const leading = leadingOf(segments)
  const edges = edgesAt(extents, parting)
  // Where rules part the other columns' rows, they part the labels too.
  const walled = edges.size >= 0.8 * (rows.length - 1 - banners.size)
  const plain = extents.filter((_, r) => !banners.has(r))
  const labels = new Map<number, readonly Label[]>()
  let ends = new Set<number>()
  for (const c of set) {
    const column = columns[c]!
    const crossing = edgesAt(
      extents,
      parting.filter((r) => covers(r, column)),
    )
    const reached = walled ? crossing.size >= ownCells * edges.size : hasOwnCells(own.get(c)!, plain)
    if (reached && !goes.merged) return null
    const walls = new Set([...ends, ...crossing])
    const found = labelsBeside(own.get(c)!, column, { extents, banners, walls, walled, leading, ...goes })
    if (!found || !(goes.merged || isMerged(found, extents, banners.size, walled))) return null
    labels.set(c, found.labels)
    ends = new Set([...ends, ...found.labels.map((l) => l.from)])
  }
  return { rows, labels }
}

/** Whether nearly every row has a line of the column at its top or in its middle: then they are cells. */
function hasOwnCells(own: readonly Segment[], extents: readonly Extent[]): boolean {
  const beside = extents.filter(([top, bottom]) => {
    return own.some((s) => standsAt(s.top, s.bottom, top, bottom, 0.25 * s.line.size))
  })
  return beside.length >= ownCells * extents.length
}

function isMerged(
  { labels, cost }: Labels,
  extents: readonly Extent[],
  banners: number,
  walled: boolean,
): boolean {
  const filled = labels.filter((l) => l.lines.length > 0)
  // The head and its label say nothing.
  const below = filled.slice(1)
  const rows = extents.length - banners - (filled[0]?.to ?? 0)
  if (!below.some((l) => l.to - l.from > 1)) return false
  // Rules that end before the column say so by themselves.
  if (walled) return true
  if (cost > mostAgainst * filled.length + 1) return false
  const between = below.some((l) => !standsBeside(l, extents))
  return rows - below.length >= (between ? blankBetween : blank) * rows
}

/** Whether the label stands at the top or in the middle of one of its rows. */
function standsBeside(label: Label, extents: readonly Extent[]): boolean {
  const first = label.lines[0]!
  const last = label.lines.at(-1)!
  const [top, bottom] = [first.baseline - 0.8 * first.size, last.baseline + 0.1 * last.size]
  return extents.slice(label.from, label.to).some(([a, b]) => standsAt(top, bottom, a, b, 0.3 * first.size))
}

function standsAt(top: number, bottom: number, rowTop: number, rowBottom: number, slack: number): boolean {
  return Math.abs(rowTop - top) < slack || Math.abs(rowTop + rowBottom - top - bottom) < 2 * slack
}

/** Edges between rows at which one of the rules stands, by the row below. */
function edgesAt(extents: readonly Extent[], rules: readonly Edge[]): Set<number> {
  const found = new Set<number>()
  for (let r = 1; r < extents.length; r++) {
    const [above, below] = [extents[r - 1]![1], extents[r]![0]]
    if (rules.some((e) => e.at > above - 3 && e.at < below + 3)) found.add(r)
  }
  return found
}

/** Whether the rule runs over the column's text. */
export function covers(rule: Edge, column: Column): boolean {
  const shared = Math.min(rule.to, column.right) - Math.max(rule.from, column.left)
  return shared > 0.6 * (column.right - column.left)
}
