import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/find/deadlines.ts'
import { findTargets } from '../../src/find/targets.ts'
import { fold } from '../../src/text/fold.ts'
import { asked as askedFirst, notAsked as notAskedFirst } from './target-cases.ts'
import { alsoAsked, alsoNotAsked } from './target-forms.ts'

const asked = [...askedFirst, ...alsoAsked]
const notAsked = [...notAskedFirst, ...alsoNotAsked]

const show = (sentence: string) => {
  const folded = fold(sentence)
  return findTargets(folded).map((t) =>
    [
      folded.slice(t.start, t.end),
      t.comparator,
      t.value,
      ...(t.upper === null ? [] : [t.upper]),
      t.unit ?? 'null',
    ].join('|'),
  )
}

describe('numbers that are asked for', () => {
  it.each(asked.map(([sentence, ...targets]) => ({ sentence, targets })))(
    '$sentence',
    ({ sentence, targets }) => {
      expect(show(sentence)).toEqual(targets)
    },
  )

  it.each(notAsked)('none in %s', (sentence) => {
    expect(show(sentence)).toEqual([])
  })
})

/** Pieces of which targets, deadlines and what stands around them are made. */
const pieces =
  '不低于 不少于 不超过 最长 至少 最多 达到 压缩至 控制在 缩短到 降低 增长 力争 超过 完成 培训 每 每年 半年 一年 至 — 、 和 , 。 ( ) “ ” 《 》 的 已 100% 4% 3 5 20 12万 三 一 两 十五 2021 年 6月 月 30日 日 个工作日 工作日 天 个月 小时 次 个 家 人 % 以上 以下 以内 内 左右 前 底 一次 总数 会议 企业 百分之 百 千 万 亿 余 提前 时间 在 为 约 每半年 第 /'
    .split(' ')
    .concat(' ')
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((p) => p.join(''))

describe('laws of targets', () => {
  it('are found in order, apart from each other, inside the text, with a number and a unit of the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const folded = fold(text)
        let at = 0
        for (const t of findTargets(folded)) {
          expect(t.start).toBeGreaterThanOrEqual(at)
          expect(t.end).toBeGreaterThan(t.start)
          expect(t.end).toBeLessThanOrEqual(folded.length)
          const run = folded.slice(t.start, t.end)
          expect(run).toBe(run.trim())
          expect(Number.isFinite(t.value)).toBe(true)
          if (t.upper !== null) expect(t.upper).toBeGreaterThan(t.value)
          const spelled = run.replaceAll('百分之', '%').replaceAll('千分之', '‰')
          if (t.unit !== null) expect(spelled).toContain(t.unit)
          at = t.end
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('are no deadlines', () => {
    const apart = (text: string) => {
      const folded = fold(text)
      const times = findDeadlines(folded, { year: 2021 })
      for (const t of findTargets(folded)) {
        const both = times.filter((d) => d.start < t.end && t.start < d.end)
        expect(
          both.map((d) => folded.slice(d.start, d.end)),
          `${text}: ${folded.slice(t.start, t.end)}`,
        ).toEqual([])
      }
    }
    for (const [sentence] of asked) apart(sentence)
    for (const sentence of notAsked) apart(sentence)
    fc.assert(fc.property(texts, apart), { numRuns: 20000, seed: 2021 })
  })

  it.each([
    '1',
    '1 ',
    '不低于',
    '至少',
    '不低于4%',
    '一',
    '《',
    '“',
    '百分之',
    '3—',
    '至少听取1次、',
    '培训',
    '培训人',
    ' ',
  ])('are found in a text of a million times %s', (piece) => {
    expect(findTargets(fold(piece.repeat(Math.ceil(1_000_000 / piece.length)))).length).toBeLessThan(500_000)
  })
})
