import { existsSync, readFileSync, renameSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tableCrc32 } from '../../src/batch/archive/crc.ts'
import { judgeError } from '../../src/batch/outcome.ts'
import { pathText } from '../../src/batch/path.ts'
import { type FileEntry, readEntry } from '../../src/batch/walk.ts'
import { entriesOf, folder, type Member, shown, texts, zipOf } from './files.ts'

/** Lines of a folder with one archive of these members. */
async function listed(members: readonly Member[] | Buffer, limits = {}): Promise<string[]> {
  const root = folder({ 'a.zip': Buffer.isBuffer(members) ? members : zipOf(members) })
  return shown(root, await entriesOf(root, { limits }))
}

async function read(zip: Buffer | Uint8Array, maxBytes?: number): Promise<Record<string, string>> {
  const root = folder({ 'a.zip': zip })
  return texts(root, await entriesOf(root), maxBytes)
}

const gbk = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
/** 通知 in GBK. */
const notice = 'cda8 d6aa'

describe('an archive', () => {
  it('is its members and a line of its own, in the order of all paths', async () => {
    const root = folder({
      'a.zip': zipSync({ 'b/2.txt': strToU8('two'), '1.txt': strToU8('one'), 'b/': new Uint8Array() }),
      'a.zip.txt': 'after',
      'a.txt': 'before',
    })
    const entries = await entriesOf(root)
    expect(shown(root, entries)).toEqual([
      'a.txt: a.txt',
      'a.zip: 2 members',
      'a.zip.txt: a.zip.txt',
      'a.zip/1.txt: a.zip/1.txt',
      'a.zip/b/2.txt: a.zip/b/2.txt',
    ])
    expect(await texts(root, entries)).toEqual({
      'a.txt': 'before',
      'a.zip.txt': 'after',
      'a.zip/1.txt': 'one',
      'a.zip/b/2.txt': 'two',
    })
  })

  it('is told by its bytes: neither a name nor an office package is one', async () => {
    const zip = zipOf([{ name: '1.txt', data: 'one' }])
    const root = folder({
      notices: zip,
      'text.zip': 'PK as text',
      'report.docx': zip,
      'office.zip': zipSync({ '[Content_Types].xml': strToU8(''), 'word/document.xml': strToU8('') }),
      'odf.bin': zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'ofd.zip': zipSync({ 'OFD.xml': strToU8('') }),
      'empty.zip': zipOf([]),
    })
    expect(shown(root, await entriesOf(root))).toEqual([
      'empty.zip: 0 members',
      'notices: 1 members',
      'notices/1.txt: notices/1.txt',
      'odf.bin: odf.bin',
      'ofd.zip: ofd.zip',
      'office.zip: office.zip',
      'report.docx: report.docx',
      'text.zip: text.zip',
    ])
  })

  it('is read where it is named itself, beside other files', async () => {
    const root = folder({ 'x/a.zip': zipOf([{ name: '1.txt' }]), 'y/2.txt': '' })
    const entries = await entriesOf(root, {
      listed: [join(root, 'x/a.zip'), join(root, 'y/2.txt'), join(root, 'x/a.zip')],
    })
    expect(entries.filter((e) => e.kind === 'file').map((e) => pathText(e.relative))).toEqual([
      'x/a.zip/1.txt',
      'y/2.txt',
    ])
  })

  it('holds what no notice is, which is listed: a folder of it once', async () => {
    expect(
      await listed([
        { name: '__MACOSX/._1.txt' },
        { name: '__MACOSX/b/._2.txt' },
        { name: 'b/~$2.docx' },
        { name: 'b/.DS_Store' },
        { name: 'link', data: '/etc/passwd', madeBy: 0x0314, attributes: 0o120777 * 0x10000 },
        { name: '1.txt', madeBy: 0x0314, attributes: 0o100644 * 0x10000 },
        { name: '2.txt', madeBy: 0x0314, attributes: 0o010600 * 0x10000 },
      ]),
    ).toEqual([
      'a.zip: 6 members',
      'a.zip/1.txt: a.zip/1.txt',
      'a.zip/2.txt: a.zip/2.txt',
      'a.zip/__MACOSX: ignored/system',
      'a.zip/b/.DS_Store: ignored/system',
      'a.zip/b/~$2.docx: ignored/lock',
      'a.zip/link: ignored/special',
    ])
  })

  it('within an archive is read, one within that is named', async () => {
    const third = zipOf([{ name: '3.txt', data: 'three' }])
    const second = zipOf([
      { name: '2.txt', data: 'two' },
      { name: 'third.zip', data: third },
      { name: 'third.bin', data: zipSync({ mimetype: strToU8('') }) },
    ])
    const first = zipOf([
      { name: 'deflated.zip', data: second },
      { name: 'stored.zip', data: second, method: 0 },
      { name: '1.txt', data: 'one' },
    ])
    const root = folder({ 'a.zip': first })
    const entries = await entriesOf(root)
    const inner = (name: string) => [
      `a.zip/${name}: 3 members`,
      `a.zip/${name}/2.txt: a.zip/${name}/2.txt`,
      `a.zip/${name}/third.bin: a.zip/${name}/third.bin`,
      `a.zip/${name}/third.zip: input/unsupported`,
    ]
    expect(shown(root, entries)).toEqual([
      'a.zip: 3 members',
      'a.zip/1.txt: a.zip/1.txt',
      ...inner('deflated.zip'),
      ...inner('stored.zip'),
    ])
    expect(await texts(root, entries)).toMatchObject({
      'a.zip/1.txt': 'one',
      'a.zip/deflated.zip/2.txt': 'two',
      'a.zip/stored.zip/2.txt': 'two',
    })
  })

  it('of 70,000 members is listed whole, though their number has 16 bits', async () => {
    const members = Array.from({ length: 70_000 }, (_, i) => ({ name: `${i}.txt`, data: '', method: 0 }))
    const root = folder({ 'a.zip': zipOf(members) })
    const entries = await entriesOf(root)
    expect(entries).toHaveLength(70_001)
  })
})

