/** Document numbers (发文字号, GB/T 9704-2012, 7.2.5) taken apart: agency code, year, serial number. */
import type { NumberParts, Reference } from '../generated/notice.ts'

const parts = /^\(?\s*([^\d()]{1,20}?)\s*(?:\((\d{4})\)|\((\d*)\)?|(\d{4})年)\s*(?:第|字)?\s*(\d{1,6})?\s*号?/

/** The parts of a folded document number; null where it has no agency code. */
export function numberParts(folded: string): NumberParts | null {
  const match = parts.exec(folded.replace(/\s+/g, ''))
  if (!match) return null
  const year = Number(match[2] ?? match[4] ?? Number.NaN)
  return {
    agency: match[1]!,
    year: year >= 1949 && year <= 2100 ? year : null,
    number: match[5] === undefined ? null : Number(match[5]),
  }
}

/** The level of the body whose document it is. */
export function levelOfDocument(_title: string | null, _number: string | null): Reference['level'] {
  return null
}
