/** `yaodian convert`: files and folders to a dataset. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { convert } from '../batch/convert.ts'
import { YaodianError } from '../errors.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { addLimits, limitsOf, positive } from './limits.ts'
import { Progress } from './progress.ts'
import { summarise } from './summary.ts'

interface Options extends Record<string, unknown> {
  readonly out: string
  readonly jobs?: number
}

export function convertCommand(program: Command, context: Context): void {
  const { texts } = context
  const words = texts.convert
  const command = commandOf(program, 'convert', texts, words, 'PATH... -o OUT')
    .argument('<PATH...>', words.path)
    .requiredOption('-o, --out <OUT>', words.out)
    .option('--jobs <N>', words.jobs, (value: string) => positive(value, texts))
  addLimits(command, texts).action(async (paths: string[], options: Options) => {
    await convertPaths(paths, options, context)
  })
}

async function convertPaths(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  const { parse } = await context.pipeline()
  const progress = new Progress(context)
  const stop = new AbortController()
  const onSignal = () => {
    if (stop.signal.aborted) {
      // The bar has changed how the terminal wraps lines, and gives that back.
      progress.stop()
      process.exit(130)
    }
    stop.abort()
    progress.note(texts.summary.stopping)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    const summary = await convert(paths, {
      out: options.out,
      jobs: options.jobs ?? availableParallelism(),
      lang,
      limits: limitsOf(options),
      parse,
      signal: stop.signal,
      watcher: progress,
    })
    progress.stop()
    await terminal.print(summarise(summary, options.out, texts))
    if (summary.interrupted) {
      const notices = summary.counts.SUCCESS + summary.counts.EMPTY + summary.counts.PARTIAL
      terminal.note(texts.summary.interrupted(notices, join(options.out, 'notices')))
    }
    context.endWith(summary.interrupted ? 130 : summary.failed > 0 ? 2 : 0)
  } catch (error) {
    progress.stop()
    if (!(error instanceof YaodianError) || error.code === 'usage/wrong') throw error
    context.fail(error)
    // Nothing was converted, whatever the reason is called.
    context.endWith(1)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}
