/**
 * Numbered clauses (contract, rules 3 and 4): which items are tasks and which are sections, and how an
 * item is divided into task, requirement, units and times.
 */
import { itself, noTasks, plainHoldsNone, pursued } from '../data/headings.ts'
import { requirementLabels, taskLabels } from '../data/roles.ts'
import type { Table } from '../document.ts'
import type { Report } from '../message.ts'
import type { Entry, Line } from '../segment/lines.ts'
import type { Item } from '../segment/outline.ts'
import type { Draft, Found, RoleList, Sections } from '../task.ts'
import { firstSentence } from '../text/brackets.ts'
import { Passage } from '../text/passage.ts'
import { addAlways, isAdded } from './always.ts'
import { namesUnits, type Piece, readPieces } from './pieces.ts'
import { labelOf } from './roles.ts'

/** What the clauses of a notice share while they are read in order. */
export interface ClauseContext {
  readonly sections: Sections
  readonly report: Report
  readonly drafts: Draft[]
  /** Units that a note adds to every bracket from there on. */
  readonly always: RoleList[]
  /** From where on 列第一位的为牵头单位 holds. */
  lead: Passage | null
  /** Reads a table that stands under `outer`; whether it holds tasks. */
  readonly table: (table: StandingTable, outer: string | null) => boolean
  /** The last item of the plan: what stands behind its own line may close the notice. */
  readonly last: Item | null
}

/** A table and what stands before it: another table, which it may go on with, or the line that names it. */
export interface StandingTable {
  readonly table: Table
  readonly follows: boolean
  readonly caption: Passage | null
}

/** The tables among paragraphs; `above` is the line that stands before the first of these. */
export function tablesIn(entries: readonly Entry[], above: Passage | null): StandingTable[] {
  return entries.flatMap((entry, i): StandingTable[] => {
    if (entry.kind === 'line') return []
    const before = entries[i - 1]
    const caption = before === undefined ? above : before.kind === 'line' ? before.passage : null
    return [{ table: entry.table, follows: before?.kind === 'table', caption }]
  })
}

/** Reads an item and all below it. */
export function readItem(
  item: Item,
  outer: string | null,
  inherited: readonly RoleList[],
  context: ClauseContext,
): void {
  const title = heading(item)
  const hasBelow = item.children.length > 0 || item.content.length > 0 || title.length < item.text.length
  // 落实“谁执法谁普法”原则 with a bracket of responsibility is work, whatever its last word.
  const naming = [item.text, ...lines(item.content).map((l) => l.passage)].some((p) =>
    namesUnits(p, context.report),
  )
  if (hasBelow && isExcluded(title) && !naming) return
  const tables = tablesIn(item.content, item.text)
  if (tables.length > 0 || isSection(item, context.report)) {
    const { id, units } = openSection(item, outer, context)
    readParagraphs(item, id, context)
    let read = false
    for (const table of tables) read = context.table(table, id) || read
    for (const child of item.children) readItem(child, id, units.length > 0 ? units : inherited, context)
    if (read || item.children.length > 0) return
    // Only a table without tasks stood there: the item is read like any other.
    if (tables.length === 0) return
  }
  const onlyHeading = item.depth === 0 || title.length + 1 >= item.text.length
  if (onlyHeading && hasBelow && item.children.length === 0 && plainHoldsNone.test(bare(title))) {
    readParagraphs(item, null, context)
    return
  }
  readTask(item, outer, inherited, context)
}

const bare = (passage: Passage): string => passage.folded.replace(/\s/g, '').replace(/(?<![。:])[。:]+$/, '')

/** The item's first sentence, without brackets of responsibility and the closing 。. */
function heading(item: Item): Passage {
  const end = firstSentence(item.text.folded)
  return withoutStop(item.text.slice(0, end))
}

const withoutStop = (passage: Passage): Passage =>
  passage.slice(0, passage.text.length - (/[。:：]$/.test(passage.text) ? 1 : 0))

