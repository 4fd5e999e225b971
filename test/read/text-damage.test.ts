import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { identify, paragraph } from '../../src/document.ts'
import { Report } from '../../src/message.ts'
import { noteDamage } from '../../src/read/damage.ts'
import { read } from '../../src/read/index.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

/** Codes with the nodes that they point to. */
function damage(...lines: string[]): string[] {
  const report = new Report()
  noteDamage(identify(lines.map((text) => paragraph(text, []))), report)
  return report.noted.map((n) => (n.at ? `${n.code} ${n.at.node}` : n.code))
}

describe('damage', () => {
  it('finds nothing in sound text', () => {
    expect(
      damage(
        '国办函〔2018〕71号',
        '2018年10月27日',
        '在2018年底前完成，到年底前见效；当年年底前总结。',
        '联系人：张三（zhāng）',
        '说明：▲为新增事项，──为未定，①②③为分类。',
        '出生年月日：　　年　月　日',
        '〔〕内为责任单位',
      ),
    ).toEqual([])
  })

  it('tells UTF-8 that was read as GBK', () => {
    expect(
      damage(
        '鍥藉姟闄㈠姙鍏巺鍏充簬鍗板彂銆婃斂搴滅綉绔欓泦绾﹀寲璇曠偣宸ヤ綔鏂规銆嬬殑閫氱煡',
        '銆併€傦紝锛岋紝锛�锛',
        '锛堜竴锛夋寚瀵兼�濇兂銆�',
      ),
    ).toEqual(['text/mojibake'])
  })

  it('points to lines in which a byte is missing', () => {
    expect(
      damage('一、总体要求', '。ㄒ唬┲傅妓枷搿?', '。ǘ┗驹颉?', '试点方案。ㄒ唬┙ㄉ杓蓟教āＦ教ńㄉ杩刹捎檬〖锻'),
    ).toEqual(['text/byte-slip b1', 'text/byte-slip b2', 'text/byte-slip b3'])
  })

  it('points to dates and numbers that lost their digits', () => {
    expect(damage('国办函〔〕号', '年月日', '20181027', '于年月底前报送国务院办公厅')).toEqual([
      'text/digits-lost b0',
      'text/digits-lost b1',
      'text/digits-lost b2',
      'text/digits-lost b3',
    ])
  })

  it('counts readings put after characters, and tells traditional characters', () => {
    expect(damage('國(guó)務(wù)院辦公廳關(guān)於印發(fā)《政府網站集約化試點工作方案》的通知')).toEqual([
      'text/traditional',
      'text/pinyin-inserted',
    ])
    expect(damage('經國務院領導同志同意，現印發給你們，請認真貫徹執行。')).toEqual(['text/traditional'])
    expect(damage('后勤、干部与里程，系统与面积；国务院。')).toEqual([])
  })
})

const damaged = `${shared}/real/corruptions`
describe.skipIf(!existsSync(damaged))('real damage', () => {
  const wanted: Record<string, string | null> = {
    'digit-neighbours-lost': 'text/digits-lost',
    'digits-lost': 'text/digits-lost',
    'gbk-byteslip': 'text/byte-slip',
    'gbk-byteslip-trad': 'text/byte-slip',
    'gbk-read-as-latin1': 'text/double-encoded',
    'traditional-pinyin': 'text/pinyin-inserted',
    traditional: 'text/traditional',
    'utf8-read-as-gbk': 'text/mojibake',
  }
  const files = existsSync(damaged) ? readdirSync(damaged) : []
  it.each(files)('%s is named for what it is', async (file) => {
    const report = new Report()
    const document = await read({ name: file, bytes: readFileSync(`${damaged}/${file}`) }, report)
    expect(document.blocks.length).toBeGreaterThan(5)
    const kind = file.split('.')[1]!
    const codes = new Set(report.noted.map((n) => n.code as string))
    // The slip needs an item in Chinese numbers to happen in; this notice has none.
    if (file.startsWith('5347465.gbk-byteslip')) return
    const code = wanted[kind]
    if (code) expect(codes).toContain(code)
    else expect([...codes]).toEqual([])
  })
})

const texts = [`${shared}/seeds`, `${shared}/real/formats/txt-utf8`, `${shared}/real/text`]
describe.skipIf(!texts.every(existsSync))('real texts without damage', () => {
  const files = texts.filter(existsSync).flatMap((d) => readdirSync(d).map((f) => `${d}/${f}`))
  it.each(files)('%s', async (path) => {
    const report = new Report()
    await read({ name: path, bytes: readFileSync(path) }, report)
    expect(report.noted.filter((n) => n.code.startsWith('text/'))).toEqual([])
  })
})
