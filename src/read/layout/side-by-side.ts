/**
 * Tables without vertical lines that stand side by side. Two things part them: horizontal rules that end
 * where the next table's begin, and a head that comes twice in one line (事项 单位 事项 单位).
 */
import { fits } from './columns.ts'
import type { Line } from './lines.ts'
import type { Edge } from './marks.ts'
import type { PageLayout } from './page.ts'
import { type Band, partedLines, partsOf } from './parts.ts'

/** A place between two tables, from line to line. */
interface Seam {
  readonly x: number
  readonly from: number
  readonly to: number
}

/** Rules that a table without vertical lines has at least: over the head, under it, at the end. */
const leastRules = 3
/** Points within which ends of rules are one place. */
const slack = 3

export function withTablesParted(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageLayout[] {
  return pages.flatMap((page) => {
    const free = page.lines.filter((l) => !aside.has(l))
    const seam = betweenRules(free, page.rules) ?? betweenHeads(free)
    if (!seam) return [page]
    const [left, right] = partedLines(free.slice(seam.from, seam.to), seam.x, page)
    const bands: Band[] = [
      { lines: free.slice(0, seam.from), column: false },
      { lines: left, column: true },
      { lines: right, column: true },
      { lines: free.slice(seam.to), column: false },
    ]
    return partsOf(
      page,
      bands.filter((b) => b.lines.length > 0),
      aside,
    )
  })
}

interface RuleGroup {
  readonly from: number
  readonly to: number
  top: number
  bottom: number
  count: number
}

function betweenRules(lines: readonly Line[], rules: readonly Edge[]): Seam | null {
  const groups: RuleGroup[] = []
  for (const r of rules) {
    const same = groups.find((g) => Math.abs(g.from - r.from) < slack && Math.abs(g.to - r.to) < slack)
    if (same) {
      same.top = Math.min(same.top, r.at)
      same.bottom = Math.max(same.bottom, r.at)
      same.count++
    } else if (groups.length < 40) groups.push({ from: r.from, to: r.to, top: r.at, bottom: r.at, count: 1 })
  }
  const tables = groups.filter((g) => g.count >= leastRules).sort((a, b) => a.from - b.from)
  for (const [i, a] of tables.entries()) {
    for (const b of tables.slice(i + 1)) {
      if (b.from <= a.to || a.bottom <= b.top || b.bottom <= a.top) continue
      // A table's text may begin above its first rule.
      const top = Math.min(a.top, b.top) - 2 * (lines[0]?.size ?? 12)
      const bottom = Math.max(a.bottom, b.bottom)
      const from = lines.findIndex((l) => l.baseline > top)
      const last = lines.findLastIndex((l) => l.baseline < bottom)
      const seam = from < 0 ? null : clear(lines, (a.to + b.from) / 2, from, last + 1)
      if (seam) return seam
    }
  }
  return null
}

/** Words of a head are short; two of the same are a numbering's or a date's only by chance. */
const longestHead = 12
const leastRows = 3

function betweenHeads(lines: readonly Line[]): Seam | null {
  for (const [i, line] of lines.entries()) {
    const { chunks } = line
    const half = chunks.length / 2
    if (half < 2 || !Number.isInteger(half)) continue
    const texts = chunks.map((c) => c.words.map((w) => w.text).join(''))
    const twice = texts.every((t, k) => t.length <= longestHead && t === texts[(k + half) % chunks.length])
    if (!twice || new Set(texts).size !== half || texts.some((t) => /\d/.test(t))) continue
    const x = chunks[half]!.x0
    let to = i
    while (to < lines.length && fits(lines[to]!, [{ left: x, right: x }])) to++
    if (to - i > leastRows) return { x, from: i, to }
  }
  return null
}

/** The stretch of lines from `from` to `to`, if none of them crosses the place. */
function clear(lines: readonly Line[], x: number, from: number, to: number): Seam | null {
  const river = [{ left: x, right: x }]
  for (let i = from; i < to; i++) if (!fits(lines[i]!, river)) return null
  return to - from >= leastRows ? { x, from, to } : null
}
