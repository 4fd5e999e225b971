/** The workbook, read back by a library that has no part in writing it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { outcomes } from '../../src/batch/outcome.ts'
import type { DocumentRecord, ProblemRecord } from '../../src/dataset/record.ts'
import { words } from '../../src/dataset/xlsx/words.ts'
import { Workbook, type WorkbookOptions } from '../../src/dataset/xlsx/workbook.ts'
import type { Evidence } from '../../src/generated/notice.ts'
import { madeDeadline, madeNotice, madeTask, madeUnit } from '../made.ts'
import { madeRecord, temporary } from './record.ts'

interface Made {
  readonly book: exceljs.Workbook
  /** The parts of the package, as text. */
  readonly part: (name: string) => string
}

async function write(
  records: readonly DocumentRecord[],
  options: Partial<WorkbookOptions> = {},
  problems: readonly ProblemRecord[] = [],
): Promise<Made> {
  const folder = temporary()
  const workbook = await Workbook.open(folder, {
    lang: 'zh',
    mergeSections: false,
    allCopies: false,
    ...options,
  })
  for (const record of records) await workbook.add(record)
  for (const problem of problems) await workbook.problem(problem)
  await workbook.finish()
  await workbook.file.commit()
  const bytes = readFileSync(join(folder, 'tasks.xlsx'))
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const parts = unzipSync(bytes)
  return { book, part: (name) => Buffer.from(parts[name]!).toString('utf8') }
}

const sheet = (made: Made, name: string) => made.book.getWorksheet(name)!
const texts = (made: Made, name: string, row: number): unknown[] =>
  Array.from((sheet(made, name).getRow(row).values as unknown[]).slice(1), (value) => value ?? null)
const cell = (made: Made, at: string, name = '台账') => sheet(made, name).getCell(at)

const at = (more: Partial<Evidence>): { '/task': Evidence[] } => ({
  '/task': [{ node: 'b7.r3.c0', start: 0, end: 1, quote: '', rule: 'x', ...more }],
})
const heading = (id: string, title: string) => ({ id, label: null, title })
const tasks = (...made: ReturnType<typeof madeTask>[]) => madeRecord('县/a.docx', { tasks: made })

