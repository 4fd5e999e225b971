/** The piece table: where in the stream each character of the text stands ([MS-DOC] 2.8.35, 2.9.38). */

import { YaodianError } from '../../errors.ts'
import { tooLarge } from '../too-large.ts'
import type { Bytes } from './bytes.ts'
import { decodeBytes } from './codepage.ts'
import { shortModifier } from './sprm.ts'

export interface Piece {
  /** Character positions, half open. */
  readonly start: number
  readonly end: number
  /** Offset of its first character in the stream, and bytes per character. */
  readonly offset: number
  readonly width: 1 | 2
  /** What it changes in all of its characters and paragraphs: left by fast saving. */
  readonly grpprl: Bytes | null
}

export interface Text {
  /** The characters of all subdocuments; position n is character position n. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Characters that the stream does not hold; they stand as U+0000. */
  readonly missing: number
}

/**
 * @throws YaodianError `document/damaged`, `document/too-large`; Outside
 */
export function readText(clx: Bytes, word: Bytes, language: number, maxBytes: number): Text {
  const { plc, prcs } = readClx(clx)
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: Piece[] = []
  const parts: string[] = []
  let missing = 0
  for (let i = 0; i < count; i++) {
    const start = plc.u32(4 * i)
    const end = plc.u32(4 * i + 4)
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) {
      throw new YaodianError('document/damaged', { detail: 'PlcPcd' })
    }
    if (end * 2 > maxBytes) {
      throw tooLarge('characters', end, Math.floor(maxBytes / 2))
    }
    if (end === start) continue
    const at = 4 * (count + 1) + 8 * i
    const fc = plc.u32(at + 2)
    const width = fc & 0x40000000 ? 1 : 2
    const offset = width === 1 ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff
    const prm = plc.u16(at + 6)
    pieces.push({
      start,
      end,
      offset,
      width,
      grpprl: prm & 1 ? (prcs[prm >> 1] ?? null) : shortModifier(prm),
    })
    const bytes = word.data.subarray(offset, Math.min(offset + (end - start) * width, word.length))
    const text = decodeBytes(bytes, width, language)
    parts.push(text)
    if (text.length < end - start) {
      missing += end - start - text.length
      parts.push('\0'.repeat(end - start - text.length))
    }
  }
  return { text: parts.join(''), pieces, missing }
}

/** Property modifiers (Prc), then the table itself (Pcdt). */
function readClx(clx: Bytes): { plc: Bytes; prcs: Bytes[] } {
  const prcs: Bytes[] = []
  let at = 0
  while (clx.u8(at) === 1) {
    const size = clx.u16(at + 1)
    prcs.push(clx.part(at + 3, size))
    at += 3 + size
  }
  if (clx.u8(at) !== 2) throw new YaodianError('document/damaged', { detail: 'Clx' })
  const size = Math.min(clx.u32(at + 1), clx.length - at - 5)
  return { plc: clx.part(at + 5, size), prcs }
}

/** The piece of a character position, by halving. */
export function pieceAt(pieces: readonly Piece[], cp: number): Piece | undefined {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= cp) low = middle + 1
    else high = middle
  }
  return pieces[low]
}
