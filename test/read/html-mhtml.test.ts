import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mhtml } from '../../src/read/html/mhtml.ts'
import { messageOf } from '../../src/read/html/mime.ts'
import { read, shown } from './html/read.ts'

const gbk = Buffer.from('d2bba1a2bcd3c7bfd0c5cfa2b9abbfaaa3acd7a5bac3c2e4cab5a1a3', 'hex')
const text = '一、加强信息公开，抓好落实。'
const lines = (...list: (string | Uint8Array)[]) =>
  Buffer.concat(list.flatMap((l) => [Buffer.from(l as string), Buffer.from('\r\n')]))
const quoted = (bytes: Uint8Array) =>
  [...bytes].map((b) => `=${b.toString(16).toUpperCase().padStart(2, '0')}`).join('')
const related = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\tboundary="b 1"; type="text/html"',
  '',
  'preamble',
  '--b 1',
]

const saved = (source: Uint8Array) => read(source, { reader: mhtml })

describe('the parts of a message', () => {
  it.each([
    ['8bit', gbk],
    ['binary', gbk],
    ['base64', gbk.toString('base64').replace(/(.{8})/g, '$1\r\n')],
    ['quoted-printable', quoted(gbk).replace(/(.{30})/g, '$1=\r\n')],
    ['Quoted-Printable', `${quoted(gbk.subarray(0, 6))}= \t\n${quoted(gbk.subarray(6)).toLowerCase()}`],
  ])('in %s', async (encoding, body) => {
    const page = await saved(
      lines(
        ...related,
        'Content-Type: text/html; charset="gb2312"',
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        body,
        '--b 1--',
      ),
    )
    expect([page.encoding, ...shown(page.blocks)]).toEqual(['gb18030', text])
  })

  it('keeps what is no escape', () => {
    const { parts } = messageOf(lines('Content-Transfer-Encoding: quoted-printable', '', 'a=3Db=zz=4'))
    expect(Buffer.from(parts[0]!.bytes()).toString()).toBe('a=b=zz=4\r\n')
  })

  it('reads multiparts in multiparts, cut off and with lines that only look like boundaries', () => {
    const { parts } = messageOf(
      lines(
        '',
        'Content-Type: multipart/mixed; boundary=out',
        '',
        '--out',
        'Content-Type: multipart/alternative; boundary=out2',
        '',
        '--out2',
        'Content-Type: text/plain',
        'X-Folded: a',
        ' b',
        '',
        'one --out2',
        '--out2x',
        '--out2',
        'Content-Type: TEXT/HTML; Charset=GBK',
        'Content-ID: <x@y>',
        'Content-Location: http://a/b.htm',
        '',
        'two',
        '--out2--',
        '--out',
        'Content-Type: image/png',
        '',
        'three',
      ),
    )
    expect(
      parts.map((p) => [p.type, p.charset, p.id, p.location, Buffer.from(p.bytes()).toString().trim()]),
    ).toEqual([
      ['text/plain', null, null, null, 'one --out2\r\n--out2x'],
      ['text/html', 'GBK', 'x@y', 'http://a/b.htm', 'two'],
      ['image/png', null, null, null, 'three'],
    ])
  })

  it('nests no deeper than it must', () => {
    const deep = Array.from(
      { length: 40 },
      (_, i) => `--b${i - 1}\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n`,
    )
    expect(messageOf(Buffer.from(deep.join('').slice(6))).parts).toHaveLength(1)
  })
})

