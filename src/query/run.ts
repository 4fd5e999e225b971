/** Runs SQL and gives its rows as plain values, a chunk at a time. */
import type { DuckDBValue } from '@duckdb/node-api'
import { sqlError } from './duckdb.ts'
import type { OpenDataset } from './open.ts'

/** What JSON can hold; a date is its ISO text. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

export interface Rows {
  readonly columns: readonly string[]
  /** Columns of numbers stand right. */
  readonly numeric: readonly boolean[]
  readonly chunks: AsyncIterable<Plain[][]>
}

/** @throws YaodianError `usage/wrong`, with what DuckDB says; also while the rows are read. */
export async function runSql({ connection }: OpenDataset, sql: string): Promise<Rows> {
  // An empty query is no error to DuckDB, and gives nothing that could be shown.
  if (sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, '') === '') throw sqlError(new Error('no SQL'))
  try {
    const result = await connection.stream(sql)
    const numeric = result.columnTypes().map((type) => /INT|DOUBLE|FLOAT|DECIMAL/.test(String(type)))
    return { columns: result.deduplicatedColumnNames(), numeric, chunks: chunksOf(result.yieldRows()) }
  } catch (error) {
    throw sqlError(error)
  }
}

async function* chunksOf(rows: AsyncIterable<DuckDBValue[][]>): AsyncGenerator<Plain[][]> {
  try {
    for await (const chunk of rows) yield chunk.map((row) => row.map(plain))
  } catch (error) {
    throw sqlError(error)
  }
}

/** Whole numbers beyond 2^53 are text: a number would lose digits. */
function plain(value: DuckDBValue): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if ('items' in value) return value.items.map(plain)
  if ('toDouble' in value) return value.toDouble()
  if ('entries' in value) {
    const { entries } = value
    if (Array.isArray(entries))
      return entries.map(({ key, value: v }) => ({ key: plain(key), value: plain(v) }))
    return Object.fromEntries(Object.entries(entries).map(([key, v]) => [key, plain(v)]))
  }
  return String(value)
}
