import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { defaultLimits } from '../../src/read/reader.ts'
import { contentOf } from '../../src/read/text/index.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

interface Read {
  readonly tables: Table[]
  /** Texts of the blocks, `[table]` for a table. */
  readonly blocks: string[]
  readonly noted: string[]
}

function read(source: string, name = 'a.txt'): Read {
  const report = new Report()
  const { blocks } = contentOf(source, name, report, defaultLimits)
  return {
    tables: blocks.filter((b) => b.type === 'table'),
    blocks: blocks.map((b) => (b.type === 'table' ? '[table]' : b.text)),
    noted: report.noted.map((n) => n.code),
  }
}

/** A table as rows of texts: `x*3` spans three columns, `x^2` two rows; a covered cell is left out. */
function rowsOf(table: Table | undefined): string[][] {
  if (!table) return []
  const rows: string[][] = Array.from({ length: table.rows }, () => [])
  for (const { row, text, rowSpan, colSpan } of table.cells) {
    rows[row]!.push(`${text}${colSpan > 1 ? `*${colSpan}` : ''}${rowSpan > 1 ? `^${rowSpan}` : ''}`)
  }
  return rows
}

const header = ['序号', '工作任务', '责任单位', '完成时限']
const one = ['1', '及时公开部门预算、决算', '市财政局、市审计局', '2021年6月底前']
const two = ['2', '做好疫苗接种信息公开', '', '长期坚持']
const section = '一、深化重点领域信息公开'
const expected = [header, [`${section}*4`], one, two]
const around = (table: string) => `各部门：\n${table}\n\n联系人：张三，电话：0551-1234567。`

