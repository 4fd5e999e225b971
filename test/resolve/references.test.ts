import { describe, expect, it } from 'vitest'
import { parse } from '../../src/pipeline.ts'
import { numberParts } from '../../src/resolve/numbers.ts'

const read = (...lines: string[]) => parse({ name: 'a.txt', bytes: Buffer.from(lines.join('\n')) })

/** A notice of 厦门市 whose letter says this. */
const basisOf = async (letter: string) => {
  const { notice, messages } = await read(
    '厦门市人民政府办公厅关于印发2018年政务公开工作要点的通知',
    '厦府办〔2018〕92号',
    '各区人民政府，市直各委、办、局：',
    letter,
    '厦门市人民政府办公厅',
    '2018年5月25日',
    '2018年政务公开工作要点',
    '一、加强公开（责任单位：市财政局）',
    '（一）公开预算。公开部门预算。（责任单位：市财政局）',
  )
  return { basis: notice.basis, evidence: notice.evidence, codes: messages.map((m) => m.code), notice }
}

describe('document numbers', () => {
  it.each([
    ['国办发(2021)12号', '国办发', 2021, 12],
    ['皖政办秘(2020)3号', '皖政办秘', 2020, 3],
    ['国办发明电(2018)15号', '国办发明电', 2018, 15],
    ['国发2004年5号', '国发', 2004, 5],
    ['建市 (2019) 第 7 号', '建市', 2019, 7],
    ['国办发(202010号', '国办发', null, null],
    ['国办发(2021)号', '国办发', 2021, null],
    ['国办发(0201)7号', '国办发', null, 7],
    ['国办发《2021》12号', '国办发', 2021, 12],
    ['国办发{2021}12号', '国办发', 2021, 12],
    ['国办发(二〇二一)12号', '国办发', 2021, 12],
    ['国办发( 2021 ) 12 号', '国办发', 2021, 12],
    ['国办发(2021)12', '国办发', 2021, 12],
    ['国办发(2021)12-1号', '国办发', 2021, null],
    ['国办发2021)12号', '国办发', null, 12],
  ])('%s is taken apart, what is damaged stays null', (text, agency, year, number) => {
    expect(numberParts(text)).toEqual({ agency, year, number })
  })

  it.each(['(2021)12号', '2021年第3号', '第12号'])('%s has no agency code', (text) => {
    expect(numberParts(text)).toBeNull()
  })
})

describe('the number of the notice itself', () => {
  const numbered = async (line: string) => {
    const { notice, messages } = await read(
      '厦门市人民政府办公厅关于印发2021年政务公开工作要点的通知',
      line,
      '各区人民政府，市直各委、办、局：',
      '现将工作要点印发给你们。',
      '一、公开预算（责任单位：市财政局）',
      '二、公开规划（责任单位：市发改委）',
    )
    return [notice.documentNumber, messages.some((m) => m.code === 'notice/number-damaged')]
  }

  it.each([
    '厦府办〔2021〕12号',
    '厦府办〔 2021 〕 12 号',
    '厦府办〈2021〉12号',
    '厦府办｛2021｝12号',
    '厦府办〔二〇二一〕12号',
    '厦府办〔2021〕12-1号',
  ])('%s is whole', async (line) => {
    expect(await numbered(line)).toEqual([line, false])
  })

  it.each(['厦府办〔2021〕12', '厦府办〔202112号', '厦府办2021〕12号'])(
    '%s is damaged, and kept',
    async (line) => {
      expect(await numbered(line)).toEqual([line, true])
    },
  )
})

