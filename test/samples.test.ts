/**
 * Whole notices. `expected.json` beside each source is what the program gives, without evidence (the
 * laws test that) and without what only says which file it was; read by hand, or proven by `gold.json`.
 * UPDATE=1 rewrites it; a missing one fails.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { NoticeResult } from '../src/generated/notice.ts'
import { parse } from '../src/pipeline.ts'
import { outside } from './gold.ts'

const root = new URL('../samples/', import.meta.url)
const slugs = readdirSync(root).sort()

function expectation({ notice, sections, tasks, messages, review }: NoticeResult) {
  const bare = <T extends { evidence: unknown }>({ evidence: _, ...rest }: T) => rest
  return {
    notice: bare(notice),
    sections: sections.map(bare),
    tasks: tasks.map(bare),
    messages: messages.map((m) => ({ code: m.code, at: m.at?.node ?? null })),
    review: review.map((r) => `${r.task ?? 'notice'}${r.pointer} ${r.confidence}`),
  }
}

describe.each(slugs)('samples/%s', (slug) => {
  const folder = new URL(`${slug}/`, root)
  const source = readdirSync(folder).find((f) => f.startsWith('source.'))!
  const result = parse({ name: source, bytes: readFileSync(new URL(source, folder)) })

  it('gives what is expected', async () => {
    const got = expectation(await result)
    const file = new URL('expected.json', folder)
    if (process.env.UPDATE === '1') writeFileSync(file, `${JSON.stringify(got, null, 1)}\n`)
    expect(existsSync(file), `${slug}/expected.json is missing: run npm run update and read it`).toBe(true)
    expect(got).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })

  it('says why it exists', () => {
    expect(readFileSync(new URL('note.md', folder), 'utf8').trim().length).toBeGreaterThan(20)
  })

  const proven = existsSync(new URL('gold.json', folder))
  if (proven)
    it('holds every value of its gold, and no other', async () => {
      expect(outside(JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')), await result)).toEqual(
        [],
      )
    })
})

describe('one notice in many formats', () => {
  const copies = slugs.filter((slug) => slug.startsWith('jiangbei-2020-table-'))
  const tasksOf = (slug: string) =>
    JSON.parse(readFileSync(new URL(`${slug}/expected.json`, root), 'utf8')).tasks as unknown[]

  it('stands in the samples as page, .docx, .doc, .rtf and .pdf', () => {
    expect(copies.map((slug) => slug.split('-').at(-1))).toEqual(['doc', 'docx', 'page', 'pdf', 'rtf'])
  })

  it.each(copies)('gives the same tasks in %s', (slug) => {
    expect(tasksOf(slug)).toEqual(tasksOf('jiangbei-2020-table-page'))
  })
})
