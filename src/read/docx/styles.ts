/** Styles, as far as they decide what is printed: numbering, outline level, alignment, hidden text. */
import { child, collect, flag, integer, type Node, val } from './xml.ts'

interface Style {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly basedOn: string | undefined
  readonly numId: number | undefined
  readonly ilvl: number | undefined
  readonly outline: number | undefined
  readonly jc: string | undefined
  readonly hidden: boolean | undefined
}

/** A style with what it inherits. */
export interface Resolved {
  /** From the style nearest to this one to its base: a level of a list may be tied to any of them. */
  readonly chain: readonly string[]
  readonly numId: number | undefined
  readonly ilvl: number | undefined
  /** Outline level, 1 the highest. */
  readonly level: number | undefined
  readonly jc: string | undefined
  readonly hidden: boolean
}

/** Styles are based on each other some steps deep; in a circle without end. */
const longestChain = 50

const nothing: Resolved = {
  chain: [],
  numId: undefined,
  ilvl: undefined,
  level: undefined,
  jc: undefined,
  hidden: false,
}

export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly resolved = new Map<string, Resolved>()
  private defaultParagraph: string | undefined

  constructor(xml: string | null, part: string, maxDepth: number) {
    if (xml === null) return
    for (const element of collect(xml, part, maxDepth, styleName)) {
      const style = readStyle(element)
      // Of two styles with one id the first keeps it (17.7.4.17).
      const key = `${style.type} ${style.id}`
      if (!this.styles.has(key)) this.styles.set(key, style)
      if (style.type === 'paragraph' && /^(1|true|on)$/.test(element.attributes['w:default'] ?? '')) {
        this.defaultParagraph ??= style.id
      }
    }
  }

  /** A paragraph without a style has the default one (17.7.4.17 default). */
  paragraph(id: string | undefined): Resolved {
    return this.resolve('paragraph', id ?? this.defaultParagraph)
  }

  character(id: string | undefined): Resolved {
    return this.resolve('character', id)
  }

  /** The list that a numbering style stands for (w:numStyleLink). */
  numbering(id: string): number | undefined {
    return this.resolve('numbering', id).numId
  }

  private resolve(type: string, id: string | undefined): Resolved {
    if (id === undefined) return nothing
    const key = `${type} ${id}`
    const known = this.resolved.get(key)
    if (known) return known
    const chain: Style[] = []
    for (let at = this.styles.get(key); at && chain.length < longestChain; ) {
      chain.push(at)
      at = at.basedOn === undefined ? undefined : this.styles.get(`${type} ${at.basedOn}`)
    }
    const first = <K extends keyof Style>(name: K) => chain.find((s) => s[name] !== undefined)?.[name]
    const outline = first('outline')
    const made: Resolved = {
      chain: chain.map((s) => s.id),
      numId: first('numId'),
      ilvl: first('ilvl'),
      level: outline !== undefined ? (outline < 9 ? outline + 1 : undefined) : headingLevel(chain),
      jc: first('jc'),
      hidden: first('hidden') ?? false,
    }
    this.resolved.set(key, made)
    return made
  }
}

const styleName = new Set(['w:style'])

function readStyle(element: Node): Style {
  const paragraph = child(element, 'w:pPr')
  const numbering = child(paragraph, 'w:numPr')
  const outline = integer(paragraph, 'w:outlineLvl')
  return {
    id: element.attributes['w:styleId'] ?? '',
    // A style without a type is a paragraph style (17.7.4.17 type).
    type: element.attributes['w:type'] ?? 'paragraph',
    name: val(element, 'w:name') ?? '',
    basedOn: val(element, 'w:basedOn'),
    numId: integer(numbering, 'w:numId'),
    ilvl: integer(numbering, 'w:ilvl'),
    outline: outline !== undefined && outline >= 0 ? outline : undefined,
    jc: val(paragraph, 'w:jc'),
    hidden: flag(child(element, 'w:rPr'), 'w:vanish'),
  }
}

/** Generators write `heading 1` without its outline level, which Word knows by the name. */
function headingLevel(chain: readonly Style[]): number | undefined {
  for (const style of chain) {
    const digit = /^(?:heading|标题) ?([1-9])$/i.exec(style.name)?.[1]
    if (digit !== undefined) return Number(digit)
  }
  return undefined
}
