/** Lines with pipes: what they hold, and the rows that they are. */
import type { RawCell, RawRow } from './cells.ts'
import { type Lines, type Stretch, trim } from './lines.ts'

/** What a line is, as far as pipes and tabs tell. */
export type LineKind = 'plain' | 'pipes' | 'tail' | 'row' | 'delimiter' | 'rule' | 'tabs'

/** `|`, its full-width form, and the vertical lines of box drawing. */
const pipe = /[|｜│┃║]/
const onlyPipes = /^[|｜│┃║\s]+$/
/** `|---|:--:|`, with or without the pipes at its ends. */
const delimiter = /^[|｜]?\s*:?-{1,}:?\s*(?:[|｜]\s*:?-{1,}:?\s*)*[|｜]?$/
/** A line of box drawing between rows: ├──┼──┤, +----+----+. No page is as wide as `maxRule`. */
const maxRule = 1_000
const rule = /^[+\s\u2500-\u257f=-]*(?:[\u2500\u2501\u2550]|[-=]{3})[+|\s\u2500-\u257f=-]*$/

export function kindOf(lines: Lines, index: number): LineKind {
  const text = lines.slice(lines.stretch(index))
  if (!pipe.test(text)) {
    if (/^[+\u2500-\u257f]/.test(text) && isRule(text)) return 'rule'
    return /\S\t/.test(text) || isTabbed(lines, index) ? 'tabs' : 'plain'
  }
  if (onlyPipes.test(text)) return 'pipes'
  if (delimiter.test(text) && text.includes('-')) return 'delimiter'
  if (isRule(text)) return 'rule'
  const cells = splitPipes(lines, lines.stretch(index))
  if (cells.cells.length > 1 || cells.merged) return 'row'
  return cells.closed || cells.opened ? 'tail' : 'plain'
}

function isRule(text: string): boolean {
  return text.length <= maxRule && rule.test(text)
}

/** A row of which only the first cell is filled is told by the tabs after it. */
function isTabbed(lines: Lines, index: number): boolean {
  const raw = lines.raw(index)
  const { start, end } = lines.stretch(index)
  return raw.start === start && lines.text.slice(end, raw.end).includes('\t')
}

export interface PipeRow extends RawRow {
  /** The line ended with a pipe. */
  readonly closed: boolean
  /** The line began with a pipe. */
  readonly opened: boolean
  /** Pipes at the end, next to each other. */
  readonly pipes: number
}

/**
 * Cells of a line between its pipes. `\|` is no pipe. Where the header does not begin (end) with a pipe,
 * a row that does begins (ends) with a blank cell.
 */
export function splitPipes(
  lines: Lines,
  stretch: Stretch,
  header: Pick<PipeRow, 'opened' | 'closed'> = { opened: true, closed: true },
): PipeRow {
  const { text } = lines
  let { start, end } = stretch
  const opened = pipe.test(text[start]!)
  if (opened && header.opened) start++
  let pipes = 0
  while (end > start && isPipe(text, end - 1)) {
    end--
    pipes++
  }
  const cells: Stretch[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !isPipe(text, i)) continue
    cells.push(trim(text, { start: from, end: i, line: stretch.line }))
    from = i + 1
  }
  // `一、…|||` is one cell over all columns; `a|b||` is a row that ends with a blank cell.
  const merged = pipes > 1 && cells.length === 1
  for (let n = header.closed ? 1 : 0; n < pipes && !merged; n++)
    cells.push({ start: end, end, line: stretch.line })
  return {
    cells: cells.map((s) => (s.start === s.end ? [] : splitBreaks(text, s))),
    merged,
    closed: pipes > 0,
    opened,
    pipes,
  }
}

function isPipe(text: string, at: number): boolean {
  return pipe.test(text[at]!) && text[at - 1] !== '\\'
}

/** Lines of a cell that `<br>` parts: Markdown has no other way to write them. */
function splitBreaks(text: string, stretch: Stretch): RawCell {
  const slice = text.slice(stretch.start, stretch.end)
  if (!/<br/i.test(slice)) return [stretch]
  const parts: Stretch[] = []
  let from = 0
  for (const match of slice.matchAll(/<br\s*\/?>/gi)) {
    parts.push({ ...stretch, start: stretch.start + from, end: stretch.start + match.index })
    from = match.index + match[0].length
  }
  parts.push({ ...stretch, start: stretch.start + from })
  return parts.map((p) => trim(text, p)).filter((p) => p.start < p.end)
}
