/** The rows of a notice's tasks, and of what each names. */
import type { DeadlinesRow, TargetsRow, TasksRow, TaskUnitsRow } from '../../generated/dataset.ts'
import type { Task } from '../../generated/notice.ts'
import { within } from '../ids.ts'
import type { DocumentRecord } from '../record.ts'
import type { UnitIndex, UnitRole } from '../unit-index.ts'
import { firstPiece, sourceOf } from './source.ts'

export function taskRows({ documentId, result }: DocumentRecord): TasksRow[] {
  const known = new Set(result.sections.map((section) => section.id))
  return result.tasks.map((task, i) => {
    const headings = task.sections.map(({ label, title }) => (label ?? '') + title)
    const innermost = task.sections.at(-1)?.id
    const sure = (field: string) => task.confidence[`/${field}`] ?? null
    return {
      document_id: documentId,
      task_id: within(documentId, task.id),
      position: i + 1,
      section_id: innermost !== undefined && known.has(innermost) ? within(documentId, innermost) : null,
      level1: headings[0] ?? null,
      level2: headings[1] ?? null,
      level3: headings[2] ?? null,
      section_path: headings.length === 0 ? null : headings.join(' › '),
      ordinal: task.ordinal,
      task: task.task,
      requirement: task.requirement,
      lead_open: task.openLists.includes('leadUnits'),
      responsible_open: task.openLists.includes('responsibleUnits'),
      supporting_open: task.openLists.includes('supportingUnits'),
      guiding_open: task.openLists.includes('guidingUnits'),
      confidence: lowest(task),
      confidence_ordinal: sure('ordinal'),
      confidence_sections: sure('sections'),
      confidence_task: sure('task'),
      confidence_requirement: sure('requirement'),
      confidence_lead_units: sure('leadUnits'),
      confidence_responsible_units: sure('responsibleUnits'),
      confidence_supporting_units: sure('supportingUnits'),
      confidence_guiding_units: sure('guidingUnits'),
      confidence_mentioned_units: sure('mentionedUnits'),
      confidence_deadlines: sure('deadlines'),
      confidence_targets: sure('targets'),
      ...sourceOf(task.evidence, '/task'),
      source_path: firstPiece(task.evidence, '/task')?.path ?? null,
    }
  })
}

function lowest(task: Task): number | null {
  const values = Object.values(task.confidence)
  return values.length === 0 ? null : Math.min(...values)
}

const lists: readonly [UnitRole, 'leadUnits' | 'mentionedUnits' | Task['openLists'][number]][] = [
  ['lead', 'leadUnits'],
  ['responsible', 'responsibleUnits'],
  ['supporting', 'supportingUnits'],
  ['guiding', 'guidingUnits'],
  ['mentioned', 'mentionedUnits'],
]

export function taskUnitRows({ documentId, result }: DocumentRecord, units: UnitIndex): TaskUnitsRow[] {
  return result.tasks.flatMap((task) => {
    const taskId = within(documentId, task.id)
    return lists.flatMap(([role, list]) =>
      task[list].map((unit, i) => ({
        document_id: documentId,
        task_id: taskId,
        role,
        position: i + 1,
        text: unit.text,
        unit_id: units.count(unit, role, documentId, taskId),
        ...sourceOf(task.evidence, `/${list}/${i}`),
      })),
    )
  })
}

export function deadlineRows({ documentId, result }: DocumentRecord): DeadlinesRow[] {
  return result.tasks.flatMap((task) =>
    task.deadlines.map((deadline, i) => ({
      document_id: documentId,
      task_id: within(documentId, task.id),
      position: i + 1,
      text: deadline.text,
      type: deadline.type,
      start_on: deadline.start,
      end_on: deadline.end,
      inherited: deadline.inherited,
      ...sourceOf(task.evidence, `/deadlines/${i}`),
    })),
  )
}

export function targetRows({ documentId, result }: DocumentRecord): TargetsRow[] {
  return result.tasks.flatMap((task) =>
    task.targets.map(({ text, comparator, value, upper, unit }, i) => ({
      document_id: documentId,
      task_id: within(documentId, task.id),
      position: i + 1,
      text,
      comparator,
      value,
      upper,
      unit,
      ...sourceOf(task.evidence, `/targets/${i}`),
    })),
  )
}
