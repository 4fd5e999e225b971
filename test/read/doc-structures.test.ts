import { describe, expect, it } from 'vitest'
import { Bytes, Outside } from '../../src/read/doc/bytes.ts'
import { decodeBytes } from '../../src/read/doc/codepage.ts'
import { matchFields, objectOf, withoutResult } from '../../src/read/doc/fields.ts'
import { Formatting } from '../../src/read/doc/fkp.ts'
import { formText } from '../../src/read/doc/forms.ts'
import { columnsOf } from '../../src/read/doc/grid.ts'
import { pieceAt, readText } from '../../src/read/doc/pieces.ts'
import { readRow } from '../../src/read/doc/rows.ts'
import { modifiers, shortModifier } from '../../src/read/doc/sprm.ts'
import { symbolText } from '../../src/read/doc/symbols.ts'
import { defineRow, sprm, u16, u32 } from './doc/build.ts'

const bytes = (...list: number[]) => new Bytes(Uint8Array.from(list))
const codes = (list: number[]) => [...modifiers(bytes(...list))].map((m) => m.code.toString(16))

describe('bytes', () => {
  it('outside their range are an error of their own', () => {
    expect(bytes(1, 2).u16(0)).toBe(0x0201)
    expect(() => bytes(1, 2).u16(1)).toThrow(Outside)
    expect(() => bytes(1, 2).u8(-1)).toThrow(Outside)
    expect(() => bytes(1, 2).part(1, 2)).toThrow(Outside)
  })
})

describe('modifiers', () => {
  it('have operands as long as their codes say', () => {
    const list = [
      ...sprm(0x0835, 1),
      ...sprm(0x2416, 1),
      ...sprm(0x460b, 1, 0),
      ...sprm(0x6649, 1, 0, 0, 0),
      ...sprm(0xca47, 2, 9, 9),
      ...sprm(0xf614, 1, 2, 3),
      ...sprm(0x8418, 1, 0),
    ]
    expect(codes(list)).toEqual(['835', '2416', '460b', '6649', 'ca47', 'f614', '8418'])
  })

  it('sprmTDefTable counts itself in two bytes, one too many', () => {
    const list = [...defineRow([0, 100, 200]), ...sprm(0x2417, 1)]
    expect(codes(list)).toEqual(['d608', '2417'])
  })

  it('sprmPChgTabs of 255 is as long as its two arrays', () => {
    const list = [...sprm(0xc615, 255, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0), ...sprm(0x2416, 1)]
    expect(codes(list)).toEqual(['c615', '2416'])
  })

  it('cut off in the middle end there', () => {
    expect(codes([...sprm(0x2416, 1), 0x49, 0x66, 1])).toEqual(['2416'])
    expect(codes([...sprm(0x2416, 1), 0x08, 0xd6, 0xff, 0xff, 1])).toEqual(['2416'])
  })

  it('of a piece stand in one word', () => {
    const modifier = shortModifier((0x41 << 1) | (1 << 8))
    expect(modifier && [...modifiers(modifier)].map((m) => [m.code, m.operand.u8(0)])).toEqual([[0x0800, 1]])
    expect(shortModifier(0)).toBeNull()
  })
})

