/** A street or a town that is named after a place does not lie in it. */
import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../src/resolve/places.ts'
import { resolveRegion } from '../../src/resolve/region.ts'

const regionOf = (issuer: string) =>
  resolveRegion({
    title: '关于印发2022年政务公开工作要点的通知',
    planTitle: null,
    issuer,
    addressees: [],
    documentNumber: null,
    year: 2022,
  }).region?.code ?? null

describe('the name of a place', () => {
  it.each([
    '西藏中路街道办事处',
    '新疆街道办事处',
    '广西北路派出所',
    '宁夏路街道办事处',
    '内蒙古大道派出所',
    '沛县路街道办事处',
  ])('is none in %s', (name) => {
    expect(findPlaces(name)).toEqual([])
    expect(regionOf(name)).toBeNull()
  })

  it.each([
    ['西藏自治区人民政府办公厅', '540000'],
    ['新疆路桥建设管理局', '650000'],
    ['广西路网监测中心', '450000'],
    ['含山县街道办', '340522'],
    ['含山县路灯管理所', '340522'],
    ['郑州市上街区人民政府', '410106'],
    ['唐山市路北区人民政府', '130203'],
  ])('is one in %s', (name, code) => {
    expect(regionOf(name)).toBe(code)
  })
})
