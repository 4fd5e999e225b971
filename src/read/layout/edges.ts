/** Edges as drawn → straight segments: what lies on one line is one segment, however often it was drawn. */
import type { Edge } from './marks.ts'

/** Lines nearer than this (points) are one: a double rule, the two sides of a border. */
export const snap = 2.2
/** A gap in a line up to this long is a dash or a rounding. */
const mend = 3
/** Segments of one direction beyond which a page is a drawing, not a table. */
const mostSegments = 20_000

export interface Segments {
  readonly across: readonly Edge[]
  readonly down: readonly Edge[]
  /** True where the page draws more lines than any table has; they were left out. */
  readonly beyond: boolean
}

export function segmentsOf(edges: readonly Edge[]): Segments {
  const across = merge(edges.filter((e) => e.horizontal))
  const down = merge(edges.filter((e) => !e.horizontal))
  const beyond = across.length > mostSegments || down.length > mostSegments
  return beyond ? { across: [], down: [], beyond } : { across, down, beyond }
}

function merge(edges: Edge[]): Edge[] {
  edges.sort((a, b) => a.at - b.at)
  const out: Edge[] = []
  for (let i = 0; i < edges.length; ) {
    const first = edges[i]!
    let j = i
    while (j < edges.length && edges[j]!.at - first.at <= snap) j++
    const group = edges.slice(i, j).sort((a, b) => a.from - b.from)
    let length = 0
    let sum = 0
    for (const e of group) {
      length += e.to - e.from
      sum += e.at * (e.to - e.from)
    }
    const at = length > 0 ? sum / length : first.at
    let from = group[0]!.from
    let to = group[0]!.to
    for (const e of group) {
      if (e.from <= to + mend) to = Math.max(to, e.to)
      else {
        out.push({ horizontal: first.horizontal, at, from, to })
        from = e.from
        to = e.to
      }
    }
    out.push({ horizontal: first.horizontal, at, from, to })
    i = j
  }
  return out
}
