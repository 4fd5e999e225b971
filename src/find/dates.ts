/** Dates of a notice: 2018年10月27日, 二〇〇四年六月二十六日, 2020-07-06. */
import { numeral } from '../text/numerals.ts'

const written =
  /((?:1[89]|20)\d{2}|[〇零一二三四五六七八九]{4})\s*[年.\-/]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月.\-/]\s*(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日?/

export interface DateFound {
  readonly start: number
  readonly end: number
  /** `YYYY-MM-DD` */
  readonly iso: string
}

/** The first date in a folded text; null where there is none or it is no day of the calendar. */
export function findDate(folded: string): DateFound | null {
  const match = written.exec(folded)
  if (!match) return null
  const [year, month, day] = [numeral(match[1]!), numeral(match[2]!), numeral(match[3]!)]
  if (year === null || month === null || day === null) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1949) return null
  return {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    iso: date.toISOString().slice(0, 10),
  }
}
