import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Report } from '../../src/message.ts'
import { charsetOf, decode, noteDecoding } from '../../src/read/charset.ts'

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname
const notice =
  '国务院办公厅关于印发《政府网站集约化试点工作方案》的通知\n各省、自治区、直辖市人民政府：\n2018年10月27日\n'

/** The bytes of a text in a two-byte charset, by asking its decoder for every pair. */
function encoder(charset: string): (text: string) => Uint8Array {
  const codes = new Map<string, [number, number]>()
  const decoder = new TextDecoder(charset)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = decoder.decode(Uint8Array.of(lead, trail))
      if (c.length === 1 && !codes.has(c)) codes.set(c, [lead, trail])
    }
  }
  return (text) => Uint8Array.from([...text].flatMap((c) => codes.get(c) ?? [c.charCodeAt(0)]))
}
const gbk = encoder('gbk')
const big5 = encoder('big5')
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
  return new Uint8Array(view.buffer)
}
const bytes = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((p) => [...p]))

describe('decode', () => {
  it.each([
    ['UTF-8', utf8(notice), 'utf-8'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], utf8(notice)), 'utf-8'],
    ['UTF-16LE with a mark', bytes([0xff, 0xfe], utf16(notice, true)), 'utf-16le'],
    ['UTF-16BE with a mark', bytes([0xfe, 0xff], utf16(notice, false)), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(notice, true), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(notice, false), 'utf-16be'],
    ['GBK', gbk(notice), 'gb18030'],
    ['GBK after a mark of UTF-8', bytes([0xef, 0xbb, 0xbf], gbk(notice)), 'gb18030'],
    ['GB 18030 with its mark', bytes([0x84, 0x31, 0x95, 0x33], gbk(notice)), 'gb18030'],
  ])('reads %s', (_, source, encoding) => {
    const decoded = decode(source)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text.replace(/^[^国]+/, '')).toBe(notice)
  })

  it('reads UTF-32 by its mark', () => {
    const view = new DataView(new ArrayBuffer(12))
    view.setUint32(0, 0xfeff, true)
    view.setUint32(4, 0x20bb7, true)
    view.setUint32(8, 0xd800, true)
    expect(decode(new Uint8Array(view.buffer))).toEqual({
      text: '𠮷\ufffd',
      encoding: 'utf-32le',
      replaced: 1,
    })
  })

  it('reads a GB 18030 character of four bytes', () => {
    // The ideographs of extension A, as rare names have them, lie in the rows of four bytes.
    const decoded = decode(bytes(gbk('姓名：'), [0x82, 0x30, 0x81, 0x36], gbk('，国务院办公厅\n')), {
      declared: 'gb2312',
    })
    expect(decoded.encoding).toBe('gb18030')
    expect([...decoded.text][3]!.codePointAt(0)).toBeGreaterThan(0x33ff)
    expect(decoded.text.slice(4)).toBe('，国务院办公厅\n')
  })

  it('reads Big5, and HZ in seven bits', () => {
    const traditional = '國務院辦公廳關於印發工作方案的通知，各有關單位：'
    expect(decode(big5(traditional))).toMatchObject({ text: traditional, encoding: 'big5' })
    const seven = '~{9zNqT:~} 2018~~\n'
    expect(decode(utf8(seven))).toMatchObject({ text: '国务院 2018~\n', encoding: 'hz-gb-2312' })
  })

  it.each(['gb2312', 'big5', 'iso-8859-1', 'utf-16le', 'nonsense'])(
    'does not let a declaration of %s win over valid UTF-8',
    (declared) => {
      expect(decode(utf8(notice), { declared })).toMatchObject({ text: notice, encoding: 'utf-8' })
    },
  )

  it.each(['utf-8', 'iso-8859-1', 'big5', 'euc-kr', 'shift_jis'])(
    'reads GBK that is declared %s',
    (declared) => {
      expect(decode(gbk(notice), { declared })).toMatchObject({ text: notice, encoding: 'gb18030' })
    },
  )

  it('believes a declaration where the text does not speak', () => {
    const polish = Uint8Array.of(0x77, 0x72, 0x7a, 0x65, 0x73, 0x69, 0x65, 0xf1, 0x20, 0x72, 0x2e)
    expect(decode(polish, { declared: 'iso-8859-2' }).text).toBe('wrzesień r.')
    expect(decode(polish, { declared: 'windows-1252' }).text).toBe('wrzesieñ r.')
  })

  it('keeps the charset of a file with some damaged bytes, and counts them', () => {
    const gb = gbk(notice)
    const broken = bytes(gb.slice(0, 20), [0xff], gb.slice(20, 40), [0xff], gb.slice(40))
    expect(decode(broken)).toMatchObject({ encoding: 'gb18030', replaced: 2 })
    const u = utf8(notice)
    const cut = bytes(u.slice(0, 31), u.slice(32))
    expect(decode(cut, { declared: 'gbk' }).encoding).toBe('utf-8')
    expect(decode(cut).replaced).toBeGreaterThan(0)
  })

  it('undoes GBK or UTF-8 that was read as Latin-1 or Windows-1252 and saved as UTF-8', () => {
    for (const charset of ['latin1', 'windows-1252'] as const) {
      const wrong = (b: Uint8Array) =>
        charset === 'latin1' ? String.fromCharCode(...b) : new TextDecoder('windows-1252').decode(b)
      expect(decode(utf8(wrong(gbk(notice))))).toEqual({
        text: notice,
        encoding: 'utf-8(latin1(gb18030))',
        replaced: 0,
        doubled: true,
      })
      expect(decode(utf8(wrong(utf8(notice))))).toMatchObject({
        text: notice,
        encoding: 'utf-8(latin1(utf-8))',
      })
    }
  })

  it('leaves Western text alone', () => {
    const french = 'L’été dernier, à Orléans, le préfet a décidé où déléguer ses pouvoirs ; «c’était prévu».'
    expect(decode(utf8(french))).toEqual({ text: french, encoding: 'utf-8', replaced: 0 })
  })

  it('takes every name of a GB charset for gb18030', () => {
    for (const label of [
      'gb2312',
      'GBK',
      'gb_2312-80',
      'x-gbk',
      'cp936',
      'GB18030',
      'hz-gb-2312',
      'euc-cn',
    ]) {
      if (label !== 'hz-gb-2312') expect(charsetOf(label), label).toBe('gb18030')
    }
    expect(charsetOf('UTF8')).toBe('utf-8')
    expect(charsetOf('martian')).toBeNull()
    expect(charsetOf('')).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string(), { nil: null }),
        (source, declared) => {
          const { text, replaced } = decode(source, { declared })
          expect(replaced).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('takes time in proportion to the size', () => {
    const large = new Uint8Array(8 * 1024 * 1024).fill(0xb9)
    const start = performance.now()
    decode(large)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('noteDecoding', () => {
  it('notes what was undone and what is lost', () => {
    const report = new Report()
    noteDecoding({ text: '', encoding: 'utf-8(latin1(gb18030))', replaced: 2, doubled: true }, report)
    expect(report.noted.map((n) => n.code)).toEqual(['text/double-encoded', 'text/bytes-replaced'])
    const clean = new Report()
    noteDecoding({ text: '', encoding: 'utf-8', replaced: 0 }, clean)
    expect(clean.noted).toEqual([])
  })
})

const damaged = `${shared}/real/corruptions`
describe.skipIf(!existsSync(damaged))('real damage', () => {
  const files = existsSync(damaged) ? readdirSync(damaged) : []
  it.each(files.filter((f) => /\.(gb18030-bytes|gbk-read-as-latin1|utf16le-bom|utf8-bom)\./.test(f)))(
    '%s reads as the text itself',
    (file) => {
      const original = readFileSync(`${shared}/real/formats/txt-utf8/${file.split('.')[0]}.txt`, 'utf8')
      const decoded = decode(readFileSync(`${damaged}/${file}`))
      expect(decoded.text.replaceAll('\r\n', '\n')).toBe(original.replaceAll('\r\n', '\n'))
      expect(decoded.replaced).toBe(0)
    },
  )
})
