/** Tables without ruling lines, over all pages: a table that goes on keeps its columns on the next page. */
import { alignedGrid, withHeadings } from './aligned.ts'
import { fits, type River, type Zone, zonesOf } from './columns.ts'
import { type Grid, rowsIn, topOf } from './grid.ts'
import { type Head, headOf, secondHead } from './heads.ts'
import type { Line } from './lines.ts'
import type { Goes } from './merged-columns.ts'
import type { PageLayout } from './page.ts'
import { unturnOf } from './turn.ts'

/** Zones of one table: the last of a page, the first of the next. */
type Chain = { page: number; index: number }[]

/** Pages with the tables found in their free lines, which are no longer free. */
export function withOpenTables(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  const free = pages.map((p) => p.lines.filter((l) => !aside.has(l)))
  const zones: Zone[][] = []
  let head: Head | null = null
  pages.forEach((p, i) => {
    const own = surely(p, free[i]!).flatMap((z, k) => atHeads(p, free[i]!, z, k === 0 ? head : null))
    zones.push(own)
    const last = own.at(-1)
    const grid = last ? gridIn(p, free[i]!, last, null) : null
    // A page that goes on with the table may not show its head.
    const goesOn = own.length === 1 && !last!.begins && head !== null && grid?.xs.length === head.length + 1
    if (!goesOn) head = grid ? headOf(grid) : null
  })
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

/** What the page shows by itself. */
function surely(p: PageLayout, lines: readonly Line[]): Zone[] {
  return zonesOf(lines)
    .map((z) => ({ ...z, rivers: withHeadings(lines.slice(z.from, z.to), z.rivers) }))
    .filter((z) => gridIn(p, lines, z, null) !== null)
}

/** The zone in as many parts as there are heads in it; the title over a second table is in none. */
function atHeads(p: PageLayout, lines: readonly Line[], zone: Zone, before: Head | null): Zone[] {
  const grid = gridIn(p, lines, zone, null)
  const own = grid ? headOf(grid) : null
  if (!grid || !own) return [zone]
  const again = (before && secondHead(grid, before, false)) ?? secondHead(grid, own, true)
  if (!again) return [zone]
  const at = (baseline: number) => {
    const i = lines.findIndex((l, k) => k >= zone.from && l.baseline > baseline - 0.5)
    return i < 0 ? zone.to : i
  }
  const [title, head] = [at(again.title), at(again.head)]
  if (head >= zone.to || title < zone.from || (title === zone.from && head === zone.from)) return [zone]
  const above = title > zone.from ? [part(lines, zone, zone.from, title)] : []
  const below = { ...part(lines, zone, head, zone.to), begins: true }
  return [...above, ...atHeads(p, lines, below, null)]
}

/** Some lines of a zone, with the columns that they show by themselves. */
function part(lines: readonly Line[], zone: Zone, from: number, to: number): Zone {
  const own = lines.slice(from, to)
  const best = zonesOf(own).sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  const rivers = best ? withHeadings(own, best.rivers) : []
  return {
    from,
    to,
    rivers: rivers.length >= zone.rivers.length ? rivers : zone.rivers,
    ...begun(zone, from),
  }
}

const begun = (zone: Zone, from: number) => (zone.begins && from === zone.from ? { begins: true } : {})

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
