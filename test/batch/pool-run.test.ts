/** The pool with real processes, which do in test/batch/children/worker.mjs what a job says. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Answer, Ended, PoolEvent, PoolOptions, Pool as PoolType } from '../../src/batch/pool/pool.ts'

const built = (name: string) => import(new URL(`../../dist/batch/pool/${name}.js`, import.meta.url).href)
const { Pool, PoolClosed } = (await built('pool')) as typeof import('../../src/batch/pool/pool.ts')
const { launch } = (await built('launch')) as typeof import('../../src/batch/pool/launch.ts')

type Job = { readonly do: string } & Readonly<Record<string, unknown>>
const child = (name: string) => new URL(`children/${name}.mjs`, import.meta.url)
const parent = fileURLToPath(child('parent'))
const megabyte = 2 ** 20

let open: { pool: PoolType<Job, unknown>; events: PoolEvent<Job>[] }[] = []

function poolOf(options: Partial<PoolOptions<Job>> = {}) {
  const events: PoolEvent<Job>[] = []
  const pool = new Pool<Job, unknown>({
    module: child('worker'),
    size: 1,
    timeoutMs: 50_000,
    maxMemory: 1024 * megabyte,
    onEvent: (event) => events.push(event),
    ...options,
  })
  const one = { pool, events, kinds: () => events.map((e) => e.kind) }
  open.push(one)
  return one
}

const pidsOf = (events: readonly PoolEvent[]) => [...new Set(events.map((e) => e.pid))] as number[]

/** The system forgets a process a moment after its end is told. */
async function allGone(pids: readonly number[]): Promise<boolean> {
  for (let left = 400; left > 0; left--) {
    if (!pids.some(runs)) return true
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return false
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const reply = (answer: Answer<unknown>) => {
  if (answer.kind !== 'reply') throw new Error(JSON.stringify(answer))
  return answer.reply
}

afterEach(async () => {
  const were = open
  open = []
  for (const { pool, events } of were) {
    await pool.close()
    expect(await allGone(pidsOf(events)), 'no process is left').toBe(true)
  }
})

describe('jobs that go well', () => {
  it('gives jobs and replies as they are: bytes, undefined, maps, dates', async () => {
    const { pool } = poolOf()
    const value = {
      bytes: new Uint8Array([0, 255, 10]),
      none: undefined,
      map: new Map([[1, '要点']]),
      at: new Date(0),
    }
    expect(reply(await pool.run({ do: 'echo', value }))).toEqual(value)
    const bytes = reply(await pool.run({ do: 'large', bytes: 20 * megabyte })) as Uint8Array
    expect(bytes).toBeInstanceOf(Uint8Array)
    expect(bytes.length).toBe(20 * megabyte)
  })

  it('keeps processes warm, and has no more of them than it may', async () => {
    const { pool, events } = poolOf({ size: 2 })
    const pids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => pool.run({ do: 'sleep', ms: 50 })))
    expect(new Set(pids.map(reply)).size).toBe(2)
    expect(pids.map(reply)).toContain(reply(await pool.run({ do: 'pid' })))
    expect(events.map((e) => e.kind)).toEqual(['started', 'started'])
  })

  it("gives a process this one's environment, and none of its options", async () => {
    const { pool } = poolOf({ env: { YAODIAN_TEST: '一' }, maxMemory: 400 * megabyte })
    expect(reply(await pool.run({ do: 'env', name: 'YAODIAN_TEST' }))).toBe('一')
    expect(reply(await pool.run({ do: 'env', name: 'PATH' }))).toBe(process.env.PATH)
    expect(reply(await pool.run({ do: 'argv' }))).toEqual(['--max-old-space-size=300'])
    expect(reply(await pool.run({ do: 'heap' }))).toBeLessThan(400 * megabyte)
  })

  it('is not disturbed by what a handler prints or sends', async () => {
    const { pool, kinds } = poolOf()
    expect(reply(await pool.run({ do: 'noise', value: 7 }))).toBe(7)
    expect(reply(await pool.run({ do: 'sends', value: 8 }))).toEqual({ value: 8, hidden: true })
    expect(kinds()).toEqual(['started'])
  })

  it('leaves signals to the process that has the pool', async () => {
    const { pool } = poolOf()
    const pid = reply(await pool.run({ do: 'signalled' }))
    expect(reply(await pool.run({ do: 'pid' }))).toBe(pid)
  })

  it('does 2,000 small jobs with two processes', async () => {
    const { pool, events } = poolOf({ size: 2, replaceAfter: 5000 })
    const answers = await Promise.all(
      Array.from({ length: 2000 }, (_, value) => pool.run({ do: 'echo', value })),
    )
    expect(answers.map(reply)).toEqual(Array.from({ length: 2000 }, (_, i) => i))
    expect(events.map((e) => e.kind)).toEqual(['started', 'started'])
  })

  it('leaves nothing of 3,000 jobs behind: no memory, no handle, no listener', () => {
    const args = ['--expose-gc', parent, 'many']
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 50_000,
    })
    expect([status, stderr]).toEqual([0, ''])
    const [before, after]: { heap: number; handles: string[]; listeners: number }[] = JSON.parse(stdout)
    expect(after!.handles).toEqual(before!.handles)
    expect(after!.listeners).toBe(before!.listeners)
    // A job that left its message of 10 KB would leave 30 MB.
    expect(after!.heap - before!.heap).toBeLessThan(3 * megabyte)
  })
})

