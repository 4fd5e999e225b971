/** What meaning costs: the stage that says who and when is meant, beside reading the same notice. */
import { find } from '../dist/find/find.js'
import { Report } from '../dist/message.js'
import { read } from '../dist/read/index.js'
import { resolve } from '../dist/resolve/resolve.js'
import { segment } from '../dist/segment/outline.js'
import { inputs } from './inputs.mjs'
import { limit, median, print, race, ratio } from './measure.mjs'

const sum = (all) => all.reduce((a, b) => a + b, 0)

export async function meaning() {
  const rows = []
  for (const [what, under, pattern] of [
    ['published pages', 'real/html', /\.page\.html$/],
    ['bare pages, made of the seeds', 'rendered/html', /\.html$/],
    ['.docx', 'rendered/docx', /\.docx$/],
    ['text', 'seeds', /\.txt$/],
  ]) {
    const { from, sources } = inputs(under, pattern)
    const made = []
    for (const source of sources) {
      const document = await read(source, new Report())
      const outline = segment(document)
      made.push({ source, document, outline, finding: find(outline, new Report()) })
    }
    const times = await race(
      {
        reading: async () => {
          for (const { source } of made) await read(source, new Report())
        },
        finding: () => {
          for (const { document } of made) find(segment(document), new Report())
        },
        meaning: () => {
          for (const { document, outline, finding } of made)
            resolve(document, outline, finding, new Report(), {})
        },
      },
      { warm: 5, rounds: 25 },
    )
    const tasks = sum(made.map((m) => m.finding.drafts.length))
    const share = ratio(times.meaning, times.reading)
    rows.push([
      `${what}: ${from} (${sources.length} files, ${tasks} tasks)`,
      ...['reading', 'finding', 'meaning'].map((name) => median(times[name]).toFixed(1)),
      `${share.toFixed(2)} ×`,
    ])
    if (what !== 'text') limit(`Meaning against reading, ${what}`, share, 1, '×')
  }
  print('Meaning', ['documents', 'reading ms', 'finding ms', 'meaning ms', 'meaning / reading'], rows)
}