describe('forms of a table', () => {
  it.each<[string, string]>([
    [
      'pipes alone on their lines',
      [
        ...header.map((t) => `${t}\n|`),
        `${section}\n|||`,
        ...[...one, ...two].map((t) => (t === '' ? '|' : `${t}\n|`)),
      ].join('\n'),
    ],
    [
      'a heading that is one cell among them',
      [...header, section, ...one, ...two].map((t) => (t === '' ? '|' : `${t}\n|`)).join('\n'),
    ],
    ['a pipe at the end of every cell', [...header, section, ...one, ...two].map((t) => `${t} |`).join('\n')],
    [
      'rows that end with a pipe',
      [header.join(' | '), `${section} ||`, one.join(' | '), two.join(' | ')].map((r) => `${r} |`).join('\n'),
    ],
    ['rows between pipes', [header, [section], one, two].map((r) => `|${r.join('|')}|`).join('\n')],
    [
      'rows without pipes at their ends',
      [header.join('|'), section, one.join('|'), two.join('|')].join('\n'),
    ],
    ['full-width pipes', [header, [section], one, two].map((r) => `｜${r.join('｜')}｜`).join('\n')],
    [
      'Markdown',
      [header, ['---', ':-:', '--', '---'], [section, '', '', ''], one, two]
        .map((r) => `| ${r.join(' | ')} |`)
        .join('\n'),
    ],
    ['tabs', [header, [section], one, two].map((r) => r.join('\t')).join('\n')],
    [
      'tabs after every cell',
      [header, [section, '', '', ''], one, two]
        .map((r) => `${r.join('\t')}\t`)
        .join('\n')
        .replaceAll(/\t$/gm, ''),
    ],
    [
      'box drawing',
      [
        '┌──┬──┬──┬──┐',
        ...[header, [section, '', '', ''], one, two].flatMap((r) => [`│${r.join(' │ ')}│`, '├──┼──┼──┼──┤']),
      ].join('\n'),
    ],
    ['a cell a line', [...header, section, ...one, ...two.map((t) => t || '  ')].join('\n\n')],
    ['a cell a line, a blank line for a blank one', [...header, section, ...one, ...two].join('\n')],
    ['a cell a line, wide apart where one is blank', [...header, section, ...one, ...two].join('\n\n')],
    [
      'a cell a line, the blank ones dropped',
      [...header, section, ...one, ...two.filter((t) => t)].join('\n'),
    ],
  ])('%s', (_, table) => {
    const { tables, blocks } = read(around(table))
    expect(rowsOf(tables[0])).toEqual(expected)
    expect(blocks).toEqual(['各部门：', '[table]', '联系人：张三，电话：0551-1234567。'])
  })

  it('takes headings between rows for rows, also one below another', () => {
    const lines = [
      header.join('\t'),
      section,
      '（一）财政领域',
      one.join('\t'),
      two.join('\t'),
      '二、保障措施',
    ]
    const rows = [header, [`${section}*4`], ['（一）财政领域*4'], one, two]
    const { tables, blocks } = read(lines.join('\n'))
    expect(rowsOf(tables[0])).toEqual(rows)
    expect(blocks).toEqual(['[table]', '二、保障措施'])
    const pipes = [header.join(' | '), section, '（一）财政领域', one.join(' | '), two.join(' | ')]
    expect(rowsOf(read(pipes.join('\n')).tables[0])).toEqual(rows)
  })

  it('puts a cell into a row at its place, whatever the row lacks', () => {
    const titles = ['重点工作', '序号', '主要任务', '责任单位']
    const rows = [
      ['优化营商环境', '1', '推进“一网通办”改革', '市政务服务局'],
      ['2', '清理证明事项', '市司法局'],
      ['加强公共服务', '3', '建设充电桩500个', '市发展改革委'],
    ]
    const aligned = [
      titles,
      ['优化营商环境^2', '1', '推进“一网通办”改革', '市政务服务局'],
      ['2', '清理证明事项', '市司法局'],
      ['加强公共服务', '3', '建设充电桩500个', '市发展改革委'],
    ]
    for (const source of [
      [titles, ...rows].flat().join('\n|\n'),
      [titles, ...rows].flat().join('\n\n'),
      [titles, ...rows].map((r) => `${r.join(' | ')} |`).join('\n'),
      [titles, ...rows].map((r) => r.join('\t')).join('\n'),
    ]) {
      const { tables, noted } = read(source)
      expect(rowsOf(tables[0]), source).toEqual(aligned)
      expect(noted).toEqual(['text/rows-realigned'])
    }
  })

  it('finds the number column that has no title', () => {
    const body = ['1', '主动公开工作要点', '综合股', '2', '公开预算和决算', '财务室']
    expect(rowsOf(read(`工作任务\n\n   \n\n责任股室\n\n${body.join('\n\n')}`).tables[0])[0]).toEqual([
      '工作任务',
      '',
      '责任股室',
    ])
    for (const source of [
      `工作任务\n\n责任股室\n\n${body.join('\n\n')}`,
      `工作任务|责任股室\n1|主动公开工作要点|综合股\n2|公开预算和决算|财务室`,
    ]) {
      expect(rowsOf(read(source).tables[0]), source).toEqual([
        ['工作任务*2', '责任股室'],
        ['1', '主动公开工作要点', '综合股'],
        ['2', '公开预算和决算', '财务室'],
      ])
    }
  })

  it('reads a header of two lines, and titles broken into letters', () => {
    const body = [
      '1',
      '公开预算和决算',
      '市财政局',
      '市审计局',
      '2',
      '公开规划计划',
      '市发展改革委',
      '各县区',
    ]
    const source = ['序\n号', '工作任务', '责任分工', '牵\n头\n单\n位', '配合单位', ...body].join('\n|\n')
    expect(rowsOf(read(source).tables[0])).toEqual([
      ['序\n号^2', '工作任务^2', '责任分工*2'],
      ['牵\n头\n单\n位', '配合单位'],
      body.slice(0, 4),
      body.slice(4),
    ])
  })

  it('tells tables apart, and a header that is drawn again', () => {
    const cells = [...header, ...one, ...header, ...two]
    expect(rowsOf(read(cells.map((t) => (t === '' ? '|' : `${t}\n|`)).join('\n')).tables[0])).toEqual([
      header,
      one,
      header,
      two,
    ])
    const { blocks } = read(
      `${header.join('\n|\n')}\n|\n${one.join('\n|\n')}\n|\n附件2\n民生实事清单\n${[...header, ...two.map((t) => t || '无')].join('\n|\n')}`,
    )
    expect(blocks).toEqual(['[table]', '附件2', '民生实事清单', '[table]'])
    const rows = [header, one, two].map((r) => `| ${r.join(' | ')} |`)
    expect(read(`${rows.join('\n')}\n附件2\n${rows.join('\n')}`).blocks).toEqual([
      '[table]',
      '附件2',
      '[table]',
    ])
  })

  it('reads a table of figures by the shapes of its columns', () => {
    const places = ['江苏', '上海', '辽宁', '浙江', '陕西', '天津']
    const source = [
      '单位：人',
      '省（市）',
      '招生人数',
      '扩招',
      ...places.flatMap((p, i) => [p, `${i + 40}`, `${i}`]),
    ].join('\n|\n')
    const rows = rowsOf(read(source).tables[0])
    expect(rows.slice(-6)).toEqual(places.map((p, i) => [p, `${i + 40}`, `${i}`]))
  })

  it('names a table whose columns cannot be told, and keeps its text', () => {
    const source = ['甲', '乙丙', '2018年', '某某', '丁', '戊己', '庚', '2'].join('\n|\n')
    const { blocks, noted } = read(source)
    expect(blocks).toEqual(['甲', '乙丙', '2018年', '某某', '丁', '戊己', '庚', '2'])
    expect(noted).toEqual(['text/table-unclear'])
  })

  it('keeps line breaks in cells, and leaves escapes out', () => {
    const markdown = '| 任务 | 责任单位 |\n|---|---|\n| 一是\\|二是<br>三是 | **市财政局** |'
    expect(rowsOf(read(markdown, 'a.md').tables[0])[1]).toEqual(['一是|二是\n三是', '市财政局'])
    const quoted = '序号\t工作任务\t责任单位\n1\t"公开预算\n公开决算"\t市财政局\n2\t公开规划\t市发展改革委'
    expect(rowsOf(read(quoted).tables[0])[1]).toEqual(['1', '公开预算\n公开决算', '市财政局'])
    const broken =
      '序号 | 工作任务 | 责任单位 |\n1 | 公开预算\n公开决算 | 市财政局 |\n2 | 公开规划 | 市发展改革委 |'
    expect(rowsOf(read(broken).tables[0])[1]).toEqual(['1', '公开预算\n公开决算', '市财政局'])
  })

  it('joins the lines of a row between rules, and of a row of tabs that a line break parted', () => {
    const ruled = [
      '+------+----------+----------+',
      '| 序号 | 工作任务 | 责任单位 |',
      '+======+==========+==========+',
      '| 1    | 公开预算 | 市财政局 |',
      '|      | 公开决算 | 市审计局 |',
      '+------+----------+----------+',
      '| 2    | 公开规划 | 市发改委 |',
      '+------+----------+----------+',
    ]
    expect(rowsOf(read(ruled.join('\n')).tables[0])).toEqual([
      ['序号', '工作任务', '责任单位'],
      ['1', '公开预算\n公开决算', '市财政局\n市审计局'],
      ['2', '公开规划', '市发改委'],
    ])
    const tabs =
      '序号\t工作任务\t责任单位\n1\t公开部门预算\n公开部门决算\t市财政局\n2\t公开规划计划\t市发展改革委'
    expect(rowsOf(read(tabs).tables[0])[1]).toEqual(['1', '公开部门预算\n公开部门决算', '市财政局'])
  })

  it('marks the header that Markdown marks', () => {
    const { tables } = read('| 任务 | 责任单位 |\n|---|---|\n| 公开预算 | 市财政局 |')
    expect(tables[0]!.cells.map((c) => c.header ?? false)).toEqual([true, true, false, false])
  })

  it('ends a table that is a cell a line where its rows end', () => {
    const source = [
      '工作任务',
      '责任单位',
      '公开预算',
      '市财政局',
      '公开规划',
      '市发展改革委',
      '二、工作要求',
      '各部门要高度重视。',
      '抓好落实。',
    ]
    expect(read(source.join('\n')).blocks).toEqual([
      '[table]',
      '二、工作要求',
      '各部门要高度重视。',
      '抓好落实。',
    ])
    expect(read('工作任务\n责任单位\n要压实责任。\n抓好落实。').blocks).toHaveLength(4)
  })
})

