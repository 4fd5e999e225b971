/** Tables of .docx: the grid that Word lays out. */
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/document.ts'
import { mammothAlone, onlyTable, p, readBody, rowsOf, spansOf } from './docx/parts.ts'

const tc = (text: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${text === '' ? '<w:p/>' : p(text)}</w:tc>`
const tr = (cells: string, properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const span = (n: number | string) => `<w:gridSpan w:val="${n}"/>`
const top = '<w:vMerge w:val="restart"/>'
const below = '<w:vMerge/>'

async function read(...rows: string[]): Promise<Table> {
  return onlyTable(await readBody(tbl(...rows)))
}

describe('merges', () => {
  it('along rows and down columns', async () => {
    const table = await read(
      tr(tc('序号', top) + tc('重点任务', top) + tc('责任分工', span(2))),
      tr(tc('', below) + tc('', below) + tc('牵头单位') + tc('责任单位')),
      tr(tc('1') + tc('公开') + tc('甲局') + tc('乙局')),
    )
    expect(rowsOf(table)).toEqual([
      ['序号', '重点任务', '责任分工'],
      ['牵头单位', '责任单位'],
      ['1', '公开', '甲局', '乙局'],
    ])
    expect(spansOf(table).slice(0, 5)).toEqual(['0,0 2x1', '0,1 2x1', '0,2 1x2', '1,2 1x1', '1,3 1x1'])
  })

  it('that nothing above begins: the cell is shown, which mammoth drops', async () => {
    const rows = [tr(tc('甲') + tc('乙')), tr(tc('丙', below) + tc('丁'))]
    expect(rowsOf(await read(...rows))).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
    expect(await mammothAlone(tbl(...rows))).not.toContain('丙')
  })

  it('of other columns than above do not go on', async () => {
    const table = await read(
      tr(tc('甲', span(2) + top) + tc('乙')),
      tr(tc('丙', below) + tc('丁') + tc('戊')),
    )
    expect(spansOf(table)).toEqual(['0,0 1x2', '0,2 1x1', '1,0 1x1', '1,1 1x1', '1,2 1x1'])
  })

  it('w:hMerge of old files is a span, which mammoth does not know', async () => {
    const rows = [
      tr(tc('任务', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge w:val="continue"/>') + tc('单位')),
      tr(tc('1') + tc('公开') + tc('甲局')),
    ]
    const table = await read(...rows)
    expect(spansOf(table)).toEqual(['0,0 1x2', '0,2 1x1', '1,0 1x1', '1,1 1x1', '1,2 1x1'])
    expect(await mammothAlone(tbl(...rows))).not.toContain('colspan')
  })

  it('that were tracked (w:cellMerge)', async () => {
    const table = await read(
      tr(tc('甲', '<w:cellMerge w:id="1" w:author="x" w:vMerge="rest"/>') + tc('乙')),
      tr(tc('', '<w:cellMerge w:id="2" w:author="x" w:vMerge="cont"/>') + tc('丙')),
    )
    expect(spansOf(table)).toEqual(['0,0 2x1', '0,1 1x1', '1,1 1x1'])
  })

  it('go on past a deleted row, and end with one that began them', async () => {
    const gone = '<w:del w:id="1" w:author="x"/>'
    const on = await read(
      tr(tc('甲', top) + tc('乙')),
      tr(tc('', below) + tc('删'), gone),
      tr(tc('', below) + tc('丙')),
    )
    expect(spansOf(on)).toEqual(['0,0 2x1', '0,1 1x1', '1,1 1x1'])
    const ended = await read(
      tr(tc('甲') + tc('乙')),
      tr(tc('删', top) + tc('删'), gone),
      tr(tc('丁', below) + tc('丙')),
    )
    expect(rowsOf(ended)).toEqual([
      ['甲', '乙'],
      ['丁', '丙'],
    ])
  })

  it('hide text that Word does not show either, and say so', async () => {
    const read = await readBody(tbl(tr(tc('甲', top)), tr(tc('遮住', below))))
    expect(rowsOf(onlyTable(read))).toEqual([['甲'], []])
    expect(read.report.noted.map((n) => [n.code, n.params])).toEqual([['docx/covered-text', { count: 1 }]])
  })
})

describe('rows', () => {
  it('that begin or end inside the grid have empty cells there, which mammoth leaves out', async () => {
    const rows = [
      tr(tc('甲') + tc('乙') + tc('丙') + tc('丁')),
      tr(tc('戊', span(2)), '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    ]
    const table = await read(...rows)
    expect(spansOf(table).slice(4)).toEqual(['1,0 1x1', '1,1 1x2', '1,3 1x1'])
    expect((await mammothAlone(tbl(...rows))).match(/<td/g)).toHaveLength(5)
  })

  it('deleted, hidden, with a deleted cell', async () => {
    expect(
      rowsOf(
        await read(
          tr(tc('删'), '<w:del w:id="1" w:author="x"/>'),
          tr(tc('藏'), '<w:hidden/>'),
          tr(tc('删', '<w:cellDel w:id="2" w:author="x"/>') + tc('留')),
        ),
      ),
    ).toEqual([['留']])
  })

  it('of the header', async () => {
    const table = await read(tr(tc('任务'), '<w:tblHeader/>'), tr(tc('公开'), '<w:tblHeader w:val="0"/>'))
    expect(table.cells.map((c) => c.header ?? false)).toEqual([true, false])
  })

  it('with bookmarks between them and between cells, which cost mammoth the merges', async () => {
    const mark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    const rows = [tr(tc('甲', top) + mark + tc('乙')), mark, tr(tc('', below) + tc('丙'))]
    expect(spansOf(await read(...rows))).toEqual(['0,0 2x1', '0,1 1x1', '1,1 1x1'])
    expect(await mammothAlone(tbl(...rows))).not.toContain('rowspan')
  })

  it('and cells in content controls', async () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const table = await read(sdt(tr(tc('甲', top) + sdt(tc('乙')))), tr(tc('', below) + tc('丙')))
    expect(spansOf(table)).toEqual(['0,0 2x1', '0,1 1x1', '1,1 1x1'])
  })
})

describe('cells', () => {
  it('hold paragraphs and tables', async () => {
    const inner = tbl(tr(tc('内1') + tc('内2')))
    const table = await read(tr(`<w:tc>${p('一')}${inner}${p('二')}</w:tc>`))
    expect(table.cells[0]?.text).toBe('一\n内1\n内2\n二')
    expect(table.cells[0]?.blocks.map((b) => b.type)).toEqual(['paragraph', 'table', 'paragraph'])
  })

  it('of spans that are no numbers, none or without end', async () => {
    const table = await read(
      tr(tc('甲', span('x')) + tc('乙', span(0)) + tc('丙', span(-4))),
      tr(tc('丁', span(99_999_999))),
    )
    expect(spansOf(table).slice(0, 4)).toEqual(['0,0 1x1', '0,1 1x1', '0,2 1x1', '0,3 1x1'])
    expect(table.cols).toBe(1024)
  })

  it('a table in a paragraph comes after it', async () => {
    const { blocks } = await readBody(`<w:p><w:r><w:t>如下：</w:t></w:r>${tbl(tr(tc('甲')))}</w:p>`)
    expect(blocks.map((b) => b.type)).toEqual(['paragraph', 'table'])
  })
})

it('a long table is one table, its merges whole', async () => {
  const rows = Array.from({ length: 1500 }, (_, i) =>
    tr(
      tc(i % 3 === 0 ? `类${i}` : '', i % 3 === 0 ? top : below) + tc(`推进第${i}项政务公开工作任务落实到位`),
    ),
  )
  const table = await read(...rows)
  expect([table.rows, table.cols, table.cells.length]).toEqual([1500, 2, 2000])
  expect(
    table.cells.filter((c) => c.col === 0).every((c) => c.rowSpan === 3 && c.text === `类${c.row}`),
  ).toBe(true)
  expect(table.cells.at(-1)?.text).toBe('推进第1499项政务公开工作任务落实到位')
})
