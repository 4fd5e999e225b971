/** From a draft to a task: which bodies are meant in which role, and by when. */
import { illegible } from '../find/deadlines/damaged.ts'
import { type DeadlineFound, findDeadlines } from '../find/deadlines.ts'
import type { Finding } from '../find/find.ts'
import { findMentioned } from '../find/mentioned.ts'
import { sectionTimes } from '../find/section-times.ts'
import { findTargets } from '../find/targets.ts'
import type { Deadline, EvidenceByPointer, Target, Task, Unit } from '../generated/notice.ts'
import type { Report } from '../message.ts'
import type { Draft, Found, Role } from '../task.ts'
import type { Passage } from '../text/passage.ts'
import { looksLikeUnit } from '../text/units.ts'
import { type Setting, unitOf } from './bodies.ts'
import type { Sources } from './evidence.ts'
import { type ListedUnit, readUnits, type UnitList } from './units.ts'

const fields: Record<Role, 'leadUnits' | 'responsibleUnits' | 'supportingUnits' | 'guidingUnits'> = {
  lead: 'leadUnits',
  responsible: 'responsibleUnits',
  supporting: 'supportingUnits',
  guiding: 'guidingUnits',
}

/** Reads lists of units and times; what tasks share (a merged cell, a heading's bracket) is read once. */
export interface Reading {
  readonly units: (list: Passage) => UnitList
  readonly times: (passage: Passage, asTime: boolean) => readonly DeadlineFound[]
  readonly unit: (listed: ListedUnit) => Unit
  /** Times that hold for a task below these sections, if it names none: the innermost heading's, or the notice's. */
  readonly standing: (sections: readonly string[]) => Standing
}

interface Standing {
  readonly found: readonly Found[]
  readonly from: Deadline['inherited']
}

export function remembering(
  year: number | null,
  setting: Setting,
  finding: Finding,
  general: readonly Found[],
  report: Report,
): Reading {
  const headings = new Map<string, readonly Found[]>()
  const heading = (id: string): readonly Found[] => {
    const section = finding.sections.get(id)
    const found = headings.get(id) ?? sectionTimes(section)
    headings.set(id, found)
    return found
  }
  const lists = new Map<Passage, UnitList>()
  const known = new Map<ListedUnit, Unit>()
  const times = [new Map<Passage, DeadlineFound[]>(), new Map<Passage, DeadlineFound[]>()] as const
  const once = <T>(known: Map<Passage, T>, passage: Passage, read: () => T): T => {
    const value = known.get(passage) ?? read()
    known.set(passage, value)
    return value
  }
  return {
    units: (list) => once(lists, list, () => readUnits(list)),
    times: (passage, asTime) =>
      once(times[asTime ? 1 : 0], passage, () => findDeadlines(passage.folded, { year, asTime })),
    unit: (listed) => {
      const unit = known.get(listed) ?? unitOf(listed, setting, report)
      known.set(listed, unit)
      return { ...unit }
    },
    standing: (sections) => {
      const id = sections.findLast((s) => heading(s).length > 0)
      return id === undefined ? { found: general, from: 'notice' } : { found: heading(id), from: 'section' }
    },
  }
}