describe('replacement', () => {
  it('comes after a number of jobs', async () => {
    const { pool, events } = poolOf({ replaceAfter: 3 })
    const pids: unknown[] = []
    for (let i = 0; i < 7; i++) pids.push(reply(await pool.run({ do: 'pid' })))
    const [a, b, c] = [pids[0], pids[3], pids[6]]
    expect(pids).toEqual([a, a, a, b, b, b, c])
    expect(new Set([a, b, c]).size).toBe(3)
    expect(await allGone([a, b] as number[])).toBe(true)
    const replaced = events.flatMap((e) => (e.kind === 'replaced' ? [[e.pid, e.why]] : []))
    expect(replaced).toEqual([
      [a, 'jobs'],
      [b, 'jobs'],
    ])
    // Told to go, they go by themselves.
    expect(events.map((e) => e.kind)).not.toContain('killed')
    expect(events.map((e) => e.kind)).not.toContain('died')
  })

  it('comes when a process holds more than half of its memory', async () => {
    const { pool, events } = poolOf({ maxMemory: 600 * megabyte })
    const first = reply(await pool.run({ do: 'keep', bytes: 350 * megabyte }))
    expect(reply(await pool.run({ do: 'pid' }))).not.toBe(first)
    expect(events.find((e) => e.kind === 'replaced')).toMatchObject({ pid: first, why: 'memory' })
  })

  it('comes when a process ends, or closes its channel, without a job', async () => {
    const { pool, kinds } = poolOf()
    for (const job of ['exitLater', 'leaveLater']) {
      const pid = reply(await pool.run({ do: job })) as number
      expect(await allGone([pid])).toBe(true)
      expect(reply(await pool.run({ do: 'pid' }))).not.toBe(pid)
    }
    expect(kinds().filter((kind) => kind === 'died').length).toBe(2)
    expect(kinds()).not.toContain('retried')
  })

  it('keeps a reply that was sent just before the end', async () => {
    const { pool } = poolOf()
    for (let value = 0; value < 5; value++) {
      expect(reply(await pool.run({ do: 'exitAtOnce', value }))).toBe(value)
    }
  })
})

