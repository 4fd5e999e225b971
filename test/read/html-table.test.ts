import { describe, expect, it } from 'vitest'
import { read, shown } from './html/read.ts'

async function blocks(source: string): Promise<string[]> {
  const page = await read(source)
  expect(page.codes).toEqual([])
  return shown(page.blocks)
}

const t = (rows: string, attributes = ' border=1') => `<table${attributes}>${rows}</table>`

describe('the grid', () => {
  it.each([
    ['rows and columns', t('<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>'), '1 | 2\n3 | 4'],
    ['unclosed rows and cells', t('<tr><td>1<td>2<tr><td>3<td>4'), '1 | 2\n3 | 4'],
    ['an unclosed table', '<table border=1><tr><td>1<td>2<tr><td>3<td>4', '1 | 2\n3 | 4'],
    ['a row that is short', t('<tr><td>1<td>2<tr><td>3'), '1 | 2\n3 | '],
    ['colspan', t('<tr><td>1<td>2<tr><td colspan=2>3'), '1 | 2\n1x2:3'],
    ['rowspan', t('<tr><td rowspan="2">1<td>2<tr><td>3'), '2x1:1 | 2\n3'],
    ['both', t('<tr><td rowspan=2 colspan=2>1<td>2<tr><td>3<tr><td>4<td>5<td>6'), '2x2:1 | 2\n3\n4 | 5 | 6'],
    [
      'rowspan=0 reaches to the end of its group',
      t('<tbody><tr><td rowspan=0>1<td>2<tr><td>3<tbody><tr><td>4<td>5'),
      '2x1:1 | 2\n3\n4 | 5',
    ],
    [
      'no rowspan reaches beyond its group',
      t('<thead><tr><td rowspan=9>1<td>2<tbody><tr><td>3<td>4'),
      '1 | 2\n3 | 4',
    ],
    ['an absurd rowspan', t('<tr><td rowspan=65534>1<td>2<tr><td>3'), '2x1:1 | 2\n3'],
    ['an absurd colspan', t('<tr><td colspan=999999>1<tr><td>2<td>3'), '1x2:1\n2 | 3'],
    [
      'colspan=0 and words are 1',
      t('<tr><td colspan=0>1<td colspan=x>2<td colspan=-3>3<td colspan="2%">4<tr><td>5<td>6<td>7<td>8<td>9'),
      '1 | 2 | 3 | 1x2:4\n5 | 6 | 7 | 8 | 9',
    ],
    [
      'a span into a cell from above is cut',
      t('<tr><td>1<td rowspan=2>2<td>3<tr><td colspan=3>4'),
      '1 | 2x1:2 | 3\n4 | ',
    ],
    [
      'columns that only a span opens are none',
      t('<tr><td colspan=3>1<td>2<tr><td colspan=3>3<td>4'),
      '1 | 2\n3 | 4',
    ],
    ['a row without cells is none', t('<tr><td>1<td>2<tr></tr><tr><td>3<td>4'), '1 | 2\n3 | 4'],
    ['a hidden row is none', t('<tr><td>1<td>2<tr hidden><td> <td> <tr><td>3<td>4'), '1 | 2\n3 | 4'],
    ['an empty column stays', t('<tr><td>1<td>&nbsp;<td>2<tr><td>3<td><td>4'), '1 |  | 2\n3 |  | 4'],
    [
      'head above and foot below, wherever they stand',
      t('<tfoot><tr><td>5<td>6<tbody><tr><td>3<td>4<thead><tr><td>1<td>2'),
      '1 | 2\n3 | 4\n5 | 6',
    ],
    [
      'text between the cells stands before the table',
      t('<tr><td>1<td>2</tr>文<tr><td>3<td>4'),
      '文\n1 | 2\n3 | 4',
    ],
    ['a caption stands before it', t('<caption>表一</caption><tr><td>1<td>2'), '表一\n1 | 2'],
  ])('%s', async (_, source, expected) => {
    expect((await blocks(source)).join('\n')).toBe(expected)
  })

  it('a line of a cell is a paragraph of it', async () => {
    const {
      blocks: [table],
    } = await read(t('<tr><td><p>一</p><p>二<br>三</p><ol><li>四</ol><td>市财政局<br>市教育局'))
    expect(table?.type === 'table' && table.cells.map((c) => [c.text, c.blocks.length])).toEqual([
      ['一\n二\n三\n1. 四', 4],
      ['市财政局\n市教育局', 2],
    ])
  })

  it('<th> is a header', async () => {
    const {
      blocks: [table],
    } = await read('<table><tr><th>序号<th>任务<tr><td>1<td>公开')
    expect(table?.type === 'table' && table.cells.map((c) => c.header)).toEqual([
      true,
      true,
      undefined,
      undefined,
    ])
  })

  it('a table in a cell is a block of it', async () => {
    const {
      blocks: [table],
    } = await read(t(`<tr><td>1<td>指标如下${t('<tr><td>3<td>4')}后<tr><td>5<td>这一格比里面的表格长`))
    const cell = table?.type === 'table' ? table.cells[1] : undefined
    expect(shown(cell?.blocks ?? [])).toEqual(['指标如下', '3 | 4', '后'])
  })
})

