import { describe, expect, it } from 'vitest'
import { type MadePage, text } from './made-pdf.ts'
import { filler, read, texts } from './read-pdf.ts'

describe('paragraphs', () => {
  it('joins lines and keeps the box of each', async () => {
    const { content } = await read([
      {
        content: [
          filler(100, 3),
          text(81, 200, '一、加强组织领导，压实工作责任，确保年度各项任务按期完成，及时报送工作进展情况和'),
          text(57, 220, '存在问题。'),
          text(81, 240, '二、强化督查。'),
        ].join('\n'),
      },
    ])
    const [, first, second] = content.blocks
    expect(first).toMatchObject({
      text: '一、加强组织领导，压实工作责任，确保年度各项任务按期完成，及时报送工作进展情况和\n存在问题。',
    })
    expect(second).toMatchObject({ text: '二、强化督查。' })
    const places = first?.type === 'paragraph' ? first.places : []
    expect(places.map((p) => [p.start, p.end])).toEqual([
      [0, 41],
      [41, 46],
    ])
    const origin = places[1]!.origin
    expect(origin.kind === 'page' && origin.page).toBe(1)
    const [x0, top, x1, bottom] = origin.kind === 'page' ? origin.box : [0, 0, 0, 0]
    expect(x0).toBeCloseTo(57, 0)
    expect(x1).toBeCloseTo(117, 0)
    expect(top).toBeGreaterThan(206)
    expect(bottom).toBeLessThan(224)
  })

  it('goes on over a page break, page numbers apart as furniture', async () => {
    const page = (n: number, body: string): MadePage => ({
      content: [body, text(280, 800, `— ${n} —`)].join('\n'),
    })
    const { content } = await read([
      page(1, filler(100, 34)),
      page(2, [filler(60, 2), text(57, 100, '落实到位。')].join('\n')),
    ])
    expect(content.blocks).toHaveLength(1)
    expect(content.furniture.map((b) => b.type === 'paragraph' && b.text)).toEqual(['— 1 —', '— 2 —'])
    const first = content.blocks[0]!
    const pages =
      first.type === 'paragraph' ? first.places.map((p) => p.origin.kind === 'page' && p.origin.page) : []
    expect(new Set(pages)).toEqual(new Set([1, 2]))
  })

  it('takes a header that comes again on every page for furniture', async () => {
    const page = (body: string): MadePage => ({
      content: [text(57, 40, '某市人民政府文件', 9), body].join('\n'),
    })
    const { content } = await read([page(filler(140, 3)), page(filler(140, 3)), page(filler(140, 3))])
    expect(texts(content.blocks).join('')).not.toContain('某市人民政府文件')
    expect(content.furniture).toHaveLength(3)
  })

  it('joins a title of two lines and says that it is centred', async () => {
    const { content } = await read([
      {
        content: [
          text(130, 60, '某市人民政府办公室关于印发某某', 22),
          text(210, 92, '工作要点的通知', 22),
          filler(140, 5),
        ].join('\n'),
      },
    ])
    expect(content.blocks[0]).toMatchObject({
      text: '某市人民政府办公室关于印发某某\n工作要点的通知',
      align: 'center',
    })
  })

  it('prints bold by overprinting once, letters set apart as one word', async () => {
    const { content } = await read([
      {
        content: [
          text(57, 100, '重点任务'),
          text(57.3, 100, '重点任务'),
          text(57, 140, '工作任务', 12, '12 Tc'),
        ].join('\n'),
      },
    ])
    expect(texts(content.blocks)).toEqual(['重点任务', '工作任务'])
  })

  it('ends a paragraph where a line of justified text falls short, though by less than a character', async () => {
    const full = (y: number, string: string) => text(57, y, string, 12, `${(6 / 39).toFixed(4)} Tc`)
    const characters = '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利'
    const { content } = await read([
      {
        content: [
          ...Array.from({ length: 10 }, (_, i) => full(100 + 20 * i, characters)),
          text(57, 300, `${characters.slice(0, 38)}。`, 12, '0 Tc'),
          full(320, `各省治理工作方案${characters.slice(0, 31)}`),
          text(57, 340, '报送办公室。', 12, '0 Tc'),
        ].join('\n'),
      },
    ])
    expect(texts(content.blocks).map((t) => String(t).slice(0, 4))).toEqual(['推进政务', '各省治理'])
  })

  it('runs on in a paragraph that is set ragged in a text that is justified', async () => {
    const full = (y: number, string: string) => text(57, y, string, 12, `${(6 / 39).toFixed(4)} Tc`)
    const characters = '推进政务公开工作落实各项任务要求提高服务水平保障群众知情权参与权表达权监督权利'
    const { content } = await read([
      {
        content: [
          ...Array.from({ length: 10 }, (_, i) => full(100 + 20 * i, characters)),
          text(57, 300, '落实到位。', 12, '0 Tc'),
          ...[320, 340, 360].map((y) => text(57, y, `二是${characters.slice(0, 37)}`)),
        ].join('\n'),
      },
    ])
    expect(texts(content.blocks).map((t) => String(t).slice(0, 2))).toEqual(['推进', '二是'])
  })
})
