import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { pdf } from '../../src/read/pdf/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { makePdf, text } from './made-pdf.ts'
import { filler, read, texts } from './read-pdf.ts'

describe('bad input', () => {
  it('names what is no PDF', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4\nnothing of it')
    const error = await pdf
      .read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(YaodianError)
    expect(error).toMatchObject({ code: 'document/damaged' })
  })

  it('names too many pages before reading them', async () => {
    const bytes = makePdf(Array.from({ length: 12 }, () => ({ content: '' })))
    const read = pdf.read({ name: 'x.pdf', bytes }, new Report(), { ...defaultLimits, maxPages: 10 })
    await expect(read).rejects.toMatchObject({ code: 'document/too-large' })
  })

  it('survives matrices that are no numbers, pages without size, forms that draw themselves', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 6 0 R >> >> /Length 6 >>\nstream\n/Fm Do\nendstream'
    const { content } = await read(
      [
        { content: `1e400 0 0 1e400 0 0 cm ${text(57, 100, '甲')}` },
        { content: text(57, 100, '乙'), box: '[0 0 0 0]' },
        { content: `/Fm Do ${text(57, 100, '丙')}`, resources: '/XObject << /Fm 6 0 R >>' },
        { content: '0 0 0 0 0 0 cm 1 1 m 5 5 l S ET Q Q Q' },
      ],
      { objects: [form] },
    )
    expect(texts(content.blocks).join('')).toContain('丙')
  })

  it('gives the same content for the same bytes', async () => {
    const bytes = makePdf([{ content: filler(100, 10) }])
    const once = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    const twice = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    expect(twice).toEqual(once)
  })
})
