/** Styles, as far as they decide what is printed: numbering, alignment, hidden text. */
import { child, type Node } from '../docx/xml.ts'

interface Style {
  readonly parent: string | undefined
  /** The list of paragraphs that are in one without a style of its own; '' is none. */
  readonly list: string | undefined
  readonly align: string | undefined
  readonly hidden: boolean | undefined
}

/** A style with what it inherits. */
export interface Resolved {
  readonly list: string | undefined
  readonly align: 'center' | 'right' | undefined
  readonly hidden: boolean
}

const nothing: Resolved = { list: undefined, align: undefined, hidden: false }

/** Families whose styles decide something here. */
export type Family = 'paragraph' | 'text'

/** Styles of one part: its automatic ones, and the common ones that they are based on. */
export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly resolved = new Map<string, Resolved>()
  private readonly common: Styles | null

  constructor(common: Styles | null = null) {
    this.common = common
  }

  /** A `style:style` or `style:default-style`. */
  add(element: Node): void {
    const { attributes: a } = element
    const family = a['style:family'] ?? ''
    if (family !== 'paragraph' && family !== 'text') return
    const name = element.name === 'style:default-style' ? '' : a['style:name']
    if (name === undefined) return
    const display = child(element, 'style:text-properties')?.attributes['text:display']
    const style: Style = {
      parent: name === '' ? undefined : (a['style:parent-style-name'] ?? ''),
      list: a['style:list-style-name'],
      align: child(element, 'style:paragraph-properties')?.attributes['fo:text-align'],
      hidden: display === undefined ? undefined : display === 'none',
    }
    const key = keyOf(family, name)
    if (!this.styles.has(key)) this.styles.set(key, style)
  }

  /** A style; the default one of the family where none of that name is. */
  get(family: Family, name: string | undefined): Resolved {
    const key = keyOf(family, name ?? '')
    let found = this.resolved.get(key)
    if (!found) {
      found = this.resolve(family, name ?? '')
      this.resolved.set(key, found)
    }
    return found
  }

  private resolve(family: Family, name: string): Resolved {
    const chain: Style[] = []
    const seen = new Set<string>()
    for (let at: string | undefined = name; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const style: Style | undefined = this.find(keyOf(family, at))
      if (style) chain.push(style)
      // A style that is not there, or that is based on itself, is based on the default one.
      const next = style ? style.parent : ''
      at = next === undefined || !seen.has(next) ? next : ''
    }
    if (chain.length === 0) return nothing
    const first = <K extends keyof Style>(key: K) => chain.find((s) => s[key] !== undefined)?.[key]
    const align = first('align')
    return {
      list: first('list'),
      align: align === 'center' ? 'center' : align === 'end' || align === 'right' ? 'right' : undefined,
      hidden: first('hidden') ?? false,
    }
  }

  private find(key: string): Style | undefined {
    return this.styles.get(key) ?? this.common?.find(key)
  }
}

function keyOf(family: string, name: string): string {
  return `${family} ${name}`
}
