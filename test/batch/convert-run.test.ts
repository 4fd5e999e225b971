/** The built program over whole folders: readers that break, runs that are killed, disks that are full. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type * as Batch from '../../src/batch/convert.ts'
import type { ManifestLine } from '../../src/batch/manifest.ts'
import type * as Reading from '../../src/batch/reading.ts'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const main = fileURLToPath(at('dist/cli/main.js'))
const { convert } = (await import(at('dist/batch/convert.js').href)) as typeof Batch
const { isolated } = (await import(at('dist/batch/reading.js').href)) as typeof Reading

const root = mkdtempSync(join(tmpdir(), 'yaodian-run-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = join(root, String(folders++))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), content)
  }
  return dir
}

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

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const notice = (n: number) =>
  [
    `含山县202${n % 5}年政务公开工作要点（${n}）`,
    '一、推进公开',
    ...Array.from(
      { length: 5 },
      (_, i) => `${i + 1}.公开第${n}批第${i}类信息。按时公开。（责任单位：县财政局、县审计局）`,
    ),
  ].join('\n')

const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })

describe('a reader that breaks', () => {
  it('takes down its own file alone, whatever it does', async () => {
    const deeds = ['hang', 'wait', 'heap', 'buffers', 'abort', 'exit', 'kill', 'throw', 'uncaught', 'noise']
    const files: Record<string, string> = {}
    for (const deed of deeds) files[`in/${deed}.txt`] = `${deed}\n${notice(1)}`
    for (let i = 0; i < 20; i++) files[`in/ok${String(i).padStart(2, '0')}.txt`] = notice(i)
    const dir = folder(files)
    const out = join(dir, 'out')
    const bugs: string[] = []
    const summary = await convert([join(dir, 'in')], {
      out,
      lang: 'zh',
      limits: {},
      formats: ['ndjson'],
      reading: (onEvent) =>
        isolated({
          jobs: 2,
          timeoutMs: 8000,
          maxMemory: 256 * 2 ** 20,
          module: new URL('children/hostile-reader.mjs', import.meta.url),
          onEvent,
        }),
      watcher: {
        start: () => undefined,
        done: () => undefined,
        writing: () => undefined,
        wrote: () => undefined,
        bug: (path) => bugs.push(path),
      },
    })
    const manifest = lines<ManifestLine>(join(out, 'manifest.ndjson'))
    const of = Object.fromEntries(manifest.map((l) => [l.path.slice(join(dir, 'in').length + 1), l]))
    const outcome = (deed: string) => `${of[`${deed}.txt`]?.outcome} ${of[`${deed}.txt`]?.code}`
    expect(Object.fromEntries(deeds.map((deed) => [deed, outcome(deed)]))).toEqual({
      hang: 'TIMEOUT process/timeout',
      wait: 'TIMEOUT process/timeout',
      heap: 'OUT_OF_MEMORY process/out-of-memory',
      buffers: 'OUT_OF_MEMORY process/out-of-memory',
      abort: 'CRASH process/crash',
      exit: 'CRASH process/crash',
      kill: 'CRASH process/crash',
      throw: 'CRASH internal/bug',
      uncaught: 'CRASH process/crash',
      noise: 'SUCCESS null',
    })
    expect(of['hang.txt']?.limit).toEqual({ name: 'timeout', asked: null, granted: 8000 })
    const memory = { name: 'max-memory', asked: null, granted: 256 * 2 ** 20 }
    expect(of['heap.txt']?.limit).toEqual(memory)
    expect(of['buffers.txt']?.limit).toEqual(memory)
    expect(bugs).toEqual([join(dir, 'in/throw.txt')])
    for (let i = 0; i < 20; i++) expect(of[`ok${String(i).padStart(2, '0')}.txt`]?.tasks).toBe(5)
    expect(manifest).toHaveLength(30)
    expect(Object.values(summary.counts).reduce((a, b) => a + b)).toBe(summary.inputs)
    // Each that killed its process was tried once more, alone.
    const retried = lines<{ event: string; job: string }>(join(out, 'run.ndjson')).filter(
      (l) => l.event === 'retried',
    )
    expect(retried.map((l) => l.job.replace(/.*\//, '')).sort()).toEqual(
      [
        'abort.txt',
        'buffers.txt',
        'exit.txt',
        'hang.txt',
        'heap.txt',
        'kill.txt',
        'uncaught.txt',
        'wait.txt',
      ].sort(),
    )
  }, 240_000)
})

const files = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [`in/${i % 7}/${i}.txt`, notice(i % 50)]),
)

describe('a run that is killed', () => {
  it('goes on where it was, and ends as if it had not been', async () => {
    const dir = folder(files)
    const whole = join(dir, 'whole')
    expect(run('convert', join(dir, 'in'), '-o', whole, '--jobs', '2').status).toBe(0)
    const expected = outputs(whole)
    expect(Object.keys(expected).length).toBeGreaterThan(60)
    const out = join(dir, 'out')
    // From before the first file is read to the middle of the second stage.
    for (const ms of [150, 300, 400, 500, 600, 700, 800, 900, 1100, 1400]) {
      const child = spawn(process.execPath, [main, 'convert', join(dir, 'in'), '-o', out, '--jobs', '2'], {
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('exit', resolve))
      await new Promise((resolve) => setTimeout(resolve, ms))
      child.kill('SIGKILL')
      await ended
    }
    const last = run('convert', join(dir, 'in'), '-o', out, '--jobs', '1')
    expect(last.status).toBe(0)
    expect(outputs(out)).toEqual(expected)
    // Nothing half written is left behind.
    const left = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((n) => n.includes('.tmp-'))
    expect(left).toEqual([])
  })

  it('reads nothing twice, but what was not read well when asked to', () => {
    const dir = folder({
      'in/a.txt': notice(1),
      'in/b.pdf': '%PDF-1.4\nbroken',
      'in/c.bin': '\u0000\u0001\u0002',
    })
    const out = join(dir, 'out')
    const kept = () =>
      lines<{ event: string; path: string; kept: boolean }>(join(out, 'run.ndjson')).filter(
        (l) => l.event === 'file',
      )
    expect(run('convert', join(dir, 'in'), '-o', out).status).toBe(2)
    const first = outputs(out)
    run('convert', join(dir, 'in'), '-o', out)
    run('convert', join(dir, 'in'), '-o', out, '--retry', 'failed')
    expect(outputs(out)).toEqual(first)
    const runs = kept()
    const of = (n: number) =>
      Object.fromEntries(runs.slice(n * 3, n * 3 + 3).map((l) => [l.path.slice(-5), l.kept]))
    expect(of(0)).toEqual({ 'a.txt': false, 'b.pdf': false, 'c.bin': false })
    expect(of(1)).toEqual({ 'a.txt': true, 'b.pdf': true, 'c.bin': true })
    expect(of(2)).toEqual({ 'a.txt': true, 'b.pdf': false, 'c.bin': false })
  })

  it('lets one run at a time write into a folder', async () => {
    const dir = folder(files)
    const out = join(dir, 'out')
    mkdirSync(join(out, '.yaodian'), { recursive: true })
    writeFileSync(join(out, '.yaodian/lock'), String(process.pid))
    const ran = run('convert', join(dir, 'in'), '-o', out)
    expect(ran.status).toBe(64)
    expect(ran.stderr).toContain(`另一个 yaodian（进程 ${process.pid}）正在写入`)
    writeFileSync(join(out, '.yaodian/lock'), '999999999')
    expect(run('convert', join(dir, 'in'), '-o', out).status).toBe(0)
    expect(existsSync(join(out, '.yaodian/lock'))).toBe(false)
  })
})

describe('what others do to the folder meanwhile', () => {
  it('is named when they remove it', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`in/${i}.txt`, notice(i)]))
    const dir = folder(files)
    const out = join(dir, 'out')
    const child = spawn(process.execPath, [main, 'convert', join(dir, 'in'), '-o', out, '--jobs', '1'])
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while (!existsSync(join(out, '.yaodian/results'))) await new Promise((resolve) => setTimeout(resolve, 10))
    rmSync(out, { recursive: true, force: true, maxRetries: 5 })
    expect(await ended).toBe(1)
    expect(said).toMatch(/output\/unwritable/)
    expect(said).not.toContain('程序缺陷')
  })

  it('leaves no notice behind that a killed run wrote and no input has any more', async () => {
    const dir = folder(files)
    const out = join(dir, 'out')
    const child = spawn(process.execPath, [main, 'convert', join(dir, 'in'), '-o', out], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while (!existsSync(join(out, 'notices'))) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await ended
    rmSync(join(dir, 'in/0'), { recursive: true })
    run('convert', join(dir, 'in'), '-o', out)
    const left = readdirSync(join(out, 'notices'), { recursive: true, encoding: 'utf8' }).filter((n) =>
      n.endsWith('.json'),
    )
    const named = lines<ManifestLine>(join(out, 'manifest.ndjson')).flatMap((l) => l.output ?? [])
    expect(left.map((n) => `notices/${n}`).sort()).toEqual(named.sort())
  })
})

describe('the same bytes twice', () => {
  it('are one document, whose path is the first; the others are listed', () => {
    const dir = folder({
      'in/b.txt': notice(1),
      'in/a.txt': notice(1),
      'in/c/x.txt': notice(1),
      'in/d.txt': notice(2),
    })
    const out = join(dir, 'out')
    expect(run('convert', join(dir, 'in'), '-o', out).status).toBe(0)
    const manifest = lines<ManifestLine>(join(out, 'manifest.ndjson'))
    expect(manifest.map((l) => [l.path.slice(join(dir, 'in').length + 1), l.outcome])).toEqual([
      ['a.txt', 'SUCCESS'],
      ['b.txt', 'DUPLICATE'],
      ['c/x.txt', 'DUPLICATE'],
      ['d.txt', 'SUCCESS'],
    ])
    expect(manifest[1]!.text).toContain(join(dir, 'in/a.txt'))
    const notices = lines<{ document_id: string; path: string }>(join(out, 'dataset/notices.ndjson'))
    expect(notices.map((n) => n.path)).toEqual([join(dir, 'in/a.txt'), join(dir, 'in/d.txt')])
  })
})

describe('a place that cannot be written', () => {
  it('is named, and nothing is left half written', () => {
    const dir = folder({ 'in/a.txt': notice(1) })
    if (existsSync('/dev/full')) {
      const ran = run('convert', join(dir, 'in'), '-o', '/dev/full')
      expect(ran.status).toBe(1)
      expect(ran.stderr).toMatch(/output\/unwritable/)
    }
    const locked = join(dir, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o500)
    const asRoot = process.getuid?.() === 0
    const ran = run('convert', join(dir, 'in'), '-o', join(locked, 'out'))
    expect(ran.status).toBe(asRoot ? 0 : 1)
    chmodSync(locked, 0o700)
    const file = run('convert', join(dir, 'in'), '-o', join(dir, 'in/a.txt'))
    expect(file.status).toBe(1)
    expect(readFileSync(join(dir, 'in/a.txt'), 'utf8')).toBe(notice(1))
  })
})
