/** The style sheet ([MS-DOC] 2.9.271): styles carry numbering, outline level, alignment, hidden text. */
import type { Bytes } from './bytes.ts'
import {
  applyCharacter,
  applyParagraph,
  characterDefaults,
  type ParagraphProperties,
  paragraphDefaults,
} from './properties.ts'

interface Definition {
  /** Built-in style: 1–9 are the headings. */
  readonly builtIn: number
  readonly kind: number
  readonly base: number
  readonly paragraph: Bytes | null
  readonly characters: Bytes | null
}

export interface Style {
  readonly paragraph: Readonly<ParagraphProperties>
  readonly hidden: boolean
}

const noStyle = 0x0fff
/** Styles that a style sheet can hold (2.9.274); a chain of bases is no longer. */
const maxStyles = 0x0ffe

export class Styles {
  private readonly definitions: readonly (Definition | null)[]
  private readonly resolved = new Map<number, Style>()

  constructor(stsh: Bytes | null) {
    this.definitions = stsh === null || stsh.length < 6 ? [] : readStyles(stsh)
  }

  get(index: number): Style {
    const known = this.resolved.get(index)
    if (known) return known
    if (!this.definitions[index]) return plain
    // From the style up to its root, then down again, so that a loop ends where it meets itself.
    const chain: number[] = []
    const seen = new Set<number>()
    let at = index
    while (at !== noStyle && !seen.has(at) && !this.resolved.has(at) && this.definitions[at]) {
      seen.add(at)
      chain.push(at)
      at = this.definitions[at]!.base
    }
    let style = seen.has(at) ? plain : (this.resolved.get(at) ?? plain)
    for (const i of chain.reverse()) {
      style = derive(this.definitions[i]!, style, i)
      this.resolved.set(i, style)
    }
    return style
  }
}

const plain: Style = { paragraph: paragraphDefaults(0), hidden: false }

function derive(definition: Definition, base: Style, index: number): Style {
  const paragraph = { ...base.paragraph, style: index }
  // A heading's level is its number even where the style does not say so (2.6.2, sprmPOutLvl).
  if (definition.builtIn >= 1 && definition.builtIn <= 9) paragraph.outline = definition.builtIn - 1
  if (definition.paragraph) applyParagraph(paragraph, definition.paragraph, null)
  let { hidden } = base
  if (definition.characters) {
    const characters = characterDefaults()
    applyCharacter(characters, definition.characters)
    if (characters.vanish === 'yes') hidden = true
    else if (characters.vanish === 'no') hidden = false
    else if (characters.vanish === 'against-style') hidden = !hidden
  }
  return { paragraph: { ...paragraph, style: index }, hidden }
}

function readStyles(stsh: Bytes): (Definition | null)[] {
  const head = stsh.u16(0)
  const count = Math.min(stsh.u16(2), maxStyles)
  const baseSize = stsh.u16(4)
  const styles: (Definition | null)[] = []
  let at = 2 + head
  for (let i = 0; i < count && at + 2 <= stsh.length; i++) {
    const size = stsh.u16(at)
    at += 2
    styles.push(size === 0 ? null : readStyle(stsh.part(at, Math.min(size, stsh.length - at)), baseSize))
    // Each begins at an even offset.
    at += size + (size & 1)
  }
  return styles
}

function readStyle(std: Bytes, baseSize: number): Definition | null {
  if (std.length < baseSize + 2) return null
  const second = std.u16(2)
  const third = std.u16(4)
  const kind = second & 0xf
  // Its name: a count, the characters, a zero.
  let at = baseSize + 2 + 2 * std.u16(baseSize) + 2
  const properties: (Bytes | null)[] = []
  for (let i = 0; i < (third & 0xf) && at + 2 <= std.length; i++) {
    const size = std.u16(at)
    const end = Math.min(at + 2 + size, std.length)
    properties.push(std.part(at + 2, end - at - 2))
    at = end + (size & 1)
  }
  const own = properties[0] ?? null
  return {
    builtIn: std.u16(0) & 0x0fff,
    kind,
    base: second >> 4,
    // UpxPapx repeats the style's own number before the modifiers (2.9.338).
    paragraph: kind === 1 && own !== null && own.length > 2 ? own.part(2, own.length - 2) : null,
    characters: kind === 1 ? (properties[1] ?? null) : kind === 2 ? own : null,
  }
}
