/**
 * Markdown's marks: left out of the text, never replaced, so that every character keeps its place.
 * Numbers (`1.`) are the notice's own and stay.
 */
import type { Link } from '../../document.ts'
import type { Lines, Piece, Stretch } from './lines.ts'
import type { LineKind } from './pipes.ts'

/**
 * Whether a text is Markdown: by its name, or by marks that other text does not have, a heading at the
 * top, two headings, or a table with its line of dashes.
 */
export function isMarkdown(name: string, lines: Lines, kinds: readonly LineKind[]): boolean {
  if (/\.(md|markdown)$/i.test(name)) return true
  if (kinds.includes('delimiter')) return true
  let headings = 0
  for (let k = 0; k < lines.filled.length && headings < 2; k++) {
    const { start, end } = lines.stretch(lines.filled[k]!)
    if (lines.text.charCodeAt(start) !== 0x23 || !heading.test(lines.text.slice(start, end))) continue
    headings += k === 0 ? 2 : 1
  }
  return headings >= 2
}

const heading = /^(#{1,6})[ \t]+(?=[^\s#])/

/** What a line is in Markdown: its own text, and the level of a heading. `null` where it is only a mark. */
export function blockOf(text: string, stretch: Stretch): { stretch: Stretch; level?: number } | null {
  let { start, end } = stretch
  const quoted = /^(?:>[ \t]*)+/.exec(text.slice(start, end))
  if (quoted) start += quoted[0].length
  const line = text.slice(start, end)
  if (line === '' || /^(?:([-*_])(?:\s*\1){2,}|=+|```.*|~~~.*)$/.test(line)) return null
  const mark = heading.exec(line)
  if (mark) {
    start += mark[0].length
    end = withoutClosing(text, start, end)
    return { stretch: { ...stretch, start, end }, level: mark[1]!.length }
  }
  const item = /^[-*+][ \t]+(?=\S)/.exec(line)
  return { stretch: { ...stretch, start: start + (item?.[0].length ?? 0), end } }
}

/** A heading may be closed as it was opened: `## 要点 ##`. */
function withoutClosing(text: string, start: number, end: number): number {
  let at = end
  while (at > start && text[at - 1] === '#') at--
  let blank = at
  while (blank > start && /[ \t]/.test(text[blank - 1]!)) blank--
  return blank < at ? blank : end
}

const marks = /\\(?=[!-/:-@[-`{-~])|\*\*|__|!?\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})(?:\s+"[^"]*")?\)/g

/** The pieces of a stretch without emphasis, escapes and the addresses of links. */
export function inline(text: string, { start, end, line }: Stretch, links: Link[]): Piece[] {
  const slice = text.slice(start, end)
  if (!/[\\*_[]/.test(slice)) return [{ text: slice, line, offset: start }]
  const cuts: { from: number; to: number }[] = []
  const open = new Map<string, number>()
  for (const match of slice.matchAll(marks)) {
    const [mark, label, href] = match
    const from = match.index
    if (label !== undefined && href !== undefined) {
      const at = mark.startsWith('!') ? 2 : 1
      cuts.push({ from, to: from + at }, { from: from + at + label.length, to: from + mark.length })
      if (at === 1) links.push({ text: label, href })
    } else if (mark === '\\') cuts.push({ from, to: from + 1 })
    else {
      // Emphasis is what opens and closes; a mark that does not is text.
      const before = open.get(mark)
      if (before === undefined || before + 2 === from) open.set(mark, from)
      else {
        cuts.push({ from: before, to: before + 2 }, { from, to: from + 2 })
        open.delete(mark)
      }
    }
  }
  cuts.sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  for (const cut of cuts) {
    if (cut.from > at) pieces.push({ text: slice.slice(at, cut.from), line, offset: start + at })
    at = Math.max(at, cut.to)
  }
  if (at < slice.length) pieces.push({ text: slice.slice(at), line, offset: start + at })
  return pieces
}
