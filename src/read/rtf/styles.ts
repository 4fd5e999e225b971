/**
 * \stylesheet: the outline level of each paragraph style. Nothing else is taken from it: writers repeat at
 * every paragraph what its style says, for readers that know no styles (1.9.1, "Style Sheet").
 */
import { maxNumber } from './fonts.ts'
import type { Sink } from './group.ts'

interface Style {
  readonly outline: number | undefined
  readonly name: string
  readonly basedOn: number | undefined
}

interface Draft {
  /** `null` for a style of characters, tables or sections. */
  number: number | null
  outline: number | undefined
  basedOn: number | undefined
  name: string
}

const none = 222

export class Styles implements Sink {
  private readonly styles = new Map<number, Style>()
  private draft: Draft = begin()

  /** Outline level, 0 the highest; 9 is text. */
  outline(number: number): number | undefined {
    const seen = new Set<number>()
    for (let at: number | undefined = number; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const style = this.styles.get(at)
      const own = style && (style.outline ?? headingLevel(style.name))
      if (own !== undefined) return own
      at = style?.basedOn
    }
    return undefined
  }

  word(word: string, param: number | null): boolean {
    switch (word) {
      case 's':
        this.draft.number = param ?? 0
        return true
      case 'cs':
      case 'ds':
      case 'ts':
        this.draft.number = null
        return true
      case 'outlinelevel':
        this.draft.outline = param ?? 0
        return true
      case 'sbasedon':
        this.draft.basedOn = param === none || param === null ? undefined : param
        return true
      default:
        return false
    }
  }

  /** `heading 1;` ends the style. */
  text(text: string): void {
    for (const [i, part] of text.split(';').entries()) {
      if (i > 0) this.end()
      if (this.draft.name.length < 128) this.draft.name += part
    }
  }

  private end(): void {
    const { number, ...style } = this.draft
    if (number !== null && number >= 0 && number <= maxNumber) this.styles.set(number, style)
    this.draft = begin()
  }
}

/** A style without a number is style 0. */
function begin(): Draft {
  return { number: 0, outline: undefined, basedOn: undefined, name: '' }
}

/** Generators write `heading 1` without its outline level, which Word knows by the name. */
function headingLevel(name: string): number | undefined {
  const digit = /^\s*(?:heading|标题) ?([1-9])\s*(?:,|$)/i.exec(name)?.[1]
  return digit === undefined ? undefined : Number(digit) - 1
}
