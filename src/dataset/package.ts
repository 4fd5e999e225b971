/** datapackage.json: a Frictionless Data Package (v1) that describes every file, table and column. */
import type { Sum } from './aside.ts'
import { type Column, schemaVersion, type Table, tables } from './tables.ts'
import type { DatasetFormat } from './writer.ts'

type TableFormat = Exclude<DatasetFormat, 'xlsx'>

/** The format whose resources bear the tables' own names: the first of these that was asked for. */
const primary: readonly TableFormat[] = ['csv', 'parquet', 'ndjson']

const media: Readonly<Record<DatasetFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const both = (of: { readonly zh: string; readonly en: string }) => ({
  description: `${of.zh} ${of.en}`,
  descriptions: { zh: of.zh, en: of.en },
})

const texts = {
  package: {
    zh: '由 yaodian 从政府工作要点、任务分解类通知中读出的任务、单位、时限和章节。',
    en: 'Tasks, units, deadlines and sections that yaodian read from work-plan notices of Chinese governments.',
  },
  csv: {
    zh: "以 = + - @ 及其全角形式、制表符或回车开头的文本（包括前面已有 ' 的）前加了一个 '，以免被电子表格当作公式。",
    en: "A text that begins with = + - @, their full-width forms, a tab or CR, also after apostrophes, has a ' put before it, so that no spreadsheet takes it for a formula.",
  },
  workbook: {
    zh: '供人阅读的工作簿：台账、问题和说明。',
    en: 'A workbook for people: tasks, problems, and what the columns are.',
  },
}

/** `sums`: by file name; what it holds decides which resources there are. It says nothing of the clock. */
export function dataPackage(formats: readonly DatasetFormat[], sums: ReadonlyMap<string, Sum>): string {
  const first = primary.find((format) => formats.includes(format))
  const nameOf = (table: string, format: TableFormat) => (format === first ? table : `${table}.${format}`)
  const tabular = primary
    .filter((format) => formats.includes(format))
    .flatMap((format) => tables.map((table) => tableResource(table, format, nameOf, sums)))
  const value = {
    profile: 'data-package',
    name: 'yaodian-dataset',
    title: '要点数据集 yaodian dataset',
    ...both(texts.package),
    schemaVersion,
    resources: formats.includes('xlsx') ? [...tabular, workbookResource(sums)] : tabular,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A tabular data resource is CSV by its definition; the others are data resources with the same schema. */
function tableResource(
  table: Table,
  format: TableFormat,
  nameOf: (table: string, format: TableFormat) => string,
  sums: ReadonlyMap<string, Sum>,
) {
  const csv = format === 'csv'
  const about = csv ? { zh: table.zh + texts.csv.zh, en: `${table.en} ${texts.csv.en}` } : table
  const foreignKeys = table.foreignKeys.map(({ columns, table: target, references }) => ({
    fields: columns,
    // The empty string is the resource itself.
    reference: { resource: target === table.name ? '' : nameOf(target, format), fields: references },
  }))
  return {
    profile: csv ? 'tabular-data-resource' : 'data-resource',
    name: nameOf(table.name, format),
    ...fileOf(`${table.name}.${format}`, format, sums),
    ...(format === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...both(about),
    ...(csv ? { dialect: { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true } } : {}),
    schema: {
      fields: table.columns.map((column) => field(column, table)),
      ...(csv ? { missingValues: [''] } : {}),
      primaryKey: table.primaryKey,
      // Where there are none the key is not there: the profile asks for one at least.
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  }
}

function workbookResource(sums: ReadonlyMap<string, Sum>) {
  return {
    profile: 'data-resource',
    name: 'tasks.xlsx',
    ...fileOf('tasks.xlsx', 'xlsx', sums),
    ...both(texts.workbook),
  }
}

function fileOf(path: string, format: DatasetFormat, sums: ReadonlyMap<string, Sum>) {
  const sum = sums.get(path)
  const known = sum ? { bytes: sum.bytes, hash: `sha256:${sum.sha256}` } : {}
  return { path, format, mediatype: media[format], ...known }
}

/** A text that is there and empty is no different from none in CSV: so only what is never empty is required. */
function field(column: Column, table: Table) {
  const key =
    table.primaryKey.includes(column.name) || table.foreignKeys.some((k) => k.columns.includes(column.name))
  const required = !column.nullable && (column.type !== 'string' || key || column.enum !== undefined)
  const constraints = {
    ...(required ? { required } : {}),
    ...(column.enum ? { enum: column.enum } : {}),
  }
  return {
    name: column.name,
    type: column.type,
    ...(column.type === 'date' ? { format: 'default' } : {}),
    ...both(column),
    example: column.example,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}
