/** Accuracy against gold, by the scorer that lies beside the documents. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from '../dist/index.js'
import { files, open, shared } from './inputs.mjs'
import { print } from './measure.mjs'

const sets = [
  ['seeds', 'gold'],
  ...['html', 'docx', 'doc', 'rtf', 'pdf', 'ruled-pdf', 'chromium-pdf'].map((format) => [
    `rendered/${format}`,
    'rendered/gold',
  ]),
]

export async function accuracy() {
  const scorer = shared && join(shared, 'score.py')
  if (!scorer || !existsSync(scorer)) {
    console.log(
      '\nAccuracy: there is no ../shared/score.py; the samples are held to their gold by `npm test`.',
    )
    return
  }
  const rows = []
  for (const [set, gold] of sets) rows.push(await score(set, gold, scorer))
  print('Accuracy', ['documents', 'files', 'value F1', 'whole task', 'roles', 'notice fields'], rows)
}

async function score(set, gold, scorer) {
  const work = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
  try {
    for (const name of ['gold', 'out']) mkdirSync(join(work, name))
    let failed = 0
    const paths = files(join(shared, set), /^[^.]/)
    for (const path of paths) {
      const name = basename(path)
      const key = name.replace(/\.\w+$/, '')
      const expected = join(shared, gold, `${key}.json`)
      if (!existsSync(expected)) continue
      copyFileSync(expected, join(work, 'gold', `${key}.json`))
      try {
        writeFileSync(join(work, 'out', `${name}.json`), JSON.stringify(await parse(open(path))))
      } catch (error) {
        failed++
        console.log(`${set}/${name}: ${error.code ?? error}`)
      }
    }
    const { stdout, error } = spawnSync('python3', [scorer, join(work, 'gold'), join(work, 'out')], {
      encoding: 'utf8',
    })
    if (error) return [set, paths.length, 'no python3', '', '', '']
    const mean = /F1 ([\d.]+), whole-task exact ([\d.]+), unit-role F1 ([\d.]+), notice fields ([\d.]+)/.exec(
      stdout,
    )
    return [set, failed > 0 ? `${paths.length} (${failed} failed)` : paths.length, ...mean.slice(1)]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
