/** A row of the body → a draft: its cells, as the columns say. */
import type { Cell } from '../../document.ts'
import type { Report } from '../../message.ts'
import { type Marker, markerOf } from '../../segment/markers.ts'
import type { Draft, Found, Role, RoleList } from '../../task.ts'
import { Passage } from '../../text/passage.ts'
import { looksLikeUnit } from '../../text/units.ts'
import { addAlways } from '../always.ts'
import { readRoles } from '../roles.ts'
import type { Columns } from './columns.ts'
import { isBlank } from './content.ts'
import type { TaskRow } from './rows.ts'

/** Text with its brackets of responsibility taken out, and what they said. */
export interface Unbracketed {
  readonly text: Passage
  readonly units: readonly RoleList[]
  readonly times: readonly Found[]
}

export type Brackets = (passage: Passage) => Unbracketed

/** What rows before said of all rows after: 列第一位的为牵头单位, 以下均需…落实,不再列出. */
export interface Standing {
  leadRule: Passage | null
  readonly always: RoleList[]
}

interface Text {
  readonly text: Passage
  readonly units: readonly RoleList[]
  readonly times: readonly Found[]
}

const noText: Text = { text: Passage.empty, units: [], times: [] }

export class Drafting {
  private readonly columns: Columns
  private readonly report: Report
  private readonly brackets: Brackets | undefined
  private readonly standing: Standing
  /** A merged cell is read once, however many rows it covers. */
  private readonly texts = new Map<Cell, Text>()
  private readonly roles = new Map<Cell, { units: readonly RoleList[]; times: readonly Found[] }>()

  constructor(columns: Columns, standing: Standing, report: Report, brackets: Brackets | undefined) {
    this.columns = columns
    this.standing = standing
    this.report = report
    this.brackets = brackets
  }

  /** The draft of a row; `null` where no column of it says anything of a task. */
  draft(row: TaskRow, sections: readonly string[]): Draft | null {
    const { columns, report } = this
    const used = new Set<Cell>()
    const own = this.text(row, columns.task, used)
    const requirements = columns.details.map((col) => this.text(row, col, used))
    const requirement = Passage.join(requirements.map((r) => r.text))
    const units: RoleList[] = []
    const times: Found[] = []
    for (const found of [own, ...requirements]) {
      units.push(...found.units)
      times.push(...found.times)
    }
    this.unitCells(row, used, units, times)
    for (const col of columns.times) {
      const passage = this.passage(row, col, used)
      if (!passage.isEmpty) times.push({ passage, rule: 'table/time-column' })
    }
    const column = columns.ordinal === null ? Passage.empty : this.passage(row, columns.ordinal, used)
    const leading = leadingNumber(own.text, column)
    const task = leading ? own.text.slice(leading.length) : own.text
    if (task.isEmpty) {
      if (requirement.isEmpty && units.length === 0 && times.length === 0) {
        if (!column.isEmpty) report.add('table/task-blank', {}, { node: row.at.id })
        else if (!this.holdsSection(row)) this.unread(row)
        return null
      }
      report.add('table/task-blank', {}, { node: row.at.id })
    } else if (row.taskAbove) report.add('table/task-above', {}, { node: row.at.id })
    return {
      ordinal: ordinalOf(column, leading, own.text),
      sections,
      task: { passage: task, rule: 'table/task-column' },
      requirement: requirement.isEmpty ? null : { passage: requirement, rule: 'table/requirement-column' },
      units: [...units, ...this.standing.always],
      times,
    }
  }

  private text(row: TaskRow, col: number, used: Set<Cell>): Text {
    const cell = row.cells[col] ?? null
    if (cell === null || isBlank(cell) || used.has(cell)) return noText
    const more = row.more.get(col)
    const known = more ? undefined : this.texts.get(cell)
    if (known) {
      used.add(cell)
      return known
    }
    const passage = this.passage(row, col, used)
    const text = this.brackets ? this.brackets(passage) : { text: passage, units: [], times: [] }
    if (!more) this.texts.set(cell, text)
    return text
  }

  private passage(row: TaskRow, col: number, used: Set<Cell>): Passage {
    const cell = row.cells[col] ?? null
    if (cell === null || isBlank(cell) || used.has(cell)) return Passage.empty
    used.add(cell)
    const parts = [cell, ...(row.more.get(col) ?? [])]
    return Passage.join(parts.map((c) => Passage.of(c.id, c.text)))
  }