describe('the piece table', () => {
  const pcd = (fc: number, prm = 0) => [...u16(0), ...u32(fc), ...u16(prm)]
  const clx = (cps: number[], ...pcds: number[][]) => {
    const plc = [...cps.flatMap(u32), ...pcds.flat()]
    return [2, ...u32(plc.length), ...plc]
  }
  const word = bytes(...Buffer.from('....abc', 'latin1'), ...Buffer.from('中文', 'utf16le'))

  it('joins pieces of one and of two bytes a character', () => {
    const { text, pieces } = readText(
      bytes(...clx([0, 2, 5], pcd(7), pcd(8 | 0x40000000))),
      word,
      0x804,
      1000,
    )
    expect(text).toBe('中文abc')
    expect(pieces.map((p) => [p.offset, p.width])).toEqual([
      [7, 2],
      [4, 1],
    ])
    expect(pieceAt(pieces, 1)).toBe(pieces[0])
    expect(pieceAt(pieces, 2)).toBe(pieces[1])
    expect(pieceAt(pieces, 5)).toBeUndefined()
  })

  it('may have modifiers before it, which its pieces name', () => {
    const prc = [1, ...u16(3), ...sprm(0x0800, 1)]
    const { pieces } = readText(bytes(...prc, ...clx([0, 2], pcd(7, 1))), word, 0x804, 1000)
    expect(pieces[0]?.grpprl?.length).toBe(3)
  })

  it('that points outside the stream leaves a gap of the right length', () => {
    const { text, missing } = readText(bytes(...clx([0, 4, 6], pcd(7), pcd(9000))), word, 0x804, 1000)
    expect(text).toBe('中文\0\0\0\0')
    expect(missing).toBe(4)
  })

  it('whose positions go back is damage, whose positions go beyond the limit is too large', () => {
    expect(() => readText(bytes(...clx([0, 5, 2], pcd(7), pcd(7))), word, 0, 1000)).toThrow(/damaged/)
    expect(() => readText(bytes(...clx([0, 0x7fffffff], pcd(7))), word, 0, 1000)).toThrow(/too-large/)
    expect(() => readText(bytes(9), word, 0, 1000)).toThrow(/damaged/)
  })
})

describe('characters of one byte', () => {
  const gbk = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0x61])

  it('are Windows-1252', () => {
    expect(decodeBytes(Uint8Array.of(0x93, 0x48, 0x94, 0x96, 0xe9, 0x80), 1, 0x804)).toBe('“H”–é€')
    expect(decodeBytes(gbk, 1, 0x409)).toBe('Õþ¸®a')
  })

  it('are pairs of the language’s code page where nothing else is in the piece', () => {
    expect(decodeBytes(gbk, 1, 0x804)).toBe('政\0府\0a')
    expect(decodeBytes(Uint8Array.of(0xac, 0x46, 0xa9, 0xb2), 1, 0x404)).toBe('¬F©²')
    expect(decodeBytes(Uint8Array.of(0xa4, 0xa4, 0xa4, 0xe5), 1, 0x404)).toBe('中\0文\0')
  })

  it('of two bytes that are half a pair become U+FFFD', () => {
    expect(decodeBytes(Uint8Array.of(0x00, 0xd8, 0x41, 0x00), 2, 0)).toBe('\ufffdA')
    expect(decodeBytes(Uint8Array.of(0x40, 0xd8, 0x00, 0xdc), 2, 0)).toBe('\ud840\udc00')
  })
})

describe('pages of properties', () => {
  function page(kind: 'chpx' | 'papx', fcs: number[], properties: number[][]): number[] {
    const result = new Array<number>(512).fill(0)
    fcs.flatMap(u32).forEach((b, i) => {
      result[i] = b
    })
    let at = 510
    properties.forEach((p, i) => {
      const size = kind === 'chpx' ? [p.length] : [0, p.length / 2]
      at = (at - size.length - p.length) & ~1
      const place = 4 * fcs.length + i * (kind === 'chpx' ? 1 : 13)
      result[place] = p.length === 0 ? 0 : at / 2
      result.splice(at, size.length + p.length, ...size, ...p)
    })
    result[511] = properties.length
    return result
  }
  const plc = (fcs: number[], pages: number[]) => bytes(...fcs.flatMap(u32), ...pages.flatMap(u32))

  it('give the properties of the stretch that holds a place', () => {
    const word = bytes(...page('papx', [0, 10, 30], [[7, 0, 0x16, 0x24, 1, 0], []]))
    const formatting = new Formatting(plc([0, 30], [0]), word, 'papx')
    const first = formatting.at(9)
    expect(first).toMatchObject({ start: 0, end: 10, style: 7, size: 4 })
    expect(word.u16(first.at)).toBe(0x2416)
    expect(formatting.at(10)).toMatchObject({ start: 10, end: 30, at: 0, style: 0 })
  })

  it('of characters have one byte of length', () => {
    const word = bytes(...page('chpx', [0, 10], [sprm(0x0800, 1)]))
    expect(new Formatting(plc([0, 10], [0]), word, 'chpx').at(3)).toMatchObject({ end: 10, size: 3 })
  })

  it('say nothing where no page is, or a page is not in order', () => {
    expect(new Formatting(bytes(), bytes(), 'chpx').at(5)).toMatchObject({ start: 5, at: 0 })
    const word = bytes(...page('chpx', [20, 10], [sprm(0x0800, 1)]))
    expect(new Formatting(plc([0, 100], [0]), word, 'chpx').at(15)).toMatchObject({ end: 100, at: 0 })
    expect(new Formatting(plc([0, 100], [99]), word, 'chpx').at(15)).toMatchObject({ end: 100, at: 0 })
  })
})

