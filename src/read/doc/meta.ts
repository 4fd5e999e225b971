/** What the file says of itself ([MS-OLEPS]): hints, for templates carry the titles of other documents. */
import type { Meta } from '../../document.ts'
import { type Bytes, Outside } from './bytes.ts'
import { windows1252 } from './codepage.ts'

/** Properties of SummaryInformation (2.18.1, 3.1.2); the same names as in .docx. */
const names: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'creator',
  12: 'created',
  13: 'modified',
  18: 'application',
}

const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1251: 'windows-1251',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** A damaged property set says nothing. */
export function readMeta(stream: Bytes | null): Meta {
  const meta: Record<string, string> = {}
  if (!stream) return meta
  try {
    const set = stream.u32(44)
    const count = Math.min(stream.u32(set + 4), 64)
    const offsets = new Map<number, number>()
    for (let i = 0; i < count; i++)
      offsets.set(stream.u32(set + 8 + 8 * i), set + stream.u32(set + 12 + 8 * i))
    const page = offsets.get(1)
    const charset = page === undefined ? undefined : codePages[stream.u16(page + 4)]
    for (const [id, at] of offsets) {
      const name = names[id]
      const value = name && property(stream, at, charset)
      if (name && value) meta[name] = value
    }
  } catch (error) {
    if (!(error instanceof Outside)) throw error
  }
  return meta
}

function property(stream: Bytes, at: number, charset: string | undefined): string {
  switch (stream.u16(at)) {
    // VT_LPSTR
    case 0x1e: {
      const bytes = stream.part(at + 8, Math.min(stream.u32(at + 4), 1024, stream.length - at - 8))
      const text = charset ? new TextDecoder(charset).decode(bytes.data) : windows1252(bytes.data)
      return text.replace(/\0[\s\S]*$/, '').trim()
    }
    // VT_FILETIME, in tenths of a microsecond since 1601.
    case 0x40: {
      const ticks = stream.u32(at + 4) + stream.u32(at + 8) * 2 ** 32
      const ms = ticks / 10_000 - 11_644_473_600_000
      return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : ''
    }
    default:
      return ''
  }
}
