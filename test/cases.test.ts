/** Short notices of many kinds, each with what a person read in it under the rules of reading. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stages } from '../src/pipeline.ts'
import { differences } from './compact.ts'
import { breaches } from './evidence.ts'

const root = new URL('./cases/', import.meta.url)

describe.each(readdirSync(root).sort())('cases/%s', (name) => {
  it('is read as a person reads it', async () => {
    const folder = new URL(`${name}/`, root)
    const source = readdirSync(folder).find((f) => f.startsWith('source.'))!
    const gold = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
    const { result, document } = await stages({ name: source, bytes: readFileSync(new URL(source, folder)) })
    expect(differences(gold, result)).toEqual([])
    expect(breaches(result, document)).toEqual([])
  })
})
