import { describe, expect, it } from 'vitest'
import { cellsOf, read, tablesOf, textsOf } from './odt/read.ts'

const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
const covered = '<table:covered-table-cell/>'
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const table = (...rows: string[]) => `<table:table>${rows.join('')}</table:table>`
const across = (n: number) => `table:number-columns-spanned="${n}"`
const down = (n: number) => `table:number-rows-spanned="${n}"`

/** Table cells of a text that gives no message, table by table. */
async function tables(body: string): Promise<string[][]> {
  const { blocks, codes } = await read(body)
  expect(codes).toEqual([])
  return tablesOf(blocks).map(cellsOf)
}

describe('tables', () => {
  it('spans', async () => {
    const body = table(
      '<table:table-column table:number-columns-repeated="3"/>',
      row(cell('a', `${across(2)} ${down(2)}`), covered, cell('b')),
      row(covered, covered, cell('c')),
      row(cell('d', across(3)), covered, covered),
    )
    expect(await tables(body)).toEqual([['0,0 2×2 a', '0,2 b', '1,2 c', '2,0 1×3 d']])
  })

  it('repeated cells and rows', async () => {
    const body = table(
      row(
        cell('a', 'table:number-columns-repeated="2"'),
        '<table:table-cell table:number-columns-repeated="2"/>',
      ),
      `<table:table-row table:number-rows-repeated="2">${cell('b', across(4))}<table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>`,
    )
    expect(await tables(body)).toEqual([['0,0 a', '0,1 a', '0,2 ', '0,3 ', '1,0 1×4 b', '2,0 1×4 b']])
  })

  it('columns that only covered cells have', async () => {
    const body = table(
      row(cell('a', across(4)), '<table:covered-table-cell table:number-columns-repeated="3"/>'),
    )
    expect(await tables(body)).toEqual([['0,0 1×4 a']])
  })

  it('header rows, and rows in groups', async () => {
    const body = table(
      `<table:table-header-rows>${row(cell('a'))}</table:table-header-rows>`,
      `<table:table-rows>${row(cell('b'))}</table:table-rows>`,
      `<table:table-row-group>${row(cell('c'))}</table:table-row-group>`,
    )
    const { blocks } = await read(body)
    expect(tablesOf(blocks)[0]!.cells.map((c) => [c.text, c.header ?? false])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ])
  })

  it('cells of several paragraphs, and tables in cells', async () => {
    const inner = table(row(cell('b'), cell('c')))
    const body = table(
      row(`<table:table-cell><text:p>a</text:p>${inner}<text:p>d</text:p></table:table-cell>`, cell('e')),
    )
    const { blocks } = await read(body)
    const [outer] = tablesOf(blocks)
    expect(cellsOf(outer!)).toEqual(['0,0 a\nb\nc\nd', '0,1 e'])
    expect(textsOf(outer!.cells[0]!.blocks)).toEqual(['a', '[table]', 'd'])
    expect(cellsOf(tablesOf(outer!.cells[0]!.blocks)[0]!)).toEqual(['0,0 b', '0,1 c'])
  })

  it('rows of unequal length', async () => {
    expect(await tables(table(row(cell('a')), row(cell('b'), cell('c'))))).toEqual([
      ['0,0 a', '0,1 ', '1,0 b', '1,1 c'],
    ])
  })

  it.each([
    [
      'a covered cell',
      row(cell('a', across(2)), `<table:covered-table-cell><text:p>b</text:p></table:covered-table-cell>`),
    ],
    ['a cell where another spans', row(cell('a', across(2)), cell('b'))],
  ])('text in %s is left out and reported', async (_, made) => {
    const { blocks, codes } = await read(table(made))
    expect(tablesOf(blocks).map(cellsOf)).toEqual([['0,0 1×2 a']])
    expect(codes).toEqual(['odt/covered-text'])
  })

  it('spans and repetitions that say nothing', async () => {
    const odd =
      'table:number-columns-spanned="0" table:number-rows-spanned="-3" table:number-columns-repeated="x"'
    expect(await tables(table(row(cell('a', odd), cell('b', across(99)))))).toEqual([['0,0 a', '0,1 b']])
  })

  it('a table without cells is none', async () => {
    expect((await read(`${table()}${table(row())}<text:p>a</text:p>`)).blocks).toMatchObject([{ text: 'a' }])
  })

  it('cells and rows without a table are read', async () => {
    expect(textsOf((await read(row(cell('a')))).blocks)).toEqual(['a'])
  })
})
