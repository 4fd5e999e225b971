/** The dataset as others open it: DuckDB over Parquet, CSV and NDJSON. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../src/dataset/record.ts'
import { type Column, type Table, tables } from '../../src/dataset/tables.ts'
import { DatasetWriter } from '../../src/dataset/writer.ts'
import { madeDeadline, madeNotice, madeTask } from '../made.ts'
import { madeRecord, sampleRecords, temporary } from './record.ts'

const duckdb = await import('@duckdb/node-api').catch(() => null)
// An optional package: where it could not be installed there is nothing to open the dataset with.
if (!duckdb && process.env.CI !== 'true')
  console.warn('@duckdb/node-api is not installed: its tests are skipped')

const formats = ['parquet', 'csv', 'ndjson'] as const
const types: Record<Column['type'], string> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
}

function scan(folder: string, table: Table, format: (typeof formats)[number]): string {
  const path = `'${join(folder, `${table.name}.${format}`)}'`
  if (format === 'parquet') return `read_parquet(${path})`
  const columns = table.columns.map((c) => `'${c.name}': '${types[c.type]}'`).join(', ')
  // Typed as datapackage.json says, and strict: a cell that is not of its column's type is an error.
  if (format === 'csv') return `read_csv(${path}, header = true, columns = {${columns}}, strict_mode = true)`
  return `read_json(${path}, format = 'newline_delimited', columns = {${columns}})`
}

describe.skipIf(!duckdb && process.env.CI !== 'true')('in DuckDB', () => {
  let rows: (sql: string) => Promise<Record<string, unknown>[]>
  let folder: string
  let records: DocumentRecord[]

  beforeAll(async () => {
    const connection = await (await duckdb!.DuckDBInstance.create(':memory:')).connect()
    rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
    records = await sampleRecords()
    folder = await written([...records, nasty()])
  }, 120_000)

  async function written(documents: readonly DocumentRecord[], allCopies = false): Promise<string> {
    const out = temporary()
    const writer = await DatasetWriter.open(out, { formats, lang: 'zh', allCopies })
    for (const record of documents) await writer.add(record)
    await writer.commit()
    return out
  }

  async function orphans(out: string, format: (typeof formats)[number]): Promise<string[]> {
    const found: string[] = []
    for (const table of tables) {
      for (const key of table.foreignKeys) {
        const target = tables.find(({ name }) => name === key.table)!
        const [from, to] = [key.columns[0]!, key.references[0]!]
        const sql = `SELECT count(*)::INT AS n FROM ${scan(out, table, format)} a WHERE ${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${scan(out, target, format)})`
        const [row] = await rows(sql)
        if (row!.n !== 0) found.push(`${table.name}.${from}: ${row!.n}`)
      }
    }
    return found
  }

  it.each(formats)('foreign and primary keys hold: %s', async (format) => {
    expect(await orphans(folder, format)).toEqual([])
    for (const table of tables) {
      const key = table.primaryKey.join(', ')
      const twice = await rows(
        `SELECT ${key} FROM ${scan(folder, table, format)} GROUP BY ${key} HAVING count(*) > 1`,
      )
      expect(twice, table.name).toEqual([])
      const nulls = table.primaryKey.map((column) => `${column} IS NULL`).join(' OR ')
      expect(await rows(`SELECT 1 FROM ${scan(folder, table, format)} WHERE ${nulls}`), table.name).toEqual(
        [],
      )
    }
  })

  it.each([false, true])('they hold with copies, all of them written: %s', async (allCopies) => {
    const [first] = records.filter(
      (record) => record.result.tasks.length > 5 && record.result.messages.length > 0,
    )
    const { documentId: noticeId } = first!
    const copy = { noticeId, preferred: false, sameAs: noticeId, differences: first!.result.messages }
    const second = { ...first!, documentId: '0123456789abcdef', path: 'zz', copy }
    const out = await written([first!, second], allCopies)
    for (const format of formats) expect(await orphans(out, format), format).toEqual([])
    const [count] = await rows(
      `SELECT count(*)::INT AS n FROM ${scan(out, tables.find((t) => t.name === 'tasks')!, 'parquet')}`,
    )
    expect(count!.n).toBe(first!.result.tasks.length * (allCopies ? 2 : 1))
  })

  it('an orphan would be found', async () => {
    const record = madeRecord('x', { review: [{ task: 't9', pointer: '/task', confidence: 0, reasons: [] }] })
    expect(await orphans(await written([record]), 'parquet')).toEqual(['review.task_id: 1'])
  })

  it('Parquet is typed as the schema says', async () => {
    for (const table of tables) {
      const described = await rows(`DESCRIBE SELECT * FROM ${scan(folder, table, 'parquet')}`)
      expect(described.map((row) => [row.column_name, row.column_type])).toEqual(
        table.columns.map((column) => [column.name, types[column.type]]),
      )
    }
  })

  it.each(['csv', 'ndjson'] as const)('%s holds the same rows as Parquet', async (format) => {
    for (const table of tables) {
      // CSV has no difference between an empty text and none, and texts that look like formulas are quoted in it.
      const same = table.columns.map(({ name, type }) => {
        if (format === 'ndjson' || type !== 'string') return name
        return `nullif(regexp_replace(${name}, '^''(''*[=+@\\t\\r＝＋－＠-])', '\\1'), '') AS ${name}`
      })
      const plain = table.columns.map(({ name, type }) =>
        format === 'csv' && type === 'string' ? `nullif(${name}, '') AS ${name}` : name,
      )
      const [one, other] = [
        `SELECT ${plain.join(', ')} FROM ${scan(folder, table, 'parquet')}`,
        `SELECT ${same.join(', ')} FROM ${scan(folder, table, format)}`,
      ]
      for (const sql of [`${one} EXCEPT ALL ${other}`, `${other} EXCEPT ALL ${one}`]) {
        expect(await rows(sql), table.name).toEqual([])
      }
    }
  })

  it('texts come out as they went in', async () => {
    const tasks = tables.find(({ name }) => name === 'tasks')!
    const id = nasty().documentId
    for (const format of ['parquet', 'ndjson'] as const) {
      const found = await rows(
        `SELECT task FROM ${scan(folder, tasks, format)} WHERE document_id = '${id}' ORDER BY position`,
      )
      expect(
        found.map((row) => row.task),
        format,
      ).toEqual(texts)
    }
    const deadlines = tables.find(({ name }) => name === 'deadlines')!
    const [dated] = await rows(
      `SELECT start_on, end_on FROM ${scan(folder, deadlines, 'parquet')} WHERE document_id = '${id}'`,
    )
    expect(dated).toEqual({ start_on: '1949-10-01', end_on: '2100-12-31' })
  })

  it('row groups that are full leave no row out', async () => {
    const many = Array.from({ length: 9_999 }, (_, i) => madeTask(`t${i + 1}`, `任务${i + 1}`))
    const out = await written([
      madeRecord('a', { tasks: many }),
      madeRecord('b', { tasks: many.slice(0, 5_002) }),
    ])
    const tasks = tables.find(({ name }) => name === 'tasks')!
    const [row] = await rows(
      `SELECT count(*)::INT AS n, count(DISTINCT task_id)::INT AS d FROM ${scan(out, tasks, 'parquet')}`,
    )
    expect(row).toEqual({ n: 15_001, d: 15_001 })
    const groups = await rows(
      `SELECT DISTINCT row_group_id, row_group_num_rows::INT AS n FROM parquet_metadata('${join(out, 'tasks.parquet')}') ORDER BY 1`,
    )
    expect(groups.map((group) => group.n)).toEqual([10_000, 5_001])
  })
})

const texts = [
  '他说"好",\n然后走',
  '行一\r\n行二\r行三',
  '=1+1',
  "'=1+1",
  '\u{20000}𠮷 🀄',
  'a\tb\u0001c',
  '  两头有空格  ',
  'null',
  ',',
  '"',
  '\\',
  '\u2028',
]

function nasty(): DocumentRecord {
  const deadlines = [madeDeadline('长期', 'during', { start: '1949-10-01', end: '2100-12-31' })]
  return madeRecord('怪,"名\n.txt', {
    notice: madeNotice({ title: '', addressees: ['', ',', '"'] }),
    tasks: texts.map((text, i) => madeTask(`t${i + 1}`, text, i === 0 ? { deadlines } : {})),
  })
}
