import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { Passage, tidy } from '../../src/text/passage.ts'

describe('Passage', () => {
  it('drops white space at a line break between Chinese characters', () => {
    expect(Passage.of('b0', '主动公开\n  规划').text).toBe('主动公开规划')
  })

  it('keeps a space for a line break between Latin words', () => {
    expect(Passage.of('b0', 'open\ngovernment').text).toBe('open government')
  })

  it('keeps white space within a line', () => {
    expect(Passage.of('b0', '“节约粮食 杜绝餐饮浪费”').text).toBe('“节约粮食 杜绝餐饮浪费”')
  })

  it('trims white space of every kind', () => {
    expect(Passage.of('b0', '\u3000\u3000一、总则\u00a0\t').text).toBe('一、总则')
  })

  it('says where a slice stands in its node, the dropped break within the piece', () => {
    const passage = Passage.of('b0', '  主动公开\n  规划。')
    expect(passage.slice(2, 6).spans()).toEqual([{ node: 'b0', start: 4, end: 11 }])
  })

  it('is one piece for each node that it runs over', () => {
    const joined = Passage.join([Passage.of('b0', '甲乙'), Passage.of('b1', '丙丁')])
    expect(joined.text).toBe('甲乙丙丁')
    expect(joined.slice(1, 3).spans()).toEqual([
      { node: 'b0', start: 1, end: 2 },
      { node: 'b1', start: 0, end: 1 },
    ])
  })

  it('has two pieces where something between was cut out', () => {
    const passage = Passage.of('b0', '甲乙（责任单位：丙）丁')
    const cut = passage.without([{ start: 2, end: 10 }])
    expect(cut.text).toBe('甲乙丁')
    expect(cut.spans()).toEqual([
      { node: 'b0', start: 0, end: 2 },
      { node: 'b0', start: 10, end: 11 },
    ])
  })

  it('reads its own quotes back', () => {
    const node = '一、加强\n  open\ngovernment 建设（略）和落实\n'
    const passage = Passage.of('b0', node).without([{ start: 25, end: 29 }])
    const quotes = passage.spans().map((s) => node.slice(s.start, s.end))
    expect(tidy(quotes)).toBe(passage.text)
  })
})

describe('fold', () => {
  it('is as long as the text', () => {
    const text = '（责任單位：國辦，１２．５％）〔2019〕⺠⼯\u3000𠀀'
    expect(fold(text)).toHaveLength(text.length)
  })

  it('makes brackets round, letters and digits narrow, characters simplified', () => {
    expect(fold('〔責任單位：ＡＢ，１．〕')).toBe('(责任单位:AB,1.)')
  })

  it('reads the radicals that PDF fonts leak', () => {
    expect(fold('⼯⼈⺠⻔')).toBe('工人民门')
  })
})
