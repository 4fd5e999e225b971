/** Views for people: what the tables say, joined, a row a task or a row a task and unit. */

export interface View {
  readonly name: string
  /** Tables that it reads. */
  readonly tables: readonly string[]
  readonly sql: string
}

function units(role: string): string {
  return `(SELECT string_agg(u.name, '、' ORDER BY tu.position) FROM task_units tu JOIN units u USING (unit_id)
    WHERE tu.task_id = t.task_id AND tu.role = '${role}')`
}

export const views: readonly View[] = [
  {
    name: 'task_list',
    tables: ['notices', 'tasks', 'task_units', 'units', 'deadlines'],
    sql: `SELECT n.region_name AS 地区, n.issuer AS 发文机关, n.year AS 年度, n.title AS 标题,
  t.level1 AS 一级, t.level2 AS 二级, t.ordinal AS 序号, t.task AS 工作任务, t.requirement AS 工作要求,
  ${units('lead')} AS 牵头单位,
  ${units('responsible')} AS 责任单位,
  ${units('supporting')} AS 配合单位,
  ${units('guiding')} AS 指导单位,
  (SELECT string_agg(d.text, '；' ORDER BY d.position) FROM deadlines d WHERE d.task_id = t.task_id) AS 完成时限,
  (SELECT max(d.end_on) FROM deadlines d WHERE d.task_id = t.task_id) AS 截止日期,
  n.path AS 文件, t.task_id AS 任务编号
FROM tasks t JOIN notices n USING (document_id)
ORDER BY n.path, t.position`,
  },
  {
    name: 'task_unit_list',
    tables: ['notices', 'tasks', 'task_units', 'units'],
    sql: `SELECT n.region_code, n.region_name, n.issuer, n.year, n.title, t.document_id, t.task_id, t.task,
  tu.role, u.name AS unit, u.kind, u.function, u.function_name, u.level AS unit_level, u.type AS unit_type
FROM task_units tu JOIN tasks t USING (task_id) JOIN notices n ON n.document_id = t.document_id
JOIN units u USING (unit_id)`,
  },
]
