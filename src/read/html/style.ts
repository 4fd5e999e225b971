/**
 * What a page's markup says of how text is shown: only what changes which text is read, and how.
 * Styles come from the element's own `style` and the presentational attributes (HTML standard, 15.3);
 * style sheets are not read, so a class never hides text.
 */
import type { Element } from './dom.ts'
import { alignable, controls, preformatted } from './elements.ts'

/** How an element's text is shown; children inherit it. */
export interface Style {
  readonly align: 'center' | 'right' | null
  /** Of the heading that it stands in. */
  readonly level: number | null
  readonly pre: boolean
  readonly invisible: boolean
  readonly noSize: boolean
  /** Stands in a link that leads somewhere. */
  readonly linked: boolean
  readonly control: boolean
}

export const initial: Style = {
  align: null,
  level: null,
  pre: false,
  invisible: false,
  noSize: false,
  linked: false,
  control: false,
}

/** An element's `style`, as far as it matters here. */
export interface Declared {
  readonly none: boolean
  readonly display: 'block' | 'inline' | null
  readonly invisible: boolean | null
  /** True where its size is nothing, false where it has a size of its own, null where it has its parent's. */
  readonly noSize: boolean | null
  /** Null where it says nothing of the text's side. */
  readonly align: 'center' | 'right' | 'other' | null
  readonly pre: boolean | null
  /** list-style-type, in lower case. */
  readonly list: string | null
  readonly bordered: boolean
}

const property =
  /(?:^|[;{])\s*(display|visibility|font-size|font|text-align|list-style(?:-type)?|white-space|mso-hide|border(?:-[a-z]+)?)\s*:\s*([^;]*)/gi

const nothing: Declared = {
  none: false,
  display: null,
  invisible: null,
  noSize: null,
  align: null,
  pre: null,
  list: null,
  bordered: false,
}

type Draft = { -readonly [K in keyof Declared]: Declared[K] }

/** Reads `style` attributes; a page repeats few of them, so each is read once. */
export class Styles {
  private readonly read = new Map<string, Declared>()

  of(css: string): Declared {
    let declared = this.read.get(css)
    if (declared === undefined) {
      declared = declarations(css)
      this.read.set(css, declared)
    }
    return declared
  }

  /** The element's own declarations. */
  declared(element: Element): Declared {
    for (const attr of element.attrs) if (attr.name === 'style') return this.of(attr.value)
    return nothing
  }
}

function declarations(css: string): Declared {
  const draft: Draft = { ...nothing }
  for (const [, name, raw] of css.matchAll(property)) {
    const value = raw!
      .trim()
      .replace(/!important$/i, '')
      .trimEnd()
      .toLowerCase()
    declare(draft, name!.toLowerCase(), value)
  }
  return draft
}

function declare(draft: Draft, name: string, value: string): void {
  switch (name) {
    case 'display':
      draft.none = value === 'none'
      draft.display =
        value === 'inline' ? 'inline' : /^(block|table|flex|grid|list-item)/.test(value) ? 'block' : null
      break
    case 'mso-hide':
      // Word's own word for hidden text; it writes display:none beside it, others do not.
      if (value === 'all') draft.none = true
      break
    case 'visibility':
      draft.invisible = value === 'hidden' || value === 'collapse'
      break
    case 'font-size':
      draft.noSize = sizeless(value)
      break
    case 'font':
      if (/^(?:[a-z-]+\s+)*0(?:px|pt|r?em|%)?(?:\s|\/|$)/.test(value)) draft.noSize = true
      break
    case 'text-align':
      draft.align = side(value)
      break
    case 'list-style':
    case 'list-style-type':
      draft.list = value
      break
    case 'white-space':
      draft.pre = /^(pre|pre-wrap|pre-line|break-spaces)$/.test(value)
      break
    default:
      if (
        !/^(none|hidden|0|initial|unset|inherit|medium none)/.test(value) &&
        /solid|double|dotted|dashed|outset|inset|groove|ridge|^[1-9.]/.test(value)
      ) {
        draft.bordered = true
      }
  }
}

/** A size in em or percent is a share of the parent's: of nothing it is nothing. */
function sizeless(value: string): boolean | null {
  const size = /^([\d.]+)(%|[a-z]*)/.exec(value)
  if (!size) return /^(inherit|smaller|larger|unset)$/.test(value) ? null : false
  if (Number(size[1]) === 0) return true
  return size[2] === 'em' || size[2] === '%' ? null : false
}

function side(value: string): Declared['align'] {
  if (value === 'inherit' || value === '') return null
  if (/center$|^middle$/.test(value)) return 'center'
  return /right$|^end$/.test(value) ? 'right' : 'other'
}

/** The style of an element whose parent has `parent`. The same object where nothing changes. */
export function inherit(parent: Style, element: Element, declared: Declared): Style {
  const tag = element.tagName
  let align: Declared['align'] = null
  let linked = parent.linked
  for (const attr of element.attrs) {
    if (attr.name === 'align' && alignable.has(tag)) align = side(attr.value.trim().toLowerCase())
    else if (attr.name === 'href' && tag === 'a') linked = true
  }
  if (tag === 'center') align = 'center'
  // Text in a table begins at the side where tables begin, whatever stands around it: a page centred by
  // <center> does not centre its cells (the standard's style sheet for quirks mode, 15.3.11).
  else if (tag === 'table') align = 'other'
  align = declared.align ?? align
  const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : parent.level
  const next: Style = {
    align: align === null ? parent.align : align === 'other' ? null : align,
    level,
    pre: declared.pre ?? (preformatted.has(tag) ? true : parent.pre),
    invisible: declared.invisible ?? parent.invisible,
    noSize: declared.noSize ?? parent.noSize,
    linked,
    control: parent.control || controls.has(tag),
  }
  return same(parent, next) ? parent : next
}

function same(a: Style, b: Style): boolean {
  return (
    a.align === b.align &&
    a.level === b.level &&
    a.pre === b.pre &&
    a.invisible === b.invisible &&
    a.noSize === b.noSize &&
    a.linked === b.linked &&
    a.control === b.control
  )
}
