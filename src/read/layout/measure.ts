/** The measure of a page: where its running text begins and ends, and how far its lines stand apart. */
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'
import { closingMark, justifiedSlack, type Measure, mode } from './paragraphs.ts'

export type PageMeasure = Measure

const mixed = /[\x21-\x7e]/

/** Pages of one size share a measure: a last page of three lines does not show its own. */
export function pageMeasures(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageMeasure[] {
  const bySize = new Map<string, PageMeasure>()
  const keyOf = (p: PageLayout) => `${Math.round(p.width / 4)} ${Math.round(p.height / 4)}`
  const groups = new Map<string, PageLayout[]>()
  for (const p of pages) {
    if (p.column) continue
    const list = groups.get(keyOf(p)) ?? []
    list.push(p)
    groups.set(keyOf(p), list)
  }
  for (const [key, list] of groups) bySize.set(key, measureOf(list, aside))
  // Columns stand side by side: each has a measure of its own.
  return pages.map((p) => (p.column ? measureOf([p], aside) : bySize.get(keyOf(p))!))
}

function measureOf(pages: readonly PageLayout[], aside: ReadonlySet<Line>): PageMeasure {
  const lines = pages.flatMap((p) => p.lines.filter((l) => !aside.has(l)))
  const sizes = lines.map((l) => l.size)
  // Where a page is all table, its cells show the size of the running text.
  for (const p of pages)
    for (const g of p.grids) for (const c of g.cells) for (const l of c.lines) sizes.push(l.size)
  const width = pages[0]!.width
  const body = mode(sizes, 0.5) ?? 12
  const running = lines.filter((l) => Math.abs(l.size - body) < 0.12 * body)
  const text = running.length > 0 ? running : lines
  const left =
    edge(
      text.map((l) => l.x0),
      1,
      body,
    ) ?? 0.1 * width
  // Closing marks may hang in the margin: the other lines tell where it begins.
  const solid = text.filter((l) => !closingMark.test(l.text))
  const right =
    edge(
      (solid.length >= 5 ? solid : text).map((l) => l.x1),
      -1,
      body,
    ) ?? 0.9 * width
  const steps = new Map<number, number[]>()
  for (const p of pages) {
    let before: Line | undefined
    for (const l of p.lines) {
      if (aside.has(l)) continue
      if (
        before &&
        Math.abs(before.size - l.size) < 0.06 * l.size &&
        l.baseline - before.baseline > 0.8 * l.size
      ) {
        const k = Math.round(l.size)
        const list = steps.get(k) ?? []
        list.push(l.baseline - before.baseline)
        steps.set(k, list)
      }
      before = l
    }
  }
  const leadings = new Map<number, number>()
  // The usual step of a size needs some lines to show; a title of two lines shows its own.
  for (const [k, list] of steps) leadings.set(k, Math.min(mode(list, 0.5) ?? 1.6 * k, 3 * k))
  // Chinese alone fills a line to the character, justified or not: lines with letters or digits tell, and
  // lines that are stretched.
  const full = solid.filter(
    (l) =>
      right - l.x1 < 2 * body && l.x1 - l.x0 > 0.5 * (right - left) && (mixed.test(l.text) || stretched(l)),
  )
  const exact = full.filter((l) => Math.abs(right - l.x1) < justifiedSlack * body)
  return {
    left,
    right,
    body,
    leading: (size) => leadings.get(Math.round(size)) ?? 1.8 * size,
    justified: full.length >= 8 && exact.length > 0.8 * full.length,
  }
}

/** Chinese set solid is a whole number of ems wide. */
function stretched(l: Line): boolean {
  const ems = (l.x1 - l.x0) / l.size
  return Math.abs(ems - Math.round(ems)) > justifiedSlack
}

/** The outermost place that several lines share; one line alone may stick out. */
export function edge(values: number[], sign: 1 | -1, em: number): number | null {
  if (values.length === 0) return null
  values.sort((a, b) => sign * (a - b))
  const enough = Math.min(3, values.length)
  for (let i = 0; i + enough <= values.length && i < values.length / 4 + 1; i++) {
    if (Math.abs(values[i + enough - 1]! - values[i]!) < 1.2 * em) return values[i]!
  }
  return values[0]!
}
