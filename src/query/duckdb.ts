/** DuckDB, which is an optional package: loaded when it is asked for, and named where it is missing. */
import { YaodianError } from '../errors.ts'

export type DuckDb = typeof import('@duckdb/node-api')

const name = '@duckdb/node-api'

/** @throws YaodianError `part/missing` */
export async function loadDuckDb(
  load: () => Promise<DuckDb> = () => import('@duckdb/node-api'),
): Promise<DuckDb> {
  try {
    return await load()
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    throw new YaodianError('part/missing', { part: name, detail }, { cause: error })
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** DuckDB shows the place of an error on lines of its own, below an empty one. */
export function sqlError(error: unknown): YaodianError {
  const message = error instanceof Error ? error.message : String(error)
  const detail = message
    .replace(/^Failed to (?:extract|prepare)[^:]*: /, '')
    .split('\n\n')[0]!
    .replaceAll('\n', ' ')
  return new YaodianError('usage/wrong', { detail }, { cause: error })
}
