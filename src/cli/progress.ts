/** How a run goes: a bar on a terminal, a line a minute elsewhere; on standard error. */
import { SingleBar } from 'cli-progress'
import type { Watcher } from '../batch/convert.ts'
import { isGood, type Outcome } from '../batch/outcome.ts'
import type { Context } from './context.ts'
import { oneLine } from './terminal.ts'

const minute = 60_000

export class Progress implements Watcher {
  private readonly context: Context
  private bar: SingleBar | null = null
  private timer: NodeJS.Timeout | null = null
  private total = 0
  private finished = 0
  private failed = 0
  private began = 0
  private stage: 'reading' | 'writing' = 'reading'

  constructor(context: Context) {
    this.context = context
  }

  start(total: number): void {
    this.begin('reading', total)
    const { terminal, texts } = this.context
    if (terminal.streams.stderr.isTTY) return
    this.timer = setInterval(() => {
      const { finished, failed } = this
      const line =
        this.stage === 'reading'
          ? texts.progress.line(finished, this.total, this.rate(), failed, this.left())
          : texts.progress.writingLine(finished, this.total)
      terminal.note(line)
    }, minute).unref()
  }

  writing(total: number): void {
    this.bar?.stop()
    this.begin('writing', total)
  }

  private begin(stage: 'reading' | 'writing', total: number): void {
    this.stage = stage
    this.total = total
    this.finished = 0
    this.began = performance.now()
    const { terminal, texts } = this.context
    if (!terminal.streams.stderr.isTTY) return
    this.bar = new SingleBar({
      format: stage === 'reading' ? texts.progress.bar : texts.progress.writing,
      stream: terminal.streams.stderr as NodeJS.WriteStream,
      barCompleteChar: '#',
      barIncompleteChar: '.',
      barsize: 30,
      clearOnComplete: true,
      // The run ends in its own time on SIGINT, and stops the bar then.
      gracefulExit: false,
    })
    this.bar.start(total, 0, this.shown())
  }

  done(outcome: Outcome): void {
    if (!isGood(outcome)) this.failed++
    this.wrote()
  }

  wrote(): void {
    this.finished++
    this.bar?.update(this.finished, this.shown())
  }

  private shown() {
    return { failed: this.failed, rate: this.rate(), left: this.left() }
  }

  /** Files a second since the stage began. */
  private rate(): string {
    const rate = this.perSecond()
    return rate === null ? '-' : rate < 10 ? rate.toFixed(1) : rate.toFixed(0)
  }

  private perSecond(): number | null {
    const seconds = (performance.now() - this.began) / 1000
    return this.finished > 0 && seconds > 0 ? this.finished / seconds : null
  }

  /** `1:02:03`, `4:05`. */
  private left(): string {
    const rate = this.perSecond()
    if (rate === null) return '-'
    const all = Math.ceil((this.total - this.finished) / rate)
    const two = (n: number) => String(n).padStart(2, '0')
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
    return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
  }

  bug(path: string, stack: string): void {
    this.clearLine()
    this.context.bug(oneLine(path), stack)
  }

  logFailed(error: unknown): void {
    this.clearLine()
    this.context.fail(error)
  }

  note(text: string): void {
    this.clearLine()
    this.context.terminal.note(text)
  }

  stop(): void {
    this.bar?.stop()
    this.bar = null
    if (this.timer) clearInterval(this.timer)
    this.timer = null
  }

  /** The bar is drawn again below what is said. */
  private clearLine(): void {
    if (this.bar) this.context.terminal.streams.stderr.write('\r\x1b[K')
  }
}
