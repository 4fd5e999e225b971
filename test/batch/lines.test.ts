import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/batch/lines.ts'
import { folder } from '../cli/fake.ts'

async function lines(bytes: string | Buffer): Promise<string[]> {
  const path = join(folder(), 'f')
  writeFileSync(path, bytes)
  const all: string[] = []
  for await (const line of linesOf(path)) all.push(line)
  return all
}

describe('linesOf', () => {
  it('ends lines at line feeds only', async () => {
    expect(await lines('a\u2028b\rc\n\nd')).toEqual(['a\u2028b\rc', '', 'd'])
    expect(await lines('a\n')).toEqual(['a'])
    expect(await lines('')).toEqual([])
  })

  it('puts characters together that are cut between two chunks', async () => {
    const long = '长'.repeat(100_000)
    expect(await lines(`x${long}\n${long}`)).toEqual([`x${long}`, long])
  })
})
