/** Document numbers (发文字号, GB/T 9704-2012, 7.2.5) taken apart: agency code, year, serial number. */
import type { NumberParts } from '../generated/notice.ts'
import { numeral } from '../text/numerals.ts'

/**
 * The year stands in brackets, of which one may be lost, in figures or in numerals; some old numbers have
 * 国发2004年5号. 12-1号 is the number of no document alone.
 */
const cn = '〇零一二三四五六七八九'
const parts = new RegExp(
  `^\\(?([^\\d(){}《》]{1,20})(?:[({《]([${cn}]{4}|\\d{0,6})[)}》]?|(\\d{4})年|(\\d{4})[)}》])(?:第|字第?)?(\\d{1,6}(?:-\\d{1,3})?)?号?`,
)

/** The parts of a folded document number; null where it has no agency code. What is damaged is null. */
export function numberParts(folded: string): NumberParts | null {
  const bare = folded.replace(/\s+/g, '')
  const match = parts.exec(bare)
  if (!match) return null
  const closed = match[3] !== undefined || /[({《][^)}》]*[)}》]/.test(bare)
  const year = closed ? (numeral(match[2] ?? match[3] ?? '') ?? 0) : 0
  return {
    agency: match[1]!,
    year: year >= 1949 && year <= 2100 ? year : null,
    number: match[5] === undefined || match[5].includes('-') ? null : Number(match[5]),
  }
}
