/**
 * The PDF reader against pdf.js's own getOperatorList over the same pages, and against pdftotext, in one run.
 * Files with Type 3 fonts are measured apart: their first page waits for the fonts' own programs.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Report } from '../dist/message.js'
import { readPdf } from '../dist/read/pdf/read.js'
import { defaultLimits } from '../dist/read/reader.js'
import { inputs } from './inputs.mjs'
import { limit, median, print, race, ratio } from './measure.mjs'

const kinds = [
  ['LibreOffice, no rules', 'rendered/pdf', false],
  ['LibreOffice, ruled', 'rendered/ruled-pdf', false],
  ['LibreOffice, long texts', 'real/formats/pdf', false],
  ['Chromium, Type 3 fonts', 'rendered/chromium-pdf', true],
]

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Pages that hold text, as pdf.js reads them by itself and no one looks at them. */
async function operators({ bytes }) {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    maxImageSize: 1,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const document = await task.promise
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    await page.getOperatorList()
    page.cleanup()
  }
  const { numPages } = document
  await task.destroy()
  return numPages
}

export async function pdf() {
  const poppler = spawnSync('pdftotext', ['-v']).status === 0
  if (!poppler) console.log('\npdftotext is not installed (poppler-utils): it is left out.')
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
  const rows = []
  let worst = 0
  try {
    const seen = new Set()
    for (const [what, under, type3] of kinds) {
      const { from, sources } = inputs(under, /\.pdf$/)
      if (sources.length === 0 || seen.has(from)) continue
      seen.add(from)
      let pages = 0
      for (const source of sources) pages += await operators(source)
      const paths = sources.map(({ bytes }, i) => {
        const path = join(folder, `${i}.pdf`)
        writeFileSync(path, bytes)
        return path
      })
      const times = await race(
        {
          pdfjs: async () => {
            for (const source of sources) await operators(source)
          },
          reader: async () => {
            for (const source of sources) await readPdf(source, new Report(), defaultLimits)
          },
          ...(poppler
            ? {
                poppler: () => {
                  for (const path of paths)
                    spawnSync('pdftotext', ['-bbox-layout', path, join(folder, 'out.html')])
                },
              }
            : {}),
        },
        { rounds: 5, warm: 1 },
      )
      const speed = (key) => (times[key] ? ((1000 * pages) / median(times[key])).toFixed(0) : '–')
      const over = ratio(times.reader, times.pdfjs)
      if (!type3) worst = Math.max(worst, over)
      rows.push([
        what,
        sources.length,
        pages,
        `${over.toFixed(2)} ×`,
        speed('reader'),
        speed('pdfjs'),
        speed('poppler'),
      ])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  print(
    'PDF: the reader against getOperatorList (pages a second: reader, pdf.js, pdftotext -bbox-layout)',
    ['', 'files', 'pages', 'getOperatorList', 'pages/s', 'pdf.js', 'pdftotext'],
    rows,
  )
  limit('The reader, Type 3 fonts apart', worst, 2.5, '× getOperatorList')
}
