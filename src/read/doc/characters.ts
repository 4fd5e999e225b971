/** Runs of characters and what their formatting says: hidden, deleted, a symbol. */
import type { Bytes } from './bytes.ts'
import type { Formatting } from './fkp.ts'
import { type Piece, pieceAt } from './pieces.ts'
import { applyCharacter, type CharacterProperties, characterDefaults } from './properties.ts'
import type { Styles } from './styles.ts'

export interface Run {
  /** Character position where it ends. */
  readonly end: number
  readonly properties: Readonly<CharacterProperties>
}

const plain: Readonly<CharacterProperties> = characterDefaults()

export class Characters {
  private readonly word: Bytes
  private readonly pieces: readonly Piece[]
  private readonly formatting: Formatting
  private readonly styles: Styles
  private readonly known = new Map<number, Readonly<CharacterProperties>>()

  constructor(word: Bytes, pieces: readonly Piece[], formatting: Formatting, styles: Styles) {
    this.word = word
    this.pieces = pieces
    this.formatting = formatting
    this.styles = styles
  }

  /** The run that begins at `cp`. */
  at(cp: number): Run {
    const piece = pieceAt(this.pieces, cp)
    if (!piece) return { end: cp + 1, properties: plain }
    const { end, at, size } = this.formatting.at(piece.offset + (cp - piece.start) * piece.width)
    const to = piece.start + Math.ceil((end - piece.offset) / piece.width)
    let properties = this.direct(at, size)
    if (piece.grpprl) {
      const changed = { ...properties }
      applyCharacter(changed, piece.grpprl)
      properties = changed
    }
    return { end: Math.min(piece.end, Math.max(to, cp + 1)), properties }
  }

  private direct(at: number, size: number): Readonly<CharacterProperties> {
    if (at === 0) return plain
    let properties = this.known.get(at)
    if (!properties) {
      const read = characterDefaults()
      applyCharacter(read, this.word.part(at, size))
      properties = read
      this.known.set(at, properties)
    }
    return properties
  }

  /** Whether Word shows characters with these properties, in a paragraph of that style. */
  isHidden(properties: Readonly<CharacterProperties>, paragraphStyle: number): boolean {
    if (properties.deleted || properties.vanish === 'yes') return true
    if (properties.vanish === 'no') return false
    // Hidden toggles between styles: text hidden by both is to be seen.
    const byStyles =
      this.styles.get(paragraphStyle).hidden !==
      (properties.style !== null && this.styles.get(properties.style).hidden)
    return properties.vanish === 'against-style' ? !byStyles : byStyles
  }
}
