/** CSV that Excel opens by a double click: UTF-8 with a byte order mark, CRLF (RFC 4180). */
import { stringify } from 'csv-stringify/sync'
import type { Lang } from '../message.ts'
import { columnTitles, type Read, taskRows } from './task-row.ts'

/**
 * A cell that begins with = + - @ (or their full-width forms, a tab or CR) is a formula to a spreadsheet,
 * and a notice comes from anywhere: such a cell gets an apostrophe before it. A bare line feed in a cell
 * ends the row for most readers unless the cell is quoted.
 */
export const csvOptions = { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ }

export function csvHead(lang: Lang): string {
  return `\ufeff${stringify([columnTitles(lang)], csvOptions)}`
}

/** The rows of a notice's tasks; nothing where it holds none. */
export function csvRows(read: Read): string {
  return stringify(taskRows(read), csvOptions)
}
