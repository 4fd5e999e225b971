import { describe, expect, it } from 'vitest'
import { bytesOf, document, paragraphs, read, texts, textsOf } from './rtf/read.ts'

/** `\'d2\'bb` for each byte. */
const hex = (...bytes: number[]) => bytes.map((b) => `\\'${b.toString(16).padStart(2, '0')}`).join('')

describe('characters', () => {
  it.each([
    ['\\u with one byte of alternative', '\\u19968?\\u12289?x', '一、x'],
    ['an alternative in two bytes', "\\uc2\\u19968\\'d2\\'bb\\u12289\\'a1\\'a2x", '一、x'],
    ['no alternative', '\\uc0\\u19968\\u12289 x', '一、x'],
    ['an alternative that is left out', '\\u19968\\u12289\\par', '一、'],
    ['\\uc ends with its group', '{\\uc0\\u19968 }\\u12289?x', '一、x'],
    ['a group ends the alternative', '{\\uc2\\u19968?}xy', '一xy'],
    ['negative numbers', '\\u-244?\\u-247?', '\uff0c\uff09'],
    ['surrogates', '\\u-10187?\\u-8959?', '\u{1d501}'],
    ['a whole code point', '\\u131072?', '\u{20000}'],
    ['half a surrogate pair', 'a\\u-10187?b', 'a\ufffdb'],
    ['an alternative that is a word', '\\u8212\\emdash x', '—x'],
    ['no paragraph end is an alternative', '\\uc3\\u19968\\par x', '一|x'],
    ['line breaks of the file', 'a\r\nb\n\nc', 'abc'],
    ['tab and line', 'a\\tab b\\line c\\lbr2 d', 'a\tb\nc\nd'],
    ['dashes and quotation marks', '\\endash\\emdash\\ldblquote a\\rdblquote\\lquote b\\rquote', '–—“a”‘b’'],
    ['spaces and hyphens', 'a\\~b\\-c\\_d\\emspace e', 'a\u00a0b\u00adc\u2011d\u2003e'],
    ['braces and the backslash', '\\{a\\}\\\\', '{a}\\'],
    ['a backslash at the end of a line', 'a\\\nb', 'a|b'],
    ['controls are no text', "a\\'01\\'1fb", 'ab'],
    ['a line break by number', "a\\'0d\\'0ab", 'a\nb'],
    ['a number that is none', "a\\'zzb", 'azzb'],
    ['words of formatting', '\\b\\fs24\\cf1 a{\\i b}\\b0 c', 'abc'],
    ['an optional hyphen of no meaning', 'a\\sectnum b', 'ab'],
  ])('%s', async (_, body, expected) => {
    expect((await texts(body)).join('|')).toBe(expected)
  })

  it('a page or column break begins a line where text stands on both sides', async () => {
    expect(await texts('\\page a\\page b\\page\\par c\\column d')).toEqual(['a\nb', 'c\nd'])
  })

  it('is read in UTF-16 code units and covered by places', async () => {
    const source = document('\\u19968?ab\\par')
    const { blocks } = await read(source)
    const [p] = blocks
    const at = source.indexOf('\\u19968')
    expect(p).toMatchObject({
      text: '一ab',
      places: [{ start: 0, end: 3, origin: { kind: 'part', part: 'rtf', path: `offset[${at},${at + 10})` } }],
    })
  })
})

