import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { docx } from '../../src/read/docx/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { cellsOf, read, textsOf } from './doc/read.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname
const formats = join(shared, 'real', 'formats')
const rendered = join(shared, 'rendered')

describe('autonum.doc', () => {
  it('has the numbers that Word prints', async () => {
    const { content, messages } = await read(fixture('autonum.doc'))
    expect(textsOf(content.blocks)).toEqual([
      '某某市2023年政务公开工作要点',
      '一、加强涉及市场主体的信息公开',
      '（一）持续做好各类规划主动公开。',
      '1.归集整理历史规划。责任单位：市发展改革委。',
      '2.动态更新权责清单。',
      '（二）深化政策咨询服务。',
      '二、强化监督保障',
      '（一）加强队伍建设。',
      '[table]',
      '（此件公开发布）',
    ])
    expect(messages).toEqual([])
  })

  it('has its merged cells', async () => {
    const { content } = await read(fixture('autonum.doc'))
    const table = content.blocks.find((b) => b.type === 'table')
    expect(table && cellsOf(table)).toEqual([
      '0,0 2×1 序号',
      '0,1 2×1 重点任务',
      '0,2 1×2 责任分工',
      '1,2 牵头单位',
      '1,3 责任单位',
      '2,0 1',
      '2,1 2×1 第一段。\n第二段。',
      '2,2 市政务服务局',
      '2,3 市司法局',
      '3,0 2',
      '3,2 市税务局',
      '3,3 市财政局',
    ])
  })
})

describe('wide32col.doc', () => {
  it('is whole: 60 rows of 32 cells', async () => {
    const { content } = await read(fixture('wide32col.doc'))
    const table = content.blocks.find((b) => b.type === 'table')
    expect(table && [table.rows, table.cols, table.cells.length]).toEqual([60, 32, 1920])
    expect(table?.cells.every((c) => c.text === `行${c.row}列${c.col}`)).toBe(true)
  })
})

/** All that a reader says of a block but where it stands in its own format. */
function shape(blocks: readonly Block[]): unknown[] {
  return blocks.map((b) =>
    b.type === 'paragraph'
      ? [b.text, b.marker, b.level, b.align]
      : [b.rows, b.cols, b.cells.map((c) => [c.row, c.col, c.rowSpan, c.colSpan, c.header, shape(c.blocks)])],
  )
}

const pairs: [string, string, string][] = []
const pair = (name: string, a: string, b: string) => {
  if (existsSync(a) && existsSync(b)) pairs.push([name, a, b])
}
for (const name of existsSync(formats) ? readdirSync(join(formats, 'doc')) : []) {
  const base = name.replace(/\.doc$/, '')
  pair(name, join(formats, 'doc', name), join(formats, 'docx', `${base}.docx`))
  pair(`${base}.wps`, join(formats, 'wps', `${base}.wps`), join(formats, 'docx', `${base}.docx`))
}
for (const name of existsSync(join(rendered, 'doc')) ? readdirSync(join(rendered, 'doc')) : []) {
  pair(name, join(rendered, 'doc', name), join(rendered, 'docx', `${name}x`))
}
if (pairs.length === 0) console.info('no pairs of .doc and .docx: that test is skipped')

describe.skipIf(pairs.length === 0)('the same notice', () => {
  it.each(pairs)('%s gives the same blocks as its .docx', async (_, a, b) => {
    const { content } = await read(readFileSync(a))
    const other = await docx.read({ name: b, bytes: readFileSync(b) }, new Report(), defaultLimits)
    expect(shape(content.blocks)).toEqual(shape(other.blocks))
  })
})

const bases = existsSync(formats) ? readdirSync(join(formats, 'doc')).map((n) => n.replace(/\.doc$/, '')) : []

describe.skipIf(bases.length === 0)('the text of a notice', () => {
  it.each(bases)('%s is that of its text file', async (base) => {
    const text = readFileSync(join(formats, 'txt-utf8', `${base}.txt`), 'utf8').replace(/[\s\ufeff|]/g, '')
    const { content } = await read(readFileSync(join(formats, 'doc', `${base}.doc`)))
    const texts = content.blocks.map((b) =>
      b.type === 'paragraph' ? b.text : b.cells.map((c) => c.text).join(''),
    )
    const found = texts.join('').replace(/\s/g, '')
    // The text files print the title once more above, and bars between the cells of tables.
    const title = text.slice(0, text.length - found.length)
    expect(text.endsWith(found)).toBe(true)
    expect(found.startsWith(title)).toBe(true)
  })
})

const offices = join(shared, 'real', 'office')

describe.skipIf(!existsSync(offices))('documents of offices', () => {
  it('are read without a message that something is missing', { timeout: 60_000 }, async () => {
    let count = 0
    for (const entry of readdirSync(offices, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(doc|wps)$/i.test(entry.name)) continue
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      if (bytes.readUInt32BE(0) !== 0xd0cf11e0) continue
      const { messages } = await read(bytes)
      expect(messages, entry.name).toEqual([])
      count++
    }
    expect(count).toBeGreaterThan(100)
  })
})
