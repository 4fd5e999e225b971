/** Plans laid out as tables that are left as text: pipes, tabs, Markdown, a cell a line. */
import { chinese, goldTask, type Laid, type Layout, steps, texts } from './layout.ts'
import type { Plan, PlanTask } from './plan.ts'

type Rows = readonly (readonly string[])[]

interface Shape {
  readonly write: (rows: Rows, width: number) => string
  readonly extension?: string
  readonly numbered?: boolean
}

const fields = (t: PlanTask) => [texts(t.lead), texts(t.responsible)]

function lay(plan: Plan, shape: Shape): Laid | null {
  if (plan.tasks.some((t) => t.lead.length === 0 || t.responsible.length === 0)) return null
  const numbered = shape.numbered ?? true
  const width = numbered ? 5 : 4
  const header = ['工作任务', '工作要求', '牵头单位', '责任单位']
  const rows: string[][] = [numbered ? ['序号', ...header] : header]
  const gold = []
  for (const step of steps(plan, (level, n) => (level === 0 ? `${chinese(n)}、` : `（${chinese(n)}）`))) {
    if (step.kind === 'head') {
      rows.push([`${step.head.label}${step.head.title}`])
      continue
    }
    const { task: t, index } = step
    rows.push([
      ...(numbered ? [String(index), `${t.task}。`] : [`${index}.${t.task}。`]),
      t.requirement ?? '',
      ...fields(t),
    ])
    gold.push(
      goldTask({
        at: step.at,
        n: String(index),
        task: t.task,
        req: t.requirement,
        lead: t.lead,
        resp: t.responsible,
        times: t.times,
      }),
    )
  }
  const title = shape.extension === 'md' ? `# ${plan.title}` : plan.title
  return {
    name: `${plan.slug}.${shape.extension ?? 'txt'}`,
    text: `${title}\n\n${shape.write(rows, width)}\n`,
    gold: { notice: { title: plan.title, year: plan.year }, tasks: gold },
  }
}

const pad = (row: readonly string[], width: number) => [...row, ...Array<string>(width - row.length).fill('')]

const shapes: Readonly<Record<string, Shape>> = {
  'pipe-alone-on-a-line': {
    write: (rows, width) =>
      rows
        .map((r) =>
          r.length === 1
            ? `${r[0]}\n|\n${'|'.repeat(width - 1)}`
            : r.map((c) => (c === '' ? '|' : `${c}\n|`)).join('\n'),
        )
        .join('\n'),
    numbered: false,
  },
  'row-a-line': {
    write: (rows) => rows.map((r) => (r.length === 1 ? r[0]! : r.join(' | '))).join('\n'),
  },
  'row-a-line-closed': {
    write: (rows, width) =>
      rows.map((r) => (r.length === 1 ? `${r[0]} ${'|'.repeat(width)}` : `${r.join(' | ')} |`)).join('\n'),
  },
  'row-a-line-framed': {
    write: (rows, width) => rows.map((r) => `| ${pad(r, width).join(' | ')} |`).join('\n'),
  },
  markdown: {
    write: (rows, width) =>
      [
        `| ${rows[0]!.join(' | ')} |`,
        `|${' --- |'.repeat(width)}`,
        ...rows.slice(1).map((r) => `| ${pad(r, width).join(' | ')} |`),
      ].join('\n'),
    extension: 'md',
  },
  tabs: { write: (rows) => rows.map((r) => r.join('\t')).join('\n') },
  'tabs-filled': { write: (rows, width) => rows.map((r) => pad(r, width).join('\t')).join('\n') },
  'cell-a-line': {
    write: (rows) => rows.map((r) => r.map((c) => (c === '' ? '     ' : c)).join('\n\n')).join('\n\n'),
  },
  'cell-a-line-numbers-in-text': {
    write: (rows) => rows.map((r) => r.map((c) => (c === '' ? '    ' : c)).join('\n\n')).join('\n\n'),
    numbered: false,
  },
}

export const textTables: readonly Layout[] = Object.entries(shapes).map(([id, shape]) => ({
  id: `text/${id}`,
  lay: (plan) => lay(plan, shape),
}))
