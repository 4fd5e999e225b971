import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/segment/lines.ts'
import { documentOf } from '../notice.ts'

describe('linesOf', () => {
  const text = '一、推进公开\n（一）公开规划。\n（二）公开预算。'

  it("takes the line breaks of a Word file for the author's own", () => {
    const document = documentOf([text])
    const word = { ...document, source: { ...document.source, format: 'docx' as const } }
    expect(
      linesOf(word).map((e) => (e.kind === 'line' ? [e.passage.text, e.passage.spans()[0]!.start] : null)),
    ).toEqual([
      ['一、推进公开', 0],
      ['（一）公开规划。', 7],
      ['（二）公开预算。', 16],
    ])
  })

  it('takes those of a text for ends of printed lines, which its reader has judged', () => {
    expect(linesOf(documentOf([text]))).toHaveLength(1)
  })
})
