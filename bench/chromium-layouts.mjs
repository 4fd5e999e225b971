/**
 * A table as Chromium prints it, in six styles, against the same table read as a page. Its first column is merged
 * over many rows and pages, heads wrap and come again, cells stand in the middle of their rows. No rule was made by it.
 *
 *   npm run build && node bench/chromium-layouts.mjs     needs /usr/bin/chromium and a Chinese font (fonts-noto-cjk)
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '../dist/index.js'
import { print } from './measure.mjs'

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) {
  console.error(`${chromium} is not there: install chromium and fonts-noto-cjk, or name it in CHROMIUM`)
  process.exit(1)
}
const root = mkdtempSync(join(tmpdir(), 'yaodian-layouts-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const units =
  '县发改委 县财政局 县自然资源和规划局 县住建局 县教育局 县卫健委 县市场监管局 县应急局 县民政局 县人社局'.split(
    ' ',
  )
const work =
  '推进重大项目批准结果信息公开 公开预决算和“三公”经费 发布土地征收批后实施信息 公开保障性住房分配和退出情况 公开义务教育招生政策 做好公共卫生信息发布 公布食品抽检结果 发布安全生产预警信息 公开社会救助对象认定标准 发布就业创业扶持政策'.split(
    ' ',
  )
const sections = ['一、重点领域信息公开', '二、政策解读与回应', '三、平台建设与监督']
const rowsEach = 14

function rowOf(section, i) {
  const n = section * rowsEach + i + 1
  const more = n % 3 ? '' : '，并在县政府门户网站设置专栏集中展示，做到应公开尽公开'
  const also = n % 4 ? '' : '；对群众关注度高的事项，要在政策文件公开后3个工作日内发布解读材料'
  const cells = [
    n,
    `${work[(n * 7 + section) % 10]}，第${n}批内容按规定及时更新${more}。`,
    `每季度更新一次，全年不少于${n + 1}条${also}。`,
    units[n % 10],
    `${units[(n + 3) % 10]}、${units[(n + 5) % 10]}${n % 2 ? '、各镇人民政府' : ''}`,
    n % 2 ? `2023年${6 + (n % 6)}月底前` : '年底前',
  ]
  const merged = i === 0 ? `<td rowspan="${rowsEach}">${sections[section]}</td>` : ''
  return `<tr>${merged}${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`
}
const head = ['类别', '序号', '工作任务', '工作要求', '牵头单位', '责任单位', '完成时限']
const table = `<h1>庐江县2023年政务公开工作任务分解表</h1><table><thead><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr></thead>
<tbody>${sections.flatMap((_, s) => Array.from({ length: rowsEach }, (_, i) => rowOf(s, i))).join('')}</tbody></table>`

const styles = {
  ruled: 'table{border-collapse:collapse}td,th{border:1px solid #000}',
  'ruled, upright, cells at the top':
    '@page{size:A4 portrait}table{border-collapse:collapse;font-size:9pt}td,th{border:.5px solid #000;vertical-align:top}',
  'rules between rows': 'table{border-collapse:collapse}tr{border-bottom:.7px solid #333}',
  'three rules':
    'table{border-collapse:collapse;border-top:2px solid;border-bottom:2px solid}th{border-bottom:1px solid}td{padding:3px 7px}',
  'no rules': 'td{padding:3px 6px}',
  'shaded rows': 'table{border-collapse:collapse}tr:nth-child(even) td{background:#eee}td{padding:3px 6px}',
}
const page = (css) =>
  `<meta charset=utf-8><style>@page{size:A4 landscape;margin:18mm}body{font-family:"Noto Serif CJK SC","Noto Sans CJK SC",serif;font-size:11pt}h1{text-align:center;font-size:16pt}td{vertical-align:middle}${css}</style>${table}`

const names = (list) => list.map((unit) => unit.name).join('、')
const fields = (task) => [
  task.ordinal,
  task.task,
  task.requirement,
  task.sections.map((s) => `${s.label}${s.title}`).join('>'),
  names(task.leadUnits),
  names(task.responsibleUnits),
  task.deadlines.map((d) => d.text).join(),
]

const gold = await parse({ name: 'plan.html', bytes: Buffer.from(page('')) })
const rows = []
for (const [style, css] of Object.entries(styles)) {
  const [html, pdf] = [join(root, 'plan.html'), join(root, 'plan.pdf')]
  writeFileSync(html, page(css))
  rmSync(pdf, { force: true })
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--no-pdf-header-footer']
  spawnSync(
    chromium,
    [
      ...flags,
      '--disable-background-networking',
      `--user-data-dir=${join(root, 'user')}`,
      `--print-to-pdf=${pdf}`,
      html,
    ],
    { stdio: 'ignore', timeout: 60_000 },
  )
  if (!existsSync(pdf)) throw new Error(`${chromium} printed nothing for “${style}”`)
  const { tasks } = await parse({ name: 'plan.pdf', bytes: readFileSync(pdf) })
  const expected = gold.tasks.map(fields)
  const found = tasks.map(fields)
  const right = expected.map((e, i) => e.filter((value, k) => value === found[i]?.[k]).length)
  const values = expected.flat().length
  rows.push([
    style,
    `${tasks.length} of ${expected.length}`,
    right.filter((r) => r === head.length).length,
    (right.reduce((a, b) => a + b, 0) / values).toFixed(3),
  ])
}
print('A table as Chromium prints it', ['style', 'tasks found', 'wholly right', 'values right'], rows)
