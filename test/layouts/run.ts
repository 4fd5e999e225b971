/** Reads plans in layouts and compares with what the contract makes of them. */

import { stages } from '../../src/pipeline.ts'
import { differences } from '../compact.ts'
import { clauses } from './clauses.ts'
import type { Layout } from './layout.ts'
import { letters } from './letters.ts'
import { type Plan, plans } from './plan.ts'
import { tables } from './tables.ts'
import { textTables } from './text-tables.ts'

export const layouts: readonly Layout[] = [...tables, ...textTables, ...clauses, ...letters]

export interface Outcome {
  readonly layout: string
  readonly plan: string
  readonly tasks: number
  /** Tasks of which every field is right. */
  readonly right: number
  readonly differences: readonly string[]
  readonly source: string
}

/** One layout of every plan that can be laid out so. */
export async function readLayout(layout: Layout, of: readonly Plan[] = plans): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const plan of of) {
    const laid = layout.lay(plan)
    if (!laid) continue
    const { result } = await stages({ name: laid.name, bytes: new TextEncoder().encode(laid.text) })
    const found = differences(laid.gold, result)
    const wrong = new Set(found.flatMap((d) => /^(\d+) /.exec(d)?.[1] ?? []))
    outcomes.push({
      layout: layout.id,
      plan: plan.slug,
      tasks: laid.gold.tasks.length,
      right: laid.gold.tasks.length - wrong.size,
      differences: found,
      source: laid.text,
    })
  }
  return outcomes
}
