/**
 * A small pool of processes for work that may loop, die or eat memory: each takes only its own process
 * down, and the job is told how it ended. The pool libraries hide the exit status, count only the heap, or
 * leave a process that does not listen running.
 *
 * Grandchildren are not watched: what a handler starts, it must end.
 */
import { Child } from './child.ts'
import type { Answer, Ended, Killed } from './ends.ts'
import { memoryReader } from './memory.ts'

export type { Answer, Ended } from './ends.ts'

export interface PoolOptions<J = unknown> {
  /** The process's entry: a .js file that calls `serve(handler)`. */
  readonly module: URL
  /** Processes at a time. */
  readonly size: number
  /** Milliseconds of a job, by the clock, to a tenth of a second; those in which this process hung are not counted. */
  readonly timeoutMs: number
  /** Bytes resident of one process; three quarters of it bound its heap. What it fills within a tenth of a second comes on top. */
  readonly maxMemory: number
  /** Jobs after which a process is replaced: 500. */
  readonly replaceAfter?: number
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
  readonly onEvent?: (event: PoolEvent<J>) => void
}

export type PoolEvent<J = unknown> =
  | { readonly kind: 'started'; readonly pid: number | null }
  /** After its job: it has had its number of jobs, or holds more than half of its memory. */
  | { readonly kind: 'replaced'; readonly pid: number; readonly why: 'jobs' | 'memory'; readonly rss: number }
  | { readonly kind: 'killed'; readonly pid: number; readonly why: Killed }
  /** It ended by itself, with or without a job. */
  | { readonly kind: 'died'; readonly pid: number | null; readonly ended: Ended }
  /** The job that it had is tried once more, alone. */
  | { readonly kind: 'retried'; readonly pid: number | null; readonly job: J; readonly ended: Ended }

/** What `run` and `runAlone` reject with after `close`. */
export class PoolClosed extends Error {
  override readonly name = 'PoolClosed'

  constructor() {
    super('the pool is closed')
  }
}

interface Task<J, R> {
  readonly job: J
  readonly retry: boolean
  readonly resolve: (answer: Answer<R>) => void
  readonly reject: (error: unknown) => void
}

/** Milliseconds between looks at the clock and at memory. */
const tickMs = 100

export class Pool<J, R> {
  private readonly options: PoolOptions<J>
  private readonly reader = memoryReader()
  private readonly queue: Task<J, R>[] = []
  private readonly alone: Task<J, R>[] = []
  private readonly children = new Set<Child>()
  private readonly idle: Child[] = []
  private readonly running = new Map<Child, Task<J, R>>()
  private aloneRuns = false
  private ids = 0
  private timer: NodeJS.Timeout | undefined
  private lastRead = 0
  private reading = false
  private closing: Promise<void> | null = null
  private closed: (() => void) | null = null

  constructor(options: PoolOptions<J>) {
    this.options = options
  }

  /**
   * Jobs begin in the order in which they came; the queue has no bound of its own. A job that ends its
   * process is tried once more, alone: others may have been the reason.
   * @throws what structured cloning says of a job that cannot be sent; {@link PoolClosed}.
   */
  run(job: J): Promise<Answer<R>> {
    return this.add(this.queue, job, true)
  }

  /** In a fresh process, while no other job runs; those that wait come after it. It is not tried again. */
  runAlone(job: J): Promise<Answer<R>> {
    return this.add(this.alone, job, false)
  }

  /** Jobs are not waited for: those that run are killed, and they and the queue rejected. */
  close(): Promise<void> {
    if (this.closing) return this.closing
    clearInterval(this.timer)
    this.closing = new Promise((resolve) => {
      this.closed = resolve
    })
    const tasks = [...this.running.values(), ...this.alone.splice(0), ...this.queue.splice(0)]
    for (const task of tasks) task.reject(new PoolClosed())
    for (const child of this.children) {
      if (child.busy) this.kill(child, 'close')
      else child.retire()
    }
    if (this.children.size === 0) this.closed?.()
    return this.closing
  }

  private add(to: Task<J, R>[], job: J, retry: boolean): Promise<Answer<R>> {
    if (this.closing) return Promise.reject(new PoolClosed())
    return new Promise((resolve, reject) => {
      to.push({ job, retry, resolve, reject })
      this.pump()
    })
  }

