/** Some formats of a dataset, written in a thread of its own while this one reads on. */
import { Worker } from 'node:worker_threads'
import { YaodianError } from '../errors.ts'
import type { DatasetOptions, Part, Sums } from './part.ts'
import type { Answer, Request } from './part-thread.ts'
import type { DocumentRecord, ProblemRecord } from './record.ts'

/** What may wait for the thread: documents, and bytes of them. */
const mostWaiting = 32
const mostBytes = 16 * 1024 * 1024

interface Asked {
  readonly bytes: number
  readonly resolve: (answer: Extract<Answer, { kind: 'done' }>) => void
  readonly reject: (error: unknown) => void
}

export class ThreadedPart implements Part {
  /** Threads are started from built files only: a source file that a test runs has none. */
  static readonly available = import.meta.url.endsWith('.js')
  private readonly worker = new Worker(new URL('./part-thread.js', import.meta.url))
  private readonly asked: Asked[] = []
  private bytes = 0
  /** Of what nobody waited for: thrown at the next call. */
  private failure: { readonly error: unknown } | null = null
  /** The thread has ended, and why. */
  private fallen: { readonly error: unknown } | null = null
  private room: (() => void) | null = null

  private constructor() {
    this.worker.on('message', (answer: Answer) => this.hear(answer))
    this.worker.on('error', (error) => this.fall(error))
    this.worker.on('exit', () => this.fall(new Error('the thread that writes the dataset has ended')))
  }

  static async open(folder: string, options: DatasetOptions): Promise<ThreadedPart> {
    const part = new ThreadedPart()
    try {
      await part.ask({ kind: 'open', folder, options })
      return part
    } catch (error) {
      await part.discard()
      throw error
    }
  }

  async add({ result, json, ...record }: DocumentRecord): Promise<void> {
    const bytes = json ?? Buffer.from(JSON.stringify(result))
    await this.give({ kind: 'add', record, json: bytes }, bytes.length)
  }

  async problem(record: ProblemRecord): Promise<void> {
    await this.give({ kind: 'problem', record }, 0)
  }

  async finish(): Promise<Sums> {
    const { sums } = await this.ask({ kind: 'finish' })
    this.check()
    return sums!
  }

  async commit(): Promise<void> {
    await this.ask({ kind: 'commit' })
    await this.end()
  }

  async discard(): Promise<void> {
    // A thread that has fallen has left its files to the next run, which sweeps them away.
    await this.ask({ kind: 'discard' }).catch(() => undefined)
    await this.end()
  }

  /** Waits until there is room for it, not until it is done. */
  private async give(request: Request, bytes: number): Promise<void> {
    while (this.asked.length >= mostWaiting || (this.asked.length > 0 && this.bytes + bytes > mostBytes)) {
      await new Promise<void>((resolve) => {
        this.room = resolve
      })
    }
    this.check()
    this.ask(request, bytes).catch((error: unknown) => {
      this.failure ??= { error }
    })
  }

  private check(): void {
    if (this.failure) throw this.failure.error
  }

  private ask(request: Request, bytes = 0): Promise<Extract<Answer, { kind: 'done' }>> {
    return new Promise((resolve, reject) => {
      if (this.fallen) return reject(this.fallen.error)
      this.asked.push({ bytes, resolve, reject })
      this.bytes += bytes
      this.worker.postMessage(request)
    })
  }

  private hear(answer: Answer): void {
    const { bytes, resolve, reject } = this.asked.shift()!
    this.bytes -= bytes
    if (answer.kind === 'done') resolve(answer)
    else reject(errorOf(answer))
    this.makeRoom()
  }

  private makeRoom(): void {
    const { room } = this
    this.room = null
    room?.()
  }

  private fall(error: unknown): void {
    this.fallen ??= { error }
    for (const { reject } of this.asked.splice(0)) reject(error)
    this.bytes = 0
    this.makeRoom()
  }

  private async end(): Promise<void> {
    this.fallen ??= { error: new Error('the dataset is closed') }
    await this.worker.terminate()
  }
}

function errorOf(answer: Exclude<Answer, { kind: 'done' }>): Error {
  if (answer.kind === 'bug') return new Error(answer.text)
  const { code, params, errno } = answer
  const cause = errno === null ? undefined : Object.assign(new Error(errno), { code: errno })
  return new YaodianError(code, params, { cause })
}
