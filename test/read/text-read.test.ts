import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { read } from '../../src/read/index.ts'
import type { Limits, Source } from '../../src/read/reader.ts'

const source = (text: string | Uint8Array, name = 'a.txt'): Source => ({
  name,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})

async function failure(from: Source, limits?: Partial<Limits>): Promise<string> {
  try {
    await read(from, new Report(), limits)
    return 'read'
  } catch (error) {
    if (!(error instanceof YaodianError)) throw error
    return error.code
  }
}

describe('read', () => {
  it('gives ids to blocks, cells and furniture, and says what the file is', async () => {
    const bytes = Buffer.from(
      '要点\n- 1 -\n工作任务 | 责任单位 |\n公开预算 | 市财政局 |\n公开规划 | 市发展改革委 |\n',
    )
    const document = await read({ name: 'x/要点.txt', bytes }, new Report())
    expect(document.blocks.map((b) => b.id)).toEqual(['b0', 'b1'])
    expect(document.furniture.map((b) => b.id)).toEqual(['f0'])
    const table = document.blocks[1]!
    if (table.type !== 'table') throw new Error('no table')
    expect(table.cells.map((c) => c.id)).toContain('b1.r2.c1')
    expect(table.cells[0]!.blocks[0]!.id).toBe('b1.r0.c0.b0')
    expect(document.source).toEqual({
      name: 'x/要点.txt',
      format: 'txt',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: 'utf-8',
      pages: null,
    })
  })

  it('goes by the bytes, whatever the name', async () => {
    const report = new Report()
    const page = source('<html><body><p>关于印发要点的通知</p></body></html>', '要点.txt')
    const document = await read(page, report)
    expect(document.source.format).toBe('html')
    expect(report.noted.map((n) => n.code)).toContain('read/extension-differs')
  })

  it('names a file too large before it looks at it', async () => {
    expect(await failure(source('甲'.repeat(100)), { maxBytes: 299 })).toBe('input/too-large')
    expect(await failure(source('甲'.repeat(100)), { maxBytes: 300 })).toBe('read')
  })

  it('names what is empty, binary or of an unknown kind', async () => {
    expect(await failure(source(''))).toBe('input/empty')
    expect(await failure(source('\u3000\n'))).toBe('input/empty')
    expect(await failure(source(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)))).toBe(
      'input/unsupported',
    )
    expect(await failure(source(Buffer.from('\x7fELF\x02\x01\x01\0\0', 'latin1')))).toBe('input/unsupported')
  })

  it('names a table with more cells than the limit', async () => {
    const rows = '甲\t乙\t丙\n'.repeat(40)
    expect(await failure(source(rows), { maxCells: 100 })).toBe('document/too-large')
    expect(await failure(source(rows), { maxCells: 200 })).toBe('read')
  })

  it('reads surrogates that stand alone, and undecodable bytes', async () => {
    const lone = Buffer.concat([
      Buffer.from('推进政务公开'),
      Buffer.of(0xed, 0xa0, 0x80),
      Buffer.from('工作。'),
    ])
    const document = await read(source(lone), new Report())
    const [first] = document.blocks
    expect(first?.type === 'paragraph' && first.text.startsWith('推进政务公开')).toBe(true)
    const utf16 = Buffer.from('\ufeff推进\ud800公开', 'utf16le')
    expect((await read(source(utf16), new Report())).source.encoding).toBe('utf-16le')
  })
})
