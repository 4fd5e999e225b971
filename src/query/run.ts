/** Runs SQL and gives its rows as plain values, a chunk at a time. */
import type { DuckDBPreparedStatement, DuckDBResult, DuckDBValue, ResultReturnType } from '@duckdb/node-api'
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

/** Rows, and not how many were changed, or nothing: the name stands in a package that may be missing. */
const queryResult: ResultReturnType = 3

/** The result of a statement. */
export interface Result extends Rows {
  /** Whether no statement comes after it. */
  readonly isLast: boolean
}

/**
 * Runs the statements one after the other and gives the rows of each that has some (`SET` and `CREATE` have
 * none), which are to be read before the next is asked for.
 * @throws YaodianError `usage/wrong`, with what DuckDB says; also while the rows are read.
 */
export async function* runSql({ connection }: OpenDataset, sql: string): AsyncGenerator<Result> {
  // To DuckDB this is an error without a name.
  if (sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|[\s;]/g, '') === '') throw sqlError(new Error('no SQL'))
  const statements = await named(connection.extractStatements(sql))
  for (let i = 0; i < statements.count; i++) {
    const result = await named(statements.prepare(i).then(stream))
    if (result.returnType === queryResult) yield { ...rowsOf(result), isLast: i === statements.count - 1 }
  }
}

async function stream(statement: DuckDBPreparedStatement): Promise<DuckDBResult> {
  try {
    return await statement.stream()
  } finally {
    statement.destroySync()
  }
}

async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw sqlError(error)
  }
}

function rowsOf(result: DuckDBResult): Rows {
  const numeric = result.columnTypes().map((type) => /INT|DOUBLE|FLOAT|DECIMAL/.test(String(type)))
  return { columns: result.deduplicatedColumnNames(), numeric, chunks: chunksOf(result.yieldRows()) }
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
