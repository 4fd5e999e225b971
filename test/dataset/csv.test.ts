import { describe, expect, it } from 'vitest'
import { csvHead, csvRows } from '../../src/dataset/csv.ts'
import { columnTitles, taskRows } from '../../src/dataset/task-row.ts'
import { fakeParse } from '../cli/fake.ts'
import { madeUnit } from '../made.ts'

const read = async (orders: string, path = 'a.txt') => ({
  path,
  result: await fakeParse({ name: 'a.txt', bytes: Buffer.from(orders) }),
})

describe('tasks.csv', () => {
  it('has a byte order mark, Chinese titles and CRLF', () => {
    expect(csvHead('zh')).toMatch(/^\ufeff文件,标题,发文字号,发文机关,.*,任务编号\r\n$/)
  })

  it('has a row a task, as wide as the titles', async () => {
    const rows = taskRows(await read('tasks 2'))
    expect(rows).toHaveLength(2)
    const byTitle = Object.fromEntries(columnTitles('zh').map((title, i) => [title, rows[1]![i]]))
    expect(rows[1]).toHaveLength(columnTitles('zh').length)
    expect(byTitle).toMatchObject({
      文件: 'a.txt',
      标题: null,
      年度: 2024,
      序号: '2',
      工作任务: '任务2',
      工作要求: null,
      牵头单位: '市财政局等',
      责任单位: '',
      完成时限: '年底前；长期',
      截止日期: '2024-12-31',
    })
  })

  it('names the sections outermost first', async () => {
    const one = await read('tasks 1')
    one.result.tasks[0]!.sections = [
      { id: 's1', label: '一、', title: '推进公开' },
      { id: 's2', label: null, title: '主动公开' },
    ]
    expect(csvRows(one)).toContain(',一、推进公开 › 主动公开,')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '－1', '＠x', '＋1'])(
    'makes %j harmless',
    async (text) => {
      const one = await read('tasks 1', text)
      one.result.notice.title = text
      one.result.tasks[0]!.leadUnits = [madeUnit(text)]
      const cells = csvRows(one).split(',')
      expect(cells[0]).toMatch(/^"?'/)
      expect(cells[1]).toMatch(/^"?'/)
      expect(cells[11]).toMatch(/^"?'/)
    },
  )

  it('keeps numbers, quotes and line breaks', async () => {
    const one = await read('task x')
    one.result.tasks[0]!.task = '他说"好",\n然后走'
    expect(csvRows(one)).toContain(',2024,')
    expect(csvRows(one)).toContain(',"他说""好"",\n然后走",')
  })

  it('is nothing for a notice without tasks', async () => {
    expect(csvRows(await read('tasks 0'))).toBe('')
  })
})
