import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { resolveRegion } from '../../src/resolve/region.ts'

const input = { title: null, planTitle: null, issuer: null, addressees: [], documentNumber: null, year: 2020 }

it('reads the list of divisions when a place is first looked for, and not before', () => {
  const { cache } = createRequire(import.meta.url)
  const loaded = () => Object.keys(cache).some((path) => path.includes('area-data'))
  expect(loaded()).toBe(false)
  expect(resolveRegion(input).region).toBeNull()
  expect(loaded()).toBe(false)
  expect(resolveRegion({ ...input, issuer: '含山县人民政府' }).region?.code).toBe('340522')
  expect(loaded()).toBe(true)
})
