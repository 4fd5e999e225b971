import { describe, expect, it } from 'vitest'
import { readList } from '../../src/batch/list.ts'
import { pathText } from '../../src/batch/path.ts'
import { walk } from '../../src/batch/walk.ts'
import { folder } from './files.ts'

/** The list in pieces of every size, which must make no difference. */
async function read(bytes: string | Buffer, nul = false) {
  const all = Buffer.from(bytes as string)
  const whole = await readList(pieces(all, all.length + 1), { nul })
  for (const size of [1, 2, 3, 7]) expect(await readList(pieces(all, size), { nul })).toEqual(whole)
  return whole
}

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a list of paths', () => {
  it.each<[string, string | Buffer, unknown[]]>([
    ['a line each', 'a.doc\n通知/b.doc\n', ['a.doc', '通知/b.doc']],
    ['the last line without end, empty lines', '\na\n\n\nb', ['a', 'b']],
    ['lines and the mark of Windows', '\ufeffa b.doc\r\n通知.doc\r\n\r\n', ['a b.doc', '通知.doc']],
    ['no list at all', '', []],
    ['a mark only', '\ufeff', []],
    ['spaces, which names have', ' a \n', [' a ']],
    [
      'names that are no UTF-8',
      Buffer.from([0x61, 0x0a, 0xcd, 0xa8, 0xd6, 0xff]),
      ['a', Buffer.from([0xcd, 0xa8, 0xd6, 0xff])],
    ],
    ['UTF-16, as of PowerShell', Buffer.from('\ufeff通知.doc\r\nb\r\n', 'utf16le'), ['通知.doc', 'b']],
  ])('%s', async (_, bytes, paths) => {
    expect(await read(bytes)).toEqual(paths)
  })

  it('with NULs holds names of several lines', async () => {
    expect(await read('a\nb\0c\r\0\0d', true)).toEqual(['a\nb', 'c\r', 'd'])
  })

  it('is refused where it can be none', async () => {
    await expect(readList(pieces(Buffer.from('ok\na\0b'), 99), { nul: false })).rejects.toMatchObject({
      code: 'usage/wrong',
      params: { detail: expect.stringMatching(/第 2 行.*--null/) },
    })
    let given = 0
    async function* endless() {
      for (;;) {
        given++
        yield Buffer.alloc(1000, 'x')
      }
    }
    await expect(readList(endless(), { nul: false, lang: 'en' })).rejects.toMatchObject({
      code: 'usage/wrong',
      params: { detail: 'line 1 of the list is no path: it is longer than 65536 bytes' },
    })
    expect(given).toBe(66)
  })

  it('leads to files whose names are no UTF-8', async () => {
    const root = folder({ 'b.txt': '' })
    const { writeFileSync } = await import('node:fs')
    const odd = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xcd, 0xa8, 0xd6, 0xff])])
    writeFileSync(odd, 'x')
    const listed = await readList(pieces(Buffer.concat([odd, Buffer.from(`\n${root}/b.txt`)]), 50), {
      nul: false,
    })
    const entries = await walk([], { out: null, lang: 'zh', listed })
    expect(entries.map((e) => e.kind)).toEqual(['file', 'file'])
    expect(entries).toMatchObject([{ relative: 'b.txt' }, { path: odd, relative: odd.subarray(-4) }])
    expect(pathText(entries[1]!.path)).toContain('�')
  })
})
