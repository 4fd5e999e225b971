/** Evidence: from the spans of a passage to the pieces of the source, with page, line or path. */

import { cellPlaces, type Document, type Place, type Span } from '../document.ts'
import type { Evidence } from '../generated/notice.ts'
import { tooLarge } from '../read/too-large.ts'
import type { Found } from '../task.ts'

interface Node {
  readonly text: string
  readonly places: () => readonly Place[]
}

/**
 * Pieces of evidence, and characters that they quote, beyond which a result does not fit into memory, nor
 * its JSON into a string: 200,000 tasks have a million. A cell merged over a thousand rows is quoted a
 * thousand times, so neither the size of the file nor the number of tasks bounds them.
 */
const mostPieces = 1_000_000
const mostQuoted = 100_000_000

/** Looks nodes up by id and says where their text stands in the source. */
export class Sources {
  private readonly nodes = new Map<string, Node>()
  private pieces = 0
  private quoted = 0

  constructor(document: Document) {
    const add = (blocks: Document['blocks']) => {
      for (const block of blocks) {
        if (block.type === 'paragraph')
          this.nodes.set(block.id, { text: block.text, places: () => block.places })
        else {
          for (const cell of block.cells) {
            let places: readonly Place[] | undefined
            this.nodes.set(cell.id, { text: cell.text, places: () => (places ??= cellPlaces(cell.blocks)) })
          }
        }
      }
    }
    add(document.blocks)
    add(document.furniture)
  }

  /**
   * The pieces of a value, in order.
   * @throws YaodianError `document/too-large`
   */
  evidence(found: Found): Evidence[] {
    return found.passage.spans().map((span) => this.piece(span, found.rule))
  }

  private piece(span: Span, rule: string): Evidence {
    this.pieces++
    this.quoted += span.end - span.start
    if (this.pieces > mostPieces) throw tooLarge('pieces', null, mostPieces)
    if (this.quoted > mostQuoted) throw tooLarge('quoted', null, mostQuoted)
    const node = this.nodes.get(span.node)
    if (!node) throw new Error(`no node ${span.node}`)
    const { start, end } = span
    const quote = node.text.slice(start, end)
    const places = node.places()
    let at = firstAt(places, start)
    const origin = places[at]?.origin
    if (origin === undefined) return { node: span.node, start, end, quote, rule }
    if (origin.kind === 'line') return { node: span.node, start, end, quote, rule, line: origin.line }
    if (origin.kind === 'part') {
      const path = origin.part === '' ? origin.path : `${origin.part}#${origin.path}`
      return { node: span.node, start, end, quote, rule, path }
    }
    const { page } = origin
    const boxes: [number, number, number, number][] = []
    for (let place = places[at]; place && place.start < end; place = places[++at]) {
      const { origin: next } = place
      if (next.kind === 'page' && next.page === page) boxes.push([...next.box])
    }
    return { node: span.node, start, end, quote, rule, page, boxes }
  }
}

/** Index of the first place that ends after `at`. */
function firstAt(places: readonly Place[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low
}
