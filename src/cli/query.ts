/** `yaodian query`: SQL on a dataset. */
import type { Command } from 'commander'
import { YaodianError } from '../errors.ts'
import { OpenDataset } from '../query/open.ts'
import { runSql } from '../query/run.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { printCsv, printJson, printTable } from './rows.ts'

interface Options {
  readonly csv?: boolean
  readonly json?: boolean
}

/** Rows of a table on the screen; --csv and --json give all. */
const mostRows = 500

export function queryCommand(program: Command, context: Context): void {
  const words = context.texts.query
  commandOf(program, 'query', context.texts, words, 'OUT SQL')
    .argument('<OUT>', words.out)
    .argument('<SQL>', words.sql)
    .option('--csv', words.csv)
    .option('--json', words.json)
    .action(async (out: string, sql: string, options: Options) => {
      await query(out, sql, options, context)
    })
}

async function query(out: string, sql: string, options: Options, context: Context): Promise<void> {
  const { terminal, texts } = context
  if (options.csv && options.json) throw new YaodianError('usage/wrong', { detail: texts.query.oneFormat })
  // It writes to files that it may not open here, and DuckDB ends the process over that.
  if (/enable_logging/i.test(sql)) throw new YaodianError('usage/wrong', { detail: texts.query.noLogging })
  await withDataset(out, [sql], context, async (dataset) => {
    for await (const rows of runSql(dataset, sql)) {
      // One table has one head: what comes after it would be read as its rows.
      if (options.csv && !rows.isLast) throw new YaodianError('usage/wrong', { detail: texts.query.oneCsv })
      if (options.csv) await printCsv(rows, terminal)
      else if (options.json) await printJson(rows, terminal)
      else if (await printTable(rows, mostRows, terminal)) terminal.note(texts.query.more(mostRows))
    }
  })
}

/** Opens a dataset, and stops what runs on it at Ctrl-C. Without the dataset there is nothing to be done. */
export async function withDataset(
  out: string,
  queries: readonly string[],
  context: Context,
  work: (dataset: OpenDataset) => Promise<void>,
): Promise<void> {
  const { lang } = context
  let dataset: OpenDataset
  try {
    dataset = await OpenDataset.open(out, queries, lang)
  } catch (error) {
    if (!(error instanceof YaodianError) || !error.code.startsWith('input/')) throw error
    context.fail(error)
    context.endWith(1)
    return
  }
  let stopped = false
  const onSignal = () => {
    stopped = true
    dataset.connection.interrupt()
  }
  process.on('SIGINT', onSignal)
  try {
    await work(dataset)
  } catch (error) {
    if (!stopped) throw error
    context.terminal.note(context.texts.query.stopped)
    context.endWith(130)
  } finally {
    process.off('SIGINT', onSignal)
    dataset.close()
  }
}
