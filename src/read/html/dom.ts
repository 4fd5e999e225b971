/** From text to the tree that a browser would build (parse5 follows the HTML standard, 13.2). */

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { tooLarge } from '../too-large.ts'

export type Document = DefaultTreeAdapterTypes.Document
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements that even a short page may have. */
const spareElements = 100_000
/** Elements that no page may exceed: a 50 MB page of paragraphs has 400,000, and these take 1 GB. */
const mostElements = 2_000_000

/**
 * The document.
 *
 * A formatting element that is never closed is opened again in every block after it (13.2.4.3), so 20 KB
 * of `<font>` and `<p>` can ask for a million elements. No page needs an element per character, nor two
 * million: beyond that the page is refused.
 */
export function parseHtml(text: string): Document {
  const most = Math.min(text.length + spareElements, mostElements)
  let made = 0
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs) {
        if (++made > most) throw tooLarge('elements', null, most)
        return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
      },
    },
  })
}

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && 'tagName' in node
}

export function isText(node: Node): node is TextNode {
  return node.nodeName === '#text'
}

/** The attribute's value; null where it has none of that name. */
export function attribute(element: Element, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return null
}

/** The first child element of that name. */
export function child(parent: Document | Element | null, tagName: string): Element | null {
  for (const node of parent?.childNodes ?? []) if (isElement(node) && node.tagName === tagName) return node
  return null
}