describe('the sheet of tasks', () => {
  it('has the columns of an office, filters, a header that stays, and wrapped text', async () => {
    const made = await write([tasks(madeTask('t1', '公开'))])
    expect(made.book.worksheets.map((s) => s.name)).toEqual(['台账', '问题', '说明'])
    expect(texts(made, '台账', 1)).toEqual(
      '序号 一级 二级 工作任务 工作要求 牵头单位 责任单位 配合单位 完成时限 来源 文件标题 地区 年度 指导单位 任务编号'.split(
        ' ',
      ),
    )
    expect(sheet(made, '台账').autoFilter).toBe('A1:O2')
    expect(sheet(made, '台账').views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(cell(made, 'D2').alignment).toMatchObject({ wrapText: true })
    expect(sheet(made, '台账').getColumn(5).width).toBeGreaterThan(40)
    expect(made.part('xl/workbook.xml')).toContain(`_xlnm.Print_Area" localSheetId="0">'台账'!$A$1:$J$2<`)
  })

  it('says of a task what the notice says, and where', async () => {
    const record = madeRecord('县/a.docx', {
      notice: madeNotice({
        title: '2021年要点',
        year: 2021,
        region: { code: '530500', name: '云南省保山市' },
      }),
      tasks: [
        madeTask('t1', '公开', {
          ordinal: '1',
          requirement: '及时',
          sections: [heading('s1', '一、甲'), heading('s2', '（一）乙'), heading('s3', '1.丙')],
          leadUnits: [madeUnit('财政局', { name: '市财政局' }), madeUnit('市司法局')],
          openLists: ['leadUnits'],
          deadlines: [madeDeadline('6月底前', 'by'), madeDeadline('长期', 'ongoing')],
          evidence: at({}),
        }),
      ],
    })
    expect(texts(await write([record]), '台账', 2)).toEqual([
      1,
      '一、甲',
      '（一）乙 › 1.丙',
      '公开',
      '及时',
      '市财政局、市司法局等',
      null,
      null,
      '6月底前；长期',
      '县/a.docx 第 8 段（表格）第 4 行',
      '2021年要点',
      '云南省保山市',
      2021,
      null,
      `${record.documentId}.t1`,
    ])
  })

  it('names the page or the line where there is one', async () => {
    const made = await write([
      tasks(
        madeTask('t1', 'a', { evidence: at({ page: 3 }) }),
        madeTask('t2', 'b', { evidence: at({ line: 17 }) }),
        madeTask('t3', 'c', { evidence: at({ node: 'b4' }) }),
        madeTask('t4', 'd'),
      ),
    ])
    expect(['J2', 'J3', 'J4', 'J5'].map((ref) => cell(made, ref).value)).toEqual([
      '县/a.docx 第 3 页',
      '县/a.docx 第 17 行',
      '县/a.docx 第 5 段',
      '县/a.docx',
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '＝1'])(
    'makes %j no formula',
    async (text) => {
      const made = await write([tasks(madeTask('t1', text, { requirement: text }))])
      expect(cell(made, 'D2').type).toBe(exceljs.ValueType.String)
      expect(cell(made, 'D2').value).toBe(text)
      expect(made.part('xl/worksheets/sheet1.xml')).not.toContain('<f>')
      const style = Number(/<c r="D2" s="(\d+)"/.exec(made.part('xl/worksheets/sheet1.xml'))![1])
      const xfs = made
        .part('xl/styles.xml')
        .split('<cellXfs')[1]!
        .match(/<xf .*?<\/xf>/g)!
      expect(xfs[style]).toContain('quotePrefix="1"')
    },
  )

  it('holds what XML cannot as U+FFFD, and what looks escaped as it is', async () => {
    const made = await write([tasks(madeTask('t1', 'a\u0000\u000b\ud800b<&>"\ufffe_x0041_\r\nc\u{20000}'))])
    // exceljs leaves escapes as they stand; Excel and LibreOffice read _x005F_ as the _ that it is.
    expect(cell(made, 'D2').value).toBe('a\ufffd\ufffd\ufffdb<&>"\ufffd_x005F_x0041_\nc\u{20000}')
  })

  it('cuts what is longer than a cell holds, between characters, and says so', async () => {
    const long = '\u{20000}'.repeat(20_000)
    const made = await write([tasks(madeTask('t1', long), madeTask('t2', '字'.repeat(32_767)))])
    const value = String(cell(made, 'D2').value)
    expect(value.length).toBeLessThanOrEqual(32_767)
    expect(value).toMatch(/^(?:\u{20000})+……（已截断，全文见 tasks 表）$/u)
    expect(cell(made, 'D3').value).toBe('字'.repeat(32_767))
    expect(texts(made, '问题', 2)).toEqual([
      '县/a.docx',
      '已截断',
      'xlsx/cell-cut',
      expect.stringContaining('40000'),
      expect.stringMatching(/\.t1$/),
      '工作任务',
    ])
    expect(sheet(made, '问题').rowCount).toBe(2)
  })

  it('goes on in another sheet when one is full', async () => {
    const seven = Array.from({ length: 7 }, (_, i) =>
      madeTask(`t${i + 1}`, `任务${i + 1}`, { sections: [heading('s1', '甲')] }),
    )
    const made = await write([tasks(...seven)], { maxRows: 4, mergeSections: true })
    const names = made.book.worksheets.map((s) => s.name)
    expect(names.filter((name) => name.startsWith('台账'))).toEqual(['台账', '台账2', '台账3'])
    const column = (name: string) => sheet(made, name).getColumn(4).values.slice(1)
    expect(column('台账')).toEqual(['工作任务', '任务1', '任务2', '任务3'])
    expect(column('台账2')).toEqual(['工作任务', '任务4', '任务5', '任务6'])
    expect(column('台账3')).toEqual(['工作任务', '任务7'])
    expect(made.part('xl/worksheets/sheet2.xml')).toContain('<mergeCell ref="B2:B4"/>')
    expect(made.part('xl/worksheets/sheet3.xml')).not.toContain('<mergeCell ')
  })

  it('merges the headings of neighbouring tasks of one document where that is asked', async () => {
    const under = (id: string, ...path: string[]) =>
      madeTask(id, id, { sections: path.map((p) => heading(p, p)) })
    const records = [
      madeRecord('a', {
        tasks: [under('t1', 'A', 'x'), under('t2', 'A', 'x'), under('t3', 'A', 'y'), under('t4', 'B')],
      }),
      madeRecord('b', { tasks: [under('t1', 'B'), under('t2', 'B')] }),
    ]
    const xml = (await write(records, { mergeSections: true })).part('xl/worksheets/sheet1.xml')
    const merged = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)
    expect(merged.sort()).toEqual(['B2:B4', 'B6:B7', 'C2:C3'])
    // A filter looks at each row's own cell.
    expect(xml).toMatch(/<c r="B3"[^>]*><is><t[^>]*>A</)
    expect((await write(records)).part('xl/worksheets/sheet1.xml')).not.toContain('mergeCell')
  })
})

describe('the other sheets', () => {
  it('list inputs that gave nothing and fields to review, with the reason', async () => {
    const record = madeRecord('县/a.docx', {
      tasks: [madeTask('t1', '公开', { evidence: at({}) })],
      messages: [
        { code: 'unit/lead-blank', level: 'warning', text: '牵头单位栏为空', at: { node: 'b7.r3.c0' } },
        { code: 'unit/lead-blank', level: 'warning', text: '另一项', at: { node: 'b9' } },
      ],
      review: [{ task: 't1', pointer: '/leadUnits', confidence: 0.594, reasons: ['unit/lead-blank'] }],
    })
    const bad = { path: '=坏.docx', outcome: 'ENCRYPTED', code: 'document/encrypted', text: '文件已加密' }
    const made = await write([record], {}, [bad])
    expect(texts(made, '问题', 2)).toEqual([
      '县/a.docx',
      '待复核',
      'unit/lead-blank',
      '“公开”\n牵头单位栏为空',
      `${record.documentId}.t1`,
      '牵头单位',
      0.59,
    ])
    expect(texts(made, '问题', 3).slice(0, 4)).toEqual([
      '=坏.docx',
      '已加密 ENCRYPTED',
      'document/encrypted',
      '文件已加密',
    ])
  })

  it('say what every column is, in the language asked for', async () => {
    const made = await write([tasks(madeTask('t1', 'x'))], { lang: 'en' })
    expect(made.book.worksheets.map((s) => s.name)).toEqual(['Tasks', 'Problems', 'About'])
    const named = sheet(made, 'About').getColumn(1).values
    for (const title of texts(made, 'Tasks', 1)) expect(named).toContain(title)
    expect(sheet(made, 'About').getColumn(2).values).toContain('1 notices, 1 tasks.')
  })

  it('have a name for every outcome', () => {
    for (const lang of ['zh', 'en'] as const) {
      expect(Object.keys(words[lang].outcomes)).toEqual([...outcomes])
    }
  })
})

it('bears no time of its own', async () => {
  const made = await write([])
  expect(() => made.part('docProps/core.xml')).toThrow()
})
