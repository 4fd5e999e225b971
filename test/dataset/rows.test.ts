import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../src/dataset/record.ts'
import { rowsOf } from '../../src/dataset/rows/rows.ts'
import { tables } from '../../src/dataset/tables.ts'
import { UnitIndex } from '../../src/dataset/unit-index.ts'
import type { Evidence, Message } from '../../src/generated/notice.ts'
import { madeDeadline, madeNotice, madeTask, madeUnit } from '../made.ts'
import { madeRecord } from './record.ts'

const piece = (node: string, start: number, end: number): Evidence => ({
  node,
  start,
  end,
  quote: '',
  rule: 'table/task-column',
  page: 3,
  line: 17,
  path: 'word/document.xml#w:p[1]',
})
const message = (node: string, start?: number, end?: number): Message => ({
  code: 'unit/lead-blank',
  level: 'warning',
  text: '牵头单位栏为空',
  at: start === undefined ? { node } : { node, start, end: end! },
})

function whole(): DocumentRecord {
  const seven = { function: 'finance', level: 'city', jurisdiction: '530500', type: 'department' } as const
  return madeRecord('a.docx', {
    notice: madeNotice({
      addressees: ['各县(市、区)人民政府', '市直各单位'],
      attachments: [{ title: '分工表', ordinal: '1', href: null }],
      basis: [
        {
          title: '条例',
          documentNumber: '国办发〔2019〕61号',
          numberParts: { agency: '国办发', year: 2019, number: 61 },
          level: 'national',
        },
      ],
      region: { code: '530500', name: '云南省保山市' },
      numberParts: { agency: '保政办发', year: null, number: 12 },
      evidence: { '/basis/0': [piece('b1', 0, 2)] },
    }),
    sections: [
      { id: 's1', label: '一、', title: '公开', level: 1, parent: null, evidence: {} },
      {
        id: 's2',
        label: null,
        title: '规划',
        level: 2,
        parent: 's1',
        evidence: { '/title': [piece('b2', 0, 2)] },
      },
    ],
    tasks: [
      madeTask('t1', '做好规划', {
        sections: [
          { id: 's1', label: '一、', title: '公开' },
          { id: 's2', label: null, title: '规划' },
        ],
        leadUnits: [madeUnit('市财政局', seven)],
        mentionedUnits: [madeUnit('市财政局', seven)],
        openLists: ['leadUnits'],
        deadlines: [madeDeadline('年底前', 'by', { end: '2021-12-31', inherited: 'section' })],
        targets: [{ text: '4%至6%', comparator: 'range', value: 4, upper: 6, unit: '%' }],
        confidence: { '/task': 0.9, '/leadUnits': 0.6 },
        evidence: { '/task': [piece('b3.r1.c0', 0, 4)], '/leadUnits/0': [piece('b3.r1.c1', 0, 4)] },
      }),
      madeTask('t2', '做好公开', {
        leadUnits: [madeUnit('市财政局', seven)],
        evidence: { '/task': [piece('b3.r2.c0', 0, 4)], '/leadUnits/0': [piece('b3.r1.c1', 5, 9)] },
      }),
    ],
    messages: [message('b3.r2.c0'), message('b3.r1.c1'), message('b3.r1.c1', 5, 9), message('b9')],
    review: [{ task: 't1', pointer: '/leadUnits', confidence: 0.6, reasons: ['unit/lead-blank', 'x'] }],
  })
}

