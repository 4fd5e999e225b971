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
    ['13月底前完成。', '?月底'],
    ['2021年15月30日前完成。', '2021年?月30日'],
    ['2021年2月30日前完成。', '2021年2月28日'],
    ['6月31日前完成。', '2021年6月30日'],
  ])('is damaged: %s', (text, damaged) => {
    expect(findDeadlines(text, { year: 2021 })).toMatchObject([{ type: 'by', to: null, damaged }])
  })

  it.each(['2020年2月29日前完成。', '12月底前完成。'])('is not %s', (text) => {
    expect(findDeadlines(text, { year: 2020 })[0]).not.toHaveProperty('damaged')
  })
})
