/** Says who and when is meant by what was found, and puts the result together. */
import type { Document, Link } from '../document.ts'
import { findDate } from '../find/dates.ts'
import { type DeadlineFound, findDeadlines } from '../find/deadlines.ts'
import type { Finding } from '../find/find.ts'
import { findNotice, type NoticeFound } from '../find/notice.ts'
import type {
  Deadline,
  EvidenceByPointer,
  Message,
  Notice,
  NoticeResult,
  Section,
  Task,
  Unit,
} from '../generated/notice.ts'
import { catalogue, messageText, type Report } from '../message.ts'
import type { ParseOptions } from '../pipeline.ts'
import type { Outline } from '../segment/outline.ts'
import type { Draft, Found, Role } from '../task.ts'
import type { Passage } from '../text/passage.ts'
import { looksLikeUnit } from '../text/units.ts'
import { Sources } from './evidence.ts'
import { resolveRegion } from './region.ts'
import { readUnits, type UnitList } from './units.ts'

export function resolve(
  document: Document,
  outline: Outline,
  finding: Finding,
  report: Report,
  options: ParseOptions,
): NoticeResult {
  const sources = new Sources(document)
  const notice = resolveNotice(
    findNotice(document, outline, report),
    document.links,
    finding,
    sources,
    report,
  )
  const sections = finding.sections.all.map((s): Section => {
    const evidence: EvidenceByPointer = { '/title': sources.evidence(s.title) }
    if (s.label) evidence['/label'] = sources.evidence(s.label)
    return {
      id: s.id,
      label: s.label?.passage.text ?? null,
      title: s.title.passage.text,
      level: s.level,
      parent: s.parent,
      evidence,
    }
  })
  const reading = remembering(notice.year)
  const tasks = finding.drafts.map((draft, i) =>
    resolveTask(draft, `t${i + 1}`, finding, reading, sources, report),
  )
  const stated = notice.statedTaskCount
  if (stated !== null && tasks.length > 0 && stated !== tasks.length) {
    report.add('notice/stated-count-differs', { stated, found: tasks.length })
  }
  const { name, format, bytes, sha256, encoding, pages } = document.source
  return {
    schemaVersion: '1.0',
    source: { name, format, bytes, sha256, encoding, pages },
    notice,
    sections,
    tasks,
    messages: messages(report, options),
    ...(options.withDocument
      ? {
          document: {
            blocks: document.blocks.map((b) => ({ ...b })),
            furniture: document.furniture.map((b) => ({ ...b })),
          },
        }
      : {}),
  }
}

function messages(report: Report, options: ParseOptions): Message[] {
  return report.noted.map(
    (m): Message => ({
      code: m.code,
      level: catalogue[m.code].level,
      text: messageText(m.code, m.params, options.lang),
      at: m.at ? { ...m.at } : null,
    }),
  )
}

const fields: Record<Role, 'leadUnits' | 'responsibleUnits' | 'supportingUnits' | 'guidingUnits'> = {
  lead: 'leadUnits',
  responsible: 'responsibleUnits',
  supporting: 'supportingUnits',
  guiding: 'guidingUnits',
}

/** Reads lists of units and times; what tasks share (a merged cell, a heading's bracket) is read once. */
interface Reading {
  readonly units: (list: Passage) => UnitList
  readonly times: (passage: Passage, asTime: boolean) => readonly DeadlineFound[]
}

function remembering(year: number | null): Reading {
  const lists = new Map<Passage, UnitList>()
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
  }
}

function resolveTask(
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
      if (unit.kind === 'unit' && !looksLikeUnit(unit.passage.folded)) {
        report.add(
          'unit/not-a-unit',
          { text: unit.passage.text.slice(0, 30) },
          unit.passage.spans()[0] ?? null,
        )
      }
      units[field].push({ text: unit.passage.text, name: unit.name, kind: unit.kind })
    }
    if (read.open) {
      openLists.add(fields[list.role])
      report.add('unit/list-open', {}, list.passage.spans().at(-1) ?? null)
    }
  }
  const deadlines: Deadline[] = []
  const look = (found: Found | null, asTime: boolean) => {
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
      if (time.damaged)
        report.add(
          'deadline/damaged',
          { text: passage.text, likely: time.damaged },
          passage.spans()[0] ?? null,
        )
      put(`/deadlines/${deadlines.length}`, { passage, rule: asTime ? found.rule : 'deadline/text' })
      deadlines.push({ text: passage.text, type: time.type, start: time.from, end: time.to })
    }
  }
  look(draft.task, false)
  look(draft.requirement, false)
  for (const time of draft.times) look(time, true)
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
    evidence,
  }
}

