/** Plans in many layouts: each is read as the contract says, whatever the layout. */
import { describe, expect, it } from 'vitest'
import { invents, plans } from './layouts/plan.ts'
import { layouts, readLayout } from './layouts/run.ts'

/** The invented plans and the shortest of the samples: they show all that the others do, in less time. */
const some = [...invents, plans.find((p) => p.slug === 'jiangbei-2020')!]

describe('a plan laid out', () => {
  it.each(layouts.map((l) => [l.id, l] as const))('as %s gives its tasks', async (_, layout) => {
    const outcomes = await readLayout(layout, some)
    expect(outcomes.length).toBeGreaterThan(0)
    expect(outcomes.flatMap((o) => o.differences.map((d) => `${o.plan}: ${d}`))).toEqual([])
  })
})
