/**
 * The readers of .docx and .doc against converters that are installed: LibreOffice (one call for all files),
 * pandoc (.docx only), word-extractor (npm). Wall-clock time a file, start included, as a user would meet it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Report } from '../dist/message.js'
import { read } from '../dist/read/index.js'
import { inputs } from './inputs.mjs'
import { median, print } from './measure.mjs'

const installed = (command) => spawnSync(command, ['--version']).status === 0
const wordExtractor = await import('word-extractor').then((m) => m.default).catch(() => null)

async function timed(rounds, work) {
  const times = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

export async function converters() {
  const rows = []
  for (const format of ['docx', 'doc']) {
    const { sources } = inputs(`rendered/${format}`, new RegExp(`\\.${format}$`))
    if (sources.length === 0) continue
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
    try {
      const files = sources.map(({ name, bytes }, i) => {
        const path = join(folder, `${i}-${name}`)
        writeFileSync(path, bytes)
        return path
      })
      const readAll = async () => {
        for (const source of sources) await read(source, new Report())
      }
      await timed(5, readAll)
      const ours = (await timed(15, readAll)) / files.length
      const row = (what, ms) =>
        rows.push([format, what, ms.toFixed(ms < 10 ? 2 : 0), `${(ms / ours).toFixed(1)} ×`])
      row('yaodian', ours)
      if (wordExtractor) {
        const extractor = new wordExtractor()
        const all = async () => {
          for (const { bytes } of sources) await extractor.extract(Buffer.from(bytes))
        }
        await timed(3, all)
        row('word-extractor', (await timed(9, all)) / files.length)
      }
      if (format === 'docx' && installed('pandoc')) {
        const all = () => {
          for (const file of files) spawnSync('pandoc', [file, '-t', 'html', '-o', join(folder, 'out.html')])
        }
        row('pandoc, a call a file', (await timed(3, all)) / files.length)
      }
      if (installed('soffice')) {
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
        const all = () =>
          spawnSync('soffice', [profile, '--headless', '--convert-to', 'html', '--outdir', folder, ...files])
        all()
        row('LibreOffice, one call for all', (await timed(3, all)) / files.length)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  print('Word against converters (those installed)', ['', '', 'ms a file', 'yaodian'], rows)
}