describe('laws', () => {
  const word = fc.constantFrom(
    '推进',
    '公开',
    '预算',
    '政府',
    '网站',
    '建设',
    '一、',
    '2021年',
    '市财政局',
    '（二）',
    '责任',
    '3',
    '、',
    '。',
  )
  const filled = fc.array(word, { minLength: 1, maxLength: 6 }).map((w) => w.join(''))
  const cell = fc.array(word, { maxLength: 6 }).map((w) => w.join(''))
  const grid = fc.integer({ min: 2, max: 6 }).chain((cols) =>
    fc
      .array(
        fc.oneof(
          {
            weight: 4,
            arbitrary: fc
              .array(cell, { minLength: cols, maxLength: cols })
              .filter((r) => r.filter((c) => c).length > 1),
          },
          { weight: 1, arbitrary: filled.map((c) => [`三、${c}`]) },
        ),
        { minLength: 3, maxLength: 8 },
      )
      .map((rows) => [
        ['工作任务', '责任单位', '工作要求', '完成时限', '备注', '序号'].slice(0, cols),
        ...rows,
      ]),
  )

  it('pipes, Markdown and tabs give the same table', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const cols = rows[0]!.length
        const full = rows.map((r) => (r.length === 1 ? [...r, ...new Array<string>(cols - 1).fill('')] : r))
        const markdown = full.map((r) => `| ${r.join(' | ')} |`)
        markdown.splice(1, 0, `|${'---|'.repeat(cols)}`)
        const forms = [
          rows.map((r) => (r.length === 1 ? `${r[0]}|||` : `${r.join(' | ')} |`)),
          markdown,
          full.map((r) => r.join('\t')),
        ]
        const [pipes, ...others] = forms.map((lines) =>
          rowsOf(read(`各部门：\n\n${lines.join('\n')}`).tables[0]),
        )
        expect(pipes!.length).toBe(rows.length)
        for (const other of others) expect(other).toEqual(pipes)
      }),
      { numRuns: 200 },
    )
  })

  it('a cell a line gives the table that rows give', () => {
    const task = fc.constantFrom('及时公开部门预算', '完善政务公开制度', '推进“一网通办”改革,提升服务水平')
    const unit = fc.constantFrom('市财政局', '市司法局、市审计局', '各县(市、区)人民政府', '办公室')
    const time = fc.constantFrom('2021年底前', '长期坚持', '6月底前')
    const row = fc.tuple(task, unit, time).map((r): string[] => r)
    const banner = fc.constantFrom('一、深化公开', '(二)强化保障').map((b) => [b])
    const rows = fc.array(fc.oneof({ weight: 3, arbitrary: row }, { weight: 1, arbitrary: banner }), {
      minLength: 2,
      maxLength: 12,
    })
    fc.assert(
      fc.property(rows, row, row, (middle, first, last) => {
        const numbered = [first, ...middle, last].map((r, i) => (r.length === 1 ? r : [String(i + 1), ...r]))
        const all = [['序号', '工作任务', '责任单位', '完成时限'], ...numbered]
        const table = all.map((r) => (r.length === 1 ? r.map((c) => `${c}*4`) : r))
        expect(rowsOf(read(all.flat().join('\n\n')).tables[0])).toEqual(table)
        expect(rowsOf(read(all.flat().join('\n')).tables[0])).toEqual(table)
        expect(rowsOf(read(all.flat().join('\n|\n')).tables[0])).toEqual(table)
      }),
      { numRuns: 200 },
    )
  })

  it('takes time in proportion to the number of cells', () => {
    const time = (rows: number) => {
      const cells = Array.from({ length: rows }, (_, i) => [
        `${i + 1}`,
        '公开预算和决算',
        '市财政局',
        '长期坚持',
      ]).flat()
      const source = [...header, ...cells].join('\n|\n')
      const start = performance.now()
      expect(read(source).tables[0]!.rows).toBe(rows + 1)
      return performance.now() - start
    }
    time(500)
    const small = time(2_000)
    expect(time(20_000)).toBeLessThan(small * 40 + 1000)
  })
})

