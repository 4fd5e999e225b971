import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/read/numbering.ts'
import { odfNumberFormat } from '../../src/read/odt/formats.ts'
import { type Parts, paragraphs, read, texts } from './odt/read.ts'

interface Level {
  readonly format: string
  readonly prefix?: string
  readonly suffix?: string
  readonly more?: string
  readonly follow?: string
}

function level({ format, prefix = '', suffix = '', more = '', follow = 'listtab' }: Level, i: number) {
  return `<text:list-level-style-number text:level="${i + 1}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="${follow}"/></style:list-level-properties></text:list-level-style-number>`
}
const listStyle = (name: string, levels: readonly Level[]) =>
  `<text:list-style style:name="${name}">${levels.map(level).join('')}</text:list-style>`

/** 一、 （一） 1. ① */
const plan = listStyle('L1', [
  { format: '一, 二, 三, ...', suffix: '、', follow: 'nothing' },
  { format: '一, 二, 三, ...', prefix: '（', suffix: '）' },
  { format: '1', suffix: '.' },
  { format: '①, ②, ③, ...' },
])

const list = (items: string, attributes = 'text:style-name="L1"') =>
  `<text:list ${attributes}>${items}</text:list>`
const item = (content: string, attributes = '') => `<text:list-item ${attributes}>${content}</text:list-item>`
const p = (text: string) => `<text:p>${text}</text:p>`
const sub = (items: string) => `<text:list>${items}</text:list>`

const numbered = (body: string, automatic = plan, styles = ''): Promise<string[]> =>
  texts({ body, automatic, styles })

describe('formats', () => {
  it.each([
    ['1', '12'],
    ['a', 'l'],
    ['A', 'L'],
    ['i', 'xii'],
    ['I', 'XII'],
    ['', ''],
    ['一, 二, 三, ...', '十二'],
    ['一', '十二'],
    ['壹, 贰, 叁, ...', '壹拾贰'],
    ['壹, 貳, 參, ...', '壹拾貳'],
    ['①, ②, ③, ...', '⑫'],
    ['①', '⑫'],
    ['１, ２, ３, ...', '１２'],
    ['01, 02, 03, ...', '12'],
    ['001, 002, 003, ...', '012'],
    ['가, 나, 다, ...', '타'],
    ['ア, イ, ウ, ...', 'シ'],
  ])('%s', (example, twelve) => {
    expect(formatNumber(12, odfNumberFormat(example)!)).toBe(twelve)
  })

  it.each([
    ['甲, 乙, 丙, ...', '丙'],
    ['子, 丑, 寅, ...', '寅'],
  ])('%s', (example, three) => {
    expect(formatNumber(3, odfNumberFormat(example)!)).toBe(three)
  })

  it('an example that no format prints is reported, its numbers are decimals', async () => {
    expect(odfNumberFormat('Bullet')).toBe(null)
    expect(odfNumberFormat('...')).toBe(null)
    const automatic = listStyle('L1', [{ format: 'א, ב, ג, ...', suffix: '.' }])
    const { blocks, codes } = await read({ body: list(item(p('a'))), automatic })
    expect(blocks).toMatchObject([{ text: '1. a' }])
    expect(codes).toEqual(['odt/number-format-unknown'])
  })
})

