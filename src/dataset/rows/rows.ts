/** A document as rows of the tables. */
import type { Tables } from '../../generated/dataset.ts'
import type { DocumentRecord } from '../record.ts'
import type { UnitIndex } from '../unit-index.ts'
import { messageRows, reviewRows } from './message.ts'
import { addresseeRows, attachmentRows, basisRows, noticeRow, sectionRows } from './notice.ts'
import { deadlineRows, targetRows, taskRows, taskUnitRows } from './task.ts'

export type Rows = { readonly [T in keyof Tables]?: readonly Tables[T][] }

/**
 * Of the copies of a notice only the preferred one is counted. The others still have their row of
 * `notices`, which says whose copies they are, and their `messages`, which say what was wrong with them
 * and how they differ. Units are not among the rows: they come once, at the end.
 */
export function rowsOf(record: DocumentRecord, counted: boolean, units: UnitIndex): Rows {
  const always = { notices: [noticeRow(record)], messages: messageRows(record, counted) }
  if (!counted) return always
  return {
    ...always,
    addressees: addresseeRows(record),
    attachments: attachmentRows(record),
    basis: basisRows(record),
    sections: sectionRows(record),
    tasks: taskRows(record),
    task_units: taskUnitRows(record, units),
    deadlines: deadlineRows(record),
    targets: targetRows(record),
    review: reviewRows(record),
  }
}
