import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { YaodianError } from '../../src/errors.ts'
import { Report } from '../../src/message.ts'
import { parse } from '../../src/pipeline.ts'
import { read as readAny } from '../../src/read/index.ts'
import { bytesOf, document, errorOf, read, tablesOf, textsOf } from './rtf/read.ts'

const fixture = (name: string) =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname

describe('files that are cut off', () => {
  it.each([
    ['in a paragraph', '{\\rtf1 a\\par b', ['a', 'b']],
    ['in a control word', '{\\rtf1 a\\par b\\pa', ['a', 'b']],
    ['at a backslash', '{\\rtf1 a\\par b\\', ['a', 'b']],
    ['in a number', "{\\rtf1 a\\par b\\'d", ['a', 'b']],
    ['in a table', '{\\rtf1 a\\par\\trowd\\cellx100\\cellx200\\pard\\intbl b\\cell c', ['a', '[table]']],
    ['in a picture', '{\\rtf1 a\\par{\\pict 0102', ['a']],
    ['in binary data', '{\\rtf1 a\\par{\\pict\\bin1000 0102}}', ['a']],
    ['in a header', '{\\rtf1 a\\par{\\header b', ['a']],
    ['in a field\u2019s code', '{\\rtf1 a{\\field{\\*\\fldinst PAGE', ['a']],
    ['in its number', '{\\rtf1 a\\par{\\listtext 1.', ['a']],
  ])('%s give what was read, and say so', async (_, source, expected) => {
    const { blocks, codes } = await read(source)
    expect(textsOf(blocks)).toEqual(expected)
    expect(codes).toContain('rtf/truncated')
  })

  it('the cells of a row that has no end are kept', async () => {
    const { blocks } = await read('{\\rtf1\\trowd\\cellx100\\cellx200\\pard\\intbl b\\cell c')
    expect(tablesOf(blocks)[0]!.cells.map((c) => c.text)).toEqual(['b', 'c'])
  })

  it('notice.rtf, anywhere: a result with the message, or a named error', async () => {
    const whole = fixture('notice.rtf')
    const paragraphs: number[] = []
    for (let i = 1; i < 40; i++) {
      const { blocks, codes } = await read(whole.slice(0, Math.floor((whole.length * i) / 40)))
      expect(codes).toContain('rtf/truncated')
      paragraphs.push(blocks.length)
    }
    expect(paragraphs.at(-1)).toBe(6)
    expect([...paragraphs].sort((a, b) => a - b)).toEqual(paragraphs)
    expect((await read(whole)).codes).toEqual([])
  })

  it('text after the end is shown by no program, and counted', async () => {
    const { blocks, codes } = await read('{\\rtf1 a}b\\par}')
    expect(textsOf(blocks)).toEqual(['a'])
    expect(codes).toEqual(['rtf/text-after-end'])
    expect((await read('{\\rtf1 a}\r\n\0\0 }')).codes).toEqual([])
  })
})

describe('limits', () => {
  it('10,000 nested groups', async () => {
    expect(await errorOf(`{\\rtf1 ${'{'.repeat(10_000)}a${'}'.repeat(10_000)}}`)).toBe('document/too-large')
    expect(await errorOf(`{\\rtf1 ${'{'.repeat(150)}a${'}'.repeat(150)}}`)).toBe(null)
    expect(await errorOf(`{\\rtf1 ${'{'.repeat(150)}a${'}'.repeat(150)}}`, { maxDepth: 100 })).toBe(
      'document/too-large',
    )
  })

  it('10,000 nested groups of what is passed over', async () => {
    const { blocks } = await read(`{\\rtf1{\\pict${'{'.repeat(10_000)}${'}'.repeat(10_000)}}a}`)
    expect(textsOf(blocks)).toEqual(['a'])
  })

  it('tables nested deeper than allowed', async () => {
    expect(await errorOf(document('\\pard\\intbl\\itap100000 a\\nestcell'))).toBe('document/too-large')
  })

  it('more cells than allowed, written or made up', async () => {
    const rows = '\\trowd\\cellx100\\pard\\intbl a\\cell\\row'.repeat(50)
    expect(await errorOf(document(rows), { maxCells: 50 })).toBe(null)
    expect(await errorOf(document(rows), { maxCells: 49 })).toBe('document/too-large')
    let edges = ''
    for (let i = 0; i < 100; i++) edges += `\\trowd\\cellx${i * 200 + 200}\\pard\\intbl a\\cell\\row`
    expect(await errorOf(document(edges), { maxCells: 1000 })).toBe('document/too-large')
  })

  it('more paragraphs than any document has', { timeout: 20_000 }, async () => {
    expect(await errorOf(document('a\\par '.repeat(300_001)))).toBe('document/too-large')
  })

  it.each([
    ['a hundred thousand blank paragraphs', '\\par '.repeat(100_000)],
    ['a number of many digits', `\\ilvl${'9'.repeat(200_000)} `],
    ['a word of many letters', `\\${'a'.repeat(200_000)} `],
    ['a row of many borders', `\\trowd${'\\cellx9'.repeat(200_000)}`],
    ['many fonts', `{\\fonttbl${'{\\f99 a;}'.repeat(200_000)}}`],
    ['a negative length of binary data', '{\\pict\\bin-5 }'],
    ['many closed groups', '{}'.repeat(200_000)],
    ['many unknown destinations', '{\\*\\x}'.repeat(200_000)],
    ['an alternative of any length', '{\\uc4000000000\\u20013?}'],
  ])('%s', { timeout: 10_000 }, async (_, body) => {
    const { blocks } = await read(document(`${body}z\\par`))
    expect(textsOf(blocks).join('')).toMatch(/z$/)
  })

  it('what is no RTF is named', async () => {
    expect(await errorOf('{\\rt1 a}')).toBe('document/damaged')
  })
})

