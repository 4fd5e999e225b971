import { describe, expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'

async function inherited(sentence: string) {
  const text = `关于印发2021年政务公开重点任务的通知\n\n县直各单位：\n现将重点任务印发给你们。${sentence}\n一、加强公开。（责任单位：县财政局）\n二、做好解读。（责任单位：县司法局）\n\n县政府办公室\n2021年3月1日\n`
  const result = await parse({ name: 'a.txt', bytes: Buffer.from(text) })
  return result.tasks.map((t) => t.deadlines.map((d) => [d.text, d.end, d.inherited !== null]))
}

describe('a time that one sentence sets for all tasks', () => {
  it.each([
    '各项任务务必于2021年11月底前完成。',
    '以下任务均需于2021年11月底前完成。',
    '以下共8项任务，均需于2021年11月底前完成。',
    '上述8项重点任务2021年11月底前均须完成。',
  ])('%s', async (sentence) => {
    const time = [[expect.stringContaining('2021年11月底前'), '2021-11-30', true]]
    expect(await inherited(sentence)).toEqual([time, time])
  })

  it.each(['以下单位的自查均需于2021年11月底前完成。', '以下8项任务的落实情况于2021年11月底前报送。'])(
    '%s sets none',
    async (sentence) => {
      expect(await inherited(sentence)).toEqual([[], []])
    },
  )
})
