/** Which table is one of tasks, its header and its columns. */
import { describe, expect, test } from 'vitest'
import { titleOf } from '../../src/find/table/titles.ts'
import { read } from './tables.ts'

describe('column titles', () => {
  test.each([
    ['工作任务', 'task', null],
    ['年度重点任务', 'task', null],
    ['任务内容', 'task', null],
    ['项目名称', 'task', null],
    ['民生实事', 'task', null],
    ['工作任务及要求', 'task', null],
    ['工作要求', 'detail', null],
    ['具体举措', 'detail', null],
    ['主要内容', 'detail', null],
    ['目标要求', 'detail', null],
    ['责任单位', 'unit', 'responsible'],
    ['责 任 股 室', 'unit', 'responsible'],
    ['牵\n头\n单\n位', 'unit', 'lead'],
    ['主办单位', 'unit', 'lead'],
    ['牵头责任单位及责任人', 'unit', 'lead'],
    ['牵头单位及配合单位', 'unit', 'responsible'],
    ['协办单位（部门）', 'unit', 'supporting'],
    ['指导部门', 'unit', 'guiding'],
    ['单位', 'unit', null],
    ['责任领导', 'person', null],
    ['分管领导', 'person', null],
    ['完成时限（2021年）', 'time', null],
    ['进度安排', 'time', null],
    ['序号', 'ordinal', null],
    ['类别', 'section', null],
    ['备注', 'other', null],
    ['完成情况', 'other', null],
    ['推广范围', 'other', null],
    ['建设单位', 'other', null],
    ['蓝莓', 'unknown', null],
  ])('%s', (raw, of, role) => {
    const title = titleOf(raw)
    expect([title.class, title.role]).toEqual([of, role])
  })
})

describe('what is a table of tasks', () => {
  test('a task and who does it is enough', () => {
    expect(read('工作任务|责任单位\n及时公开政策文件|办公室').tasks).toEqual([
      '及时公开政策文件 [责任 办公室]',
    ])
  })

  test('so is a task and what it requires, or a task and its time', () => {
    expect(read('重点任务|工作要求\n编制目录|六月底前完成。').tasks).toEqual(['编制目录 => 六月底前完成。'])
    expect(read('序号|工作任务|完成时限\n1|编制目录|全年').tasks).toEqual(['1. 编制目录 @全年'])
  })

  test.each([
    [
      'an index',
      '索引号：|000014349/2018|主题分类：|综合政务\n发文机关：|国务院办公厅|成文日期：|2018年12月4日',
    ],
    ['persons', '姓名|职务|单位\n张三|局长|市财政局'],
    [
      'figures',
      '省（市）|1995年招生人数|分年度招生任务|<|<\n^|^|1996年|1997年|1998年\n北京|1200|100|100|100\n河北|1100|50|50|50',
    ],
    ['indicators', '序号|指标名称|单位|目标值\n1|生产总值|亿元|200\n2|财政收入|亿元|20'],
    ['scores', '考核内容|评分标准|分值\n信息公开|每少一条扣1分|10'],
    ['powers', '序号|权力名称|实施依据|责任事项|责任单位\n1|行政许可|《许可法》|受理|办公室'],
    ['projects with their size', '序号|项目名称|建设内容|建设单位|总投资\n1|学校|新建2所|教育局|100'],
    ['one column', '工作任务\n编制目录'],
    ['layout', '工作动态|\n欢迎访问|网站地图'],
  ])('%s: no', (_, rows) => {
    const { reading, messages } = read(rows)
    expect(reading).toBeNull()
    expect(messages).toEqual(['table/not-tasks'])
  })

  test('a catalogue of what is disclosed is told apart', () => {
    const rows = '序号|公开事项|公开内容|公开依据|公开时限|公开主体\n1|机构|职能|《条例》|20个工作日内|办公室'
    expect(read(rows)).toMatchObject({ reading: null, messages: ['table/disclosure-catalogue'] })
  })

  test('a title without a role (单位) counts where it holds units', () => {
    expect(read('序号|重点工作|单位\n1|组织政府开放日|市卫健委').tasks).toEqual([
      '1. 组织政府开放日 [责任 市卫健委]',
    ])
  })
})

