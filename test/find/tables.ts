/** Small tables written down: a line a row, cells parted by `|`; `^` goes on with the cell above, `<` with the one left of it. */
import { type CellInit, identify, paragraph, type Table, table } from '../../src/document.ts'
import { readTable, type TableContext, type TableReading } from '../../src/find/table.ts'
import { Report } from '../../src/message.ts'
import { Sections } from '../../src/task.ts'

export type Grid = readonly (readonly string[])[]

export function grid(text: string): Grid {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((c) => c.trim().replaceAll('⏎', '\n')))
}

export function tableOf(rows: Grid | string, first = 0): Table {
  const lines = typeof rows === 'string' ? grid(rows) : rows
  const inits: CellInit[] = []
  const at = (r: number, c: number) => lines[r]?.[c]
  lines.forEach((line, row) => {
    line.forEach((text, col) => {
      if (text === '^' || text === '<') return
      let colSpan = 1
      while (at(row, col + colSpan) === '<') colSpan++
      let rowSpan = 1
      while (at(row + rowSpan, col) === '^') rowSpan++
      const blocks = text === '' ? [] : text.split('\n').map((t) => paragraph(t, []))
      inits.push({ row, col, rowSpan, colSpan, blocks })
    })
  })
  const cols = Math.max(...lines.map((l) => l.length))
  const blocks = [...Array.from({ length: first }, () => paragraph('', [])), table(inits, lines.length, cols)]
  return identify(blocks).at(-1) as Table
}

export interface Read {
  readonly tasks: readonly string[]
  readonly sections: readonly string[]
  readonly messages: readonly string[]
  readonly reading: TableReading | null
  readonly context: TableContext
}

const role = { lead: '牵头', responsible: '责任', supporting: '配合', guiding: '指导' }

/** A draft on one line: `sections > ordinal. task => requirement [牵头 A；责任 B] @time`. */
export function read(rows: Grid | string | Table, extras: Partial<TableContext> = {}): Read {
  const block = typeof rows === 'object' && 'type' in rows ? rows : tableOf(rows as Grid | string)
  const context: TableContext = { sections: new Sections(), outer: null, report: new Report(), ...extras }
  const reading = readTable(block, context)
  const { sections, report } = context
  const name = (id: string) => {
    const s = sections.get(id)
    return `${s.label?.passage.text ?? ''}${s.title.passage.text}`
  }
  const tasks = (reading?.drafts ?? []).map((d) => {
    const path = d.sections.map(name).join('/')
    const units = d.units.map((u) => `${role[u.role]}${u.firstLeads ? '*' : ''} ${u.passage.text}`).join('；')
    return [
      path && `${path} > `,
      d.ordinal && `${d.ordinal.passage.text}. `,
      d.task.passage.text,
      d.requirement && ` => ${d.requirement.passage.text}`,
      units && ` [${units}]`,
      ...d.times.map((t) => ` @${t.passage.text}`),
    ]
      .filter(Boolean)
      .join('')
  })
  return {
    tasks,
    sections: sections.all.map((s) => name(s.id)),
    messages: report.noted.map((m) => m.code),
    reading,
    context,
  }
}
