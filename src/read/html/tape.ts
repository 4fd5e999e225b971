/**
 * The tape: what a page shows, in order, as flat lists. Elements that are not shown are not on it.
 * Everything after works on ranges of the tape (`[i, end[i])` is what element `i` holds), so that ten
 * thousand nested tags cost no more than ten thousand in a row.
 */
import { attribute, type Element, isElement, isText, type Node, type TextNode } from './dom.ts'
import { unseen } from './elements.ts'
import { inherit, initial, type Style, Styles } from './style.ts'

export interface Tape {
  readonly nodes: readonly (Element | TextNode)[]
  /** Index of the element that holds the node; -1 for the root. */
  readonly parent: readonly number[]
  /** One past the last node that the node holds. */
  readonly end: readonly number[]
  readonly style: readonly Style[]
  /** The element that stands for the node where the path is cut off: itself down to `maxDepth`. */
  readonly anchor: readonly number[]
  readonly styles: Styles
  /** Where elements with text that the page hides would stand. */
  readonly hidden: readonly number[]
  /** What the page shows in frames: their addresses. */
  readonly frames: readonly string[]
}

const blank = /^[\s\u200b\ufeff]*$/

/** What `root` shows. `maxDepth` bounds the places' paths, not the nesting. */
export function tapeOf(root: Element, maxDepth: number): Tape {
  const nodes: (Element | TextNode)[] = []
  const parent: number[] = []
  const end: number[] = []
  const style: Style[] = []
  const anchor: number[] = []
  const hidden: number[] = []
  const frames: string[] = []
  const styles = new Styles()
  const open: { readonly at: number; readonly children: readonly Node[]; next: number }[] = []

  const enter = (element: Element, up: number) => {
    const declared = styles.declared(element)
    if (declared.none || isHidden(element)) {
      if (holdsText(element)) hidden.push(nodes.length)
      return
    }
    const at = nodes.length
    nodes.push(element)
    parent.push(up)
    end.push(at + 1)
    style.push(inherit(up < 0 ? initial : style[up]!, element, declared))
    anchor.push(open.length > maxDepth ? anchor[up]! : at)
    if (element.childNodes.length > 0) open.push({ at, children: element.childNodes, next: 0 })
  }

  enter(root, -1)
  while (open.length > 0) {
    const top = open[open.length - 1]!
    const node = top.children[top.next++]
    if (node === undefined) {
      end[top.at] = nodes.length
      open.pop()
    } else if (isText(node)) {
      const shown = style[top.at]!
      if (shown.invisible || shown.noSize) {
        if (!blank.test(node.value) && hidden[hidden.length - 1] !== nodes.length) hidden.push(nodes.length)
        continue
      }
      const at = nodes.length
      nodes.push(node)
      parent.push(top.at)
      end.push(at + 1)
      style.push(shown)
      anchor.push(anchor[top.at]!)
    } else if (isElement(node)) {
      if (!unseen.has(node.tagName)) enter(node, top.at)
      else if (node.tagName === 'iframe') frames.push(...frameOf(node))
    }
  }
  return { nodes, parent, end, style, anchor, styles, hidden, frames }
}

/** The address that a frame shows, if any. */
export function frameOf(frame: Element): string[] {
  if (attribute(frame, 'srcdoc')) return ['srcdoc']
  const src = attribute(frame, 'src')?.trim() ?? ''
  return src === '' || /^(about:|javascript:)/i.test(src) ? [] : [src]
}

function isHidden(element: Element): boolean {
  for (const attr of element.attrs) if (attr.name === 'hidden' && attr.value !== 'until-found') return true
  return element.tagName === 'dialog' && attribute(element, 'open') === null
}

/** Whether there is any text to hide; scripts are none. */
function holdsText(root: Element): boolean {
  const rest: Node[] = [...root.childNodes]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (isText(node)) {
      if (!blank.test(node.value)) return true
    } else if (isElement(node) && !unseen.has(node.tagName)) {
      for (const c of node.childNodes) rest.push(c)
    }
  }
  return false
}

export function elementAt(tape: Tape, at: number): Element | null {
  const node = tape.nodes[at]
  return node !== undefined && isElement(node) ? node : null
}

/** The nodes directly under element `at`, in order. */
export function* childrenOf(tape: Tape, at: number): Generator<number> {
  for (let i = at + 1; i < tape.end[at]!; i = tape.end[i]!) yield i
}
