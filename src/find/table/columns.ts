/** Which column is which field, and whether the table is one of tasks. */
import {
  catalogueTitle,
  disclosureTitle,
  personTitle,
  scoreTitle,
  taskCaption,
  workTitle,
} from '../../data/columns.ts'
import type { Report } from '../../message.ts'
import type { MarkerKind } from '../../segment/markers.ts'
import type { Role } from '../../task.ts'
import { titlesByColumn } from './align.ts'
import { contentOf, isEmpty } from './content.ts'
import type { Row } from './grid.ts'
import type { Header, HeaderTitle } from './header.ts'
import { type Profile, profiles } from './profile.ts'
import type { TitleClass } from './titles.ts'

export interface UnitColumn {
  readonly col: number
  readonly role: Role
  /** The title says that the first unit of the list leads. */
  readonly firstLeads: boolean
  /** The title names persons too: 牵头单位及责任人. */
  readonly persons: boolean
}

export interface SectionColumn {
  readonly col: number
  /** The column of numbers that belongs to it, if there is one. */
  readonly label: number | null
}

export interface Columns {
  readonly count: number
  readonly ordinal: number | null
  readonly sections: readonly SectionColumn[]
  readonly task: number
  readonly details: readonly number[]
  readonly units: readonly UnitColumn[]
  readonly times: readonly number[]
  /** How the tasks' own text is numbered, by column; for cells that lost their place. */
  readonly markers: readonly (MarkerKind | null)[]
}

export type Verdict =
  | { readonly kind: 'tasks'; readonly columns: Columns }
  | { readonly kind: 'disclosure' }
  | { readonly kind: 'none' }

interface Titled {
  readonly col: number
  readonly of: TitleClass
  readonly title: HeaderTitle | null
  readonly profile: Profile
}

/** Fields of the columns below a header, by its titles first, by what the columns hold where titles leave it open. */
export function columnsOf(
  header: Header,
  body: readonly Row[],
  caption: string | null,
  report: Report,
): Verdict {
  const words = header.titles.flatMap((t) => (t ? [t.title] : []))
  const disclosed = new Set(words.filter((t) => disclosureTitle.test(t.text)).map((t) => t.text))
  const work = words.some(
    (t) => t.class === 'task' && !disclosureTitle.test(t.text) && /任务|工作/.test(t.text),
  )
  if (disclosed.size >= 2 && !work) return { kind: 'disclosure' }
  if (words.some((t) => catalogueTitle.test(t.text))) return { kind: 'none' }

  const count = header.titles.length
  const content = contents(body, count)
  const { titles, moved } = titlesByColumn(header, content)
  const columns = titles.map(
    (title, col): Titled => ({ col, title, profile: content[col]!, of: title?.title.class ?? 'blank' }),
  )

  const units = unitColumns(columns)
  const named = new Set(units.map((u) => u.column))
  const text = columns.filter((c) => !named.has(c) && isText(c, columns))
  const numbers = columns.filter((c) => c.of === 'ordinal' || (isNumbers(c) && fitsNumbers(c, columns)))
  const chosen = chooseTask(text, numbers, columns)
  if (!chosen) return { kind: 'none' }
  const { task, before, details } = chosen
  const times = columns.filter((c) => c.of === 'time')
  if (!isTaskTable({ task, details, units, times, words, numbers, caption })) return { kind: 'none' }

  if (moved) report.add('table/header-aligned', {}, { node: header.titles.find((t) => t)!.cell.id })
  const used = new Set([task, ...before, ...details, ...numbers, ...units.map((u) => u.column), ...times])
  noteUnknown(columns, used, report)

  // Numbers left of a section level number it; those nearest to the task, its rows: 序号|重点工作|序号|任务.
  const left = numbers.filter((n) => n.col < task.col)
  const ordinal = left.at(-1) ?? numbers[0] ?? null
  const sections = before.map((section): SectionColumn => {
    const label = left.find((n) => n !== ordinal && n.col === section.col - 1)
    return { col: section.col, label: label?.col ?? null }
  })
  return {
    kind: 'tasks',
    columns: {
      count,
      ordinal: ordinal?.col ?? null,
      sections,
      task: task.col,
      details: details.map((d) => d.col),
      units: units.map(({ column, role }) => ({
        col: column.col,
        role,
        firstLeads: column.title?.title.firstLeads ?? false,
        persons: column.title !== null && personTitle.test(column.title.title.text),
      })),
      times: times.map((t) => t.col),
      markers: content.map((c) => c.marker),
    },
  }
}