function isExcluded(title: Passage): boolean {
  const text = bare(title).replace(/\([^()]*\)$/, '')
  if (text.length > 40) return false
  return noTasks.test(text) && !pursued.test(text)
}

/** Items below the top are sections if they are bare headings, or what is below them names units. */
function isSection(item: Item, report: Report): boolean {
  if (item.children.length === 0) return false
  // 整改措施： and numbered lines below it: they are what the label opens.
  const above = lines(item.content).at(-1)
  if (above && bareLabel.test(above.passage.folded)) return false
  if (item.depth === 0) return true
  const naming = item.children.filter((child) => subtreeNames(child, report))
  if (closesItem(item, naming, report)) return isBareHeading(item, report) && !isList(item)
  if (naming.length > 0 && naming.length * 2 >= item.children.length) return true
  return isBareHeading(item, report)
}

/**
 * A unit paragraph behind the last of several numbered lines, none of which names units itself, is the
 * whole item's: 1.整治企业。具体包括： （1）… （2）… 责任单位：….
 */
function closesItem(item: Item, naming: readonly Item[], report: Report): boolean {
  const last = item.children.at(-1)!
  if (item.children.length < 2 || naming.length !== 1 || naming[0] !== last) return false
  return last.children.length === 0 && !namesUnits(last.text, report)
}

/** ①…；②…。: the lines of one list, not items with a text of their own. */
function isList(item: Item): boolean {
  return item.children
    .slice(0, -1)
    .every((child) => child.content.length === 0 && /;$/.test(child.text.folded))
}

function subtreeNames(item: Item, report: Report): boolean {
  return (
    namesUnits(item.text, report) ||
    lines(item.content).some((l) => namesUnits(l.passage, report)) ||
    item.children.some((c) => subtreeNames(c, report))
  )
}

function isBareHeading(item: Item, report: Report): boolean {
  if (lines(item.content).some((l) => !isLabelled(l.passage, report))) return false
  const text = textOf(readPieces(item.text, report))
  if (text.length > heading(item).length + 1) return false
  return !/[:]$/.test(item.text.folded) && !/下列|以下|如下/.test(item.text.folded)
}

const isLabelled = (passage: Passage, report: Report): boolean =>
  readPieces(passage, report).every((p) => p.kind !== 'text')

const textOf = (pieces: readonly Piece[]): Passage =>
  Passage.join(pieces.flatMap((p) => (p.kind === 'text' ? [p.passage] : [])))

const lines = (entries: readonly Entry[]): Line[] => entries.filter((e): e is Line => e.kind === 'line')

/** Opens the section that an item is; units in a bracket of its heading hold for what is below. */
function openSection(
  item: Item,
  outer: string | null,
  context: ClauseContext,
): { id: string; units: RoleList[] } {
  const pieces = readPieces(item.text, context.report)
  const text = textOf(pieces)
  const title = withoutStop(text.slice(0, firstSentence(text.folded)))
  // Units and times that the heading's own line, or a paragraph of labels below it, names hold for what is below.
  const labels = lines(item.content).flatMap((l) =>
    isLabelled(l.passage, context.report) ? readPieces(l.passage, context.report) : [],
  )
  const all = [...pieces, ...labels]
  const times = all.flatMap((p) => (p.kind === 'duty' ? p.duty.times : p.kind === 'time' ? [p.time] : []))
  const id = context.sections.add(
    { passage: item.label, rule: 'clause/section' },
    { passage: title.isEmpty ? item.text : title, rule: 'clause/section' },
    outer,
    times,
  )
  const named = all.flatMap((p) => (p.kind === 'duty' ? p.duty.units : []))
  for (const p of pieces) noteRules(p, context)
  return { id, units: named.map((u) => ({ ...u, rule: 'clause/section-bracket' })) }
}

function noteRules(piece: Piece, context: ClauseContext): void {
  if (piece.kind !== 'duty') return
  if (piece.duty.leadRule) context.lead = piece.duty.leadRule
  addAlways(context.always, piece.duty.always, context.report)
}

