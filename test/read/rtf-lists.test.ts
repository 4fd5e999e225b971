import { describe, expect, it } from 'vitest'
import { paragraphs } from './rtf/read.ts'

interface Level {
  nfc?: number
  /** `\'02\'00.` */
  text: string
  more?: string
}

const level = ({ nfc = 0, text, more = '' }: Level) =>
  `{\\listlevel\\levelnfc${nfc}\\levelnfcn${nfc}\\leveljc0\\levelstartat1\\levelfollow0${more}{\\leveltext\\leveltemplateid1${text};}{\\levelnumbers\\'01;}\\fi-420}`
const list = (id: number, levels: readonly Level[]) =>
  `{\\list\\listtemplateid${id}${levels.map(level).join('')}{\\listname ;}\\listid${id}}`
const use = (ls: number, id: number, overrides = '') =>
  `{\\listoverride\\listid${id}\\listoverridecount0${overrides}\\ls${ls}}`
const head = (lists: string, uses: string) => `{\\*\\listtable${lists}}{\\*\\listoverridetable${uses}}`

/** 一、 （一） 1. */
const plan = [
  { nfc: 39, text: "\\'02\\'00\\'a1\\'a2" },
  { nfc: 39, text: "\\'03\\'a3\\'a8\\'01\\'a3\\'a9" },
  { nfc: 0, text: "\\'02\\'02.", more: '\\levelfollow1' },
]
const item = (ls: number, ilvl: number, text: string) => `\\pard\\ls${ls}\\ilvl${ilvl} ${text}\\par `

async function numbered(body: string, tables: string): Promise<string[]> {
  return (await paragraphs(body, tables)).map((p) => p.text)
}

describe('numbers as they were printed', () => {
  it.each([
    [
      '一、 and a tab',
      "{\\listtext\\pard\\plain \\f1 \\'d2\\'bb\\'a1\\'a2\\tab}\\pard\\ls1 a\\par",
      '一、a',
      '一、',
    ],
    ['1. and a tab', '{\\listtext 1.\\tab}a\\par', '1. a', '1.'],
    ['1. and a space', '{\\listtext\\pard\\plain 1. }a\\par', '1. a', '1.'],
    ['(1) and nothing', '{\\listtext\\pard\\plain (1)}a\\par', '(1)a', '(1)'],
    [
      'of Word 6',
      '{\\pntext\\pard\\plain 1.\\tab}{\\*\\pn\\pnlvlbody\\pndec{\\pntxta .}}a\\par',
      '1. a',
      '1.',
    ],
    ['alone', '{\\listtext 1.\\tab}\\par', '1.', '1.'],
    ['typed as well', '{\\listtext 1.\\tab}1. a\\par', '1. a', undefined],
    ['a bullet', "{\\listtext\\f1 \\'a1\\'a4\\tab}a\\par", 'a', undefined],
    ['a private character', '{\\listtext\\u-3913?\\tab}a\\par', 'a', undefined],
    ['nothing', '{\\listtext\\pard\\plain }a\\par', 'a', undefined],
    ['a letter that is a bullet', '{\\pntext o\\tab}{\\*\\pn\\pnlvlblt\\pnf0}a\\par', 'a', undefined],
  ])('%s', async (_, body, text, marker) => {
    const [p] = await paragraphs(body)
    expect(p!.text).toBe(text)
    expect(p!.marker).toBe(marker)
  })

  it('have a place of their own', async () => {
    const [p] = await paragraphs('{\\listtext 1.\\tab}a\\par')
    expect(p!.places.map((x) => [x.start, x.end])).toEqual([
      [0, 3],
      [3, 4],
    ])
  })

  it('end with their paragraph', async () => {
    const read = await paragraphs(
      '{\\listtext 1.\\tab}a\\par b\\par{\\listtext 2.\\tab}{\\deleted c\\par}d\\par',
    )
    expect(read.map((p) => p.text)).toEqual(['1. a', 'b', 'd'])
  })

  it('a paragraph joined to the next has its number', async () => {
    const read = await paragraphs(
      '{\\listtext 1.\\tab}a{\\deleted\\par}b\\par{\\listtext 2.\\tab}c{\\v\\par}{\\listtext 3.\\tab}d\\par',
    )
    expect(read.map((p) => p.text)).toEqual(['ab', '2. cd'])
  })

  it('a letter that the list table calls a bullet is none', async () => {
    const tables = head(list(1, [{ nfc: 23, text: "\\'01o" }]), use(1, 1))
    expect(await numbered(`{\\listtext o\\tab}${item(1, 0, 'a')}`, tables)).toEqual(['a'])
  })

  it('are counted all the same', async () => {
    const tables = head(list(1, plan), use(1, 1))
    const printed = "{\\listtext\\f1\\'d2\\'bb\\'a1\\'a2\\tab}"
    expect(await numbered(printed + item(1, 0, 'a') + item(1, 0, 'b'), tables)).toEqual(['一、a', '二、b'])
  })
})

