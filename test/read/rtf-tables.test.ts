import { describe, expect, it } from 'vitest'
import { cellsOf, document, read, tablesOf, textsOf } from './rtf/read.ts'

/** Table cells of a body that gives no message, table by table. */
async function tables(body: string): Promise<string[][]> {
  const { blocks, codes } = await read(document(body))
  expect(codes).toEqual([])
  return tablesOf(blocks).map(cellsOf)
}

const def = (...edges: number[]) => `\\trowd${edges.map((e) => `\\cellx${e}`).join('')}`

describe('tables', () => {
  it('the definition may stand before the cells, after them, or both', async () => {
    const cells = '\\pard\\intbl a\\cell b\\cell'
    for (const row of [
      `${def(1000, 2000)}${cells}\\row`,
      `${cells}${def(1000, 2000)}\\row`,
      `${def(1000, 2000)}${cells}{${def(1000, 2000)}\\row}`,
    ]) {
      expect(await tables(row)).toEqual([['0,0 a', '0,1 b']])
    }
  })

  it('it holds for the rows after it, until the next', async () => {
    const rows = `${def(1000, 2000)}\\pard\\intbl a\\cell b\\cell\\row c\\cell d\\cell\\row${def(2000)}e\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '0,1 b', '1,0 c', '1,1 d', '2,0 1×2 e']])
  })

  it('cells span the columns between their borders', async () => {
    const rows = `${def(1000, 2000, 3000)}\\pard\\intbl a\\cell b\\cell c\\cell\\row${def(1500, 3000)}d\\cell e\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '0,1 1×2 b', '0,3 c', '1,0 1×2 d', '1,2 1×2 e']])
  })

  it('borders that miss each other a little are one, and the row may be moved to the left', async () => {
    const rows = `\\trowd\\trleft-108\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row\\trowd\\trleft-100\\cellx1012\\cellx1990 c\\cell d\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '0,1 b', '1,0 c', '1,1 d']])
  })

  it('cells merged down', async () => {
    const top = '\\trowd\\clvmgf\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row'
    const below = '\\trowd\\clvmrg\\cellx1000\\cellx2000\\pard\\intbl\\cell c\\cell\\row'
    expect(await tables(`${top}${below}${below}`)).toEqual([['0,0 3×1 a', '0,1 b', '1,1 c', '2,1 c']])
  })

  it('cells merged across', async () => {
    const row =
      '\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl a\\cell\\cell b\\cell\\row'
    const next = `${def(1000, 2000, 3000)}c\\cell d\\cell e\\cell\\row`
    expect(await tables(row + next)).toEqual([['0,0 1×2 a', '0,2 b', '1,0 c', '1,1 d', '1,2 e']])
  })

  it('text that a merge covers is left out and reported', async () => {
    const top = '\\trowd\\clvmgf\\cellx1000\\pard\\intbl a\\cell\\row'
    const { blocks, codes } = await read(document(`${top}\\trowd\\clvmrg\\cellx1000 b\\cell\\row`))
    expect(tablesOf(blocks).map(cellsOf)).toEqual([['0,0 2×1 a']])
    expect(codes).toEqual(['rtf/covered-text'])
  })

  it('a cell has paragraphs, the last of which its end ends', async () => {
    const { blocks } = await read(
      document(`${def(1000)}\\pard\\intbl\\qc a\\par b\\par c\\cell\\row\\pard d`),
    )
    expect(tablesOf(blocks)[0]!.cells[0]!.blocks).toMatchObject([
      { text: 'a', align: 'center' },
      { text: 'b' },
      { text: 'c' },
    ])
    expect(textsOf(blocks)).toEqual(['[table]', 'd'])
  })

  it('a paragraph between parts two tables', async () => {
    const row = `${def(1000)}\\pard\\intbl a\\cell\\row\\pard`
    expect(await tables(`${row}\\par ${row}`)).toHaveLength(2)
    expect(await tables(`${row}${row}`)).toHaveLength(1)
  })

  it('rows that float at different places are of two tables', async () => {
    const row = (y: number) => `\\trowd\\tposy${y}\\cellx1000\\pard\\intbl a\\cell\\row`
    expect(await tables(row(100) + row(100) + row(5000))).toEqual([['0,0 a', '1,0 a'], ['0,0 a']])
  })

  it('repeated header rows', async () => {
    const rows = `\\trowd\\trhdr\\cellx1000\\pard\\intbl a\\cell\\row${def(1000)}b\\cell\\row`
    const { blocks } = await read(document(rows))
    expect(tablesOf(blocks)[0]!.cells.map((c) => c.header ?? false)).toEqual([true, false])
  })

  it('a row deleted in a tracked change is gone', async () => {
    const rows = `${def(1000)}\\pard\\intbl a\\cell\\row {\\deleted b\\cell\\row}c\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '1,0 c']])
  })

  it('borders that do not go on to the right keep their cells apart', async () => {
    expect(
      await tables('\\trowd\\cellx500\\cellx500\\cellx0\\pard\\intbl a\\cell b\\cell c\\cell\\row'),
    ).toEqual([['0,0 a', '0,1 b', '0,2 c']])
  })

  it('a left border beyond the first cell says nothing', async () => {
    const rows = `${def(1000, 2000)}\\pard\\intbl a\\cell b\\cell\\row\\trowd\\trleft5000\\cellx1000\\cellx2000 c\\cell d\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '0,1 b', '1,0 c', '1,1 d']])
  })

  it('cells beyond the definition, and cells fewer than it has', async () => {
    const rows = `${def(1000)}\\pard\\intbl a\\cell b\\cell\\row${def(1000, 2000)}c\\cell\\row`
    expect(await tables(rows)).toEqual([['0,0 a', '0,1 b', '1,0 c', '1,1 ']])
  })

  it('rows without any definition are reported', async () => {
    const { blocks, codes } = await read(document('\\pard\\intbl a\\cell b\\cell\\row'))
    expect(tablesOf(blocks).map(cellsOf)).toEqual([['0,0 a', '0,1 b']])
    expect(codes).toEqual(['rtf/rows-undefined'])
  })

  it('\\intbl may be missing: a cell\u2019s end is in a table, and so is what follows up to the row\u2019s', async () => {
    const rows = `${def(1000, 2000)}a\\cell b\\par c\\cell\\row d\\par`
    const { blocks, codes } = await read(document(rows))
    expect(codes).toEqual([])
    expect(tablesOf(blocks).map(cellsOf)).toEqual([['0,0 a', '0,1 b\nc']])
    expect(textsOf(blocks)).toEqual(['[table]', 'd'])
  })
})

describe('tables in cells', () => {
  const inner = (a: string, b: string) =>
    `\\pard\\intbl\\itap2 ${a}\\nestcell ${b}\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}`

  it('are blocks of the cell', async () => {
    const body = `${def(1000, 2000)}\\pard\\intbl a\\par ${inner('b', 'c')}${inner('d', 'e')}\\pard\\intbl f\\cell g\\cell{${def(1000, 2000)}\\row}`
    const { blocks, codes } = await read(document(body))
    expect(codes).toEqual([])
    const [outer] = tablesOf(blocks)
    expect(cellsOf(outer!)).toEqual(['0,0 a\nb\nc\nd\ne\nf', '0,1 g'])
    const [first] = outer!.cells
    expect(textsOf(first!.blocks)).toEqual(['a', '[table]', 'f'])
    expect(cellsOf(tablesOf(first!.blocks)[0]!)).toEqual(['0,0 b', '0,1 c', '1,0 d', '1,1 e'])
  })

  it('leave the row around its own definition', async () => {
    const body = `${def(1000, 2000)}\\pard\\intbl ${inner('b', 'c')}\\pard\\intbl\\cell g\\cell\\row`
    expect((await tables(body))[0]).toEqual(['0,0 b\nc', '0,1 g'])
  })

  it('of the third level', async () => {
    const deep =
      '\\pard\\intbl\\itap3 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx100\\nestrow}\\pard\\intbl\\itap2 y\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\nestrow}'
    const { blocks } = await read(document(`${deep}\\pard\\intbl z\\cell${def(1000)}\\row`))
    const middle = tablesOf(tablesOf(blocks)[0]!.cells[0]!.blocks)[0]!
    const least = tablesOf(middle.cells[0]!.blocks)[0]!
    expect([least, middle].map((t) => t.cells[0]!.text)).toEqual(['x', 'x\ny'])
  })
})