describe('rows', () => {
  it('have the columns of their tables, no more and no less', () => {
    const units = new UnitIndex(() => null)
    const rows = { ...rowsOf(whole(), true, units), units: [...units.rows()] }
    for (const table of tables) {
      const some = rows[table.name] as readonly object[]
      expect(some.length, table.name).toBeGreaterThan(0)
      for (const row of some) expect(Object.keys(row), table.name).toEqual(table.columns.map((c) => c.name))
    }
  })

  it('hold null only where the schema says so, and values of its types', () => {
    const units = new UnitIndex(() => '财政')
    const rows = { ...rowsOf(whole(), true, units), units: [...units.rows()] }
    for (const { name, columns } of tables) {
      for (const row of rows[name] as unknown as Record<string, unknown>[]) {
        for (const column of columns) {
          const value = row[column.name]
          const where = `${name}.${column.name}`
          if (value === null) expect(column.nullable, where).toBe(true)
          else if (column.type === 'integer') expect(value, where).toSatisfy(Number.isInteger)
          else if (column.type === 'date') expect(value, where).toMatch(/^\d{4}-\d\d-\d\d$/)
          else expect(typeof value, where).toBe(column.type)
          if (column.enum && value !== null) expect(column.enum, where).toContain(value)
        }
      }
    }
  })

  it('carry what the notice says', () => {
    const record = whole()
    const units = new UnitIndex((code) => (code === 'finance' ? '财政' : null))
    const rows = rowsOf(record, true, units)
    const id = record.documentId
    expect(rows.notices![0]).toMatchObject({
      notice_id: id,
      region_code: '530500',
      number_agency: '保政办发',
      number_year: null,
      number_serial: 12,
      task_count: 2,
      warning_count: 4,
      review_count: 1,
    })
    expect(rows.addressees!.map((row) => row.text)).toEqual(['各县(市、区)人民政府', '市直各单位'])
    expect(rows.basis![0]).toMatchObject({ number_serial: 61, level: 'national', source_node: 'b1' })
    expect(rows.sections![1]).toMatchObject({ section_id: `${id}.s2`, parent_id: `${id}.s1`, level: 2 })
    expect(rows.tasks![0]).toMatchObject({
      task_id: `${id}.t1`,
      section_id: `${id}.s2`,
      level1: '一、公开',
      level2: '规划',
      level3: null,
      section_path: '一、公开 › 规划',
      lead_open: true,
      responsible_open: false,
      confidence: 0.6,
      confidence_task: 0.9,
      confidence_requirement: null,
      rule: 'table/task-column',
      source_node: 'b3.r1.c0',
      source_page: 3,
      source_line: 17,
      source_path: 'word/document.xml#w:p[1]',
    })
    expect(rows.deadlines![0]).toMatchObject({ end_on: '2021-12-31', inherited: 'section' })
    expect(rows.targets![0]).toMatchObject({ comparator: 'range', value: 4, upper: 6, unit: '%' })
    expect(rows.review![0]).toMatchObject({ task_id: `${id}.t1`, reasons: 'unit/lead-blank,x' })
  })

  it('make one unit of what is the same in all that is known of it, and count it', () => {
    const units = new UnitIndex((code) => (code === 'finance' ? '财政' : null))
    const { task_units: named } = rowsOf(whole(), true, units)
    expect(named!.map((row) => [row.role, row.position])).toEqual([
      ['lead', 1],
      ['mentioned', 1],
      ['lead', 1],
    ])
    const [unit, ...others] = [...units.rows()]
    expect(others).toEqual([])
    expect(named!.every((row) => row.unit_id === unit!.unit_id)).toBe(true)
    expect(unit).toMatchObject({
      function_name: '财政',
      task_count: 2,
      document_count: 1,
      lead_count: 2,
      mentioned_count: 1,
    })

    const other = madeRecord('b.docx', {
      tasks: [madeTask('t1', 'x', { leadUnits: [madeUnit('市财政局')] })],
    })
    rowsOf(other, true, units)
    expect([...units.rows()]).toHaveLength(2)
  })

  it('point a message to the one task at its place, and to none where there are several', () => {
    const record = whole()
    const { messages } = rowsOf(record, true, new UnitIndex(() => null))
    expect(messages!.map((row) => row.task_id)).toEqual([
      `${record.documentId}.t2`,
      null,
      `${record.documentId}.t2`,
      null,
    ])
  })

  it('of a copy that is not preferred are its notice and its messages, the differences among them', () => {
    const { documentId, result } = whole()
    const copy = { noticeId: 'p', preferred: false, sameAs: 'p', differences: [message('b3.r2.c0')] }
    const record = { documentId, path: 'b.docx', outcome: 'SUCCESS', result, copy }
    const units = new UnitIndex(() => null)
    const rows = rowsOf(record, false, units)
    expect(Object.keys(rows)).toEqual(['notices', 'messages'])
    expect(rows.notices![0]).toMatchObject({ preferred: false, same_as: 'p', task_count: 2 })
    expect(rows.messages!.map((row) => [row.difference, row.task_id])).toEqual([
      ...Array(4).fill([false, null]),
      [true, null],
    ])
    expect([...units.rows()]).toEqual([])
    expect(rowsOf(record, true, units).tasks).toHaveLength(2)
  })
})