describe('numbers counted', () => {
  const tables = head(list(1, plan), use(1, 1) + use(2, 1))

  it('levels', async () => {
    const body = [
      item(1, 0, 'a'),
      item(1, 1, 'b'),
      item(1, 2, 'c'),
      item(1, 2, 'd'),
      item(1, 1, 'e'),
      item(1, 2, 'f'),
      item(1, 0, 'g'),
    ].join('')
    const read = await paragraphs(body, tables)
    expect(read.map((p) => p.text)).toEqual(['一、a', '（一）b', '1. c', '2. d', '（二）e', '1. f', '二、g'])
    expect(read[0]).toMatchObject({
      marker: '一、',
      places: [{ origin: { path: 'ls[1]/ilvl[0]' } }, { start: 2, end: 3 }],
    })
  })

  it('two uses of one list count on together', async () => {
    expect(await numbered(item(1, 0, 'a') + item(2, 0, 'b'), tables)).toEqual(['一、a', '二、b'])
  })

  it.each([
    ['chineseCountingThousand 39', 39, '一'],
    ['ideographTraditional 30', 30, '甲'],
    ['decimalEnclosedCircle 18', 18, '①'],
    ['upperRoman 1', 1, 'I'],
    ['lowerLetter 4', 4, 'a'],
    ['decimalZero 22', 22, '01'],
  ])('%s', async (_, nfc, one) => {
    const own = head(list(1, [{ nfc, text: "\\'02\\'00)" }]), use(1, 1))
    expect(await numbered(item(1, 0, 'a'), own)).toEqual([`${one}) a`])
  })

  it.each([
    ['text around the number', "\\'04\\'b5\\'da\\'00\\'cc\\'f5\\'a1\\'a2", '第一条、a'],
    ['text in Unicode', "\\'02\\'00\\u12289\\'a1\\'a2", '一、a'],
    ['a length in bytes', "\\'03\\'00\\'a1\\'a2", '一、a'],
    ['a semicolon of its own', "\\'02\\'00;", '一; a'],
    ['no text', "\\'00", 'a'],
  ])('%s', async (_, text, expected) => {
    expect(await numbered(item(1, 0, 'a'), head(list(1, [{ nfc: 39, text }]), use(1, 1)))).toEqual([expected])
  })

  it('a hidden number, none, and no list', async () => {
    const own = head(
      list(1, [
        { text: "\\'02\\'00.", more: '\\v' },
        { nfc: 255, text: "\\'00" },
      ]),
      use(1, 1),
    )
    const body = `${item(1, 0, 'a')}${item(1, 1, 'b')}${item(0, 0, 'c')}${item(7, 0, 'd')}${item(1, 99, 'e')}`
    expect(await numbered(body, own)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('\\levellegal prints decimals, \\levelnorestart counts on', async () => {
    const own = head(
      list(1, [
        { nfc: 39, text: "\\'02\\'00\\'a1\\'a2" },
        { text: "\\'03\\'00.\\'01", more: '\\levellegal1\\levelnorestart1' },
      ]),
      use(1, 1),
    )
    const body = item(1, 0, 'a') + item(1, 1, 'b') + item(1, 0, 'c') + item(1, 1, 'd')
    expect(await numbered(body, own)).toEqual(['一、a', '1.1 b', '二、c', '2.2 d'])
  })

  it('a use that begins anew', async () => {
    const restart = '{\\lfolevel\\listoverridestartat\\levelstartat5}'
    const own = head(list(1, plan), use(1, 1) + use(2, 1, restart))
    const body = item(1, 0, 'a') + item(2, 0, 'b') + item(2, 0, 'c')
    expect(await numbered(body, own)).toEqual(['一、a', '五、b', '六、c'])
  })

  it('a start without the word that makes it one', async () => {
    const own = head(list(1, plan), use(1, 1) + use(2, 1, '{\\lfolevel\\levelstartat5}'))
    expect(await numbered(item(1, 0, 'a') + item(2, 0, 'b'), own)).toEqual(['一、a', '二、b'])
  })

  it('a use with its own format', async () => {
    const own = head(
      list(1, plan),
      use(1, 1, `{\\lfolevel\\listoverrideformat${level({ nfc: 0, text: "\\'02\\'00)" })}}`),
    )
    expect(await numbered(item(1, 0, 'a') + item(1, 1, 'b'), own)).toEqual(['1) a', '（一）b'])
  })

  it('a list that is another one in truth', async () => {
    const link = '{\\list\\listtemplateid2\\liststyleid1\\listid2}'
    const own = head(list(1, plan) + link, use(1, 2))
    expect(await numbered(item(1, 0, 'a'), own)).toEqual(['一、a'])
  })

  it('a list of a header counts by itself', async () => {
    const header = `{\\header ${item(1, 0, 'h')}}`
    expect(await numbered(header + item(1, 0, 'a'), tables)).toEqual(['一、a'])
  })

  it('lists outside their tables are no text', async () => {
    expect(await numbered(`${list(1, plan)}a\\par`, '')).toEqual(['a'])
  })
})
