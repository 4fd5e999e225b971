import { describe, expect, it } from 'vitest'
import { stream, text, textAlong } from './made-pdf.ts'
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

describe('what is not the running text', () => {
  it('keeps a stamp set down the margin apart', async () => {
    const { content } = await read([
      { content: [filler(100, 3), textAlong('0 1 -1 0 30 300', '内部文件注意保存', 14)].join('\n') },
    ])
    expect(texts(content.blocks).join('')).not.toContain('内部文件')
    expect(texts(content.furniture)).toEqual(['内部文件注意保存'])
  })

  it('keeps the text of annotations apart', async () => {
    const appearance = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /F1 3 0 R >> >>',
      textAlong('1 0 0 1 20 40', '已归档'),
    )
    const stamp = '<< /Type /Annot /Subtype /Stamp /Rect [300 600 500 700] /AP << /N 7 0 R >> /F 4 >>'
    const { content } = await read([{ content: filler(100, 3), more: '/Annots [6 0 R]' }], {
      objects: [stamp, appearance],
    })
    expect(texts(content.blocks).join('')).not.toContain('已归档')
    expect(texts(content.furniture)).toEqual(['已归档'])
  })

  it('skips layers that are off, reads those that are on', async () => {
    const layer = (name: string) => `<< /Type /OCG /Name (${name}) >>`
    const { content } = await read(
      [
        {
          content: [
            `/OC /Off BDC ${text(57, 100, '草稿勿用')} EMC`,
            `/OC /On BDC ${text(57, 140, '正文')} EMC`,
          ].join('\n'),
          resources: '/Properties << /Off 6 0 R /On 7 0 R >>',
        },
      ],
      {
        objects: [layer('draft'), layer('text')],
        catalog: '/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>',
      },
    )
    expect(texts(content.blocks)).toEqual(['正文'])
    expect(content.furniture).toEqual([])
  })

  it('skips a form that belongs to a layer that is off', async () => {
    const form = (layer: string, string: string) =>
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${layer} /Resources << /Font << /F1 3 0 R >> >>`,
        text(57, 100, string),
      )
    const { content } = await read(
      [{ content: `/Draft Do ${text(57, 140, '正文')}`, resources: '/XObject << /Draft 7 0 R >>' }],
      {
        objects: ['<< /Type /OCG /Name (draft) >>', form('/OC 6 0 R', '草稿勿用')],
        catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
      },
    )
    expect(texts(content.blocks)).toEqual(['正文'])
  })

  it('reads what a form of fields is filled with', async () => {
    const appearance = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>',
      textAlong('1 0 0 1 2 5', '市财政局'),
    )
    const field =
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (unit) /V (x) /Rect [130 737 330 757] /AP << /N 7 0 R >> /F 4 >>'
    const { content } = await read([{ content: text(57, 100, '责任单位：'), more: '/Annots [6 0 R]' }], {
      objects: [field, appearance],
      catalog: '/AcroForm << /Fields [6 0 R] >>',
    })
    expect(texts(content.blocks).join('').replace(/\s/g, '')).toBe('责任单位：市财政局')
    expect(content.furniture).toEqual([])
  })

  it('names what is pinned to a page', async () => {
    const { noted } = await read([{ content: text(57, 100, '正文'), more: '/Annots [6 0 R]' }], {
      objects: [
        '<< /Type /Annot /Subtype /FileAttachment /Rect [500 700 520 720] /FS 7 0 R >>',
        '<< /Type /Filespec /F (list.xlsx) /EF << /F 8 0 R >> >>',
        stream('/Type /EmbeddedFile', 'rows'),
      ],
    })
    expect(noted).toMatchObject([{ code: 'pdf/attachment', params: { name: 'list.xlsx' } }])
  })

  it('names what is attached', async () => {
    const { noted } = await read([{ content: text(57, 100, '正文') }], {
      objects: [
        '<< /Type /Filespec /F (tasks.xlsx) /EF << /F 7 0 R >> >>',
        stream('/Type /EmbeddedFile', 'rows'),
      ],
      catalog: '/Names << /EmbeddedFiles << /Names [(tasks) 6 0 R] >> >>',
    })
    expect(noted).toMatchObject([{ code: 'pdf/attachment', params: { name: 'tasks.xlsx' } }])
  })
})

it('reads a page that is turned, its boxes as it is displayed', async () => {
  const { content } = await read([
    {
      content: [
        textAlong('0 1 -1 0 100 50', '一、加强组织领导'),
        textAlong('0 1 -1 0 140 50', '二、强化督查'),
      ].join('\n'),
      rotate: 90,
    },
  ])
  expect(content.pages).toEqual([{ number: 1, width: 842, height: 595 }])
  expect(texts(content.blocks)).toEqual(['一、加强组织领导', '二、强化督查'])
  const first = content.blocks[0]!
  const origin = first.type === 'paragraph' ? first.places[0]!.origin : null
  const box = origin?.kind === 'page' ? origin.box : [0, 0, 0, 0]
  expect(box[0]).toBeCloseTo(50, 0)
  expect(box[2]).toBeCloseTo(50 + 8 * 12, 0)
  expect(box[1]).toBeGreaterThan(85)
  expect(box[3]).toBeLessThan(105)
})

it('takes the title of the file as a hint', async () => {
  const { content } = await read([{ content: filler(100, 2) }], { info: '/Title (Plan) /Producer (made)' })
  expect(content.meta).toMatchObject({ title: 'Plan', producer: 'made' })
})
