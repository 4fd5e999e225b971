/**
 * Furniture: headers, footers and page numbers. They stand at the top or bottom of pages and come again
 * on others, at the same height, with the same words but for their numbers.
 */
import type { Line } from './lines.ts'
import type { PageLayout } from './page.ts'

/** Share of the page's height in which headers and footers stand (GB/T 9704 sets 37 mm of 297 above). */
const margin = 0.13
/** Lines from the page's edge that may be furniture. */
const deepest = 3

/** — 3 —, - 3 -, 第3页, 第 3 页 共 9 页, 3/9, Page 3 of 9 */
const numbered =
  /^(?:[-—–―~·•\s]+\d{1,4}[-—–―~·•\s]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/i
const bare = /^\s*\d{1,4}\s*$/

/** For each page, its lines that are furniture. */
export function furnitureOf(pages: readonly PageLayout[]): Set<Line> {
  const found = new Set<Line>()
  const groups = new Map<string, { line: Line; page: number }[]>()
  const bareNumbers = new Map<number, { line: Line; page: number }[]>()
  for (const page of pages) {
    for (const { line, edge } of candidates(page)) {
      const text = line.text.replace(/\s+/g, '')
      if (numbered.test(line.text.trim())) found.add(line)
      if (bare.test(line.text)) {
        const shift = Number(text) - page.number
        const list = bareNumbers.get(shift) ?? []
        list.push({ line, page: page.number })
        bareNumbers.set(shift, list)
      }
      const key = `${edge} ${text.replace(/\d+/g, '#')}`
      const list = groups.get(key) ?? []
      list.push({ line, page: page.number })
      groups.set(key, list)
    }
  }
  for (const [shift, list] of bareNumbers) {
    // A number alone at the edge is the page's own if it counts with the pages.
    if (list.length > 1 || (shift === 0 && pages.length > 1)) for (const { line } of list) found.add(line)
  }
  for (const list of groups.values()) {
    for (const same of sameHeight(list)) {
      if (new Set(same.map((s) => s.page)).size < (pages.length < 5 ? 2 : 3)) continue
      if (same[0]!.line.text.replace(/[\s\d]/g, '') === '') continue
      for (const { line } of same) found.add(line)
    }
  }
  return found
}

function* candidates(page: PageLayout): Iterable<{ line: Line; edge: 'top' | 'bottom' }> {
  const lines = page.lines
  const top = page.grids.length > 0 ? Math.min(...page.grids.map((g) => g.ys[0]!)) : Infinity
  const bottom = page.grids.length > 0 ? Math.max(...page.grids.map((g) => g.ys.at(-1)!)) : -Infinity
  for (let i = 0; i < Math.min(deepest, lines.length); i++) {
    const line = lines[i]!
    if (line.bottom < page.height * margin && line.bottom <= top + 1) yield { line, edge: 'top' }
  }
  for (let i = Math.max(0, lines.length - deepest); i < lines.length; i++) {
    const line = lines[i]!
    if (line.top > page.height * (1 - margin) && line.top >= bottom - 1) yield { line, edge: 'bottom' }
  }
}

/** Groups of lines whose baselines agree within 3 points. */
function sameHeight(list: { line: Line; page: number }[]): { line: Line; page: number }[][] {
  const sorted = [...list].sort((a, b) => a.line.baseline - b.line.baseline)
  const groups: { line: Line; page: number }[][] = []
  for (const entry of sorted) {
    const last = groups.at(-1)
    if (last && entry.line.baseline - last[0]!.line.baseline <= 3) last.push(entry)
    else groups.push([entry])
  }
  return groups
}
