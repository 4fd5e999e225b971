/** What a run came to: a table of outcomes, and the files that a person should look at. */
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Summary } from '../batch/convert.ts'
import { outcomes } from '../batch/outcome.ts'
import { oneLine, printable } from './terminal.ts'
import type { Texts } from './texts.ts'
import { cut } from './width.ts'

/** Lines and corners without colour: the output may be a file. */
export const plain = { head: [], border: [] }

/** Paths and reasons may be thousands of characters long; the manifest has them whole. */
const shownPath = 100
const shownText = 160

export function summarise(summary: Summary, out: string, texts: Texts): string {
  const t = texts.summary
  const table = new Table({
    head: [t.outcome, '', t.files],
    colAligns: ['left', 'left', 'right'],
    style: { ...plain, compact: true },
  })
  let read = 0
  for (const outcome of outcomes) {
    const count = summary.counts[outcome]
    read += count
    if (count > 0) table.push([outcome, t.outcomes[outcome], count])
  }
  table.push([t.total, '', read])
  const lines = [table.toString(), t.tasks(summary.tasks)]
  if (summary.passedOver > 0) lines.push(t.passedOver(summary.passedOver))
  if (summary.kept > 0) lines.push(t.kept(summary.kept))
  if (summary.failed > 0) {
    lines.push('', t.failures)
    for (const { path, outcome, code, text } of summary.failures) {
      lines.push(`  ${ending(oneLine(path))}: ${outcome} ${code}: ${cut(oneLine(text ?? ''), shownText)}`)
    }
    if (summary.failed > summary.failures.length) {
      lines.push(`  ${t.more(summary.failed - summary.failures.length)}`)
    }
  }
  if (!summary.interrupted) lines.push('', t.all(join(out, 'manifest.ndjson')))
  return `${printable(lines.join('\n'))}\n`
}

/** The end of a path tells most. */
function ending(path: string): string {
  const chars = Array.from(path)
  return chars.length > shownPath ? `…${chars.slice(1 - shownPath).join('')}` : path
}
