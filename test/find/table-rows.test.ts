/** Rows of a task table: headings, merged cells, page breaks, notes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraph, type Table, table } from '../../src/document.ts'
import { readTable } from '../../src/find/table.ts'
import { Report } from '../../src/message.ts'
import { Sections } from '../../src/task.ts'
import { read, tableOf } from './tables.ts'

describe('headings', () => {
  const expected = [
    '一、深化政务公开/(一)做好规划公开 > 1. 公开规划纲要 => 设立专题 [牵头 市发展改革委；责任 各县(市、区)人民政府]',
    '一、深化政务公开/(二)做好项目公开 > 2. 公开批准结果 => 设专栏 [责任 各县(市、区)人民政府]',
    '二、加强保障 > 3. 强化监督 [牵头 市政府办公室]',
  ]

  test('a row merged into one cell', () => {
    const { tasks, sections } = read(`
工作任务|工作要求|牵头单位|责任单位
一、深化政务公开|<|<|<
(一)做好规划公开。|<|<|<
1.公开规划纲要|设立专题|市发展改革委|各县(市、区)人民政府
(二)做好项目公开。|<|<|<
2.公开批准结果|设专栏||各县(市、区)人民政府
二、加强保障|<|<|<
3.强化监督||市政府办公室|`)
    expect(tasks).toEqual(expected)
    expect(sections).toEqual(['一、深化政务公开', '(一)做好规划公开', '(二)做好项目公开', '二、加强保障'])
  })

  test('a cell alone in its row', () => {
    expect(
      read(`
工作任务|工作要求|牵头单位|责任单位
一、深化政务公开|||
(一)做好规划公开。|||
1.公开规划纲要|设立专题|市发展改革委|各县(市、区)人民政府
(二)做好项目公开。|||
2.公开批准结果|设专栏||各县(市、区)人民政府
二、加强保障|||
3.强化监督||市政府办公室|`).tasks,
    ).toEqual(expected)
  })

  test('a task without units is no heading', () => {
    expect(read('工作任务|责任单位\n一、组织|\n1.公开文件|办公室\n2.完成交办的其他工作|').tasks).toEqual([
      '一、组织 > 1. 公开文件 [责任 办公室]',
      '一、组织 > 2. 完成交办的其他工作',
    ])
  })

  test('numbered in the column of numbers, merged or with the rest blank', () => {
    const { tasks } = read(`
序号|工作任务|具体措施|责任单位
一|加强组织领导|<|<
1|成立领导小组|明确分工|办公室
二|强化宣传引导||
2|开展宣传|制作专栏|宣传科
（三）|抓好落实|<|<
3|督查||督查室`)
    expect(tasks).toEqual([
      '一加强组织领导 > 1. 成立领导小组 => 明确分工 [责任 办公室]',
      '二强化宣传引导 > 2. 开展宣传 => 制作专栏 [责任 宣传科]',
      '二强化宣传引导/（三）抓好落实 > 3. 督查 [责任 督查室]',
    ])
  })

  test('without a number: above the numbered ones, or one after the other', () => {
    const { tasks } = read(`
序号|工作任务|责任单位
重点任务|<|<
一、政策公开|<|<
1|公开文件|办公室
保障措施|<|<
一、组织|<|<
2|优化网站|信息中心`)
    expect(tasks).toEqual([
      '重点任务/一、政策公开 > 1. 公开文件 [责任 办公室]',
      '保障措施/一、组织 > 2. 优化网站 [责任 信息中心]',
    ])
    expect(read('任务|责任单位\n政策公开|<\n公开文件|办公室\n平台建设|<\n优化网站|信息中心').tasks).toEqual([
      '政策公开 > 公开文件 [责任 办公室]',
      '平台建设 > 优化网站 [责任 信息中心]',
    ])
  })

  test('two in one cell', () => {
    expect(read('任务|责任单位\n一、深化公开⏎（一）公开规划|<\n1.公开文件|办公室').tasks).toEqual([
      '一、深化公开/（一）公开规划 > 1. 公开文件 [责任 办公室]',
    ])
  })

  test('stand below the section in which the table stands', () => {
    const sections = new Sections()
    const at = { passage: { text: '附件' } } as never
    const outer = sections.add(null, at, null)
    const { tasks } = read('任务|责任单位\n一、公开|<\n1.公开文件|办公室', { sections, outer })
    expect(tasks).toEqual(['附件/一、公开 > 1. 公开文件 [责任 办公室]'])
  })

  test('its first sentence is the title', () => {
    expect(read('任务|责任单位\n一、深化公开。围绕中心工作。|<\n1.公开文件|办公室').sections).toEqual([
      '一、深化公开',
    ])
  })
})

describe('section columns', () => {
  const expected = [
    '加强组织领导 > 1. 成立工作专班 [责任 市政府办]',
    '加强组织领导 > 2. 制定工作方案 [责任 市政府办]',
    '强化宣传 > 3. 开展主题宣传 [责任 市委宣传部]',
  ]

  test.each([
    ['merged', '^'],
    ['repeated', '加强组织领导'],
    ['blank', ''],
  ])('%s over their tasks', (_, second) => {
    const rows = `
重点工作|序号|主要任务|责任单位
加强组织领导|1|成立工作专班|市政府办
${second}|2|制定工作方案|市政府办
强化宣传|3|开展主题宣传|市委宣传部`
    expect(read(rows).tasks).toEqual(expected)
  })

  test('numbered in a column of their own', () => {
    const { tasks } = read(`
序号|重点工作|序号|主要任务|责任单位
一|深化放管服改革|1|精简审批事项|市政务服务局
^|^|2|推行一网通办|市大数据局
二|优化营商环境|3|减税降费|市税务局`)
    expect(tasks).toEqual([
      '一深化放管服改革 > 1. 精简审批事项 [责任 市政务服务局]',
      '一深化放管服改革 > 2. 推行一网通办 [责任 市大数据局]',
      '二优化营商环境 > 3. 减税降费 [责任 市税务局]',
    ])
  })

  test('two levels, the inner begun anew below each outer', () => {
    const { tasks } = read(`
大类|小类|任务|责任单位
一、公开|（一）规划|公开纲要|发改委
^|（二）财政|公开预算|财政局
二、保障|（一）组织|定期研究|办公室`)
    expect(tasks).toEqual([
      '一、公开/（一）规划 > 公开纲要 [责任 发改委]',
      '一、公开/（二）财政 > 公开预算 [责任 财政局]',
      '二、保障/（一）组织 > 定期研究 [责任 办公室]',
    ])
  })

  test('a goal merged down beside the tasks groups them', () => {
    const rows = `
工作目标|重点任务|工作措施|责任单位
提升透明度|编制目录|制定清单|办公室
^|公开预算|财政专栏|财务科
优化服务|办好热线|整合平台|信息中心`
    expect(read(rows).sections).toEqual(['提升透明度', '优化服务'])
  })
})

describe('cells', () => {
  test('a task merged over rows is each of them, with its own requirement', () => {
    const { tasks } = read(`
序号|项目名称|主要内容|牵头单位|配合单位
1|增加教育资源供给|新建学校2所|教育局|各街道
^|^|改扩建幼儿园1所|^|财政局
2|促进就业|新增就业1.5万人|人社局|各街道`)
    expect(tasks.slice(0, 2)).toEqual([
      '1. 增加教育资源供给 => 新建学校2所 [牵头 教育局；配合 各街道]',
      '1. 增加教育资源供给 => 改扩建幼儿园1所 [牵头 教育局；配合 财政局]',
    ])
  })

  test('a blank task beside a requirement goes on with the task above', () => {
    const { tasks, messages } = read('工作任务|工作要求|责任单位\n完善制度|制定办法|办公室\n|明确流程|法规科')
    expect(tasks[1]).toBe('完善制度 => 明确流程 [责任 法规科]')
    expect(messages).toEqual(['table/task-above'])
  })

  test('a number with nothing beside it is noted', () => {
    const { tasks, messages } = read('序号|任务|责任单位\n1|做好解读|办公室\n2||\n3||法规科')
    expect(tasks).toEqual(['1. 做好解读 [责任 办公室]', '3.  [责任 法规科]'])
    expect(messages).toEqual(['unit/responsible-blank', 'table/task-blank', 'table/task-blank'])
  })

  test('the number of the text is the ordinal; the list of a cell is text', () => {
    expect(
      read(`
工作任务|责任单位
1.完善制度；2.明确责任；3.加强督查。|办公室
（二）开展培训。1.制定计划。2.组织实施。|人事科
3、开展检查|督查室`).tasks,
    ).toEqual([
      '1.完善制度；2.明确责任；3.加强督查。 [责任 办公室]',
      '（二）. 开展培训。1.制定计划。2.组织实施。 [责任 人事科]',
      '3. 开展检查 [责任 督查室]',
    ])
    expect(
      read('序号|工作任务|责任单位\n1|1.完善制度。⏎2.明确责任。|办公室\n2.|2.开展培训|人事科').tasks,
    ).toEqual(['1. 1.完善制度。2.明确责任。 [责任 办公室]', '2. 开展培训 [责任 人事科]'])
  })

  test('one over two unit columns is read once', () => {
    const rows = '任务|牵头单位|责任单位|完成时限\n开展自查|各科室|<|6月\n汇总上报|办公室|法规科|7月'
    expect(read(rows).tasks[0]).toBe('开展自查 [牵头 各科室] @6月')
  })

  test('evidence: every value is its pieces of cells', () => {
    const block = tableOf('序号|工作任务|责任单位\n1|完善 公开⏎制度。|办公室、⏎法规科')
    const { reading } = read(block)
    const draft = reading!.drafts[0]!
    const text = new Map(block.cells.map((c) => [c.id, c.text]))
    expect(draft.task.passage.spans()).toEqual([{ node: 'b0.r1.c1', start: 0, end: 9 }])
    expect(text.get('b0.r1.c1')!.slice(0, 9)).toBe('完善 公开\n制度。')
    expect(draft.task).toMatchObject({ rule: 'table/task-column', passage: { text: '完善 公开制度。' } })
    expect(draft.ordinal).toMatchObject({ rule: 'table/ordinal-column', passage: { text: '1' } })
    expect(draft.units[0]).toMatchObject({ rule: 'table/unit-column', passage: { text: '办公室、法规科' } })
  })
})

describe('rows that lost a merged cell', () => {
  test('begin late and hold what stands above', () => {
    const { tasks, messages } = read(`
工作任务|具体要求|责任部门
一、做好财政公开。|1.推进预算公开。|财务科
二、做好网站公开。|2.更新概况信息。|办公室
3.反馈网民意见。|各科室|
4.更新公众号信息。|办公室牵头,各科室配合|
三、加强解读。|5.聚焦中心工作。|各科室
6.丰富形式。||`)
    expect(tasks.slice(1)).toEqual([
      '二. 做好网站公开。 => 2.更新概况信息。 [责任 办公室]',
      '二. 做好网站公开。 => 3.反馈网民意见。 [责任 各科室]',
      '二. 做好网站公开。 => 4.更新公众号信息。 [牵头 办公室；配合 各科室]',
      '三. 加强解读。 => 5.聚焦中心工作。 [责任 各科室]',
      '三. 加强解读。 => 6.丰富形式。 [责任 各科室]',
    ])
    expect(messages).toEqual(['table/row-aligned', 'table/row-aligned', 'table/row-aligned'])
  })

  test('a line of its own carries on the numbers of the details', () => {
    const line = (text: string) => [
      paragraph(text, [{ start: 0, end: text.length, origin: { kind: 'line', line: 1, offset: 0 } }]),
    ]
    const cell = (row: number, col: number, text: string, colSpan = 1) => ({
      row,
      col,
      colSpan,
      blocks: line(text),
    })
    const lines = [
      '工作任务',
      '具体要求',
      '责任单位',
      '一、财政公开。',
      '1.公开预算。',
      '财政局',
      '二、其他公开。',
      '2.公开决算。',
      '审计局',
    ]
    const inits = lines.map((text, i) => cell(Math.floor(i / 3), i % 3, text))
    const { tasks } = read(table([...inits, cell(3, 0, '3.公开债务。', 3), cell(4, 0, '三、保障措施', 3)]))
    expect(tasks[2]).toBe('二. 其他公开。 => 3.公开债务。 [责任 审计局]')
    expect(tasks).toHaveLength(3)
  })

  test('two levels and a number', () => {
    const { tasks } = read(`
工作任务|具体要求|责任单位|时限要求||
一、助力经济。|(一)市场主体信息。|1|增强透明度。|市政府各有关部门|持续推进
2|开设帮扶专题。|市商务局|持续推进||
(二)减税降费信息。|3|集成减税政策。|市税务局|年底前|
二、助力稳定。|(一)疫情防控信息。|4|严格发布制度。|市卫健委|持续推进`)
    expect(tasks).toEqual([
      '一、助力经济 > 1. 市场主体信息。 => 增强透明度。 [责任 市政府各有关部门] @持续推进',
      '一、助力经济 > 2. 市场主体信息。 => 开设帮扶专题。 [责任 市商务局] @持续推进',
      '一、助力经济 > 3. 减税降费信息。 => 集成减税政策。 [责任 市税务局] @年底前',
      '二、助力稳定 > 4. 疫情防控信息。 => 严格发布制度。 [责任 市卫健委] @持续推进',
    ])
  })

  test('a row that is only blank at its end lost nothing', () => {
    const { tasks } = read('任务|要求|牵头单位|责任单位\n公开预算|设专栏|财政局|各镇\n公开决算|设专题||')
    expect(tasks[1]).toBe('公开决算 => 设专题')
  })
})

describe('notes and sums', () => {
  test('are no tasks and no sections', () => {
    const { tasks, sections, messages } = read(`
序号|工作任务|责任单位
1|公开文件|办公室
合计|1项|
注：1.本表由办公室负责解释。|<|<
填报人：张三|<|<`)
    expect(tasks).toHaveLength(1)
    expect(sections).toEqual([])
    expect(messages).toEqual(['table/total-row', 'table/note', 'table/note'])
  })
})

describe('page breaks', () => {
  const first = `
序号|工作任务|具体措施|责任单位
一、组织|<|<|<
1|成立领导小组|明确分工|办公室
2|召开会议|每季度召开专题会议，研究|办公室`

  test('a row split in two is one', () => {
    const { tasks, messages } = read(`${first}\n||解决重点问题。|\n3|开展宣传|制作专栏|宣传科`)
    expect(tasks).toHaveLength(3)
    expect(tasks[1]).toBe('一、组织 > 2. 召开会议 => 每季度召开专题会议，研究解决重点问题。 [责任 办公室]')
    expect(messages).toContain('table/row-joined')
  })

  test('a table without a header goes on with the one before, its split row too', () => {
    const a = read(tableOf(first, 3))
    const rows = '||解决重点问题。|\n3|开展宣传|制作专栏|宣传科\n二、宣传|<|<|<\n4|开展培训||宣传科'
    const { sections, report } = a.context
    const b = read(tableOf(rows, 4), { previous: a.reading, sections, report })
    expect(b.tasks).toEqual([
      '一、组织 > 3. 开展宣传 => 制作专栏 [责任 宣传科]',
      '二、宣传 > 4. 开展培训 [责任 宣传科]',
    ])
    expect(b.reading!.amended!.requirement!.passage.text).toBe('每季度召开专题会议，研究解决重点问题。')
  })

  test('other tables without a header do not', () => {
    const a = read(tableOf(first, 3))
    const { sections, report } = a.context
    const b = read(tableOf('张三|局长|市财政局\n李四|副局长|市教育局', 4), {
      previous: a.reading,
      sections,
      report,
    })
    expect(b.reading).toBeNull()
    const c = read(tableOf('甲|姓名|局长|男\n乙|姓名|副局长|女', 4), {
      previous: a.reading,
      sections,
      report,
    })
    expect(c.reading).toBeNull()
  })

  test('a header printed again carries on the sections only right after the table before', () => {
    const rows = '序号|工作任务|具体措施|责任单位\n3|开展宣传|制作专栏|宣传科'
    const next = (at: number) => {
      const a = read(tableOf(first, 3))
      const { sections, report } = a.context
      return read(tableOf(rows, at), { previous: a.reading, sections, report }).tasks
    }
    expect(next(4)).toEqual(['一、组织 > 3. 开展宣传 => 制作专栏 [责任 宣传科]'])
    expect(next(6)).toEqual(['3. 开展宣传 => 制作专栏 [责任 宣传科]'])
  })

  test('a merge drawn again, empty, holds what it held', () => {
    const { tasks } = read(`
序号|工作任务|责任单位
1|建立台账|办公室、人事科
2|开展培训|^
序号|工作任务|责任单位
3|开展检查|`)
    expect(tasks[2]).toBe('3. 开展检查 [责任 办公室、人事科]')
  })
})

describe('laws', () => {
  const words = fc.constantFrom(
    '',
    '序号',
    '工作任务',
    '责任单位',
    '牵头',
    '完成时限',
    '类别',
    '主要内容',
    '1',
    '一、',
    '（一）做好公开',
    '2.推进公开。',
    '市财政局、各县（市、区）',
    '12月底前',
    '注：无',
    '—',
    '一\n二',
    '合计',
    '（责任单位：',
  )
  const anyTable = fc
    .record({
      rows: fc.integer({ min: 1, max: 8 }),
      cols: fc.integer({ min: 1, max: 6 }),
      cells: fc.array(
        fc.record({
          text: words,
          rowSpan: fc.integer({ min: 1, max: 3 }),
          colSpan: fc.integer({ min: 1, max: 6 }),
        }),
        { minLength: 1, maxLength: 48 },
      ),
    })
    .map(({ rows, cols, cells }): Table => {
      const inits = cells.slice(0, rows * cols).map((c, i) => ({
        row: Math.floor(i / cols),
        col: i % cols,
        rowSpan: c.rowSpan,
        colSpan: c.colSpan,
        blocks: c.text === '' ? [] : [paragraph(c.text, [])],
      }))
      const block = table(inits, rows, cols)
      return { ...block, id: 'b0', cells: block.cells.map((c) => ({ ...c, id: `b0.r${c.row}.c${c.col}` })) }
    })

  test('any table is read or refused with a message; every span lies in its cell', () => {
    fc.assert(
      fc.property(anyTable, (block) => {
        const report = new Report()
        const reading = readTable(block, { sections: new Sections(), outer: null, report })
        if (reading === null) {
          expect(report.noted.some((m) => /^table\/(?:not-tasks|disclosure-catalogue)$/.test(m.code))).toBe(
            true,
          )
          return
        }
        const text = new Map(block.cells.map((c) => [c.id, c.text]))
        for (const d of reading.drafts) {
          for (const found of [d.ordinal, d.task, d.requirement, ...d.units, ...d.times]) {
            const spans = found?.passage.spans() ?? []
            for (const s of spans) expect(s.end).toBeLessThanOrEqual(text.get(s.node)!.length)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('cost grows with the number of rows', () => {
    const rowsOf = (n: number) =>
      `序号|类别|工作任务|工作要求|牵头单位|责任单位|完成时限\n${Array.from({ length: n }, (_, i) => `${i + 1}|${i % 7 ? '^' : `第${i}类`}|完善第${i}项制度|明确责任，倒排工期。|市财政局|市教育局、市体育局|12月底前`).join('\n')}`
    const time = (n: number) => {
      const block = tableOf(rowsOf(n))
      const begun = performance.now()
      const reading = readTable(block, { sections: new Sections(), outer: null, report: new Report() })
      expect(reading!.drafts).toHaveLength(n)
      return performance.now() - begun
    }
    time(500)
    // Ten times the rows: were cost to grow with their square, it would be a hundred times as much.
    const small = time(1000)
    const large = time(10_000)
    expect(large).toBeLessThan(Math.max(small, 20) * 40)
  }, 60_000)
})
