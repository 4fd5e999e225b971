/** Tables without ruling lines, over all pages: a table that goes on keeps its columns on the next page. */
import { alignedGrid, withHeadings } from './aligned.ts'
import { fits, type River, type Zone, zonesOf } from './columns.ts'
import { type Grid, rowsIn, topOf } from './grid.ts'
import { HeadLines } from './heads.ts'
import type { Line } from './lines.ts'
import type { Goes } from './merged-columns.ts'
import type { PageLayout } from './page.ts'
import { isHeading } from './rows.ts'
import { unturnOf } from './turn.ts'

/** Zones of one table: the last of a page, the first of the next. */
type Chain = { page: number; index: number }[]

/** Pages with the tables found in their free lines, which are no longer free. */
export function withOpenTables(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  const free = pages.map((p) => p.lines.filter((l) => !aside.has(l)))
  const heads = new HeadLines()
  const zones = pages.map((p, i) => surely(p, free[i]!, heads.beginnings(free[i]!)))
  const chains: Chain[] = []
  for (let i = 1; i < pages.length; i++) {
    if (pages[i]!.number !== pages[i - 1]!.number + 1 || !meet(pages, free, zones, i)) continue
    const last = chains.at(-1)?.at(-1)
    const index = zones[i - 1]!.length - 1
    if (last && last.page === i - 1 && last.index === index) chains.at(-1)!.push({ page: i, index: 0 })
    else
      chains.push([
        { page: i - 1, index },
        { page: i, index: 0 },
      ])
  }
  for (const chain of chains) shareRivers(chain, zones, free)
  const joined = new Map<string, Goes>()
  for (const chain of chains) {
    const goes = chain.map((_, k) => ({ continued: k > 0, continues: k < chain.length - 1 }))
    const merged = commonMerged(
      chain.map(({ page, index }, k) => gridIn(pages[page]!, free[page]!, zones[page]![index]!, goes[k]!)),
    )
    chain.forEach(({ page, index }, k) => {
      joined.set(`${page} ${index}`, merged ? { ...goes[k]!, merged } : goes[k]!)
    })
  }
  return pages.map((p, i) => {
    const list = zones[i]!
    if (list.length === 0) return p
    const taken = new Set<Line>()
    const grids: Grid[] = [...p.grids]
    list.forEach((z, k) => {
      const grid = gridIn(p, free[i]!, z, joined.get(`${i} ${k}`) ?? null)
      if (!grid) return
      grids.push(grid)
      for (let n = z.from; n < z.to; n++) taken.add(free[i]![n]!)
    })
    grids.sort((a, b) => topOf(a) - topOf(b))
    return { ...p, grids, lines: p.lines.filter((l) => !taken.has(l)) }
  })
}

/** What the page shows by itself; at some of its lines another table is known to begin. */
function surely(p: PageLayout, lines: readonly Line[], beginnings: readonly number[]): Zone[] {
  const starts = [0, ...beginnings]
  return starts.flatMap((start, k) =>
    zonesOf(lines.slice(start, starts[k + 1]))
      .map((z): Zone => {
        const [from, to] = [z.from + start, z.to + start]
        const rivers = withHeadings(lines.slice(from, to), z.rivers)
        const zone = { from, to, rivers, ...(from === start && k > 0 ? { begins: true } : {}) }
        return withoutTitle(lines, zone, starts[k + 1])
      })
      .filter((z) => gridIn(p, lines, z, null) !== null),
  )
}

/** The zone without the title of the table that begins below it. */
function withoutTitle(lines: readonly Line[], zone: Zone, below: number | undefined): Zone {
  let { to } = zone
  while (to === below && to > zone.from + 1) {
    const last = lines[to - 1]!
    if (last.chunks.length > 1 || (fits(last, zone.rivers) && !isHeading([last]))) break
    to--
    below = to
  }
  return { ...zone, to }
}

