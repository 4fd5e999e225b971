/** The built program where there is no more room: what stands in the output folder stays, what is new is whole or not there. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'yaodian-full-'))
const input = join(root, 'in')
const whole = join(root, 'whole')

const notice = (n: number) =>
  [
    `含山县202${n % 5}年政务公开工作要点（${n}）`,
    '一、推进公开',
    ...Array.from(
      { length: 20 },
      (_, i) => `${i + 1}.公开第${n}批第${i}类信息。按时公开。（责任单位：县财政局、县审计局）`,
    ),
  ].join('\n')

/** Everything below OUT but the store and what holds the times. */
function outputs(out: string, below = ''): Record<string, string> {
  const all: Record<string, string> = {}
  for (const entry of readdirSync(join(out, below), { withFileTypes: true })) {
    const path = join(below, entry.name)
    if (path === '.yaodian' || path === 'run.ndjson') continue
    if (entry.isDirectory()) Object.assign(all, outputs(out, path))
    else all[path] = readFileSync(join(out, path), 'latin1')
  }
  return all
}

/** By the shell, which may limit the size of files before it. */
function convert(out: string, formats: string, before = ''): ReturnType<typeof spawnSync> {
  const command = `${before} exec "$0" "$@"`
  const args = [main, 'convert', input, '-o', out, '--to', formats, '--lang', 'en']
  return spawnSync('/bin/sh', ['-c', command, process.execPath, ...args], { encoding: 'utf8' })
}

const all = 'json,ndjson,csv,parquet,xlsx'

beforeAll(() => {
  mkdirSync(input)
  for (let i = 0; i < 20; i++) writeFileSync(join(input, `${i}.txt`), notice(i))
  expect(convert(whole, all).status).toBe(0)
}, 60_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

/**
 * All inputs have been read, and there is a dataset of fewer formats: what is written now is the second
 * stage's alone. `tight` runs without room, `wide` takes the limit away.
 */
function expectToHold(out: string, tight: () => ReturnType<typeof spawnSync>, wide: () => void): void {
  expect(convert(out, 'ndjson').status).toBe(0)
  const before = outputs(out)
  const { status, stderr } = tight()
  expect(String(stderr)).toMatch(/error output\/unwritable: cannot write .*: .*\((ENOSPC|EFBIG)\)\n/)
  expect(String(stderr)).toContain(out)
  expect(String(stderr)).not.toContain('a bug')
  expect(status).toBe(1)
  const after = outputs(out)
  const expected = outputs(whole)
  for (const [name, text] of Object.entries(after)) {
    // Notices get their names one by one: each is whole. All else is as it was.
    const is = name.startsWith('notices/') ? expected[name] : before[name]
    expect({ name, isWhole: text === is }).toEqual({ name, isWhole: true })
  }
  expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)))
  const left = readdirSync(out, { recursive: true, encoding: 'utf8' })
  expect(left.filter((name) => /\.tmp-|lock/.test(name))).toEqual([])
  wide()
  expect(convert(out, all).status).toBe(0)
  expect(outputs(out)).toEqual(expected)
}

describe.skipIf(process.platform === 'win32')('a file that may not grow', () => {
  // Units of `ulimit -f` are 512 bytes or 1 KB, as the shell has it; the results of one notice are smaller.
  it.each([100, 16])('beyond %i blocks stops the run, and takes nothing with it', (blocks) => {
    const out = join(root, `limit${blocks}`)
    expectToHold(
      out,
      () => convert(out, all, `ulimit -f ${blocks};`),
      () => undefined,
    )
  })
})

/** A file system of its own, which root may make; on CI it has to be. */
const mount = join(root, 'disk')
mkdirSync(mount)
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'none', mount]).status === 0
if (!mounted) console.info('no right to mount a file system: a full disk is not tested')
afterAll(() => {
  if (mounted) spawnSync('umount', [mount])
})

describe.skipIf(!mounted && !process.env.CI)('a disk that is read-only', () => {
  it('is named, whether the folder is there or not', () => {
    const out = join(mount, 'there')
    expect(convert(out, all).status).toBe(0)
    const before = outputs(out)
    expect(spawnSync('mount', ['-o', 'remount,ro', mount]).status).toBe(0)
    try {
      for (const path of [out, join(mount, 'not/there')]) {
        const { status, stderr } = convert(path, all)
        expect(status).toBe(1)
        expect(stderr).toMatch(/^error output\/unwritable: .* the file system is read-only \(EROFS\)\n$/)
      }
      expect(outputs(out)).toEqual(before)
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', mount])
    }
  })
})

/** Bytes of the outputs below a folder, in pages. */
function sizeOf(folder: string): number {
  const texts = Object.entries(outputs(whole)).filter(([name]) => name.startsWith(folder))
  return texts.reduce((sum, [, text]) => sum + Math.ceil(text.length / page) * page, 0)
}

const page = 4096

/** Leaves so much free, and no more. */
function fill(ballast: string, bytes: number): void {
  const spare = join(mount, 'spare')
  writeFileSync(spare, Buffer.alloc(bytes))
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, `bs=${page}`])
  rmSync(spare)
}

describe.skipIf(!mounted && !process.env.CI)('a disk that is full', () => {
  it.each([
    ['before anything is written', /lock/, () => 0],
    ['among the notices', /notices/, () => sizeOf('notices/') / 2],
    ['in the dataset', /dataset/, () => sizeOf('notices/') + sizeOf('dataset/') / 2],
  ])('%s stops the run, and takes nothing with it', (when, path, room) => {
    expect(mounted).toBe(true)
    const ballast = join(mount, 'ballast')
    const out = join(mount, when)
    expectToHold(
      out,
      () => {
        fill(ballast, room())
        const ran = convert(out, all)
        expect(ran.stderr).toMatch(path)
        return ran
      },
      () => rmSync(ballast),
    )
  })
})
