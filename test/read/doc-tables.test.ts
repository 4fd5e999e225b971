import { describe, expect, it } from 'vitest'
import { defineRow, deleted, depth, docFile, inTable, type Para, row, sprm, u16, u32 } from './doc/build.ts'
import { cellsOf, errorOf, firstTable, lines, read } from './doc/read.ts'

const cells = async (...main: Para[]) => cellsOf(await firstTable(docFile({ main })))

describe('tables', () => {
  it('have a column wherever a cell of any row begins', async () => {
    expect(
      await cells(
        ...row(['序号', '责任单位'], [0, 1000, 4000]),
        ...row(['1', '甲', '乙'], [0, 1000, 2500, 4000]),
      ),
    ).toEqual(['0,0 序号', '0,1 1×2 责任单位', '1,0 1', '1,1 甲', '1,2 乙'])
  })

  it('have cells merged down', async () => {
    const edges = [0, 1000, 2000]
    expect(
      await cells(
        ...row(['任务', '甲'], edges, [{ merge: 'top' }]),
        ...row(['', '乙'], edges, [{ merge: 'below' }]),
        ...row(['', '丙'], edges, [{ merge: 'below' }]),
        ...row(['新任务', '丁'], edges, [{ merge: 'top' }]),
      ),
    ).toEqual(['0,0 3×1 任务', '0,1 甲', '1,1 乙', '2,1 丙', '3,0 新任务', '3,1 丁'])
  })

  it('have a cell of its own where a merge has no beginning above it', async () => {
    const below = [{ merge: 'below' as const }]
    expect(
      await cells(...row(['甲'], [0, 1000], below), ...row(['乙', '丙'], [0, 500, 1000], below)),
    ).toEqual(['0,0 1×2 甲', '1,0 乙', '1,1 丙'])
  })

  it('report text that a merge hides', async () => {
    const main = [
      ...row(['甲'], [0, 1000], [{ merge: 'top' }]),
      ...row(['藏'], [0, 1000], [{ merge: 'below' }]),
    ]
    const { messages, content } = await read(docFile({ main }))
    expect(messages).toEqual(['doc/covered-text'])
    expect(content.blocks[0]).toMatchObject({ rows: 2, cells: [{ rowSpan: 2, text: '甲' }] })
  })

  it('have cells merged across, their texts put together', async () => {
    expect(
      await cells(
        ...row(['甲', '乙', '丙'], [0, 1000, 2000, 3000], [{}, { joined: true }]),
        ...row(['1', '2', '3'], [0, 1000, 2000, 3000]),
      ),
    ).toEqual(['0,0 1×2 甲\n乙', '0,2 丙', '1,0 1', '1,1 2', '1,2 3'])
  })

  it('keep the text of cells that have no width', async () => {
    expect(await cells(...row(['甲', '乙', '丙'], [0, 0, 1000, 1000]))).toEqual(['0,0 甲\n乙\n丙'])
    expect(await cells(...row(['甲', '乙'], [7, 7, 7]))).toEqual(['0,0 甲\n乙'])
  })

  it('have empty cells before and after a row that is shorter', async () => {
    expect(
      await cells(...row(['甲', '乙', '丙'], [0, 1000, 2000, 3000]), ...row(['丁'], [1000, 2000])),
    ).toEqual(['0,0 甲', '0,1 乙', '0,2 丙', '1,0 ', '1,1 丁', '1,2 '])
  })

  it('know their header rows', async () => {
    const main = [...row(['任务'], [0, 1000], [], sprm(0x3404, 1)), ...row(['甲'], [0, 1000])]
    const table = await firstTable(docFile({ main }))
    expect(table.cells.map((c) => c.header ?? false)).toEqual([true, false])
  })

  it('leave out a row that was deleted', async () => {
    const gone = row(['删'], [0, 1000]).map((p, i) => (i === 1 ? { ...p, markSprms: deleted } : p))
    expect(await cells(...row(['甲'], [0, 1000]), ...gone, ...row(['乙'], [0, 1000]))).toEqual([
      '0,0 甲',
      '1,0 乙',
    ])
  })

  it('that float at different places are two', async () => {
    const at = (x: number) => sprm(0x940e, ...u16(x))
    const main = [...row(['甲'], [0, 1000], [], at(50)), ...row(['乙'], [0, 1000], [], at(900))]
    expect(await lines(docFile({ main }))).toEqual(['[table]', '[table]'])
  })

  it('of more columns than a page of properties holds are whole', async () => {
    const edges = Array.from({ length: 64 }, (_, i) => i * 200)
    const grpprl = [...inTable, ...sprm(0x2417, 1), ...defineRow(edges)]
    const texts = Array.from({ length: 63 }, (_, i) => `列${i}`)
    const end: Para = { runs: [], mark: '\u0007', sprms: sprm(0x6646, ...u32(0)) }
    const main = [...row(texts, [0]).slice(0, 63), end]
    const table = await firstTable(docFile({ main, data: [...u16(grpprl.length), ...grpprl] }))
    expect([table.rows, table.cols]).toEqual([1, 63])
    expect(table.cells.at(-1)?.text).toBe('列62')
  })
})

describe('nested tables', () => {
  const inner = (text: string, ...more: number[]): Para => ({ runs: [text], sprms: [...depth(2), ...more] })
  const cellEnd = sprm(0x244b, 1)
  const rowEnd = [...sprm(0x244c, 1), ...defineRow([0, 500, 1000])]
  const outer: Para = { runs: ['外后'], mark: '\u0007', sprms: inTable }
  const end = row([], [0, 2000])[0]!

  it('are blocks of the cell that they stand in', async () => {
    const before: Para = { runs: ['外前'], sprms: inTable }
    const main = [
      before,
      inner('内一', ...cellEnd),
      inner('内二'),
      inner('续', ...cellEnd),
      inner('', ...rowEnd),
      outer,
      end,
    ]
    const table = await firstTable(docFile({ main }))
    expect(cellsOf(table)).toEqual(['0,0 外前\n内一\n内二\n续\n外后'])
    const [first, nested, last] = table.cells[0]!.blocks
    expect(first).toMatchObject({ text: '外前' })
    expect(nested?.type === 'table' && cellsOf(nested)).toEqual(['0,0 内一', '0,1 内二\n续'])
    expect(last).toMatchObject({ text: '外后' })
  })

  it('deeper than the limit are too large', async () => {
    const main = [{ runs: ['深'], sprms: depth(1 << 30) }]
    expect(await errorOf(docFile({ main }))).toBe('document/too-large')
    expect(await errorOf(docFile({ main: [{ runs: ['深'], sprms: depth(3) }] }), { maxDepth: 2 })).toBe(
      'document/too-large',
    )
  })
})

describe('limits', () => {
  it('count cells, and the holes that a grid has between them', async () => {
    const main = [...row(['甲', '乙'], [0, 1000, 2000]), ...row(['丙'], [5000, 6000])]
    expect(await errorOf(docFile({ main }), { maxCells: 8 })).toBeNull()
    expect(await errorOf(docFile({ main }), { maxCells: 7 })).toBe('document/too-large')
  })

  it('count the bytes of the text', async () => {
    expect(await errorOf(docFile({ main: ['一二三四'] }), { maxPartBytes: 9 })).toBe('document/too-large')
  })
})
