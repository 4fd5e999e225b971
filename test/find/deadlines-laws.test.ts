import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, lastDay } from '../../src/find/deadlines/calendar.ts'
import { monthDays } from '../../src/find/deadlines/damaged.ts'
import { quotedPositions } from '../../src/find/deadlines/quoted.ts'
import { findDeadlines } from '../../src/find/deadlines.ts'
import { fold } from '../../src/text/fold.ts'

/** Pieces of which times and what stands around them are made. */
const pieces =
  '2021年 2022年 年 6月 12月 月 30日 31 日 底 末 前 以前 内 份 上半年 下半年 第三季度 二、三季度 前三季度 季度 每 每年 每季度 到 至 - — 、 和 , 。 ; 《 》 “ ” ( ) 3个工作日 一个月 半年 一次 全年 持续推进 长期坚持 起 于 在 的 完成 全面 2021.6 20210630 331日 今年 次年 本月 元旦 春节 十四五 期间 时间 用 按 按月 将 已 工作 任务'
    .split(' ')
    .concat(' ', '  ')

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((p) => p.join(''))

describe('laws of deadlines', () => {
  it('are found in order, apart from each other, inside the text and without white space at their ends', () => {
    fc.assert(
      fc.property(
        texts,
        fc.boolean(),
        fc.option(fc.integer({ min: 1990, max: 2040 })),
        (text, asTime, year) => {
          let at = 0
          for (const d of findDeadlines(fold(text), { year, asTime })) {
            expect(d.start).toBeGreaterThanOrEqual(at)
            expect(d.end).toBeGreaterThan(d.start)
            expect(d.end).toBeLessThanOrEqual(text.length)
            const run = text.slice(d.start, d.end)
            expect(run).toBe(run.trim())
            at = d.end
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('have dates of the calendar, the first not after the last', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), fc.integer({ min: 1990, max: 2040 }), (text, asTime, year) => {
        for (const d of findDeadlines(fold(text), { year, asTime })) {
          for (const date of [d.from, d.to]) {
            if (date === null) continue
            expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
            expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
          }
          if (d.type === 'by') expect(d.from).toBeNull()
          if (d.from !== null && d.to !== null) expect(d.from <= d.to).toBe(true)
          if (!['by', 'during'].includes(d.type)) expect([d.from, d.to]).toEqual([null, null])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('never lie in what is quoted', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quoted = `《${text.replace(/[《》“”]/g, '')}》`
        expect(findDeadlines(fold(quoted), { year: 2021 })).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('are found in time linear in the text', () => {
    const time = (text: string) => {
      const start = performance.now()
      findDeadlines(text, { year: 2021 })
      return performance.now() - start
    }
    for (const unit of [
      '2021年,',
      '6月、',
      '《',
      '每年1月、',
      '到2020年',
      '截至2021年',
      '3',
      ' 2021 年 ',
      '6月底前印发《',
    ]) {
      time(unit.repeat(2000))
      const text = unit.repeat(40_000)
      // A pass that looked to the end of the text from every time in it would take minutes.
      expect(time(text), unit).toBeLessThan(5000)
    }
  })
})

describe('the calendar', () => {
  it('knows leap years', () => {
    expect([2020, 2021, 1900, 2000].map((y) => lastDay(y, 2))).toEqual([29, 28, 28, 29])
    expect(lastDay(2021, 4)).toBe(30)
    expect(lastDay(2021, 12)).toBe(31)
  })

  it('has no 30th of February, and no date without a year', () => {
    expect(isoDate(2021, { month: 2, day: 30 })).toBeNull()
    expect(isoDate(null, { month: 2, day: 1 })).toBeNull()
    expect(isoDate(2020, { month: 2, day: 0 })).toBe('2020-02-29')
  })
})

describe('a run of figures without its marks', () => {
  it('is parted in every way that gives a day', () => {
    expect(monthDays('331')).toEqual(['3月31日'])
    expect(monthDays('111')).toEqual(['1月11日', '11月1日'])
    expect(monthDays('1231')).toEqual(['12月31日'])
    expect(monthDays('399')).toEqual([])
  })
})

describe('what is quoted', () => {
  const marked = (text: string) => [...text].map((c, i) => (quotedPositions(text)[i] ? '#' : c)).join('')

  it('is what closed marks enclose', () => {
    expect(marked('按《甲〈乙〉》做“丙”好')).toBe('按######做###好')
    expect(marked('《甲《乙》丙》丁')).toBe('#######丁')
  })

  it('is not what an open mark leaves', () => {
    expect(marked('《甲，乙')).toBe('《甲，乙')
    expect(marked('甲》乙')).toBe('甲》乙')
    expect(marked('《甲“乙》丙')).toBe('#####丙')
  })

  it('pairs straight marks within a sentence', () => {
    expect(marked('"甲"乙。"丙。"丁"')).toBe('###乙。"丙。###')
  })
})
