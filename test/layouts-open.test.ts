/**
 * Tables without vertical lines as Chromium and LibreOffice set them, on several pages: the text where they
 * put it, in a font that is not embedded, and their rules. Each holds 18 to 40 tasks of an invented plan.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stages } from '../src/pipeline.ts'
import { type Compact, differences } from './compact.ts'

const folder = new URL('layouts/open/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))

describe('a table without vertical lines', () => {
  it.each(names)('%s: gives its tasks', async (name) => {
    const gold = JSON.parse(readFileSync(new URL(name.replace(/pdf$/, 'json'), folder), 'utf8')) as Compact
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const { result } = await stages({ name: 'plan.pdf', bytes })
    expect(differences(gold, result)).toEqual([])
  })
})
