/** `yaodian convert`: files, folders and archives to a dataset. */
import { createReadStream } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ArchiveLimits } from '../batch/archive/limits.ts'
import { convert } from '../batch/convert.ts'
import { inputError } from '../batch/file-errors.ts'
import { readList } from '../batch/list.ts'
import type { RawPath } from '../batch/path.ts'
import { defaultIsolation, inProcess, isolated } from '../batch/reading.ts'
import type { Format } from '../batch/second-stage.ts'
import { YaodianError } from '../errors.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { addLimits, limitsOf, positive, positiveBytes } from './limits.ts'
import { Progress } from './progress.ts'
import { summarise } from './summary.ts'

const formats: readonly Format[] = ['json', 'ndjson', 'csv', 'parquet', 'xlsx']

/** A process that has read nothing yet holds 50 MB, and the largest readers as much again. */
const leastMemory = 200 * 1024 ** 2

interface Options extends Record<string, unknown> {
  readonly out: string
  readonly to?: readonly Format[]
  readonly filesFrom?: string
  readonly null?: boolean
  readonly jobs?: number
  readonly timeout?: number
  readonly maxMemory?: number
  readonly inProcess?: boolean
  readonly retry?: 'failed'
  readonly allCopies?: boolean
  readonly mergeSections?: boolean
  readonly log?: string
  readonly maxArchiveBytes?: number
  readonly maxMembers?: number
}

export function convertCommand(program: Command, context: Context): void {
  const { texts } = context
  const words = texts.convert
  const number = (value: string) => positive(value, texts)
  const bytes = (value: string) => positiveBytes(value, texts)
  const command = commandOf(program, 'convert', texts, words, '[PATH...] -o OUT')
    .argument('[PATH...]', words.path)
    .requiredOption('-o, --out <OUT>', words.out)
    .option('--to <FORMATS>', words.to, (value: string) => formatsOf(value))
    .option('--files-from <FILE>', words.filesFrom)
    .option('--null', words.nul)
    .option('--jobs <N>', words.jobs, number)
    .option('--timeout <SECONDS>', words.timeout, number)
    .option('--max-memory <N>', words.maxMemory, (value: string) => {
      const most = bytes(value)
      if (most < leastMemory) throw new InvalidArgumentError(words.leastMemory)
      return most
    })
    .option('--in-process', words.inProcess)
    .addOption(new Option('--retry <failed>', words.retry).choices(['failed']))
    .option('--all-copies', words.allCopies)
    .option('--merge-sections', words.mergeSections)
    .option('--log <FILE>', words.log)
  command
    .option('--max-archive-bytes <N>', words.maxArchiveBytes, bytes)
    .option('--max-members <N>', words.maxMembers, number)
  addLimits(command, texts).action(async (paths: string[], options: Options) => {
    await convertPaths(paths, options, context)
  })
}

function archiveLimitsOf({ maxArchiveBytes, maxMembers }: Options): Partial<ArchiveLimits> {
  return {
    ...(maxArchiveBytes === undefined ? {} : { maxArchiveBytes }),
    ...(maxMembers === undefined ? {} : { maxMembers }),
  }
}

/** `xlsx,csv`: each once, in the program's order. */
function formatsOf(value: string): Format[] {
  const asked = value.split(',').map((name) => name.trim().toLowerCase())
  const unknown = asked.some((name) => !(formats as readonly string[]).includes(name))
  if (unknown) throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`)
  return formats.filter((format) => asked.includes(format))
}

/** The paths of the list that `--files-from` names. */
async function listed({ filesFrom, null: nul }: Options, { lang, terminal }: Context): Promise<RawPath[]> {
  if (filesFrom === undefined) return []
  const stream = filesFrom === '-' ? terminal.streams.stdin : createReadStream(filesFrom)
  try {
    return await readList(stream, { nul: nul === true, lang })
  } catch (error) {
    throw inputError(filesFrom, error, lang)
  }
}

async function convertPaths(paths: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  if (paths.length === 0 && options.filesFrom === undefined) {
    throw new YaodianError('usage/wrong', { detail: texts.wrong.missingArgument('PATH') })
  }
  let list: RawPath[]
  try {
    list = await listed(options, context)
  } catch (error) {
    if (!(error instanceof YaodianError) || error.code === 'usage/wrong') throw error
    context.fail(error)
    context.endWith(1)
    return
  }
  if (paths.length + list.length === 0) throw new YaodianError('input/none', { path: options.filesFrom! })
  const pipeline = await context.pipeline()
  const jobs = options.jobs ?? defaultIsolation.jobs
  const here = options.inProcess === true || pipeline.inProcess === true
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
      lang,
      limits: { ...limitsOf(options), ...archiveLimitsOf(options) },
      listed: list,
      formats: options.to ?? formats,
      reading: (onEvent) =>
        here
          ? inProcess(jobs, pipeline.parse)
          : isolated({
              jobs,
              timeoutMs: (options.timeout ?? defaultIsolation.timeoutMs / 1000) * 1000,
              maxMemory: options.maxMemory ?? defaultIsolation.maxMemory,
              onEvent,
            }),
      retryFailed: options.retry === 'failed',
      allCopies: options.allCopies === true,
      mergeSections: options.mergeSections === true,
      ...(options.log === undefined ? {} : { log: options.log }),
      signal: stop.signal,
      watcher: progress,
    })
    progress.stop()
    await terminal.print(summarise(summary, options.out, texts))
    if (summary.interrupted) {
      const done = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
      terminal.note(texts.summary.interrupted(done, summary.inputs))
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