describe('code pages', () => {
  const page = (fonts: string, head: string, body: string) =>
    `{\\rtf1\\ansi${head}\\deff0{\\fonttbl${fonts}}\\pard\\plain ${body}\\par}`
  const times = '{\\f0\\froman\\fcharset0 Times;}'
  const song = '{\\f1\\fnil\\fcharset134 Song;}'

  it.each([
    ['GBK by the font', page(times + song, '', `\\f1 ${hex(0xd2, 0xbb, 0xa1, 0xa2)}`), '一、'],
    ['under a western page', page(times + song, '\\ansicpg1252', `\\f1 ${hex(0xd2, 0xbb)}`), '一'],
    ['as bytes', page(times + song, '\\ansicpg936', '\\f1 \xd2\xbb\xa1\xa2'), '一、'],
    ['half a byte, half a number', page(times + song, '', "\\f1 \\'d2\xbb\xa1\\'a2"), '一、'],
    ['second bytes of ASCII', page(times + song, '', "\\f1 \\'81\\'40\\'81@\\'81\\\\\\'81\\}"), '丂丂乗亇'],
    ['the font of the document', page(song, '\\ansicpg936\\deff1', hex(0xd2, 0xbb)), '一'],
    ['GBK in a western font', page(times, '\\ansicpg936', hex(0xd2, 0xbb, 0xa1, 0xa2)), '一、'],
    ['a rare character there', page(times, '\\ansicpg936', hex(0xdb, 0xb0)), '郯'],
    ['GBK where no page is named', page(times, '', hex(0xd2, 0xbb, 0xa1, 0xa2, 0xb9, 0xab)), '一、公'],
    ['Western text where none is named', page(times, '', "caf\\'e9 na\\'efve"), 'café naïve'],
    ['Western letters that would make a character', page(times, '', "na\\'efve"), 'naïve'],
    [
      'Western text under a page of two bytes',
      page(times, '\\ansicpg936', "caf\\'e9 t\\'ea te"),
      'café tê te',
    ],
    ['quotes of Windows-1252', page(times, '\\ansicpg1252', hex(0x93, 0x61, 0x94, 0x97)), '“a”—'],
    ['Big5', page('{\\f0\\fcharset136 Ming;}', '', hex(0xa4, 0x40, 0xa1, 0x42)), '一、'],
    ['Shift JIS', page('{\\f0\\fcharset128 Mincho;}', '', `\\'82o\\'82\\'b1`), 'Ｐこ'],
    ['Korean', page('{\\f0\\fcharset129 Batang;}', '', hex(0xb0, 0xa1)), '가'],
    ['Cyrillic', page('{\\f0\\fcharset204 Arial;}', '', hex(0xd3, 0xe2)), 'Ув'],
    ['Central Europe', page('{\\f0\\fcharset238 Arial CE;}', '\\ansicpg1250', hex(0xbf, 0xf3, 0xb3)), 'żół'],
    ['\\cpg of a font', page('{\\f0\\fcharset0\\cpg1251 A;}', '', hex(0xd3)), 'У'],
    ['\\cpg before the charset', page('{\\f0\\cpg1251\\fcharset0 A;}', '', hex(0xd3)), 'У'],
    ['the page of a font without a charset', page('{\\f0 A;}', '\\ansicpg1251', hex(0xd3)), 'У'],
    ['UTF-8', page('{\\f0 A;}', '\\ansicpg65001', hex(0xe4, 0xb8, 0x80)), '一'],
    ['DOS', page('{\\f0 A;}', '\\pc', hex(0xb0, 0xe1)), '░ß'],
    ['a Macintosh', page('{\\f0 A;}', '\\mac', hex(0x8e)), 'é'],
    [
      'fonts without groups',
      page('\\f0\\fcharset134 Song;\\f1\\fcharset204 Arial;', '', `${hex(0xd2, 0xbb)}\\f1 ${hex(0xd3)}`),
      '一У',
    ],
    [
      'a font ends with its group',
      page(times + song, '\\ansicpg1252', `{\\f1 ${hex(0xd2, 0xbb)}}${hex(0xd2)}`),
      '一Ò',
    ],
    [
      '\\plain takes the font away',
      page(times + song, '\\ansicpg1252', `\\f1 ${hex(0xd2, 0xbb)}\\plain ${hex(0xd2)}`),
      '一Ò',
    ],
  ])('%s', async (_, source, expected) => {
    const { blocks, codes } = await read(source)
    expect(codes).toEqual([])
    expect(textsOf(blocks)).toEqual([expected])
  })

  it('what no character is stands as U+FFFD and is reported', async () => {
    const { blocks, codes } = await read(page(song, '', `\\f1 ${hex(0xd2, 0xbb, 0xff)}`))
    expect(textsOf(blocks)).toEqual(['一\ufffd'])
    expect(codes).toEqual(['rtf/bytes-replaced'])
  })

  it('an unknown page is reported', async () => {
    expect((await read(page('{\\f0\\cpg720 A;}', '', hex(0xd2)))).codes).toEqual(['rtf/codepage-unknown'])
  })

  it('symbol fonts give the signs of .docx and .doc', async () => {
    const fonts = '{\\f0 A;}{\\f2\\ftech\\fcharset2 Symbol;}{\\f3\\fcharset2 Wingdings;}'
    const body = `{\\f2 a\\'b7}{\\f3 \\'fe}\\u-3842?{\\f3\\u-3842?}`
    const { blocks, codes } = await read(page(fonts, '', body))
    expect(textsOf(blocks)).toEqual(['α•🗹\uf0fe🗹'])
    expect(codes).toEqual(['rtf/symbol-unknown'])
  })
})

