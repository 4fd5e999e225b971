/**
 * Lines: what a browser would show between two breaks, be it the edge of a block or `<br>`. Each becomes a
 * paragraph. A notice is often one `<p>` with `<br>` between its items, so a `<br>` parts paragraphs.
 */
import { labelGap } from '../numbering.ts'
import { attribute, type Element, isElement } from './dom.ts'
import { blocks } from './elements.ts'
import { Lists } from './lists.ts'
import type { Style } from './style.ts'
import type { Tape } from './tape.ts'

export interface Line {
  readonly text: string
  /** The number that a list drew before it, the beginning of `text`. */
  readonly marker: string | null
  /** Index of the block element that holds it. */
  readonly owner: number
  /** Index of its first text on the tape. */
  readonly at: number
  readonly style: Style
  /** Characters that are not white space. */
  readonly chars: number
  /** How many of them, about, stand in links. */
  readonly linked: number
}

export interface Anchor {
  readonly href: string
  /** Index of `<a>` on the tape. */
  readonly at: number
  /** The line in which its text begins; -1 where it has none. */
  readonly line: number
}

export interface Lines {
  readonly lines: readonly Line[]
  readonly anchors: readonly Anchor[]
}

const ink = /[^\s\u200b-\u200d\u2060\ufeff]/
const space = /[\s\u200b-\u200d\u2060\ufeff]+/g

/** A number that the text has of itself. */
const ownNumber =
  /^[\s\u3000]*(?:[（(〔[【]?[0-9０-９一二三四五六七八九十百]{1,4}[）)〕\]】、.．:：,，]|第[0-9一二三四五六七八九十百]{1,4}|[①-⑳⑴-⒛㈠-㈩])/

export function linesOf(tape: Tape): Lines {
  const lines: Line[] = []
  const anchors: { href: string; at: number; line: number }[] = []
  const lists = new Lists(tape.styles)
  const open: number[] = []
  let pieces: string[] = []
  let first = -1
  let linked = 0
  let raw = false
  /** The number of the list item whose first line is yet to come. */
  let label: string | null = null

  const endLine = () => {
    if (first < 0) {
      pieces.length = 0
      return
    }
    const joined = pieces.length === 1 ? pieces[0]! : pieces.join('')
    const text = raw ? joined : collapse(joined)
    const owner = open[open.length - 1] ?? 0
    // Style sheets put a list's numbers out where the text has its own, which cannot be seen here: an
    // item that begins with a number is not numbered again.
    const marker = label !== null && !ownNumber.test(text) ? label : null
    lines.push({
      text: marker === null ? text : marker + labelGap(marker, 'space') + text.trimStart(),
      marker,
      owner,
      at: first,
      style: tape.style[owner]!,
      chars: inkOf(text),
      linked,
    })
    label = null
    pieces = []
    first = -1
    linked = 0
    raw = false
  }

  const close = () => {
    endLine()
    const left = tape.nodes[open.pop()!] as Element
    if (left.tagName === 'li') label = null
  }

  const nodes = tape.nodes
  for (let i = 0; i < nodes.length; i++) {
    while (open.length > 0 && tape.end[open[open.length - 1]!]! <= i) close()
    const node = nodes[i]!
    if (!isElement(node)) {
      const style = tape.style[i]!
      if (style.pre) {
        const parts = node.value.split(/\r\n?|\n/)
        for (let p = 0; p < parts.length; p++) {
          if (p > 0) endLine()
          add(parts[p]!, i, style)
          raw ||= first === i
        }
      } else add(node.value, i, style)
      continue
    }
    if (node.tagName === 'br') {
      endLine()
      continue
    }
    if (isBlock(node, tape)) {
      endLine()
      open.push(i)
      // An item without text of its own has nothing to number, and a number beside a table is none of
      // the table's cells'.
      if (node.tagName === 'li') label = lists.label(node)
      else if (node.tagName === 'table') label = null
    } else if (node.tagName === 'a') {
      const href = attribute(node, 'href')?.trim() ?? ''
      if (href !== '' && !/^(#|javascript:)/i.test(href)) anchors.push({ href, at: i, line: -1 })
    }
  }
  while (open.length > 0) close()
  return { lines, anchors }

  function add(text: string, at: number, style: Style): void {
    if (text === '') return
    pieces.push(text)
    if (first < 0 && ink.test(text)) first = at
    if (!style.linked) return
    linked += inkOf(text)
    const anchor = anchors[anchors.length - 1]
    if (anchor && anchor.line < 0 && at < tape.end[anchor.at]! && ink.test(text)) anchor.line = lines.length
  }
}

/** Items and cells set in a row (`li {display: inline}`, a menu) are still apart. */
function isBlock(element: Element, tape: Tape): boolean {
  const { display } = tape.styles.declared(element)
  const tag = element.tagName
  return display === null
    ? blocks.has(tag)
    : display === 'block' || (blocks.has(tag) && tag !== 'p' && tag !== 'div')
}

function inkOf(text: string): number {
  return text.replace(space, '').length
}

/**
 * White space as a browser collapses it (CSS Text 3, 4.1): a run is one space, none at the line's ends; a
 * line break of the source between two Chinese characters is nothing (4.1.3). `&nbsp;` and the ideographic
 * space are characters like any other.
 */
export function collapse(text: string): string {
  if (!/[\t\n\f\r]| {2}|^ | $/.test(text)) return text
  let start = 0
  let end = text.length
  while (start < end && ascii(text.charCodeAt(start))) start++
  while (end > start && ascii(text.charCodeAt(end - 1))) end--
  const trimmed = text.slice(start, end)
  return trimmed.replace(/[ \t\n\f\r]+/g, (run, at: number) => {
    const broken = run.includes('\n') || run.includes('\r')
    return broken && wide.test(trimmed.charAt(at - 1)) && wide.test(trimmed.charAt(at + run.length))
      ? ''
      : ' '
  })
}

function ascii(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b)
}

/**
 * Characters as wide as a Chinese one; a surrogate is taken for half of a rare one. Quotes, dashes and the
 * ellipsis may be of any width (UAX 11: ambiguous), and are wide in Chinese text.
 */
const wide = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\ud840-\udfff\u2014\u2018\u2019\u201c\u201d\u2026]/
