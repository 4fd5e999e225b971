/** The built program writing a dataset in threads: what is written, and what is said when it cannot be. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Parts from '../../src/dataset/threaded-part.ts'
import type { YaodianError } from '../../src/errors.ts'
import { madeRecord } from '../dataset/record.ts'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const main = fileURLToPath(at('dist/cli/main.js'))
const { ThreadedPart } = (await import(at('dist/dataset/threaded-part.js').href)) as typeof Parts

const root = mkdtempSync(join(tmpdir(), 'yaodian-threads-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  )

describe('threads', () => {
  const input = join(root, 'in')
  beforeAll(() => {
    mkdirSync(input)
    for (let n = 0; n < 240; n++) {
      const tasks = Array.from(
        { length: 4 },
        (_, i) => `${i + 1}.公开第${n}批第${i}类信息。6月底前完成。（责任单位：县财政局、县审计局）`,
      )
      const text = [`含山县202${n % 5}年政务公开工作要点（${n}）`, '一、推进公开', ...tasks].join('\n')
      writeFileSync(join(input, `${n}.txt`), text)
    }
    writeFileSync(join(input, 'broken.docx'), 'PK\u0003\u0004')
  })

  it('write the same bytes as one process that does one thing after the other', () => {
    for (const jobs of ['1', '2']) {
      const out = join(root, `out${jobs}`)
      expect(run('convert', input, '-o', out, '--jobs', jobs, '--lang', 'en').status).toBe(2)
    }
    const [one, two] = ['1', '2'].map((jobs) => bytesOf(join(root, `out${jobs}`, 'dataset')))
    expect(Object.keys(one!)).toContain('/tasks.parquet')
    expect(Object.keys(two!)).toEqual(Object.keys(one!))
    for (const [path, bytes] of Object.entries(one!)) expect(two![path] === bytes, path).toBe(true)
  }, 120_000)

  it('name the place that cannot be written, and leave what stood there', () => {
    const out = join(root, 'taken')
    mkdirSync(out)
    writeFileSync(join(out, 'dataset'), 'mine')
    const { status, stderr } = run('convert', input, '-o', out, '--jobs', '2', '--lang', 'en')
    expect(status).toBe(1)
    expect(stderr).toMatch(/cannot write .*dataset/)
    expect(readFileSync(join(out, 'dataset'), 'utf8')).toBe('mine')
  }, 120_000)
})

describe('a part in a thread', () => {
  it('takes more documents than may wait, and sums its files', async () => {
    const folder = join(root, 'part')
    const part = await ThreadedPart.open(folder, { formats: ['ndjson', 'csv'], lang: 'zh' })
    for (let i = 0; i < 100; i++) await part.add(madeRecord(`${i}.txt`))
    const sums = await part.finish()
    await part.commit()
    const notices = readFileSync(join(folder, 'notices.ndjson'), 'utf8')
    expect(notices.split('\n')).toHaveLength(101)
    expect(sums.get('notices.ndjson')?.bytes).toBe(Buffer.byteLength(notices))
  })

  it('gives the named error with the reason of the system', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    const error = await ThreadedPart.open(join(file, 'dataset'), { formats: ['csv'], lang: 'zh' }).catch(
      (e: unknown) => e as YaodianError,
    )
    expect(error).toMatchObject({ code: 'output/unwritable', cause: { code: 'ENOTDIR' } })
  })

  it('leaves nothing when it is given up', async () => {
    const folder = join(root, 'given-up')
    const part = await ThreadedPart.open(folder, { formats: ['parquet', 'xlsx'], lang: 'zh' })
    await part.add(madeRecord('a.txt'))
    await part.discard()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that fails at a document says so at the next call, and once it is finished', async () => {
    const folder = join(root, 'fails')
    const part = await ThreadedPart.open(folder, { formats: ['ndjson'], lang: 'zh' })
    await part.add({ ...madeRecord('a.txt'), json: Buffer.from('{') })
    await expect(part.finish()).rejects.toThrow(/JSON/)
    await part.discard()
    expect(readdirSync(folder)).toEqual([])
  })
})