describe('the header', () => {
  test('stands below the title of the table and the line of the form', () => {
    const { tasks, sections } = read(`
2021年重点工作任务分解表|<|<
填报单位：市政府办|<|填报日期：2021年3月
序号|工作任务|责任单位
1|编制目录|办公室`)
    expect(tasks).toEqual(['1. 编制目录 [责任 办公室]'])
    expect(sections).toEqual([])
  })

  test('of two lines: 责任单位 over 牵头 and 配合', () => {
    const rows = `
序号|工作任务|责任单位|<|完成时限
^|^|牵头|配合|^
1|推进数字政府建设|市大数据局|市直各部门|12月底`
    expect(read(rows).tasks).toEqual(['1. 推进数字政府建设 [牵头 市大数据局；配合 市直各部门] @12月底'])
  })

  test('of two lines, the spans lost', () => {
    const rows = `
序号|工作任务|责任单位||完成时限
||牵头|配合|
1|推进数字政府建设|市大数据局|市直各部门|12月底`
    expect(read(rows).tasks).toEqual(['1. 推进数字政府建设 [牵头 市大数据局；配合 市直各部门] @12月底'])
  })

  test('of two lines, the merged cells dropped out of the second', () => {
    const rows = `
序号|工作任务|责任单位|完成时限|
牵头单位|配合单位|||
1|推进数字政府建设|市大数据局|市直各部门|12月底`
    expect(read(rows).tasks).toEqual(['1. 推进数字政府建设 [牵头 市大数据局；配合 市直各部门] @12月底'])
  })

  test('of two lines: 重点任务 over 序号 and 任务内容', () => {
    const rows = `
类别|重点任务|<|责任单位|<|<
^|序号|任务内容|牵头|责任|配合
经济|1|稳定外贸增长|发改委|统计局|各镇
民生|2|稳定就业岗位|人社局|教育局|各镇`
    expect(read(rows).tasks).toEqual([
      '经济 > 1. 稳定外贸增长 [牵头 发改委；责任 统计局；配合 各镇]',
      '民生 > 2. 稳定就业岗位 [牵头 人社局；责任 教育局；配合 各镇]',
    ])
  })

  test('quarters below 进度安排 are no times and are named', () => {
    const { tasks, messages } = read(`
序号|项目名称|牵头单位|进度安排|<
^|^|^|一季度|二季度
1|学校建设|市教育局|立项|开工`)
    expect(tasks).toEqual(['1. 学校建设 [牵头 市教育局]'])
    expect(messages).toEqual(['table/unknown-column', 'table/unknown-column'])
  })

  test('shared by number and task, spanning both or with a blank beside it', () => {
    const expected = ['1. 公开工作计划、工作要点等。 [责任 综合股]', '2. 公开预算、决算。 [责任 财务室]']
    const body = '1|公开工作计划、工作要点等。|综合股\n2|公开预算、决算。|财务室'
    expect(read(`工作任务|<|责任股室\n${body}`).tasks).toEqual(expected)
    expect(read(`工作任务||责任股室\n${body}`).tasks).toEqual(expected)
  })

  test('printed again on a new page, with the title of the table above it', () => {
    const { tasks, sections } = read(`
工作要点任务分解表|<|<
序号|工作任务|责任单位
1|建立台账|办公室
工作要点任务分解表|<|<
序号|工作任务|责任单位
2|开展培训|人事科
序号|工作任务|责任单位
二、公开平台|<|<
3|开展检查|人事科`)
    expect(tasks).toEqual([
      '1. 建立台账 [责任 办公室]',
      '2. 开展培训 [责任 人事科]',
      '二、公开平台 > 3. 开展检查 [责任 人事科]',
    ])
    expect(sections).toEqual(['二、公开平台'])
  })

  test('another header begins another part', () => {
    const { tasks } = read(`
序号|工作任务|责任单位
1|建立台账|办公室
序号|责任单位|工作任务
2|人事科|开展培训`)
    expect(tasks).toEqual(['1. 建立台账 [责任 办公室]', '2. 开展培训 [责任 人事科]'])
  })

  test('with fewer titles than columns is matched by what the columns hold', () => {
    const { tasks, messages } = read(`
工作任务|具体要求|责任科室|时限要求|
强化文件集中公开|1|对文件进行全面清理。|办公室|年底前
深化政策解读形式|2|丰富解读形式。|各科室|持续推进`)
    expect(tasks).toEqual([
      '1. 强化文件集中公开 => 对文件进行全面清理。 [责任 办公室] @年底前',
      '2. 深化政策解读形式 => 丰富解读形式。 [责任 各科室] @持续推进',
    ])
    expect(messages).toEqual(['table/header-aligned'])
  })
})

