/** Which functions are met as one body with two names. */
import { describe, expect, it } from 'vitest'
import { functions } from '../../src/data/functions/index.ts'
import { houses, shareHouse } from '../../src/data/functions/signboards.ts'

describe('houses', () => {
  it('are of functions of the gazetteer, each named once', () => {
    const codes = new Set(functions.map((f) => f.code))
    for (const house of houses) {
      expect(new Set(house).size).toBe(house.length)
      expect(house.filter((code) => !codes.has(code))).toEqual([])
    }
  })

  it.each([
    ['culture-tourism', 'cultural-heritage', true],
    ['party-office', 'archives', true],
    ['finance', 'finance', true],
    ['education', 'finance', false],
    // Each has a body in common with sports; they have none with each other.
    ['education', 'culture-tourism', false],
    ['party-committee', 'peoples-government', false],
  ] as const)('%s and %s: %s', (one, other, share) => {
    expect(shareHouse(one, other)).toBe(share)
    expect(shareHouse(other, one)).toBe(share)
  })
})
