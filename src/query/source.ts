/** Where a dataset lies, and how DuckDB reads its tables with the types of the schema. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Column, Table } from '../dataset/tables.ts'
import { tables } from '../dataset/tables.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { identifier, quoted } from './duckdb.ts'

/** Typed files first. */
const formats = ['parquet', 'ndjson', 'csv'] as const
type Format = (typeof formats)[number]

export interface TableSource {
  readonly table: Table
  readonly path: string
  readonly format: Format
}

/**
 * The files of OUT/dataset, or of the folder itself if it is one.
 * @throws YaodianError `input/not-found`, `input/none`
 */
export function sourcesOf(out: string, lang: Lang): Map<string, TableSource> {
  if (!existsSync(out)) throw new YaodianError('input/not-found', { path: out })
  for (const folder of [join(out, 'dataset'), out]) {
    const found = tables.flatMap((table) => sourceOf(folder, table) ?? [])
    if (found.some(({ table }) => table.name === 'notices')) {
      return new Map(found.map((source) => [source.table.name, source]))
    }
  }
  const detail = lang === 'zh' ? '其中没有 convert 写出的表' : 'it holds no tables of convert'
  const files = formats.map((format) => `dataset/notices.${format}`).join(', ')
  throw new YaodianError('input/none', {
    path: lang === 'zh' ? `${out}（${detail}：${files}）` : `${out} (${detail}: ${files})`,
  })
}

function sourceOf(folder: string, table: Table): TableSource | null {
  for (const format of formats) {
    const path = join(folder, `${table.name}.${format}`)
    if (existsSync(path)) return { table, path, format }
  }
  return null
}

const types: Readonly<Record<Column['type'], string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
}

export function typeOf(column: Column): string {
  return types[column.type]
}

/** A query that gives the rows of the file. */
export function rowsOf({ table, path, format }: TableSource): string {
  const columns = table.columns.map((column) => `${identifier(column.name)}: ${quoted(typeOf(column))}`)
  // A file name is a pattern to DuckDB: brackets, * and ? in it are to stand for themselves.
  const file = quoted(path.replace(/[*?[]/g, (char) => `[${char}]`))
  if (format === 'parquet') return `SELECT ${table.columns.map(plain).join(', ')} FROM read_parquet(${file})`
  if (format === 'ndjson') {
    return `SELECT * FROM read_json(${file}, format = 'newline_delimited', columns = {${columns.join(', ')}})`
  }
  const options = `header = true, delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = false`
  return `SELECT ${table.columns.map(unescaped).join(', ')} FROM read_csv(${file}, ${options}, auto_detect = false, columns = {${columns.join(', ')}})`
}

function plain(column: Column): string {
  const name = identifier(column.name)
  return `CAST(${name} AS ${typeOf(column)}) AS ${name}`
}

/**
 * In CSV an apostrophe stands before what a spreadsheet would take for a formula, and one more before what
 * begins with apostrophes and such a sign; nothing is null.
 */
function unescaped(column: Column): string {
  const name = identifier(column.name)
  if (column.type !== 'string') return name
  const text = `regexp_replace(${name}, '^''(''*[-=+@\\t\\r＝＋－＠])', '\\1')`
  return `${column.nullable ? text : `coalesce(${text}, '')`} AS ${name}`
}