describe('tables that lay out the page', () => {
  const nav = ['机构', '职能', '公开'].map((w) => `<div>${w}</div>`).join('')
  const text = Array.from({ length: 9 }, (_, i) => `<p>${i + 1}.做好信息公开工作，及时回应关切。</p>`).join(
    '',
  )
  it.each([
    ['one cell', t('<tr><td><p>一</p><p>二</p>'), ['一', '二']],
    ['one cell with text', t('<tr><td><td>一、任务<td>&nbsp;'), ['一、任务']],
    ['one column', t('<tr><td>题<tr><td>一<tr><td>二'), ['题', '一', '二']],
    [
      'tables in it',
      t(`<tr><td>左<td>${t('<tr><td>1<td>任务公开<tr><td>2<td>任务解读')}`),
      ['左', '1 | 任务公开\n2 | 任务解读'],
    ],
    [
      'a column and an article',
      t(`<tr><td>${nav}<td>${text}`, ''),
      ['机构', '职能', '公开', ...text.match(/\d\..*?。/g)!],
    ],
    ['its role', t('<tr><td>1<td>2<tr><td>3<td>4', ' role="presentation"'), ['1', '2', '3', '4']],
  ])('%s', async (_, source, expected) => {
    expect(await blocks(source)).toEqual(expected)
  })

  it.each([
    ['a row of short cells', t('<tr><td>索引号<td>0001<td>发文机关<td>市政府', '')],
    [
      'a long cell in a row that goes on from a page before',
      t(`<tr><td>1<td>${text.slice(0, 300)}<td>市政府`),
    ],
    ['a form with one long cell', t(`<tr><td>姓名<td>张三<tr><td>性别<td>男<tr><td>简历<td>${text}`)],
    ['a head', `<table><tr><th>任务<tr><td>${text}`],
  ])('%s is data', async (_, source) => {
    expect((await read(source)).blocks.map((b) => b.type)).toEqual(['table'])
  })

  it('tables without text are nothing', async () => {
    expect(await blocks(`${t('<tr><td><img><td>&nbsp;')}文`)).toEqual(['文'])
  })
})

describe('limits', { timeout: 60_000 }, () => {
  it('reads 100,000 cells', async () => {
    const {
      blocks: [table],
    } = await read(t(`<tr>${'<td>文'.repeat(10)}`.repeat(10_000)))
    expect(table?.type === 'table' && [table.rows, table.cols]).toEqual([10_000, 10])
  })

  it.each([
    ['more cells', t(`<tr>${'<td>文'.repeat(5)}`.repeat(5))],
    ['more in several tables', t(`<tr>${'<td>文'.repeat(5)}`.repeat(2)).repeat(3)],
    ['a grid of holes', t(`<tr>${'<td>文'.repeat(12)}<tr><td>文<tr><td>文`)],
  ])('%s than the limit are refused', async (_, source) => {
    await expect(read(source, { limits: { maxCells: 24 } })).rejects.toMatchObject({
      code: 'document/too-large',
    })
  })

  it('spans cost no more than cells', async () => {
    const from = performance.now()
    await read(t(`<tr>${'<td colspan=1000>文'.repeat(20_000)}`))
    await expect(read(t('<tr><td colspan=1000 rowspan=65534>文'.repeat(20_000)))).rejects.toMatchObject({
      code: 'document/too-large',
    })
    expect(performance.now() - from).toBeLessThan(20_000)
  })

  it('tables of data in tables of data are read six deep, and flattened below', async () => {
    let source = '文'
    for (let n = 0; n < 8; n++) source = t(`<tr><td>1<td>${'字'.repeat(3 ** n * 8)}<tr><td>2<td>${source}`)
    const page = await read(source)
    expect(page.codes).toEqual(['html/tables-flattened'])
    let depth = 0
    for (let list = page.blocks.filter((b) => b.type === 'table'); list.length > 0; depth++) {
      list = list.flatMap((b) => b.cells.flatMap((c) => c.blocks.filter((x) => x.type === 'table')))
    }
    expect(depth).toBe(6)
    expect(shown(page.blocks).join('')).toContain('文')
  })
})
