/** The file information block at the start of the WordDocument stream ([MS-DOC] 2.5). */
import { YaodianError } from '../../errors.ts'
import type { Bytes } from './bytes.ts'

/** Pairs of offset and length in the table stream, by their place in FibRgFcLcb97 (2.5.6). */
const parts = {
  styles: 1,
  footnoteRefs: 2,
  headers: 11,
  chpx: 12,
  papx: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  headerShapes: 41,
  drawings: 50,
  textBoxes: 56,
  headerTextBoxes: 58,
  lists: 73,
  listFormats: 74,
} as const

export type Part = keyof typeof parts

/** The subdocuments in the order in which their text follows one another (2.3). */
export const stories = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'annotations',
  'endnotes',
  'textBoxes',
  'headerTextBoxes',
] as const

export type Story = (typeof stories)[number]

export interface Fib {
  readonly tableStream: '0Table' | '1Table'
  /** Language of the text: LCID of the program, or of its East Asian version. */
  readonly language: number
  /** Characters of each subdocument. */
  readonly lengths: Readonly<Record<Story, number>>
  part(name: Part): { readonly at: number; readonly size: number }
}

/**
 * @throws YaodianError `document/old-word`, `document/encrypted`, `document/damaged`
 */
export function readFib(word: Bytes): Fib {
  if (word.length < 34) throw new YaodianError('document/damaged', { detail: 'WordDocument' })
  const ident = word.u16(0)
  const version = word.u16(2)
  // 0xA5EC is Word 97 and Word 95 alike, 0xA5DC is Word 6, 0xA697 to 0xA699 are the East Asian Word 6 and
  // 95. Word 97 numbers itself 0x00C1, and 0x00C0 or 0x00C2 in its first East Asian and bidirectional
  // versions (2.5.1).
  const east = ident >= 0xa697 && ident <= 0xa699
  if (east || ident === 0xa5dc || ((ident & 0xff00) === 0xa500 && version < 0xc0 && version > 0)) {
    throw new YaodianError('document/old-word')
  }
  if (ident !== 0xa5ec) throw new YaodianError('document/damaged', { detail: 'WordDocument: wIdent' })
  const flags = word.u16(10)
  if (flags & 0x0100) throw new YaodianError('document/encrypted')

  // Three arrays follow, each after its own count, so their places are found and not assumed.
  const shorts = 34
  const longs = shorts + 2 * word.u16(32) + 2
  const pairs = longs + 4 * word.u16(longs - 2) + 2
  const pairCount = word.u16(pairs - 2)
  const far = (flags & 0x4000) !== 0 && word.u16(32) >= 14
  const lengths = {} as Record<Story, number>
  stories.forEach((story, i) => {
    lengths[story] = Math.max(0, word.i32(longs + 4 * (3 + i)))
  })
  return {
    tableStream: flags & 0x0200 ? '1Table' : '0Table',
    language: far ? word.u16(shorts + 26) : word.u16(6),
    lengths,
    part(name) {
      const i = parts[name]
      if (i >= pairCount) return { at: 0, size: 0 }
      return { at: word.u32(pairs + 8 * i), size: word.u32(pairs + 8 * i + 4) }
    },
  }
}