/**
 * What the columns hold. Where merged cells dropped out of a text, rows are short and begin late: then
 * the rows that reach the last column show it, and a column that short rows begin right of goes on.
 */
function contents(body: readonly Row[], count: number): Profile[] {
  const spans = body.some((row) => row.cells.some((c) => c !== null && c.rowSpan > 1))
  const full = spans ? body : body.filter((row) => !isEmpty(row.cells.at(-1) ?? null))
  if (full.length === 0 || full.length === body.length) return profiles(body, count)
  const content = profiles(full, count)
  let late = 0
  for (const row of body) late = Math.max(late, lateBy(row, content))
  return late === 0
    ? profiles(body, count)
    : content.map((p, col) => (col < late ? { ...p, covers: true } : p))
}

/** By how many columns a row without its last cells begins late, by what its cells hold. */
function lateBy(row: Row, content: readonly Profile[]): number {
  let blank = 0
  while (blank < content.length && isEmpty(row.cells[content.length - 1 - blank] ?? null)) blank++
  if (content.length - blank < 2) return 0
  let now = 0
  let moved = 0
  for (let col = 0; col < content.length - blank; col++) {
    const cell = row.cells[col]
    if (!cell || isEmpty(cell)) continue
    const { kind } = contentOf(cell)
    now += content[col]!.shares[kind]
    moved += content[col + blank]!.shares[kind]
  }
  return moved > now + 0.5 ? blank : 0
}

function isNumbers({ profile }: Titled): boolean {
  return profile.filled > 0 && profile.shares.number > 0.5
}

/** A column of numbers that shares a title of text, or has none, is an ordinal; amounts are not. */
function fitsNumbers(column: Titled, columns: readonly Titled[]): boolean {
  if (column.of === 'blank') return columns.some((c) => c.col > column.col && c.of !== 'blank')
  if (column.of !== 'task' && column.of !== 'detail' && column.of !== 'section') return false
  return columns.some((c) => c !== column && c.title?.cell === column.title?.cell && !isNumbers(c))
}

function isText(column: Titled, columns: readonly Titled[]): boolean {
  if (isNumbers(column)) return false
  if (column.of === 'task' || column.of === 'detail' || column.of === 'section') return true
  if (column.profile.filled === 0) return false
  // 序号 over a number column and the text beside it, or no title at all.
  if (column.of === 'ordinal') {
    return (
      column.profile.shares.text > 0.5 &&
      columns.some((c) => c !== column && c.title?.cell === column.title?.cell && isNumbers(c))
    )
  }
  return column.of === 'blank' && column.profile.shares.text > 0.5
}

interface Chosen {
  readonly task: Titled
  /** Section levels, outermost first. */
  readonly before: readonly Titled[]
  readonly details: readonly Titled[]
}

/**
 * The task column among the columns of text. Of several that may be it, one merged down over rows is a
 * section level (重点工作 | 序号 | 主要任务), as is one parted from the next by a column of numbers. Where
 * two go row by row, the left one names the task and the right one says more (项目名称 | 目标任务).
 * Without any, the first column of details is the task: 主要内容 | 责任单位.
 */
