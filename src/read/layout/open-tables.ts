/** Tables without ruling lines, over all pages: a table that goes on keeps its columns on the next page. */
import { alignedGrid } from './aligned.ts'
import { fits, type River, type Zone, zonesOf } from './columns.ts'
import { type Grid, topOf } from './grid.ts'
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'
import { unturner } from './turn.ts'

/** Pages with the tables found in their free lines, which are no longer free. */
export function withOpenTables(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  const free = pages.map((p) => p.lines.filter((l) => !aside.has(l)))
  const zones = pages.map((_, i) => zonesOf(free[i]!))
  // First what each page shows by itself, then what the page before or after says of its edges.
  const sure = pages.map((p, i) => zones[i]!.map((z) => gridIn(p, free[i]!, z, false)))
  const kept = zones.map((list, i) => list.filter((_, k) => sure[i]![k] !== null))
  for (let i = 1; i < pages.length; i++) {
    if (pages[i]!.number !== pages[i - 1]!.number + 1) continue
    const before = kept[i - 1]!.at(-1)
    if (before) meet(pages, free, kept, i, before)
  }
  return pages.map((p, i) => {
    const list = kept[i]!
    if (list.length === 0) return p
    const taken = new Set<Line>()
    const grids: Grid[] = [...p.grids]
    for (const z of list) {
      const grid = gridIn(p, free[i]!, z, true)
      if (!grid) continue
      grids.push(grid)
      for (let k = z.from; k < z.to; k++) taken.add(free[i]![k]!)
    }
    grids.sort((a, b) => topOf(a) - topOf(b))
    return { ...p, grids, lines: p.lines.filter((l) => !taken.has(l)) }
  })
}

function gridIn(p: PageLayout, lines: readonly Line[], zone: Zone, continued: boolean): Grid | null {
  // The page as displayed is the upright page turned back.
  const across = p.turn === 90 || p.turn === 270
  const unturn = unturner(p.turn, across ? p.height : p.width, across ? p.width : p.height)
  return alignedGrid(lines, zone, p.rules, p.number, unturn, continued)
}

/** Joins the last table of the page before with the first of this one, if they are one. */
function meet(
  pages: readonly PageLayout[],
  free: readonly (readonly Line[])[],
  kept: Zone[][],
  i: number,
  before: Zone,
): void {
  const above = free[i - 1]!
  const here = free[i]!
  if (pages[i]!.grids.length > 0 || !allFit(above, before.to, above.length, before.rivers)) return
  const next = kept[i]![0]
  if (next) {
    if (!sameRivers(before.rivers, next.rivers) || !allFit(here, 0, next.from, next.rivers)) return
    const rivers = next.rivers.length >= before.rivers.length ? next.rivers : before.rivers
    kept[i - 1]![kept[i - 1]!.length - 1] = { from: before.from, to: above.length, rivers: before.rivers }
    kept[i]![0] = { from: 0, to: next.to, rivers }
    return
  }
  // A last page that holds the rest of a row shows no columns of its own: it has those of the page before.
  let to = 0
  while (to < here.length && fits(here[to]!, before.rivers) && inColumn(here[to]!, before.rivers)) to++
  if (to === 0 || !here.slice(0, to).some((l) => l.x0 >= before.rivers[0]!.right - 2)) return
  kept[i - 1]![kept[i - 1]!.length - 1] = { from: before.from, to: above.length, rivers: before.rivers }
  kept[i] = [{ from: 0, to, rivers: before.rivers }]
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
  for (const r of a) if (b.some((s) => s.left < r.right + 2 && r.left < s.right + 2)) same++
  return same >= Math.max(1, 0.6 * Math.min(a.length, b.length))
}
