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
  ])('says that the bracket of %s may name units, and why it is not read', (text, code) => {
    expect(read(text)).toEqual({ pieces: [text], codes: [code] })
  })

  it.each(['报送县行政审批局（县政务服务局）。', '覆盖全市（含各镇）。', '推广试点（安徽省）。'])(
    'says nothing of the bracket of %s',
    (text) => {
      expect(read(text)).toEqual({ pieces: [text], codes: [] })
    },
  )
})