/** The pages of one table share their columns: a page may leave a column blank, or show it only here. */
function shareRivers(chain: Chain, zones: Zone[][], free: readonly (readonly Line[])[]): void {
  let shared: River[] = []
  for (const at of chain) {
    for (const r of zones[at.page]![at.index]!.rivers) {
      const k = shared.findIndex((s) => overlap(s, r))
      if (k < 0) {
        shared.push(r)
        continue
      }
      const left = Math.max(shared[k]!.left, r.left)
      const right = Math.min(shared[k]!.right, r.right)
      if (left < right) shared[k] = { left, right }
    }
  }
  // What most lines of another page cross is a river of one page only, by chance.
  shared = shared.filter((r) =>
    chain.every((at) => {
      const z = zones[at.page]![at.index]!
      const own = free[at.page]!.slice(z.from, z.to)
      return own.filter((l) => !fits(l, [r])).length <= 0.4 * own.length
    }),
  )
  shared.sort((a, b) => a.right - b.right)
  for (const at of chain) zones[at.page]![at.index] = { ...zones[at.page]![at.index]!, rivers: shared }
}

/** The columns that the page with most rows shows to be merged. */
function commonMerged(grids: readonly (Grid | null)[]): readonly number[] | undefined {
  let most: Grid | undefined
  for (const g of grids) if (g?.merged && (!most || rowsIn(g) > rowsIn(most))) most = g
  return most?.merged
}

const overlap = (a: River, b: River) => a.left < b.right + 2 && b.left < a.right + 2

function gridIn(p: PageLayout, lines: readonly Line[], zone: Zone, goes: Goes | null): Grid | null {
  return alignedGrid(lines, zone, p.rules, p.number, unturnOf(p), goes)
}

/**
 * Whether the last table of the page before goes on here; if so, both reach to the pages' edges.
 * A last page that holds the rest of a row shows no columns of its own: it has those of the page before.
 */
function meet(
  pages: readonly PageLayout[],
  free: readonly (readonly Line[])[],
  zones: Zone[][],
  i: number,
): boolean {
  const before = zones[i - 1]!.at(-1)
  if (!before || pages[i]!.grids.length > 0) return false
  const above = free[i - 1]!
  const here = free[i]!
  if (!allFit(above, before.to, above.length, before.rivers)) return false
  const next = zones[i]![0]
  if (next?.begins) return false
  if (next) {
    if (!sameRivers(before.rivers, next.rivers) || !allFit(here, 0, next.from, next.rivers)) return false
    zones[i]![0] = { ...next, from: 0 }
  } else {
    let to = 0
    while (to < here.length && fits(here[to]!, before.rivers) && inColumn(here[to]!, before.rivers)) to++
    const beside = here.slice(0, to).some((l) => l.x0 >= before.rivers[0]!.right - 2)
    if (!beside) return false
    zones[i] = [{ from: 0, to, rivers: before.rivers }]
  }
  zones[i - 1]![zones[i - 1]!.length - 1] = { ...before, to: above.length }
  return true
}

function allFit(lines: readonly Line[], from: number, to: number, rivers: readonly River[]): boolean {
  let crossing = 0
  for (let k = from; k < to; k++) {
    if (!fits(lines[k]!, rivers)) crossing++
    else crossing = 0
    // Two lines across the columns are a banner; more are a paragraph.
    if (crossing > 2) return false
  }
  return true
}

/** Whether the line begins where one of the columns does, or in the first. */
function inColumn(line: Line, rivers: readonly River[]): boolean {
  const start = line.x0
  return start < rivers[0]!.right - 2 || rivers.some((r) => Math.abs(r.right - start) < 3)
}

function sameRivers(a: readonly River[], b: readonly River[]): boolean {
  let same = 0
  for (const r of a) if (b.some((s) => overlap(r, s))) same++
  return same >= Math.max(1, 0.6 * Math.min(a.length, b.length))
}
