/** Form fields, whose state stands in the Data stream ([MS-DOC] 2.9.157 NilPICFAndBinData, 2.9.78 FFData). */
import { type Bytes, Outside } from './bytes.ts'

const byDefault = 25

/** What a check box or a drop-down list prints; `null` for a field of text, whose result is in the text. */
export function formText(data: Bytes, at: number): string | null {
  try {
    return stateOf(data, at)
  } catch (error) {
    if (error instanceof Outside) return null
    throw error
  }
}

function stateOf(data: Bytes, at: number): string | null {
  const form = at + data.u16(at + 4)
  const bits = data.u16(form + 4)
  const kind = bits & 3
  if (kind !== 1 && kind !== 2) return null
  // After the name stands the default: ticked or not, or the number of an entry.
  const ordinary = afterString(data, form + 10)
  const chosen = (bits >> 2) & 0x1f
  const value = chosen === byDefault ? data.u16(ordinary) : chosen
  if (kind === 1) return value === 1 ? '☒' : '☐'
  let next = ordinary + 2
  // Format, help, status, macros on entry and exit; then the entries, each with its length.
  for (let i = 0; i < 5; i++) next = afterString(data, next)
  const count = data.u16(next + 2)
  next += 6
  for (let i = 0; i < count; i++) {
    const length = data.u16(next)
    if (i === value) return string(data, next + 2, length)
    next += 2 + 2 * length
  }
  return ''
}

/** Past a string that its length stands before and a zero after (Xstz, 2.9.354). */
function afterString(data: Bytes, at: number): number {
  return at + 2 + 2 * data.u16(at) + 2
}

function string(data: Bytes, at: number, length: number): string {
  return Buffer.from(data.part(at, 2 * length).data).toString('utf16le')
}