describe('numbers', () => {
  it('levels, of which the lower begin anew', async () => {
    const body = list(
      item(p('a') + sub(item(p('b') + sub(item(p('c')) + item(p('d')))) + item(p('e') + sub(item(p('f')))))) +
        item(p('g')),
    )
    expect(await numbered(body)).toEqual(['一、a', '（一）b', '1. c', '2. d', '（二）e', '1. f', '二、g'])
  })

  it('are the marker, with a place of their own', async () => {
    const [read] = await paragraphs({ body: list(item(p('a'))), automatic: plan })
    const path = 'text:list[1]/text:list-item[1]/text:p[1]'
    expect(read).toMatchObject({
      marker: '一、',
      places: [
        { start: 0, end: 2, origin: { path: `${path}/text:number` } },
        { start: 2, end: 3, origin: { path } },
      ],
    })
  })

  it('only the first paragraph of an item has one, a header none', async () => {
    const body = list(`<text:list-header>${p('h')}</text:list-header>${item(p('a') + p('b'))}${item(p('c'))}`)
    expect(await numbered(body)).toEqual(['h', '一、a', 'b', '二、c'])
  })

  it('a paragraph deeper than any item above it', async () => {
    expect(await numbered(list(item(sub(item(p('a'))))) + list(item(p('b'))))).toEqual(['（一）a', '一、b'])
  })

  it.each([
    ['a list begins anew', '', '一、b'],
    ['one that continues the one before', 'text:continue-numbering="true"', '二、b'],
    ['one that continues another', 'text:continue-list="x"', '二、b'],
  ])('%s', async (_, attributes, second) => {
    const body = `${list(item(p('a')), 'xml:id="x" text:style-name="L1"')}${p('-')}${list(item(p('b')), `text:style-name="L1" ${attributes}`)}`
    expect(await numbered(body)).toEqual(['一、a', '-', second])
  })

  it('a list continued past another', async () => {
    const automatic = plan + listStyle('L2', [{ format: '1', suffix: ')' }])
    const other = list(item(p('b')), 'text:style-name="L2"')
    const body = `${list(item(p('a')), 'xml:id="x" text:style-name="L1"')}${other}${list(item(p('c')), 'text:continue-list="x" text:style-name="L1"')}`
    expect(await numbered(body, automatic)).toEqual(['一、a', '1) b', '二、c'])
  })

  it('an item may begin at another number, and so may a style', async () => {
    const body = list(item(p('a')) + item(p('b'), 'text:start-value="5"') + item(p('c')))
    expect(await numbered(body)).toEqual(['一、a', '五、b', '六、c'])
    const late = listStyle('L1', [{ format: '1', suffix: '.', more: 'text:start-value="3"' }])
    expect(await numbered(list(item(p('a'))), late)).toEqual(['3. a'])
  })

  it('numbers of several levels, of which some have none', async () => {
    const automatic = listStyle('L1', [
      { format: '1' },
      { format: '' },
      { format: '1', more: 'text:display-levels="3"', suffix: '.' },
    ])
    expect(await numbered(list(item(p('a') + sub(item(p('b') + sub(item(p('c'))))))), automatic)).toEqual([
      '1 a',
      'b',
      '1.1. c',
    ])
  })

  it('the template that LibreOffice writes beside', async () => {
    const more = 'loext:num-list-format="第%1%条"'
    expect(
      await numbered(list(item(p('a'))), listStyle('L1', [{ format: '一, 二, 三, ...', more }])),
    ).toEqual(['第一条 a'])
  })

  it.each([
    ['tab', 'listtab', '1. a'],
    ['space', 'space', '1. a'],
    ['nothing', 'nothing', '1.a'],
  ])('after it a %s', async (_, follow, expected) => {
    const automatic = listStyle('L1', [{ format: '1', suffix: '.', follow }])
    expect(await numbered(list(item(p('a'))), automatic)).toEqual([expected])
  })

  it('bullets are no numbers, nor is a number that was typed as well', async () => {
    const automatic =
      '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    expect(await numbered(list(item(p('a')), 'text:style-name="B"'), automatic)).toEqual(['a'])
    const [typed] = await paragraphs({ body: list(item(p('一、a'))), automatic: plan })
    expect([typed!.text, typed!.marker]).toEqual(['一、a', undefined])
  })

  it('the style of an item, of its list, of its paragraph', async () => {
    const automatic = `${plan}${listStyle('L2', [{ format: '1', suffix: ')' }])}<style:style style:name="P" style:family="paragraph" style:list-style-name="L2"/>`
    const styled = '<text:p text:style-name="P">a</text:p>'
    expect(await numbered(list(item(styled), ''), automatic)).toEqual(['1) a'])
    expect(await numbered(list(item(styled)), automatic)).toEqual(['一、a'])
    expect(await numbered(list(item(styled, 'text:style-override="L2"')), automatic)).toEqual(['1) a'])
    expect(await numbered(styled, automatic)).toEqual(['a'])
    expect(await numbered(list(item(p('a')), 'text:style-name="none"'), automatic)).toEqual(['a'])
  })

  it('common list styles', async () => {
    expect(await numbered(list(item(p('a'))), '', plan)).toEqual(['一、a'])
  })

  it('of a paragraph that is an item alone', async () => {
    const one = (text: string, at = 1) =>
      `<text:numbered-paragraph text:list-id="x" text:style-name="L1" text:level="${at}">${p(text)}</text:numbered-paragraph>`
    expect(await numbered(one('a') + p('-') + one('b', 2) + one('c'))).toEqual([
      '一、a',
      '-',
      '（一）b',
      '二、c',
    ])
  })

  it('as they were printed', async () => {
    const body = list(item('<text:p><text:number>3. </text:number>a</text:p>'))
    const [read] = await paragraphs({ body, automatic: plan })
    expect([read!.text, read!.marker]).toEqual(['3. a', '3.'])
  })

  it('a list in a cell, a list around a text box', async () => {
    const box = `<draw:frame><draw:text-box>${p('x')}${list(item(p('y')))}</draw:text-box></draw:frame>`
    expect(await numbered(list(item(`<text:p>a${box}</text:p>`) + item(p('b'))))).toEqual([
      '一、a',
      'x',
      '一、y',
      '二、b',
    ])
  })
})

describe('headings', () => {
  const outline = `<text:outline-style style:name="Outline">${[
    { format: '一, 二, 三, ...', suffix: '、' },
    { format: '1', suffix: '.' },
  ]
    .map((l, i) => level(l, i).replaceAll('list-level-style-number', 'outline-level-style'))
    .join('')}</text:outline-style>`
  const h = (at: number, text: string, attributes = '') =>
    `<text:h text:outline-level="${at}" ${attributes}>${text}</text:h>`
  const parts = (body: string): Parts => ({
    body,
    styles: `${outline}<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>`,
  })

  it('are numbered by their level', async () => {
    const body = h(1, 'a') + h(2, 'b') + h(2, 'c') + h(1, 'd') + h(2, 'e') + h(3, 'f')
    expect(await texts(parts(body))).toEqual(['一、a', '1. b', '2. c', '二、d', '1. e', 'f'])
  })

  it('but for those that say otherwise', async () => {
    const body = `${h(1, 'a')}${h(1, 'b', 'text:is-list-header="true"')}${h(1, 'c', 'text:style-name="N"')}${h(1, 'd', 'text:restart-numbering="true" text:start-value="7"')}${h(1, 'e')}${h(1, 'f', 'text:restart-numbering="true"')}`
    expect(await texts(parts(body))).toEqual(['一、a', 'b', 'c', '七、d', '八、e', '一、f'])
  })

  it('in a list of their own style count on', async () => {
    const body = `${h(1, 'a')}${list(item(h(1, 'b')), 'text:style-name="Outline"')}${h(1, 'c')}`
    expect(await texts(parts(body))).toEqual(['一、a', '二、b', '三、c'])
  })
})
