/** The built program as a process: pipes, signals, standard input, exit statuses. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { NoticeResult } from '../src/generated/notice.ts'
import { folder, values } from './cli/fake.ts'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

function yaodian(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

/** A command line of the shell, in which `yaodian` is the program. */
function shell(line: string, cwd: string) {
  const command = `yaodian() { '${process.execPath}' '${main}' "$@"; }; set -o pipefail; ${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

const notice = `关于印发2021年政务公开工作要点的通知
各县（市、区）人民政府：
现将《2021年政务公开工作要点》印发给你们，请认真贯彻执行。
示例市人民政府办公室
2021年5月10日

2021年政务公开工作要点
一、推进政策公开
（一）公开规范性文件。2021年底前完成清理。（牵头单位：市司法局；配合单位：市直各单位）
（二）做好政策解读。每季度召开一次新闻发布会。（责任单位：市政府办公室、财政局）
`

describe('yaodian, built', () => {
  it('reads a notice from a file and from standard input, to the same tasks', () => {
    const dir = folder({ '通知.txt': notice })
    const file = yaodian(['parse', join(dir, '通知.txt')])
    expect(file.status, file.err).toBe(0)
    const result: NoticeResult = JSON.parse(file.out)
    expect(result.tasks.map((t) => t.ordinal)).toEqual(
      ['(一)', '(二)'].map((o) => o.replace('(', '（').replace(')', '）')),
    )
    expect(result.tasks[0]!.leadUnits[0]!.name).toBe('市司法局')
    const piped = yaodian(['parse', '-'], notice)
    expect(JSON.parse(piped.out).tasks).toEqual(result.tasks)
  })

  it('explains each stage', () => {
    const dir = folder({ 'a.txt': notice })
    const { status, out } = yaodian(['explain', join(dir, 'a.txt')])
    expect(status).toBe(0)
    expect(out.match(/^== .*/gm)).toEqual([
      '== 读取 read',
      '== 结构 segment',
      '== 查找 find',
      '== 解析 resolve',
    ])
    expect(out).toMatch(/^b8 {2}（二）做好政策解读。.*@ 第 \d+ 行$/m)
    expect(out).toMatch(/^ {4}b7 {2}（一） 公开规范性文件。/m)
    expect(out).toMatch(/^ {2}lead ← clause\/bracket ← “市司法局” @ b7\[\d+–\d+\]$/m)
    expect(out).toMatch(
      /^ {2}\/leadUnits\/0: 市司法局 · unit · justice · .*department ← clause\/bracket ← “市司法局” @ b7\[\d+–\d+\] 第 \d+ 行 {2}0\.99$/m,
    )
    const one = yaodian(['explain', join(dir, 'a.txt'), '--task', 't2', '--lang', 'en'])
    expect(one.out.match(/^== .*/gm)).toEqual(['== find', '== resolve'])
    expect(one.out).toMatch(/\/responsibleUnits\/1: 财政局 · 市财政局 · unit · finance · /)
    expect(one.out).not.toContain('司法局')
    expect(yaodian(['explain', join(dir, 'a.txt'), '--task', 't3']).status).toBe(64)
    expect(yaodian(['explain', join(dir, 'none')])).toMatchObject({
      status: 2,
      err: `${join(dir, 'none')}: 错误 input/not-found: 找不到文件：${join(dir, 'none')}\n`,
    })
  })

  it('draws tables as grids, merged cells once', () => {
    const html = `<h1>2021年任务分解表</h1><table>
      <tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>
      <tr><td colspan="3">一、基础</td></tr>
      <tr><td>1</td><td>公开预算</td><td>财政局</td></tr></table>`
    const dir = folder({ 'a.html': html })
    const { out } = yaodian(['explain', join(dir, 'a.html'), '--stage', 'read'])
    expect(out).toContain('│ 序号 │ 工作任务 │ 责任单位 │')
    expect(out).toContain('│ 一、基础                   │')
  })

  it('converts, validates, and gives the same bytes again', () => {
    const dir = folder({ 'in/a.txt': notice, 'in/b/c.txt': '通知\n', 'in/empty.txt': '' })
    const run = (out: string) => yaodian(['convert', join(dir, 'in'), '-o', join(dir, out)])
    const first = run('one')
    expect(first.status, first.err).toBe(0)
    expect(run('two').out.replaceAll('/two/', '/one/')).toBe(first.out)
    for (const name of [
      'manifest.ndjson',
      'dataset/tasks.csv',
      'dataset/tasks.parquet',
      'dataset/tasks.xlsx',
    ]) {
      expect(readFileSync(join(dir, 'two', name)).equals(readFileSync(join(dir, 'one', name)))).toBe(true)
    }
    const manifest = values(readFileSync(join(dir, 'one/manifest.ndjson'), 'utf8'))
    expect(manifest.map((line) => line.outcome)).toEqual(['SUCCESS', 'EMPTY', 'EMPTY'])
    expect(yaodian(['validate', join(dir, 'one')]).status).toBe(0)
  })

  it('ends quietly when its reader goes away', () => {
    const many = notice.repeat(150)
    const dir = folder({ 'a.txt': many, 'b.txt': many })
    for (const line of ['parse a.txt', 'parse a.txt b.txt', 'explain a.txt', 'parse --help']) {
      const { status, out, err } = shell(`yaodian ${line} 2>err | head -c 10; tail -c 300 err`, dir)
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(out).not.toMatch(/EPIPE|Error:/)
    }
    expect(shell('{ yaodian parse none; echo $? > status; } 2>&1 | true; cat status', dir).out).toBe('2\n')
  })

  it.skipIf(!existsSync('/dev/full'))('names a full disk', () => {
    const dir = folder({ 'a.txt': notice })
    const { status, err } = shell('yaodian parse a.txt > /dev/full', dir)
    expect(status).toBe(1)
    expect(err).toContain('错误 output/unwritable: 无法写入 标准输出：磁盘已满（ENOSPC）')
    expect(shell('yaodian parse a.txt -o /dev/full', dir).status).toBe(1)
  })

  it('reads what a command prints', () => {
    const dir = folder({ 'a.txt': notice })
    expect(JSON.parse(shell('yaodian parse <(cat a.txt)', dir).out).tasks).toHaveLength(2)
  })

  it('takes names that begin with a dash after --', () => {
    const dir = folder({ '-a.txt': notice, '--help': notice })
    expect(values(shell('yaodian parse -- -a.txt --help', dir).out).map((r) => r.source.name)).toEqual([
      '-a.txt',
      '--help',
    ])
  })

  it('finishes what is begun on SIGINT, says how to go on, and leaves nothing aside', async () => {
    const dir = folder()
    mkdirSync(join(dir, 'in'))
    for (let i = 0; i < 300; i++) writeFileSync(join(dir, `in/${i}.txt`), `${notice.repeat(30)}${i}`)
    const out = join(dir, 'out')
    const args = ['convert', join(dir, 'in'), '-o', out, '--jobs', '2']
    const child = spawn(process.execPath, [main, ...args])
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk
    })
    const results = join(out, '.yaodian/results')
    const stored = () =>
      existsSync(results)
        ? readdirSync(results, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length
        : 0
    while (stored() < 3) await new Promise((r) => setTimeout(r, 5))
    child.kill('SIGINT')
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect(status).toBe(130)
    const done = Number(/已中断：300 个输入中处理了 (\d+) 个/.exec(err)?.[1])
    expect(done).toBeLessThan(300)
    expect(stored()).toBe(done)
    expect(err).toContain('重新运行同一命令即可继续')
    expect(readdirSync(out).sort()).toEqual(['.yaodian', 'run.ndjson'])
    expect(readdirSync(join(out, '.yaodian'))).toEqual(['results'])
  })

  it.skipIf(process.getuid?.() === 0)('names an output folder that is read-only', () => {
    const dir = folder({ 'a.txt': notice })
    mkdirSync(join(dir, 'out'))
    chmodSync(join(dir, 'out'), 0o500)
    expect(yaodian(['convert', join(dir, 'a.txt'), '-o', join(dir, 'out')])).toMatchObject({ status: 1 })
  })
})
