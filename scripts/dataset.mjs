// What is derived from schemas/dataset.json: the types of its rows, and the data dictionary.

const types = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', date: 'string' }

/** `task_units` → `TaskUnitsRow`. */
const rowName = (table) => `${table.replace(/(?:^|_)(.)/g, (_, c) => c.toUpperCase())}Row`

export function rowTypes({ tables }) {
  const field = (column) => {
    const type = column.enum ? column.enum.map((value) => `'${value}'`).join(' | ') : types[column.type]
    return [`  /** ${column.en}. */`, `  ${column.name}: ${type}${column.nullable ? ' | null' : ''}`]
  }
  return [
    '/* Generated from schemas/dataset.json by `npm run update`; the schema is the authority. */',
    '',
    ...tables.flatMap((table) => [
      `/** ${table.en} */`,
      `export interface ${rowName(table.name)} {`,
      ...table.columns.flatMap(field),
      '}',
      '',
    ]),
    '/** The tables by name, in their order. */',
    'export interface Tables {',
    ...tables.map((table) => `  ${table.name}: ${rowName(table.name)}`),
    '}',
    '',
    'export type TableName = keyof Tables',
    '',
  ].join('\n')
}

export const row = (cells) => `| ${cells.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`

export function dictionary({ version, tables }) {
  return [
    '# 数据字典 · Data dictionary',
    '',
    `Generated from \`schemas/dataset.json\` (version ${version}) by \`npm run update\`.`,
    '',
    '`yaodian convert … -o OUT` 把下列各表写入 `OUT/dataset/`，格式由 `--to` 选择：`<表>.ndjson`、`<表>.csv`、`<表>.parquet`，以及供人阅读的 `tasks.xlsx`。`datapackage.json`（Frictionless Data Package）说明每个文件、每张表和每一列。',
    '',
    '`yaodian convert … -o OUT` writes these tables to `OUT/dataset/` in the formats that `--to` asks for: `<table>.ndjson`, `<table>.csv`, `<table>.parquet`, and `tasks.xlsx` for people. `datapackage.json` (a Frictionless Data Package) describes every file, table and column.',
    '',
    '- 空值：NDJSON 和 Parquet 为 null，CSV 为空。No value: null in NDJSON and Parquet, empty in CSV.',
    "- CSV 中以 `= + - @` 及其全角形式、制表符或回车开头的文本（包括前面已有 `'` 的）前加一个 `'`，以免被电子表格当作公式。In CSV a text that begins with `= + - @`, their full-width forms, a tab or CR, also after apostrophes, has a `'` put before it, so that no spreadsheet takes it for a formula.",
    '- 日期为 YYYY-MM-DD；Parquet 为 DATE。Dates are YYYY-MM-DD; DATE in Parquet.',
    '- 每个值的全部出处（位置、引文、规则）在 `OUT/notices/` 的 JSON 中；表中的 `source_*` 是第一处。All evidence of each value (place, quote, rule) is in the JSON of `OUT/notices/`; `source_*` in the tables is the first piece.',
    '',
    row(['表 table', '中文', 'English']),
    row(['---', '---', '---']),
    ...tables.map((table) => row([`[${table.name}](#${table.name})`, table.zh, table.en])),
    ...tables.flatMap((table) => [
      '',
      `## ${table.name}`,
      '',
      table.zh,
      '',
      table.en,
      '',
      `主键 primary key: ${code(table.primaryKey)}`,
      ...(table.foreignKeys.length === 0 ? [] : ['', '外键 foreign keys:', '']),
      ...table.foreignKeys.map((k) => `- ${code(k.columns)} → \`${k.table}\` ${code(k.references)}`),
      '',
      row(['列 column', '类型 type', '可空 nullable', '中文', 'English', '例 example']),
      row(['---', '---', '---', '---', '---', '---']),
      ...table.columns.map((c) =>
        row([`\`${c.name}\``, c.type, c.nullable ? '✓' : '', c.zh, c.en + values(c), `\`${c.example}\``]),
      ),
    ]),
    '',
  ].join('\n')
}

const code = (names) => names.map((name) => `\`${name}\``).join(', ')
const values = (column) => (column.enum ? ` (${column.enum.map((v) => `\`${v}\``).join(' ')})` : '')
