import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/document.ts'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { html } from '../../src/read/html/index.ts'
import { pdf } from '../../src/read/pdf/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname
const rendered = join(shared, 'rendered')
const robustness = join(shared, 'robustness', 'pdfjs')
if (!existsSync(shared)) console.info('no shared data: the PDF reader is not compared with other formats')

const bytesOf = (path: string) => new Uint8Array(readFileSync(path))
const squeeze = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

/** Paragraphs and table rows without white space; merged cells by their spans. */
function rows(blocks: readonly Block[]): string[] {
  return blocks.flatMap((b) => {
    if (b.type === 'paragraph') return squeeze(b.text) === '' ? [] : [squeeze(b.text)]
    return Array.from({ length: b.rows }, (_, r) =>
      b.cells
        .filter((c) => c.row === r)
        .map((c) => `${c.rowSpan}x${c.colSpan} ${squeeze(c.text)}`)
        .join('|'),
    )
  })
}

describe.skipIf(!existsSync(rendered))('the same notice as html and as PDF', () => {
  const cases = existsSync(rendered)
    ? ['ruled-pdf', 'pdf', 'chromium-pdf'].flatMap((kind) =>
        readdirSync(join(rendered, kind)).map((file) => ({ kind, file })),
      )
    : []

  it.each(cases)('$kind/$file has the same paragraphs and rows', async ({ kind, file }) => {
    const read = async (reader: typeof pdf, path: string) => {
      const content = await reader.read({ name: path, bytes: bytesOf(path) }, new Report(), defaultLimits)
      return rows(content.blocks)
    }
    const expected = await read(html, join(rendered, 'html', file.replace(/pdf$/, 'html')))
    expect(await read(pdf, join(rendered, kind, file))).toEqual(expected)
  })
})

describe.skipIf(!existsSync(robustness))('files that other readers were broken by', () => {
  const read = async (file: string) => {
    const report = new Report()
    const path = join(robustness, file)
    const content = await pdf.read({ name: path, bytes: bytesOf(path) }, report, defaultLimits)
    return { content, codes: report.noted.map((n) => n.code) }
  }

  it.each([
    ['issue15893_reduced.pdf', 'document/encrypted'],
    ['bug1020226.pdf', 'document/damaged'],
    ['poppler-395-0-fuzzed.pdf', 'document/damaged'],
  ])('%s is named %s', async (file, code) => {
    const error = await read(file).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(YaodianError)
    expect(error).toMatchObject({ code })
  })

  it('a page that is damaged is named, the file is read', async () => {
    expect((await read('Pages-tree-refs.pdf')).codes).toContain('page/unreadable')
    expect((await read('poppler-937-0-fuzzed.pdf')).codes).toContain('page/unreadable')
  })
})
