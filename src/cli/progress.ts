/** How a run goes: a bar on a terminal, a line a minute elsewhere; on standard error. */
import { SingleBar } from 'cli-progress'
import type { Watcher } from '../batch/convert.ts'
import type { ManifestLine } from '../batch/manifest.ts'
import { isGood } from '../batch/outcome.ts'
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

  constructor(context: Context) {
    this.context = context
  }

  start(total: number): void {
    this.total = total
    const { terminal, texts } = this.context
    if (terminal.streams.stderr.isTTY) {
      this.bar = new SingleBar({
        format: texts.progress.bar,
        stream: terminal.streams.stderr as NodeJS.WriteStream,
        barCompleteChar: '#',
        barIncompleteChar: '.',
        clearOnComplete: true,
        // The run ends in its own time on SIGINT, and stops the bar then.
        gracefulExit: false,
      })
      this.bar.start(total, 0, { failed: 0 })
    } else {
      this.timer = setInterval(() => {
        terminal.note(texts.progress.line(this.finished, this.total, this.failed))
      }, minute).unref()
    }
  }

  done(line: ManifestLine): void {
    this.finished++
    if (!isGood(line.outcome)) this.failed++
    this.bar?.update(this.finished, { failed: this.failed })
  }

  bug(path: string, error: unknown): void {
    this.clearLine()
    this.context.bug(oneLine(path), error)
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
