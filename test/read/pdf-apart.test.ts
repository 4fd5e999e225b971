import { describe, expect, it } from 'vitest'
import { text, textAlong } from './made-pdf.ts'
import { filler, read, texts } from './read-pdf.ts'

describe('pages without text to trust', () => {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream'
  const scan = 'q 595 0 0 842 0 0 cm /Im1 Do Q'
  const resources = '/XObject << /Im1 6 0 R >>'

  it('names a scan', async () => {
    const { content, codes } = await read([{ content: scan, resources }], { objects: [image] })
    expect(codes).toEqual(['page/scanned'])
    expect(content.blocks).toEqual([])
    expect(content.pages).toEqual([{ number: 1, width: 595, height: 842 }])
  })

  it('reads the hidden layer of a scan and says so', async () => {
    const { content, codes } = await read(
      [{ content: `${scan}\n${text(57, 100, '识别层的文字', 12, '3 Tr')}`, resources }],
      { objects: [image] },
    )
    expect(codes).toEqual(['page/ocr-layer'])
    expect(texts(content.blocks)).toEqual(['识别层的文字'])
  })

  it('names text drawn as outlines', async () => {
    const letter = '10 10 m 12 14 16 14 18 10 c f\n'
    const { codes } = await read([{ content: letter.repeat(300) }])
    expect(codes).toEqual(['page/outlined'])
  })

  it('names rubbish', async () => {
    const { codes } = await read([
      { content: text(57, 100, '\u9f98\u9f97\u9f96\u9f95\u9f94\u9f92\u9f91\u9f8e'.repeat(4)) },
    ])
    expect(codes).toEqual(['page/garbled'])
  })

  it('never gives nothing without a word', async () => {
    const { codes } = await read([{ content: '' }])
    expect(codes).toEqual(['pdf/no-text'])
  })

  it('keeps a watermark apart', async () => {
    const { content } = await read([
      { content: [filler(100, 3), textAlong('0.7 0.7 -0.7 0.7 200 300', '内部资料', 60)].join('\n') },
    ])
    expect(texts(content.blocks).join('')).not.toContain('内部资料')
    expect(content.furniture.map((b) => b.type === 'paragraph' && b.text)).toEqual(['内部资料'])
  })
})

it('takes the title of the file as a hint', async () => {
  const { content } = await read([{ content: filler(100, 2) }], { info: '/Title (Plan) /Producer (made)' })
  expect(content.meta).toMatchObject({ title: 'Plan', producer: 'made' })
})
