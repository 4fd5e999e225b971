/** The whole pipeline on pages, against parse5 with source positions over the same text in the same run. */
import { join } from 'node:path'
import { parse as parse5 } from 'parse5'
import { find } from '../dist/find/find.js'
import { parse } from '../dist/index.js'
import { Report } from '../dist/message.js'
import { decode } from '../dist/read/charset.js'
import { read } from '../dist/read/index.js'
import { resolve } from '../dist/resolve/resolve.js'
import { segment } from '../dist/segment/outline.js'
import { validate } from '../dist/validate.js'
import { files, inputs, open, shared } from './inputs.mjs'
import { limit, median, print, race, ratio } from './measure.mjs'

const positions = { sourceCodeLocationInfo: true }

export async function pages() {
  const { from, sources } = inputs('real/html', /\.html$/)
  const texts = sources.map((s) => decode(s.bytes).text)
  const bytes = sources.reduce((n, s) => n + s.bytes.length, 0)
  let documents = []
  const times = await race(
    {
      parse5: () => {
        for (const text of texts) parse5(text, positions)
      },
      whole: async () => {
        for (const source of sources) await parse(source)
      },
      reading: async () => {
        documents = []
        for (const source of sources) {
          const report = new Report()
          documents.push({ document: await read(source, report), report })
        }
      },
      rest: () => {
        for (const { document, report } of documents) {
          const outline = segment(document)
          const finding = find(outline, report)
          validate(resolve(document, outline, finding, report, {}))
        }
      },
    },
    { rounds: 15, warm: 5 },
  )
  const row = (what, key) => [
    what,
    median(times[key]).toFixed(1),
    (median(times[key]) / sources.length).toFixed(2),
    `${ratio(times[key], times.parse5).toFixed(2)} ×`,
  ]
  print(
    `Pages: ${from}, ${sources.length} files, ${Math.round(bytes / 1000)} kB`,
    ['', 'ms', 'ms a file', 'parse5'],
    [
      row('parse5 with source positions', 'parse5'),
      row('the whole pipeline', 'whole'),
      row('reading', 'reading'),
      row('the rest', 'rest'),
    ],
  )
  limit('The whole pipeline', ratio(times.whole, times.parse5), 8, '× parse5')
  await hundred()
}

/** Pages of about 100 kB, warm: a portal's own, and pages of nothing but tasks. */
async function hundred() {
  const found = shared ? files(join(shared, 'real'), /\.html$/).map(open) : []
  const near = found.filter((s) => s.bytes.length > 50_000 && s.bytes.length < 200_000)
  const dense = inputs('rendered/html', /^(?:baoshan-2021\.(?:table|inline)|source)\.html$/)
  const made = dense.sources.slice(0, 2).map((source) => ({ ...source, ...repeated(source, 100_000) }))
  const rows = []
  for (const source of [...near, ...made]) {
    const text = decode(source.bytes).text
    let tasks = 0
    const times = await race(
      {
        parse5: () => parse5(text, positions),
        whole: async () => {
          tasks = (await parse(source)).tasks.length
        },
      },
      { rounds: 40, warm: 20 },
    )
    const ms = median(times.whole)
    const kilobytes = source.bytes.length / 1000
    rows.push([
      source.note ?? source.name,
      Math.round(kilobytes),
      tasks,
      median(times.parse5).toFixed(1),
      ms.toFixed(1),
      ((ms / kilobytes) * 100).toFixed(1),
    ])
  }
  print('Pages of about 100 kB, warm', ['page', 'kB', 'tasks', 'parse5 ms', 'ms', 'ms per 100 kB'], rows)
}

/** A page whose body stands in it as often as it takes. */
function repeated(source, size) {
  const text = decode(source.bytes).text
  const from = text.indexOf('>', text.search(/<body/i)) + 1
  const to = text.toLowerCase().lastIndexOf('</body')
  const body = text.slice(from, to > from ? to : text.length)
  const times = Math.ceil(size / Buffer.byteLength(body))
  const page = `${text.slice(0, from)}${body.repeat(times)}</body></html>`
  return { bytes: new TextEncoder().encode(page), note: `${source.name}, ${times} times` }
}
