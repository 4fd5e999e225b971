/**
 * Formatting by place in the stream: 512-byte pages, each with the properties of some stretches
 * ([MS-DOC] 2.8.5, 2.8.6, 2.9.32, 2.9.175). Pages are read when a place on them is asked for.
 */
import type { Bytes } from './bytes.ts'

const pageSize = 512

/** A stretch of the stream with one set of properties. */
export interface Stretch {
  readonly start: number
  readonly end: number
  /** Where its modifiers stand in the stream; 0 if it has none, so also a key for what they say. */
  readonly at: number
  readonly size: number
  /** Of paragraphs: the style. */
  readonly style: number
}

export class Formatting {
  private readonly word: Bytes
  private readonly kind: 'chpx' | 'papx'
  private readonly starts: Uint32Array
  private readonly numbers: Uint32Array
  private readonly pages = new Map<number, readonly Stretch[]>()
  private last: Stretch | undefined

  constructor(plc: Bytes, word: Bytes, kind: 'chpx' | 'papx') {
    this.word = word
    this.kind = kind
    const count = Math.max(0, Math.floor((plc.length - 4) / 8))
    this.starts = Uint32Array.from({ length: count && count + 1 }, (_, i) => plc.u32(4 * i))
    this.numbers = Uint32Array.from({ length: count }, (_, i) => plc.u32(4 * (count + 1 + i)) & 0x3fffff)
  }

  /** The stretch that holds an offset; one without properties where the file says nothing. */
  at(offset: number): Stretch {
    const { last, starts } = this
    if (last && offset >= last.start && offset < last.end) return last
    const i = lastUpTo(starts, offset)
    const number = this.numbers[i]
    const stretches = number === undefined ? [] : this.page(number)
    const k = lastUpTo(stretches, offset)
    let found = stretches[k]
    if (!found || offset < found.start || offset >= found.end) {
      const following = [stretches[k], stretches[k + 1]].map((s) => s?.start)
      const next = [...following, starts[i], starts[i + 1]].filter((s) => s !== undefined && s > offset)
      const end = Math.min(...(next as number[]), Number.MAX_SAFE_INTEGER)
      found = { start: offset, end, at: 0, size: 0, style: 0 }
    }
    this.last = found
    return found
  }

  private page(number: number): readonly Stretch[] {
    let stretches = this.pages.get(number)
    if (!stretches) {
      stretches = this.readPage(number * pageSize)
      this.pages.set(number, stretches)
    }
    return stretches
  }

  private readPage(base: number): Stretch[] {
    const { word } = this
    if (base + pageSize > word.length) return []
    const size = this.kind === 'chpx' ? 1 : 13
    const count = word.u8(base + pageSize - 1)
    const offsets = base + 4 * (count + 1)
    if (4 * (count + 1) + size * count > pageSize - 1) return []
    const stretches: Stretch[] = []
    for (let i = 0; i < count; i++) {
      const start = word.u32(base + 4 * i)
      const end = word.u32(base + 4 * i + 4)
      // Places on a page ascend; a page where they do not is no page of properties.
      if (end < start || start < (stretches.at(-1)?.end ?? 0)) return []
      const at = 2 * word.u8(offsets + size * i)
      const found = at === 0 ? null : this.kind === 'chpx' ? this.chpx(base, at) : this.papx(base, at)
      stretches.push({ start, end, ...(found ?? { at: 0, size: 0, style: 0 }) })
    }
    return stretches
  }

  private chpx(base: number, at: number) {
    const size = this.word.u8(base + at)
    return at + 1 + size <= pageSize ? { at: base + at + 1, size, style: 0 } : null
  }

  /** Its length is in words: of itself with the length byte, or, after a zero, of what follows. */
  private papx(base: number, at: number) {
    const words = this.word.u8(base + at)
    const head = words === 0 ? 2 : 1
    if (at + head > pageSize - 1) return null
    const size = words === 0 ? 2 * this.word.u8(base + at + 1) : 2 * words - 1
    if (size < 2 || at + head + size > pageSize) return null
    return { at: base + at + head + 2, size: size - 2, style: this.word.u16(base + at + head) }
  }
}

/** Index of the last that starts at or before `offset`; 0 if none does. */
function lastUpTo(list: Uint32Array | readonly Stretch[], offset: number): number {
  let low = 0
  let high = list.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const item = list[middle]!
    if ((typeof item === 'number' ? item : item.start) <= offset) low = middle
    else high = middle
  }
  return low
}
