/**
 * Columns that no line marks: rivers, strips down the page that no word crosses, beside which text
 * begins again and again at the same place.
 */
import type { Chunk, Line } from './lines.ts'

/** A river: text ends before `left` and begins at `right`. */
export interface River {
  readonly left: number
  readonly right: number
}

/** Lines of a page that share rivers: `[from, to)` of the page's lines. */
export interface Zone {
  readonly from: number
  readonly to: number
  readonly rivers: readonly River[]
  /** True of a table that is known to begin here. */
  readonly begins?: boolean
}

/** Text starts within this many points of each other are aligned. */
export const aligned = 1.6
/** A river so many ems wide parts columns by itself; a narrower one needs text aligned beside it. */
const wide = 1.5
/** Lines with text on both sides that make a river, wide or narrow. */
const leastWide = 2
const leastNarrow = 3
/** Lines in succession that may cross a river: a banner over the columns, not a paragraph. */
const mostCrossing = 2
/** Of the lines with text on both sides the share of lines that may have a column's text across a river. */
const mostWithin = 0.15
/** Lines above and below a river that may contradict it. */
const around = 6
/** Places tried for rivers on one page, the most frequent first. */
const mostCandidates = 60

interface Run {
  readonly from: number
  readonly to: number
  readonly river: River
  readonly both: number
}

/** Zones of the page's lines, from top to bottom. */
export function zonesOf(lines: readonly Line[]): Zone[] {
  const runs: Run[] = []
  for (const x of candidatesOf(lines)) runs.push(...runsOf(lines, x))
  const kept = distinct(runs.filter((r) => !denied(lines, r)))
  return together(kept).map((z) => narrowed(lines, grown(lines, z)))
}

/** Places where text begins in two lines or more, those first where it does so after a gap. */
function candidatesOf(lines: readonly Line[]): number[] {
  const starts: { x: number; line: number; apart: boolean }[] = []
  lines.forEach((line, i) => {
    line.chunks.forEach((c, k) => {
      starts.push({ x: c.x0, line: i, apart: k > 0 })
    })
  })
  starts.sort((a, b) => a.x - b.x)
  const groups: { x: number; apart: number; lines: number }[] = []
  for (let i = 0; i < starts.length; ) {
    let j = i
    while (j < starts.length && starts[j]!.x - starts[i]!.x <= aligned) j++
    const own = starts.slice(i, j)
    const count = new Set(own.map((s) => s.line)).size
    const apart = new Set(own.filter((s) => s.apart).map((s) => s.line)).size
    if (count >= 2) groups.push({ x: starts[i]!.x, apart, lines: count })
    i = j
  }
  groups.sort((a, b) => b.apart - a.apart || b.lines - a.lines)
  const found = groups.slice(0, mostCandidates).map((g) => g.x)
  // Columns set centred or to the right begin nowhere twice: wide gaps tell of them.
  const gaps = new Map<number, number>()
  for (const line of lines) {
    for (let k = 1; k < line.chunks.length; k++) {
      const gap = line.chunks[k]!.x0 - line.chunks[k - 1]!.x1
      if (gap < wide * line.size) continue
      const bin = Math.round(line.chunks[k]!.x0 / line.size)
      gaps.set(bin, Math.min(gaps.get(bin) ?? Infinity, line.chunks[k]!.x0))
    }
  }
  for (const x of [...gaps.values()].slice(0, mostCandidates)) {
    if (!found.some((f) => Math.abs(f - x) < aligned)) found.push(x)
  }
  return found
}

/** Whether text of the lines around stands across the place more often than beside it. */
function denied(lines: readonly Line[], { from, to, river, both }: Run): boolean {
  let within = 0
  for (let i = Math.max(0, from - around); i < Math.min(lines.length, to + around); i++) {
    const { chunks } = lines[i]!
    if (sideOf(chunks, river.right) === 'crosses' && isWithin(chunks)) within++
  }
  return within > both + leastWide
}

/** A banner stands alone in its line; text across the place beside other text stands in a column of its own. */
const isWithin = (chunks: readonly Chunk[]) => chunks.length > 1

