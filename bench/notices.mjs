/**
 * Makes many notices from a few: each copy is of another place and year, so that no two are the same bytes nor
 * the same notice. What is changed keeps its length, so a .doc stays whole.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { files, open, samples, shared } from './inputs.mjs'

const require = createRequire(import.meta.url)
const { areaList } = require(
  join(dirname(require.resolve('@vant/area-data/package.json')), 'dist', 'index.cjs'),
)
/** Names of two characters without their level: 含山, 江北. */
const stems = [
  ...new Set(
    Object.values(areaList.county_list)
      .filter((n) => n.length === 3)
      .map((n) => n.slice(0, 2)),
  ),
]
/** The places of the samples. */
const places = ['保山', '含山', '舒城', '江北', '湖北']

const years = ['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023']

/** What copy `n` has in place of each of these. */
const changes = (n) => {
  const stem = stems[n % stems.length]
  const year = years[Math.floor(n / stems.length) % years.length]
  return [...places.map((place) => [place, stem]), ...years.map((y) => [`${y}年`, `${year}年`])]
}

const inText = (text, n) => changes(n).reduce((all, [from, to]) => all.replaceAll(from, to), text)

function inUtf16(bytes, n) {
  const copy = Buffer.from(bytes)
  for (const [from, to] of changes(n)) {
    const wanted = Buffer.from(from, 'utf16le')
    const given = Buffer.from(to, 'utf16le')
    for (let at = copy.indexOf(wanted); at >= 0; at = copy.indexOf(wanted, at + wanted.length))
      given.copy(copy, at)
  }
  return copy
}

function inPackage(bytes, n) {
  const parts = unzipSync(bytes)
  parts['word/document.xml'] = strToU8(inText(strFromU8(parts['word/document.xml']), n))
  return zipSync(parts, { level: 1, mtime: '2020-01-01' })
}

/** The text of a PDF is in its fonts' own codes: such a copy differs by a comment behind its end alone. */
const inPdf = (bytes, n) => Buffer.concat([bytes, Buffer.from(`\n% ${n}\n`)])

const makers = {
  html: (bytes, n) => Buffer.from(inText(Buffer.from(bytes).toString('utf8'), n)),
  docx: inPackage,
  doc: inUtf16,
  pdf: inPdf,
}

/** The sources of a format: what is rendered of the seeds, else the samples. */
function sources(format) {
  const pattern = new RegExp(`\\.${format}$`)
  const rendered = shared ? files(join(shared, 'rendered', format), pattern) : []
  return (rendered.length > 0 ? rendered : files(samples, pattern)).map(open)
}

/** Writes `count` notices into the folder, the formats in turn; how many bytes they are. */
export function makeNotices(folder, count, formats) {
  const of = Object.fromEntries(formats.map((format) => [format, sources(format)]))
  let bytes = 0
  for (let n = 0; n < count; n++) {
    const format = formats[n % formats.length]
    const from = of[format][Math.floor(n / formats.length) % of[format].length]
    const made = makers[format](from.bytes, n)
    const path = join(folder, String(n % 100).padStart(2, '0'), `${n}.${format}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, made)
    bytes += made.length
  }
  return bytes
}
