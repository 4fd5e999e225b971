/**
 * Lines → paragraphs. A line goes on in the next unless something says that a paragraph ended: room was
 * left for the next word, the next line is set in, begins with a number, or stands further off.
 */
import { type Paragraph, type Place, paragraph } from '../../document.ts'
import type { Line } from './lines.ts'
import { isHan } from './marks.ts'

/** The column that lines are set in. */
export interface Measure {
  readonly left: number
  readonly right: number
  /** Usual distance of baselines for type of this size. */
  leading(size: number): number
  /** True where full lines end at the right edge exactly. */
  readonly justified: boolean
  /** Size of the running text. */
  readonly body: number
}

/** What begins an item: 一、 （一） 1. (1) ① 第一条. A number with a unit (10个, 2019年) begins none. */
const marker =
  /^\s*(?:[一二三四五六七八九十百]{1,4}\s*[、.．]|[（(]\s*[一二三四五六七八九十百\d]{1,4}\s*[)）]|\d{1,3}\s*(?:[、．]|\.(?!\d))|第[一二三四五六七八九十百\d]{1,4}[章条节项部]|[①-⑳]|附\s*件?\s*\d*\s*[:：])/
const heading = /^\s*(?:[一二三四五六七八九十]{1,3}\s*、|[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）])/
const ended = /[。；：;:!?！？…”）)\]】〕]\s*$/
const responsibility = /(?:负责|牵头|参与|配合|指导|落实)[)）〕】]\s*。?$/
const cannotBegin = /^[、。，；：！？）》〉」』】〕”’…—%％,.;:!?)\]}>]/
const cannotEnd = /[（《〈「『【〔“‘([{<]$/

export function startsItem(text: string): boolean {
  return marker.test(text)
}

/**
 * How much room the beginning of a line takes that cannot be broken: one Chinese character, one Latin
 * word or number, with the marks that must stand beside it.
 */
export function firstUnit(line: Line): number {
  const word = line.words[0]
  const chars = [...(word?.text ?? '')]
  if (!word || chars.length === 0) return line.size / 2
  // Chinese characters are an em wide; the others share what is left of the word.
  const others = chars.filter((c) => !isHan(c)).length
  const left = word.x1 - word.x0 - (chars.length - others) * word.size
  const other = others > 0 ? Math.min(word.size, Math.max(0.3 * word.size, left / others)) : 0
  let n = 0
  let width = 0
  const take = () => {
    width += isHan(chars[n]!) ? word.size : other
    n++
  }
  while (n < chars.length && cannotEnd.test(chars[n]!)) take()
  if (n < chars.length && isHan(chars[n]!)) take()
  else while (n < chars.length && !isHan(chars[n]!)) take()
  while (n < chars.length && cannotBegin.test(chars[n]!)) take()
  return width
}

export function isCentred(line: Line, left: number, right: number): boolean {
  const em = line.size
  return (
    Math.abs((line.x0 + line.x1) / 2 - (left + right) / 2) < 0.75 * em &&
    line.x0 - left > 1.2 * em &&
    right - line.x1 > 1.2 * em
  )
}

/** Whether `b` goes on with the paragraph whose last line is `a`; `first` is that paragraph's first line. */
export function continues(first: Line, a: Line, b: Line, m: Measure): boolean {
  const em = Math.max(a.size, b.size)
  if (Math.abs(a.size - b.size) > 0.12 * em) return false
  if (a.page === b.page) {
    const step = b.baseline - a.baseline
    if (step <= 0 || step > 1.35 * m.leading(a.size)) return false
  }
  if (isCentred(b, m.left, m.right) && (isCentred(a, m.left, m.right) || fills(a, m))) {
    // A title over two lines is one; centred lines of the running text's size are lines of their own.
    return a.size > 1.12 * m.body && a.bold === b.bold && !startsItem(b.text)
  }
  const indent = b.x0 - m.left
  // The signature and the date stand at the right: nothing runs on from a line that begins there.
  if (a.x0 - m.left > 0.35 * (m.right - m.left) && Math.abs(a.x0 - b.x0) > 0.6 * em) return false
  const free = m.right - a.x1
  if (free > firstUnit(b) + 0.15 * em) return false
  if (m.justified && free > 0.35 * em && isLast(first, a, m)) return false
  if (startsItem(b.text) && ended.test(a.text)) return false
  // 一、 and （一） open a paragraph even after a heading, which has no mark at its end.
  if (heading.test(b.text) && !/[第、至和及]$/.test(a.text)) return false
  // A bracket of responsibility closes an item: where one ends a line, the paragraph mostly ends too.
  if (responsibility.test(a.text) && free > 0.35 * em) return false
  if (indent > 1.2 * em) {
    if (startsItem(b.text)) return false
    const hanging = startsItem(first.text) && first.x0 < b.x0 - 0.6 * em
    const level = Math.abs(b.x0 - a.x0) < 0.6 * em
    if (!hanging && !level) return false
    if (level && a === first && ended.test(a.text)) return false
  }
  const bold = b.words[0]?.bold === true && a.words.at(-1)?.bold !== true
  if (bold && ended.test(a.text)) return false
  return true
}

/**
 * Whether a line that falls short of the margin, in a document that is set justified, is its paragraph's
 * last: …形成规范管理的长效机制。 ends half a character short and is. A paragraph whose own first line
 * falls short is set ragged among justified ones (LibreOffice does so where it holds a word that cannot be
 * broken): there only a sentence's end tells. Errs towards running on.
 */
function isLast(first: Line, a: Line, m: Measure): boolean {
  if (ended.test(a.text)) return true
  return first !== a && m.right - first.x1 < justifiedSlack * first.size && !closingMark.test(a.text)
}

/** Ems by which full lines of justified text may miss the margin: spaces are rounded, line by line. */
export const justifiedSlack = 0.1

/** A closing mark at the line's end may be set half as wide, or hang in the margin. */
export const closingMark = /[、。，；：”’）》」】〕!?！？.,;:)]$/

/** Whether the line leaves no room for another character. */
function fills(line: Line, m: Measure): boolean {
  return line.x0 - m.left < 2.5 * line.size && m.right - line.x1 < 1.5 * line.size
}

/** One paragraph of these lines: its lines joined by line breaks, each with its box. */
export function join(lines: readonly Line[], align?: 'center' | 'right'): Paragraph {
  let text = ''
  const places: Place[] = []
  lines.forEach((line, i) => {
    const start = text.length
    text += line.text
    if (i < lines.length - 1) text += '\n'
    places.push({ start, end: text.length, origin: { kind: 'page', page: line.page, box: line.box } })
  })
  return paragraph(text, places, align ? { align } : {})
}

/** Paragraphs of lines in one measure. */
export function paragraphsOf(lines: readonly Line[], m: Measure): Line[][] {
  const out: Line[][] = []
  for (const line of lines) {
    const open = out.at(-1)
    if (open && continues(open[0]!, open.at(-1)!, line, m)) open.push(line)
    else out.push([line])
  }
  return out
}

/** The most frequent of numbers rounded to `step`; ties go to the smaller. */
export function mode(values: readonly number[], step: number): number | null {
  const counts = new Map<number, number>()
  for (const v of values) {
    const k = Math.round(v / step)
    counts.set(k, (counts.get(k) ?? 0) + 1)
  }
  let best: number | null = null
  let most = 0
  for (const [k, n] of counts) {
    if (n > most || (n === most && best !== null && k < best)) {
      best = k
      most = n
    }
  }
  return best === null ? null : best * step
}
