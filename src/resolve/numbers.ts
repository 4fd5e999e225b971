/** Document numbers (发文字号, GB/T 9704-2012, 7.2.5) taken apart: agency code, year, serial number. */
import type { NumberParts } from '../generated/notice.ts'

/** The year stands in brackets, of which one may be lost; some old numbers have 国发2004年5号. */
const parts = /^\(?([^\d()]{1,20})(?:\((\d{0,6})\)?|(\d{4})年)(?:第|字第?)?(\d{1,6})?号?/

/** The parts of a folded document number; null where it has no agency code. What is damaged is null. */
export function numberParts(folded: string): NumberParts | null {
  const bare = folded.replace(/\s+/g, '')
  const match = parts.exec(bare)
  if (!match) return null
  const closed = match[3] !== undefined || bare.includes(')', match[0].indexOf('(') + 1)
  const year = closed ? Number(match[2] ?? match[3]) : Number.NaN
  return {
    agency: match[1]!,
    year: year >= 1949 && year <= 2100 ? year : null,
    number: match[4] === undefined ? null : Number(match[4]),
  }
}