  private unitCells(row: TaskRow, used: Set<Cell>, units: RoleList[], times: Found[]): void {
    const { columns, report, standing } = this
    let lead: Cell | null | undefined
    let named = false
    for (const { col, role, firstLeads, persons } of columns.units) {
      const cell = row.cells[col] ?? null
      if (role === 'lead') lead = cell
      if (cell === null || isBlank(cell) || used.has(cell)) continue
      named = true
      const found = this.rolesOf(row, col, role, persons, used)
      const leads = firstLeads || standing.leadRule !== null
      for (const list of found.units)
        units.push(leads && list.role === 'responsible' ? { ...list, firstLeads: true } : list)
      times.push(...found.times)
    }
    if (lead !== undefined && isBlank(lead)) report.add('unit/lead-blank', {}, { node: (lead ?? row.at).id })
    else if (lead === undefined && !named && columns.units.length > 0 && units.length === 0) {
      report.add('unit/responsible-blank', {}, { node: (row.cells[columns.units[0]!.col] ?? row.at).id })
    }
  }

  private rolesOf(row: TaskRow, col: number, role: Role, persons: boolean, used: Set<Cell>) {
    const cell = row.cells[col]!
    const known = row.more.has(col) ? undefined : this.roles.get(cell)
    if (known) {
      used.add(cell)
      return known
    }
    const whole = this.passage(row, col, used)
    const passage = persons ? this.withoutPersons(whole) : whole
    const found = readRoles(passage, role, 'table/unit-column', this.report)
    if (found.leadRule) this.standing.leadRule = found.leadRule
    addAlways(this.standing.always, found.always, this.report)
    if (!row.more.has(col)) this.roles.set(cell, found)
    return found
  }

  /** 县发改委 王五 in a column of units and persons: the name beside or below the unit is no unit. */
  private withoutPersons(passage: Passage): Passage {
    const { folded } = passage
    const ends = [
      ...passage.breaks(),
      ...[...folded.matchAll(/[\s(、,;]/g)].map((m) => m.index),
      folded.length,
    ]
    const cuts: { start: number; end: number }[] = []
    let from = 0
    for (const end of ends.sort((a, b) => a - b)) {
      const part = folded.slice(from, end)
      const name = /^[\s(、,;]*([\u4e00-\u9fff]{2,4})\)?\s*$/.exec(part)
      if (from > 0 && name && !looksLikeUnit(name[1]!)) {
        const last = cuts.at(-1)
        if (last && last.end === from) last.end = end
        else cuts.push({ start: from, end })
        const quote = passage.text.slice(from, end).replace(/[\s()（）、，,；;]/g, '')
        this.report.add('table/person', { quote }, passage.slice(from, end).spans()[0] ?? null)
      }
      from = end
    }
    return passage.without(cuts)
  }

  private holdsSection(row: TaskRow): boolean {
    return this.columns.sections.some(({ col }) => !isBlank(row.cells[col] ?? null))
  }

  private unread(row: TaskRow): void {
    const quote = row.at.text.trim().slice(0, 40)
    this.report.add('table/row-unread', { quote }, { node: row.at.id })
  }
}

/**
 * The number that opens the task's text. 1.…；2.… in one cell is the cell's own list, not the number of
 * the row: a list begins at one and its second item is in the text.
 */
function leadingNumber(text: Passage, column: Passage): Marker | null {
  const marker = markerOf(text.folded)
  if (!marker || marker.kind === 'letter') return null
  const rest = text.folded.slice(marker.length)
  if (rest.trim() === '') return null
  if (listGoesOn(text, marker)) return null
  if (column.isEmpty) return marker
  // Beside a column of numbers a 1. that only begins a cell is its list; a number that repeats the
  // column's, or is of a heading's kind, is not part of the text.
  const own = markerOf(`${column.folded.replace(/[、.]$/, '')}、`)
  return own?.number === marker.number || marker.kind !== 'num' ? marker : null
}

function listGoesOn(text: Passage, first: Marker): boolean {
  if (first.number !== 1) return false
  const breaks = new Set(text.breaks())
  const { folded } = text
  for (let i = first.length; i < folded.length; i++) {
    if (!breaks.has(i) && !/[。;；：:\s]/.test(folded[i - 1]!)) continue
    const marker = markerOf(folded.slice(i, i + 12))
    if (marker && marker.kind === first.kind && marker.number === 2) return true
  }
  return false
}

/** As printed, without the closing 、 or dot. */
function ordinalOf(column: Passage, leading: Marker | null, text: Passage): Found | null {
  if (!column.isEmpty) {
    const end = /(?<![、.。,\s])[、.。,\s]*$/.exec(column.folded)!.index
    return { passage: column.slice(0, end), rule: 'table/ordinal-column' }
  }
  if (!leading) return null
  return { passage: text.slice(0, leading.ordinalLength), rule: 'table/leading-number' }
}
