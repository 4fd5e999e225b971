import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { pdf } from '../../src/read/pdf/index.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { encryption } from './encrypted-pdf.ts'
import { type MadePage, makePdf, text } from './made-pdf.ts'
import { filler, read, readBytes, texts } from './read-pdf.ts'

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

  it.each([
    ['a page without size', { content: text(57, 100, '甲'), box: '[0 0 0 0]' }],
    ['a page turned inside out', { content: text(57, 100, '甲'), box: '[595 842 0 0]' }],
    ['a box of no numbers', { content: text(57, 100, '甲'), box: '[/A (b) null true]' }],
    ['a box without end', { content: text(57, 100, '甲'), box: '[-1e400 0 1e400 1e39]' }],
  ])('reads %s as a page of usual size', async (_, page) => {
    expect(texts((await read([page])).content.blocks)).toEqual(['甲'])
  })

  it.each([
    ['of the page', `q 1e400 0 0 1e400 0 0 cm ${text(57, 100, '甲')} Q`],
    ['of nothing', `q 0 0 0 0 0 0 cm ${text(57, 100, '甲')} Q`],
    ['of text', 'BT /F1 12 Tf 1e400 0 0 -1e400 1e400 0 Tm <7532> Tj ET'],
    ['of the font', 'BT /F1 1e400 Tf 57 700 Td <7532> Tj ET'],
    ['of the line', `1e400 w 1e400 -1e400 m 1e400 1e400 l S`],
  ])('a matrix that is no matrix spoils nothing after it: %s', async (_, bad) => {
    const { content } = await read([{ content: `${bad}\n${text(57, 140, '一、加强领导')}` }])
    const last = content.blocks.at(-1)!
    expect(texts(content.blocks).join('')).toContain('一、加强领导')
    expect(JSON.stringify(last)).not.toContain('null,')
  })

  it('gives the same content for the same bytes', async () => {
    const bytes = makePdf([{ content: filler(100, 10) }])
    const once = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    const twice = await pdf.read({ name: 'x.pdf', bytes }, new Report(), defaultLimits)
    expect(twice).toEqual(once)
  })

  it('reads what only an owner password guards', async () => {
    const { content, codes } = await read([{ content: text(57, 100, '一、加强领导') }], encryption('', 'own'))
    expect(texts(content.blocks)).toEqual(['一、加强领导'])
    expect(codes).toEqual([])
  })

  it('names what asks for a password', async () => {
    const locked = read([{ content: text(57, 100, '一、加强领导') }], encryption('user', 'own'))
    await expect(locked).rejects.toMatchObject({ code: 'document/encrypted' })
  })

  it('reads a file whose cross-references point nowhere', async () => {
    const whole = Buffer.from(makePdf([{ content: text(57, 100, '一、加强领导') }])).toString('latin1')
    const broken = whole
      .replace(/^(\d{10}) 00000 n/gm, '0000000009 00000 n')
      .replace(/startxref\n\d+/, 'startxref\n7')
    const { content } = await readBytes(Uint8Array.from(broken, (c) => c.charCodeAt(0)))
    expect(texts(content.blocks)).toEqual(['一、加强领导'])
  })

  it('names a file that was cut off before its trailer', async () => {
    const whole = makePdf([{ content: text(57, 100, '一、加强领导') }])
    await expect(readBytes(whole.slice(0, whole.length - 300))).rejects.toMatchObject({
      code: 'document/damaged',
    })
  })

  it('names 10,000 pages as too many, without reading them', async () => {
    const bytes = makePdf(Array.from({ length: 10_000 }, () => ({ content: '' })))
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'document/too-large' })
  })

  it('reads a page of 500,000 glyphs, and says so where it holds more than the limit', async () => {
    const characters = '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利'
    const page = (lines: number): MadePage => ({
      content: Array.from({ length: lines }, (_, i) =>
        text(10 + (i % 4) * 140, 10 + (i >> 2) * 0.2, characters, 3),
      ).join('\n'),
    })
    const { content, codes } = await read([page(12_500)])
    expect(codes).toEqual([])
    expect(content.blocks.length).toBeGreaterThan(0)
    expect((await read([page(16_000)])).codes).toEqual(['page/cut'])
  })

  it('reads the text of a page on which 100,000 lines are drawn, and says that it is a drawing', async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => {
      const y = (i * 7919) % 800
      return `${(i * 31) % 500} ${y}.${i % 10} m ${((i * 31) % 500) + 60} ${y}.${i % 10} l S`
    })
    const { content, codes } = await read([{ content: [...lines, text(57, 100, '正文')].join('\n') }])
    expect(texts(content.blocks)).toEqual(['正文'])
    expect(codes.filter((c) => c !== 'page/drawing')).toEqual([])
  })
})

describe('fonts without maps', () => {
  const descriptor =
    '<< /Type /FontDescriptor /FontName /AAAAAA+X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >>'
  const cid =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>'
  const composite =
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+X /Encoding /Identity-H /DescendantFonts [8 0 R] >>'
  const named = (name: (i: number) => string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /AAAAAA+X /FirstChar 1 /LastChar 60 /Encoding << /Differences [1 ${Array.from({ length: 60 }, (_, i) => name(i)).join(' ')}] >> /FontDescriptor 7 0 R >>`
  const codes = (count: number, digits: number, code: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => code(i).toString(16).padStart(digits, '0')).join('')
  const set = (font: string, string: string) =>
    read(
      [
        {
          content: `BT /F2 10 Tf 50 700 Td <${string}> Tj ET`,
          resources: '/Font << /F1 3 0 R /F2 6 0 R >>',
        },
        { content: text(57, 60, '二、强化督查') },
      ],
      { objects: [font, descriptor, cid] },
    )

  it.each([
    ['glyphs by number', composite, codes(40, 4, (i) => 300 + 37 * i)],
    ['glyphs by higher numbers', composite, codes(40, 4, (i) => 8000 + 137 * i)],
    ['glyphs by names of no meaning', named((i) => `/g${i + 1}`), codes(40, 2, (i) => i + 1)],
  ])('name their text as rubbish: %s', async (_, font, string) => {
    const { noted } = await set(font, string)
    expect(noted).toMatchObject([{ code: 'page/garbled', params: { page: 1 } }])
  })

  it('are read where their numbers are the characters', async () => {
    const sentence = '一、加强组织领导，落实各项任务要求，推进2021年政务公开工作。'
    const { content, codes: messages } = await set(
      composite,
      codes(sentence.length, 4, (i) => sentence.charCodeAt(i)),
    )
    expect(texts(content.blocks)[0]).toBe(sentence)
    expect(messages).toEqual([])
  })

  it('are named where they are no fonts at all', async () => {
    const { content, noted } = await set(
      '<< /Type /Font /Subtype /Type0 >>',
      codes(4, 4, (i) => i),
    )
    expect(texts(content.blocks)).toEqual(['二、强化督查'])
    expect(noted).toMatchObject([{ code: 'page/unreadable', params: { page: 1 } }])
  })
})
