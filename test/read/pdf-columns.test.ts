import { describe, expect, it } from 'vitest'
import { type MadePage, text } from './made-pdf.ts'
import { onlyTable, read, rows, texts } from './read-pdf.ts'

/** A column of full lines of twenty characters, each with its number, and a last line that ends it. */
const column = (x: number, y: number, name: string, count: number, step = 18) =>
  Array.from({ length: count }, (_, i) => {
    const no = String(i).padStart(2, '0')
    const full = `${name}${no}推进政务公开工作落实各项任务要求提高`.padEnd(20, '民').slice(0, 20)
    return text(x, y + step * i, i === count - 1 ? `${name}${no}完。` : full, 12)
  })

const order = (found: readonly (string | string[])[]) =>
  (found.join('').match(/[甲乙丙丁]\d\d/g) ?? []).filter((_, i, all) => i === 0 || all[i - 1] !== all[i])

const names = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name}${String(i).padStart(2, '0')}`)

describe('pages in columns', () => {
  it('reads a column to its end before the next, the title above them first', async () => {
    const { content } = await read([
      {
        content: [
          text(150, 60, '关于做好政务公开工作的通知', 22),
          ...column(50, 110, '甲', 14),
          ...column(310, 110, '乙', 12),
        ].join('\n'),
      },
    ])
    expect(content.blocks.every((b) => b.type === 'paragraph')).toBe(true)
    expect(texts(content.blocks)[0]).toBe('关于做好政务公开工作的通知')
    expect(order(texts(content.blocks).slice(1))).toEqual([...names('甲', 14), ...names('乙', 12)])
  })

  it('reads columns whose lines do not stand beside one another', async () => {
    const { content } = await read([
      { content: [...column(50, 100, '甲', 14), ...column(310, 107, '乙', 14, 19)].join('\n') },
    ])
    expect(order(texts(content.blocks))).toEqual([...names('甲', 14), ...names('乙', 14)])
  })

  it('reads three columns', async () => {
    const narrow = (x: number, name: string) =>
      names(name, 12).map((n, i) => text(x, 100 + 18 * i, `${n}推进政务公开工作落`))
    const { content } = await read([
      { content: [...narrow(40, '甲'), ...narrow(215, '乙'), ...narrow(390, '丙')].join('\n') },
    ])
    expect(order(texts(content.blocks))).toEqual(['甲', '乙', '丙'].flatMap((n) => names(n, 12)))
  })

  it('goes on with a paragraph in the next column and on the next page', async () => {
    const full = (x: number, name: string): string[] =>
      names(name, 14).map((n, i) =>
        text(x, 100 + 18 * i, `${n}推进政务公开工作落实各项任务要求提`.slice(0, 20)),
      )
    const page = (a: string, b: string): MadePage => ({
      content: [...full(50, a), ...full(310, b)].join('\n'),
    })
    const { content } = await read([page('甲', '乙'), page('丙', '丁')])
    expect(order(texts(content.blocks))).toEqual(['甲', '乙', '丙', '丁'].flatMap((n) => names(n, 14)))
    expect(content.blocks).toHaveLength(1)
  })

  it('parts what stands above the columns from what stands below', async () => {
    const { content } = await read([
      {
        content: [
          ...column(50, 100, '甲', 12),
          ...column(310, 100, '乙', 12),
          text(50, 340, '以上各项任务由各县区各部门按照职责分工负责落实并于每季度末将进展情况报送市政府'),
          ...column(50, 380, '丙', 12),
          ...column(310, 380, '丁', 12),
        ].join('\n'),
      },
    ])
    const found = texts(content.blocks)
    expect(order(found)).toEqual(['甲', '乙', '丙', '丁'].flatMap((n) => names(n, 12)))
    expect(found.findIndex((t) => String(t).startsWith('以上各项'))).toBeGreaterThan(
      found.findIndex((t) => String(t).includes('乙11')),
    )
  })

  it('leaves a table of two columns a table: beside its longer cells the others are blank', async () => {
    const task = (y: number, n: number) => [
      text(50, y, `${n}.推进政务公开工作落实各项任务要求提`),
      text(50, y + 18, '高服务水平保障群众知情权参与权表达权'),
      text(50, y + 36, '监督权。'),
      text(310, y, '市政府办公室、市发展改革委、市财政局'),
    ]
    const { content } = await read([
      {
        content: [
          text(50, 80, '工作任务'),
          text(310, 80, '责任单位'),
          ...[1, 2, 3, 4, 5, 6].flatMap((n) => task(50 + 66 * n, n)),
        ].join('\n'),
      },
    ])
    const table = rows(onlyTable(content))
    expect(table).toHaveLength(7)
    expect(table[1]).toBe(
      '1.推进政务公开工作落实各项任务要求提/高服务水平保障群众知情权参与权表达权/监督权。|市政府办公室、市发展改革委、市财政局',
    )
  })
})
