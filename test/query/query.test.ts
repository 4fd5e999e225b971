import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { tables } from '../../src/dataset/tables.ts'
import { type DatasetFormat, DatasetWriter } from '../../src/dataset/writer.ts'
import { loadDuckDb } from '../../src/query/duckdb.ts'
import { statNames } from '../../src/query/stats.ts'
import { folder as temporary, values, yaodian } from '../cli/fake.ts'
import { madeRecord } from '../dataset/record.ts'
import { madeDeadline, madeNotice, madeTask, madeUnit } from '../made.ts'

// It is an optional package; on CI it has to be there.
const there = await loadDuckDb().then(
  () => true,
  () => false,
)
if (!there) console.info('no @duckdb/node-api: query and stats are not tested')

const counties = [
  {
    path: '甲/a.txt',
    county: '含山县',
    code: '340522',
    lead: '县财政局',
    function: 'finance',
    due: '2021-06-30',
  },
  {
    path: '乙/b.txt',
    county: '和县',
    code: '340523',
    lead: '县教育局',
    function: 'education',
    due: '2021-12-31',
  },
]

const records = () => [
  ...counties.map(({ path, county, code, lead, function: code2, due }) =>
    madeRecord(path, {
      notice: madeNotice({
        title: `${county}2021年政务公开工作要点`,
        issuer: `${county}人民政府办公室`,
        year: 2021,
        issuedOn: '2021-03-01',
        region: { code, name: `安徽省马鞍山市${county}` },
      }),
      tasks: [
        madeTask('t1', '推进政务公开，做好解读。', {
          leadUnits: [madeUnit(lead, { function: code2, level: 'county', type: 'department' })],
          responsibleUnits: [madeUnit('各镇'), madeUnit('县直各单位')],
          deadlines: [madeDeadline('底前', 'by', { end: due })],
        }),
        madeTask('t2', '=cmd|说明', { requirement: '-1以上', ordinal: '2' }),
      ],
    }),
  ),
  madeRecord('丙/c.txt', {
    notice: madeNotice({ title: '没有单位的通知', year: 2021 }),
    tasks: [madeTask('t1', '加强管理')],
  }),
  madeRecord(
    '乙/b.pdf',
    { notice: madeNotice({ title: '副本' }) },
    { preferred: false, ...sameAs('乙/b.txt') },
  ),
]

function sameAs(path: string) {
  const { documentId } = madeRecord(path)
  return { noticeId: documentId, sameAs: documentId }
}

async function dataset(format: DatasetFormat): Promise<string> {
  const out = temporary()
  const writer = await DatasetWriter.open(join(out, 'dataset'), { formats: [format], lang: 'zh' })
  for (const record of records()) await writer.add(record)
  await writer.commit()
  return out
}

const json = async (out: string, sql: string) => {
  const { status, out: text, err } = await yaodian('query', out, sql, '--json')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return values(text)
}

