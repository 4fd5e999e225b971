/** What modifiers say of a paragraph or of characters, as far as reading needs it. */
import type { Bytes } from './bytes.ts'
import { modifiers, type Operand, sprm } from './sprm.ts'

export interface ParagraphProperties {
  style: number
  /** Levels of tables that it is in; 0 outside (2.4.3). */
  depth: number
  /** It ends a cell of a nested table, or a row. */
  innerCellEnd: boolean
  rowEnd: boolean
  innerRowEnd: boolean
  /** 1-based index into the list formats; 0 takes a style's list away. */
  list?: number
  listLevel?: number
  /** 0–8; 9 is body text. */
  outline?: number
  align?: 'center' | 'right' | 'other'
}

export interface CharacterProperties {
  deleted: boolean
  /** As the modifiers have it: hidden, not, or as (against) the style. */
  vanish: 'yes' | 'no' | 'as-style' | 'against-style'
  /** A paragraph mark that joins two paragraphs (a style separator). */
  specVanish: boolean
  special: boolean
  style: number | null
  symbol: { font: number; char: number } | null
  /** Data of a form field, in the Data stream. */
  data: number | null
}

/** A paragraph's modifiers that stand elsewhere, because they are too long for a page of properties. */
export type Elsewhere = (offset: number) => Bytes | null

export function paragraphDefaults(style: number): ParagraphProperties {
  return { style, depth: 0, innerCellEnd: false, rowEnd: false, innerRowEnd: false }
}

/**
 * Applies a paragraph's modifiers, in order, the last one winning. The two that lead into the Data stream
 * are followed once: what stands there leads no further (2.6.2, sprmPHugePapx).
 */
export function applyParagraph(into: ParagraphProperties, grpprl: Bytes, elsewhere: Elsewhere | null): void {
  for (const { code, operand } of modifiers(grpprl)) {
    switch (code) {
      case sprm.pStyle:
        into.style = operand.u16(0)
        break
      case sprm.pInTable:
        into.depth = operand.u8(0) === 0 ? 0 : Math.max(into.depth, 1)
        break
      case sprm.pTableDepth:
        into.depth = Math.max(0, operand.i32(0))
        break
      case sprm.pDeeper:
        into.depth = Math.max(0, into.depth + operand.i32(0))
        break
      case sprm.pRowEnd:
        into.rowEnd = operand.u8(0) === 1
        break
      case sprm.pInnerCellEnd:
        into.innerCellEnd = operand.u8(0) === 1
        break
      case sprm.pInnerRowEnd:
        into.innerRowEnd = operand.u8(0) === 1
        break
      case sprm.pList: {
        // Negative: the list, but with the paragraph's own indents; -2047: none (2.6.2, sprmPIlfo).
        const list = operand.i16(0)
        into.list = list === -2047 ? 0 : Math.abs(list)
        break
      }
      case sprm.pListLevel:
        into.listLevel = operand.u8(0)
        break
      case sprm.pOutline:
        into.outline = operand.u8(0)
        break
      case sprm.pJustify80:
      case sprm.pJustify:
        into.align = operand.u8(0) === 1 ? 'center' : operand.u8(0) === 2 ? 'right' : 'other'
        break
      case sprm.pHuge:
      case sprm.pHuge80:
      case sprm.pTableProps: {
        const more = elsewhere?.(operand.u32(0))
        if (more) applyParagraph(into, more, null)
        break
      }
    }
  }
}

export function characterDefaults(): CharacterProperties {
  return {
    deleted: false,
    vanish: 'as-style',
    specVanish: false,
    special: false,
    style: null,
    symbol: null,
    data: null,
  }
}

export function applyCharacter(into: CharacterProperties, grpprl: Bytes): void {
  let at: number | null = null
  let isData = false
  for (const { code, operand } of modifiers(grpprl)) {
    switch (code) {
      case sprm.cDeleted:
        into.deleted = isOn(operand)
        break
      case sprm.cVanish:
        into.vanish = toggles[operand.u8(0)] ?? 'as-style'
        break
      case sprm.cSpecVanish:
        into.specVanish = isOn(operand)
        break
      case sprm.cSpecial:
        into.special = isOn(operand)
        break
      case sprm.cStyle:
        into.style = operand.u16(0)
        break
      case sprm.cSymbol:
        into.symbol = { font: operand.u16(0), char: operand.u16(2) }
        break
      case sprm.cPicture:
        at = operand.u32(0)
        break
      case sprm.cIsData:
        isData = isOn(operand)
        break
    }
  }
  if (isData && at !== null) into.data = at
}

/** ToggleOperand (2.9.327): 0x80 is as the style has it, 0x81 the contrary. No style deletes text. */
function isOn(operand: Operand): boolean {
  return (operand.u8(0) & 1) === 1
}

const toggles: Readonly<Record<number, CharacterProperties['vanish']>> = {
  0: 'no',
  1: 'yes',
  128: 'as-style',
  129: 'against-style',
}
