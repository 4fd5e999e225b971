import { describe, expect, it } from 'vitest'
import { Levels, markerOf } from '../../src/segment/markers.ts'
import { fold } from '../../src/text/fold.ts'

const opens: [string, string, number, string][] = [
  ['一、总体要求', 'cn', 1, '一、'],
  ['十二、保障措施', 'cn', 12, '十二、'],
  ['一.总体要求', 'cn', 1, '一.'],
  ['（一）指导思想', 'cn-paren', 1, '（一）'],
  ['(二十一)加强督促', 'cn-paren', 21, '(二十一)'],
  ['（三)组织', 'cn-paren', 3, '（三)'],
  ['一）组织', 'cn-paren', 1, '一）'],
  ['㈢组织', 'cn-paren', 3, '㈢'],
  ['1.扎实做好', 'num', 1, '1.'],
  ['１．扎实做好', 'num', 1, '１．'],
  ['12、扎实做好', 'num', 12, '12、'],
  ['3 做好公开', 'num', 3, '3'],
  ['⒊做好公开', 'num', 3, '⒊'],
  ['（1）有专职人员', 'num-paren', 1, '（1）'],
  ['⑵有专职人员', 'num-paren', 2, '⑵'],
  ['1）有专职人员', 'num-half', 1, '1）'],
  ['①制定背景', 'circled', 1, '①'],
  ['第三条 政务部门', 'article', 3, '第三条'],
  ['第一章 总则', 'chapter', 1, '第一章'],
  ['任务一：推进公开', 'word', 1, '任务一：'],
  ['1.2 等级划分', 'decimal2', 2, '1.2'],
  ['4.2.1 启动', 'decimal3', 1, '4.2.1'],
]

const text = [
  '2019年上半年，试点城市政府印发方案。',
  '1.5万元以下的项目',
  '3个工作日内答复',
  '一是加强领导',
  '一、二类疫苗接种',
  '第一阶段，各部门全面排查',
  '2020610日至年底。',
  '12345热线',
  '任务分工：相关部门',
  '第三条的规定',
  '95%以上',
]

describe('markerOf', () => {
  it.each(opens)('%s opens an item', (line, kind, number, label) => {
    const marker = markerOf(fold(line))
    expect(marker).toMatchObject({ kind, number })
    expect(line.slice(0, marker!.length)).toBe(label)
  })

  it.each(text)('%s is text', (line) => {
    expect(markerOf(fold(line))).toBeNull()
  })
})

describe('Levels', () => {
  it('follows the nesting that the notice uses', () => {
    const levels = new Levels()
    expect(
      ['cn', 'cn-paren', 'num', 'num', 'cn-paren', 'cn', 'num'].map((k) => levels.enter(k as 'cn')),
    ).toEqual([0, 1, 2, 2, 1, 0, 1])
  })

  it('lets 1. be the top where the notice begins with it', () => {
    const levels = new Levels()
    expect(['num', 'num-paren', 'num'].map((k) => levels.enter(k as 'num'))).toEqual([0, 1, 0])
  })

  it('puts 一、 above 1. even if 1. came first', () => {
    const levels = new Levels()
    expect(['num', 'cn', 'num'].map((k) => levels.enter(k as 'num'))).toEqual([0, 0, 1])
  })
})
