/**
 * Task tables: rows → drafts (contract, rule 2).
 *
 *   table → rows → header → columns → body (banners, task rows) → sections and drafts
 *
 * A table that is no table of tasks gives a message and `null`.
 */
import type { Table } from '../document.ts'
import type { Report } from '../message.ts'
import type { Draft, RoleList, Sections } from '../task.ts'
import type { Passage } from '../text/passage.ts'
import { type Columns, columnsOf } from './table/columns.ts'
import { contentOf } from './table/content.ts'
import { type Brackets, Drafting, type Standing } from './table/drafts.ts'
import { filled, lineOf, type Row, rowsOf } from './table/grid.ts'
import { type Header, headerAt } from './table/header.ts'
import { Body, type TaskRow } from './table/rows.ts'
import { TableSections } from './table/sections.ts'
import { normalTitle } from './table/titles.ts'

export interface TableContext {
  readonly sections: Sections
  /** Id of the section in which the table stands. */
  readonly outer: string | null
  readonly report: Report
  /** What the line above the table calls it: 附件1 任务分解表. */
  readonly caption?: Passage | null
  /** The task table before this one: without a header of its own this one may go on with it. */
  readonly previous?: TableReading | null
  /** Units that the text above the table adds to every task (以下均需…落实,不再列出). */
  readonly always?: readonly RoleList[]
  /** Takes brackets of responsibility out of the text of a task or a requirement. */
  readonly brackets?: Brackets
}

export interface TableReading {
  readonly drafts: readonly Draft[]
  /** Some column names units in a role. */
  readonly unitColumns: boolean
  /** The last draft of the table before, where this table began with the rest of its row: it takes that one's place. */
  readonly amended: Draft | null
  /** 列第一位的为牵头单位, said in a cell: it holds from there on. */
  readonly leadRule: Passage | null
  /** Units that a note adds to every later task (以下均需…落实,不再列出). */
  readonly always: readonly RoleList[]
  /** Where the reading stopped, for the table that goes on with it. */
  readonly end: TableEnd
}

interface TableEnd {
  /** Id of the table. */
  readonly table: string
  readonly columns: Columns
  readonly key: string
  readonly sections: TableSections
  readonly last: { readonly row: TaskRow; readonly sections: readonly string[] } | null
  readonly standing: Standing
}

/** How far down a header may stand: above it are the table's title, 单位：, 填报日期：. */
const headerWithin = 12

export function readTable(table: Table, context: TableContext): TableReading | null {
  const { report } = context
  const rows = rowsOf(table)
  const header = table.cols < 2 ? null : firstHeader(rows)
  if (!header) {
    const goesOn = context.previous ? continued(table, rows, context.previous.end) : null
    if (!goesOn) return notTasks(table, rows, report)
    return read(
      table,
      [{ columns: goesOn.columns, key: goesOn.key, rows, breaks: new Set() }],
      context,
      goesOn,
    )
  }
  const parts = partsOf(rows, header, context)
  if (parts === 'disclosure') {
    report.add('table/disclosure-catalogue', { titles: titlesOf(header) }, { node: table.id })
    return null
  }
  if (parts.length === 0) {
    report.add('table/not-tasks', { titles: titlesOf(header) }, { node: table.id })
    return null
  }
  const previous = context.previous?.end
  const same = previous && previous.key === parts[0]!.key && follows(previous.table, table.id)
  return read(table, parts, context, same ? previous : null)
}

function notTasks(table: Table, rows: readonly Row[], report: Report): null {
  const first = rows.map(filled).find((cells) => cells.length > 0) ?? []
  const titles = first
    .map((c) => normalTitle(c.text).slice(0, 12))
    .slice(0, 8)
    .join('|')
  report.add('table/not-tasks', { titles }, { node: table.id })
  return null
}

function titlesOf(header: Header): string {
  return [...new Set(header.titles.flatMap((t) => (t ? [t.title.text] : [])))].slice(0, 8).join('|')
}

function firstHeader(rows: readonly Row[]): Header | null {
  for (let i = 0; i < Math.min(rows.length, headerWithin); i++) {
    const header = headerAt(rows, i, true)
    if (header) return header
  }
  return null
}

/** A stretch of rows below one header, and where that header was printed again. */
interface Part {
  readonly columns: Columns
  readonly key: string
  readonly rows: readonly Row[]
  /** Indexes of rows right below a repeated header. */
  readonly breaks: ReadonlySet<number>
}

