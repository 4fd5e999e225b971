import { describe, expect, it } from 'vitest'
import { divisions } from '../../src/data/divisions.ts'
import { siteDomains } from '../../src/data/site-domains.ts'
import { parse } from '../../src/pipeline.ts'
import { resolveRegion } from '../../src/resolve/region.ts'
import { siteOf } from '../../src/resolve/site.ts'

const nothing = { title: null, planTitle: null, addressees: [], documentNumber: null, year: 2020 }

describe('the site of a page', () => {
  it.each([
    [{ sitedomain: 'www.baoshan.gov.cn' }, null],
    [{ sitedomain: 'fgw.zj.gov.cn,www.zjdpc.gov.cn' }, '330000'],
    [{ sitedomain: 'www.shanxi.gov.cn' }, '140000'],
    [{ canonical: 'https://xxgk.ah.gov.cn/public/1.html' }, '340000'],
    [{ 'og:url': 'http://www.yn.gov.cn:8080/a' }, '530000'],
    [{ url: 'HTTP://FGW.ZJ.GOV.CN/art/2016/11/22/art_1.html' }, '330000'],
    [{ base: 'http://www.shaanxi.gov.cn/' }, '610000'],
    [{ location: 'https://www.gd.gov.cn/x.htm' }, '440000'],
    // 绍兴, 徐州 and 广州, whose letters are those of provinces; the State Council; what is not of gov.cn.
    [{ canonical: 'http://www.sx.gov.cn/a' }, null],
    [{ canonical: 'http://www.xz.gov.cn/a' }, null],
    [{ canonical: 'http://www.gz.gov.cn/a' }, null],
    [{ canonical: 'http://www.gov.cn/a' }, null],
    [{ canonical: 'http://zj.gov.cn.example.com/a' }, null],
    [{ canonical: 'http://example.com/zj.gov.cn' }, null],
    [{ url: './t20190918_693227.shtml' }, null],
    [{ url: 'http://constructor.gov.cn/' }, null],
    // Two provinces say nothing.
    [{ canonical: 'http://www.ah.gov.cn/a', base: 'http://www.zj.gov.cn/' }, null],
  ])('%j → %s', (meta, province) => {
    expect(siteOf(meta as Record<string, string>).province).toBe(province)
  })

  it('has the code of the place in 网站标识码', () => {
    expect(siteOf({ siteidcode: ' 3201060001 ' }).code).toBe('320106')
    expect(siteOf({ siteidcode: 'bm15000001' }).code).toBeNull()
    expect(siteOf({}).code).toBeNull()
  })

  it('knows each province but 台湾, 香港 and 澳门 by one label at least', () => {
    const provinces = divisions().filter((d) => d.code.endsWith('0000') && !/^(?:71|81|82)/.test(d.code))
    expect(provinces.filter((d) => !Object.values(siteDomains).includes(d.code))).toEqual([])
    expect(Object.keys(siteDomains).filter((label) => !/^[a-z]+$/.test(label))).toEqual([])
  })
})

describe('the site decides between places that the notice may mean', () => {
  const region = (issuer: string | null, meta: Record<string, string>) => {
    const found = resolveRegion({ ...nothing, issuer, site: siteOf(meta) })
    return found.region?.name ?? found.candidates.map((c) => c.name).join(' ')
  }

  it.each([
    ['鼓楼区人民政府', { siteidcode: '3201060001' }, '江苏省南京市鼓楼区'],
    ['鼓楼区人民政府', { sitename: '徐州市鼓楼区人民政府' }, '江苏省徐州市鼓楼区'],
    ['鼓楼区人民政府', { sitename: '福州市人民政府门户网站' }, '福建省福州市鼓楼区'],
    ['鼓楼区人民政府', { canonical: 'http://www.fj.gov.cn/a.htm' }, '福建省福州市鼓楼区'],
    ['鼓楼区人民政府', { canonical: 'http://www.jiangsu.gov.cn/' }, '江苏省南京市鼓楼区 江苏省徐州市鼓楼区'],
    ['朝阳区人民政府', { sitename: '长春市朝阳区人民政府' }, '吉林省长春市朝阳区'],
    ['长安区教育局', { sitedomain: 'jyt.shaanxi.gov.cn' }, '陕西省西安市长安区'],
    // The code, the name, the address: the first that fits decides.
    ['鼓楼区人民政府', { siteidcode: '3201060001', sitename: '徐州市鼓楼区人民政府' }, '江苏省南京市鼓楼区'],
    // A site elsewhere decides nothing, nor does it stand against what the notice says.
    [
      '朝阳区人民政府',
      { sitename: '保山市人民政府', canonical: 'http://www.yn.gov.cn/' },
      '北京市朝阳区 吉林省长春市朝阳区',
    ],
    [
      '含山县人民政府',
      { siteidcode: '3201060001', sitename: '南京市鼓楼区人民政府' },
      '安徽省马鞍山市含山县',
    ],
    // And never makes a region from nothing.
    ['区人民政府办公室', { siteidcode: '3201060001', sitename: '南京市鼓楼区人民政府' }, ''],
    [null, { siteidcode: '3201060001', canonical: 'http://www.ah.gov.cn/' }, ''],
  ])('%s on %j → %s', (issuer, meta, expected) => {
    expect(region(issuer, meta as Record<string, string>)).toBe(expected)
  })
})