describe.skipIf(!there && !process.env.CI)('query', () => {
  it.each(['parquet', 'ndjson', 'csv'] as const)(
    'reads the tables as %s with their types',
    async (format) => {
      const out = await dataset(format)
      expect(
        await json(
          out,
          `SELECT task, requirement, lead_open, position + 1 AS next, ordinal, "rule" FROM tasks
        JOIN notices USING (document_id) WHERE path = '甲/a.txt' ORDER BY position`,
        ),
      ).toEqual([
        {
          task: '推进政务公开，做好解读。',
          requirement: null,
          lead_open: false,
          next: expect.any(Number),
          ordinal: null,
          rule: null,
        },
        {
          task: '=cmd|说明',
          requirement: '-1以上',
          lead_open: false,
          next: expect.any(Number),
          ordinal: '2',
          rule: null,
        },
      ])
      expect(await json(out, 'SELECT end_on, end_on + 1 AS after FROM deadlines ORDER BY 1')).toEqual([
        { end_on: '2021-06-30', after: '2021-07-01' },
        { end_on: '2021-12-31', after: '2022-01-01' },
      ])
      const described = await json(
        out,
        'SELECT table_name, count(*) AS n FROM information_schema.columns GROUP BY 1',
      )
      const counts = Object.fromEntries(described.map((row) => [row.table_name, row.n]))
      for (const table of tables) expect(counts[table.name], table.name).toBe(table.columns.length)
    },
  )

  it.each(['parquet', 'ndjson', 'csv'] as const)('gives texts as they are from %s', async (format) => {
    const texts = ['=1+1', "'=1 是公式", "''-2", "'+3", "'引号", "''", '-', '＝甲', "'＠乙", "a'=1"]
    const out = temporary()
    const writer = await DatasetWriter.open(join(out, 'dataset'), { formats: [format], lang: 'zh' })
    await writer.add(madeRecord('a.txt', { tasks: texts.map((text, i) => madeTask(`t${i + 1}`, text)) }))
    await writer.commit()
    const rows = await json(out, 'SELECT task FROM tasks ORDER BY position')
    expect(rows.map((row) => row.task)).toEqual(texts)
  })

  it('shows NULL, dates, lists, structs and large numbers', async () => {
    const out = await dataset('parquet')
    const sql = `SELECT NULL AS a, DATE '2021-01-02' AS b, [1, NULL] AS c, {'x': 'y'} AS d, 9007199254740993 AS e,
      sum(task_count) AS f, 1.5 AS g, MAP {'k': 1} AS h, 'a' AS i, 'b' AS i FROM notices`
    expect(await json(out, sql)).toEqual([
      {
        a: null,
        b: '2021-01-02',
        c: [1, null],
        d: { x: 'y' },
        e: '9007199254740993',
        f: 5,
        g: 1.5,
        h: [{ key: 'k', value: 1 }],
        i: 'a',
        'i:1': 'b',
      },
    ])
    const csv = await yaodian('query', out, sql, '--csv')
    expect(csv.out).toBe(
      '\ufeffa,b,c,d,e,f,g,h,i,i:1\r\n,2021-01-02,"[1,null]","{""x"":""y""}",9007199254740993,5,1.5,"[{""key"":""k"",""value"":1}]",a,b\r\n',
    )
  })

  it('shows a table with Chinese widths, and a row a task with its units', async () => {
    const out = await dataset('ndjson')
    const { status, out: text } = await yaodian(
      'query',
      out,
      'SELECT 工作任务, 牵头单位, 责任单位, 截止日期 FROM task_list',
    )
    expect(status).toBe(0)
    expect(text).toContain('县财政局')
    expect(text).toContain('各镇、县直各单位')
    expect(text).toContain('2021-06-30')
    const { displayWidth } = await import('../../src/cli/width.ts')
    const widths = new Set(text.trimEnd().split('\n').map(displayWidth))
    expect([...widths]).toHaveLength(1)
    expect([...widths][0]).toBeLessThanOrEqual(120)
  })

  it('cuts a long result on the screen, and says so; CSV has all', async () => {
    const out = await dataset('parquet')
    const table = await yaodian('query', out, "SELECT repeat('字', 500) AS w, * FROM range(3000)")
    expect(table.err).toContain('只显示了前 500 行')
    expect(table.out.split('\n').length).toBeLessThan(510)
    const csv = await yaodian('query', out, 'SELECT * FROM range(3000)', '--csv')
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(3001)
  })

  it('shows the result of each statement that has one, as the shell of DuckDB does', async () => {
    const out = await dataset('parquet')
    const sql = `SELECT count(*) AS 通知 FROM notices; SET VARIABLE least = 2; -- no rows
      CREATE TABLE many AS SELECT * FROM range(100000) AS r(n); INSERT INTO many VALUES (-1);
      SELECT count(*) AS n FROM many WHERE n < getvariable('least'); /* nothing */ ;`
    expect(await json(out, sql)).toEqual([{ 通知: 4 }, { n: 3 }])
    const table = await yaodian('query', out, sql)
    expect(table.out).toMatch(/ 通知 .* 4 .* n .* 3 /s)
    expect(table.out).not.toContain('Count')
    // The first was shown when the second turned out to be wrong.
    const wrong = await yaodian('query', out, 'SELECT 1 AS a; SELECT b', '--json')
    expect(wrong).toMatchObject({
      status: 64,
      out: '{"a":1}\n',
      err: expect.stringContaining('column "b" was not found'),
    })
    expect(await yaodian('query', out, 'CREATE TABLE x (a INT)')).toEqual({ status: 0, out: '', err: '' })
  })

  it('gives one result as CSV, and refuses more: a table has one head', async () => {
    const out = await dataset('parquet')
    const one = await yaodian('query', out, "SET VARIABLE a = 1; SELECT getvariable('a') AS a;", '--csv')
    expect(one).toMatchObject({ status: 0, out: '\ufeffa\r\n1\r\n' })
    const two = await yaodian('query', out, 'SELECT 1 AS a; SELECT 2 AS b', '--csv')
    expect(two).toMatchObject({ status: 64, out: '', err: expect.stringContaining('--csv 只能输出一个结果') })
  })

  it('names what is wrong in the SQL', async () => {
    const out = await dataset('parquet')
    const wrong: [string, RegExp][] = [
      ['SELEC 1', /syntax error at or near "SELEC"/],
      ['SELECT * FROM taks', /Table with name taks does not exist! Did you mean/],
      ['SELECT task FROM notices', /column "task" not found/],
      ['/* nothing */ ;', /no SQL/],
      ["SELECT 'x'::INT FROM range(5000)", /Could not convert string/],
    ]
    for (const [sql, message] of wrong) {
      const { status, err } = await yaodian('query', out, sql, '--csv')
      expect({ sql, status }).toEqual({ sql, status: 64 })
      expect(err).toMatch(/^错误 usage\/wrong/)
      expect(err).toMatch(message)
    }
    expect((await yaodian('query', out, 'SELECT 1', '--csv', '--json')).status).toBe(64)
  })

  it('writes nothing, and reads nothing but the dataset', async () => {
    const out = await dataset('parquet')
    const target = join(out, 'dataset', 'x.csv').replaceAll("'", "''")
    const before = readdirSync(join(out, 'dataset')).map((name) => readFileSync(join(out, 'dataset', name)))
    for (const sql of [
      `COPY tasks TO '${target}'`,
      `EXPLAIN ANALYZE COPY tasks TO '${target}'`,
      `EXPORT DATABASE '${target}'`,
      `ATTACH '${target}'`,
      `SELECT * FROM read_text('/etc/passwd')`,
      `SELECT * FROM read_parquet('${join(out, 'dataset')}/notices.parquet')`,
      `SELECT * FROM glob('/*')`,
      `SET enable_external_access = true`,
      `INSTALL httpfs`,
      `CALL enable_logging(storage = 'file', storage_path = '${join(out, 'dataset')}')`,
      `SELECT * FROM 'https://example.com/a.csv'`,
    ]) {
      expect({ sql, status: (await yaodian('query', out, sql)).status }).toEqual({ sql, status: 64 })
    }
    const after = readdirSync(join(out, 'dataset')).map((name) => readFileSync(join(out, 'dataset', name)))
    expect(after).toEqual(before)
  })

  it('never takes a table that was not read for an empty one', async () => {
    const out = await dataset('parquet')
    expect(await json(out, "FROM query('SELECT count(*) AS n FROM ta' || 'sks')")).toEqual([{ n: 5 }])
    rmSync(join(out, 'dataset', 'targets.parquet'))
    const { status, err } = await yaodian('query', out, 'SELECT count(*) FROM targets')
    expect(status).toBe(64)
    expect(err).toContain('no file of targets')
  })

  it('names a folder without a dataset, and a damaged file', async () => {
    const none = temporary()
    for (const command of [['query', 'SELECT 1'], ['stats']] as const) {
      const [name, ...sql] = command
      expect(await yaodian(name, '/no/such', ...sql)).toEqual({
        status: 1,
        out: '',
        err: '错误 input/not-found: 找不到文件：/no/such\n',
      })
      expect(await yaodian(name, none, ...sql)).toMatchObject({
        status: 1,
        err: expect.stringMatching(`input/none: 没有可以读取的文件：${none}（其中没有 convert 写出的表：`),
      })
      const english = await yaodian(name, none, ...sql, '--lang', 'en')
      expect(english.err).not.toMatch(/[\u4e00-\u9fff]/)
    }
    const out = await dataset('parquet')
    writeFileSync(join(out, 'dataset', 'tasks.parquet'), 'x')
    const { status, err } = await yaodian('query', out, 'SELECT * FROM tasks')
    expect(status).toBe(1)
    expect(err).toContain('input/unreadable')
    expect((await yaodian('query', out, 'SELECT count(*) FROM notices')).status).toBe(0)
  })

  it('is stopped by Ctrl-C', async () => {
    const out = await dataset('parquet')
    const running = yaodian(
      'query',
      out,
      'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range = 7',
    )
    const timer = setInterval(() => process.listenerCount('SIGINT') > 0 && process.emit('SIGINT'), 200)
    const { status, err } = await running
    clearInterval(timer)
    expect({ status, err }).toEqual({ status: 130, err: '查询已中断。\n' })
  })
})

