/** Lists (OpenDocument 1.3, 5.3 and 16.30): their styles, and the counting of their items. */
import { ListCounters, type ListLabel, type ListLevel, type ListUse, levelCount } from '../counters.ts'
import { child, type Node } from '../docx/xml.ts'
import type { NumberFormat } from '../numbering.ts'
import { odfNumberFormat } from './formats.ts'

type Levels = readonly (ListLevel | undefined)[]

/** text:list-style and text:outline-style. */
export class ListStyles {
  /** Formats that are printed as decimals, for nothing is known of them. */
  readonly unknownFormats = new Set<string>()
  private outline: Levels | undefined
  private outlineName: string | undefined
  private readonly styles = new Map<string, Levels>()
  private readonly common: ListStyles | null

  constructor(common: ListStyles | null = null) {
    this.common = common
  }

  add(element: Node): void {
    const levels = this.levels(element)
    const name = element.attributes['style:name']
    if (element.name === 'text:outline-style') {
      this.outline ??= levels
      this.outlineName ??= name
    }
    if (name !== undefined && !this.styles.has(name)) this.styles.set(name, levels)
  }

  get(name: string): Levels | undefined {
    return this.styles.get(name) ?? this.common?.get(name)
  }

  /** Numbers of headings, which are in no list. */
  get headings(): Levels | undefined {
    return this.outline ?? this.common?.headings
  }

  /** Whether a list has the style of headings: those in lists and those in none count together. */
  isOutline(name: string | undefined): boolean {
    return name !== undefined && (name === this.outlineName || (this.common?.isOutline(name) ?? false))
  }

  private levels(style: Node): Levels {
    const elements: Node[] = []
    for (const element of style.children) {
      const at = Number(element.attributes['text:level'] ?? Number.NaN)
      if (Number.isInteger(at) && at >= 1 && at <= levelCount) elements[at - 1] ??= element
    }
    const formats = elements.map((element) => this.format(element))
    return elements.map((element, i) => level(element, i, formats))
  }

  private format(element: Node): NumberFormat {
    if (/-(?:bullet|image)$/.test(element.name)) return 'bullet'
    const example = element.attributes['style:num-format'] ?? ''
    const format = odfNumberFormat(example)
    if (format === null) this.unknownFormats.add(example)
    return format ?? 'decimal'
  }
}

function level(element: Node, at: number, formats: readonly (NumberFormat | undefined)[]): ListLevel {
  const { attributes: a } = element
  const alignment = child(child(element, 'style:list-level-properties'), 'style:list-level-label-alignment')
  const follow = alignment?.attributes['text:label-followed-by']
  return {
    start: wholeNumber(a['text:start-value']) ?? 1,
    format: formats[at] ?? 'none',
    text:
      a['loext:num-list-format'] === undefined
        ? textOf(a, at, formats)
        : template(a['loext:num-list-format']),
    follow: follow === 'space' || follow === 'nothing' ? follow : 'tab',
    legal: false,
    restart: undefined,
    hidden: child(element, 'style:text-properties')?.attributes['text:display'] === 'none',
  }
}

/** Prefix and suffix around the numbers of so many levels (19.797); those that have none are passed over. */
function textOf(
  a: Readonly<Record<string, string>>,
  at: number,
  formats: readonly (NumberFormat | undefined)[],
): string {
  const shown = Math.min(at + 1, Math.max(1, wholeNumber(a['text:display-levels']) ?? 1))
  const numbers: string[] = []
  for (let i = at + 1 - shown; i <= at; i++) {
    const format = formats[i] ?? 'none'
    if (format !== 'none' && format !== 'bullet') numbers.push(`%${i + 1}`)
  }
  return (a['style:num-prefix'] ?? '') + numbers.join('.') + (a['style:num-suffix'] ?? '')
}