describe('what is not printed', () => {
  it.each([
    ['hidden text', 'a{\\v b}\\v c\\v0 d', 'ad'],
    ['\\plain shows again', 'a\\v b\\plain c', 'ac'],
    ['deleted text', 'a{\\deleted b}{\\revised c}', 'ac'],
    ['text moved away', 'a{\\mvf b}{\\mvt c}', 'ac'],
    ['the mark of a deleted paragraph joins it to the next', 'a{\\deleted b\\par }c\\par d', 'ac|d'],
    ['a paragraph deleted whole', 'a\\par{\\deleted b\\par }c', 'a|c'],
    ['pictures', 'a{\\pict\\pngblip 89504e47}b{\\*\\shppict{\\pict 01}}{\\nonshppict{\\pict 02}}c', 'abc'],
    ['binary data', 'a{\\pict\\bin6 }}\\{x}}b', 'ab'],
    ['comments', 'a{\\*\\atnid X}{\\*\\atnauthor Y}\\chatn {\\*\\annotation \\pard b\\par}c', 'ac'],
    ['index entries', 'a{\\xe {b}}{\\tc c}d', 'ad'],
    ['bookmarks', '{\\*\\bkmkstart x}a{\\*\\bkmkend x}', 'a'],
    ['HTML that was put into RTF', 'a{\\*\\htmltag84 <br>}b', 'ab'],
    ['headings of readers that know no nested tables', 'a{\\nonesttables\\par}b', 'ab'],
    ['a character style after a star', 'a{\\b\\*\\cs7 b}', 'ab'],
  ])('%s', async (_, body, expected) => {
    expect((await texts(body)).join('|')).toBe(expected)
  })

  it('an unknown starred destination is left out and reported', async () => {
    const { blocks, codes } = await read(document('a{\\*\\newerthing b{c}}d'))
    expect(textsOf(blocks)).toEqual(['ad'])
    expect(codes).toEqual(['rtf/destination-unknown'])
  })

  it('a document of pictures alone says so', async () => {
    expect((await read(document('{\\pict 01}\\par{\\pict 02}'))).codes).toEqual(['rtf/images-only'])
  })

  it('an embedded object is named, and what it shows is read', async () => {
    const object =
      '{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 0105}{\\result {\\f1 a}{\\pict 01}}}'
    const { blocks, codes } = await read(document(`${object}b`))
    expect(textsOf(blocks)).toEqual(['ab'])
    expect(codes).toEqual(['rtf/embedded-object'])
  })
})

describe('fields', () => {
  const field = (code: string, result: string) => `{\\field{\\*\\fldinst {${code}}}{\\fldrslt {${result}}}}`

  it.each([
    ['the result', `a${field('PAGE', '1')}b`, 'a1b'],
    ['a field in a result', `a${field('REF x', `b${field('PAGE', '2')}`)}c`, 'ab2c'],
    ['a field in a code', `a{\\field{\\*\\fldinst IF ${field('X', '1')} = 1}{\\fldrslt b}}c`, 'abc'],
    ['no result', `a{\\field{\\*\\fldinst SEQ x}}b`, 'ab'],
    ['a number in a ring', `${field('EQ \\\\o\\\\ac(○,21)', '')}x`, '㉑x'],
    ['a symbol', `${field('SYMBOL 183 \\\\f "Symbol" \\\\s 10', '')}x`, '•x'],
    ['a symbol whose result is there', field('SYMBOL 183 \\\\f "Symbol"', '\\u8226?'), '•'],
    [
      'a ticked box',
      '{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres1{\\*\\ffname x}\\ffdefres0}}}{\\fldrslt }}',
      '☒',
    ],
    [
      'a box that is as it was at first',
      '{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres0}}}{\\fldrslt }}',
      '☐',
    ],
    [
      'what is chosen of a list',
      '{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl \\u30002?}{\\*\\ffl \\u20057?}}}}{\\fldrslt }}',
      '乙',
    ],
  ])('%s', async (_, body, expected) => {
    expect((await texts(body)).join('|')).toBe(expected)
  })

  it('links', async () => {
    const { blocks, links } = await read(
      document(`a${field('HYPERLINK "http://www.gov.cn/x.doc"', '\\u38468?\\u20214?')}b`),
    )
    expect(textsOf(blocks)).toEqual(['a附件b'])
    expect(links).toEqual([{ text: '附件', href: 'http://www.gov.cn/x.doc' }])
  })

  it('a table of contents is no part of the text', async () => {
    const contents = field('TOC \\\\o "1-3"', 'a\\tab 1\\par b\\tab 2\\par ')
    const { blocks, furniture } = await read(document(`${contents}\\pard c\\par`))
    expect(textsOf(blocks)).toEqual(['c'])
    expect(textsOf(furniture)).toEqual(['a\t1', 'b\t2'])
  })

  it('a number that the file does not hold is reported', async () => {
    expect((await read(document(`${field('AUTONUM', '')}a`))).codes).toEqual(['rtf/field-without-result'])
  })
})

