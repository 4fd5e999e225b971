import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { DocumentRecord } from '../../src/dataset/record.ts'
import { tables } from '../../src/dataset/tables.ts'
import { type DatasetOptions, DatasetWriter, datasetFormats } from '../../src/dataset/writer.ts'
import { YaodianError } from '../../src/errors.ts'
import { madeTask, madeUnit } from '../made.ts'
import { madeRecord, sampleRecords, temporary } from './record.ts'

const all: DatasetOptions = { formats: datasetFormats, lang: 'zh' }

async function write(folder: string, records: readonly DocumentRecord[], options = all): Promise<string> {
  const writer = await DatasetWriter.open(folder, options)
  for (const record of records) await writer.add(record)
  await writer.problem({
    path: '坏.docx',
    outcome: 'ENCRYPTED',
    code: 'document/encrypted',
    text: '文件已加密',
  })
  await writer.commit()
  return folder
}

const files = (folder: string) => readdirSync(folder).sort()
const lines = (folder: string, table: string) =>
  readFileSync(join(folder, `${table}.ndjson`), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

let records: DocumentRecord[]
beforeAll(async () => {
  records = await sampleRecords()
}, 120_000)

describe('a dataset', () => {
  it('has a file for each table in each format, a workbook and a data package', async () => {
    const folder = await write(temporary(), records)
    expect(files(folder)).toEqual(
      [
        'datapackage.json',
        'tasks.xlsx',
        ...tables.flatMap(({ name }) => ['csv', 'ndjson', 'parquet'].map((format) => `${name}.${format}`)),
      ].sort(),
    )
    const tasks = records.reduce((sum, record) => sum + record.result.tasks.length, 0)
    expect(tasks).toBeGreaterThan(100)
    expect(lines(folder, 'tasks')).toHaveLength(tasks)
  })

  it('is the same byte for byte, whatever the time, the time zone and the run', async () => {
    const first = await write(temporary(), records)
    const zone = process.env.TZ
    process.env.TZ = 'America/Los_Angeles'
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    const second = await write(temporary(), records)
    vi.useRealTimers()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    for (const file of files(first)) {
      expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file))), file).toBe(true)
    }
  })

  it('is not there before it is whole, and leaves nothing when it is given up', async () => {
    const folder = temporary()
    const writer = await DatasetWriter.open(folder, all)
    await writer.add(records[0]!)
    expect(files(folder).filter((name) => !name.startsWith('.yaodian.tmp-'))).toEqual([])
    await writer.discard()
    expect(files(folder)).toEqual([])
  })

  it('loses the files of formats that are no longer asked for, and no others', async () => {
    const folder = await write(temporary(), records.slice(0, 2))
    writeFileSync(join(folder, 'mine.csv'), '')
    await write(folder, records.slice(0, 2), { formats: ['csv'], lang: 'zh' })
    const csv = tables.map(({ name }) => `${name}.csv`)
    expect(files(folder)).toEqual(['datapackage.json', 'mine.csv', ...csv].sort())
    await write(folder, [], { formats: [], lang: 'zh' })
    expect(files(folder)).toEqual(['mine.csv'])
  })

  it('says by name that its folder cannot be written', async () => {
    const folder = temporary()
    writeFileSync(join(folder, 'file'), '')
    const opened = DatasetWriter.open(join(folder, 'file', 'dataset'), all)
    await expect(opened).rejects.toMatchObject({ name: 'YaodianError', code: 'output/unwritable' })
  })

  it('says so as well if a file cannot get its name, and leaves nothing aside', async () => {
    const folder = temporary()
    mkdirSync(join(folder, 'tasks.parquet', 'x'), { recursive: true })
    const writer = await DatasetWriter.open(folder, all)
    await writer.add(records[0]!)
    const error = await writer.commit().catch((thrown) => thrown)
    expect(error).toBeInstanceOf(YaodianError)
    expect(error.code).toBe('output/unwritable')
    await writer.discard()
    expect(files(folder).filter((name) => name.startsWith('.yaodian.tmp-'))).toEqual([])
  })

  it('counts the tasks of a preferred copy only, or of all', async () => {
    const tasks = [
      madeTask('t1', '公开', { leadUnits: [madeUnit('市自然资源局', { function: 'natural-resources' })] }),
    ]
    const one = madeRecord('a.doc', { tasks })
    const difference = { code: 'copy/task-lost', level: 'warning', text: '少一项任务', at: null } as const
    const two = madeRecord(
      'a.pdf',
      { tasks },
      { noticeId: one.documentId, preferred: false, sameAs: one.documentId, differences: [difference] },
    )
    const some = await write(temporary(), [one, two], { formats: ['ndjson'], lang: 'zh' })
    expect(lines(some, 'notices').map((row) => row.same_as)).toEqual([null, one.documentId])
    expect(lines(some, 'tasks').map((row) => row.document_id)).toEqual([one.documentId])
    expect(lines(some, 'units')[0]).toMatchObject({
      name: '市自然资源局',
      function_name: '自然资源',
      lead_count: 1,
      document_count: 1,
    })
    expect(lines(some, 'messages')).toMatchObject([{ document_id: two.documentId, difference: true }])
    const whole = await write(temporary(), [one, two], { formats: ['ndjson'], lang: 'zh', allCopies: true })
    expect(lines(whole, 'tasks')).toHaveLength(2)
    expect(lines(whole, 'units')[0]).toMatchObject({ lead_count: 2, document_count: 2 })
  })
})

