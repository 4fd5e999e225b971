/** Every unit of the notices read by hand: whether it is one body or a set, and what is known of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'

interface GoldUnit {
  readonly text: string
  readonly name: string
  readonly kind: string
}

const roles = ['leadUnits', 'responsibleUnits', 'supportingUnits', 'guidingUnits'] as const
const root = new URL('../../samples/', import.meta.url)
const slugs = readdirSync(root).filter((slug) => existsSync(new URL(`${slug}/gold.json`, root)))

describe.each(slugs)('units of %s', (slug) => {
  const folder = new URL(`${slug}/`, root)
  const source = readdirSync(folder).find((f) => f.startsWith('source.'))!
  const gold = JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')) as {
    tasks: Record<(typeof roles)[number], GoldUnit[]>[]
  }
  const result = parse({ name: source, bytes: readFileSync(new URL(source, folder)) })

  it('have the names and kinds that a person gave them', async () => {
    const { tasks } = await result
    const of = (units: readonly GoldUnit[]) =>
      units.map((u) => [u.text, u.name, u.kind].map((s) => s.replace(/\s/g, '')))
    expect(tasks.map((t) => roles.map((r) => of(t[r])))).toEqual(
      gold.tasks.map((t) => roles.map((r) => of(t[r] ?? []))),
    )
  })

  it('have a scope if and only if they are sets, and no function if of many', async () => {
    for (const task of (await result).tasks)
      for (const unit of roles.flatMap((r) => task[r])) {
        expect(unit.scope === null, unit.name).toBe(unit.kind === 'unit')
        if (unit.kind === 'group') expect(unit.scope, unit.name).not.toEqual([])
        if (/^(?:市直.*单位|各部门|有关部门)$/.test(unit.name)) expect(unit.function, unit.name).toBeNull()
      }
  })
})
