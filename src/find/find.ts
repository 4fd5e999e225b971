/**
 * Finds the tasks of a notice: clauses and tables, in the order in which they stand. It says what the
 * text says; who and when is meant is for `resolve`.
 */
import { leadRule } from '../data/roles.ts'
import type { Table } from '../document.ts'
import { Report } from '../message.ts'
import type { Item, Outline, Tree } from '../segment/outline.ts'
import { type Draft, type Found, type RoleList, Sections } from '../task.ts'
import { Passage } from '../text/passage.ts'
import { isAdded } from './always.ts'
import { type ClauseContext, readItem, readLoose, type StandingTable, tablesIn } from './clause.ts'
import { notAPlan } from './genre.ts'
import { readPieces } from './pieces.ts'
import { additionIn } from './roles.ts'
import { readTable, type TableReading } from './table.ts'

export interface Finding {
  readonly sections: Sections
  readonly drafts: readonly Draft[]
  /** 列第一位的为牵头单位, where the notice says so. */
  readonly leadRule: Found | null
}

export function find(outline: Outline, noted: Report): Finding {
  // What is noted of clauses matters only if the notice turns out to be a plan.
  const report = new Report()
  const sections = new Sections()
  const drafts: Draft[] = []
  const { body } = outline
  const general = generalLeadRule(outline)
  let tasksInTables = false
  let previous: TableReading | null = null

  const readOne = ({ table: block, follows, caption }: StandingTable, outer: string | null) => {
    context.lead ??= leadRuleIn(block)
    if (!follows) previous = null
    const { always } = context
    return readTable(block, { sections, outer, report, brackets, previous, caption, always })
  }
  const take = (reading: TableReading | null): boolean => {
    if (!reading) return false
    previous = reading
    // A table that begins with the rest of a row completes the last task of the table before it.
    if (reading.amended) drafts[drafts.length - 1] = reading.amended
    drafts.push(...(context.lead ? reading.drafts.map(firstLeads) : reading.drafts))
    context.lead ??= reading.leadRule
    return reading.drafts.length > 0
  }
  const table = (standing: StandingTable, outer: string | null): boolean => {
    const reading = readOne(standing, outer)
    if (reading?.unitColumns) tasksInTables = true
    return take(reading)
  }
  const brackets = (passage: Passage) => {
    const pieces = readPieces(passage, report)
    return {
      text: Passage.join(pieces.flatMap((p) => (p.kind === 'text' ? [p.passage] : []))),
      units: pieces.flatMap((p) => (p.kind === 'duty' ? p.duty.units : [])),
      times: pieces.flatMap((p) => (p.kind === 'duty' ? p.duty.times : p.kind === 'time' ? [p.time] : [])),
    }
  }
  const context: ClauseContext = {
    sections,
    report,
    drafts,
    always: generalAdditions(outline),
    lead: general,
    table,
    last: lastItem(body.items),
  }

  const walk = (tree: Tree) => {
    for (const standing of tablesIn(tree.preamble, tree.title)) table(standing, null)
    readLoose(tree.preamble, context)
    for (const item of tree.items) readItem(item, null, [], context)
  }
  walk(body)
  for (const annex of outline.annexes) {
    let read = false
    for (const standing of allTables(annex)) {
      const reading = readOne(standing, null)
      if (!reading?.unitColumns) continue
      tasksInTables = true
      read = take(reading) || read
    }
    if (!read)
      report.add('notice/annex-skipped', { title: annex.title?.text ?? '' }, annex.title?.spans()[0] ?? null)
  }

  const reason = notAPlan(outline)
  const held = tasksInTables || drafts.some((d) => d.units.length > 0)
  if (reason && !held) {
    const at = outline.frame.title?.spans()[0] ?? null
    noted.add('notice/not-a-plan', { reason: reason.zh, reasonEn: reason.en }, at)
    return { sections: new Sections(), drafts: [], leadRule: null }
  }
  noted.take(report)
  for (const { label, before } of outline.gaps) {
    noted.add(
      'clause/numbering',
      { label: label.text, before: before?.text ?? '—' },
      label.spans()[0] ?? null,
    )
  }
  if (drafts.length === 0) {
    const why =
      body.items.length === 0
        ? { reason: '没有编号的条目，也没有任务表', reasonEn: 'neither numbered items nor a task table' }
        : { reason: '编号条目中没有任务', reasonEn: 'no numbered item is a task' }
    noted.add('notice/no-tasks', why)
  }
  const lead = context.lead
  return { ...used(sections, drafts), leadRule: lead ? { passage: lead, rule: 'notice/lead-rule' } : null }
}

