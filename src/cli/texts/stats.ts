/** What `yaodian stats` says. */
import type { StatName } from '../../query/stats.ts'

const zh = {
  stats: {
    summary: '统计数据集：按地区、单位、职能、时限，以及覆盖率',
    description:
      '统计 convert 输出的数据集（OUT/dataset）中的任务；同一通知的多个副本只计一次。不给 --by 时各表都列出，每表最多 20 行。',
    out: 'convert 的输出文件夹',
    by: '只看一个表：county 地区、unit 单位、function 职能、deadline 时限、coverage 覆盖率',
    csv: '输出 CSV（须同时给出 --by）',
    json: '每行输出一个 JSON 对象',
    after: `
示例：
  yaodian stats 数据集
  yaodian stats 数据集 --by unit --csv > 单位.csv

需要可选组件 @duckdb/node-api。`,
    names: {
      county: '各地区的任务',
      unit: '各单位的任务',
      function: '各职能的任务',
      deadline: '时限的类型和月份',
      coverage: '覆盖率',
    } satisfies Record<StatName, string>,
    more: (rows: number, name: string) => `……只列出前 ${rows} 行，全部见 --by ${name}`,
    csvNeedsBy: '--csv 须同时用 --by 指定一个表',
  },
}

const en: typeof zh = {
  stats: {
    summary: 'count the tasks of a dataset',
    description:
      'Counts the tasks of the dataset that convert wrote (OUT/dataset); copies of one notice count once. Without --by all tables are shown, at most 20 rows of each.',
    out: 'the output folder of convert',
    by: 'one table only: county, unit, function, deadline or coverage',
    csv: 'print CSV (with --by)',
    json: 'print a JSON object a line',
    after: `
Examples:
  yaodian stats dataset
  yaodian stats dataset --by unit --csv > units.csv

Needs the optional package @duckdb/node-api.`,
    names: {
      county: 'Tasks by region',
      unit: 'Tasks by unit',
      function: 'Tasks by function',
      deadline: 'Deadlines by type and month',
      coverage: 'Coverage',
    },
    more: (rows, name) => `… the first ${rows} rows only; --by ${name} gives all`,
    csvNeedsBy: '--csv needs --by to name one table',
  },
}

export const statsTexts = { zh, en }
