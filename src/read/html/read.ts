/** A page of HTML, decoded: visible text → lines → tables → what is the notice's → blocks. */
import { type Block, blocksText, type Link, type Meta } from '../../document.ts'
import type { Report } from '../../message.ts'
import type { Limits } from '../reader.ts'
import { Blocks } from './blocks.ts'
import {
  attribute,
  child,
  type Document,
  type Element,
  isElement,
  isText,
  type Node,
  parseHtml,
} from './dom.ts'
import { collapse, linesOf } from './lines.ts'
import { contentLines } from './page.ts'
import { type DataTable, Lookup, tablesOf } from './tables.ts'
import { frameOf, type Tape, tapeOf } from './tape.ts'

export interface PageContent {
  readonly blocks: readonly Block[]
  readonly furniture: readonly Block[]
  readonly links: readonly Link[]
  readonly meta: Meta
  /** Pages that it shows in frames. */
  readonly frames: readonly string[]
}

/** Meta names that a reader may keep; a page can make up any number. */
const mostMeta = 64
const longestMeta = 2000

/** Reads a page; `part` is its name in the places of its text. */
export function readPage(text: string, part: string, report: Report, limits: Limits): PageContent {
  const document = parseHtml(text)
  const html = child(document, 'html')
  const meta = metaOf(document)
  const body = child(html, 'body')
  if (body === null) {
    const frameset = child(html, 'frameset')
    return { blocks: [], furniture: [], links: [], meta, frames: frameset ? framesOf(frameset) : [] }
  }
  const tape = tapeOf(body, limits.maxDepth)
  const { lines, anchors } = linesOf(tape)
  const lookup = new Lookup(lines)
  const { data, flattened } = tablesOf(tape, lookup, limits)
  const title = meta.articletitle ?? meta.title ?? ''
  const kept = contentLines({ tape, lines, anchors, lookup, tables: outermost(tape, data), title })

  const blocks = new Blocks(tape, lines, data, lookup, part)
  const end = tape.nodes.length
  if (flattened > 0) report.add('html/tables-flattened', { count: flattened })
  const hidden = tape.hidden.filter((at) => {
    const n = lookup.from(at)
    return (kept[n - 1] ?? kept[n]) && (kept[n] ?? true)
  })
  if (hidden.length > 0) report.add('html/hidden-text', { count: hidden.length })
  return {
    blocks: blocks.in(0, end, (n) => kept[n]!),
    furniture: blocks.in(0, end, (n) => !kept[n]!),
    links: anchors.filter((a) => kept[a.line]).map((a) => ({ text: textOf(tape, a.at), href: a.href })),
    meta,
    frames: tape.frames,
  }
}

/** All that an element shows, in one line. */
function textOf(tape: Tape, at: number): string {
  const pieces: string[] = []
  for (let i = at; i < tape.end[at]!; i++) {
    const node = tape.nodes[i]!
    if (!isElement(node)) pieces.push(node.value)
  }
  return collapse(pieces.join(''))
}

/**
 * What the page says of itself, by name in lower case; the first of a name. Its address is `canonical`, `og:url`
 * or `base`.
 */
function metaOf(document: Document): Meta {
  const meta: Record<string, string> = {}
  const head = child(child(document, 'html'), 'head')
  let count = 0
  for (const node of head?.childNodes ?? []) {
    if (!isElement(node)) continue
    let name = ''
    let value = ''
    if (node.tagName === 'title') {
      name = 'title'
      for (const piece of node.childNodes) if (isText(piece)) value += piece.value
    } else if (node.tagName === 'meta') {
      name = (attribute(node, 'name') ?? attribute(node, 'property') ?? '').trim().toLowerCase()
      value = attribute(node, 'content') ?? ''
    } else if (node.tagName === 'base') {
      name = 'base'
      value = attribute(node, 'href') ?? ''
    } else if (node.tagName === 'link' && /^canonical$/i.test(attribute(node, 'rel')?.trim() ?? '')) {
      name = 'canonical'
      value = attribute(node, 'href') ?? ''
    }
    value = collapse(value)
    if (name === '' || value === '' || Object.hasOwn(meta, name) || count >= mostMeta) continue
    if (name === '__proto__' || name.length > 64) continue
    meta[name] = value.slice(0, longestMeta)
    count++
  }
  return meta
}

function framesOf(root: Element): string[] {
  const frames: string[] = []
  const rest: Node[] = [root]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'frame') frames.push(...frameOf(node))
    for (let i = node.childNodes.length - 1; i >= 0; i--) rest.push(node.childNodes[i]!)
  }
  return frames
}

function outermost(tape: Tape, data: readonly DataTable[]): DataTable[] {
  const outer: DataTable[] = []
  let end = 0
  for (const table of data) {
    if (table.at < end) continue
    outer.push(table)
    end = tape.end[table.at]!
  }
  return outer
}

/** Below so many characters of text, what a page shows in its frames may be the notice. */
export const shortText = 200

/** Notes a page without text, and one whose text may be in a frame. */
export function notePage(page: PageContent, report: Report): void {
  const chars = blocksText(page.blocks).length
  if (chars < shortText)
    for (const src of page.frames.slice(0, 8)) report.add('html/frame', { src: src.slice(0, 200) })
  if (chars === 0 && page.furniture.length === 0) report.add('html/no-text')
}
