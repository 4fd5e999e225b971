import { describe, expect, it } from 'vitest'
import { find } from '../../src/find/find.ts'
import { Report } from '../../src/message.ts'
import { segment } from '../../src/segment/outline.ts'
import { documentOf } from '../notice.ts'

function read(...lines: string[]) {
  const report = new Report()
  const { drafts, sections } = find(segment(documentOf(['2021年县政务公开工作要点', ...lines])), report)
  return {
    tasks: drafts.map((d) => ({
      ordinal: d.ordinal?.passage.text ?? null,
      path: d.sections.map((s) => sections.get(s).title.passage.text).join('/'),
      task: d.task.passage.text,
      requirement: d.requirement?.passage.text ?? null,
      units: d.units.map((u) => `${u.role}${u.firstLeads ? '+' : ''}:${u.passage.text}`),
      times: d.times.map((t) => t.passage.text),
    })),
    codes: report.noted.map((n) => n.code),
  }
}

describe('numbered clauses', () => {
  it('takes the first sentence as the task and the rest as the requirement', () => {
    expect(
      read('一、推进公开', '（一）做好规划公开。通过网站公开。按时更新。', '（二）做好财政公开').tasks,
    ).toMatchObject([
      { ordinal: '（一）', path: '推进公开', task: '做好规划公开', requirement: '通过网站公开。按时更新。' },
      { ordinal: '（二）', path: '推进公开', task: '做好财政公开', requirement: null },
    ])
  })

  it('does not end the sentence inside quotes or brackets', () => {
    expect(read('一、推进公开', '（一）落实“先公开。后办理”要求。抓好检查。').tasks[0]).toMatchObject({
      task: '落实“先公开。后办理”要求',
      requirement: '抓好检查。',
    })
  })

  it('leaves inline numbers in the text', () => {
    expect(read('一、推进公开', '（一）公开下列信息：①规划；②预算。一是及时，二是准确。').tasks).toHaveLength(
      1,
    )
  })

  it('makes a heading with plain paragraphs one task', () => {
    expect(
      read('一、推进公开', '（一）做好规划公开。', '二、组织实施', '坚持统一领导。', '加强督查。').tasks[1],
    ).toMatchObject({
      ordinal: '二',
      path: '',
      task: '组织实施',
    })
  })

  it('finds none in plain paragraphs under 时间安排 and 工作要求', () => {
    const { tasks } = read(
      '一、时间安排',
      '2021年6月至年底。',
      '二、主要内容',
      '（一）做好公开。',
      '三、工作要求',
      '各单位要重视。',
    )
    expect(tasks.map((t) => t.task)).toEqual(['做好公开'])
  })

  it('finds none under headings of aims and principles', () => {
    const { tasks } = read(
      '一、总体要求',
      '（一）指导思想。以法治为指导。',
      '1.坚持公开。以公开为常态。',
      '二、工作目标',
      '全面提升。',
      '三、主要任务',
      '（一）做好公开。',
    )
    expect(tasks.map((t) => t.task)).toEqual(['做好公开'])
  })

  it('reads items below a bare heading as tasks', () => {
    const { tasks } = read('一、任务', '（一）重点领域', '1.公开规划。', '2.公开预算。')
    expect(tasks.map((t) => [t.path, t.task])).toEqual([
      ['任务/重点领域', '公开规划'],
      ['任务/重点领域', '公开预算'],
    ])
  })

  it.each([
    ['has text of its own', '（一）清理的重点。要对以下情况进行检查。'],
    ['ends in a colon', '（一）清理的重点是：'],
    ['says 下列', '（一）符合下列要求的予以保留。'],
  ])('keeps numbered lines as part of an item that %s', (_, line) => {
    const { tasks } = read('一、任务', line, '1.遵守法律。', '2.有规范的名称。', '（二）做好公开。')
    expect(tasks).toHaveLength(2)
    expect(tasks[0]!.requirement).toContain('1.遵守法律。2.有规范的名称。')
  })

  it('reads them as tasks where they carry brackets of their own', () => {
    const { tasks } = read(
      '一、任务',
      '（一）重点领域。要抓好以下工作。',
      '1.公开规划。（县发改委负责）',
      '2.公开预算。（县财政局负责）',
    )
    expect(tasks.map((t) => [t.task, t.units])).toEqual([
      ['公开规划', ['responsible:县发改委']],
      ['公开预算', ['responsible:县财政局']],
    ])
  })

  it('makes each bracket of an item a task of its own', () => {
    const { tasks } = read(
      '一、任务',
      '1.扩大出口。建立清单。（合肥海关负责）巩固优势。（省商务厅牵头，合肥海关配合）及时总结。',
    )
    expect(tasks).toMatchObject([
      { ordinal: '1', task: '扩大出口', requirement: '建立清单。', units: ['responsible:合肥海关'] },
      {
        ordinal: '1',
        task: '扩大出口',
        requirement: '巩固优势。及时总结。',
        units: ['lead:省商务厅', 'supporting:合肥海关'],
      },
    ])
  })

  it('makes a paragraph with its own bracket one more task of the item above', () => {
    const { tasks } = read(
      '一、任务',
      '（一）强化引领。建立体系。（生态环境部牵头，统计局参与）',
      '优化体制。建立清单。（生态环境部负责）',
    )
    expect(tasks[1]).toMatchObject({
      ordinal: '（一）',
      task: '强化引领',
      requirement: '优化体制。建立清单。',
    })
  })

  it.each([
    '（一）做好公开。（县财政局牵头；完成时限：2021年9月底）',
    '（一）做好公开（县财政局牵头，完成时限：2021年9月底）。',
    '（一）做好公开。〔完成时限：2021年9月底；县财政局牵头〕',
  ])('takes units and a labelled time from one bracket: %s', (line) => {
    expect(read('一、任务', line).tasks).toMatchObject([
      { task: '做好公开', requirement: null, units: ['lead:县财政局'], times: ['2021年9月底'] },
    ])
  })

  it('adds a unit that a note names to this and every later bracket', () => {
    const { tasks } = read(
      '一、任务',
      '1.甲。（司法局指导。以下均需试点政府落实，不再列出）',
      '2.乙。（财政局指导）',
    )
    expect(tasks.map((t) => t.units)).toEqual([
      ['guiding:司法局', 'responsible:试点政府'],
      ['guiding:财政局', 'responsible:试点政府'],
    ])
  })

  it('reads 任务分工 as the requirement and the whole item as the task', () => {
    const { tasks } = read(
      '一、内容',
      '1.及时公开信息。积极宣传。〔责任单位：综合部、财金部',
      '任务分工：相关部门发布信息。',
    )
    expect(tasks).toMatchObject([
      {
        task: '及时公开信息。积极宣传。',
        requirement: '相关部门发布信息。',
        units: ['responsible:综合部、财金部'],
      },
    ])
  })

  it('reads unit and time paragraphs, whose labels are part of no value', () => {
    const { tasks } = read(
      '一、内容',
      '1.及时公开信息。积极宣传。',
      '责任单位：综合部、财金部',
      '完成时限：2021年6月底前',
    )
    expect(tasks).toMatchObject([
      {
        task: '及时公开信息',
        requirement: '积极宣传。',
        units: ['responsible:综合部、财金部'],
        times: ['2021年6月底前'],
      },
    ])
  })

  it('applies a lead rule from its bracket on', () => {
    const { tasks } = read(
      '一、任务',
      '1.甲。（司法局负责）',
      '2.乙。（财政局、审计局负责。列第一位者为牵头单位，下同）',
      '3.丙。（教育局负责）',
    )
    expect(tasks.map((t) => t.units)).toEqual([
      ['responsible:司法局'],
      ['responsible+:财政局、审计局'],
      ['responsible+:教育局'],
    ])
  })

  it.each([
    ['in a bracket of the heading', ['一、重点任务（责任单位：县财政局）']],
    ['in a bracket after its text', ['一、重点任务。各单位要抓好落实。（责任单位：县财政局）']],
    ['in a paragraph below it', ['一、重点任务', '责任单位：县财政局']],
  ])('gives units named %s to the tasks below that name none', (_, head) => {
    const { tasks } = read(...head, '（一）公开规划。', '（二）公开预算。（县审计局负责）')
    expect(tasks.map((t) => t.units)).toEqual([['responsible:县财政局'], ['responsible:县审计局']])
  })

  it('keeps the marks around a bracket that is taken out', () => {
    const { tasks } = read(
      '一、任务',
      '1.做好总结。形成报告（6月底前完成）。开展评估。',
      '2.加强调度（6月底前完成）；形成机制。',
      '3.自查阶段（6月底前完成）。开展自查。',
      '4.做好公开。（县财政局负责）。',
    )
    expect(tasks.map((t) => [t.task, t.requirement])).toEqual([
      ['做好总结', '形成报告。开展评估。'],
      ['加强调度；形成机制', null],
      ['自查阶段', '开展自查。'],
      ['做好公开', null],
    ])
  })

  it('reads an item of principle as a task where it carries a bracket of responsibility', () => {
    const { tasks } = read('一、任务', '（一）落实“谁执法谁普法”原则。抓好普法。（责任单位：县司法局）')
    expect(tasks.map((t) => t.units)).toEqual([['responsible:县司法局']])
  })

  it('takes a date that nobody signs between items for text', () => {
    const { tasks } = read(
      '一、任务',
      '（一）启动试点。启动日期为：',
      '2021年3月1日',
      '（二）总结试点。形成报告。',
    )
    expect(tasks.map((t) => t.task)).toEqual(['启动试点', '总结试点'])
  })

  it.each([
    '审核3批项目清单，逐项公示。',
    '关闭落后煤矿10处，6月底前完成。',
    '相关信息要在3个工作日内公开。',
  ])('keeps the paragraph %s, which only begins like the furniture of a page', (line) => {
    expect(read('一、任务', '（一）推进整治。', line, '（二）其他。').tasks[0]!.requirement).toBe(line)
  })

  it('finds none in numbered lines of names and posts', () => {
    const { tasks, codes } = read(
      '一、组长：张三 市长',
      '二、副组长：李四 副市长',
      '三、成员：王五 市财政局局长',
    )
    expect([tasks, codes]).toEqual([[], ['notice/not-a-plan']])
  })

  it('sets a closing paragraph apart, and says so', () => {
    const { tasks, codes } = read('一、任务', '（一）做好公开。抓好落实。', '各单位要根据本要点制定方案。')
    expect(tasks[0]!.requirement).toBe('抓好落实。')
    expect(codes).toContain('clause/closing-paragraph')
  })

  it('keeps the last paragraphs of an item whose line is only a heading', () => {
    expect(read('一、任务', '（一）做好公开。', '抓好落实。').tasks[0]!.requirement).toBe('抓好落实。')
  })

  it('reports numbers that repeat or skip', () => {
    const { codes } = read('一、任务', '（一）甲。', '（二）乙。', '（四）丙。')
    expect(codes).toContain('clause/numbering')
  })

  it('lets numbers run on across sections', () => {
    const { codes } = read('一、任务', '1.甲。', '2.乙。', '二、保障', '3.丙。')
    expect(codes).not.toContain('clause/numbering')
  })

  it('finds no task in a covering letter', () => {
    const { tasks } = read(
      '各乡镇人民政府：',
      '现将《2021年公开任务方案》印发给你们，请认真执行。',
      '一、要认真对照工作任务。',
      '二、要纳入年度报告。',
      '某县人民政府办公室',
      '2021年7月6日',
      '2021年公开任务方案',
      '一、重点工作',
      '（一）做好公开。',
    )
    expect(tasks.map((t) => t.task)).toEqual(['做好公开'])
  })

  it.each([
    [
      '县数据管理办法',
      ['第一条 为规范管理，制定本办法。', '第二条 本办法适用于全县。', '第三条 县政府负责统筹。'],
    ],
    ['关于某事项的批复', ['一、同意建设。', '二、加强管理。']],
  ])('finds none in %s', (title, lines) => {
    const report = new Report()
    expect(find(segment(documentOf([title, ...lines])), report).drafts).toEqual([])
    expect(report.noted.map((n) => n.code)).toContain('notice/not-a-plan')
  })
})
