import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { ndjson, noticeJson } from '../../src/dataset/ndjson.ts'
import { fakeParse, folder, yaodian } from './fake.ts'

const good = await fakeParse({ name: 'a.txt', bytes: Buffer.from('task 一\u2028二') })
const bad = { ...good, tasks: [{ ...good.tasks[0]!, task: 5 }] }

describe('validate', () => {
  it('says OK of results that fit, whatever their layout', async () => {
    const dir = folder({
      'a.json': noticeJson(good),
      'b.ndjson': ndjson(good) + ndjson(good),
      'c.json': `\ufeff${ndjson(good)}`,
    })
    const { status, out } = await yaodian('validate', dir)
    expect(out).toBe(
      [
        `通过 ${dir}/a.json`,
        `通过 ${dir}/b.ndjson（2 份）`,
        `通过 ${dir}/c.json`,
        '检查了 3 个文件中的 4 份结果，0 份不符。\n',
      ].join('\n'),
    )
    expect(status).toBe(0)
  })

  it('says where a result does not fit', async () => {
    const dir = folder({
      'a.json': noticeJson(bad as never),
      'b.ndjson': `${ndjson(good)}${ndjson(bad)}{"x\n\n`,
    })
    const { status, out } = await yaodian('validate', dir)
    expect(status).toBe(2)
    expect(out).toContain(`不符 ${dir}/a.json /tasks/0/task must be string\n`)
    expect(out).toContain(`不符 ${dir}/b.ndjson:2 /tasks/0/task must be string\n`)
    expect(out).toMatch(/不符 \S+b\.ndjson:3 不是 JSON：/)
    expect(out).toContain('检查了 2 个文件中的 4 份结果，3 份不符。')
  })

  it('checks a file that is named whatever its name, and NDJSON by another name', async () => {
    const dir = folder({ result: ndjson(good) + ndjson(bad), 'empty.ndjson': '\n' })
    expect((await yaodian('validate', join(dir, 'result'))).out).toContain(
      `${join(dir, 'result')}:2 /tasks/0/task`,
    )
    const empty = await yaodian('validate', join(dir, 'empty.ndjson'), '--lang', 'en')
    expect(empty).toMatchObject({ status: 2, out: expect.stringContaining('it holds no results') })
  })

  it('passes a dataset of convert, whose tasks and manifest are no results', async () => {
    const dir = folder({ 'in/a.txt': 'tasks 2', 'in/b.txt': 'throw document/damaged' })
    await yaodian('convert', join(dir, 'in'), '-o', join(dir, 'out'))
    const { status, out } = await yaodian('validate', join(dir, 'out'))
    expect(out).toMatch(/^通过 .*a\.txt\.json\n检查了 1 个文件/)
    expect(status).toBe(0)
    writeFileSync(
      join(dir, 'out/notices/a.txt.json'),
      readFileSync(join(dir, 'out/notices/a.txt.json'), 'utf8').replace('"1.0"', '"0.9"'),
    )
    expect((await yaodian('validate', join(dir, 'out'))).status).toBe(2)
  })

  it('ends where nobody can be told what is found, and says so once', async () => {
    const dir = folder({ 'a.json': noticeJson(good), 'b.json': noticeJson(good), 'c.json': noticeJson(good) })
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    const stdout = new Writable()
    stdout.write = ((_: string, done: (error: Error) => void) => {
      done(full)
      return true
    }) as typeof stdout.write
    let said = ''
    const stderr = new Writable({
      write: (chunk, _, done) => {
        said += chunk
        done()
      },
    })
    const streams = { stdin: Readable.from([]), stdout, stderr }
    const status = await run(['validate', dir], streams, () => import('../../src/pipeline.ts'))
    expect(said).toBe('错误 output/unwritable: 无法写入 标准输出：磁盘已满（ENOSPC）\n')
    expect(status).toBe(1)
  })

  it('names what cannot be read', async () => {
    const dir = folder({ 'note.md': 'x', 'a.json': noticeJson(good) })
    expect(await yaodian('validate', join(dir, 'none'))).toMatchObject({
      status: 2,
      err: `错误 input/not-found: 找不到文件：${join(dir, 'none')}\n`,
    })
    expect(await yaodian('validate', folder({ 'note.md': 'x' }))).toMatchObject({
      status: 1,
      err: expect.stringContaining('input/none'),
    })
    expect((await yaodian('validate', join(dir, 'none'), join(dir, 'a.json'))).out).toContain('通过')
  })
})
