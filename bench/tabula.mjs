/**
 * Tables of tabula's own test files: the share of expected cells that the PDF reader finds, per file.
 *
 *   npm run build && node bench/tabula.mjs [FOLDER]     FOLDER holds *.pdf, csv/ and json/
 *
 * A cell is found if a table's cell has its text, white space aside; each found cell counts once.
 * A row is found if its filled cells follow one another in one row of a table.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Report } from '../dist/message.js'
import { pdf } from '../dist/read/pdf/index.js'
import { defaultLimits } from '../dist/read/reader.js'

/** Expectations named after a test of tabula's, not after the file that the test reads. */
const sources = {
  spanning_cells_basic: 'spanning_cells',
  // Both of eu-001.pdf of the ICDAR 2013 competition, which is not in the folder.
  TestCommandLineApp_testGuessOption_no_guessing: 'eu-001',
  TestCommandLineApp_testGuessOption_with_guessing: 'eu-001',
}
/** Coordinates of rectangles, not tables. */
const notTables = ['TestBasicExtractor-RECTANGLE_TEST_NATURAL_ORDER', 'TestSpreadsheetExtractor-CELLS']
/** Files whose cells are parted by ruling lines. */
const ruled = new Set([
  'AnimalSounds1',
  'Publication_of_award_of_Bids_for_Transport_Sector__August_2016',
  'frx_2012_disclosure',
  'schools',
  'spanning_cells',
  'spreadsheet_no_bounding_frame',
  'twotables',
])

const squeeze = (text) => text.normalize('NFKC').replace(/\s+/g, '')

function csvRows(text) {
  const rows = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"'
        i++
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\n') {
      rows.at(-1).push(squeeze(cell))
      cell = ''
      if (c === '\n') rows.push([])
    } else cell += c
  }
  if (cell !== '') rows.at(-1).push(squeeze(cell))
  return rows
}

const jsonRows = (text) =>
  [JSON.parse(text)].flat().flatMap((t) => t.data.map((row) => row.map((cell) => squeeze(cell.text))))

export async function tabula(folder) {
  const expectations = []
  for (const kind of ['csv', 'json']) {
    for (const file of readdirSync(join(folder, kind)).sort()) {
      const name = file.replace(/\.(csv|json)$/, '')
      if (notTables.includes(name)) continue
      const text = readFileSync(join(folder, kind, file), 'utf8')
      expectations.push({ name, kind, rows: kind === 'csv' ? csvRows(text) : jsonRows(text) })
    }
  }
  const results = []
  for (const { name, kind, rows } of expectations) {
    const source = sources[name] ?? name
    const path = join(folder, `${source}.pdf`)
    if (!existsSync(path)) {
      console.log(`not there: ${source}.pdf, for ${name}`)
      continue
    }
    const bytes = new Uint8Array(readFileSync(path))
    const { blocks } = await pdf.read({ name: path, bytes }, new Report(), defaultLimits)
    const found = new Map()
    const lines = []
    for (const table of blocks.filter((b) => b.type === 'table')) {
      for (let r = 0; r < table.rows; r++) {
        const cells = table.cells
          .filter((c) => c.row === r)
          .map((c) => squeeze(c.text))
          .filter((t) => t !== '')
        lines.push(cells.join('|'))
        for (const text of cells) found.set(text, (found.get(text) ?? 0) + 1)
      }
    }
    let expected = 0
    let hits = 0
    let wholeRows = 0
    let rowHits = 0
    for (const row of rows) {
      const filled = row.filter((t) => t !== '')
      if (filled.length === 0) continue
      wholeRows++
      if (lines.includes(filled.join('|'))) rowHits++
      for (const text of filled) {
        expected++
        const left = found.get(text) ?? 0
        if (left > 0) {
          hits++
          found.set(text, left - 1)
        }
      }
    }
    results.push({
      name,
      kind,
      ruled: ruled.has(source),
      expected,
      found: hits,
      rows: wholeRows,
      rowsFound: rowHits,
    })
  }
  return results
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folder = process.argv[2] ?? new URL('../../shared/tables/tabula', import.meta.url).pathname
  const results = await tabula(folder)
  for (const r of results.sort((a, b) => Number(b.ruled) - Number(a.ruled))) {
    const share = (r.found / r.expected).toFixed(3)
    const kind = r.ruled ? 'ruled  ' : 'unruled'
    console.log(
      `${kind} ${share}  ${r.found}/${r.expected} cells, ${r.rowsFound}/${r.rows} rows  ${r.name}.${r.kind}`,
    )
  }
  for (const of of [true, false]) {
    const list = results.filter((r) => r.ruled === of)
    const sum = (key) => list.reduce((n, r) => n + r[key], 0)
    console.log(`${of ? 'ruled' : 'unruled'}: ${(sum('found') / sum('expected')).toFixed(3)} of cells`)
  }
}