function resolveNotice(
  found: NoticeFound,
  links: readonly Link[],
  finding: Finding,
  sources: Sources,
  report: Report,
): Notice {
  const evidence: EvidenceByPointer = {}
  const put = (pointer: string, value: Found | null): Passage | null => {
    if (value) evidence[pointer] = sources.evidence(value)
    return value?.passage ?? null
  }
  const date = (pointer: string, value: Found | null): string | null => {
    const passage = put(pointer, value)
    return passage ? (findDate(passage.folded)?.iso ?? null) : null
  }
  const title = put('/title', found.title)
  const planTitle = put('/planTitle', found.planTitle)
  const documentNumber = put('/documentNumber', found.documentNumber)
  const issuer = put('/issuer', found.issuer)
  const issuedOn = date('/issuedOn', found.issuedOn)
  const publishedOn = date('/publishedOn', found.publishedOn)
  const addressees = found.addressees ? readUnits(found.addressees.passage).units : []
  for (const [i, unit] of addressees.entries())
    put(`/addressees/${i}`, { passage: unit.passage, rule: found.addressees!.rule })
  const yearIn = [found.title, found.planTitle].find((f) => f && titleYear.test(f.passage.folded)) ?? null
  // In the title, else of the date of issue; the document number and the page bear a year too.
  const dated: [Found | null, number | null][] = [
    [yearIn, yearOf(yearIn?.passage ?? null)],
    [found.issuedOn, issuedOn ? Number(issuedOn.slice(0, 4)) : null],
    [found.documentNumber, numbered(documentNumber)],
    [found.publishedOn, publishedOn ? Number(publishedOn.slice(0, 4)) : null],
  ]
  const [yearFound, year] = dated.find(([, y]) => y !== null) ?? [null, null]
  if (year !== null) {
    const from = put('/year', yearFound)
    if (from && yearFound !== yearIn && yearFound !== found.issuedOn) {
      report.add('notice/year-inferred', { year, from: from.text }, from.spans()[0] ?? null)
    }
  }
  if (year === null) report.add('notice/year-unknown')
  if (!title) report.add('notice/title-missing')
  const { region, candidates } = resolveRegion({
    title: title?.folded ?? null,
    planTitle: planTitle?.folded ?? null,
    issuer: issuer?.folded ?? null,
    addressees: addressees.map((u) => u.passage.folded),
    documentNumber: documentNumber?.folded ?? null,
    year,
  })
  if (!region && candidates.length > 1) {
    report.add('notice/region-ambiguous', {
      candidates: candidates
        .slice(0, 8)
        .map((c) => c.name)
        .join('、'),
    })
  }
  if (region) {
    const sources = [found.issuer, found.title, found.planTitle, found.addressees]
    const from =
      sources.find((f) => f && namesRegion(f.passage.folded, region.name)) ?? sources.find((f) => f)
    if (from) put('/region', { passage: from.passage, rule: 'notice/region' })
  }
  if (finding.leadRule) put('/leadRule', finding.leadRule)
  if (found.statedTaskCount) put('/statedTaskCount', found.statedTaskCount.found)
  const attachments = found.attachments.map((a, i) => {
    put(`/attachments/${i}`, a.title)
    return {
      title: a.title.passage.text,
      ordinal: a.ordinal?.text ?? null,
      href: hrefOf(a.title.passage, links),
    }
  })
  const basis = found.basis.map(({ reference, rule }, i) => {
    if (reference.title) put(`/basis/${i}/title`, { passage: reference.title, rule })
    if (reference.number) put(`/basis/${i}/documentNumber`, { passage: reference.number, rule })
    return { title: reference.title?.text ?? null, documentNumber: reference.number?.text ?? null }
  })
  return {
    title: title?.text ?? null,
    planTitle: planTitle?.text ?? null,
    documentNumber: documentNumber?.text ?? null,
    issuer: issuer?.text ?? null,
    issuedOn,
    publishedOn,
    year,
    addressees: addressees.map((u) => u.passage.text),
    region,
    basis,
    leadRule: finding.leadRule ? 'first-listed' : null,
    statedTaskCount: found.statedTaskCount?.count ?? null,
    attachments,
    evidence,
  }
}

const titleYear = /((?:19|20)\d{2})(?=\s*(?:年|[-—~至]|度))/

/** The address behind an attachment's name, where the page links it. */
function hrefOf(title: Passage, links: readonly Link[]): string | null {
  const bare = (text: string) => text.replace(/[\s《》]/g, '')
  const name = bare(title.text)
  return (
    links.find(
      (l) => bare(l.text).includes(name) || (l.text.trim().length > 5 && name.includes(bare(l.text))),
    )?.href ?? null
  )
}

/** Whether a text holds the end of a region's name, the last division of it. */
function namesRegion(text: string, name: string): boolean {
  for (let n = Math.min(9, name.length); n >= 3; n--) if (text.includes(name.slice(-n))) return true
  return text.includes(name.slice(-3, -1))
}

function numbered(number: Passage | null): number | null {
  const match = number ? /\(((?:19|20)\d{2})\)/.exec(number.folded) : null
  return match ? Number(match[1]) : null
}

function yearOf(passage: Passage | null): number | null {
  const match = passage ? titleYear.exec(passage.folded) : null
  return match ? Number(match[1]) : null
}
