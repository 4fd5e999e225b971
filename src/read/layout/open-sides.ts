/**
 * Tables whose left and right sides are open: in a row that is one cell (a section's title over all
 * columns) no vertical line holds what stands above and below it together. The rules do: they begin and
 * end at the same places, and the columns between them are the same.
 */
import { snap } from './edges.ts'
import type { Edge } from './marks.ts'

export interface EdgeGroup {
  readonly across: Edge[]
  readonly down: Edge[]
}

/** How far (points) ends of rules of one table may differ. */
const slack = 3
/** A row of one cell is at most so many points high: a line or two of a title. */
const highest = 60
/** At a page's edge, where only one side has columns, a title has one line: a rule further off is the page's. */
const oneLine = 32

interface Stretch {
  readonly group: EdgeGroup
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  /** Places of the vertical lines; none for a rule that meets none. */
  readonly at: readonly number[]
}

/** The groups, those that stand over one another in one table joined with the rules between them. */
export function joinedOverBanners(
  groups: readonly EdgeGroup[],
  loose: readonly Edge[],
): { groups: EdgeGroup[]; loose: Edge[] } {
  const open = groups.flatMap((g) => stretchOf(g) ?? [])
  if (open.length === 0) return { groups: [...groups], loose: [...loose] }
  const rules = loose.map(
    (r): Stretch => ({
      group: { across: [r], down: [] },
      from: r.from,
      to: r.to,
      top: r.at,
      bottom: r.at,
      at: [],
    }),
  )
  const taken = new Set<EdgeGroup>()
  const joined: EdgeGroup[] = []
  for (const list of columnsOf([...open, ...rules])) {
    for (const run of runsOf(list)) {
      if (run.length < 2) continue
      joined.push({ across: run.flatMap((s) => s.group.across), down: run.flatMap((s) => s.group.down) })
      for (const s of run) taken.add(s.group)
    }
  }
  const rest = rules.filter((r) => !taken.has(r.group)).map((r) => r.group.across[0]!)
  return { groups: [...groups.filter((g) => !taken.has(g)), ...joined], loose: rest }
}

/** Stretches that follow one another in one table, with the titles over its first and under its last row. */
function runsOf(list: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = []
  let columns: readonly number[] = []
  for (const s of list) {
    const last = runs.at(-1)?.at(-1)
    if (last && s.top - last.bottom <= highest && sameColumns(columns, s.at)) runs.at(-1)!.push(s)
    else {
      runs.push([s])
      columns = []
    }
    if (s.at.length > columns.length) columns = s.at
  }
  return runs.flatMap((run) => {
    let from = run.findIndex((s) => s.at.length > 0)
    if (from < 0) return []
    let to = run.findLastIndex((s) => s.at.length > 0) + 1
    while (from > 0 && run[from]!.top - run[from - 1]!.bottom <= oneLine) from--
    while (to < run.length && run[to]!.top - run[to - 1]!.bottom <= oneLine) to++
    return [run.slice(from, to)]
  })
}

/** The group's extent, if both its sides are open. */
function stretchOf(group: EdgeGroup): Stretch | null {
  let [from, to, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const h of group.across) {
    from = Math.min(from, h.from)
    to = Math.max(to, h.to)
    top = Math.min(top, h.at)
    bottom = Math.max(bottom, h.at)
  }
  const at: number[] = []
  for (const { at: x } of [...group.down].sort((a, b) => a.at - b.at)) {
    if (at.length === 0 || x - at.at(-1)! > snap) at.push(x)
  }
  const inside = at.length > 0 && at[0]! > from + 2 * slack && at.at(-1)! < to - 2 * slack
  return inside ? { group, from, to, top, bottom, at } : null
}

/** Stretches that begin and end at the same places, from top to bottom. */
function columnsOf(stretches: Stretch[]): Stretch[][] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from)
  const lists: Stretch[][] = []
  for (const s of sorted) {
    const same = lists.findLast((l) => Math.abs(l[0]!.from - s.from) <= slack)
    if (same && Math.abs(same[0]!.to - s.to) <= slack) same.push(s)
    else lists.push([s])
  }
  for (const list of lists) list.sort((a, b) => a.top - b.top)
  return lists.filter((l) => l.length > 1)
}

/** Whether every place of the fewer vertical lines is one of the others'. */
function sameColumns(a: readonly number[], b: readonly number[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  return few.every((x) => many.some((y) => Math.abs(x - y) <= slack))
}