describe('columns to fields', () => {
  test('主要内容 is a requirement beside a task, else the task', () => {
    expect(read('项目名称|主要内容|责任单位\n教育|新建学校2所|教育局').tasks).toEqual([
      '教育 => 新建学校2所 [责任 教育局]',
    ])
    expect(read('主要内容|工作标准|责任单位\n新建学校2所|按期完工|教育局').tasks).toEqual([
      '新建学校2所 => 按期完工 [责任 教育局]',
    ])
  })

  test('a column of both task and requirement is the task', () => {
    expect(read('工作任务及要求|责任单位\n公开文件，每月更新。|办公室').tasks).toEqual([
      '公开文件，每月更新。 [责任 办公室]',
    ])
  })

  test('several columns of details are one requirement, in their order', () => {
    const rows = '工作任务|工作目标|具体措施|责任单位\n编制目录|全面覆盖。|逐项梳理。|办公室'
    expect(read(rows).tasks).toEqual(['编制目录 => 全面覆盖。逐项梳理。 [责任 办公室]'])
  })

  test('persons, notes and progress are read past; an unknown column is named', () => {
    const { tasks, messages } = read(`
序号|任务|责任领导|责任单位|联系电话|完成情况|备注|蓝莓
1|招商引资|张三|县商务局|123|已完成|无|甲`)
    expect(tasks).toEqual(['1. 招商引资 [责任 县商务局]'])
    expect(messages).toEqual(['table/unknown-column'])
  })

  test('a person beside the unit is left out where the title names both', () => {
    const { tasks, messages } = read(
      '任务|牵头单位及责任人\n项目建设|县发改委 王五\n招商引资|县商务局⏎（李四）',
    )
    expect(tasks).toEqual(['项目建设 [牵头 县发改委]', '招商引资 [牵头 县商务局]'])
    expect(messages).toEqual(['table/person', 'table/person'])
  })

  test('a cell may say itself who does what', () => {
    expect(read('任务|责任科室\n更新公众号|办公室牵头,各科室配合').tasks).toEqual([
      '更新公众号 [牵头 办公室；配合 各科室]',
    ])
  })

  test('列第一位的为牵头单位 in the title marks its lists', () => {
    expect(read('任务|责任单位（列第一位的为牵头单位）\n做好解读|办公室、法规科').tasks).toEqual([
      '做好解读 [责任* 办公室、法规科]',
    ])
  })

  test('a blank lead is noted, not filled from above; a dash is blank', () => {
    const { tasks, messages } = read(`
任务|牵头单位|责任单位
做好解读|办公室|各科室
做好公开||各科室
做好培训|—|各科室`)
    expect(tasks.slice(1)).toEqual(['做好公开 [责任 各科室]', '做好培训 [责任 各科室]'])
    expect(messages).toEqual(['unit/lead-blank', 'unit/lead-blank'])
  })

  test('a blank responsible unit is noted where none leads', () => {
    expect(read('任务|责任单位\n做好解读|办公室\n做好公开|').messages).toEqual(['unit/responsible-blank'])
  })

  test('brackets are taken out of task and requirement by the reader given', () => {
    const asked: string[] = []
    const { tasks } = read('序号|工作任务|完成时限\n1|公开文件（办公室负责）|6月', {
      brackets: (passage) => {
        asked.push(passage.text)
        return {
          text: passage.slice(0, 4),
          units: [{ role: 'lead', rule: 'x', passage: passage.slice(5, 8) }],
          times: [],
        }
      },
    })
    expect(asked).toEqual(['公开文件（办公室负责）'])
    expect(tasks).toEqual(['1. 公开文件 [牵头 办公室] @6月'])
  })
})