/** A header printed again is a new page; another header begins another part. */
function partsOf(rows: readonly Row[], first: Header, context: TableContext): Part[] | 'disclosure' {
  const stretches: { header: Header; rows: Row[]; breaks: Set<number> }[] = []
  const above = rows.slice(0, first.index)
  const headings = above.filter(opensSection)
  const furniture = new Set(above.filter((row) => !headings.includes(row)).map(lineOf))
  stretches.push({ header: first, rows: headings, breaks: new Set() })
  for (let i = first.index + first.height; i < rows.length; i++) {
    const stretch = stretches.at(-1)!
    const line = lineOf(rows[i]!)
    // The table's title is printed again on a new page, as its header is.
    if (line === '' || furniture.has(line)) continue
    const repeated = repeatedLines(rows, i, stretch.header)
    const again = repeated > 0 ? null : headerAt(rows, i, false)
    if (repeated === 0 && !again) {
      stretch.rows.push(rows[i]!)
      continue
    }
    i += (again?.height ?? repeated) - 1
    if (!again || again.key === stretch.header.key) stretch.breaks.add(i + 1)
    else stretches.push({ header: again, rows: [], breaks: new Set() })
  }
  const parts: Part[] = []
  const caption = context.caption?.folded ?? null
  for (const { header, rows: body, breaks } of stretches) {
    const verdict = columnsOf(header, body, caption, context.report)
    if (verdict.kind === 'disclosure' && parts.length === 0) return 'disclosure'
    if (verdict.kind === 'tasks')
      parts.push({ columns: verdict.columns, key: header.key, rows: body, breaks })
  }
  return parts
}

/** How many rows from here are the lines of the header, printed again. */
function repeatedLines(rows: readonly Row[], index: number, header: Header): number {
  let lines = 0
  while (lines < header.height && rows[index + lines]) {
    if (lineOf(rows[index + lines]!) !== header.lines[lines]) break
    lines++
  }
  return lines
}

/** Above the header stands the table's title; a numbered line there is a heading: 一、重点任务. */
function opensSection(row: Row): boolean {
  const cells = filled(row)
  return cells.length === 1 && /^(?:cn|cn-paren|chapter|part)$/.test(contentOf(cells[0]!).marker?.kind ?? '')
}

/** Whether a table without a header goes on with the one before: as many columns, holding the same. */
function continued(table: Table, rows: readonly Row[], end: TableEnd): TableEnd | null {
  const { columns } = end
  if (columns.count !== table.cols) return null
  let fits = 0
  let misfits = 0
  for (const row of rows) {
    if (filled(row).length < 2) continue
    for (const { col } of columns.units) {
      const cell = row.cells[col]
      if (!cell || cell.row !== row.index) continue
      const { kind } = contentOf(cell)
      if (kind === 'units' || kind === 'empty' || kind === 'nothing') fits++
      else misfits++
    }
    const number = columns.ordinal === null ? null : row.cells[columns.ordinal]
    if (number && number.row === row.index) {
      if (/^(?:number|empty)$/.test(contentOf(number).kind)) fits++
      else misfits++
    }
  }
  return misfits <= fits ? end : null
}

/** Whether two tables stand one after the other: a reader that goes page by page gives one table as two. */
function follows(before: string, after: string): boolean {
  const [, path = '', number = ''] = /^(.*?)(\d+)$/.exec(before) ?? []
  return number !== '' && after === `${path}${Number(number) + 1}`
}

function read(
  table: Table,
  parts: readonly Part[],
  context: TableContext,
  previous: TableEnd | null,
): TableReading {
  const { report } = context
  const before = previous?.standing
  const standing: Standing = {
    leadRule: before?.leadRule ?? null,
    always: [...(before?.always ?? context.always ?? [])],
  }
  const sections = previous?.sections ?? new TableSections(context.sections, context.outer)
  const drafts: Draft[] = []
  let amended: Draft | null = null
  let last = previous?.last ?? null
  for (const [i, part] of parts.entries()) {
    // Another header, other columns: nothing of the rows above it holds below.
    if (i > 0) last = null
    const body = new Body(part.columns, part.rows, last?.row ?? null, report)
    for (const row of part.rows) {
      if (part.breaks.has(row.index)) body.pageBreak()
      body.read(row)
    }
    const drafting = new Drafting(part.columns, standing, report, context.brackets)
    if (body.joinedBefore && last) amended = drafting.draft(body.joinedBefore, last.sections)
    for (const event of body.events) {
      if (event.type === 'banner') {
        sections.banner(event)
        last = null
        continue
      }
      const path = sections.path(event, part.columns)
      const draft = drafting.draft(event, path)
      if (draft) drafts.push(draft)
      last = { row: event, sections: path }
    }
  }
  const { columns, key } = parts.at(-1)!
  return {
    drafts,
    unitColumns: parts.some((p) => p.columns.units.length > 0),
    amended,
    leadRule: standing.leadRule,
    always: standing.always,
    end: { table: table.id, columns, key, sections, last, standing },
  }
}