/** Stretches of lines that keep clear of the place left of `x`. */
function runsOf(lines: readonly Line[], x: number): Run[] {
  const runs: Run[] = []
  let both: number[] = []
  let crossing = 0
  let successive = 0
  let crossed: number[] = []
  let within: number[] = []
  let left = -Infinity
  let right = Infinity
  let beside = 0
  let starting = 0
  const close = () => {
    const first = both[0]
    const last = both.at(-1)
    if (first !== undefined && last !== undefined) {
      const size = lines[first]!.size
      const river = { left, right }
      const width = right - left
      const inside = (i: number) => i > first && i < last
      crossing = crossed.filter(inside).length
      const contradicted = within.filter(inside).length > leastWide + mostWithin * both.length
      const loose = width >= wide * size
      const begun = starting >= Math.max(2, 0.6 * beside)
      const enough = loose ? both.length >= leastWide : both.length >= leastNarrow && begun
      // Cells may be set solid against the next column: text that begins there every time makes up for it.
      const firm = both.length >= 5 && starting >= 0.8 * beside
      if (
        !contradicted &&
        enough &&
        width > (firm ? 0.2 : 0.1 * size) &&
        crossing <= (firm ? 1.5 : 0.7) * both.length + 1
      ) {
        runs.push({ from: first, to: last + 1, river, both: both.length })
      }
    }
    both = []
    crossed = []
    within = []
    successive = 0
    left = -Infinity
    right = Infinity
    beside = 0
    starting = 0
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const side = sideOf(line.chunks, x)
    if (side === 'crosses') {
      crossed.push(i)
      if (isWithin(line.chunks)) within.push(i)
      successive++
      if (successive > mostCrossing && both.length > 0) close()
      continue
    }
    successive = 0
    // What begins further off belongs to a column further right.
    if (side.right - x <= 3 * line.size) {
      beside++
      if (side.right - x <= aligned) starting++
    }
    if (side.left > -Infinity && side.right < Infinity) {
      both.push(i)
      left = Math.max(left, side.left)
      right = Math.min(right, side.right)
    } else if (both.length > 0) {
      left = Math.max(left, side.left)
      right = Math.min(right, side.right)
    }
  }
  close()
  return runs
}

/** The words next to the place on either side, or that one stands across it. */
function sideOf(words: readonly Chunk[], x: number): { left: number; right: number } | 'crosses' {
  let left = -Infinity
  let right = Infinity
  for (const w of words) {
    if (w.x0 >= x - aligned) right = Math.min(right, w.x0)
    else if (w.x1 <= x + aligned) left = Math.max(left, w.x1)
    else return 'crosses'
  }
  return { left, right }
}

/** Of runs that describe one river the one with most lines. */
function distinct(runs: Run[]): Run[] {
  runs.sort((a, b) => b.both - a.both || a.from - b.from)
  const kept: Run[] = []
  for (const run of runs) {
    const again = kept.some(
      (k) =>
        k.from < run.to &&
        run.from < k.to &&
        k.river.left < run.river.right &&
        run.river.left < k.river.right,
    )
    if (!again) kept.push(run)
  }
  return kept
}

/** Runs that share lines are columns of one table. */
function together(runs: Run[]): Zone[] {
  runs.sort((a, b) => a.from - b.from)
  const zones: { from: number; to: number; rivers: River[] }[] = []
  for (const run of runs) {
    const last = zones.at(-1)
    if (last && run.from < last.to) {
      last.to = Math.max(last.to, run.to)
      last.rivers.push(run.river)
    } else zones.push({ from: run.from, to: run.to, rivers: [run.river] })
  }
  for (const z of zones) z.rivers.sort((a, b) => a.right - b.right)
  return zones
}

/** Whether the line stands in the zone's columns: it crosses no river, or begins where the first column does. */
export function fits(line: Line, rivers: readonly River[]): boolean {
  return rivers.every((r) => sideOf(line.chunks, r.right) !== 'crosses')
}

/** Text set centred begins here and there: a river ends where the first of it does. */
function narrowed(lines: readonly Line[], zone: Zone): Zone {
  const chunks = lines.slice(zone.from, zone.to).flatMap((l) => (isWithin(l.chunks) ? l.chunks : []))
  const rivers = zone.rivers.map(({ left, right }) => {
    const inside = chunks.filter((c) => c.x0 > left && c.x0 < right && c.x1 > right)
    return { left, right: inside.reduce((least, c) => Math.min(least, c.x0), right) }
  })
  return { ...zone, rivers }
}

/** Ems between lines of one cell. */
const closest = 1.55
/** Ems between a row's last line and the first of the next. */
const nextRow = 2.2

/** A cell's lines may begin above the first line that has a neighbour, and end below the last. */
function grown(lines: readonly Line[], zone: Zone): Zone {
  let { from, to } = zone
  const near = (a: Line, b: Line) => b.baseline - a.baseline <= closest * Math.max(a.size, b.size)
  const inside = (l: Line) => fits(l, zone.rivers) && Math.abs(l.size - lines[zone.from]!.size) < 0.3 * l.size
  while (from > 0 && inside(lines[from - 1]!) && near(lines[from - 1]!, lines[from]!)) from--
  const toLast = () => {
    while (to < lines.length && inside(lines[to]!) && near(lines[to - 1]!, lines[to]!)) to++
  }
  toLast()
  // Rows may end a page none of whose lines stands beside another: they begin where the columns do.
  const next = (a: Line, b: Line) => b.baseline - a.baseline <= nextRow * Math.max(a.size, b.size)
  for (let k = to; k < lines.length && inside(lines[k]!) && next(lines[k - 1]!, lines[k]!); k++) {
    if (zone.rivers.some((r) => Math.abs(lines[k]!.x0 - r.right) < aligned)) to = k + 1
  }
  toLast()
  return { from, to, rivers: zone.rivers }
}