describe('fields', () => {
  const match = (text: string, maxDepth = 200) =>
    [...matchFields(text, 0, maxDepth).values()].map((f) => [f.begin, f.separator, f.end])

  it('are matched inside out', () => {
    expect(match('\x13a\x13b\x14c\x15\x14d\x15')).toEqual([
      [2, 4, 6],
      [0, 7, 9],
    ])
    expect(match('\x13a\x15')).toEqual([[0, -1, 2]])
  })

  it('that are never closed, or closed beyond the cell, are none', () => {
    expect(match('\x13a\x14b')).toEqual([])
    expect(match('\x13a\x07\x15')).toEqual([])
    expect(match('\x15\x14')).toEqual([])
  })

  it('nested deeper than the limit are too large', () => {
    expect(() => match('\x13'.repeat(5), 4)).toThrow(/too-large/)
  })

  it('without a result print what their code says', () => {
    expect(withoutResult('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhèng),政)')).toEqual({
      kind: 'text',
      text: '政',
    })
    expect(withoutResult(' EQ \\o\\ac(○,3)')).toEqual({ kind: 'text', text: '③' })
    expect(withoutResult(' AUTONUM ')).toEqual({ kind: 'lost', name: 'AUTONUM' })
    expect(withoutResult(' XE "x" ')).toBeNull()
  })

  it('of objects name their class', () => {
    expect(objectOf(' EMBED Excel.Sheet.8 ')).toBe('Excel.Sheet.8')
    expect(objectOf(' EMBED   \\* MERGEFORMAT ')).toBe('OLE')
    expect(objectOf(' LINK "Equation" x')).toBe('Equation')
    expect(objectOf(' PAGE ')).toBeUndefined()
  })
})

describe('form fields', () => {
  const xstz = (s: string) => [...u16(s.length), ...[...s].flatMap((c) => u16(c.charCodeAt(0))), 0, 0]
  const form = (bits: number, rest: number[]) =>
    bytes(...u32(0), ...u16(8), 0, 0, ...u32(0xffffffff), ...u16(bits), ...u32(0), ...xstz('n'), ...rest)

  it('print a box, ticked or not, by its own state or by its default', () => {
    expect(formText(form(1 | (1 << 2), u16(0)), 0)).toBe('☒')
    expect(formText(form(1, u16(1)), 0)).toBe('☐')
    expect(formText(form(1 | (25 << 2), u16(1)), 0)).toBe('☒')
  })

  it('print the chosen entry of a list', () => {
    const entries = [...u16(0xffff), ...u16(2), ...u16(0), ...u16(1), 0x41, 0, ...u16(1), 0x42, 0]
    const strings = [0, 1, 2, 3, 4].flatMap(() => xstz(''))
    expect(formText(form(2 | (1 << 2), [...u16(0), ...strings, ...entries]), 0)).toBe('B')
  })

  it('of text, or cut off, print nothing of their own', () => {
    expect(formText(form(0, []), 0)).toBeNull()
    expect(formText(bytes(1, 2, 3), 0)).toBeNull()
  })
})

