/**
 * A dataset opened for queries: an in-memory database, into which the tables that a query names are read.
 * After that DuckDB has no access to files and its settings are locked, so that no query can write into
 * the dataset, or read anything beside it. (Views over the files would need that access, and DuckDB grants
 * reading and writing together.)
 */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { tables } from '../dataset/tables.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { identifier, loadDuckDb, quoted } from './duckdb.ts'
import { rowsOf, sourcesOf, type TableSource, typeOf } from './source.ts'
import { views } from './views.ts'

const settings = {
  // Nothing is downloaded: what queries need (Parquet, JSON, ICU) is built in.
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'true',
  // It would lie in the current folder.
  temp_directory: '',
} as const

/** Other SQL may be made from the text of a query: then any table may be meant. */
const madeSql = /query|serialized|\\u|execute/i

export class OpenDataset {
  readonly connection: DuckDBConnection
  private readonly instance: DuckDBInstance

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance
    this.connection = connection
  }

  /**
   * With the tables that these queries name.
   * @throws YaodianError `part/missing`, `input/not-found`, `input/none`, `input/unreadable`
   */
  static async open(out: string, queries: readonly string[], lang: Lang): Promise<OpenDataset> {
    const sources = sourcesOf(out, lang)
    const { DuckDBInstance } = await loadDuckDb()
    const instance = await DuckDBInstance.create(':memory:', settings)
    const dataset = new OpenDataset(instance, await instance.connect())
    try {
      await dataset.load(sources, queries.join('\n'))
      await dataset.lock()
    } catch (error) {
      dataset.close()
      throw error
    }
    return dataset
  }

  private async load(sources: ReadonlyMap<string, TableSource>, sql: string): Promise<void> {
    const needed = tablesNamed(sql)
    for (const table of tables) {
      const source = sources.get(table.name)
      const name = identifier(table.name)
      if (source === undefined || !needed.has(table.name)) {
        const columns = table.columns.map((c) => `CAST(NULL AS ${typeOf(c)}) AS ${identifier(c.name)}`)
        const why = quoted(
          source === undefined ? `no file of ${table.name} in the dataset` : `${table.name} was not read`,
        )
        // It can be described; a query that reads it fails, and is not told that it is empty.
        await this.connection.run(
          `CREATE VIEW ${name} AS SELECT ${columns.join(', ')} WHERE error(${why}) IS NULL`,
        )
        continue
      }
      try {
        await this.connection.run(`CREATE TABLE ${name} AS ${rowsOf(source)}`)
      } catch (error) {
        const detail = (error as Error).message.split('\n')[0]!
        throw new YaodianError('input/unreadable', { path: source.path, detail }, { cause: error })
      }
    }
    for (const view of views) await this.connection.run(`CREATE VIEW ${view.name} AS ${view.sql}`)
  }

  private async lock(): Promise<void> {
    await this.connection.run('SET enable_external_access = false')
    await this.connection.run('SET lock_configuration = true')
  }

  close(): void {
    this.connection.closeSync()
    this.instance.closeSync()
  }
}

function tablesNamed(sql: string): Set<string> {
  const all = madeSql.test(sql)
  const text = sql.toLowerCase()
  const names = tables.map((table) => table.name).filter((name) => all || text.includes(name))
  const ofViews = views.filter((view) => all || text.includes(view.name)).flatMap((view) => view.tables)
  return new Set([...names, ...ofViews])
}