  private pump(): void {
    if (this.closing || this.aloneRuns) return
    const first = this.alone[0]
    if (first) {
      if (this.running.size > 0) return
      this.alone.shift()
      this.aloneRuns = true
      void this.give(first, this.start())
      return
    }
    while (this.queue.length > 0 && this.running.size < this.options.size) {
      void this.give(this.queue.shift()!, this.waiting() ?? this.start())
    }
  }

  private async give(task: Task<J, R>, child: Child): Promise<void> {
    this.running.set(child, task)
    this.keepTime()
    try {
      // The reply is what the module's handler gives: R is the caller's word for it.
      const answer = (await child.run({ id: this.ids++, job: task.job })) as Answer<R>
      this.end(child)
      this.settle(task, child, answer)
    } catch (error) {
      this.end(child)
      task.reject(error)
    }
    this.pump()
  }

  private end(child: Child): void {
    this.running.delete(child)
    // Only a job of its own has the pool to itself.
    this.aloneRuns = false
    if (!child.open) return
    const { replaceAfter = 500, maxMemory, size } = this.options
    const rss = child.rss ?? 0
    const why = child.jobs >= replaceAfter ? 'jobs' : rss > maxMemory / 2 ? 'memory' : null
    if (why !== null) this.tell({ kind: 'replaced', pid: child.pid!, why, rss })
    if (why !== null || this.idle.length >= size || this.closing) child.retire()
    else this.idle.push(child)
  }

  private settle(task: Task<J, R>, child: Child, answer: Answer<R>): void {
    if (answer.kind === 'reply' || !task.retry || this.closing) task.resolve(answer)
    else {
      this.tell({ kind: 'retried', pid: child.pid, job: task.job, ended: answer })
      this.alone.push({ ...task, retry: false })
    }
  }

  private start(): Child {
    const { module, timeoutMs, maxMemory, env = {} } = this.options
    const onGone = (child: Child, ended: Ended | null) => this.forget(child, ended)
    const child = new Child({ module, timeoutMs, maxMemory, env, onGone })
    this.children.add(child)
    this.tell({ kind: 'started', pid: child.pid })
    return child
  }

  /** One that is warm; none that is about to end. */
  private waiting(): Child | undefined {
    let child = this.idle.pop()
    while (child && !child.open) child = this.idle.pop()
    return child
  }

  private forget(child: Child, ended: Ended | null): void {
    this.children.delete(child)
    const at = this.idle.indexOf(child)
    if (at >= 0) this.idle.splice(at, 1)
    if (ended) this.tell({ kind: 'died', pid: child.pid, ended })
    if (this.children.size === 0) this.closed?.()
  }

  private kill(child: Child, why: Killed): void {
    if (child.kill(why)) this.tell({ kind: 'killed', pid: child.pid!, why })
  }

  /** One clock for all jobs, which stops when there are none. */
  private keepTime(): void {
    if (this.timer) return
    this.timer = setInterval(() => this.tick(), tickMs)
    this.timer.unref()
  }

  private tick(): void {
    if (this.running.size === 0) {
      clearInterval(this.timer)
      this.timer = undefined
      return
    }
    const now = performance.now()
    for (const child of this.running.keys()) child.wait(now)
    // Timers come before what has arrived: that is read first.
    setImmediate(() => {
      for (const child of this.running.keys()) if (child.late) this.kill(child, 'timeout')
    })
    void this.look(now)
  }

  private async look(now: number): Promise<void> {
    if (!this.reader || this.reading || now - this.lastRead < this.reader.every - tickMs / 2) return
    this.reading = true
    this.lastRead = now
    const children = [...this.running.keys()].filter((child) => child.pid !== null)
    const resident = await this.reader.read(children.map((child) => child.pid!))
    this.reading = false
    for (const child of children) {
      const rss = resident.get(child.pid!)
      if (rss === undefined || !child.busy) continue
      child.rss = rss
      if (rss > this.options.maxMemory) this.kill(child, 'memory')
    }
  }

  /** Not within the pool's own steps: a listener that throws must not stop them half-way. */
  private tell(event: PoolEvent<J>): void {
    const { onEvent } = this.options
    if (onEvent) queueMicrotask(() => onEvent(event))
  }
}
