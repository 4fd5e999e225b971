/** `yaodian validate`: results against the schema. */
import type { Command } from 'commander'
import { inputError } from '../batch/file-errors.ts'
import { linesOf, maxLine } from '../batch/lines.ts'
import { pathText, type RawPath, splitPath } from '../batch/path.ts'
import { readInput } from '../batch/read-file.ts'
import { type Entry, walk } from '../batch/walk.ts'
import { YaodianError } from '../errors.ts'
import type { Lang } from '../message.ts'
import { violations } from '../validate.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { oneLine } from './terminal.ts'

export function validateCommand(program: Command, context: Context): void {
  const words = context.texts.validate
  commandOf(program, 'validate', context.texts, words, 'PATH...')
    .argument('<PATH...>', words.path)
    .action(async (paths: string[]) => {
      await validatePaths(paths, context)
    })
}

/** Results, of which those that do not fit. */
interface Checked {
  results: number
  bad: number
}

async function validatePaths(paths: readonly string[], context: Context): Promise<void> {
  const { lang, terminal, texts } = context
  const total = { results: 0, bad: 0, files: 0 }
  const entries = await walk(paths, { out: null, lang })
  const tables = foldersOfTables(entries)
  for (const entry of entries) {
    if (terminal.closed) return
    if (entry.kind === 'unreadable') context.fail(entry.error)
    if (entry.kind !== 'file') continue
    if (!paths.includes(pathText(entry.path)) && !holdsResults(entry.path, tables)) continue
    try {
      const checked = await checkFile(entry.path, context)
      total.results += checked.results
      total.bad += checked.bad
      total.files++
    } catch (error) {
      // What is found can be told of no other file either.
      if (error instanceof YaodianError && error.code === 'output/unwritable') throw error
      context.fail(inputError(entry.path, error, lang), pathText(entry.path))
    }
  }
  if (total.files === 0) {
    if (context.exit === 0) throw new YaodianError('input/none', { path: paths.join(' ') })
    return
  }
  await terminal.say(texts.valid.summary(total.results, total.bad, total.files))
  if (total.bad > 0) context.endWith(2)
}

/** Folders with a data package: what is in them are tables, and no results. */
function foldersOfTables(entries: readonly Entry[]): ReadonlySet<string> {
  const parts = entries.map(({ path }) => splitPath(path))
  const packages = parts.filter(({ name }) => pathText(name) === 'datapackage.json')
  return new Set(packages.map(({ folder }) => pathText(folder)))
}

/** In a folder: JSON files, but for tables and the lists of a run. */
function holdsResults(path: RawPath, tables: ReadonlySet<string>): boolean {
  const { folder, name } = splitPath(path)
  if (tables.has(pathText(folder))) return false
  return /\.(json|ndjson|jsonl)$/i.test(pathText(name)) && !/^(?:manifest|run)\.ndjson$/.test(pathText(name))
}

/** Says OK of a file, or of each result in it where and why it does not fit. */
async function checkFile(path: RawPath, { lang, terminal, texts }: Context): Promise<Checked> {
  const t = texts.valid
  const shown = oneLine(pathText(path))
  const checked: Checked = { results: 0, bad: 0 }
  const check = async (json: string, line: number | null) => {
    checked.results++
    const found = reasons(json, t.notJson)
    if (found.length === 0) return
    checked.bad++
    const where = line === null ? shown : `${shown}:${line}`
    for (const reason of found) await terminal.say(`${t.bad} ${where} ${oneLine(reason)}`)
  }
  const whole = /\.(ndjson|jsonl)$/i.test(shown) ? null : await oneValue(path, lang)
  if (whole !== null) await check(whole, null)
  else {
    let number = 0
    for await (const line of linesOf(path)) {
      number++
      if (line.trim() !== '') await check(line, number)
    }
  }
  if (checked.results === 0) {
    checked.bad++
    await terminal.say(`${t.bad} ${shown} ${t.none}`)
  } else if (checked.bad === 0) {
    await terminal.say(`${t.ok} ${shown}${checked.results > 1 ? t.count(checked.results) : ''}`)
  }
  return checked
}

function reasons(json: string, notJson: (detail: string) => string): string[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return [notJson((error as Error).message)]
  }
  return violations(value)
}

/** The file's text, if it is one value; null if each line is one: only then does the first line parse. */
async function oneValue(path: RawPath, lang: Lang): Promise<string | null> {
  const text = new TextDecoder().decode(await readInput(path, maxLine, lang))
  const end = text.indexOf('\n')
  if (end < 0 || text.slice(end).trim() === '') return text
  return parses(text.slice(0, end)) ? null : text
}

function parses(json: string): boolean {
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}
