import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/find/deadlines.ts'
import { fold } from '../../src/text/fold.ts'
import { asTime, type DeadlineCase, inRunningText } from './deadline-cases.ts'
import { spans } from './deadline-spans.ts'

/** The text with the found runs marked, and what each is: as a case is written. */
function read(c: DeadlineCase): { text: string; found: string[] } {
  const source = c.text.replace(/[⟦⟧]/g, '')
  const deadlines = findDeadlines(fold(source), { year: c.year, asTime: c.asTime })
  let text = ''
  let at = 0
  for (const d of deadlines) {
    text += `${source.slice(at, d.start)}⟦${source.slice(d.start, d.end)}⟧`
    at = d.end
  }
  const found = deadlines.map((d) => {
    if (d.type === 'by') return `by ${d.to ?? '?'}`
    return d.type === 'during' ? `during ${d.from ?? '?'} ${d.to ?? '?'}` : d.type
  })
  return { text: text + source.slice(at), found }
}

for (const [way, groups] of [
  ['in running text', inRunningText],
  ['as a time', asTime],
  ['of a span', spans],
] as const) {
  describe(`deadlines ${way}`, () => {
    for (const [name, cases] of Object.entries(groups)) {
      describe(name, () => {
        for (const c of cases) {
          it(c.text.replace(/[⟦⟧]/g, '') || '(empty)', () => {
            expect(read(c)).toEqual({ text: c.text, found: [...c.expected] })
          })
        }
      })
    }
  })
}

describe('a day that no calendar has', () => {
  it.each([
    ['13月底前完成。', '?'],
    ['2021年15月30日前完成。', '?'],
    ['2021年6月32日前完成。', '2021年6月30日'],
    ['2021年6月301日前完成。', '2021年6月30日'],
    ['2021年2月30日前完成。', '2021年2月28日'],
    ['6月31日前完成。', '2021年6月30日'],
  ])('is damaged: %s', (text, damaged) => {
    expect(findDeadlines(text, { year: 2021 })).toMatchObject([{ type: 'by', to: null, damaged }])
  })

  it.each(['2020年2月29日前完成。', '12月底前完成。'])('is not %s', (text) => {
    expect(findDeadlines(text, { year: 2020 })[0]).not.toHaveProperty('damaged')
  })
})

describe('a year that lost or gained a figure', () => {
  it.each([
    ['202年6月底前', '2021年6月底'],
    ['20211年6月底前', '2021年6月底'],
    ['021年12月31日前', '2021年12月31日'],
    ['2201年底前', '2021年底'],
    ['202年上半年', '2021年上半年'],
    ['到202年6月底', '2021年6月底'],
    // Nothing says which of the years is meant.
    ['9021年6月底前', '?'],
  ])('is kept with its date: %s', (text, damaged) => {
    const sentence = `${text}，完成清理。`
    const [found, ...more] = findDeadlines(fold(sentence), { year: 2021 })
    expect(found).toMatchObject({ start: 0, end: text.length, from: null, to: null, damaged })
    expect(more).toEqual([])
  })

  it('has no likely reading where the plan has no year and several fit', () => {
    expect(findDeadlines('202年6月底前完成。', { year: null })).toMatchObject([{ damaged: '?' }])
    expect(findDeadlines('022年6月底前完成。', { year: null })).toMatchObject([{ damaged: '2022年6月底' }])
  })

  it.each(['22年6月底前完成。', '2022年6月底前完成。'])('is not that of %s', (text) => {
    expect(findDeadlines(text, { year: 2022 })).toMatchObject([{ to: '2022-06-30' }])
  })

  it.each(['建成有202年历史的公园。', '打造200年老字号。'])('is no year at all in %s', (text) => {
    expect(findDeadlines(text, { year: 2022 })).toEqual([])
  })
})

describe('letters for figures', () => {
  it.each([
    ['2O21年6月底前', '2021年6月底'],
    ['2021年12月3l日前', '2021年12月31日'],
    ['12月31曰前', '12月31日'],
    ['1O月底前', '10月底'],
    ['l2月底前', '12月底'],
    ['2021年6月1日至12月3l日', '2021年6月1日至12月31日'],
  ])('are kept, and the date is not told: %s', (text, damaged) => {
    const [found, ...more] = findDeadlines(fold(`${text}，完成清理。`), { year: 2021 })
    expect(found).toMatchObject({ start: 0, end: text.length, from: null, to: null, damaged })
    expect(more).toEqual([])
  })

  it.each(['O3月均浓度下降。', 'I类水体3月清理完毕的。'])('are letters in %s', (text) => {
    expect(findDeadlines(fold(text), { year: 2021 })).toEqual([])
  })
})