describe('stories', () => {
  it('headers, footers and notes are kept apart', async () => {
    const head = '{\\header\\pard\\qr h\\par}{\\footerf f}'
    const { blocks, furniture } = await read(
      document('\\qc a{\\super\\chftn{\\footnote\\pard{\\super\\chftn} n\\par}}b\\par', head),
    )
    expect(blocks).toMatchObject([{ text: 'ab', align: 'center' }])
    expect(furniture).toMatchObject([{ text: 'h', align: 'right' }, { text: 'f' }, { text: ' n' }])
  })

  it.each([
    [
      'of Word 97',
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn a}{\\sv 1}}{\\shptxt \\pard b\\par c}}{\\shprslt{\\*\\do}x}}',
    ],
    ['of Word 6', '{\\*\\do\\dobxpage\\dptxbx{\\dptxbxtext\\pard b\\par c}\\dpx0}'],
    ['in a group', '{\\shpgrp{\\*\\shpinst{\\shp{\\*\\shpinst{\\shptxt \\pard b\\par c}}}}}'],
  ])('a text box %s comes after its paragraph', async (_, box) => {
    expect(await texts(`a${box}d\\par e`)).toEqual(['ad', 'b', 'c', 'e'])
  })

  it('what is anchored in hidden text is hidden', async () => {
    const box = '{\\shp{\\*\\shpinst{\\shptxt \\pard b\\par}}}'
    const { blocks, furniture } = await read(document(`a{\\v ${box}{\\footnote n}}`))
    expect(textsOf(blocks)).toEqual(['a'])
    expect(furniture).toEqual([])
  })

  it('WordArt is a text box', async () => {
    const art = '{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv \\u25991?\\u20214?}}}}'
    expect(await texts(`a${art}\\par b`)).toEqual(['a', '文件', 'b'])
  })

  it('a formula is its runs', async () => {
    const formula =
      '{\\mmath{\\*\\moMath{\\mf{\\*\\mfPr{\\mtype bar}}{\\mnum{\\mr\\mscr0 a}}{\\mden{\\mr b}}}}{\\mmathPict{\\pict 01}}}'
    expect(await texts(`x${formula}y`)).toEqual(['xaby'])
  })
})

describe('paragraphs', () => {
  it('their alignment is the one in force at their end', async () => {
    const read = await paragraphs('\\qc a\\par b\\par\\pard c{\\qr d\\par}e\\par')
    expect(read.map((p) => [p.text, p.align])).toEqual([
      ['a', 'center'],
      ['b', 'center'],
      ['cd', 'right'],
      ['e', undefined],
    ])
  })

  it('their level is their own, else of their style, else in its name', async () => {
    const styles =
      '{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel1 one;}{\\s2\\sbasedon1 two;}{\\s3\\sbasedon0 heading 3;}{\\*\\cs4\\outlinelevel0 c;}}'
    const read = await paragraphs(
      '\\s1 a\\par\\pard\\s2 b\\par\\pard\\s3 c\\par\\pard\\s1\\outlinelevel0 d\\par\\pard e\\par\\s2\\outlinelevel9 f',
      styles,
    )
    expect(read.map((p) => p.level)).toEqual([2, 2, 3, 1, undefined, undefined])
  })

  it('blank ones are none, text that no mark ends is one', async () => {
    expect(await texts('\\par  \\par a\\sect b')).toEqual(['a', 'b'])
  })

  it('hidden marks keep the number and level of the first', async () => {
    const [p, ...more] = await paragraphs('\\outlinelevel0 a{\\v\\par}\\pard b\\par')
    expect(p).toMatchObject({ text: 'ab', level: 1 })
    expect(more).toEqual([])
  })
})

describe('what the file says of itself', () => {
  it('title, author and times', async () => {
    const info =
      "{\\info{\\title \\'d2\\'bb}{\\author A}{\\creatim\\yr2023\\mo5\\dy6\\hr7\\min8}{\\revtim\\yr1601\\mo1\\dy1}{\\operator B}{\\*\\company C}}"
    expect((await read(document('a', info))).meta).toEqual({
      title: '一',
      creator: 'A',
      created: '2023-05-06T07:08:00',
      company: 'C',
    })
  })

  it('Unicode goes before the alternative', async () => {
    const info = '{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u19968?}}}}'
    const { meta, blocks } = await read(document('a', info))
    expect(meta).toEqual({ title: '一' })
    expect(textsOf(blocks)).toEqual(['a'])
  })

  it('a byte order mark and blank lines may stand before it', async () => {
    const bytes = bytesOf(`\xef\xbb\xbf\r\n${document('a')}`)
    expect(textsOf((await read(bytes)).blocks)).toEqual(['a'])
  })
})
