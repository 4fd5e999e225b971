import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, values, yaodian } from './fake.ts'

describe('parse', () => {
  it('prints one notice as indented JSON, its messages on standard error', async () => {
    const dir = folder({ 'a.txt': 'tasks 1\nmessage unit/lead-blank warning 牵头单位栏为空' })
    const { status, out, err } = await yaodian('parse', join(dir, 'a.txt'))
    expect(status).toBe(0)
    expect(out.startsWith('{\n  "schemaVersion": "1.0"')).toBe(true)
    expect(JSON.parse(out).source.name).toBe('a.txt')
    expect(err).toBe(`${join(dir, 'a.txt')}: 警告 unit/lead-blank: 牵头单位栏为空\n`)
  })

  it('prints several as NDJSON, in the order given, and goes on after a bad one', async () => {
    const dir = folder({ 'b.txt': 'tasks 1', 'a.txt': 'tasks 2', 'bad.doc': 'throw document/damaged' })
    const paths = ['b.txt', 'bad.doc', 'a.txt'].map((name) => join(dir, name))
    const { status, out, err } = await yaodian('parse', ...paths)
    expect(status).toBe(2)
    expect(values(out).map((v) => v.source.name)).toEqual(['b.txt', 'a.txt'])
    expect(err).toBe(`${paths[1]}: 错误 document/damaged: 文件已损坏：测试\n`)
  })

  it('reads standard input as -', async () => {
    const { out } = await yaodian('parse', '-', { stdin: 'tasks 1' })
    expect(JSON.parse(out)).toMatchObject({ source: { name: 'stdin', bytes: 7 } })
    expect((await yaodian('parse', '-', '-')).status).toBe(64)
  })

  it('writes a file each with -o, nothing on standard output', async () => {
    const dir = folder({ 'x/a.txt': 'tasks 1', 'y/b.html': 'tasks 2' })
    const out = join(dir, 'new', 'out')
    const ran = await yaodian('parse', join(dir, 'x/a.txt'), join(dir, 'y/b.html'), '-o', out)
    expect(ran).toMatchObject({ status: 0, out: '' })
    expect(ran.err).toContain(`${join(out, 'b.html.json')}（2 项任务）`)
    expect(readdirSync(out).sort()).toEqual(['a.txt.json', 'b.html.json'])
    expect(JSON.parse(readFileSync(join(out, 'b.html.json'), 'utf8')).tasks).toHaveLength(2)
  })

  it('tells two inputs of one name apart, and cuts a name that is too long', async () => {
    const long = `${'通'.repeat(83)}.txt`
    const dir = folder({ 'x/a.txt': 'tasks 1', 'y/a.txt': 'tasks 2', [long]: 'tasks 3' })
    const out = join(dir, 'out')
    await yaodian('parse', join(dir, 'x/a.txt'), join(dir, 'y/a.txt'), join(dir, long), '-o', out)
    const names = readdirSync(out).sort()
    expect(names).toHaveLength(3)
    expect(names.filter((name) => /^a\.txt-[0-9a-f]{8}\.json$/.test(name))).toHaveLength(2)
    const cut = names.find((name) => name.startsWith('通'))!
    expect(cut).toMatch(/^通{80}-[0-9a-f]{8}\.json$/)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(255)
  })

  it('gives CSV with one head for all files', async () => {
    const dir = folder({ 'a.txt': 'task =HYPERLINK("x")\ntitle 标题', 'b.txt': 'task 第二' })
    const { out } = await yaodian('parse', join(dir, 'a.txt'), join(dir, 'b.txt'), '--format', 'csv')
    const lines = out.split('\r\n')
    expect(lines[0]).toMatch(/^\ufeff文件,标题,/)
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain(`,"'=HYPERLINK(""x"")",`)
    const files = await yaodian('parse', join(dir, 'a.txt'), '--format', 'csv', '-o', join(dir, 'out'))
    expect(files.status).toBe(0)
    expect(readFileSync(join(dir, 'out/a.txt.csv'), 'utf8')).toMatch(/^\ufeff文件.*\r\n.*\r\n$/)
  })

  it('adds the document if asked, and one line with --format ndjson', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    const { out } = await yaodian('parse', join(dir, 'a.txt'), '--with-document', '--format', 'ndjson')
    expect(out.split('\n')).toHaveLength(2)
    expect(JSON.parse(out).document).toEqual({ blocks: [], furniture: [] })
  })

  it('ends with 2 for a partial result, 0 for one without tasks', async () => {
    const dir = folder({ 'p.txt': 'tasks 1\nmessage word/lost error 表格丢失', 'e.txt': 'tasks 0' })
    expect((await yaodian('parse', join(dir, 'p.txt'))).status).toBe(2)
    expect((await yaodian('parse', join(dir, 'e.txt'))).status).toBe(0)
  })

  it('says of a bug that it is one, with its stack', async () => {
    const dir = folder({ 'a.txt': 'bug', 'b.txt': 'tasks 1' })
    const { status, out, err } = await yaodian('parse', join(dir, 'a.txt'), join(dir, 'b.txt'))
    expect(status).toBe(70)
    expect(values(out)).toHaveLength(1)
    expect(err).toContain('请连同下面的内容报告')
    expect(err).toMatch(/TypeError: undefined is not a function\n\s+at fakeParse/)
  })

  it('names what is wrong with an input', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    const code = async (...args: string[]) => {
      const { status, out, err } = await yaodian('parse', ...args)
      return `${status} ${out}${/错误 (\S+):/.exec(err)?.[1]}`
    }
    expect(await code(join(dir, 'none.txt'))).toBe('2 input/not-found')
    expect(await code(dir)).toBe('2 input/unreadable')
    expect(await code(join(dir, 'a.txt', 'b'))).toBe('2 input/unreadable')
    expect(await code(join(dir, 'x'.repeat(300)))).toBe('2 input/unreadable')
    expect(await code(join(dir, 'a.txt'), '--max-bytes', '6')).toBe('2 input/too-large')
    execFileSync('mkfifo', [join(dir, 'pipe')])
    expect(await code(join(dir, 'pipe'))).toBe('2 input/unreadable')
    symlinkSync('loop', join(dir, 'loop'))
    expect(await code(join(dir, 'loop'))).toBe('2 input/unreadable')
    expect((await yaodian('parse', '-', '--max-bytes', '3', { stdin: 'tasks 1' })).err).toContain('too-large')
  })

  it('names an output that cannot be written, and leaves nothing half written', async () => {
    const dir = folder({ 'a.txt': 'tasks 1', taken: '' })
    const { status, err } = await yaodian('parse', join(dir, 'a.txt'), '-o', join(dir, 'taken'))
    expect(status).toBe(1)
    expect(err).toContain('错误 output/unwritable: 无法写入')
    mkdirSync(join(dir, 'out/a.txt.json'), { recursive: true })
    writeFileSync(join(dir, 'out/a.txt.json/full'), '')
    expect((await yaodian('parse', join(dir, 'a.txt'), '-o', join(dir, 'out'))).status).toBe(1)
    expect(readdirSync(join(dir, 'out'))).toEqual(['a.txt.json'])
  })

  it('shows control characters of names as escapes', async () => {
    const name = 'a\x1b]0;x\x07\nb.txt'
    const dir = folder({ [name]: 'throw document/encrypted' })
    const { err } = await yaodian('parse', join(dir, name))
    expect(err).toBe(`${dir}/a\\x1b]0;x\\x07\\nb.txt: 错误 document/encrypted: 文件已加密，需要密码\n`)
  })

  it('speaks English', async () => {
    const dir = folder({ 'a.txt': 'throw document/encrypted' })
    const { err } = await yaodian('parse', '--lang', 'en', join(dir, 'a.txt'))
    expect(err).toContain('error document/encrypted: the document is encrypted and needs a password')
  })

  it.skipIf(process.getuid?.() === 0)('names a file without permission', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    chmodSync(join(dir, 'a.txt'), 0)
    expect((await yaodian('parse', join(dir, 'a.txt'))).err).toContain('没有权限（EACCES）')
  })
})
