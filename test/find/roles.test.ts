import { describe, expect, it } from 'vitest'
import { readRoles } from '../../src/find/roles.ts'
import { Report } from '../../src/message.ts'
import type { Role } from '../../src/task.ts'
import { Passage } from '../../src/text/passage.ts'

function read(text: string, role: Role | null = null) {
  const found = readRoles(Passage.of('b0', text), role, 'test', new Report())
  return {
    units: found.units.map((u) => `${u.role}:${u.passage.text}`),
    times: found.times.map((t) => t.passage.text),
    lead: found.leadRule?.text ?? null,
    always: found.always.map((u) => `${u.role}:${u.passage.text}`),
  }
}

const cases: [text: string, units: string[], times?: string[]][] = [
  ['责任单位：县财政局、县教育局', ['responsible:县财政局、县教育局']],
  ['责任单位:各部门', ['responsible:各部门']],
  ['牵头单位：市司法局；配合单位：市财政局、市教育局', ['lead:市司法局', 'supporting:市财政局、市教育局']],
  ['牵头单位：市司法局，责任单位：市财政局', ['lead:市司法局', 'responsible:市财政局']],
  ['牵头单位：市司法局；完成时限：6月底前', ['lead:市司法局'], ['6月底前']],
  ['主办单位：市司法局；协办单位：市财政局', ['lead:市司法局', 'supporting:市财政局']],
  ['商务部、财政部负责', ['responsible:商务部、财政部']],
  ['商务部牵头，财政部、海关总署按职责分工负责', ['lead:商务部', 'responsible:财政部、海关总署']],
  ['商务部牵头，财政部参与', ['lead:商务部', 'supporting:财政部']],
  ['商务部指导，供销合作总社参与', ['guiding:商务部', 'supporting:供销合作总社']],
  ['6月底完成，牵头考核单位：市司法局', ['lead:市司法局'], ['6月底完成']],
  ['负责部门：商务部，适用范围：浙江自贸试验区', ['responsible:商务部']],
  ['省推进组工作专班牵头单位按职责分工负责', ['responsible:省推进组工作专班牵头单位']],
  ['省推进组工作专班牵头单位牵头', ['lead:省推进组工作专班牵头单位']],
  ['市司法局牵头负责', ['lead:市司法局']],
  ['市司法局会同市财政局负责', ['responsible:市司法局会同市财政局']],
  ['由市司法局负责', ['responsible:市司法局']],
  [
    '人力资源社会保障部、财政部，各省级人民政府按职责分工负责',
    ['responsible:人力资源社会保障部、财政部，各省级人民政府'],
  ],
  ['生态环境部指导，试点城市政府负责落实', ['guiding:生态环境部', 'responsible:试点城市政府']],
  ['市发改委（牵头）、市财政局', ['lead:市发改委', 'responsible:市财政局']],
  ['市教育局、市卫生健康委（按职责分工负责）', ['responsible:市教育局、市卫生健康委']],
  ['市教育局(牵头) 市财政局', ['lead:市教育局', 'responsible:市财政局']],
  ['责任单位：市大数据局 2022年底前', ['responsible:市大数据局'], ['2022年底前']],
  ['责任领导：张某；责任单位：县教育局', ['responsible:县教育局']],
]

describe('readRoles', () => {
  it.each(cases)('%s', (text, units, times = []) => {
    expect(read(text)).toMatchObject({ units, times })
  })

  it('gives the role of its column where the text names none', () => {
    expect(read('综合股、办公室', 'lead').units).toEqual(['lead:综合股、办公室'])
  })

  it('lets a role word in the text win over the column', () => {
    expect(read('办公室牵头,各科室配合', 'responsible').units).toEqual(['lead:办公室', 'supporting:各科室'])
  })

  it('reads labels on lines of their own', () => {
    expect(read('牵头单位：市司法局\n配合单位：市财政局', 'responsible').units).toEqual([
      'lead:市司法局',
      'supporting:市财政局',
    ])
  })

  it('keeps a label together that a line break falls into', () => {
    expect(read('牵头\n单位：市司法局；责任\n单位：市财政局').units).toEqual([
      'lead:市司法局',
      'responsible:市财政局',
    ])
  })

  it('reads a lead rule in the bracket', () => {
    expect(read('人力资源社会保障部、财政部负责。列第一位者为牵头单位，下同')).toEqual({
      units: ['responsible:人力资源社会保障部、财政部'],
      times: [],
      lead: '列第一位者为牵头单位',
      always: [],
    })
  })

  it('reads a note that adds a unit to every bracket from there on', () => {
    expect(read('生态环境部指导。以下均需试点城市政府落实，不再列出')).toMatchObject({
      units: ['guiding:生态环境部'],
      always: ['responsible:试点城市政府'],
    })
  })
})
