/** Plans laid out as tables of a page. */
import type { CompactTask } from '../compact.ts'
import { chinese, goldTask, type Laid, type Layout, oneList, steps, texts } from './layout.ts'
import type { Plan, PlanTask, PlanUnit } from './plan.ts'

/** A column: what it holds, and what it is called. */
type Field =
  | 'n'
  | 'group'
  | 'sub'
  | 'task'
  | 'req'
  | 'all'
  | 'lead'
  | 'resp'
  | 'supp'
  | 'units'
  | 'mixed'
  | 'due'
  | 'person'
  | 'remark'
type Column = readonly [Field, string] | readonly [Field, string, string]

interface Shape {
  readonly columns: readonly Column[]
  /** How headings stand in the table: a merged row, a row of blank cells, a merged column, or not at all. */
  readonly heads: 'merged' | 'blank' | 'column' | 'none'
  /** How a number stands before the task in its cell. */
  readonly inText?: (n: number) => string
  readonly cell?: (text: string) => string
  readonly units?: string
  /** Rows of the same header at which the table is drawn anew. */
  readonly splitAt?: number
  readonly titleRow?: boolean
  readonly twoLines?: boolean
  readonly wrap?: (table: string) => string
  readonly before?: string
  readonly firstLeads?: boolean
  readonly tag?: 'th'
}

const sections = (level: number, n: number) => (level === 0 ? `${chinese(n)}、` : `（${chinese(n)}）`)

function mixed(t: PlanTask): string {
  const parts = [
    t.lead.length > 0 ? `${texts(t.lead)}牵头` : '',
    t.responsible.length > 0 ? `${texts(t.responsible)}负责` : '',
    t.supporting.length > 0 ? `${texts(t.supporting)}配合` : '',
  ]
  return parts.filter((p) => p !== '').join('，')
}