/** What LibreOffice writes beside them for texts like 第%1%条 that they cannot say. */
function template(format: string): string {
  return format.replace(/%(\d+)%/g, (_, digits: string) => (Number(digits) <= levelCount ? `%${digits}` : ''))
}

export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value.trim()) ? Number(value) : undefined
}

/** A text:list that is open. */
export interface OpenList {
  /** Which list it is of those that count by themselves. */
  readonly id: string
  /** Its own style, or that of the list around. */
  readonly style: string | undefined
  /** 0 the outermost. */
  readonly level: number
  item: OpenItem | null
}

export interface OpenItem {
  /** text:list-header: no number. */
  readonly header: boolean
  readonly start: number | undefined
  readonly style: string | undefined
  /** Its first paragraph has the number; those after it have none. */
  numbered: boolean
}

const outlineId = 'outline'

/** Counts the lists of a document, which may be continued anywhere in it. */
export class ListCounting {
  private readonly styles: ListStyles
  private readonly uses: ListUse[] = []
  private readonly known = new Map<string, number>()
  private readonly counters = new ListCounters((use) => this.uses[use])
  /** What a list is continued by: its id, or the style of the one before. */
  private readonly byId = new Map<string, string>()
  private readonly byStyle = new Map<string, string>()
  private count = 0

  constructor(styles: ListStyles) {
    this.styles = styles
  }

  open(a: Readonly<Record<string, string>>, outer: OpenList | undefined): OpenList {
    const style = a['text:style-name'] ?? outer?.style
    if (outer) return { id: outer.id, style, level: outer.level + 1, item: null }
    const continued =
      (this.styles.isOutline(style) ? outlineId : undefined) ??
      this.byId.get(a['text:continue-list'] ?? '') ??
      (a['text:continue-numbering'] === 'true' ? this.byStyle.get(style ?? '') : undefined)
    const id = continued ?? `list ${++this.count}`
    for (const name of [a['xml:id'], a['text:id']]) if (name !== undefined) this.byId.set(name, id)
    this.byStyle.set(style ?? '', id)
    return { id, style, level: 0, item: null }
  }

  /** text:numbered-paragraph: an item alone, at its level of the list that it names. */
  numbered(a: Readonly<Record<string, string>>): OpenList {
    const style = a['text:style-name']
    const id = `numbered ${a['text:list-id'] ?? style ?? ''}`
    const level = Math.max(1, wholeNumber(a['text:level']) ?? 1) - 1
    const item = {
      header: false,
      start: wholeNumber(a['text:start-value']),
      style: undefined,
      numbered: false,
    }
    return { id, style, level, item }
  }

  /** The number of the paragraph that is the first of an item. `ofStyle` is the list of its own style. */
  item(list: OpenList, item: OpenItem, ofStyle: string | undefined): ListLabel | undefined {
    const style = item.style ?? list.style ?? ofStyle
    const levels = style === undefined || style === '' ? undefined : this.styles.get(style)
    if (!levels || list.level >= levelCount) return undefined
    return this.next(list.id, style!, levels, list.level, item.start)
  }

  /** The number of a heading that is in no list. */
  heading(level: number, start: number | undefined): ListLabel | undefined {
    const levels = this.styles.headings
    if (!levels || level < 1 || level > levelCount) return undefined
    return this.next(outlineId, outlineId, levels, level - 1, start)
  }

  private next(id: string, style: string, levels: Levels, at: number, start: number | undefined) {
    const list = { id, levels }
    if (start !== undefined) {
      // Beginning anew is a use of its own.
      this.uses.push({ list, instance: { starts: new Map([[at, start]]), levels: new Map() } })
      return this.counters.next(this.uses.length - 1, at)
    }
    const key = `${id} ${style}`
    let use = this.known.get(key)
    if (use === undefined) {
      use = this.uses.push({ list, instance: { starts: new Map(), levels: new Map() } }) - 1
      this.known.set(key, use)
    }
    return this.counters.next(use, at)
  }
}
