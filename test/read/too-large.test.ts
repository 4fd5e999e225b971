/** Limits on what a document holds: what was asked, what is granted, and by which flag. */
import { describe, expect, it } from 'vitest'
import { judgeError } from '../../src/batch/outcome.ts'
import { parse } from '../../src/pipeline.ts'
import type { Limits } from '../../src/read/reader.ts'

const rows = (n: number) => `<table>${'<tr><td>甲</td><td>乙</td></tr>'.repeat(n)}</table>`
const page = (body: string) => `<html><body>${body}</body></html>`

async function judged(name: string, text: string, limits: Partial<Limits>, lang: 'zh' | 'en' = 'zh') {
  const error = await parse({ name, bytes: Buffer.from(text) }, { limits }).then(
    () => null,
    (e: unknown) => e,
  )
  return judgeError(error, lang)
}

describe('a document beyond a limit', () => {
  it('says how many there are, where that is known, and the flag', async () => {
    const text = '序号\t任务\t牵头单位\n'.repeat(30)
    expect(await judged('a.txt', text, { maxCells: 20 })).toEqual({
      outcome: 'TOO_LARGE',
      code: 'document/too-large',
      text: '文档内容超出上限：表格单元格数为 90，上限 20（可用 --max-cells 调整）',
      limit: { name: 'max-cells', asked: 90, granted: 20 },
    })
  })

  it('says only that there are more, where reading ended before that was known', async () => {
    expect(await judged('a.html', page(rows(30)), { maxCells: 20 }, 'en')).toMatchObject({
      outcome: 'TOO_LARGE',
      text: expect.stringMatching(/table cells.*--max-cells/),
      limit: { name: 'max-cells', granted: 20 },
    })
    const rtf = `{\\rtf1 ${'{'.repeat(20)}甲${'}'.repeat(20)}}`
    expect(await judged('a.rtf', rtf, { maxDepth: 5 })).toMatchObject({
      text: '文档内容超出上限：嵌套层数超过 5（可用 --max-depth 调整）',
      limit: { name: 'max-depth', asked: null, granted: 5 },
    })
  })

  it('names no flag where none moves the bound', async () => {
    const judgement = await judged('a.txt', '甲\n'.repeat(2_000_001), {})
    expect(judgement).toMatchObject({ outcome: 'TOO_LARGE', text: expect.stringContaining('行数为') })
    expect(judgement.limit).toBeUndefined()
  })
})

describe('a zip that is cut off', () => {
  it('is damaged, not of another kind', async () => {
    expect(await judged('a.docx', 'PK\u0003\u0004', {})).toMatchObject({
      outcome: 'DAMAGED',
      code: 'document/damaged',
    })
  })
})
