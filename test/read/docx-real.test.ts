/** Whole files: an automatically numbered notice, and notices that are at hand as HTML too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { html } from '../../src/read/html/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { readBytes, spansOf, texts } from './docx/parts.ts'

it('a notice that Word numbers', async () => {
  const { blocks, furniture, codes } = await readBytes(
    readFileSync(join(import.meta.dirname, 'docx/autonum.docx')),
  )
  expect(codes).toEqual([])
  expect(furniture).toEqual([])
  expect(texts(blocks)).toEqual([
    '某某市2023年政务公开工作要点',
    '一、加强涉及市场主体的信息公开',
    '（一）持续做好各类规划主动公开。',
    '1.归集整理历史规划。责任单位：市发展改革委。',
    '2.动态更新权责清单。',
    '（二）深化政策咨询服务。',
    '二、强化监督保障',
    '（一）加强队伍建设。',
    [
      ['序号', '重点任务', '责任分工'],
      ['牵头单位', '责任单位'],
      ['1', '第一段。\n第二段。', '市政务服务局', '市司法局'],
      ['2', '市税务局', '市财政局'],
    ],
    '（此件公开发布）',
  ])
  const table = blocks[8]
  expect(table?.type === 'table' && spansOf(table).slice(0, 5)).toEqual([
    '0,0 2x1',
    '0,1 2x1',
    '0,2 1x2',
    '1,2 1x1',
    '1,3 1x1',
  ])
})

const shared = process.env.YAODIAN_SHARED ?? join(import.meta.dirname, '../../../shared')
if (!existsSync(shared)) console.info(`not tested, no such folder: ${shared}`)

describe.skipIf(!existsSync(shared))('the same as the HTML that it was made from', () => {
  for (const folder of ['rendered', 'real/formats']) {
    const at = (format: string, name: string) => join(shared, folder, format, name)
    const names = existsSync(at('docx', '')) ? readdirSync(at('docx', '')) : []
    for (const name of names) {
      it(`${folder}/docx/${name}`, async () => {
        const docx = await readBytes(readFileSync(at('docx', name)))
        expect(docx.codes).toEqual([])
        const page = name.replace(/docx$/, 'html')
        const source = { name: page, bytes: readFileSync(at('html', page)) }
        const { blocks } = await html.read(source, new Report(), defaultLimits)
        expect(bare(docx.blocks)).toBe(bare(blocks))
        expect(grids(docx.blocks)).toEqual(grids(blocks))
      })
    }
  }
})

/** The text without white space, which each format has its own of. */
function bare(blocks: readonly Block[]): string {
  return JSON.stringify(texts(blocks)).replace(/\\[nt]|[\s"[\],\u3000]/g, '')
}

function grids(blocks: readonly Block[]): string[][] {
  return blocks.flatMap((b) => (b.type === 'table' ? [spansOf(b)] : []))
}
