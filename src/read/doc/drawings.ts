/**
 * Text boxes: their text is a subdocument, each box naming its shape; a shape is anchored at a character
 * of the text ([MS-DOC] 2.8.16 PlcfSpa, 2.8.32 PlcftxbxTxt). Shapes in a group are anchored with it, which
 * only the drawing itself tells ([MS-ODRAW] 2.2.16 OfficeArtSpgrContainer).
 */
import type { Bytes } from './bytes.ts'

export interface TextBox {
  /** Positions within the subdocument. */
  readonly from: number
  readonly to: number
  readonly shape: number
}

const boxSize = 22
const anchorSize = 26

/** Text boxes in the order of their text. */
export function readTextBoxes(plc: Bytes): TextBox[] {
  const boxes: TextBox[] = []
  const count = Math.floor((plc.length - 4) / (4 + boxSize))
  // The last is a spare one, as those that say so are.
  for (let i = 0; i < count - 1; i++) {
    const from = plc.u32(4 * i)
    const to = plc.u32(4 * i + 4)
    const at = 4 * (count + 1) + boxSize * i
    const spare = (plc.u16(at + 8) & 1) !== 0
    if (to > from && from >= (boxes.at(-1)?.to ?? 0) && !spare)
      boxes.push({ from, to, shape: plc.u32(at + 14) })
  }
  return boxes
}

/** Character positions that shapes are anchored at. */
export function readAnchors(plc: Bytes): Map<number, number> {
  const anchors = new Map<number, number>()
  const count = Math.floor((plc.length - 4) / (4 + anchorSize))
  for (let i = 0; i < count; i++) {
    anchors.set(plc.u32(4 * (count + 1) + anchorSize * i), plc.u32(4 * i))
  }
  return anchors
}

const drawing = 0xf002
const group = 0xf003
const shape = 0xf004
const shapeRecord = 0xf00a

/** Of each shape in a group, the shape that stands for the outermost group ([MS-ODRAW] 2.2.16). */
export function readGroups(art: Bytes): Map<number, number> {
  const groups = new Map<number, number>()
  // A drawing is a group of its own, around everything in it: depth 1 is no group of the author's.
  let depth = 0
  let outermost: number | null = null
  const ends: number[] = []
  let at = 0
  while (at + 8 <= art.length) {
    while (ends.length > 0 && at >= ends.at(-1)!) {
      ends.pop()
      if (--depth < 2) outermost = null
    }
    const type = art.u16(at + 2)
    const size = art.u32(at + 4)
    if (type === group) {
      depth++
      ends.push(at + 8 + size)
      at += 8
    } else if (type === drawing || type === shape) at += 8
    else {
      if (type === shapeRecord && depth >= 2 && size >= 4 && at + 12 <= art.length) {
        const id = art.u32(at + 8)
        // The first shape of a group is the group itself.
        if (outermost === null) outermost = id
        else groups.set(id, outermost)
      }
      at += 8 + size
    }
  }
  return groups
}