describe('CSV', () => {
  const cells = (texts: readonly string[]) =>
    madeRecord('a.txt', { tasks: texts.map((text, i) => madeTask(`t${i + 1}`, text)) })

  it('has a byte order mark and CRLF, writes booleans as words and no value as nothing', async () => {
    const folder = await write(temporary(), [cells(['x'])], { formats: ['csv'], lang: 'zh' })
    const csv = readFileSync(join(folder, 'tasks.csv'), 'utf8')
    expect(csv).toMatch(/^\ufeffdocument_id,task_id,[^\n]*\r\n/)
    expect(csv).toMatch(/,1,,,,,,,x,,false,false,false,false,,,[^\n]*\r\n$/)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '－1', '＠x', '＋1'])(
    'makes %j harmless',
    async (text) => {
      const folder = await write(temporary(), [cells([text])], { formats: ['csv'], lang: 'zh' })
      expect(readFileSync(join(folder, 'tasks.csv'), 'utf8')).toMatch(/,"?'[=+\-@\t\r＝－＠＋]/)
    },
  )

  it('leaves a negative number a number', async () => {
    const target = { text: '零下5度', comparator: 'equal', value: -5, upper: null, unit: '度' } as const
    const record = madeRecord('a.txt', { tasks: [madeTask('t1', 'x', { targets: [target] })] })
    const folder = await write(temporary(), [record], { formats: ['csv'], lang: 'zh' })
    expect(readFileSync(join(folder, 'targets.csv'), 'utf8')).toContain(',equal,-5,,')
  })
})

describe('datapackage.json', () => {
  const profile = (name: string) => {
    const text = readFileSync(new URL(`./frictionless/${name}.json`, import.meta.url), 'utf8')
    // The profiles say draft 4, of which they use nothing that later drafts read otherwise.
    const { $schema: _, ...schema } = JSON.parse(text)
    return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema)
  }
  type Resource = Record<string, unknown> & { path: string; schema?: { fields: { name: string }[] } }
  const read = (folder: string): { resources: Resource[] } =>
    JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))

  it.each([[datasetFormats], [['csv']], [['parquet', 'xlsx']], [['ndjson']], [['xlsx']]] as const)(
    'fits the profiles of Frictionless: %j',
    async (formats) => {
      const made = read(await write(temporary(), records.slice(0, 3), { formats, lang: 'zh' }))
      const [whole, tabular] = [profile('data-package'), profile('tabular-data-resource')]
      expect(whole(made), JSON.stringify(whole.errors)).toBe(true)
      for (const resource of made.resources.filter((r) => r.profile === 'tabular-data-resource')) {
        expect(tabular(resource), JSON.stringify(tabular.errors)).toBe(true)
      }
      expect(made.resources.some((r) => r.profile === 'tabular-data-resource')).toBe(
        formats.includes('csv' as never),
      )
    },
  )

  it('is refused by the profile when a resource has no name', () => {
    const whole = profile('data-package')
    expect(whole({ resources: [{ path: 'a.csv' }] })).toBe(false)
  })

  it('describes every file, its bytes, and every column in both languages', async () => {
    const folder = await write(temporary(), records.slice(0, 3))
    const { resources } = read(folder)
    expect(resources.map((r) => r.path).sort()).toEqual(files(folder).filter((f) => f !== 'datapackage.json'))
    const names = new Set(resources.map((r) => r.name))
    expect(names.size).toBe(resources.length)
    for (const resource of resources) {
      const bytes = readFileSync(join(folder, resource.path))
      expect(resource.bytes).toBe(bytes.length)
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
      expect(resource.descriptions).toMatchObject({
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.any(String),
      })
      for (const field of resource.schema?.fields ?? []) {
        expect(field).toMatchObject({
          descriptions: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
        })
      }
    }
    const csv = resources.find((r) => r.name === 'tasks')!
    const head = readFileSync(join(folder, 'tasks.csv'), 'utf8').slice(1).split('\r\n')[0]!.split(',')
    expect(csv.schema!.fields.map((field) => field.name)).toEqual(head)
  })

  it('names resources that are there in its foreign keys', async () => {
    const { resources } = read(await write(temporary(), records.slice(0, 3)))
    const names = new Set(['', ...resources.map((r) => r.name)])
    const keys = resources.flatMap(
      (r) => (r.schema as { foreignKeys?: { reference: { resource: string } }[] })?.foreignKeys ?? [],
    )
    expect(keys.length).toBeGreaterThan(30)
    for (const key of keys) expect(names).toContain(key.reference.resource)
  })
})

describe('schemas/dataset.json', () => {
  it('has keys whose columns are there', () => {
    for (const table of tables) {
      const columns = table.columns.map((column) => column.name)
      expect(columns).toEqual(expect.arrayContaining([...table.primaryKey]))
      for (const key of table.foreignKeys) {
        expect(columns).toEqual(expect.arrayContaining([...key.columns]))
        const target = tables.find(({ name }) => name === key.table)!
        expect(target.primaryKey).toEqual(key.references)
      }
    }
  })

  it('gives an example of the column’s own type', () => {
    for (const { columns } of tables) {
      for (const { name, type, example, enum: values } of columns) {
        if (type === 'integer') expect(example, name).toSatisfy(Number.isInteger)
        else expect(typeof example, name).toBe(type === 'date' ? 'string' : type)
        if (values) expect(values, name).toContain(example)
      }
    }
  })
})
