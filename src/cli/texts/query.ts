/** What `yaodian query` says. */
const zh = {
  query: {
    summary: '用 SQL 查询数据集',
    description:
      '用 DuckDB 的 SQL 查询 convert 输出的数据集（OUT/dataset），只读。表：notices、sections、tasks、task_units、units、deadlines、targets、basis、messages 等，列见 OUT/dataset/datapackage.json；另有视图 task_list（每个任务一行，中文列名）和 task_unit_list（每个任务的每个单位一行）。',
    out: 'convert 的输出文件夹',
    sql: 'SQL 语句；有多条时依次执行，依次显示各自的结果',
    csv: '输出 CSV（全部行）',
    json: '每行输出一个 JSON 对象（全部行）',
    after: `
示例：
  yaodian query 数据集 "SELECT * FROM task_list LIMIT 20"
  yaodian query 数据集 "SHOW TABLES"
  yaodian query 数据集 "SELECT 牵头单位, count(*) FROM task_list GROUP BY 1 ORDER BY 2 DESC" --csv

在屏幕上最多显示 500 行。需要可选组件 @duckdb/node-api；查询不能写文件，也不能读取数据集以外的文件。`,
    more: (rows: number) => `只显示了前 ${rows} 行；--csv 或 --json 输出全部。`,
    oneFormat: '--csv 和 --json 只能用一个',
    oneCsv: '--csv 只能输出一个结果：只有最后一条语句可以有结果',
    noLogging: '不能使用 DuckDB 的日志（enable_logging）',
    stopped: '查询已中断。',
  },
}

const en: typeof zh = {
  query: {
    summary: 'query a dataset with SQL',
    description:
      'Queries the dataset that convert wrote (OUT/dataset) with the SQL of DuckDB, and only reads it. Tables: notices, sections, tasks, task_units, units, deadlines, targets, basis, messages and others, their columns in OUT/dataset/datapackage.json; and the views task_list (a row a task, with Chinese column names) and task_unit_list (a row a task and unit).',
    out: 'the output folder of convert',
    sql: 'SQL; the results of several statements are shown one after the other',
    csv: 'print CSV (all rows)',
    json: 'print a JSON object a line (all rows)',
    after: `
Examples:
  yaodian query dataset "SELECT * FROM task_list LIMIT 20"
  yaodian query dataset "SHOW TABLES"
  yaodian query dataset "SELECT unit, count(*) FROM task_unit_list GROUP BY 1" --csv

At most 500 rows are shown on the screen. Needs the optional package @duckdb/node-api; a query
cannot write files, nor read any beside the dataset.`,
    more: (rows) => `Only the first ${rows} rows are shown; --csv or --json give all.`,
    oneFormat: '--csv and --json exclude each other',
    oneCsv: '--csv prints one result: only the last statement may have one',
    noLogging: 'the logs of DuckDB (enable_logging) cannot be used here',
    stopped: 'The query was interrupted.',
  },
}

export const queryTexts = { zh, en }
