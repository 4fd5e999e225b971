/** Days of the year as notices name them, and the dates that they come to. */

/** A day of some year; `day` 0 is the last of its month. */
export interface MonthDay {
  readonly month: number
  readonly day: number
}

export function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** `YYYY-MM-DD`, or null for a day that the calendar does not have (2月30日) or a year that nothing names. */
export function isoDate(year: number | null, at: MonthDay | null): string | null {
  if (year === null || at === null) return null
  const last = lastDay(year, at.month)
  const day = at.day === 0 ? last : at.day
  if (at.month < 1 || at.month > 12 || day > last) return null
  return `${String(year).padStart(4, '0')}-${String(at.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whether `a` lies before `b` in one year. */
export function isBefore(a: MonthDay, b: MonthDay): boolean {
  return a.month !== b.month ? a.month < b.month : (a.day || 31) < (b.day || 31)
}