/** Under a heading whose plain paragraphs hold no tasks, those that carry a bracket of their own do. */
function readParagraphs(item: Item, section: string | null, context: ClauseContext): void {
  for (const line of lines(item.content)) {
    if (!namesUnits(line.passage, context.report) || isLabelled(line.passage, context.report)) continue
    const own = assemble([line.passage], context)
    emit(own, { ordinal: item.ordinal, outer: section, inherited: [] }, context)
  }
}

interface Segment {
  readonly texts: Passage[]
  readonly units: RoleList[]
  readonly times: Found[]
  /** Whether brackets closed it. */
  closed: boolean
}

interface Assembled {
  readonly segments: readonly Segment[]
  /** Texts of labelled paragraphs (任务分工：…). */
  readonly labelled: readonly Passage[]
  /** The paragraph in which the first sentence stands. */
  readonly first: Passage
}

const requirementLabel = new RegExp(`^(?:${requirementLabels})\\s*:\\s*`)
const bareLabel = new RegExp(`^(?:${requirementLabels})\\s*:?\\s*$`)
const taskLabel = new RegExp(`^(?:${taskLabels})\\s*:\\s*`)

/** Divides the paragraphs of an item at its brackets: each closes one task. */
function assemble(paragraphs: readonly Passage[], context: ClauseContext): Assembled {
  const segments: Segment[] = []
  const labelled: Passage[] = []
  let first: Passage | null = null
  let inLabel = false
  let current: Segment = { texts: [], units: [], times: [], closed: false }
  const close = () => {
    if (current.texts.length > 0 || current.units.length > 0) segments.push(current)
    current = { texts: [], units: [], times: [], closed: false }
  }
  for (const [index, whole] of paragraphs.entries()) {
    let paragraph = whole
    const names = labelOf(paragraph.folded.slice(0, 40))?.kind === 'units'
    const required = index > 0 && !names ? requirementLabel.exec(paragraph.folded) : null
    if (required) {
      inLabel = true
      paragraph = paragraph.slice(required[0].length)
    } else {
      const task = taskLabel.exec(paragraph.folded)
      if (task && paragraph.length > task[0].length) {
        paragraph = paragraph.slice(task[0].length)
        if (index > 0) inLabel = false
      }
    }
    // A bracket that names no units stands within its sentence: the text goes on behind it.
    let within = false
    for (const piece of readPieces(paragraph, context.report)) {
      if (piece.kind === 'duty') {
        within = piece.duty.units.length === 0
        noteRules(piece, context)
        current.units.push(...piece.duty.units, ...(piece.duty.units.length > 0 ? context.always : []))
        current.times.push(...piece.duty.times)
        if (piece.duty.units.length > 0) current.closed = true
      } else if (piece.kind === 'time') {
        within = true
        current.times.push(piece.time)
      } else if (inLabel) {
        labelled.push(piece.passage)
      } else {
        // The mark behind a bracket closes the text before it: 自查阶段（6月底前）。企业开展自查。
        const text = current.texts.at(-1)
        const goesOn = within && !current.closed
        const marks = goesOn ? piece.passage.length : /^[。;,、!\s]*/.exec(piece.passage.folded)![0].length
        if (text && marks > 0) {
          const joined = Passage.join([text, piece.passage.slice(0, marks)])
          current.texts[current.texts.length - 1] = joined
          if (first === text) first = joined
        }
        if (text && goesOn) continue
        const rest = piece.passage.slice(text ? marks : 0)
        if (rest.isEmpty) continue
        if (current.closed) close()
        first ??= rest
        current.texts.push(rest)
      }
    }
  }
  close()
  // Text after the last bracket joins the last task.
  const tail = segments.at(-1)
  const before = segments.at(-2)
  if (tail && before && tail.units.length === 0 && before.closed) {
    before.texts.push(...tail.texts)
    before.times.push(...tail.times)
    segments.pop()
  }
  return { segments, labelled, first: first ?? Passage.empty }
}

interface Place {
  readonly ordinal: Passage | null
  readonly outer: string | null
  readonly inherited: readonly RoleList[]
}

