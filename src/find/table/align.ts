/**
 * Matching by content: titles to columns where the header has fewer of them, cells to columns where a
 * merged cell dropped out of a row and the rest moved left.
 */
import type { Cell } from '../../document.ts'
import { contentOf, isEmpty } from './content.ts'
import type { Header, HeaderTitle } from './header.ts'
import type { Profile } from './profile.ts'
import type { TitleClass } from './titles.ts'

/** Tables of more columns than this are read as they stand. */
const widest = 40

/** How well what a column holds goes with a title. */
function titleFit(of: TitleClass, { shares, filled }: Profile): number {
  if (filled === 0) return 0
  switch (of) {
    case 'ordinal':
      return 2 * shares.number
    case 'unit':
      return 2 * shares.units + 0.2 * shares.text
    case 'time':
      return 2 * shares.time + 0.3 * shares.text
    case 'task':
    case 'detail':
    case 'section':
      return 2 * shares.text + shares.number + 0.4 * shares.units + 0.4 * shares.time
    default:
      return 0.6
  }
}

/**
 * Titles by column, every column that holds something having one. 工作任务 | (blank) | 责任股室: the
 * blank column shares the title left of it. 工作任务 | 具体要求 | 责任科室 | 时限要求 over five columns:
 * spans were lost, and each title goes over the columns that hold what it says, in order.
 */
export function titlesByColumn(
  header: Header,
  columns: readonly Profile[],
): { titles: readonly (HeaderTitle | null)[]; moved: boolean } {
  const { titles } = header
  const bare = titles.some((t, col) => t === null && columns[col]!.filled > 0)
  if (!bare || titles.length > widest) return { titles, moved: false }
  const runs: { title: HeaderTitle; from: number; to: number }[] = []
  titles.forEach((title, col) => {
    if (!title) return
    const last = runs.at(-1)
    if (last && last.title.cell === title.cell && last.to === col) last.to = col + 1
    else runs.push({ title, from: col, to: col + 1 })
  })
  const cols = titles.length
  const n = runs.length
  // best[t][c]: the best score with the first t titles over the first c columns; a column may go untitled.
  const best = Array.from({ length: n + 1 }, () => new Array<number>(cols + 1).fill(Number.NEGATIVE_INFINITY))
  const taken = Array.from({ length: n + 1 }, () => new Array<number>(cols + 1).fill(0))
  best[0]!.fill(0)
  for (let t = 1; t <= n; t++) {
    const run = runs[t - 1]!
    const of = run.title.title.class
    for (let c = 1; c <= cols; c++) {
      let sum = 0
      let texts = 0
      for (let width = 1; width <= c; width++) {
        const col = c - width
        const profile = columns[col]!
        sum += titleFit(of, profile) + (col >= run.from && col < run.to ? 0.1 : 0)
        // Below one title stands one column of text with its numbers; of two, the left one groups the
        // other, and so they are tasks rather than details.
        if (profile.filled > 0 && profile.shares.number < 0.5) texts++
        const score = best[t - 1]![col]! + sum - (of === 'task' ? 0.5 : 0.8) * Math.max(0, texts - 1)
        if (score > best[t]![c]!) {
          best[t]![c] = score
          taken[t]![c] = width
        }
      }
    }
  }
  let end = cols
  for (let c = n; c <= cols; c++) if (best[n]![c]! > best[n]![end]!) end = c
  if (best[n]![end]! === Number.NEGATIVE_INFINITY) return { titles, moved: false }
  const placed: (HeaderTitle | null)[] = new Array(cols).fill(null)
  let moved = false
  for (let t = n, c = end; t > 0; t--) {
    const width = taken[t]![c]!
    const run = runs[t - 1]!
    for (let col = c - width; col < c; col++) placed[col] = run.title
    if (run.from < c - width || run.to > c) moved = true
    c -= width
  }
  return { titles: placed, moved }
}

/** What a column is for, as far as it matters to a cell that looks for its place. */
export type ColumnUse = 'ordinal' | 'text' | 'unit' | 'time' | 'other'

export interface Seat {
  readonly use: ColumnUse
  readonly marker: string | null
}

function cellFit(cell: Cell, seat: Seat, seats: readonly Seat[]): number {
  const { kind, marker } = contentOf(cell)
  if (kind === 'empty' || kind === 'nothing') return 0
  if (seat.use === 'other') return 0.3
  if (seat.use === 'ordinal') return kind === 'number' ? 2 : -1
  if (seat.use === 'unit') return kind === 'units' ? 2 : -1
  if (seat.use === 'time') return kind === 'time' ? 2 : kind === 'text' ? 0 : -1
  if (kind === 'number') return -1
  const numbered =
    marker === null
      ? 0
      : seat.marker === marker.kind
        ? 1
        : seats.some((s) => s.use === 'text' && s.marker === marker.kind)
          ? -1
          : 0
  return (kind === 'text' ? 1 : -0.5) + numbered
}

/**
 * The cells of a row that begins late, each at its column and `null` where one dropped out; `null` if
 * the row stands right as it is. `3.及时反馈… | 各科室 | (blank)` below 工作任务 | 具体要求 | 责任部门.
 */
export function seatRow(cells: readonly (Cell | null)[], seats: readonly Seat[]): (Cell | null)[] | null {
  const cols = seats.length
  let length = cells.length
  while (length > 0 && isEmpty(cells[length - 1] ?? null)) length--
  if (length === cols || length === 0 || cols > widest) return null
  const moving = cells.slice(0, length) as Cell[]
  const fits = moving.map((cell) => seats.map((seat) => cellFit(cell, seat, seats)))
  const now = fits.reduce((sum, fit, i) => sum + fit[i]!, 0)
  // best[i][c]: the first i cells seated in the first c columns.
  const best = Array.from({ length: length + 1 }, () =>
    new Array<number>(cols + 1).fill(Number.NEGATIVE_INFINITY),
  )
  const sat = Array.from({ length: length + 1 }, () => new Uint8Array(cols + 1))
  best[0]!.fill(0)
  for (let i = 1; i <= length; i++) {
    for (let c = i; c <= cols - (length - i); c++) {
      const skip = best[i]![c - 1]! - (i < length ? 0.2 : 0)
      const sit = best[i - 1]![c - 1]! + fits[i - 1]![c - 1]!
      if (sit >= skip) {
        best[i]![c] = sit
        sat[i]![c] = 1
      } else best[i]![c] = skip
    }
  }
  if (best[length]![cols]! < now + 1) return null
  // One text alone is a heading, unless its number says that it belongs further right.
  if (moving.filter((c) => !isEmpty(c)).length === 1) {
    const marker = contentOf(moving[0]!).marker
    if (!marker || !seats.some((s, col) => col > 0 && s.use === 'text' && s.marker === marker.kind))
      return null
  }
  const seated: (Cell | null)[] = new Array(cols).fill(null)
  for (let i = length, c = cols; i > 0; c--) {
    if (!sat[i]![c]) continue
    seated[c - 1] = moving[i - 1]!
    i--
  }
  // A row that begins at its first column has lost nothing left of it; what is blank in it is blank.
  return seated[0] === null ? seated : null
}
