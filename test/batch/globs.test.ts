import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathBytes, pathText } from '../../src/batch/path.ts'
import { walk } from '../../src/batch/walk.ts'
import { folder, shown } from './files.ts'

const files = {
  '2021/a.doc': '',
  '2021/b.pdf': '',
  '2021/deep/er/c.doc': '',
  '2022/a.doc': '',
  '2022/.hidden.doc': '',
  '2022/~$a.doc': '',
  '通知（试行）.doc': '',
  '通知(试行).doc': '',
  '通知试行.doc': '',
}

/** Paths that patterns below the root match. */
async function found(root: string, ...patterns: string[]): Promise<string[]> {
  const entries = await walk(
    patterns.map((pattern) => join(root, pattern)),
    { out: null, lang: 'zh' },
  )
  return shown(root, entries).map((line) =>
    /: (?:ignored|input)\//.test(line) ? line : line.split(': ')[0]!,
  )
}

describe('a pattern', () => {
  const root = () => folder(files)

  it.each<[string, string[]]>([
    ['202?/*.doc', ['2021/a.doc', '2022/a.doc', '2022/~$a.doc: ignored/lock']],
    [
      '**/*.doc',
      [
        '2021/a.doc',
        '2021/deep/er/c.doc',
        '2022/a.doc',
        '2022/~$a.doc: ignored/lock',
        '通知(试行).doc',
        '通知试行.doc',
        '通知（试行）.doc',
      ],
    ],
    ['{2021,2022}/{a,b}.*', ['2021/a.doc', '2021/b.pdf', '2022/a.doc']],
    ['202[2-9]/[a-c].doc', ['2022/a.doc']],
    ['通知(试行)*', ['通知(试行).doc']],
    ['2022/.h*', ['2022/.hidden.doc: ignored/hidden']],
    // A folder that matches is read as one that is named.
    ['*1', ['2021/a.doc', '2021/b.pdf', '2021/deep/er/c.doc']],
    ['2021/**', ['2021/a.doc', '2021/b.pdf', '2021/deep/er/c.doc']],
  ])('%s', async (pattern, expected) => {
    expect(await found(root(), pattern)).toEqual(expected)
  })

  it('may be relative, and lead upwards', async () => {
    const at = relative(process.cwd(), root())
    const entries = await walk([`./${at}/2021/*.doc`], { out: null, lang: 'zh' })
    expect(entries.map((e) => pathText(e.path))).toEqual([`${at}/2021/a.doc`])
  })

  it('that matches nothing is an input that cannot be read, and the others are read', async () => {
    const at = root()
    const entries = await walk([join(at, '*.xyz'), join(at, '2022/a.doc')], { out: null, lang: 'zh' })
    expect(entries.map((e) => e.kind)).toEqual(['unreadable', 'file'])
    expect(entries[0]).toMatchObject({ error: { code: 'input/unreadable' } })
    expect((entries[0] as { error: { text(): string } }).error.text()).toMatch(/\*\.xyz：没有与它匹配的文件$/)
  })

  it('is none where a file has the name, or in a list', async () => {
    const at = folder({ 'a[1].doc': '', 'a1.doc': '', '{x}': '' })
    expect(await found(at, 'a[1].doc', '{x}')).toEqual(['a[1].doc', '{x}'])
    const listed = await walk([], { out: null, lang: 'zh', listed: [join(at, 'a?.doc')] })
    expect(shown(at, listed)).toEqual(['a?.doc: input/not-found'])
  })

  it('finds through a link what is elsewhere, and once what is here', async () => {
    const other = folder({ 'x.doc': '', 'sub/y.doc': '' })
    const at = folder({ 'a/1.doc': '' })
    symlinkSync('..', join(at, 'a/up'))
    symlinkSync('a', join(at, '0'))
    symlinkSync(other, join(at, 'linked'))
    symlinkSync('1.doc', join(at, 'a/2.doc'))
    symlinkSync('nowhere', join(at, 'a/3.doc'))
    expect(await found(at, '**/*.doc')).toEqual([
      'a/1.doc',
      'a/2.doc',
      'a/3.doc: input/not-found',
      'linked/sub/y.doc',
      'linked/x.doc',
    ])
    expect(await found(at, 'link*')).toEqual(['linked/sub/y.doc', 'linked/x.doc'])
    expect(await found(at, 'l*/*.doc')).toEqual(['linked/x.doc'])
  })

  it.runIf(process.platform === 'linux')('finds names that are no UTF-8, by their bytes', async () => {
    const at = folder({ 'a.doc': '' })
    // 通知 and 要点 in GBK; the last two are shown alike.
    const bytes = (hex: string) => Buffer.concat([Buffer.from(`${at}/`), Buffer.from(hex, 'hex')])
    const notice = bytes('cda8d6aa2e646f63')
    const sub = bytes('d2aab5e3')
    const inside = bytes('d2aab5e32f782e646f63')
    const [one, other] = [bytes('ff2e706466'), bytes('fe2e706466')]
    mkdirSync(sub)
    // A file that is shown as the folder is.
    const twin = bytes('d2aab5e4')
    for (const path of [notice, inside, one, other, twin]) writeFileSync(path, '')
    const files = async (pattern: string) => {
      const entries = await walk([join(at, pattern)], { out: null, lang: 'zh' })
      expect(new Set(entries.map((e) => e.kind))).toEqual(new Set(['file']))
      return entries.map((e) => pathBytes(e.path).toString('hex'))
    }
    const hex = (...paths: Buffer[]) => paths.map((path) => path.toString('hex'))
    expect(await files('*.doc')).toEqual(hex(Buffer.from(join(at, 'a.doc')), notice))
    expect(await files('*.pdf')).toEqual(hex(other, one))
    expect(await files('**/*.doc')).toEqual(hex(Buffer.from(join(at, 'a.doc')), notice, inside))
    expect(await files('*/x.*')).toEqual(hex(inside))
  })

  it.skipIf(process.getuid?.() === 0)('says what it could not look into', async () => {
    const at = folder({ 'a/1.doc': '' })
    mkdirSync(join(at, 'closed'))
    chmodSync(join(at, 'closed'), 0)
    expect(await found(at, '*/*.doc')).toEqual(['a/1.doc', 'closed: input/unreadable'])
    chmodSync(join(at, 'closed'), 0o700)
  })
})
