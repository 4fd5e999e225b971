import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathText } from '../../src/batch/path.ts'
import { walk } from '../../src/batch/walk.ts'
import { folder, shown } from './files.ts'

/** `relative path: what it is` of each entry. */
async function walked(root: string, ...paths: string[]): Promise<string[]> {
  return shown(root, await walk(paths.length > 0 ? paths : [root], { out: null, lang: 'zh' }))
}

describe('walk', () => {
  it('orders by the bytes of whole paths, not folder by folder', async () => {
    const root = folder({ 'a/x': '', 'a.b': '', 'a-b': '', é: '', z: '', 'B/y/z': '' })
    expect(await walked(root)).toEqual(['B/y/z: B/y/z', 'a-b: a-b', 'a.b: a.b', 'a/x: a/x', 'z: z', 'é: é'])
  })

  it('reads a file that is named itself, whatever its name', async () => {
    const root = folder({ '.hidden': '', 'd/~$x.docx': '' })
    expect(await walked(root, `${root}/.hidden`, `${root}/d/~$x.docx`)).toEqual([
      '.hidden: .hidden',
      'd/~$x.docx: d/~$x.docx',
    ])
  })

  it('does not run in circles of symbolic links', async () => {
    const root = folder({ 'a/f': '' })
    symlinkSync('..', join(root, 'a/up'))
    symlinkSync('a', join(root, 'b'))
    symlinkSync('self', join(root, 'self'))
    expect(await walked(root)).toEqual([
      'a/f: a/f',
      'a/up: ignored/seen',
      'b: ignored/seen',
      'self: input/unreadable',
    ])
  })

  it('follows a link to a folder elsewhere once, and one to a file', async () => {
    const other = folder({ 'n/f': '' })
    symlinkSync(other, join(other, 'n/back'))
    const root = folder({})
    symlinkSync(join(other, 'n'), join(root, 'l1'))
    symlinkSync(join(other, 'n'), join(root, 'l2'))
    symlinkSync(join(other, 'n/f'), join(root, 'l3'))
    // Through the link to its parent the other folder is reached, but not its `n` a second time.
    expect(await walked(root)).toEqual([
      'l1/back/n: ignored/seen',
      'l1/f: l1/f',
      'l2: ignored/seen',
      'l3: l3',
    ])
  })

  it('follows a link to a folder that would not be read under its own name', async () => {
    const root = folder({ '.versions/1/f': '' })
    symlinkSync('.versions/1', join(root, 'current'))
    expect(await walked(root)).toEqual(['.versions: ignored/hidden', 'current/f: current/f'])
  })

  it('takes once what two paths reach', async () => {
    const root = folder({ 'a/s/t/f': '', 'a/g': '' })
    expect(await walked(root, `${root}/a`, `${root}/a/s/`, `${root}/a/g`)).toEqual([
      'a/g: g',
      'a/s/t/f: s/t/f',
    ])
    expect(await walked(root, `${root}/a/s`, `${root}/a`)).toEqual(['a/g: g', 'a/s/t/f: t/f'])
  })

  it('lists pipes, which would never end, and paths that do not exist', async () => {
    const root = folder({ f: '' })
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect(await walked(root, root, `${root}/none`)).toEqual([
      'f: f',
      'none: input/not-found',
      'pipe: ignored/special',
    ])
  })

  it('leaves out the output folder wherever it stands', async () => {
    const root = realpathSync(folder({ f: '' }))
    mkdirSync(join(root, 'x/out/deep'), { recursive: true })
    symlinkSync('x/out', join(root, 'also'))
    const entries = await walk([root], { out: join(root, 'x/out'), lang: 'zh' })
    expect(entries.map((e) => pathText(e.path))).toEqual([join(root, 'f')])
    await expect(walk([root], { out: join(root, 'x/..'), lang: 'zh' })).rejects.toMatchObject({
      code: 'usage/wrong',
    })
  })

  it('names of the current folder have no ./ before them', async () => {
    const [first] = await walk(['./package.json'], { out: null, lang: 'zh' })
    expect(first).toMatchObject({ path: 'package.json', relative: 'package.json' })
  })
})
