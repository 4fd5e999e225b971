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
  for (const [format, under] of [
    ['html', 'rendered/html'],
    ['docx', 'rendered/docx'],
    ['txt', 'seeds'],
  ]) {
    const { from, sources } = inputs(under, new RegExp(`\\.${format}$`))
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
      `${from} (${sources.length} files, ${tasks} tasks)`,
      ...['reading', 'finding', 'meaning'].map((name) => median(times[name]).toFixed(1)),
      `${share.toFixed(2)} ×`,
    ])
    if (format !== 'txt') limit(`Meaning against reading, ${format}`, share, 1, '×')
  }
  print('Meaning', ['documents', 'reading ms', 'finding ms', 'meaning ms', 'meaning / reading'], rows)
}
