/** Starts a process of the pool, and sees to it that none outlives this one. */
import { type ChildProcess, fork } from 'node:child_process'

export interface Launch {
  readonly module: URL
  readonly maxMemory: number
  readonly env: Readonly<Record<string, string>>
}

/** All processes of all pools: none is left by `process.exit`. SIGKILL is watch.ts's matter. */
const alive = new Set<ChildProcess>()

function killAll(): void {
  for (const one of alive) one.kill('SIGKILL')
}

/** @throws what the system says; most of what it says comes as an `error` event. */
export function launch({ module, maxMemory, env }: Launch): ChildProcess {
  // The heap is full before the process is, so that V8 collects in time and can say what happened; the
  // rest is for buffers, other threads and Node itself.
  const heap = Math.max(16, Math.floor((maxMemory * 0.75) / 2 ** 20))
  const started = fork(module, [String(process.pid), String(maxMemory)], {
    // None of this process's own options: a debugger's port, --eval, --test, a heap meant for it.
    execArgv: [`--max-old-space-size=${heap}`],
    env: { ...process.env, ...env },
    serialization: 'advanced',
    // What a library prints must not get among the output of this process.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  if (started.pid === undefined) return started
  if (alive.size === 0) process.on('exit', killAll)
  alive.add(started)
  started.on('exit', () => {
    alive.delete(started)
    if (alive.size === 0) process.off('exit', killAll)
  })
  return started
}

/** Whether it keeps this process from ending. */
export function keepsAlive(process_: ChildProcess, yes: boolean): void {
  const stderr = process_.stderr as (NodeJS.ReadableStream & { ref(): void; unref(): void }) | null
  for (const each of [process_, process_.channel, stderr]) {
    if (yes) each?.ref()
    else each?.unref()
  }
}
