import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/find/deadlines.ts'
import { fold } from '../../src/text/fold.ts'
import { asTime, type DeadlineCase, inRunningText } from './deadline-cases.ts'

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
