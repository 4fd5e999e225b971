/** The tables of `yaodian stats`: each one query, with the titles of its columns. */
import { divisions } from '../data/divisions.ts'
import type { Lang } from '../message.ts'

export const statNames = ['county', 'unit', 'function', 'deadline', 'coverage'] as const
export type StatName = (typeof statNames)[number]

export interface Stat {
  readonly name: StatName
  readonly titles: Readonly<Record<Lang, readonly string[]>>
  readonly sql: string
}

/** Copies of a notice count once: its preferred copy. */
const notices = 'SELECT * FROM notices WHERE preferred'

function has(condition: string): string {
  return `EXISTS (SELECT 1 FROM task_units tu WHERE tu.task_id = t.task_id AND ${condition})`
}

function share(count: string, of: string): string {
  return `round(100.0 * ${count} / nullif(${of}, 0), 1)`
}

const county = `
SELECT n.region_code, n.region_name, count(DISTINCT n.document_id), count(t.task_id),
  ${share("count(*) FILTER (WHERE t.task_id IS NOT NULL AND (SELECT count(*) FROM task_units tu WHERE tu.task_id = t.task_id AND tu.role IN ('lead', 'responsible')) > 0)", 'count(t.task_id)')}
FROM (${notices}) n LEFT JOIN tasks t USING (document_id)
GROUP BY ALL ORDER BY 4 DESC, 1 NULLS LAST`

/** The full names of divisions by their codes; of a code given twice, that of the division that still is. */
function placeNames(): string {
  const names = new Map<string, string>()
  for (const { code, path, until } of divisions()) {
    if (until === undefined || !names.has(code)) names.set(code, path)
  }
  return Array.from(names, ([code, path]) => `('${code}', '${path}')`).join(', ')
}

/**
 * A 市财政局 of two cities is two units, and each row says whose it is. What is one name to a reader is one
 * row, whatever else is known of it: 各县(市、区) and 各县（市、区）.
 */
function unit(): string {
  return `
WITH places(code, path) AS (VALUES ${placeNames()}),
named AS (SELECT unit_id, name, function, function_name, jurisdiction,
  translate(regexp_replace(name, '\\s', '', 'g'), '（），', '(),') AS folded FROM units)
SELECT max(u.name), coalesce(any_value(p.path), u.jurisdiction), u.function_name, count(DISTINCT tu.task_id),
  count(DISTINCT tu.task_id) FILTER (WHERE tu.role = 'lead'),
  count(DISTINCT tu.task_id) FILTER (WHERE tu.role = 'responsible'),
  count(DISTINCT tu.task_id) FILTER (WHERE tu.role = 'supporting'),
  count(DISTINCT tu.document_id)
FROM task_units tu JOIN named u USING (unit_id) LEFT JOIN places p ON p.code = u.jurisdiction
WHERE tu.role <> 'mentioned'
GROUP BY u.folded, u.function, u.function_name, u.jurisdiction
ORDER BY 4 DESC, 1, u.jurisdiction NULLS LAST, u.function NULLS LAST`
}

const byFunction = `
SELECT u.function, u.function_name, count(DISTINCT tu.task_id),
  count(DISTINCT tu.task_id) FILTER (WHERE tu.role = 'lead'), count(DISTINCT u.unit_id),
  count(DISTINCT tu.document_id)
FROM task_units tu JOIN units u USING (unit_id) WHERE tu.role <> 'mentioned'
GROUP BY ALL ORDER BY 3 DESC, 1 NULLS LAST`

const deadline = `
SELECT d.type, strftime(d.end_on, '%Y-%m'), count(*), count(DISTINCT d.task_id)
FROM deadlines d GROUP BY ALL ORDER BY 2 NULLS LAST, 1`

const taskShares: readonly (readonly [zh: string, en: string, condition: string])[] = [
  ['有工作要求', 'with a requirement', 't.requirement IS NOT NULL'],
  ['有牵头单位', 'with lead units', has("tu.role = 'lead'")],
  ['有责任单位', 'with responsible units', has("tu.role = 'responsible'")],
  ['有牵头或责任单位', 'with lead or responsible units', has("tu.role IN ('lead', 'responsible')")],
  [
    '单位职能已识别',
    'with the function of a unit',
    has('tu.unit_id IN (SELECT unit_id FROM units WHERE function IS NOT NULL)'),
  ],
  ['有时限', 'with a deadline', 'EXISTS (SELECT 1 FROM deadlines d WHERE d.task_id = t.task_id)'],
  [
    '时限有日期',
    'with a dated deadline',
    'EXISTS (SELECT 1 FROM deadlines d WHERE d.task_id = t.task_id AND d.end_on IS NOT NULL)',
  ],
]

function coverage(lang: Lang): string {
  const words = {
    zh: { outcome: '结果', task: '任务', copies: '非首选副本' },
    en: { outcome: 'outcome', task: 'tasks', copies: 'copies not preferred' },
  }[lang]
  const outcomes = `SELECT 1 AS part, 0 AS place, '${words.outcome} ' || outcome AS what, count(*) AS n, (SELECT count(*) FROM notices) AS total FROM notices GROUP BY outcome`
  const copies = `SELECT 2, 0, '${words.copies}', count(*) FILTER (WHERE NOT preferred), count(*) FROM notices`
  const shares = taskShares.map(
    ([zh, en, condition], i) =>
      `SELECT 3, ${i}, '${words.task} ${{ zh, en }[lang]}', count(*) FILTER (WHERE ${condition}), count(*) FROM tasks t`,
  )
  const all = [outcomes, copies, ...shares].join('\nUNION ALL ')
  return `SELECT what, n, total, ${share('n', 'total')} FROM (${all}) ORDER BY part, place, what`
}

export function statsFor(lang: Lang): readonly Stat[] {
  return [
    {
      name: 'county',
      titles: {
        zh: ['区划代码', '地区', '通知', '任务', '有牵头或责任单位%'],
        en: ['code', 'region', 'notices', 'tasks', 'with lead or responsible units %'],
      },
      sql: county,
    },
    {
      name: 'unit',
      titles: {
        zh: ['单位', '地区', '职能', '任务', '牵头', '责任', '配合', '通知'],
        en: ['unit', 'region', 'function', 'tasks', 'lead', 'responsible', 'supporting', 'notices'],
      },
      sql: unit(),
    },
    {
      name: 'function',
      titles: {
        zh: ['职能代码', '职能', '任务', '牵头', '单位', '通知'],
        en: ['code', 'function', 'tasks', 'lead', 'units', 'notices'],
      },
      sql: byFunction,
    },
    {
      name: 'deadline',
      titles: { zh: ['时限类型', '截止月份', '时限', '任务'], en: ['type', 'month', 'deadlines', 'tasks'] },
      sql: deadline,
    },
    {
      name: 'coverage',
      titles: { zh: ['项目', '数量', '总数', '占比%'], en: ['what', 'count', 'of', '%'] },
      sql: coverage(lang),
    },
  ]
}