describe('without DuckDB', () => {
  it('says what to install', async () => {
    const missing = loadDuckDb(() =>
      Promise.reject(new Error("Cannot find package '@duckdb/node-api'\nimported")),
    )
    await expect(missing).rejects.toMatchObject({ code: 'part/missing' })
    await expect(missing).rejects.toThrow('npm install @duckdb/node-api')
  })
})

describe.skipIf(!there && !process.env.CI)('stats', () => {
  let out: string
  const by = async (name: string) => {
    out = await dataset('parquet')
    return values((await yaodian('stats', out, '--by', name, '--json')).out)
  }
  it('counts by county, unit, function and month', async () => {
    expect(await by('county')).toEqual([
      {
        by: 'county',
        区划代码: '340522',
        地区: '安徽省马鞍山市含山县',
        通知: 1,
        任务: 2,
        '有牵头或责任单位%': 50,
      },
      {
        by: 'county',
        区划代码: '340523',
        地区: '安徽省马鞍山市和县',
        通知: 1,
        任务: 2,
        '有牵头或责任单位%': 50,
      },
      { by: 'county', 区划代码: null, 地区: null, 通知: 1, 任务: 1, '有牵头或责任单位%': 0 },
    ])
    expect((await by('unit')).find((row) => row.单位 === '县财政局')).toMatchObject({
      任务: 1,
      牵头: 1,
      责任: 0,
      通知: 1,
    })
    expect((await by('function')).find((row) => row.职能代码 === 'education')).toMatchObject({
      任务: 1,
      牵头: 1,
      单位: 1,
    })
    expect(await by('deadline')).toMatchObject([
      { 时限类型: 'by', 截止月份: '2021-06', 时限: 1, 任务: 1 },
      { 时限类型: 'by', 截止月份: '2021-12', 时限: 1, 任务: 1 },
    ])
  })
  it('tells units of one name by their place, and takes two ways to write a name for one', async () => {
    const finance = (jurisdiction: string | null) =>
      madeUnit('市财政局', { function: 'finance', level: 'city', jurisdiction, type: 'department' })
    const units = [[finance('340500')], [finance('340100')], [finance(null)]]
    const sets = ['各县(市、区)', '各县（市、区）', '各县（市、 区）'].map((name) => [madeUnit(name)])
    // The same name and place, of which something else is known: one row.
    const other = [madeUnit('市财政局', { ...finance('340500'), type: null })]
    const tasks = [...units, ...sets, other].map((leadUnits, i) =>
      madeTask(`t${i + 1}`, `第${i}项任务`, { leadUnits }),
    )
    out = temporary()
    const writer = await DatasetWriter.open(join(out, 'dataset'), { formats: ['parquet'], lang: 'zh' })
    await writer.add(madeRecord('a.txt', { tasks }))
    await writer.commit()
    const rows = values((await yaodian('stats', out, '--by', 'unit', '--json')).out)
    expect(rows.map((row) => [row.单位, row.地区, row.任务])).toEqual([
      ['各县（市、区）', null, 3],
      ['市财政局', '安徽省马鞍山市', 2],
      ['市财政局', '安徽省合肥市', 1],
      ['市财政局', null, 1],
    ])
  })
  it('gives shares of what is resolved', async () => {
    const rows = Object.fromEntries(
      (await by('coverage')).map((row) => [row.项目, [row.数量, row.总数, row['占比%']]]),
    )
    expect(rows).toMatchObject({
      '结果 SUCCESS': [4, 4, 100],
      非首选副本: [1, 4, 25],
      '任务 有牵头单位': [2, 5, 40],
      '任务 单位职能已识别': [2, 5, 40],
      '任务 有工作要求': [2, 5, 40],
      '任务 时限有日期': [2, 5, 40],
    })
  })
  it('shows all tables, in either language', async () => {
    out = await dataset('csv')
    const zh = await yaodian('stats', out)
    for (const title of ['各地区的任务', '各单位的任务', '各职能的任务', '时限的类型和月份', '覆盖率']) {
      expect(zh.out).toContain(title)
    }
    const en = await yaodian('stats', out, '--lang', 'en')
    expect(en.out).toContain('Tasks by region')
    for (const name of statNames) {
      const csv = await yaodian('stats', out, '--by', name, '--csv')
      expect(csv.out.split('\r\n').length).toBeGreaterThan(2)
    }
    expect((await yaodian('stats', out, '--csv')).status).toBe(64)
  })
})