/** Drafts of what was assembled: one for each segment, all with the first sentence as their task. */
function emit(assembled: Assembled, place: Place, context: ClauseContext): void {
  const { labelled, first } = assembled
  let segments = assembled.segments
  if (first.isEmpty) return
  const rule = 'clause/first-sentence'
  let task: Passage
  let bodies: Passage[]
  if (labelled.length > 0) {
    task = Passage.join(segments.flatMap((s) => s.texts))
    bodies = [Passage.join(labelled)]
    segments = [
      {
        texts: [],
        units: segments.flatMap((s) => s.units),
        times: segments.flatMap((s) => s.times),
        closed: true,
      },
    ]
  } else {
    const end = firstSentence(first.folded)
    task = withoutStop(first.slice(0, end))
    const behind = first.slice(end)
    const rest = /^[。;,、\s]*$/.test(behind.folded) ? Passage.empty : behind
    bodies = segments.map((s, i) => Passage.join(i === 0 ? [rest, ...s.texts.slice(1)] : s.texts))
  }
  if (task.isEmpty) return
  for (const [i, segment] of segments.entries()) {
    const body = bodies[i] ?? Passage.empty
    const units = segment.units.length > 0 ? segment.units : place.inherited
    context.drafts.push({
      ordinal:
        place.ordinal && !place.ordinal.isEmpty ? { passage: place.ordinal, rule: 'clause/number' } : null,
      sections: context.sections.path(place.outer),
      task: { passage: task, rule: labelled.length > 0 ? 'clause/labelled-item' : rule },
      requirement: body.isEmpty
        ? null
        : { passage: body, rule: labelled.length > 0 ? 'clause/label' : 'clause/rest' },
      units: context.lead
        ? units.map((u) => (u.role === 'responsible' && !isAdded(u) ? { ...u, firstLeads: true } : u))
        : units,
      times: segment.times,
    })
  }
}

/** An item that is a task: its line, its paragraphs, and the numbered lines below that are part of it. */
function readTask(
  item: Item,
  outer: string | null,
  inherited: readonly RoleList[],
  context: ClauseContext,
): void {
  const paragraphs = [
    item.text,
    ...own(item, context),
    ...item.children.flatMap((child) => folded(child, context)),
  ]
  emit(assemble(paragraphs, context), { ordinal: item.ordinal, outer, inherited }, context)
}

/** Paragraphs of an item; behind the plan's last item those that close the notice are set apart. */
function own(item: Item, context: ClauseContext): Passage[] {
  const all = lines(item.content).map((l) => l.passage)
  if (item !== context.last) return all
  const onlyHeading = isOnlyHeading(item, context.report)
  return all.filter((passage) => {
    const labelled = requirementLabel.test(passage.folded) || taskLabel.test(passage.folded)
    const pieces = readPieces(passage, context.report)
    const end = pieces.at(-1)
    // （联系人：…） names no one responsible.
    if (labelled || (end?.kind === 'duty' && end.duty.units.length + end.duty.times.length > 0)) return true
    if (onlyHeading && !itself.test(passage.folded)) return true
    context.report.add('clause/closing-paragraph', {}, passage.spans()[0] ?? null)
    return false
  })
}

function isOnlyHeading(item: Item, report: Report): boolean {
  const text = textOf(readPieces(item.text, report))
  return firstSentence(text.folded) >= text.length
}

/** A numbered line that is part of the item above: its whole text with its number. */
function folded(item: Item, context: ClauseContext): Passage[] {
  return [item.line, ...own(item, context), ...item.children.flatMap((c) => folded(c, context))]
}

/** Unnumbered paragraphs that stand before or without any item: only those with a bracket are tasks. */
export function readLoose(entries: readonly Entry[], context: ClauseContext): void {
  for (const line of lines(entries)) {
    if (!namesUnits(line.passage, context.report) || isLabelled(line.passage, context.report)) continue
    emit(assemble([line.passage], context), { ordinal: null, outer: null, inherited: [] }, context)
  }
}