interface Gold {
  readonly tasks: readonly {
    readonly task: string
    readonly requirement: string | null
    readonly leadUnits: { text: string }[]
    readonly responsibleUnits: { text: string }[]
  }[]
}

describe.skipIf(!existsSync(`${shared}/seeds`))('the seeds', () => {
  const seed = (name: string) => read(readFileSync(`${shared}/seeds/${name}.txt`, 'utf8')).tables
  const gold = (name: string) => JSON.parse(readFileSync(`${shared}/gold/${name}.json`, 'utf8')) as Gold
  const tasks = (table: Table) =>
    rowsOf(table)
      .slice(1)
      .filter((r) => r.length > 1)

  it('baoshan: 42 tasks of four columns, as read by hand', () => {
    const [table] = seed('baoshan-2021')
    const { tasks: wanted } = gold('baoshan-2021')
    const found = tasks(table!)
    expect(table!.cols).toBe(4)
    expect(found.map((r) => r[0]!.replace(/^\d+\./, ''))).toEqual(wanted.map((t) => t.task))
    expect(found.map((r) => r[1])).toEqual(wanted.map((t) => t.requirement))
    found.forEach((r, i) => {
      for (const unit of wanted[i]!.leadUnits) expect(r[2]).toContain(unit.text)
      expect(r[2] === '').toBe(wanted[i]!.leadUnits.length === 0)
      for (const unit of wanted[i]!.responsibleUnits) expect(r[3]).toContain(unit.text)
    })
  })

  it('shucheng: 20 tasks of three columns, and the text after them', () => {
    const [table] = seed('shucheng-2021')
    const found = tasks(table!)
    expect(table!.cols).toBe(3)
    expect(found.map((r) => r[1])).toEqual(gold('shucheng-2021').tasks.map((t) => t.task))
    expect(found.map((r) => r[0])).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1)))
    const { blocks } = read(readFileSync(`${shared}/seeds/shucheng-2021.txt`, 'utf8'))
    expect(blocks.slice(-2)[0]).toBe('政策咨询')
  })

  it('the others hold no table', () => {
    for (const name of ['hanshan-2018', 'hubei-rf-2020', 'jiangbei-2020']) expect(seed(name)).toEqual([])
  })
})
