/** The readers of .docx and .doc against mammoth.convertToHtml on the same notices as .docx, in one run. */
import mammoth from 'mammoth'
import { Report } from '../dist/message.js'
import { read } from '../dist/read/index.js'
import { inputs } from './inputs.mjs'
import { median, print, race, ratio } from './measure.mjs'

export async function office() {
  const docx = inputs('rendered/docx', /\.docx$/)
  const doc = inputs('rendered/doc', /\.doc$/)
  if (docx.sources.length === 0) {
    console.log('\nOffice: no .docx at hand')
    return
  }
  const readAll = (sources) => async () => {
    for (const source of sources) await read(source, new Report())
  }
  const times = await race(
    {
      mammoth: async () => {
        for (const { bytes } of docx.sources) await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
      },
      docx: readAll(docx.sources),
      ...(doc.sources.length > 0 ? { doc: readAll(doc.sources) } : {}),
    },
    { rounds: 15, warm: 5 },
  )
  const row = (what, key, count) => [
    what,
    count,
    (median(times[key]) / count).toFixed(2),
    `${ratio(times[key], times.mammoth).toFixed(2)} ×`,
  ]
  print(
    `Word: ${docx.from}${doc.sources.length > 0 ? `, ${doc.from}` : ''}`,
    ['', 'files', 'ms a file', 'mammoth'],
    [
      row('mammoth.convertToHtml, .docx', 'mammoth', docx.sources.length),
      row('the .docx reader', 'docx', docx.sources.length),
      ...(times.doc ? [row('the .doc reader', 'doc', doc.sources.length)] : []),
    ],
  )
}