describe('documents that a notice follows', () => {
  it.each([
    ['国办发〔 2021 〕 12 号', false],
    ['国办发〈2021〉12号', false],
    ['国办发2021〕12号', true],
    ['国办发〔2021〕12', true],
    ['第12号', true],
  ])('are cited with the number %s', async (number, damaged) => {
    const { basis, codes } = await basisOf(`根据《关于做好政务公开工作的通知》（${number}），制定本要点。`)
    expect(basis.map((b) => b.documentNumber)).toEqual([number])
    expect(codes.includes('notice/number-damaged')).toBe(damaged)
  })

  it('are the chain upward, each with its number and level', async () => {
    const { basis, notice } = await basisOf(
      '根据《国务院办公厅关于印发2018年政务公开工作要点的通知》（国办发〔2018〕23号）、《福建省人民政府办公厅关于印发2018年政务公开工作要点的通知》（闽政办函〔2018〕38号）精神，现将工作要点印发给你们。',
    )
    expect(notice.numberParts).toEqual({ agency: '厦府办', year: 2018, number: 92 })
    expect(basis.map((b) => [b.documentNumber, b.level])).toEqual([
      ['国办发〔2018〕23号', 'national'],
      ['闽政办函〔2018〕38号', 'province'],
    ])
    expect(basis[1]!.numberParts).toEqual({ agency: '闽政办函', year: 2018, number: 38 })
  })

  it('may be numbers alone, and then the agency code says the level', async () => {
    const { basis, evidence } = await basisOf('根据闽政办函〔2018〕38号文件要求，结合我市实际，制定本要点。')
    expect(basis).toEqual([
      {
        title: null,
        documentNumber: '闽政办函〔2018〕38号',
        numberParts: { agency: '闽政办函', year: 2018, number: 38 },
        level: 'province',
      },
    ])
    expect(evidence['/basis/0/documentNumber']?.[0]?.rule).toBe('notice/basis-number')
  })

  it('have the level of the body before the title, where the title names none', async () => {
    const { basis } = await basisOf('为贯彻落实省政府办公厅《关于做好政务公开工作的通知》，制定本要点。')
    expect(basis).toMatchObject([{ title: '关于做好政务公开工作的通知', level: 'province' }])
  })

  it('have no level where nothing tells it', async () => {
    const { basis } = await basisOf('根据《关于做好政务公开工作的通知》，制定本要点。')
    expect(basis).toMatchObject([{ level: null, numberParts: null }])
  })

  it('say so when the number is damaged, and guess no year', async () => {
    const { basis, codes } = await basisOf(
      '根据《国务院办公厅关于印发2018年政务公开工作要点的通知》（国办发〔201823号），制定本要点。',
    )
    expect(basis[0]!.numberParts).toEqual({ agency: '国办发', year: null, number: null })
    expect(codes).toContain('notice/number-damaged')
  })

  it('are not those that the text only names, nor other names of one, nor the notice itself', async () => {
    const { basis } = await basisOf(
      '《2018年政务公开工作要点》已经市政府同意。根据《中华人民共和国政府信息公开条例》（以下简称《条例》），现印发给你们。请参考《宣传手册》。',
    )
    expect(basis.map((b) => [b.title, b.level])).toEqual([['中华人民共和国政府信息公开条例', 'national']])
  })
})

