/** Single property modifiers: what a list of them (grpprl) changes ([MS-DOC] 2.2.5). */
import { Bytes, Outside } from './bytes.ts'

/** The modifiers that change what is read; all others are formatting and skipped by their size. */
export const sprm = {
  // Characters (2.6.1)
  cDeleted: 0x0800,
  cIsData: 0x0806,
  cSpecVanish: 0x0818,
  cVanish: 0x083c,
  cSpecial: 0x0855,
  cStyle: 0x4a30,
  cPicture: 0x6a03,
  cSymbol: 0x6a09,
  // Paragraphs (2.6.2)
  pJustify80: 0x2403,
  pInTable: 0x2416,
  pRowEnd: 0x2417,
  pInnerCellEnd: 0x244b,
  pInnerRowEnd: 0x244c,
  pJustify: 0x2461,
  pListLevel: 0x260a,
  pOutline: 0x2640,
  pList: 0x460b,
  pStyle: 0x4600,
  pHuge80: 0x6645,
  pHuge: 0x6646,
  pTableDepth: 0x6649,
  pDeeper: 0x664a,
  pTableProps: 0x646b,
  // Tables (2.6.3)
  tHeader: 0x3404,
  tPosition: 0x360d,
  tLeft: 0x940e,
  tTop: 0x940f,
  tDelete: 0x5622,
  tMerge: 0x5624,
  tSplit: 0x5625,
  tInsert: 0x7621,
  tWidth: 0x7623,
  tVerticalMerge: 0xd62b,
  tDefine10: 0xd606,
  tDefine: 0xd608,
} as const

const changeTabs = 0xc615

export interface Modifier {
  readonly code: number
  /** The operand; of variable ones without its length. */
  readonly operand: Operand
}

/** A stretch of a grpprl: documents have hundreds of thousands, most of them not looked at. */
export class Operand {
  readonly length: number
  private readonly grpprl: Bytes
  private readonly start: number

  constructor(grpprl: Bytes, start: number, length: number) {
    this.grpprl = grpprl
    this.start = start
    this.length = length
  }

  private within(at: number, size: number): number {
    if (at + size > this.length) throw new Outside(`${at}+${size} of ${this.length}`)
    return this.start + at
  }

  u8(at: number): number {
    return this.grpprl.u8(this.within(at, 1))
  }

  u16(at: number): number {
    return this.grpprl.u16(this.within(at, 2))
  }

  i16(at: number): number {
    return this.grpprl.i16(this.within(at, 2))
  }

  u32(at: number): number {
    return this.grpprl.u32(this.within(at, 4))
  }

  i32(at: number): number {
    return this.grpprl.i32(this.within(at, 4))
  }
}

/** The modifiers of a grpprl. What is cut off at its end is left out. */
export function* modifiers(grpprl: Bytes): Generator<Modifier> {
  let at = 0
  // At the end a padding byte may be left.
  while (at + 3 <= grpprl.length) {
    const code = grpprl.u16(at)
    at += 2
    const size = operandSize(code, grpprl, at)
    if (size === null) return
    const { head, rest } = size
    if (at + head + rest > grpprl.length) return
    yield { code, operand: new Operand(grpprl, at + head, rest) }
    at += head + rest
  }
}

/** Bytes that give the operand's length, and the operand's own (2.2.5.1, spra). */
function operandSize(code: number, grpprl: Bytes, at: number): { head: number; rest: number } | null {
  switch (code >> 13) {
    case 0:
    case 1:
      return { head: 0, rest: 1 }
    case 2:
    case 4:
    case 5:
      return { head: 0, rest: 2 }
    case 3:
      return { head: 0, rest: 4 }
    case 7:
      return { head: 0, rest: 3 }
  }
  // TDefTableOperand counts itself in two bytes, and one too many (2.9.322).
  if (code === sprm.tDefine || code === sprm.tDefine10) {
    if (at + 2 > grpprl.length) return null
    return { head: 2, rest: Math.max(0, grpprl.u16(at) - 1) }
  }
  const length = grpprl.u8(at)
  // PChgTabsOperand of more than 254 bytes: its two arrays tell (2.9.184).
  if (code === changeTabs && length === 255) {
    if (at + 2 > grpprl.length) return null
    const deleted = grpprl.u8(at + 1)
    const counted = at + 2 + 4 * deleted
    if (counted >= grpprl.length) return null
    return { head: 1, rest: 2 + 4 * deleted + 3 * grpprl.u8(counted) }
  }
  return { head: 1, rest: length }
}

/** The one modifier that a piece of a fast-saved file carries in short (2.9.215), as a grpprl. */
export function shortModifier(prm: number): Bytes | null {
  const code = short[(prm >> 1) & 0x7f]
  return code === undefined ? null : new Bytes(Uint8Array.of(code & 0xff, code >> 8, prm >> 8))
}

const short: Readonly<Record<number, number>> = {
  5: sprm.pJustify80,
  12: sprm.pListLevel,
  24: sprm.pInTable,
  25: sprm.pRowEnd,
  65: sprm.cDeleted,
  71: sprm.cIsData,
  81: sprm.cSpecVanish,
  92: sprm.cVanish,
  117: sprm.cSpecial,
  120: sprm.pOutline,
}
