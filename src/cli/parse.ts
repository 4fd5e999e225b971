/** `yaodian parse`: notices to JSON, NDJSON or CSV. */
import { type Command, Option } from 'commander'
import { writeWhole } from '../batch/aside.ts'
import { isGood, judge } from '../batch/outcome.ts'
import { outputNames } from '../batch/output-names.ts'
import { joinPath, pathText, type RawPath, splitPath } from '../batch/path.ts'
import { readBounded, readInput } from '../batch/read-file.ts'
import { csvHead, csvRows } from '../dataset/csv.ts'
import { ndjson, noticeJson } from '../dataset/ndjson.ts'
import type { Read } from '../dataset/task-row.ts'
import { YaodianError } from '../errors.ts'
import type { Message } from '../generated/notice.ts'
import { defaultLimits, type Limits, type Source } from '../read/reader.ts'
import type { Context } from './context.ts'
import { commandOf } from './help.ts'
import { addLimits, limitsOf } from './limits.ts'

const formats = ['json', 'ndjson', 'csv'] as const
type Format = (typeof formats)[number]

interface Options extends Record<string, unknown> {
  readonly out?: string
  readonly format: Format
  readonly withDocument?: boolean
}

export function parseCommand(program: Command, context: Context): void {
  const { texts } = context
  const words = texts.parse
  const command = commandOf(program, 'parse', texts, words, 'FILE...')
    .argument('<FILE...>', words.file)
    .option('-o, --out <DIR>', words.out)
    .addOption(new Option('--format <json|ndjson|csv>', words.format).choices(formats).default('json'))
    .option('--with-document', words.withDocument)
  addLimits(command, texts).action(async (files: string[], options: Options) => {
    await parseFiles(files, options, context)
  })
}

async function parseFiles(files: readonly string[], options: Options, context: Context): Promise<void> {
  if (files.filter((file) => file === '-').length > 1) {
    throw new YaodianError('usage/wrong', { detail: context.texts.wrong.stdinTwice })
  }
  const limits = limitsOf(options)
  const names = options.out === undefined ? null : namesOf(files, options.format)
  const print = printer(options.format, files.length > 1, context)
  const { parse } = await context.pipeline()
  for (const [i, file] of files.entries()) {
    if (context.terminal.closed) return
    const shown = file === '-' ? context.texts.stdin : file
    let read: Read
    try {
      const source = await sourceOf(file, limits, context)
      const withDocument = options.withDocument === true
      read = { path: file, result: await parse(source, { lang: context.lang, limits, withDocument }) }
    } catch (error) {
      context.fail(error, shown)
      continue
    }
    for (const message of read.result.messages) noteMessage(shown, message, context)
    if (!isGood(judge(read.result).outcome)) context.endWith(2)
    if (names === null) await print(read)
    else {
      const path = joinPath(options.out!, names[i]!)
      await writeWhole(path, wholeFile(read, options.format, context), context.lang)
      context.terminal.note(context.texts.written(shown, pathText(path), read.result.tasks.length))
    }
  }
}

/** The bytes of a file, or of standard input. */
export async function sourceOf(file: string, limits: Partial<Limits>, context: Context): Promise<Source> {
  const maxBytes = limits.maxBytes ?? defaultLimits.maxBytes
  if (file !== '-') {
    return { name: pathText(splitPath(file).name), bytes: await readInput(file, maxBytes, context.lang) }
  }
  return { name: 'stdin', bytes: await readBounded(context.terminal.streams.stdin, maxBytes) }
}

function namesOf(files: readonly string[], format: Format): RawPath[] {
  const inputs = files.map((file) => ({
    path: file,
    relative: file === '-' ? 'stdin' : splitPath(file).name,
  }))
  return outputNames(inputs, `.${format}`)
}

function noteMessage(file: string, message: Message, { terminal, texts }: Context): void {
  const at = message.at === null ? '' : ` @ ${message.at.node}`
  terminal.note(`${file}: ${texts.levels[message.level]} ${message.code}: ${message.text}${at}`)
}

function wholeFile(read: Read, format: Format, { lang }: Context): string {
  if (format === 'json') return noticeJson(read.result)
  return format === 'ndjson' ? ndjson(read.result) : csvHead(lang) + csvRows(read)
}

/** Results on standard output: several cannot be one JSON document, so they are a line each. */
function printer(
  format: Format,
  several: boolean,
  { terminal, lang }: Context,
): (read: Read) => Promise<void> {
  if (format !== 'csv') {
    const line = several || format === 'ndjson'
    return ({ result }) => terminal.print(line ? ndjson(result) : noticeJson(result))
  }
  let head = csvHead(lang)
  return async (read) => {
    await terminal.print(head + csvRows(read))
    head = ''
  }
}
