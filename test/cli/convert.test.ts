import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isGood, judge, judgeError, outcomes } from '../../src/batch/outcome.ts'
import { errors, YaodianError } from '../../src/errors.ts'
import { errorCodes, fakeParse, folder, values, yaodian } from './fake.ts'

const manifestOf = (out: string) => values(readFileSync(join(out, 'manifest.ndjson'), 'utf8'))

/** Every output with its content: not the store of results, nor the log, where the times are. */
function contents(root: string, at = ''): Record<string, string> {
  const all: Record<string, string> = {}
  for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
    const path = join(at, entry.name)
    if (path === '.yaodian' || path === 'run.ndjson') continue
    if (entry.isDirectory()) Object.assign(all, contents(root, path))
    else all[path] = readFileSync(join(root, path), 'latin1')
  }
  return all
}

/** The first column of a table's CSV, without its title. */
const columnOf = (out: string, table: string, column: string): string[] => {
  const [head, ...rows] = readFileSync(join(out, `dataset/${table}.csv`), 'utf8')
    .slice(1)
    .trimEnd()
    .split('\r\n')
  return rows.map((row) => row.split(',')[head!.split(',').indexOf(column)]!)
}

describe('convert', () => {
  it('writes a notice each in the folders of the inputs, and the dataset', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 2\ntitle 甲', 'in/sub/b.html': 'tasks 1', 'c.txt': 'tasks 0' })
    const out = join(dir, 'out')
    const { status, err } = await yaodian('convert', join(dir, 'in'), join(dir, 'c.txt'), '-o', out)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const names = Object.keys(contents(out))
    expect(names.filter((name) => !name.startsWith('dataset/')).sort()).toEqual([
      'manifest.ndjson',
      'notices/a.txt.json',
      'notices/c.txt.json',
      'notices/sub/b.html.json',
    ])
    for (const format of ['ndjson', 'csv', 'parquet']) expect(names).toContain(`dataset/tasks.${format}`)
    expect(names).toContain('dataset/datapackage.json')
    const notices = values(readFileSync(join(out, 'dataset/notices.ndjson'), 'utf8'))
    expect(notices.map((n) => n.path)).toEqual(
      ['c.txt', 'in/a.txt', 'in/sub/b.html'].map((n) => join(dir, n)),
    )
    expect(JSON.parse(readFileSync(join(out, 'notices/a.txt.json'), 'utf8')).notice.title).toBe('甲')
    const sha256 = createHash('sha256').update('tasks 2\ntitle 甲').digest('hex')
    const tasks = values(readFileSync(join(out, 'dataset/tasks.ndjson'), 'utf8'))
    expect(tasks).toMatchObject([
      { document_id: sha256.slice(0, 16), task_id: `${sha256.slice(0, 16)}.t1`, task: '任务1' },
      { document_id: sha256.slice(0, 16), task_id: `${sha256.slice(0, 16)}.t2`, task: '任务2' },
      { task: '任务1' },
    ])
    expect(manifestOf(out)[1]).toEqual({
      path: join(dir, 'in/a.txt'),
      sha256,
      outcome: 'SUCCESS',
      code: null,
      text: null,
      tasks: 2,
      messages: 0,
      output: 'notices/a.txt.json',
    })
  })

  it('has a line in the manifest for every input, and goes on whatever one of them does', async () => {
    const dir = folder({
      'ok.txt': 'tasks 1',
      'empty.txt': 'message notice/no-tasks warning 没有任务',
      'partial.txt': 'tasks 1\nmessage x/info info 其他\nmessage word/lost error 丢了',
      'bug.txt': 'bug',
      '~$ok.docx': '',
      '.DS_Store': '',
      '.git/config': '',
      'Thumbs.db': '',
      ...Object.fromEntries(errorCodes.map((code) => [`${code.replace('/', '_')}.x`, `throw ${code}`])),
    })
    symlinkSync('nowhere', join(dir, 'broken-link.txt'))
    const out = join(dir, 'out')
    const { status, out: table, err } = await yaodian('convert', dir, '-o', out)
    expect(status).toBe(2)
    const lines = manifestOf(out)
    const by = Object.fromEntries(lines.map((l) => [l.path.slice(dir.length + 1), `${l.outcome} ${l.code}`]))
    expect(by).toMatchObject({
      'ok.txt': 'SUCCESS null',
      'empty.txt': 'EMPTY notice/no-tasks',
      'partial.txt': 'PARTIAL word/lost',
      'bug.txt': 'CRASH internal/bug',
      'broken-link.txt': 'DAMAGED input/not-found',
      '~$ok.docx': 'EMPTY ignored/lock',
      '.DS_Store': 'EMPTY ignored/system',
      '.git': 'EMPTY ignored/hidden',
      'Thumbs.db': 'EMPTY ignored/system',
      'document_encrypted.x': 'ENCRYPTED document/encrypted',
      'document_damaged.x': 'DAMAGED document/damaged',
      'input_too-large.x': 'TOO_LARGE input/too-large',
      'input_unsupported.x': 'UNSUPPORTED input/unsupported',
      'input_empty.x': 'EMPTY input/empty',
    })
    expect(lines).toHaveLength(4 + 4 + errorCodes.length + 1)
    for (const outcome of outcomes) {
      const count = lines.filter((l) => l.outcome === outcome).length
      if (count === 0) expect(table).not.toContain(` ${outcome} `)
      else expect(table).toMatch(new RegExp(`│ ${outcome} +│.*│ +${count} │`))
    }
    expect(table).toMatch(new RegExp(`│ 合计 +│ +│ +${lines.length} │`))
    expect(table).toContain('bug.txt: CRASH internal/bug: undefined is not a function')
    expect(err).toMatch(/程序缺陷（.*bug\.txt），请连同下面的内容报告：\nTypeError/)
    expect(Object.keys(contents(join(out, 'notices'))).sort()).toEqual(
      ['empty.txt.json', 'ok.txt.json', 'partial.txt.json'].sort(),
    )
  })

  it('gives the same outputs whatever the jobs and the timing, in the order of the bytes of the paths', async () => {
    const files: Record<string, string> = {}
    for (let i = 0; i < 40; i++)
      files[`in/${(i * 7) % 40}/通知${i}.txt`] = `wait ${(i * 13) % 7}\ntasks ${i % 3}\ntitle ${i % 30}`
    Object.assign(files, {
      'in/a.txt': 'tasks 1',
      'in/a/b.txt': 'tasks 1',
      'in/a-b.txt': 'tasks 1',
      'in/Z': 'tasks 1',
    })
    const dir = folder(files)
    await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'one'), '--jobs', '1')
    await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'many'), '--jobs', '8')
    expect(contents(join(dir, 'many'))).toEqual(contents(join(dir, 'one')))
    const paths = manifestOf(join(dir, 'one')).map((l) => l.path)
    expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    expect(paths.slice(-3).map((p) => p.slice(dir.length))).toEqual([
      '/in/a-b.txt',
      '/in/a.txt',
      '/in/a/b.txt',
    ])
  })

  it('ends with 1 where there is nothing to read, and writes nothing', async () => {
    const dir = folder({ 'in/.hidden': 'tasks 1' })
    const out = join(dir, 'out')
    expect(await yaodian('convert', join(dir, 'in'), '-o', out)).toMatchObject({
      status: 1,
      err: `错误 input/none: 没有可以读取的文件：${join(dir, 'in')}\n`,
    })
    expect(await yaodian('convert', join(dir, 'none'), '-o', out)).toMatchObject({
      status: 1,
      err: `错误 input/not-found: 找不到文件：${join(dir, 'none')}\n`,
    })
    const two = await yaodian('convert', join(dir, 'none'), join(dir, 'no'), '-o', out)
    expect(two.err).toContain(`找不到文件：${join(dir, 'no')}`)
    expect(existsSync(out)).toBe(false)
  })

  it('names a missing input among others in the manifest', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    const ran = await yaodian('convert', join(dir, 'a.txt'), join(dir, 'none'), '-o', join(dir, 'out'))
    expect(ran.status).toBe(2)
    expect(manifestOf(join(dir, 'out')).map((l) => l.outcome)).toEqual(['SUCCESS', 'DAMAGED'])
  })

  it('does not read its own output, nor lets the output folder be an input', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    const out = join(dir, 'out')
    await yaodian('convert', dir, '-o', out)
    const first = contents(out)
    await yaodian('convert', dir, '-o', out)
    expect(contents(out)).toEqual(first)
    expect(manifestOf(out)).toHaveLength(1)
    expect(await yaodian('convert', out, '-o', out)).toMatchObject({ status: 64 })
    expect(contents(out)).toEqual(first)
  })

  it('removes the notices of an earlier run whose inputs are gone, and nothing else', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 1', 'in/b.txt': 'tasks 2', 'in/s/c.txt': 'tasks 3', keep: '' })
    const out = join(dir, 'out')
    await yaodian('convert', join(dir, 'in'), '-o', out)
    writeFileSync(join(out, 'notices/mine.json'), '{}')
    const line = JSON.stringify({ output: 'notices/../../keep' })
    writeFileSync(join(out, 'manifest.ndjson'), `${line}\nbroken\n`, { flag: 'a' })
    rmSync(join(dir, 'in/a.txt'))
    writeFileSync(join(dir, 'in/s/c.txt'), 'throw document/damaged')
    writeFileSync(join(out, '.yaodian.tmp-999999999-0'), 'half')
    writeFileSync(join(out, `.yaodian.tmp-${process.ppid}-0`), 'at work')
    await yaodian('convert', join(dir, 'in'), '-o', out)
    expect(readdirSync(join(out, 'notices')).sort()).toEqual(['b.txt.json', 'mine.json', 's'])
    expect(readdirSync(join(out, 'notices/s'))).toEqual([])
    expect(existsSync(join(dir, 'keep'))).toBe(true)
    expect(readdirSync(out).filter((n) => n.startsWith('.yaodian.'))).toEqual([
      `.yaodian.tmp-${process.ppid}-0`,
    ])
  })

  it('leaves an earlier dataset whole when it cannot write a new one', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 1' })
    const out = join(dir, 'out')
    await yaodian('convert', join(dir, 'in'), '-o', out)
    rmSync(join(out, 'dataset/tasks.csv'))
    mkdirSync(join(out, 'dataset/tasks.csv/full'), { recursive: true })
    const ran = await yaodian('convert', join(dir, 'in'), '-o', out)
    expect(ran.status).toBe(1)
    expect(ran.err).toMatch(/^错误 output\/unwritable: 无法写入 .*tasks\.csv：/)
    expect(Object.keys(contents(out)).filter((n) => /(^|\/)\./.test(n))).toEqual([])
    expect((await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'in/a.txt'))).status).toBe(1)
  })

  it('names a single notice that cannot be written, and goes on', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 1', 'in/b.txt': 'tasks 2', 'out/notices/a.txt.json/x': '' })
    expect((await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'out'))).status).toBe(2)
    expect(manifestOf(join(dir, 'out')).map((l) => `${l.outcome} ${l.code}`)).toEqual([
      'PARTIAL output/unwritable',
      'SUCCESS null',
    ])
  })

  it('reads names that are no UTF-8, hold line breaks, begin with a dash or are 255 bytes long', async () => {
    const dir = folder({
      'in/line\nbreak.txt': 'tasks 1\ntitle a',
      'in/-dash': 'tasks 1\ntitle b',
      [`in/${'长'.repeat(85)}`]: 'tasks 1\ntitle c',
    })
    const odd = Buffer.concat([Buffer.from(join(dir, 'in/')), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')])
    writeFileSync(odd, 'tasks 1')
    const out = join(dir, 'out')
    const ran = await yaodian('convert', '-o', out, '--', join(dir, 'in'))
    expect(ran.status).toBe(0)
    const lines = manifestOf(out)
    expect(lines.map((l) => l.outcome)).toEqual(Array(4).fill('SUCCESS'))
    expect(lines.find((l) => l.pathHex)).toMatchObject({ pathHex: odd.toString('hex') })
    expect(readdirSync(join(out, 'notices'), 'buffer').map((n) => n.toString('latin1'))).toContain(
      '\xff\xfe.txt.json',
    )
    expect(columnOf(out, 'tasks', 'task')).toHaveLength(4)
  })

  it('takes no more files once it is stopped, and leaves the dataset as it was', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`in/${i}.txt`, `wait 5\ntasks 1\ntitle ${i}`]),
    )
    const dir = folder(files)
    const out = join(dir, 'out')
    const running = yaodian('convert', join(dir, 'in'), '-o', out, '--jobs', '2')
    await new Promise((resolve) => setTimeout(resolve, 150))
    process.emit('SIGINT')
    const { status, err } = await running
    expect(status).toBe(130)
    const done = Number(/已中断：200 个输入中处理了 (\d+) 个/.exec(err)?.[1])
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(200)
    expect(contents(out)).toEqual({})
    const again = await yaodian('convert', join(dir, 'in'), '-o', out, '--jobs', '2')
    expect(again.out).toContain(`其中 ${done} 个文件此前已读取，没有重读。`)
    await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'whole'))
    expect(contents(out)).toEqual(contents(join(dir, 'whole')))
  })

  it.skipIf(!existsSync('/dev/full'))('says once that a log cannot be written, and goes on', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 1', 'in/b.txt': 'tasks 2' })
    const out = join(dir, 'out')
    const { status, err } = await yaodian('convert', join(dir, 'in'), '-o', out, '--log', '/dev/full')
    expect(err).toBe('错误 output/unwritable: 无法写入 /dev/full：磁盘已满（ENOSPC）\n')
    // An output that was asked for is not there.
    expect(status).toBe(1)
    expect(manifestOf(out).map((l) => l.tasks)).toEqual([1, 2])
  })

  it('speaks English, in the table and the titles', async () => {
    const dir = folder({ 'a.txt': 'tasks 1' })
    const { out } = await yaodian('convert', join(dir, 'a.txt'), '-o', join(dir, 'out'), '--lang', 'en')
    expect(out).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('is not misled by a file that is renamed while it runs', async () => {
    const dir = folder({
      'in/a.txt': 'wait 100\ntasks 1',
      'in/b.txt': 'wait 100\ntasks 2',
      'in/z.txt': 'tasks 1',
    })
    const running = yaodian('convert', join(dir, 'in'), '-o', join(dir, 'out'), '--jobs', '1')
    await new Promise((resolve) => setTimeout(resolve, 50))
    renameSync(join(dir, 'in/z.txt'), join(dir, 'in/y.txt'))
    await running
    expect(manifestOf(join(dir, 'out')).map((l) => l.code)).toEqual([null, null, 'input/not-found'])
  })
})

