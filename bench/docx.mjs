/**
 * The .docx reader against mammoth.convertToHtml, in one run: median milliseconds per file, and of the
 * files' ratios. After `npm run build`: node bench/docx.mjs FILE…
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import mammoth from 'mammoth'
import { Report } from '../dist/message.js'
import { docx } from '../dist/read/docx/index.js'
import { defaultLimits } from '../dist/read/reader.js'

const rounds = 15
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: node bench/docx.mjs FILE.docx…')
  process.exit(64)
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

async function time(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const rows = []
for (const file of files) {
  const bytes = readFileSync(file)
  const ours = []
  const theirs = []
  for (let i = 0; i < rounds; i++) {
    ours.push(await time(() => docx.read({ name: file, bytes }, new Report(), defaultLimits)))
    theirs.push(await time(() => mammoth.convertToHtml({ buffer: bytes })))
  }
  const row = { file: basename(file), yaodian: median(ours), mammoth: median(theirs) }
  rows.push({ ...row, ratio: row.yaodian / row.mammoth })
}
const rounded = (row) =>
  Object.fromEntries(
    Object.entries(row).map(([k, v]) => [k, typeof v === 'number' ? Number(v.toFixed(2)) : v]),
  )
const of = (key) => median(rows.map((r) => r[key]))
console.table(
  [...rows, { file: 'median', yaodian: of('yaodian'), mammoth: of('mammoth'), ratio: of('ratio') }].map(
    rounded,
  ),
)
