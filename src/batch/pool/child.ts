/** A process of the pool: one job at a time, and how it ends. */
import type { ChildProcess } from 'node:child_process'
import { deserialize } from 'node:v8'
import { type Answer, type Ended, endOf, type Killed } from './ends.ts'
import { keepsAlive, type Launch, launch } from './launch.ts'
import { asResponse, type Request } from './protocol.ts'
import { Tail } from './tail.ts'

export interface ChildOptions extends Launch {
  readonly timeoutMs: number
  /** Told once, when the process is gone: how it ended, if it was not the pool that ended it. */
  readonly onGone: (child: Child, ended: Ended | null) => void
}

/** Milliseconds to load the module: a disk may be slow, and the clock of a job starts after that. */
const startMs = 60_000
/** To leave when told so, and to hear the last of a process that has ended. */
const graceMs = 1000
/** After SIGKILL. A process that waits for a network disk cannot even be killed: it is left behind. */
const killMs = 10_000
/** What a look at the clock counts at most, see {@link Child.wait}. */
const mostWaited = 500

interface Current {
  readonly request: Request
  readonly resolve: (answer: Answer<Uint8Array>) => void
  readonly reject: (error: unknown) => void
}

export class Child {
  /** Null where it could not be started. */
  readonly pid: number | null
  /** Jobs it was given. */
  jobs = 0
  /** Bytes resident when last seen. */
  rss: number | null = null
  /** Whether it may be given a job. */
  open = true
  private readonly process: ChildProcess | null
  private readonly options: ChildOptions
  private readonly stderr = new Tail()
  private current: Current | null = null
  private ready = false
  private waited = 0
  private seen = 0
  /** The pool told it to go: its end is no news. */
  private expected = false
  private killed: Killed | null = null
  private exited: { readonly exit: number | null; readonly signal: string | null } | null = null
  private gone = false
  private grace: NodeJS.Timeout | undefined

  constructor(options: ChildOptions) {
    this.options = options
    this.process = this.start()
    this.pid = this.process?.pid ?? null
  }

  get busy(): boolean {
    return this.current !== null
  }

  /** It has had all of its time. */
  get late(): boolean {
    return this.busy && this.waited >= this.limitMs
  }

  private get limitMs(): number {
    return this.ready ? this.options.timeoutMs : startMs
  }

  /** @throws what structured cloning says of a job that cannot be sent; the process is as it was. */
  async run(request: Request): Promise<Answer<unknown>> {
    const answer = await new Promise<Answer<Uint8Array>>((resolve, reject) => {
      this.jobs++
      this.stderr.clear()
      this.current = { request, resolve, reject }
      this.resetClock()
      if (this.process) keepsAlive(this.process, true)
      if (this.ready) this.send()
    })
    return answer.kind === 'reply' ? { kind: 'reply', reply: deserialize(answer.reply) } : answer
  }

  /**
   * Counts the time since the last look. When this process was stopped (Ctrl-Z, a machine asleep) so were
   * the others, and when it was busy their replies lie unread: of a long time between two looks only a part
   * is counted.
   */
  wait(now: number): void {
    this.waited += Math.min(now - this.seen, mostWaited)
    this.seen = now
  }

  /** By its handle, not the number, which may by now be another's. False if it is ending already. */
  kill(why: Killed): boolean {
    if (this.gone || this.exited || this.killed) return false
    this.killed = why
    this.expected = true
    this.destroy()
    return true
  }

  /** For one that has no job: lets it go, and makes it go. */
  retire(): void {
    if (!this.open) return
    this.expected = true
    this.shut()
    if (this.process?.connected) this.process.disconnect()
  }

  private start(): ChildProcess | null {
    try {
      const started = launch(this.options)
      started.on('error', (error) => this.failed(error))
      started.on('message', (message) => this.hear(message))
      started.on('exit', (exit, signal) => this.fell(exit, signal))
      // By the pool, by the end of the process, or by the handler, and then it is no use.
      started.on('disconnect', () => (this.exited ? this.finish() : this.shut()))
      started.stderr?.on('data', (chunk: Buffer) => this.stderr.add(chunk))
      started.stderr?.on('error', () => {})
      started.stderr?.on('close', () => this.finish())
      return started
    } catch (error) {
      setImmediate(() => this.failed(error))
      return null
    }
  }

  private resetClock(): void {
    this.waited = 0
    this.seen = performance.now()
  }

  private send(): void {
    try {
      // A process that has ended cannot be sent anything: that is met at its end, not here.
      this.process?.send(this.current!.request, () => {})
    } catch (error) {
      this.take()?.reject(error)
    }
  }

  private hear(message: unknown): void {
    const response = asResponse(message)
    if (!response || this.killed) return
    if (response.kind === 'ready') {
      this.ready = true
      this.resetClock()
      if (this.current) this.send()
    } else if (this.current?.request.id === response.id) {
      this.rss = response.rss
      this.take()?.resolve({ kind: 'reply', reply: response.reply })
    }
  }

  /** The job is done with. A process without one does not keep this one from ending, closed or not. */
  private take(): Current | null {
    const { current } = this
    this.current = null
    if (this.process && this.open) keepsAlive(this.process, false)
    return current
  }

  private shut(): void {
    if (!this.open) return
    this.open = false
    if (this.process) keepsAlive(this.process, true)
    this.after(graceMs, () => this.destroy())
  }

  private destroy(): void {
    this.open = false
    if (this.process) keepsAlive(this.process, true)
    this.process?.kill('SIGKILL')
    this.after(killMs, () => {
      this.exited ??= { exit: null, signal: 'SIGKILL' }
      this.finish(true)
    })
  }

  private failed(error: unknown): void {
    // Only a process that was never started has no end of its own.
    if (this.process?.pid !== undefined) return
    this.open = false
    this.stderr.add(Buffer.from(String(error)))
    this.exited = { exit: null, signal: null }
    this.finish(true)
  }

  private fell(exit: number | null, signal: string | null): void {
    this.open = false
    this.exited = { exit, signal }
    // Its last words, and a reply sent just before, may still be in the pipes; a process that it started may
    // hold them open for ever.
    this.after(graceMs, () => this.finish(true))
    this.finish()
  }

  private finish(now = false): void {
    if (this.gone || !this.exited) return
    const { process: one, options, rss, killed, limitMs } = this
    const heard = !one?.connected && (one?.stderr?.destroyed ?? true)
    if (!heard && !now) return
    this.gone = true
    clearTimeout(this.grace)
    one?.stderr?.destroy()
    if (one?.connected) one.disconnect()
    one?.unref()
    const stderr = this.stderr.text()
    const ended = endOf({ ...this.exited, stderr, killed, ms: limitMs, rss, limit: options.maxMemory })
    const current = this.take()
    options.onGone(this, this.expected ? null : ended)
    current?.resolve(ended)
  }

  private after(ms: number, act: () => void): void {
    clearTimeout(this.grace)
    this.grace = setTimeout(act, ms)
  }
}
