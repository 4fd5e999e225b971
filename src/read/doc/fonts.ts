/** Names of fonts ([MS-DOC] 2.9.286 SttbfFfn), which symbols name by index. */
import type { Bytes } from './bytes.ts'

/** Fixed part of an entry (FFN, 2.9.81): its name follows. */
const head = 39

export function readFonts(sttb: Bytes): string[] {
  const names: string[] = []
  if (sttb.length < 4) return names
  const count = sttb.u16(0)
  let at = 4
  for (let i = 0; i < count && at < sttb.length; i++) {
    const size = sttb.u8(at)
    let name = ''
    const end = Math.min(at + 1 + size, sttb.length)
    for (let k = at + 1 + head; k + 2 <= end; k += 2) {
      const code = sttb.u16(k)
      if (code === 0) break
      name += String.fromCharCode(code)
    }
    names.push(name)
    at += 1 + size
  }
  return names
}