describe('a page of HTML tells its site', () => {
  const page = (head: string) =>
    Buffer.from(
      `<html><head><meta charset="utf-8"><title>通知</title>${head}</head><body><h1>朝阳区2020年政务公开工作要点</h1>
      <p>一、推进决策公开。(责任单位:区司法局)</p><p>二、推进执行公开。(责任单位:区财政局)</p>
      <p>朝阳区人民政府办公室</p><p>2020年3月1日</p></body></html>`,
    )
  const regionOf = async (name: string, bytes: Uint8Array) =>
    (await parse({ name, bytes })).notice.region?.name ?? null

  it.each([
    ['', null],
    ['<link rel="canonical" href="https://www.jl.gov.cn/a.html">', '吉林省长春市朝阳区'],
    ['<link rel=stylesheet href="https://www.jl.gov.cn/a.css">', null],
    ['<meta property="og:url" content="https://www.beijing.gov.cn/a.html">', '北京市朝阳区'],
    ['<base href="http://www.jl.gov.cn/">', '吉林省长春市朝阳区'],
    ['<meta name="SiteDomain" content="www.jl.gov.cn">', '吉林省长春市朝阳区'],
    ['<meta name="SiteName" content="长春市朝阳区人民政府">', '吉林省长春市朝阳区'],
    ['<meta name="SiteIDCode" content="1101050001">', '北京市朝阳区'],
    ['<meta name="Url" content="http://www.jl.gov.cn/a.html">', '吉林省长春市朝阳区'],
  ])('%s → %s', async (head, expected) => {
    expect(await regionOf('a.html', page(head))).toBe(expected)
  })

  it('in MHTML, where the address is that of its part', async () => {
    const parts = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b"; type="text/html"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'Content-Location: http://www.jl.gov.cn/a.html',
      '',
      page('').toString('base64'),
      '--b--',
      '',
    ]
    expect(await regionOf('a.mhtml', Buffer.from(parts.join('\r\n')))).toBe('吉林省长春市朝阳区')
  })
})

describe('messages of the region', () => {
  const codes = async (issuer: string, title: string) => {
    const text = `${title}\n一、推进决策公开。(责任单位：司法局)\n二、推进执行公开。(责任单位：财政局)\n${issuer}\n2020年3月1日\n`
    const { notice, messages } = await parse({ name: 'a.txt', bytes: Buffer.from(text) })
    expect(notice.issuer).toBe(issuer)
    const told = messages.filter((m) => /^notice\/(?:region|zone)/.test(m.code))
    return [notice.region?.name ?? null, ...told.map((m) => `${m.code} ${m.text}`)]
  }

  it('a name in no list', async () => {
    expect(await codes('保定市虚构区人民政府办公室', '2020年政务公开工作要点')).toEqual([
      null,
      'notice/region-unlisted “保定市虚构区”像是行政区划名称，但现行和已撤销的区划表中都没有，地区留空',
    ])
  })

  it('a zone that issues the notice, and whose name tells its place', async () => {
    expect(await codes('合肥经济技术开发区管委会', '2020年政务公开工作要点')).toEqual([
      '安徽省合肥市',
      'notice/region-of-zone “合肥经济技术开发区”是开发区、园区，不是行政区划，地区取其所在的安徽省合肥市',
    ])
    expect(await codes('舒城县杭埠开发区管委会', '2020年政务公开工作要点')).toMatchObject([
      '安徽省六安市舒城县',
      expect.stringContaining('“舒城县杭埠开发区”'),
    ])
  })

  it('a zone whose place nothing tells', async () => {
    expect(await codes('杭埠开发区管委会', '2020年政务公开工作要点')).toEqual([
      null,
      'notice/zone-unplaced “杭埠开发区”是开发区、园区，不是行政区划，无法确定所在地区',
    ])
  })

  it('none where the place is a division, or the body is about zones', async () => {
    expect(await codes('浦东新区人民政府办公室', '2020年政务公开工作要点')).toEqual(['上海市浦东新区'])
    expect(await codes('合肥市开发区建设办公室', '2020年政务公开工作要点')).toEqual(['安徽省合肥市'])
  })
})