/** The questions of a README: a title in bold and its SQL. */
const questions = (name: string) =>
  [
    ...readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8').matchAll(
      /^\*\*([^*]+)[.。]\*\*[^`]*```sql\n([^`]*)```/gm,
    ),
  ].map((m) => [m[1]!, m[2]!] as const)

it('the two READMEs ask the same', () => {
  expect(questions('README.zh-CN.md').map(([, sql]) => sql)).toEqual(
    questions('README.md').map(([, sql]) => sql),
  )
})

describe.skipIf(!there && !process.env.CI)('the questions of README.md', () => {
  const queries = questions('README.md')
  const first: Record<string, object> = {
    'Who leads what, across counties': { regions: 1, notices: 1, tasks: 1 },
    'What a county has no tasks for': { year: 2021, other_regions: 1 },
    'One task, several deadlines': {
      words: '推进政务公开做好解读',
      notices: 2,
      earliest: '2021-06-30',
      latest: '2021-12-31',
    },
    'Notices that name no lead unit': { path: '丙/c.txt', task_count: 1 },
    'Tasks that are due, by function and month': { month: '2021-06', tasks: 1 },
  }
  let out: string
  beforeAll(() => {
    expect(queries.map(([title]) => title)).toEqual(Object.keys(first))
  })
  it.each(queries)('%s', async (title, sql) => {
    out = await dataset('parquet')
    const rows = await json(out, sql)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows[0]).toMatchObject(first[title]!)
  })
})
