/** Pages that never end, or never come to an end: each is left or ended, and the others are read. */

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { OpenPdf } from '../../src/read/pdf/open.ts'
import { drawnPage } from '../../src/read/pdf/page.ts'
import { type MadePage, makePdf, stream, text } from './made-pdf.ts'
import { read, texts } from './read-pdf.ts'

const form = (resources: string, content: string) =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`, content)
const before = { content: text(57, 60, '一、加强领导') }
const after = { content: text(57, 60, '二、强化督查') }
const others = ['一、加强领导', '二、强化督查']

describe('a page that draws itself', () => {
  it('through forms: what else it draws is read', async () => {
    const { content, codes } = await read(
      [{ content: `/F0 Do ${text(57, 100, '正文')}`, resources: '/XObject << /F0 6 0 R >>' }],
      { objects: [form('/XObject << /F1 7 0 R >>', '/F1 Do'), form('/XObject << /F0 6 0 R >>', '/F0 Do')] },
    )
    expect(texts(content.blocks)).toEqual(['正文'])
    expect(codes).toEqual([])
  })

  it('through a pattern: the page is named, as often as there is one', async () => {
    const endless = { content: '/F0 Do', resources: '/XObject << /F0 6 0 R >>' }
    const pattern = stream(
      '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /XObject << /F0 6 0 R >> >>',
      '/F0 Do',
    )
    const { content, noted } = await read([before, endless, endless, after], {
      objects: [form('/Pattern << /P0 7 0 R >>', '/Pattern cs /P0 scn 0 0 9 9 re f'), pattern],
    })
    expect(texts(content.blocks)).toEqual(others)
    const detail = 'it draws itself without end'
    expect(noted).toMatchObject([
      { code: 'page/unreadable', params: { page: 2, detail } },
      { code: 'page/unreadable', params: { page: 3, detail } },
    ])
  })

  it('through the glyphs of a font', async () => {
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 65 /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>'
    const drawn = {
      content: `BT /F2 9 Tf (A) Tj ET ${text(57, 100, '正文')}`,
      resources: '/Font << /F1 3 0 R /F2 6 0 R >>',
    }
    const { content } = await read([drawn, after], {
      objects: [font, stream('', '9 0 d0 BT /F2 9 Tf (A) Tj ET')],
    })
    expect(texts(content.blocks)).toEqual(['正文', 'A', '二、强化督查'])
  })
})

describe('a page that draws more than is read', () => {
  // Each form draws the next one thirty times: 30 to the seventh.
  const forms = Array.from({ length: 8 }, (_, i) =>
    i === 7 ? form('', '') : form(`/XObject << /F${i + 1} ${7 + i} 0 R >>`, `/F${i + 1} Do `.repeat(30)),
  )
  const many: MadePage = {
    content: `${text(57, 60, '（一）前文')}\n/F0 Do`,
    resources: '/XObject << /F0 6 0 R >>',
  }

  it('is read up to there, and the pages after it', async () => {
    const open = await OpenPdf.of(makePdf([many, after], { objects: forms }), false)
    const layers = await (open.document as PDFDocumentProxy).getOptionalContentConfig()
    const limits = { maxGlyphs: 100, maxEdges: 100, maxOperators: 1_000_000, maxForms: 5000 }
    const first = await drawnPage(open, 1, layers, limits)
    const second = await drawnPage(open, 2, layers, limits)
    await open.close()
    expect(first.glyphs.map((g) => g.text).join('')).toBe('（一）前文')
    expect(first.cut).toBe(true)
    expect(second.glyphs.map((g) => g.text).join('')).toBe('二、强化督查')
    expect(second.cut).toBe(false)
  })

  it('says so', async () => {
    const { content, noted } = await read([before, many, after], { objects: forms })
    expect(texts(content.blocks)).toEqual(['一、加强领导', '（一）前文', '二、强化督查'])
    expect(noted).toMatchObject([{ code: 'page/cut', params: { page: 2 } }])
  })
})