describe('the summary', () => {
  it('lists twenty failures, of long paths the end, and says where all are', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, i) => [`in/${i + 10}.x`, `title ${i}\nthrow document/damaged`]),
    )
    const deep = `${'长'.repeat(80)}/`.repeat(3)
    const dir = folder({
      ...files,
      'in/ok.txt': 'tasks 1',
      [`in/0${deep.slice(1)}z.x`]: 'throw document/damaged',
    })
    const { out } = await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'out'))
    expect(out.match(/DAMAGED document\/damaged: 文件已损坏：测试$/gm)).toHaveLength(20)
    expect(out).toMatch(/^ {2}…[长/]{95}\/z\.x: DAMAGED/m)
    expect(out).toContain('……另有 6 个')
    expect(out).toContain(`全部输入及其结果见 ${join(dir, 'out/manifest.ndjson')}`)
  })
})

describe('outcomes', () => {
  it.each(errorCodes)('%s has one', (code) => {
    const judged = judgeError(new YaodianError(code), 'zh')
    expect(outcomes).toContain(judged.outcome)
    expect(judged).toMatchObject({ code, text: errors[code].zh })
  })

  it('says why a notice is empty: its own reason before other warnings', async () => {
    const judged = async (orders: string) => {
      const { outcome, code } = judge(await fakeParse({ name: 'x', bytes: Buffer.from(orders) }))
      return `${outcome} ${code}`
    }
    expect(await judged('tasks 1\nmessage a/b warning 甲')).toBe('SUCCESS null')
    expect(await judged('message a/b warning 甲\nmessage notice/not-a-plan info 乙')).toBe(
      'EMPTY notice/not-a-plan',
    )
    expect(await judged('message a/c info 甲\nmessage a/b warning 乙')).toBe('EMPTY a/b')
    expect(await judged('tasks 0')).toBe('EMPTY null')
    expect(await judged('message a/b error 甲\nmessage notice/no-tasks warning 乙')).toBe('PARTIAL a/b')
  })

  it('counts as failed what needs a person', () => {
    expect(outcomes.filter(isGood)).toEqual(['SUCCESS', 'EMPTY', 'DUPLICATE'])
  })
})