describe('documents cited beside one another', () => {
  const cited = async (letter: string) =>
    (await basisOf(letter)).basis.map((b) => [b.title, b.documentNumber] as const)

  it('are two though the number of the first never closes its brackets', async () => {
    const { basis, codes } = await basisOf(
      '根据《安徽省2022年政务公开工作安排》（皖政办秘〔202210号）和《马鞍山市2022年政务公开要点》（马政办〔2022〕12号），制定本要点。',
    )
    expect(basis.map((b) => b.documentNumber)).toEqual(['皖政办秘〔202210号', '马政办〔2022〕12号'])
    expect(codes.filter((c) => c === 'notice/number-damaged')).toHaveLength(1)
  })

  it.each([
    [
      '根据《通知一号》（闽政办函〔2019〕31号，国办发〔2019〕14号），制定本要点。',
      '闽政办函〔2019〕31号',
      '国办发〔2019〕14号',
    ],
    [
      '根据国办发〔2022〕8号、皖政办秘〔2022〕10号文件，制定本要点。',
      '国办发〔2022〕8号',
      '皖政办秘〔2022〕10号',
    ],
    [
      '根据国办发〔2022〕8号和和政办发〔2022〕10号文件，制定本要点。',
      '国办发〔2022〕8号',
      '和政办发〔2022〕10号',
    ],
    [
      '根据《通知一号》（国办发〔2022〕8号）和皖政办秘〔2022〕10号，制定本要点。',
      '国办发〔2022〕8号',
      '皖政办秘〔2022〕10号',
    ],
  ])('are all there: %s', async (letter, ...numbers) => {
    expect((await cited(letter)).map(([, number]) => number)).toEqual(numbers)
  })

  it.each([
    ['根据国务院办公厅国办发〔2022〕8号', '国办发〔2022〕8号'],
    ['根据安徽省人民政府办公厅皖政办秘〔2022〕10号', '皖政办秘〔2022〕10号'],
    ['根据省财政厅闽财〔2022〕3号', '闽财〔2022〕3号'],
    ['根据市政府要求和国办发〔2022〕8号', '国办发〔2022〕8号'],
    ['根据教办厅函〔2022〕3号', '教办厅函〔2022〕3号'],
    ['根据工信部联规〔2022〕3号', '工信部联规〔2022〕3号'],
    ['根据国办公开办函〔2022〕3号', '国办公开办函〔2022〕3号'],
  ])('have the number without the body before it: %s', async (words, number) => {
    expect(await cited(`${words}文件精神，制定本要点。`)).toEqual([[null, number]])
  })

  it('have the level of the body before the number', async () => {
    expect((await basisOf('根据国务院办公厅国办发〔2022〕8号，制定本要点。')).basis).toMatchObject([
      { level: 'national' },
    ])
  })

  it('are one though cited twice', async () => {
    expect(
      await cited('根据《通知一号》（国办发〔2022〕8号），制定本要点。各区要按照《通知一号》要求抓好落实。'),
    ).toEqual([['通知一号', '国办发〔2022〕8号']])
  })

  it.each([
    '现将《福建省人民政府办公厅关于公开的通知》（闽政办函〔2019〕31号）转发给你们，请认真办理。',
    '现将闽政办函〔2019〕31号转发给你们，请认真办理。',
    '现转发《福建省人民政府办公厅关于公开的通知》（闽政办函〔2019〕31号），请认真办理。',
  ])('are those that it forwards: %s', async (letter) => {
    expect((await cited(letter)).map(([, number]) => number)).toEqual(['闽政办函〔2019〕31号'])
  })

  it('are not those that it only sends along', async () => {
    expect(await cited('现将《政务公开宣传手册》印发给你们，请向群众发放。')).toEqual([])
    expect(await cited('现将《关于转发宣传手册的通知》印发给你们。')).toEqual([])
  })

  it('may have the title of its own plan, if the number is of another body', async () => {
    expect(await cited('根据《2018年政务公开工作要点》（国办发〔2018〕23号），制定本要点。')).toEqual([
      ['2018年政务公开工作要点', '国办发〔2018〕23号'],
    ])
    expect(await cited('根据《2018年政务公开工作要点》（厦府办〔2018〕92号）抓好落实。')).toEqual([])
    expect(await cited('各区要根据《2018年政务公开工作要点》抓好落实。')).toEqual([])
  })
})

describe('times that hold for tasks that name none', () => {
  const deadlines = async (...lines: string[]) => {
    const { tasks } = await read('含山县2021年政务公开任务分解表', ...lines)
    return tasks.map((t) => t.deadlines.map((d) => [d.text, d.type, d.end, d.inherited]))
  }

  it('come from the heading above, and say so', async () => {
    expect(
      await deadlines(
        '一、近期任务（2021年6月底前完成）',
        '（一）公开预算。公开部门预算。（责任单位：县财政局）',
        '（二）公开决算。3月底前公开。（责任单位：县财政局）',
        '二、2021年重点工作',
        '（一）公开规划。公开规划纲要。（责任单位：县发改委）',
      ),
    ).toEqual([
      [['2021年6月底前', 'by', '2021-06-30', 'section']],
      [['3月底前', 'by', '2021-03-31', null]],
      [],
    ])
  })

  it('come from a sentence about all tasks, not from one about reports', async () => {
    const lines = (closing: string) => [
      '各单位要按照分工抓好落实。',
      closing,
      '一、公开预算（责任单位：县财政局）',
      '（一）公开预算。公开部门预算。（责任单位：县财政局）',
    ]
    expect(await deadlines(...lines('各项任务务必于2021年11月底前完成。'))).toEqual([
      [['2021年11月底前', 'by', '2021-11-30', 'notice']],
    ])
    expect(await deadlines(...lines('各单位要于2021年11月底前将各项任务落实情况报县政府办公室。'))).toEqual([
      [],
    ])
    expect(await deadlines(...lines('上述工作方案于2021年3月底前制定完成并报送。'))).toEqual([[]])
  })
})