describe('names of members', () => {
  const names = async (...members: Member[]) =>
    (await listed(members)).slice(1).map((line) => line.replace(/^a\.zip\/(.*): .*$/s, '$1'))

  it.each<[string, Member[], string[]]>([
    ['UTF-8 by flag', [{ name: '通知.txt', flags: 0x800 }], ['通知.txt']],
    ['UTF-8 without flag, as of macOS', [{ name: '通知.txt' }], ['通知.txt']],
    ['GBK', [{ name: gbk(`${notice} 2e747874`) }], ['通知.txt']],
    ['GBK though the flag says UTF-8', [{ name: gbk('cec4 bcfe 2e747874'), flags: 0x800 }], ['文件.txt']],
    ['GBK with a backslash for second byte (乗)', [{ name: gbk('815c 2e747874') }], ['乗.txt']],
    ['GB 18030 of four bytes (㐀)', [{ name: gbk('8139ee39 2e747874') }], ['㐀.txt']],
    ['目录 in GBK, which is UTF-8 as well', [{ name: gbk('c4bfc2bc 2e747874') }], ['目录.txt']],
    [
      'one charset for all: 目录 beside a name in UTF-8 is none of GBK',
      [{ name: gbk('c4bfc2bc 2e747874') }, { name: '通知.txt' }],
      ['Ŀ¼.txt', '通知.txt'],
    ],
    ['of code page 437', [{ name: gbk('ff81 2e747874') }], ['\u00a0ü.txt']],
  ])('%s', async (_, members, expected) => {
    expect(await names(...members)).toEqual(expected)
  })

  it("are those of Info-ZIP's field where its checksum is that of the name", async () => {
    const field = (crc: number) => {
      const text = Buffer.from('通知.txt')
      const extra = Buffer.alloc(9 + text.length)
      extra.writeUInt16LE(0x7075, 0)
      extra.writeUInt16LE(5 + text.length, 2)
      extra[4] = 1
      extra.writeUInt32LE(crc, 5)
      text.copy(extra, 9)
      return extra
    }
    expect(await names({ name: '??.txt', extra: field(crc32('??.txt')) })).toEqual(['通知.txt'])
    expect(await names({ name: 'renamed.txt', extra: field(crc32('??.txt')) })).toEqual(['renamed.txt'])
  })

  it('lead nowhere else', async () => {
    expect(
      await names(
        { name: '../../etc/1' },
        { name: '/2' },
        { name: 'C:\\x\\3' },
        { name: 'a\\..\\4' },
        { name: './/5' },
        { name: '..' },
        { name: 'nul\0\n6' },
        { name: '' },
        { name: 'folder\\' },
      ),
    ).toEqual(['2', '5', '_', '_ (2)', 'a/4', 'etc/1', 'nul__6', 'x/3'])
  })

  it('are told apart where several have one', async () => {
    const zip = zipOf([
      { name: 'x/1.txt', data: 'first' },
      { name: 'x/1.txt', data: 'second' },
      { name: 'x/1 (2).txt', data: 'third' },
      { name: 'x//1.txt', data: 'fourth' },
    ])
    expect(await read(zip)).toEqual({
      'a.zip/x/1.txt': 'first',
      'a.zip/x/1 (2).txt': 'second',
      'a.zip/x/1 (2) (2).txt': 'third',
      'a.zip/x/1 (3).txt': 'fourth',
    })
  })

  it('many of one name take no long', async () => {
    const members = Array.from({ length: 30_000 }, () => ({ name: '1.txt', method: 0 }))
    const began = performance.now()
    expect(new Set(await listed(members)).size).toBe(30_001)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('members', () => {
  it('stored, deflated, with sizes after the data or of 64 bits', async () => {
    const data = 'x'.repeat(100_000)
    const zip = zipOf([
      { name: 'stored', data, method: 0 },
      { name: 'deflated', data },
      { name: 'signed', data, descriptor: 'signed' },
      { name: 'unsigned', data, descriptor: 'unsigned' },
      { name: 'zip64', data, zip64: true },
      { name: 'none', data: '' },
    ])
    const all = await read(zip)
    expect(Object.keys(all)).toHaveLength(6)
    for (const [name, text] of Object.entries(all)) expect(text).toBe(name === 'a.zip/none' ? '' : data)
  })

  it('that cannot be read are named, the others are read', async () => {
    const zip = zipOf([
      { name: 'encrypted.doc', flags: 1, data: 'x' },
      { name: 'lzma.doc', method: 14, data: 'x' },
      { name: 'good.txt', data: 'good' },
    ])
    expect(await listed(zip)).toEqual([
      'a.zip: 3 members',
      'a.zip/encrypted.doc: document/encrypted',
      'a.zip/good.txt: a.zip/good.txt',
      'a.zip/lzma.doc: input/unsupported',
    ])
    const entries = await entriesOf(folder({ 'a.zip': zip }))
    const error = entries.flatMap((e) => (e.kind === 'unreadable' ? [e.error.text('en')] : []))
    expect(error).toContain('unsupported kind of file: ZIP, LZMA')
  })

  it('are no other bytes than the archive says', async () => {
    const zip = zipOf([
      { name: 'crc', data: 'data', crc: 1 },
      { name: 'more', data: 'x'.repeat(1000), size: 10, crc: 0 },
      { name: 'less', data: 'data', size: 10 },
      { name: 'stored', data: 'data', method: 0, size: 10 },
      { name: 'noise', data: Buffer.from('no deflate'), method: 8 },
    ])
    const noise = zip.indexOf('noise') + 5
    zip.fill(0xff, noise, noise + 5)
    expect(new Set(Object.values(await read(zip)))).toEqual(new Set(['document/damaged']))
  })

  it('beyond the limit are named with what was asked and granted', async () => {
    const root = folder({
      'a.zip': zipOf([
        { name: 'big.txt', data: 'x'.repeat(5000) },
        { name: 'stored.txt', data: 'x'.repeat(5000), method: 0 },
        { name: 'small.txt', data: 'x' },
      ]),
    })
    const entries = await entriesOf(root)
    const errors = await Promise.all(
      entries.map((e) =>
        e.kind === 'file' ? readEntry(e, { maxBytes: 4000 }, 'zh').then(String, (error) => error) : null,
      ),
    )
    expect(errors[1]).toMatchObject({ code: 'input/too-large', params: { bytes: 5000, limit: 4000 } })
    expect(errors[3]).toMatchObject({ code: 'input/too-large', params: { bytes: 5000, limit: 4000 } })
    expect(errors[2]).toBe('x')
    expect(judgeError(errors[1], 'zh').limit).toEqual({ name: 'max-bytes', asked: 5000, granted: 4000 })
  })

  it('beyond the limit, of a size that the broken archive does not say: nobody knows what was asked', async () => {
    const cut = zipOf([{ name: 'big.txt', data: 'x'.repeat(5000), descriptor: 'signed' }])
    const root = folder({ 'a.zip': cut.subarray(0, cut.indexOf('PK\x07\x08')) })
    const entry = (await entriesOf(root)).find((e) => e.kind === 'file')!
    const error = await readEntry(entry as FileEntry, { maxBytes: 4000 }, 'zh').catch((e) => e)
    expect(judgeError(error, 'zh')).toMatchObject({
      code: 'input/too-large',
      text: expect.stringContaining('> 4000 字节'),
      limit: { name: 'max-bytes', asked: null, granted: 4000 },
    })
  })

  it('that share their data are read once: a bomb grows with every member', async () => {
    const data = 'x'.repeat(100_000)
    const same = Array.from({ length: 100 }, (_, i) => ({ name: `${i}.txt`, data, sameAs: 0 }))
    const lines = await listed([{ name: 'first.txt', data }, ...same])
    expect(lines.filter((line) => line.endsWith(': document/damaged'))).toHaveLength(100)
    expect(lines).toContain('a.zip/first.txt: a.zip/first.txt')
    // Fifield's way: a member whose data are the headers and the data of others.
    const kernel = zipOf([{ name: 'kernel.txt', data }])
    const outer: Member = { name: 'outer.doc', data: kernel, method: 0 }
    expect(await listed([outer, { name: 'kernel.txt', data, sameAs: 0, behind: 30 + 9 }])).toEqual([
      'a.zip: 2 members',
      'a.zip/kernel.txt: document/damaged',
      'a.zip/outer.doc: a.zip/outer.doc',
    ])
  })
})

describe('limits of an archive', () => {
  const ten = Array.from({ length: 10 }, (_, i) => ({ name: `${i}.txt`, data: 'x'.repeat(1000) }))

  it.each([
    ['archive/too-large', { maxArchiveBytes: 9999 }, { bytes: 10_000, limit: 9999 }],
    ['archive/too-many', { maxMembers: 9 }, { count: 10, limit: 9 }],
  ])('%s', async (code, limits, params) => {
    const root = folder({ 'a.zip': zipOf(ten) })
    expect(await entriesOf(root, { limits })).toMatchObject([{ kind: 'unreadable', error: { code, params } }])
  })

  it('a member that is too large for itself counts for nothing', async () => {
    const zip = zipOf([...ten, { name: 'film.txt', data: 'x', size: 0xfffffff0 }])
    expect(await listed(zip, { maxArchiveBytes: 10_000 })).toHaveLength(12)
  })

  it('a number of members that there is no room for is damage', async () => {
    const zip = Buffer.from(zipOf(ten))
    zip.writeUInt16LE(60_000, zip.length - 12)
    expect((await listed(zip, { maxMembers: 100 }))[0]).toBe('a.zip: 10 members, document/damaged')
  })

  it('hold for the archives within it together', async () => {
    const inner = zipOf(ten)
    const zip = zipOf([
      { name: '1.zip', data: inner },
      { name: '2.zip', data: inner },
    ])
    const lines = await listed(zip, { maxMembers: 15 })
    expect(lines).toHaveLength(1 + 11 + 1)
    expect(lines.at(-1)).toBe('a.zip/2.zip: archive/too-many')
    expect(await listed(zip, { maxArchiveBytes: 2 * inner.length + 15_000 })).toContain(
      'a.zip/2.zip: archive/too-large',
    )
  })

  it('an archive that is to be unpacked for its members is an input like others', async () => {
    const inner = zipOf([{ name: '1.txt', data: deflateRawSync('x') }])
    const zip = zipOf([{ name: 'i.zip', data: inner }])
    expect(await listed(zip, { maxBytes: inner.length - 1 })).toEqual([
      'a.zip: 1 members',
      'a.zip/i.zip: input/too-large',
    ])
  })
})

describe('a broken archive', () => {
  const members: Member[] = [
    { name: '1.txt', data: 'one' },
    { name: gbk(`${notice} 2e747874`), data: 'notice', descriptor: 'signed' },
    { name: '3.txt', data: 'three', descriptor: 'unsigned' },
    { name: '4.txt', data: 'four', zip64: true },
    { name: '5.txt', data: 'five'.repeat(10), method: 0 },
  ]
  const all = {
    'a.zip/1.txt': 'one',
    'a.zip/通知.txt': 'notice',
    'a.zip/3.txt': 'three',
    'a.zip/4.txt': 'four',
    'a.zip/5.txt': 'five'.repeat(10),
  }
  const zip = zipOf(members)
  const directory = zip.indexOf('PK\x01\x02')

  it('without its directory gives what is there, and says so', async () => {
    const cut = zip.subarray(0, directory)
    expect((await listed(cut))[0]).toBe('a.zip: 5 members, document/damaged')
    expect(await read(cut)).toEqual(all)
  })

  it('cut off within a member gives the others', async () => {
    const cut = zip.subarray(0, directory - 10)
    expect(await read(cut)).toEqual({ ...all, 'a.zip/5.txt': 'document/damaged' })
  })

  it('cut off anywhere is named', async () => {
    for (let length = 0; length < zip.length; length++) {
      const lines = await listed(zip.subarray(0, length))
      if (length < 4) expect(lines).toEqual(['a.zip: a.zip'])
      else expect(lines[0]).toMatch(/document\/damaged$/)
    }
  })

  it('with any byte changed is never a bug', async () => {
    for (let at = 0; at < zip.length; at++) {
      const other = Buffer.from(zip)
      other[at] = other[at]! ^ 0xff
      const read = await listed(other)
      expect(read.length).toBeGreaterThan(0)
    }
  })

  it('with bytes behind its end is whole', async () => {
    const longer = Buffer.concat([zip, Buffer.from('\r\n<!-- appended -->')])
    expect((await listed(longer))[0]).toBe('a.zip: 5 members')
    expect(await read(longer)).toEqual(all)
  })

  it('of headers without end takes no long', async () => {
    const header = zipOf([{ name: 'x', descriptor: 'signed', method: 0 }]).subarray(0, 31)
    const headers = Buffer.concat(Array.from({ length: 40_000 }, () => header))
    const began = performance.now()
    expect(await listed(headers)).toHaveLength(40_001)
    expect(await listed(headers, { maxMembers: 1000 })).toEqual(['a.zip: archive/too-many'])
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('with nothing in it is damaged', async () => {
    expect(await listed(Buffer.from('PK\x03\x04 and then nothing of the kind'))).toEqual([
      'a.zip: document/damaged',
    ])
  })
})

describe('an archive after it was listed', () => {
  async function afterwards(change: (path: string) => void): Promise<unknown> {
    const root = folder({ 'a.zip': zipOf([{ name: '1.txt', data: 'one' }]) })
    const file = (await entriesOf(root)).find((e) => e.kind === 'file')!
    change(join(root, 'a.zip'))
    return readEntry(file, {}, 'zh').then(String, (error) => error.code)
  }

  it('is still the same, or named', async () => {
    expect(await afterwards(() => undefined)).toBe('one')
    expect(await afterwards((path) => unlinkSync(path))).toBe('input/not-found')
    expect(await afterwards((path) => writeFileSync(path, 'PK'))).toBe('input/changed')
    expect(await afterwards((path) => utimesSync(path, 1, 1))).toBe('input/changed')
    const other = folder({ 'b.zip': zipOf([{ name: '1.txt', data: 'another' }]) })
    expect(await afterwards((path) => renameSync(join(other, 'b.zip'), path))).toBe('input/changed')
  })
})

it('the checksum of Node before 20.15 is that of zlib', () => {
  for (const text of ['', 'a', '要点'.repeat(1000)]) expect(tableCrc32(Buffer.from(text))).toBe(crc32(text))
})

describe.skipIf(!existsSync('/usr/bin/zip'))('archives of zip(1)', () => {
  it('from a pipe and with names in Chinese', async () => {
    const { execFileSync } = await import('node:child_process')
    const root = folder({ '通知.txt': 'text', 'b/2.txt': 'two' })
    execFileSync('zip', ['-q', '-r', 'a.zip', '通知.txt', 'b'], { cwd: root })
    execFileSync('sh', ['-c', 'cat 通知.txt | zip -q - - | cat > piped'], { cwd: root })
    const piped = readFileSync(join(root, 'piped'))
    writeFileSync(join(root, 'cut'), piped.subarray(0, piped.indexOf('PK\x01\x02')))
    const entries = await entriesOf(root)
    expect(await texts(root, entries)).toMatchObject({
      'a.zip/通知.txt': 'text',
      'a.zip/b/2.txt': 'two',
      'piped/-': 'text',
      'cut/-': 'text',
    })
  })
})