describe('mutated files', () => {
  /** Mulberry32: the same mutations in every run. */
  function random(seed: number): () => number {
    let a = seed
    return () => {
      a = (a + 0x6d2b79f5) | 0
      let t = Math.imul(a ^ (a >>> 15), 1 | a)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }

  const numbered = bytesOf(
    document(
      [
        '{\\header h\\par}\\pard\\ls1\\ilvl0 a\\par\\ls1\\ilvl1 b{\\footnote n}\\par',
        '{\\listtext 1.\\tab}c{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt d}}\\par',
        '\\trowd\\clvmgf\\cellx100\\clmgf\\cellx200\\clmrg\\cellx300\\pard\\intbl e\\cell f\\cell\\cell\\row',
        '\\trowd\\clvmrg\\cellx100\\cellx300\\pard\\intbl\\cell \\pard\\intbl\\itap2 g\\nestcell',
        '{\\*\\nesttableprops\\trowd\\cellx50\\nestrow}\\pard\\intbl h\\cell\\row\\pard',
        "{\\shp{\\*\\shpinst{\\shptxt i\\par}}}{\\v j}\\'d2\\'bb\\uc2\\u19968\\'d2\\'bb{\\pict\\bin4 }}{{}",
      ].join(' '),
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc39{\\leveltext\\'02\\'00.;}}{\\listlevel{\\leveltext\\'02\\'01.;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}",
    ),
  )
  const pieces = [
    '{',
    '}',
    '\\',
    '\\par ',
    '\\cell ',
    '\\row ',
    '\\itap3 ',
    '\\bin9 ',
    "\\'",
    '\\u-9',
    '\\*',
    '\\trowd',
  ]

  it.each([
    ['made here', numbered, 400],
    ['notice.rtf', fixture('notice.rtf'), 150],
  ])('%s end in a result or a named error', { timeout: 20_000 }, async (_, whole, count) => {
    const next = random(20260202)
    const pick = (n: number) => Math.floor(next() * n)
    const outcomes: Record<string, number> = {}
    for (let i = 0; i < count; i++) {
      let bytes = Uint8Array.from(whole)
      for (let k = 0; k <= pick(8); k++) {
        const at = 6 + pick(bytes.length - 6)
        const kind = pick(4)
        if (kind === 0) bytes[at] = pick(256)
        else if (kind === 1) bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + pick(60))])
        else if (kind === 2) {
          bytes = Uint8Array.from([
            ...bytes.slice(0, at),
            ...bytesOf(pieces[pick(pieces.length)]!),
            ...bytes.slice(at),
          ])
        } else bytes.copyWithin(at, 6 + pick(bytes.length - 6), 6 + pick(bytes.length - 6))
      }
      const outcome = (await errorOf(bytes)) ?? 'read'
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    expect(outcomes.read).toBeGreaterThan(count / 2)
    expect(Object.values(outcomes).reduce((a, b) => a + b)).toBe(count)
  })
})

describe('notice.rtf', () => {
  it('gives what notice.odt gives', async () => {
    const tasks = async (name: string) => {
      const { tasks } = await parse({ name, bytes: fixture(name) })
      return tasks.map(({ evidence, ...task }) => task)
    }
    const rtf = await tasks('notice.rtf')
    expect(rtf).toHaveLength(3)
    expect(rtf).toEqual(await tasks('notice.odt'))
  })
})

const tika = join(shared, 'robustness', 'tika')
if (!existsSync(tika)) console.info('no robustness files: those tests are skipped')

describe.skipIf(!existsSync(tika))('files of other projects', () => {
  it('each give a result or a named error, within seconds', { timeout: 60_000 }, async () => {
    const names = readdirSync(tika).filter((n) => n.endsWith('.rtf'))
    for (const name of names) {
      const start = performance.now()
      try {
        await readAny({ name, bytes: readFileSync(join(tika, name)) }, new Report())
      } catch (error) {
        expect(error, name).toBeInstanceOf(YaodianError)
      }
      expect(performance.now() - start, name).toBeLessThan(5000)
    }
    expect(names.length).toBeGreaterThan(40)
  })

  it.each([
    ['testRTFJapanese.rtf', /^ゾルゲと尾崎、淡々と最期　$/],
    ['testRTF-ms932.rtf', /^こんにちは$/],
    ['testRTFWordPadCzechCharacters.rtf', /^Část svitku s textem Knihy Izajáš$/],
    ['testRTFUnicodeGothic.rtf', /^𐌲𐌿𐍄𐌹𐍃𐌺$/],
    ['testRTFIgnoredControlWord.rtf', /^The quick brown fox jumps over the lazy dog$/],
    ['testRTFListMicrosoftWord.rtf', /^3\. three$/],
    ['testRTFVarious.rtf', /^3\) Number bullet 3$/],
    ['testRTFHexEscapeInsideWord.rtf', /^GOVERNO DO ESTADO DO ESPÍRITO SANTO$/],
  ])('%s has its text', async (name, text) => {
    const { blocks } = await read(readFileSync(join(tika, name)))
    expect(textsOf(blocks)).toContainEqual(expect.stringMatching(text))
  })

  it('a title is in the code page of the document', async () => {
    const { meta } = await read(readFileSync(join(tika, 'testRTF-ms932.rtf')))
    expect(meta.title).toBe('タイトル')
  })
})