describe('jobs that end their process', () => {
  const crash = (exit: number | null, signal: string | null, stderr: unknown = expect.any(String)) => ({
    kind: 'crash',
    exit,
    signal,
    stderr,
  })
  const cases: readonly [string, Job, unknown][] = [
    ['abort', { do: 'abort' }, crash(null, 'SIGABRT')],
    ['an exit status', { do: 'exit', code: 3 }, crash(3, null, '')],
    ['an exit that claims success', { do: 'exit', code: 0 }, crash(0, null, '')],
    ['a signal', { do: 'kill', signal: 'SIGSEGV' }, crash(null, 'SIGSEGV')],
    ['SIGKILL of somebody else', { do: 'kill', signal: 'SIGKILL' }, crash(null, 'SIGKILL', '')],
    ['a throw', { do: 'throw' }, crash(1, null, expect.stringContaining('thrown on purpose'))],
    ['a stray rejection', { do: 'stray' }, crash(1, null, expect.stringContaining('nobody waits for this'))],
    ['a closed channel', { do: 'leave' }, crash(0, null, '')],
    [
      'a reply that cannot be cloned',
      { do: 'unclonable' },
      crash(1, null, expect.stringContaining('cloned')),
    ],
    [
      'a reply that is too large',
      { do: 'large', bytes: 2 ** 28 },
      crash(1, null, expect.stringMatching(/the reply has \d+ bytes, the limit is \d+/)),
    ],
    ['much on stderr', { do: 'lastWords' }, crash(3, null, expect.stringMatching(/^前{1993}the end$/))],
  ]
  it.each(cases)('%s: says how, after one more try', async (_, job, ended) => {
    const { pool, kinds } = poolOf({ maxMemory: 2048 * megabyte })
    expect(await pool.run(job)).toEqual(ended)
    expect(kinds()).toEqual(['started', 'died', 'retried', 'started', 'died'])
    expect(reply(await pool.run({ do: 'echo', value: 1 }))).toBe(1)
  })

  it('does not wait for a process that the handler started and that holds stderr', async () => {
    const { pool } = poolOf()
    const ended = (await pool.runAlone({ do: 'grandchild' })) as Extract<Ended, { kind: 'crash' }>
    expect(ended).toMatchObject({ kind: 'crash', exit: 4 })
    process.kill(Number(ended.stderr), 'SIGKILL')
  })

  it.each(['loop', 'deaf'])('%s: is killed when its time is up, and gone when that is told', async (job) => {
    const { pool, events, kinds } = poolOf({ timeoutMs: 300 })
    expect(await pool.run({ do: job })).toEqual({ kind: 'timeout', ms: 300 })
    expect(pidsOf(events).filter(runs)).toEqual([])
    expect(kinds()).toEqual(['started', 'killed', 'retried', 'started', 'killed'])
    expect(events[1]).toMatchObject({ why: 'timeout' })
  })

  it('heap: V8 says that it is full', async () => {
    const { pool, kinds } = poolOf({ maxMemory: 200 * megabyte })
    const ended = await pool.runAlone({ do: 'heapful' })
    expect(ended).toMatchObject({ kind: 'out-of-memory', limit: 200 * megabyte })
    expect(kinds().every((kind) => kind === 'started' || kind === 'died' || kind === 'killed')).toBe(true)
  })

  it.each(['buffers', 'buffersInALoop'])('%s: memory outside the heap is seen from outside', async (job) => {
    const { pool, events } = poolOf({ maxMemory: 250 * megabyte })
    const ended = await pool.run({ do: job })
    expect(ended).toMatchObject({ kind: 'out-of-memory', limit: 250 * megabyte })
    expect((ended as { rss: number }).rss).toBeGreaterThan(250 * megabyte)
    expect(events.map((e) => e.kind)).toContain('retried')
    expect(events).toContainEqual(expect.objectContaining({ kind: 'killed', why: 'memory' }))
  })

  it('memory is watched from inside where nobody else does', async () => {
    const started = launch({ module: child('worker'), maxMemory: 250 * megabyte, env: {} })
    let stderr = ''
    started.stderr!.on('data', (chunk) => {
      stderr += chunk
    })
    started.send({ id: 0, job: { do: 'buffersInALoop' } })
    const signal = await new Promise((resolve) => started.on('close', (_, name) => resolve(name)))
    expect(signal).toBe('SIGKILL')
    expect(stderr).toMatch(/^yaodian: out of memory, resident bytes: \d+\n$/)
  })

  it('a module that cannot be loaded is named at each job', async () => {
    for (const module of [child('broken'), child('missing')]) {
      const { pool } = poolOf({ module, size: 2 })
      const answers = await Promise.all([1, 2, 3].map(() => pool.run({ do: 'pid' })))
      for (const answer of answers) {
        expect(answer).toMatchObject({ kind: 'crash', exit: 1 })
        expect((answer as { stderr: string }).stderr).toMatch(/cannot be loaded|missing\.mjs/)
      }
    }
  })

  it('a job that cannot be sent is its caller’s mistake, and ends nothing', async () => {
    const { pool, kinds } = poolOf()
    const pid = reply(await pool.run({ do: 'pid' }))
    await expect(pool.run({ do: 'echo', value: () => 1 })).rejects.toThrow(/cloned/)
    expect(reply(await pool.run({ do: 'pid' }))).toBe(pid)
    expect(kinds()).toEqual(['started'])
  })
})

