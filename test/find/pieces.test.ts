import { describe, expect, it } from 'vitest'
import { readPieces } from '../../src/find/pieces.ts'
import { Report } from '../../src/message.ts'
import { Passage } from '../../src/text/passage.ts'

function read(text: string) {
  const report = new Report()
  const pieces = readPieces(Passage.of('b0', text), report).map((p) =>
    p.kind === 'text' ? p.passage.text : `<${p.kind}>${p.passage.text}`,
  )
  return { pieces, codes: report.noted.map((n) => n.code) }
}

describe('readPieces', () => {
  it.each([
    ['做好公开。（责任单位：县财政局）', ['做好公开。', '<duty>（责任单位：县财政局）']],
    ['做好公开〔责任单位:县财政局〕。', ['做好公开', '<duty>〔责任单位:县财政局〕', '。']],
    ['做好公开（县财政局、县教育局负责）', ['做好公开', '<duty>（县财政局、县教育局负责）']],
    [
      '扩大出口。（合肥海关负责）巩固优势。（省商务厅牵头，合肥海关配合）',
      ['扩大出口。', '<duty>（合肥海关负责）', '巩固优势。', '<duty>（省商务厅牵头，合肥海关配合）'],
    ],
    ['完成修订。（2019年4月底前完成）', ['完成修订。', '<time>（2019年4月底前完成）']],
    ['做好公开。责任单位：县财政局、县教育局', ['做好公开。', '<duty>责任单位：县财政局、县教育局']],
    [
      '梳理清单。牵头单位：县政府办，配合单位：县直各单位。完成时限：6月底前。',
      ['梳理清单。', '<duty>牵头单位：县政府办，配合单位：县直各单位。完成时限：6月底前。'],
    ],
    ['责任单位：产业发展部(招商部)、财金部', ['<duty>责任单位：产业发展部(招商部)、财金部']],
    [
      '做好公开。（牵头单位：市司法局）（责任单位：市财政局）',
      ['做好公开。', '<duty>（牵头单位：市司法局）', '<duty>（责任单位：市财政局）'],
    ],
  ])('%s', (text, pieces) => {
    expect(read(text).pieces).toEqual(pieces)
  })

  it.each<[string, string[], string[]]>([
    ['县财政局牵头；完成时限：2021年9月底', ['lead:县财政局'], ['2021年9月底']],
    ['县财政局、县教育局按职责分工负责；时限：全年', ['responsible:县财政局、县教育局'], ['全年']],
    [
      '县财政局牵头；县教育局、县司法局配合；完成时间：长期坚持',
      ['lead:县财政局', 'supporting:县教育局、县司法局'],
      ['长期坚持'],
    ],
    ['县财政局牵头,完成时限:9月底', ['lead:县财政局'], ['9月底']],
    ['县财政局牵头、9月底前', ['lead:县财政局'], ['9月底前']],
    ['县财政局牵头 完成时限：9月底', ['lead:县财政局'], ['9月底']],
    ['县财政局牵头 9月底前完成', ['lead:县财政局'], ['9月底前完成']],
    ['县财政局牵头。完成时限：9月底。', ['lead:县财政局'], ['9月底']],
    ['完成时限：9月底；县财政局牵头，县教育局配合', ['lead:县财政局', 'supporting:县教育局'], ['9月底']],
    ['完成时限：9月底。县财政局牵头', ['lead:县财政局'], ['9月底']],
    ['9月底前完成。县财政局牵头', ['lead:县财政局'], ['9月底前完成']],
    [
      '县财政局牵头，配合单位：县教育局，完成时限：9月底',
      ['lead:县财政局', 'supporting:县教育局'],
      ['9月底'],
    ],
    ['县财政局（牵头）、县教育局；完成时限：9月底', ['lead:县财政局', 'responsible:县教育局'], ['9月底']],
    [
      '县财政局负责；完成时限：6月底前起草，年底前印发',
      ['responsible:县财政局'],
      ['6月底前起草，年底前印发'],
    ],
    ['县财政局负责；完成时限：另行通知', ['responsible:县财政局'], ['另行通知']],
    ['县财政局负责；责任人：张三；完成时限：9月底', ['responsible:县财政局'], ['9月底']],
    ['县财政局负责；适用范围：全县；完成时限：9月底', ['responsible:县财政局'], ['9月底']],
    ['县财政局负责，排在第一位的为牵头单位，下同；完成时限：9月底', ['responsible:县财政局'], ['9月底']],
    ['县财政局、县教育局负责，排在第一位的为牵头单位，下同', ['responsible:县财政局、县教育局'], []],
  ])(
    'reads the lists and the time of （%s）, in whatever order and with or without labels',
    (inside, units, times) => {
      const pieces = readPieces(Passage.of('b0', `做好公开。（${inside}）`), new Report())
      const duty = pieces[1]?.kind === 'duty' ? pieces[1].duty : null
      expect([
        duty?.units.map((u) => `${u.role}:${u.passage.text}`),
        duty?.times.map((t) => t.passage.text),
      ]).toEqual([units, times])
    },
  )

  it.each([
    ['（完成时限：2021年9月底）', '2021年9月底'],
    ['（完成时限：2021年9月10日）', '2021年9月10日'],
    ['（时限：全年）', '全年'],
    ['（时间：9月底前）', '9月底前'],
  ])('takes %s for a time without its label', (bracket, time) => {
    const pieces = readPieces(Passage.of('b0', `做好公开${bracket}。`), new Report())
    expect(pieces.flatMap((p) => (p.kind === 'time' ? [p.time.passage.text] : []))).toEqual([time])
  })

  it.each([
    '实施证书制度（技工院校内由人力资源社会保障行政部门负责），国务院有关部门监督',
    '执行《条例》（以下简称《条例》）。',
    '支持个人（指居民）负责',
    '建设各类平台（含村级）。',
    '三年行动计划（2018—2020年）',
    '全面推行（财政资金方面负责任地落实好）。',
    '梳理清单。牵头单位：县政府办。各单位要在6月底前完成。',
    '执行《条例》（以下简称《条例》',
    '报送县行政审批局（县政务服务局）。',
    '建设平台。（2021年9月底前完成县级平台建设；10月底前完成镇级平台建设）',
    '做好公开。（详见附件；完成时限另行通知）',
    '做好公开。（详见附件；完成时限：另行通知）',
    '做好公开。（完成时限：另行通知）',
    '召开会议（时间：2021年9月10日）。',
    '梳理清单。（含县财政局牵头的事项；完成时限：见附件）',
    '做好公开。（内容：预算；县财政局负责）',
  ])('%s is text', (text) => {
    expect(read(text).pieces).toEqual([text])
  })

  it('takes a bracket that is never closed to the end of its paragraph, and says so', () => {
    expect(read('做好公开。〔责任单位：综合部、产业部(招商部)、财金部')).toEqual({
      pieces: ['做好公开。', '<duty>〔责任单位：综合部、产业部(招商部)、财金部'],
      codes: ['clause/unclosed-bracket'],
    })
  })

  it.each([
    ['做好公开。（县政府办、县司法局按职责分工负责', '<duty>（县政府办、县司法局按职责分工负责'],
    ['做好公开。（县司法局牵头', '<duty>（县司法局牵头'],
    ['做好公开。（县司法局牵头。', '<duty>（县司法局牵头。'],
  ])('takes %s by the role word that ends it', (text, duty) => {
    expect(read(text)).toEqual({ pieces: ['做好公开。', duty], codes: ['clause/unclosed-bracket'] })
  })

  it.each([
    ['做好公开。（县政府办）', 'clause/bracket-unread'],
    ['做好公开（县政府办、县司法局）。', 'clause/bracket-unread'],
    ['做好公开。（县司法局牵头。各单位要认真落实。', 'clause/bracket-unread-open'],
    ['做好公开。（每月通报；县教育局、县司法局、县财政局负责）', 'clause/bracket-unread-mixed'],
    ['做好公开。（县财政局，9月底前）', 'clause/bracket-unread'],
    ['做好公开。（县财政局、县教育局；长期）', 'clause/bracket-unread'],
    ['做好公开。（县财政局；完成时限：9月底）', 'clause/bracket-unread'],
    ['做好公开。（县财政局，10月底前完成，牵头单位：县政府办）', 'clause/bracket-unread-mixed'],
    ['做好公开。（牵头单位县财政局，完成时限2021年9月底）', 'clause/bracket-unread-mixed'],
    ['做好公开。（县财政局牵头，完成时限2021年9月底）', 'clause/bracket-unread-mixed'],
    ['做好公开。（完成时限：9月底前，县财政局牵头）', 'clause/bracket-unread-mixed'],
    ['做好公开。（完成时限：9月底前 县财政局牵头）', 'clause/bracket-unread-mixed'],
    ['做好公开。（全县推广；县财政局负责；完成时限：9月底）', 'clause/bracket-unread-mixed'],
    ['做好公开。（县级层面：县财政局牵头；完成时限：9月底）', 'clause/bracket-unread-mixed'],
  ])('says that the bracket of %s may name units, and why it is not read', (text, code) => {
    expect(read(text)).toEqual({ pieces: [text], codes: [code] })
  })

  it.each([
    '报送县行政审批局（县政务服务局）。',
    '覆盖全市（含各镇）。',
    '推广试点（安徽省）。',
    '推广试点（安徽省，2021年9月底前）。',
    '做好公开。（详见附件；完成时限另行通知）',
  ])('says nothing of the bracket of %s', (text) => {
    expect(read(text)).toEqual({ pieces: [text], codes: [] })
  })
})
