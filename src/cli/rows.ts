/** Rows of a query for a person, as CSV or as JSON. */

import Table from 'cli-table3'
import { stringify } from 'csv-stringify/sync'
import { csvOptions } from '../dataset/csv.ts'
import type { Plain, Rows } from '../query/run.ts'
import { plain } from './summary.ts'
import { oneLine, printable, type Terminal } from './terminal.ts'
import { cut, displayWidth } from './width.ts'

const unknownWidth = 120
const narrowest = 6

/** Cells as text: a list with its brackets, null as nothing. */
function text(value: Plain): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The first rows as a table as wide as the terminal; tells whether there are more. */
export async function printTable(rows: Rows, most: number, terminal: Terminal): Promise<boolean> {
  const shown: string[][] = []
  let more = false
  for await (const chunk of rows.chunks) {
    shown.push(...chunk.map((row) => row.map((value) => printable(oneLine(text(value))))))
    if (shown.length > most) {
      more = true
      break
    }
  }
  const cells = [rows.columns.map((name) => printable(oneLine(name))), ...shown.slice(0, most)]
  const columns = (terminal.streams.stdout as { columns?: number }).columns ?? unknownWidth
  const widths = fittedWidths(cells, columns)
  const [head, ...body] = cells.map((row) => row.map((cell, i) => cut(cell, widths[i]!)))
  const table = new Table({
    head: head!,
    colAligns: rows.numeric.map((numeric) => (numeric ? 'right' : 'left')),
    style: { ...plain, compact: true },
  })
  table.push(...body)
  await terminal.print(`${table.toString()}\n`)
  return more
}

/** Width of each column: the widest give way until the table fits, borders and spaces counted. */
function fittedWidths(cells: readonly (readonly string[])[], columns: number): number[] {
  const widths = cells[0]!.map((_, i) =>
    cells.reduce((most, row) => Math.max(most, Math.min(displayWidth(row[i]!), columns)), 1),
  )
  const room = columns - 3 * widths.length - 1
  let over = widths.reduce((a, b) => a + b, 0) - room
  while (over > 0) {
    const widest = Math.max(...widths)
    if (widest <= narrowest) break
    widths[widths.indexOf(widest)] = widest - 1
    over--
  }
  return widths
}

/** All rows, as they come. */
export async function printCsv(rows: Rows, terminal: Terminal): Promise<void> {
  const options = { ...csvOptions, cast: { boolean: (value: boolean) => String(value) } }
  await terminal.print(`\ufeff${stringify([[...rows.columns]], options)}`)
  for await (const chunk of rows.chunks) {
    if (terminal.closed) return
    await terminal.print(
      stringify(
        chunk.map((row) => row.map(csvCell)),
        options,
      ),
    )
  }
}

function csvCell(value: Plain): Plain {
  return typeof value === 'object' ? text(value) : value
}

/** All rows as they come: a line each, an object with the names of the columns. */
export async function printJson(rows: Rows, terminal: Terminal): Promise<void> {
  for await (const chunk of rows.chunks) {
    if (terminal.closed) return
    await terminal.print(chunk.map((row) => `${JSON.stringify(objectOf(rows.columns, row))}\n`).join(''))
  }
}

export function objectOf(columns: readonly string[], row: readonly Plain[]): Record<string, Plain> {
  return Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null]))
}
