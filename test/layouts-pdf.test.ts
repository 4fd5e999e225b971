/** Plans in tables, set as pages of a PDF: each is read as the contract says, whatever the page looks like. */
import { describe, expect, it } from 'vitest'
import { Report } from '../src/message.ts'
import { stages } from '../src/pipeline.ts'
import { html } from '../src/read/html/index.ts'
import { defaultLimits } from '../src/read/reader.ts'
import { differences } from './compact.ts'
import { invents, type Plan, plans } from './layouts/plan.ts'
import { tables } from './layouts/tables.ts'
import { type Style, typeset } from './layouts/typeset.ts'

const landscape = [842, 595] as const
const low = [842, 400] as const
/** Columns are narrow: most cells wrap. */
const upright = [595, 842] as const
const styles: readonly Style[] = [
  { id: 'ruled', lines: 'strokes', page: landscape, repeat: true, middle: true },
  { id: 'ruled, rows cut by the page', lines: 'strokes', page: low, cut: true, repeat: true },
  { id: 'ruled, no header again', lines: 'strokes', page: landscape },
  { id: 'ruled, many pages, merged cells blank', lines: 'strokes', page: low, merged: 'blank' },
  { id: 'ruled, many pages, merged cells again', lines: 'strokes', page: low, merged: 'again', repeat: true },
  { id: 'thin bars, rows cut by the page', lines: 'bars', page: low, repeat: true, cut: true },
  { id: 'thin bars, first column centred', lines: 'bars', page: landscape, centred: true },
  { id: 'a box a cell, shaded head', lines: 'boxes', page: landscape, middle: true, shaded: true },
  { id: 'rules between rows', lines: 'rows', page: landscape },
  { id: 'three rules', lines: 'three', page: landscape },
  { id: 'no rules', lines: 'none', page: landscape },
  { id: 'no rules, header again', lines: 'none', page: landscape, repeat: true },
  { id: 'no rules, many pages', lines: 'none', page: low, middle: true, repeat: true },
  { id: 'rules between rows, upright', lines: 'rows', page: upright },
  { id: 'three rules, upright', lines: 'three', page: upright, middle: true },
  { id: 'no rules, upright', lines: 'none', page: upright },
  { id: 'open sides', lines: 'open', page: landscape },
  { id: 'open sides, many pages', lines: 'open', page: low, repeat: true },
]

const some: readonly Plan[] = [...invents, plans.find((p) => p.slug === 'jiangbei-2020')!]

/** Merged columns, section rows, a head of two lines, columns that are nearly empty, two tables in a notice. */
const shapes = [
  'section-column',
  'number-task-req-lead-resp',
  'two-line-header',
  'leaders-and-remarks',
  'two-section-columns',
  'two-tables',
  'section-column-after-number',
  'no-headings',
]

/** Tasks of the plan in the layout and style, and those of which every field is right. */
async function outcome(layout: string, style: Style, plan: Plan) {
  const laid = tables.find((l) => l.id === `table/${layout}`)!.lay(plan)
  if (!laid) return { tasks: 0, right: 0, wrong: [] }
  const source = { name: laid.name, bytes: new TextEncoder().encode(laid.text) }
  const { blocks } = await html.read(source, new Report(), defaultLimits)
  const { result } = await stages({ name: 'plan.pdf', bytes: typeset(blocks, style) })
  const wrong = differences(laid.gold, result).map((d) => `${plan.slug} as ${layout}: ${d}`)
  const tasks = laid.gold.tasks.length
  const touched = new Set(wrong.flatMap((d) => /: (\d+) /.exec(d)?.[1] ?? []))
  return { tasks, right: Math.max(0, tasks - touched.size), wrong }
}

describe('a plan set as a PDF', () => {
  it.each(styles.map((s) => [s.id, s] as const))('%s: gives its tasks', async (_, style) => {
    let tasks = 0
    let right = 0
    const wrong: string[] = []
    for (const layout of shapes) {
      for (const plan of some) {
        const found = await outcome(layout, style, plan)
        tasks += found.tasks
        right += found.right
        wrong.push(...found.wrong)
      }
    }
    expect(right / tasks, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})
