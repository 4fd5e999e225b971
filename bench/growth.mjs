/** Cost against the number of tasks in one notice: as a table of a page, and as clauses of a text. */
import { parse } from '../dist/index.js'
import { limit, median, print, race } from './measure.mjs'

const sizes = [1, 10, 100, 1000, 10_000]
const unit = ['财政局', '教育局', '司法局', '各县（市、区）人民政府']
const units = (i) => `市发展改革委、${unit[i % 4]}、${unit[(i + 1) % 4]}`
const task = (i) => `推进第${i}项重点领域信息公开工作，加强监督检查`
const time = (i) => `2021年${(i % 12) + 1}月底前`

function page(count) {
  const rows = Array.from(
    { length: count },
    (_, i) => `<tr><td>${i + 1}</td><td>${task(i)}。</td><td>${units(i)}</td><td>${time(i)}</td></tr>`,
  )
  const head = '<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>'
  return `<html><body><h1>2021年政务公开工作要点</h1><table>${head}${rows.join('')}</table></body></html>`
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function text(count) {
  const lines = ['2021年政务公开工作要点']
  for (let i = 0; i < count; i++) {
    if (i % 10 === 0) lines.push(`${numerals[(i / 10) % 10]}、推进重点领域公开`)
    lines.push(`（${numerals[i % 10]}）${task(i)}。做好公开。（责任单位：${units(i)}；完成时限：${time(i)}）`)
  }
  return lines.join('\n')
}

export async function growth() {
  const rows = []
  const each = { page: [], text: [] }
  for (const size of sizes) {
    const sources = {
      page: { name: 'a.html', bytes: new TextEncoder().encode(page(size)) },
      text: { name: 'a.txt', bytes: new TextEncoder().encode(text(size)) },
    }
    const contestants = {}
    for (const [kind, source] of Object.entries(sources)) {
      contestants[kind] = async () => {
        const { tasks } = await parse(source)
        if (tasks.length !== size) throw new Error(`${kind}: ${tasks.length} tasks of ${size}`)
      }
    }
    const rounds = size >= 10_000 ? 5 : size >= 1000 ? 11 : 41
    const times = await race(contestants, { rounds, warm: size >= 1000 ? 5 : 40 })
    const row = [size.toLocaleString('en')]
    for (const kind of ['page', 'text']) {
      const ms = median(times[kind])
      each[kind].push(ms / size)
      row.push(ms.toFixed(ms < 10 ? 2 : 0), (ms / size).toFixed(3))
    }
    rows.push(row)
  }
  print(
    'Growth: tasks in one notice',
    ['tasks', 'table of a page, ms', 'ms a task', 'clauses of a text, ms', 'ms a task'],
    rows,
  )
  for (const [kind, ms] of Object.entries(each)) {
    limit(`${kind}: a task of 10,000 against a task of 100`, ms[4] / ms[2], 3, '×')
  }
}
