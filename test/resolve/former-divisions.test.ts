import { describe, expect, it } from 'vitest'
import { type Division, divisions } from '../../src/data/divisions.ts'
import { formerDivisions } from '../../src/data/former-divisions.ts'

const all = divisions()
const now = all.filter((d) => d.until === undefined)
const former = all.filter((d) => d.until !== undefined)
const today = new Set(now.map((d) => d.path))
const provinces = new Map(now.filter((d) => d.code.endsWith('0000')).map((d) => [d.code.slice(0, 2), d.name]))

describe('the list of former divisions', () => {
  it('has a code of six digits and the full name of the province that it is of', () => {
    const wrong = formerDivisions.filter(
      ({ code, path, name }) =>
        !/^\d{6}$/.test(code) ||
        !path.startsWith(provinces.get(code.slice(0, 2)) ?? '?') ||
        !/[省市县区旗盟]$/.test(name),
    )
    expect(wrong).toEqual([])
  })

  it('lies in something that stands or stood', () => {
    const known = new Set(all.map((d) => d.path))
    const lost = formerDivisions.filter((d) => !known.has(d.path.slice(0, -d.name.length)))
    // Cities that GB/T 2260 divides no further today, and the province itself.
    expect(lost.map((d) => d.path)).toEqual([])
  })

  it('has years from before its time to today, and ends before what followed it', () => {
    expect(formerDivisions.filter((d) => d.until < 1990 || d.until > 2025)).toEqual([])
    expect(former.filter((d) => d.heir?.until !== undefined && d.heir.until <= d.until!)).toEqual([])
    expect(all.filter((d) => d.since !== undefined && d.until !== undefined && d.since >= d.until)).toEqual(
      [],
    )
  })

  it('has a successor that stands today or is itself former', () => {
    const lost = formerDivisions.filter(
      (d, i) => d.successor !== null && former[i]!.heir?.code !== d.successor,
    )
    expect(lost).toEqual([])
  })

  it('ends in a division of today wherever one followed', () => {
    const last = (d: Division): Division => (d.heir ? last(d.heir) : d)
    const open = former.filter((d) => d.heir && last(d).until !== undefined && last(d).heir)
    expect(open).toEqual([])
  })

  it('names none that stands under the same parent, and none twice', () => {
    expect(formerDivisions.filter((d) => today.has(d.path)).map((d) => d.path)).toEqual([])
    const seen = new Set<string>()
    const twice = formerDivisions.filter((d) => {
      const known = seen.has(d.path)
      seen.add(d.path)
      return known
    })
    expect(twice).toEqual([])
  })

  it('gives no code to two divisions of one time', () => {
    const clash = former.filter((d) =>
      former.some((e) => e !== d && e.code === d.code && e.until === d.until),
    )
    expect(clash).toEqual([])
  })

  it.each([
    ['河北省保定市新市区', 2015, '河北省保定市竞秀区'],
    ['河北省保定市北市区', 2015, '河北省保定市莲池区'],
    ['河北省保定市南市区', 2015, '河北省保定市莲池区'],
    ['江苏省无锡市崇安区', 2015, '江苏省无锡市梁溪区'],
    ['江苏省无锡市南长区', 2015, '江苏省无锡市梁溪区'],
    ['江苏省无锡市北塘区', 2015, '江苏省无锡市梁溪区'],
    ['吉林省长春市双阳县', 1995, '吉林省长春市双阳区'],
    ['河北省邯郸市邯郸县', 2016, null],
    ['江苏省南通市通州市', 2009, '江苏省南通市通州区'],
    ['湖南省株洲市株洲县', 2018, '湖南省株洲市渌口区'],
    ['四川省达州市达县', 2013, '四川省达州市达川区'],
    ['江苏省淮阴市', 2001, '江苏省淮安市'],
    ['江苏省淮阴市淮阴县', 2001, '江苏省淮安市淮阴区'],
    ['湖南省大庸市', 1994, '湖南省张家界市'],
    ['山东省莱芜市', 2019, null],
    ['安徽省巢湖市', 2011, null],
    ['湖北省襄樊市', 2010, '湖北省襄阳市'],
    ['云南省思茅地区', 2003, '云南省思茅市'],
    ['云南省思茅市', 2007, '云南省普洱市'],
    ['江苏省淮阴市淮安市', 2001, '江苏省淮安市楚州区'],
    ['四川省资阳市简阳市', 2016, '四川省成都市简阳市'],
  ])('%s ended in %i, followed by %s', (path, until, heir) => {
    const found = former.filter((d) => d.path === path)
    expect(found.map((d) => [d.until, d.heir?.path ?? null])).toEqual([[until, heir]])
  })

  it('tells since when what another became has stood', () => {
    const since = (path: string) => all.find((d) => d.path === path)?.since
    expect(since('安徽省马鞍山市含山县')).toBe(2011)
    expect(since('安徽省合肥市巢湖市')).toBe(2011)
    // It had stood before 宣武区 joined it.
    expect(since('北京市西城区')).toBeUndefined()
  })
})