describe('a saved page', () => {
  it('is the first page, or the one that the message names', async () => {
    const parts = [
      'Content-Type: text/css\r\n\r\np {}\r\n--b 1',
      'Content-Type: text/html\r\nContent-ID: <one>\r\n\r\n<p>一、甲\r\n--b 1',
      'Content-Type: text/html\r\nContent-ID: <two>\r\n\r\n<p>二、乙\r\n--b 1--',
    ]
    expect(shown((await saved(lines(...related, ...parts))).blocks)).toEqual(['一、甲'])
    const named = related.map((l) => l.replace('type="text/html"', 'start="<two>"'))
    expect(shown((await saved(lines(...named, ...parts))).blocks)).toEqual(['二、乙'])
  })

  it('takes the charset of the page where its header has none', async () => {
    const cyrillic = Buffer.from('cff0e8e2e5f2', 'hex')
    const page = await saved(
      lines(
        ...related,
        'Content-Type: text/html',
        '',
        Buffer.concat([Buffer.from('<meta charset=windows-1251><p>'), cyrillic]),
        '--b 1--',
      ),
    )
    expect(shown(page.blocks)).toEqual(['Привет'])
  })

  it('is read where it is no multipart', async () => {
    expect(
      shown(
        (await saved(lines('From: <Saved by Blink>', 'Content-Type: text/html', '', '<p>一、甲'))).blocks,
      ),
    ).toEqual(['一、甲'])
  })

  const frames = (body: string) =>
    lines(
      ...related,
      'Content-Type: text/html',
      'Content-Location: http://a/b/index.htm',
      '',
      body,
      '--b 1',
      'Content-Type: text/html',
      'Content-ID: <f1>',
      '',
      '<p>一、甲</p><iframe src="http://a/b/index.htm"></iframe>',
      '--b 1',
      'Content-Type: text/html',
      'Content-Location: http://a/b/sheet.htm',
      '',
      '<p>二、乙</p>',
      '--b 1--',
    )

  it('shows the pages in its frames', async () => {
    const page = await saved(
      frames('<frameset><frame src="cid:f1"><frame src="sheet.htm"><frame src="gone.htm"></frameset>'),
    )
    expect(shown(page.blocks)).toEqual(['一、甲', '二、乙'])
    expect(page.blocks.map((b) => b.type === 'paragraph' && b.places[0]?.origin)).toMatchObject([
      { part: 'f1', path: 'body/p[1]' },
      { part: 'http://a/b/sheet.htm', path: 'body/p[1]' },
    ])
    expect(page.codes).toEqual(['html/frame'])
  })

  it('sets frames apart where it has a text of its own', async () => {
    const page = await saved(frames(`<p>${'文'.repeat(300)}</p><iframe src="cid:f1"></iframe>`))
    expect(page.blocks).toHaveLength(1)
    expect(shown(page.furniture)).toEqual(['一、甲'])
    expect(page.codes).toEqual([])
  })

  it('without a page is damaged; a page over the limit is too large', async () => {
    await expect(saved(lines('MIME-Version: 1.0', '', 'x'))).rejects.toMatchObject({
      code: 'document/damaged',
    })
    await expect(
      read(lines('Content-Type: text/html', '', '<p>一二三'), { reader: mhtml, limits: { maxPartBytes: 8 } }),
    ).rejects.toMatchObject({ code: 'document/too-large' })
  })
})

const shared = process.env.YAODIAN_SHARED ?? new URL('../../../shared', import.meta.url).pathname
const tika = `${shared}/robustness/tika`
if (!existsSync(tika)) console.info(`${tika} is not there: other projects' files are not read`)

describe.skipIf(!existsSync(tika))('other projects’ files', () => {
  const names = existsSync(tika) ? readdirSync(tika) : []
  it.each(names.filter((n) => n.endsWith('.mhtml')))('%s', async (name) => {
    const page = await saved(readFileSync(`${tika}/${name}`))
    // The one is cut off after the headers of its page.
    if (name === 'testUserDefinedCharset.mhtml') expect(page.codes).toEqual(['html/no-text'])
    else expect(shown(page.blocks)).toContain('Project name')
  })

  it.each(names.filter((n) => n.endsWith('.html')))('%s', async (name) => {
    const page = await read(readFileSync(`${tika}/${name}`))
    expect(page.blocks.length > 0 || page.codes.includes('html/no-text')).toBe(true)
  })
})
