/** What names things in a dataset; the ids survive a re-run, and a move of the file. */
import { createHash } from 'node:crypto'
import type { Unit } from '../generated/notice.ts'

/** Names a task or a section in all notices. */
export function within(documentId: string, id: string): string {
  return `${documentId}.${id}`
}

/** Two units are one if all that is known of them is the same. */
export function unitKey(unit: Unit): string {
  const { name, kind, function: does, level, jurisdiction, type, scope } = unit
  return JSON.stringify([name, kind, does, level, jurisdiction, type, scope])
}

export function unitId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
