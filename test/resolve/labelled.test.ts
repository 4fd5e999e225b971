/**
 * How well names are resolved, on strings that were labelled by hand before the resolver was run on them
 * (labelled.md). The rules may be mended by looking at the open half; the kept half is only counted.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { divisions } from '../../src/data/divisions.ts'
import { bodyOf } from '../../src/resolve/bodies.ts'
import { fold } from '../../src/text/fold.ts'
import { isGroup } from '../../src/text/units.ts'

interface Label {
  readonly text: string
  readonly region: string | null
  readonly issuer: string | null
  readonly year: number | null
  readonly function: string | null
  readonly kind: 'unit' | 'group'
  readonly level: string | null
  readonly half: 'open' | 'kept'
}

const labels: readonly Label[] = JSON.parse(
  readFileSync(new URL('labelled-units.json', import.meta.url), 'utf8'),
)
const paths = new Map(divisions().map((d) => [d.code, d.path]))

function resolved({ text, region, issuer, year }: Label) {
  const kind = isGroup(fold(text)) ? 'group' : 'unit'
  const place = region === null ? null : { code: region, name: paths.get(region) ?? '' }
  return { kind, ...bodyOf(text, kind, { region: place, issuer, year }) }
}

describe.each(['open', 'kept'] as const)('the %s half of the labelled names', (half) => {
  const rows = labels.filter((l) => l.half === half).map((label) => ({ label, body: resolved(label) }))
  const share = (count: number) => count / rows.length
  const right = rows.filter(({ label, body }) => body.function === label.function)
  const wrong = rows.filter(({ label, body }) => body.function !== null && body.function !== label.function)

  it('has at least 200 names', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200)
  })

  it('has the right function for 97 % of them, and a wrong one for no more than 1 %', () => {
    console.log(
      `${half}: ${rows.length} names, ${right.length} right (${(share(right.length) * 100).toFixed(1)} %), ${wrong.length} wrong (${(share(wrong.length) * 100).toFixed(1)} %)`,
    )
    if (half === 'open') {
      for (const { label, body } of rows)
        if (body.function !== label.function)
          console.log(`  ${label.text}: ${label.function} asked, ${body.function} found`)
    }
    expect(share(wrong.length)).toBeLessThanOrEqual(0.01)
    expect(share(right.length)).toBeGreaterThanOrEqual(0.97)
  })

  it('has the right level where one is labelled', () => {
    const levelled = rows.filter(({ label }) => label.level !== null)
    const wrongLevel = levelled.filter(({ label, body }) => body.level !== null && body.level !== label.level)
    if (half === 'open')
      for (const { label, body } of wrongLevel)
        console.log(`  ${label.text}: ${label.level} asked, ${body.level} found`)
    console.log(`${half}: ${levelled.length} levels, ${wrongLevel.length} wrong`)
    expect(wrongLevel.length / levelled.length).toBeLessThanOrEqual(0.02)
  })
})