function chooseTask(
  text: readonly Titled[],
  numbers: readonly Titled[],
  columns: readonly Titled[],
): Chosen | null {
  const candidates = text.filter((c) => c.of === 'task')
  if (candidates.length === 0) {
    const first =
      text.find((c) => c.of === 'detail') ?? text.find((c) => c.of === 'blank' || c.of === 'ordinal')
    if (first) candidates.push(first)
  }
  const last = candidates.at(-1)
  if (!last) return null
  const sections: Titled[] = []
  const details: Titled[] = []
  const single = candidates.filter((c) => !c.profile.covers)
  const rowByRow = single.length > 0 ? single : [last]
  for (const column of candidates) if (!rowByRow.includes(column)) sections.push(column)
  let task = rowByRow[0]!
  for (const next of rowByRow.slice(1)) {
    if (numbers.some((n) => n.col > task.col && n.col < next.col)) {
      sections.push(task, ...details.splice(0))
      task = next
    } else details.push(next)
  }
  for (const column of text) {
    if (candidates.includes(column)) continue
    const left = column.col < task.col
    if (column.of === 'detail') {
      // 工作目标 merged down beside the tasks groups them; row by row it belongs to each.
      const beside = columns
        .slice(column.col + 1, task.col)
        .every((c) => text.includes(c) || numbers.includes(c))
      if (left && column.profile.merged && beside) sections.push(column)
      else details.push(column)
    } else if (left || (column.of === 'section' && column.profile.covers)) sections.push(column)
  }
  const inOrder = (a: Titled, b: Titled) => a.col - b.col
  return { task, before: sections.sort(inOrder), details: details.sort(inOrder) }
}

/** Columns of units; one that names no role (单位, 部门) counts where no other does. */
function unitColumns(columns: readonly Titled[]): { column: Titled; role: Role }[] {
  const titled = columns.filter((c) => c.of === 'unit')
  const named = titled.filter((c) => c.title?.title.role)
  if (named.length > 0) return named.map((column) => ({ column, role: column.title!.title.role! }))
  // 任务分工 may hold work or names: only what it holds tells.
  const shared = columns.filter(
    (c) => c.of === 'detail' && /分工$/.test(c.title!.title.text) && c.profile.shares.units > 0.6,
  )
  if (shared.length > 0) return shared.map((column) => ({ column, role: 'responsible' }))
  return titled
    .filter((c) => c.profile.filled === 0 || c.profile.shares.units > 0.5)
    .map((column) => ({ column, role: 'responsible' }))
}

interface Evidence {
  readonly task: Titled
  readonly details: readonly Titled[]
  readonly units: readonly { column: Titled }[]
  readonly times: readonly Titled[]
  readonly words: readonly { text: string; class: TitleClass; role: Role | null }[]
  readonly numbers: readonly Titled[]
  readonly caption: string | null
}

/**
 * Tasks have someone to do them, or say how, or by when. A list of projects with their size, of persons
 * with their posts, of figures (分年度招生任务 | 1996年 | 1997年) is no plan.
 */
function isTaskTable({ task, details, units, times, words, numbers, caption }: Evidence): boolean {
  const { profile } = task
  if (profile.filled > 0 && profile.shares.number > 0.5) return false
  const roles = words.some((w) => w.role !== null)
  if (roles) return true
  if (words.some((w) => /^(?:姓名|职务)$/.test(w.text))) return false
  const titled = task.of === 'task' && task.title !== null
  if (units.length > 0 && titled) return true
  if (words.some((w) => scoreTitle.test(w.text))) return false
  const called = caption !== null && taskCaption.test(caption)
  const works = called || (task.title !== null && workTitle.test(task.title.title.text))
  if (!works) return false
  if (titled && details.length > 0) return true
  if (titled && times.length > 0) return true
  return called && numbers.length > 0 && task.title !== null
}

function noteUnknown(columns: readonly Titled[], used: ReadonlySet<Titled>, report: Report): void {
  for (const column of columns) {
    if (used.has(column) || column.profile.filled === 0) continue
    if (column.of !== 'unknown' && column.of !== 'unit' && column.of !== 'blank') continue
    const title = column.title?.title.text ?? ''
    report.add('table/unknown-column', { title }, column.title ? { node: column.title.cell.id } : null)
  }
}