export function resolveTask(
  draft: Draft,
  id: string,
  finding: Finding,
  reading: Reading,
  sources: Sources,
  report: Report,
): Task {
  const evidence: EvidenceByPointer = {}
  const put = (pointer: string, found: Found) => {
    evidence[pointer] = sources.evidence(found)
  }
  if (draft.ordinal) put('/ordinal', draft.ordinal)
  put('/task', draft.task)
  if (draft.requirement) put('/requirement', draft.requirement)

  const units = {
    leadUnits: [] as Unit[],
    responsibleUnits: [] as Unit[],
    supportingUnits: [] as Unit[],
    guidingUnits: [] as Unit[],
  }
  const openLists = new Set<Task['openLists'][number]>()
  /** A unit named twice in one role is one. */
  const named = new Set<string>()
  const led = draft.units.some((list) => list.role === 'lead')
  for (const list of draft.units) {
    const read = reading.units(list.passage)
    for (const [i, unit] of read.units.entries()) {
      // A set never leads, and where a lead is named the rule has nothing to say (contract, rule 4).
      const leads = list.firstLeads && !led && i === 0 && unit.kind === 'unit' && list.role === 'responsible'
      const field = leads ? 'leadUnits' : fields[list.role]
      const key = `${field}:${unit.passage.text}`
      if (named.has(key)) continue
      named.add(key)
      put(`/${field}/${units[field].length}`, {
        passage: unit.passage,
        rule: leads ? `${list.rule}+first-listed` : list.rule,
      })
      const known = reading.unit(unit)
      if (unit.kind === 'unit' && known.function === null && !looksLikeUnit(unit.passage.folded)) {
        report.add(
          'unit/not-a-unit',
          { text: unit.passage.text.slice(0, 30) },
          unit.passage.spans()[0] ?? null,
        )
      }
      units[field].push(known)
    }
    if (read.open) {
      openLists.add(fields[list.role])
      report.add('unit/list-open', {}, list.passage.spans().at(-1) ?? null)
    }
  }
  const deadlines: Deadline[] = []
  const look = (found: Found | null, asTime: boolean, inherited: Deadline['inherited'] = null) => {
    if (!found) return
    const times = reading.times(found.passage, asTime)
    if (asTime && times.length === 0 && !/^[-—/无\s]*$/.test(found.passage.folded)) {
      report.add(
        'deadline/unread',
        { text: found.passage.text.slice(0, 40) },
        found.passage.spans()[0] ?? null,
      )
    }
    for (const time of times) {
      const passage = found.passage.slice(time.start, time.end)
      if (time.damaged !== undefined) {
        const at = passage.spans()[0] ?? null
        if (time.damaged === illegible) report.add('deadline/illegible', { text: passage.text }, at)
        else report.add('deadline/damaged', { text: passage.text, likely: time.damaged }, at)
      }
      put(`/deadlines/${deadlines.length}`, { passage, rule: asTime ? found.rule : 'deadline/text' })
      deadlines.push({ text: passage.text, type: time.type, start: time.from, end: time.to, inherited })
    }
  }
  look(draft.task, false)
  look(draft.requirement, false)
  for (const time of draft.times) look(time, true)
  if (deadlines.length === 0) {
    const { found, from } = reading.standing(draft.sections)
    for (const time of found) look(time, true, from)
  }
  const targets: Target[] = []
  const mentionedUnits: Unit[] = []
  /** A body that the text speaks of twice is there once. */
  const mentioned = new Set<string>()
  for (const found of [draft.task, draft.requirement]) {
    if (!found) continue
    const times = reading.times(found.passage, false)
    let next = 0
    for (const { start, end, ...target } of findTargets(found.passage.folded)) {
      // A run is a deadline or a target, never both (contract, rule 8).
      while (next < times.length && times[next]!.end <= start) next++
      if (next < times.length && times[next]!.start < end) continue
      const passage = found.passage.slice(start, end)
      put(`/targets/${targets.length}`, { passage, rule: 'target/text' })
      targets.push({ text: passage.text, ...target })
    }
    for (const listed of findMentioned(found.passage).flatMap((list) => readUnits(list).units)) {
      if (mentioned.has(listed.name)) continue
      mentioned.add(listed.name)
      put(`/mentionedUnits/${mentionedUnits.length}`, { passage: listed.passage, rule: 'unit/mentioned' })
      mentionedUnits.push(reading.unit(listed))
    }
  }
  return {
    id,
    ordinal: draft.ordinal?.passage.text ?? null,
    sections: draft.sections.map((s) => {
      const section = finding.sections.get(s)
      return { id: s, label: section.label?.passage.text ?? null, title: section.title.passage.text }
    }),
    task: draft.task.passage.text,
    requirement: draft.requirement?.passage.text ?? null,
    ...units,
    openLists: [...openLists],
    deadlines,
    targets,
    mentionedUnits,
    confidence: {},
    evidence,
  }
}
