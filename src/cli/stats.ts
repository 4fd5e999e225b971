/** `yaodian stats`: what a dataset holds, counted. */
import { type Command, Option } from 'commander'
import { YaodianError } from '../errors.ts'
import { type Rows, runSql } from '../query/run.ts'
import { type Stat, type StatName, statNames, statsFor } from '../query/stats.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { withDataset } from './query.ts'
import { objectOf, printCsv, printTable } from './rows.ts'

interface Options {
  readonly by?: StatName
  readonly csv?: boolean
  readonly json?: boolean
}

/** Rows of each table where all are shown. */
const firstRows = 20

export function statsCommand(program: Command, context: Context): void {
  const words = context.texts.stats
  commandOf(program, 'stats', context.texts, words, 'OUT')
    .argument('<OUT>', words.out)
    .addOption(new Option(`--by <${statNames.join('|')}>`, words.by).choices(statNames))
    .option('--csv', words.csv)
    .option('--json', words.json)
    .action(async (out: string, options: Options) => {
      await stats(out, options, context)
    })
}

async function stats(out: string, { by, csv, json }: Options, context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  const words = texts.stats
  if (csv && json) throw new YaodianError('usage/wrong', { detail: texts.query.oneFormat })
  // Several tables have no common columns.
  if (csv && by === undefined) throw new YaodianError('usage/wrong', { detail: words.csvNeedsBy })
  const wanted = statsFor(lang).filter((stat) => by === undefined || stat.name === by)
  const queries = wanted.map((stat) => stat.sql)
  await withDataset(out, queries, context, async (dataset) => {
    const show = async (stat: Stat, rows: Rows) => {
      if (csv) await printCsv(rows, terminal)
      else if (json) {
        for await (const chunk of rows.chunks) {
          const lines = chunk.map((row) => JSON.stringify({ by: stat.name, ...objectOf(rows.columns, row) }))
          await terminal.print(lines.map((line) => `${line}\n`).join(''))
        }
      } else {
        await terminal.say(`${stat === wanted[0] ? '' : '\n'}${words.names[stat.name]}`)
        const most = by === undefined ? firstRows : Number.POSITIVE_INFINITY
        if (await printTable(rows, most, terminal)) await terminal.say(words.more(firstRows, stat.name))
      }
    }
    for (const stat of wanted) {
      for await (const rows of runSql(dataset, stat.sql)) {
        await show(stat, { ...rows, columns: stat.titles[lang] })
      }
    }
  })
}
