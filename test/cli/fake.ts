/** A pipeline whose result is what the file asks for, and a command line run within the test. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { afterEach } from 'vitest'
import type { LoadPipeline } from '../../src/cli/context.ts'
import { run } from '../../src/cli/run.ts'
import { type ErrorCode, errors, YaodianError } from '../../src/errors.ts'
import type { Message, NoticeResult } from '../../src/generated/notice.ts'
import type { parse as Parse } from '../../src/pipeline.ts'
import { madeDeadline, madeNotice, madeResult, madeTask, madeUnit } from '../made.ts'

/**
 * Each line of the file is one order: `tasks 3`, `task text of one task`, `title text`, `message code level
 * text`, `wait 20` (ms), `throw document/damaged`, `bug`.
 */
export const fakeParse: typeof Parse = async ({ name, bytes }, options) => {
  const result = madeResult(name, createHash('sha256').update(bytes).digest('hex'), {
    notice: madeNotice({ year: 2024 }),
    ...(options?.withDocument ? { document: { blocks: [], furniture: [] } } : {}),
  })
  result.source.bytes = bytes.length
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [order, ...rest] = line.split(' ')
    const text = rest.join(' ')
    if (order === 'wait') await setTimeout(Number(text))
    else if (order === 'title') result.notice.title = text
    else if (order === 'tasks') for (let i = 0; i < Number(text); i++) addTask(result, `任务${i + 1}`)
    else if (order === 'task') addTask(result, text)
    else if (order === 'message') {
      const [code, level, ...words] = rest
      result.messages.push({ code: code!, level: level as Message['level'], text: words.join(' '), at: null })
    } else if (order === 'throw') throw new YaodianError(text as ErrorCode, { detail: '测试' })
    else if (order === 'bug') throw new TypeError('undefined is not a function')
  }
  return result
}

function addTask(result: NoticeResult, text: string): void {
  const task = madeTask(`t${result.tasks.length + 1}`, text, {
    ordinal: String(result.tasks.length + 1),
    leadUnits: [madeUnit('财政局', { name: '市财政局' })],
    openLists: ['leadUnits'],
    deadlines: [madeDeadline('年底前', 'by', { end: '2024-12-31' }), madeDeadline('长期', 'ongoing')],
  })
  result.tasks.push(task)
}

const loadFake: LoadPipeline = async () => ({
  parse: fakeParse,
  inProcess: true,
  stages: async () => {
    throw new YaodianError('input/unsupported', { detail: 'fake' })
  },
})

class Sink extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs the command line on the fake pipeline. */
export async function yaodian(...args: (string | { stdin: string })[]): Promise<Ran> {
  const stdout = new Sink()
  const stderr = new Sink()
  const given = args.find((arg) => typeof arg !== 'string')
  const stdin = Readable.from(given ? [Buffer.from(given.stdin)] : [])
  const words = args.filter((arg) => typeof arg === 'string')
  const status = await run(words, { stdin, stdout, stderr }, loadFake)
  return { status, out: stdout.text, err: stderr.text }
}

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'yaodian-test-'))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return root
}

export const errorCodes = Object.keys(errors) as ErrorCode[]

/** The values of NDJSON. */
// biome-ignore lint/suspicious/noExplicitAny: what the lines hold is what the test looks at
export function values(ndjson: string): any[] {
  return ndjson.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}