const firstLeads = (draft: Draft): Draft => ({
  ...draft,
  units: draft.units.map((u) => (u.role === 'responsible' && !isAdded(u) ? { ...u, firstLeads: true } : u)),
})

/** A lead rule that the letter, the text before the first item or a note states holds for all. */
function generalLeadRule(outline: Outline): Passage | null {
  const before = [...outline.frame.letter, ...outline.body.preamble]
  for (const entry of [...before, ...tail(outline.body.items)]) {
    if (entry.kind !== 'line') continue
    const match = leadRule.exec(entry.passage.folded)
    // Behind the first item a bracket is that item's, and holds from there on.
    if (match && (before.includes(entry) || !/\([^()]*$/.test(entry.passage.folded.slice(0, match.index)))) {
      return entry.passage.slice(match.index, match.index + match[0].length)
    }
  }
  return null
}

/** Units that the letter or the text before the first item adds to every task below: 以下均需…落实，不再列出. */
function generalAdditions(outline: Outline): RoleList[] {
  return [...outline.frame.letter, ...outline.body.preamble].flatMap((entry): RoleList[] => {
    const added = entry.kind === 'line' ? additionIn(entry.passage.folded) : null
    if (entry.kind !== 'line' || !added) return []
    const passage = entry.passage.slice(added.start, added.end)
    return [{ passage, rule: 'notice/always-note', role: added.role }]
  })
}

/** A lead rule in a header or a note of a table: 责任单位（列第一位的为牵头单位）. */
function leadRuleIn(block: Table): Passage | null {
  for (const cell of block.cells) {
    if (!/牵头|主办/.test(cell.text) || !/第一|首位|最前/.test(cell.text)) continue
    const general = cell.row < 3 || cell.colSpan === block.cols || /^\s*(?:注|备注|说明)/.test(cell.text)
    if (!general) continue
    const passage = Passage.of(cell.id, cell.text)
    const match = leadRule.exec(passage.folded)
    if (match) return passage.slice(match.index, match.index + match[0].length)
  }
  return null
}

const tail = (items: readonly Item[]) => lastItem(items)?.content ?? []

function lastItem(items: readonly Item[]): Item | null {
  const last = items.at(-1)
  return last ? (lastItem(last.children) ?? last) : null
}

function allTables(tree: Tree): StandingTable[] {
  const inItems = (items: readonly Item[]): StandingTable[] =>
    items.flatMap((i) => [...tablesIn(i.content, i.text), ...inItems(i.children)])
  return [...tablesIn(tree.preamble, tree.title), ...inItems(tree.items)]
}

/** Sections over tasks only, numbered anew: a heading of a text without tasks is none. */
function used(
  sections: Sections,
  drafts: readonly Draft[],
): { sections: Sections; drafts: readonly Draft[] } {
  const needed = new Set(drafts.flatMap((d) => d.sections))
  if (needed.size === sections.all.length) return { sections, drafts }
  const kept = new Sections()
  const renamed = new Map<string, string>()
  for (const section of sections.all) {
    if (!needed.has(section.id)) continue
    const parent = section.parent === null ? null : (renamed.get(section.parent) ?? null)
    renamed.set(section.id, kept.add(section.label, section.title, parent, section.times))
  }
  return {
    sections: kept,
    drafts: drafts.map((d) => ({ ...d, sections: d.sections.map((id) => renamed.get(id)!) })),
  }
}
