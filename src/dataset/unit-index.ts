/** The distinct units of a dataset and how often each stands in it: what is held until the end. */
import type { TaskUnitsRow, UnitsRow } from '../generated/dataset.ts'
import type { Unit } from '../generated/notice.ts'
import { unitId, unitKey } from './ids.ts'

export type UnitRole = TaskUnitsRow['role']

interface Known {
  readonly row: UnitsRow
  document: string
  task: string
}

export class UnitIndex {
  private readonly known = new Map<string, Known>()
  private readonly functionName: (code: string) => string | null

  constructor(functionName: (code: string) => string | null) {
    this.functionName = functionName
  }

  /** Counts a unit of a task and gives its id. Tasks come one after the other, documents as well. */
  count(unit: Unit, role: UnitRole, documentId: string, taskId: string): string {
    const key = unitKey(unit)
    let known = this.known.get(key)
    if (!known) {
      known = { row: this.row(unit, key), document: '', task: '' }
      this.known.set(key, known)
    }
    const { row } = known
    if (known.document !== documentId) row.document_count++
    if (known.task !== taskId) row.task_count++
    known.document = documentId
    known.task = taskId
    row[`${role}_count`]++
    return row.unit_id
  }

  private row(unit: Unit, key: string): UnitsRow {
    return {
      unit_id: unitId(key),
      name: unit.name,
      kind: unit.kind,
      function: unit.function,
      function_name: unit.function === null ? null : this.functionName(unit.function),
      level: unit.level,
      jurisdiction: unit.jurisdiction,
      type: unit.type,
      scope: unit.scope?.join(',') ?? null,
      document_count: 0,
      task_count: 0,
      lead_count: 0,
      responsible_count: 0,
      supporting_count: 0,
      guiding_count: 0,
      mentioned_count: 0,
    }
  }

  /** By id: an order that does not depend on which document came first. */
  *rows(): Generator<UnitsRow> {
    const rows = Array.from(this.known.values(), (known) => known.row)
    rows.sort((a, b) => (a.unit_id < b.unit_id ? -1 : a.unit_id > b.unit_id ? 1 : 0))
    yield* rows
  }
}