function lay(plan: Plan, shape: Shape): Laid | null {
  const has = (f: Field) => shape.columns.some(([c]) => c === f)
  if (has('lead') && plan.tasks.every((t) => t.lead.length === 0)) return null
  if ((has('group') || shape.heads !== 'none') && plan.tasks.every((t) => t.path.length === 0)) return null
  if (has('sub') && plan.tasks.some((t) => t.path.length !== 2)) return null
  if (shape.heads === 'column' && !has('sub') && plan.tasks.some((t) => t.path.length > 1)) return null
  if (has('due') && plan.tasks.every((t) => t.due === null)) return null
  const cell = shape.cell ?? ((text: string) => text)
  const between = shape.units ?? '、'
  const row = (cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
  const td = (text: string, attrs = '') => `<td${attrs}>${text === '' ? '' : cell(text)}</td>`
  const width = shape.columns.length
  const th = (text: string, attrs = '') =>
    shape.tag === 'th' ? `<th${attrs}>${text}</th>` : `<td${attrs}><b>${text}</b></td>`
  const over = shape.columns.filter((c) => c.length === 3)
  const header = !shape.twoLines
    ? row(shape.columns.map(([, t]) => th(t)))
    : row(
        shape.columns.flatMap((c) =>
          c.length === 2
            ? [th(c[1], ' rowspan="2"')]
            : c === over[0]
              ? [th(c[2]!, ` colspan="${over.length}"`)]
              : [],
        ),
      ) + row(over.map(([, t]) => th(t)))
  const rows: string[] = []
  const gold: CompactTask[] = []
  const list = steps(plan, sections)
  const rowsOf = (from: number, level: number) => {
    let n = 0
    for (const step of list.slice(from)) {
      if (step.kind === 'head' && step.head.level <= level) break
      if (step.kind === 'task') n++
    }
    return n
  }
  const open: (readonly [string, string])[] = []
  const group = { group: '', sub: '' }
  for (const [i, step] of list.entries()) {
    if (step.kind === 'head') {
      const { label, title, level } = step.head
      const text = `${label}${title}`
      if (shape.heads === 'merged') rows.push(row([td(text, ` colspan="${width}"`)]))
      else if (shape.heads === 'blank') rows.push(row([td(text), ...Array(width - 1).fill(td(''))]))
      else if (shape.heads === 'column') {
        open.length = level
        open.push([label, title])
        group[level === 0 ? 'group' : 'sub'] = td(text, ` rowspan="${rowsOf(i + 1, level)}"`)
      }
      continue
    }
    const { task: t, index } = step
    const number = shape.inText ? shape.inText(index) : ''
    const units: readonly PlanUnit[] = oneList(t.lead, t.responsible, t.supporting)
    const values: Record<Field, string> = {
      n: td(String(index)),
      group: group.group,
      sub: group.sub,
      task: td(`${number}${t.task}。`),
      req: td(t.requirement ?? ''),
      all: td(`${number}${t.task}。${t.requirement ?? ''}`),
      lead: td(texts(t.lead, between)),
      resp: td(texts(t.responsible, between)),
      supp: td(texts(t.supporting, between)),
      units: td(texts(units, between)),
      mixed: td(mixed(t)),
      due: td(t.due?.text ?? ''),
      person: td(['王建国', '李　明', '陈学军'][index % 3]!),
      remark: td(index % 4 === 0 ? '续建' : ''),
    }
    rows.push(row(shape.columns.map(([f]) => values[f])))
    group.group = ''
    group.sub = ''
    const inAll = has('all')
    const firstLeads = shape.firstLeads && units[0]?.kind === 'unit'
    gold.push(
      goldTask({
        at: shape.heads === 'none' ? [] : step.at,
        n: has('n') || shape.inText ? String(index) : null,
        task: inAll ? `${t.task}。${t.requirement ?? ''}` : t.task,
        req: has('req') ? t.requirement : null,
        lead: has('lead') || has('mixed') ? t.lead : firstLeads ? units.slice(0, 1) : [],
        resp: has('units')
          ? firstLeads
            ? units.slice(1)
            : units
          : has('resp') || has('mixed')
            ? t.responsible
            : [],
        supp: has('supp') || has('mixed') ? t.supporting : [],
        times: [
          ...t.times.filter((x) => inAll || has('req') || t.task.includes(x.text)),
          ...(has('due') && t.due ? [t.due] : []),
        ],
      }),
    )
  }
  const titleRow = shape.titleRow ? row([td(plan.title, ` colspan="${width}" align="center"`)]) : ''
  const at = shape.splitAt ?? rows.length
  const table = (body: readonly string[], first: boolean) =>
    `<table border="1">${first ? titleRow : ''}${header}${body.join('')}</table>`
  const tables = [table(rows.slice(0, at), true)]
  if (at < rows.length) tables.push(table(rows.slice(at), false))
  const page = shape.wrap ?? ((t: string) => t)
  const title = shape.titleRow ? '' : `<p align="center"><strong>${plan.title}</strong></p>`
  return {
    name: `${plan.slug}.html`,
    text: `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${title}${shape.before ?? ''}${page(tables.join(''))}</body></html>`,
    gold: {
      notice: {
        title: plan.title,
        year: plan.year,
        ...(shape.firstLeads ? { leadRule: 'first-listed' } : {}),
      },
      tasks: gold,
    },
  }
}

const paragraphs = (text: string) =>
  text
    .replace(/。(?=.)/g, '。\n')
    .split('\n')
    .map((s) => `<p style="text-indent:2em"><span>${s}</span></p>`)
    .join('')
const broken = (text: string) => text.replace(/([、。，])(?=.{4})/g, '$1<br/>')
/** Cells as editors save them: a few characters a span, white space of the source around them. */
const spans = (text: string) =>
  `\n  <p>\n${text.replace(/.{1,7}/gu, (s) => `<span lang="EN-US">${s}</span>`)}</p>\n`
const spaced = (title: string) => [...title].join('　')

const shapes: Readonly<Record<string, Shape>> = {
  'number-task-req-lead-resp': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
  },
  'number-in-text': {
    columns: [
      ['task', '重点任务'],
      ['req', '具体举措'],
      ['lead', '牵头部门'],
      ['resp', '责任部门'],
    ],
    heads: 'merged',
    inText: (n) => `${n}.`,
  },
  'number-in-text-dun': {
    columns: [
      ['task', '主要任务'],
      ['req', '工作措施'],
      ['resp', '责任科室'],
    ],
    heads: 'merged',
    inText: (n) => `${n}、`,
  },
  'units-first': {
    columns: [
      ['n', '序号'],
      ['lead', '牵头单位'],
      ['resp', '承办单位'],
      ['task', '任务内容'],
      ['req', '目标要求'],
    ],
    heads: 'merged',
  },
  'task-and-requirement-in-one': {
    columns: [
      ['n', '序号'],
      ['all', '工作任务及要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
      ['supp', '配合单位'],
      ['due', '完成时限'],
    ],
    heads: 'merged',
  },
  'section-column': {
    columns: [
      ['group', '类别'],
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['resp', '责任单位'],
    ],
    heads: 'column',
  },
  'section-column-after-number': {
    columns: [
      ['n', '序号'],
      ['group', '重点工作'],
      ['task', '主要任务'],
      ['req', '具体要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'column',
  },
  'two-section-columns': {
    columns: [
      ['group', '一级任务'],
      ['sub', '二级任务'],
      ['n', '序号'],
      ['task', '具体任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'column',
  },
  'two-line-header': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位', '责任分工'],
      ['resp', '责任单位', '责任分工'],
      ['supp', '配合单位', '责任分工'],
      ['due', '时限要求'],
    ],
    heads: 'merged',
    twoLines: true,
  },
  'two-line-header-short': {
    columns: [
      ['n', '序号'],
      ['all', '重点任务'],
      ['lead', '牵头', '责任单位'],
      ['supp', '配合', '责任单位'],
      ['due', '完成时间'],
    ],
    heads: 'merged',
    twoLines: true,
    tag: 'th',
  },
  'leaders-and-remarks': {
    columns: [
      ['n', '序号'],
      ['task', '重点工作任务'],
      ['req', '推进措施'],
      ['person', '责任领导'],
      ['lead', '主办单位'],
      ['supp', '协办单位'],
      ['due', '时间节点'],
      ['remark', '备注'],
    ],
    heads: 'merged',
  },
  'one-unit-column': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['units', '责任单位'],
    ],
    heads: 'merged',
  },
  'lead-rule-in-note': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['units', '责任单位'],
    ],
    heads: 'merged',
    firstLeads: true,
    before: '<p>（责任单位列第一位的为牵头单位）</p>',
  },
  'lead-rule-in-header': {
    columns: [
      ['n', '序号'],
      ['all', '工作任务'],
      ['units', '责任单位（排在第一位的为牵头单位）'],
      ['due', '完成时限'],
    ],
    heads: 'merged',
    firstLeads: true,
  },
  'mixed-roles': {
    columns: [
      ['n', '序号'],
      ['task', '任务'],
      ['req', '要求'],
      ['mixed', '责任分工'],
    ],
    heads: 'merged',
  },
  'blank-cells-in-heading-rows': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'blank',
  },
  'heading-rows-and-numbers-in-text': {
    columns: [
      ['all', '工作任务'],
      ['resp', '责任单位'],
      ['due', '完成时限'],
    ],
    heads: 'blank',
    inText: (n) => `${n}.`,
  },
  'spaced-out-header': {
    columns: [
      ['n', '序　号'],
      ['task', spaced('工作任务')],
      ['req', spaced('工作要求')],
      ['lead', spaced('牵头单位')],
      ['resp', spaced('责任单位')],
    ],
    heads: 'merged',
  },
  'header-letters-below-each-other': {
    columns: [
      ['n', '序<br>号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵<br>头<br>单<br>位'],
      ['resp', '责任<br>单位'],
    ],
    heads: 'merged',
  },
  'title-in-table': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '具体内容'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    titleRow: true,
  },
  'two-tables': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    splitAt: 4,
  },
  'layout-table-around': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    wrap: (t) => `<table width="960"><tr><td><table><tr><td>${t}</td></tr></table></td></tr></table>`,
  },
  'paragraphs-in-cells': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    cell: paragraphs,
  },
  'units-a-line': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    units: '<br>',
  },
  'breaks-in-cells': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    cell: broken,
  },
  'spans-of-an-editor': {
    columns: [
      ['n', '序号'],
      ['task', '工作任务'],
      ['req', '工作要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
      ['due', '完成时限'],
    ],
    heads: 'merged',
    cell: spans,
  },
  'no-headings': {
    columns: [
      ['n', '序号'],
      ['task', '事项'],
      ['req', '工作内容'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
      ['due', '时限'],
    ],
    heads: 'none',
  },
  'task-and-unit-only': {
    columns: [
      ['all', '重点工作'],
      ['units', '责任单位'],
    ],
    heads: 'none',
  },
  'commas-between-units': {
    columns: [
      ['n', '序号'],
      ['task', '改革举措'],
      ['req', '目标要求'],
      ['lead', '牵头单位'],
      ['resp', '责任单位'],
    ],
    heads: 'merged',
    units: '，',
  },
}

export const tables: readonly Layout[] = Object.entries(shapes).map(([id, shape]) => ({
  id: `table/${id}`,
  lay: (plan) => lay(plan, shape),
}))