describe('alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-pool-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const seen = (answer: Answer<unknown>) => reply(answer) as { pid: number; others: string[] }

  it('a job that dies in company is done in the second try, without', async () => {
    const { pool, kinds } = poolOf({ size: 3 })
    // All three are there before the first has done its work.
    await Promise.all([1, 2, 3].map(() => pool.run({ do: 'sleep', ms: 100 })))
    const jobs = [
      { do: 'company', folder, ms: 1500 },
      { do: 'company', folder, ms: 1500 },
      { do: 'company', folder, ms: 300, dies: true },
      { do: 'company', folder, ms: 40 },
    ]
    const answers = (await Promise.all(jobs.map((job) => pool.run(job)))).map(seen)
    expect(answers[2]!.others).toEqual([])
    expect(kinds().filter((kind) => kind === 'retried')).toEqual(['retried'])
  })

  it('a job has a fresh process and the pool to itself; the others are as warm as before', async () => {
    const { pool } = poolOf({ size: 2 })
    const long = { do: 'company', folder, ms: 300 }
    const before = (await Promise.all([pool.run(long), pool.run(long)])).map((a) => seen(a).pid)
    const answers = await Promise.all([
      pool.run(long),
      pool.run(long),
      pool.runAlone({ do: 'company', folder, ms: 100, dies: true }),
      pool.runAlone({ do: 'company', folder, ms: 100, dies: true }),
      pool.run(long),
      pool.run(long),
    ])
    const after = answers.map((a) => seen(a).pid)
    expect(before).not.toContain(after[2])
    expect(before).not.toContain(after[3])
    expect(new Set([...after.slice(0, 2), ...after.slice(4)])).toEqual(new Set(before))
  })

  it('a job that ends its process alone is not tried again', async () => {
    const { pool, kinds } = poolOf()
    expect(await pool.runAlone({ do: 'exit', code: 9 })).toMatchObject({ kind: 'crash', exit: 9 })
    expect(kinds()).toEqual(['started', 'died'])
  })
})

describe('the end', () => {
  it('waits for no job: what runs is killed, what waits is refused', async () => {
    const { pool, events } = poolOf({ size: 2 })
    const idle = pool.run({ do: 'pid' })
    await idle
    const jobs = [pool.run({ do: 'loop' }), pool.run({ do: 'deaf' }), pool.run({ do: 'pid' })]
    const alone = pool.runAlone({ do: 'pid' })
    const ends = Promise.allSettled([...jobs, alone])
    await Promise.all([pool.close(), pool.close()])
    for (const end of await ends)
      expect(end).toMatchObject({ status: 'rejected', reason: expect.any(PoolClosed) })
    expect(pidsOf(events).filter(runs)).toEqual([])
    await expect(pool.run({ do: 'pid' })).rejects.toThrow(PoolClosed)
    await expect(pool.runAlone({ do: 'pid' })).rejects.toThrow(PoolClosed)
  })

  it.each(['SIGKILL', 'SIGINT'] as const)('no process outlives a pool that ends by %s', async (signal) => {
    const program = spawn(process.execPath, [parent, 'busy'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    const pids = await new Promise<number[]>((resolve) => {
      program.stdout.on('data', (line) => resolve(JSON.parse(String(line))))
    })
    expect(pids.filter(runs).length).toBe(3)
    // As a terminal does, to all processes alike; SIGKILL to the program only.
    process.kill(signal === 'SIGINT' ? -program.pid! : program.pid!, signal)
    expect(await allGone(pids)).toBe(true)
  })

  it('nor one that ends in the midst of its work; one without work ends by itself', async () => {
    for (const how of ['exit', 'idle']) {
      const { status, stdout } = spawnSync(process.execPath, [parent, how], {
        encoding: 'utf8',
        timeout: 50_000,
      })
      expect(status).toBe(0)
      const pids: number[] = JSON.parse(stdout)
      expect(pids.length).toBe(3)
      expect(await allGone(pids)).toBe(true)
    }
  })

  it.skipIf(process.platform === 'win32')('a program without stderr has a pool like any other', () => {
    const line = `'${process.execPath}' '${parent}' idle 2>&-`
    const { status, stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8', timeout: 50_000 })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).length).toBe(3)
  })
})