describe('rows', () => {
  const none = () => null
  const shape = (grpprl: number[]) => {
    const found = readRow([bytes(...grpprl)], none)
    return found && [found.edges, found.cells.map((c) => c.merge ?? (c.joined ? 'joined' : '-'))]
  }

  it('have edges and merges', () => {
    const flags = [{ merge: 'top' }, { joined: true }, { merge: 'below' }] as const
    expect(shape(defineRow([-5, 100, 200, 300], flags))).toEqual([
      [-5, 100, 200, 300],
      ['top', 'joined', 'below'],
    ])
    expect(shape(sprm(0x2417, 1))).toBeNull()
  })

  it('of which only the borders are given have plain cells', () => {
    expect(shape([...u16(0xd608), ...u16(8), 2, ...u16(0), ...u16(10), ...u16(20)])).toEqual([
      [0, 10, 20],
      ['-', '-'],
    ])
  })

  it('are changed by what follows the definition', () => {
    const start = defineRow([0, 100, 200, 300])
    expect(shape([...start, ...sprm(0x5624, 0, 2)])?.[1]).toEqual(['-', 'joined', '-'])
    expect(shape([...start, ...sprm(0xd62b, 2, 1, 3)])?.[1]).toEqual(['-', 'top', '-'])
    expect(shape([...start, ...sprm(0x5622, 1, 2)])?.[0]).toEqual([0, 100, 200])
    expect(shape([...start, ...sprm(0x7621, 1, 1, ...u16(50))])?.[0]).toEqual([0, 100, 150, 250, 350])
    expect(shape([...start, ...sprm(0x7623, 0, 1, ...u16(40))])?.[0]).toEqual([0, 40, 140, 240])
  })

  it('too long for a page of properties stand in the Data stream', () => {
    const found = readRow([bytes(...sprm(0x6646, ...u32(77)))], (at) =>
      at === 77 ? bytes(...defineRow([0, 10])) : null,
    )
    expect(found?.edges).toEqual([0, 10])
    // What stands there leads no further.
    const loop = bytes(...sprm(0x6646, ...u32(0)))
    expect(readRow([loop], () => loop)).toBeNull()
  })
})

describe('columns', () => {
  const cell = { joined: false, merge: null }
  const definition = (edges: number[]) => ({
    edges,
    cells: edges.slice(1).map(() => cell),
    header: false,
    position: '',
  })
  const spans = (...rows: number[][]) =>
    columnsOf(rows.map((edges) => ({ count: edges.length - 1, definition: definition(edges) }))).rows.map(
      (r) => r.map((c) => `${c.from}-${c.to}`).join(' '),
    )

  it('begin at every border of any row', () => {
    expect(spans([0, 1000, 3000], [0, 2000, 3000])).toEqual(['0-1 1-3', '0-2 2-3'])
  })

  it('do not begin twice where borders miss each other by a little', () => {
    expect(spans([0, 1000, 3000], [5, 1042, 2980])).toEqual(['0-1 1-2', '0-1 1-2'])
  })

  it('keep a narrow cell that a row has', () => {
    expect(spans([0, 1000, 1060, 3000], [0, 1030, 3000])).toEqual(['0-1 1-2 2-3', '0-1 1-3'])
  })

  it('of a row that is not defined are those of a row of as many cells', () => {
    const grid = columnsOf([
      { count: 2, definition: definition([0, 500, 3000]) },
      { count: 2, definition: null },
      { count: 3, definition: null },
    ])
    expect(grid.rows[1]).toEqual(grid.rows[0])
    expect(grid.rows[2]).toHaveLength(3)
  })
})

describe('symbols', () => {
  it('of symbol fonts are Unicode, as in .docx', () => {
    expect(symbolText('Wingdings', 0xf0fc)).toBe('✓')
    expect(symbolText('Symbol', 0xb7)).toBe('•')
    expect(symbolText('宋体', 0x2605)).toBe('★')
    expect(symbolText('SomeFont', 0xf0fc)).toBeNull()
  })
})
