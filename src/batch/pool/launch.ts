/**
 * Starts a process of the pool. None outlives this one, however it ends: a process leaves when its channel
 * closes (serve.ts), and its watch ends it when it does not hear (watch.ts).
 */
import { type ChildProcess, fork } from 'node:child_process'

export interface Launch {
  readonly module: URL
  readonly maxMemory: number
  readonly env: Readonly<Record<string, string>>
}

/** @throws what the system says; most of what it says comes as an `error` event. */
export function launch({ module, maxMemory, env }: Launch): ChildProcess {
  // The heap is full before the process is, so that V8 collects in time and can say what happened; the
  // rest is for buffers, other threads and Node itself.
  const heap = Math.max(16, Math.floor((maxMemory * 0.75) / 2 ** 20))
  return fork(module, [String(process.pid), String(maxMemory)], {
    // None of this process's own options: a debugger's port, --eval, --test, a heap meant for it.
    execArgv: [`--max-old-space-size=${heap}`],
    env: { ...process.env, ...env },
    serialization: 'advanced',
    // What a library prints must not get among the output of this process.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Whether it keeps this process from ending. */
export function keepsAlive(process_: ChildProcess, yes: boolean): void {
  const stderr = process_.stderr as (NodeJS.ReadableStream & { ref(): void; unref(): void }) | null
  for (const each of [process_, process_.channel, stderr]) {
    if (yes) each?.ref()
    else each?.unref()
  }
}
