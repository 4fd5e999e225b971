/**
 * Bad input through the library: each gives a named error or messages, in bounded time. Times are not
 * asserted (a busy machine is not a bug); what hangs runs into the timeout.
 */
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../src/errors.ts'
import { YaodianError } from '../src/errors.ts'
import type { NoticeResult } from '../src/generated/notice.ts'
import type { MessageCode } from '../src/message.ts'
import { type ParseOptions, parse } from '../src/pipeline.ts'

const timeout = 20_000
const encode = (text: string) => new TextEncoder().encode(text)
const read = (name: string, content: string | Uint8Array, options?: ParseOptions): Promise<NoticeResult> =>
  parse({ name, bytes: typeof content === 'string' ? encode(content) : content }, options)

async function failure(name: string, content: string | Uint8Array, options?: ParseOptions) {
  const error = await read(name, content, options).then(
    () => null,
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(YaodianError)
  return (error as YaodianError).code
}

const codes = (result: NoticeResult) => result.messages.map((m) => m.code)
const names = (count: number) => Array.from({ length: count }, (_, i) => `市第${i}局`)
const plan = (item: string) => `2021年工作要点\n一、推进公开\n（一）${item}\n`
const table = (rows: string) =>
  `<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>${rows}</table>`
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<tr><td>${i + 1}</td><td>推进公开</td><td>市财政局</td><td>2021年6月底前</td></tr>`,
  ).join('')

// A fixed sequence of a linear congruential generator.
const noise = new Uint8Array(4096)
for (let i = 0, x = 1; i < noise.length; i++) {
  x = (x * 1103515245 + 12345) & 0x7fffffff
  noise[i] = x >> 16
}

describe('what is no notice is named', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
  ])
  const elf = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0])
  const cases: [what: string, name: string, content: string | Uint8Array, code: ErrorCode][] = [
    ['an empty file', 'a.txt', '', 'input/empty'],
    ['an empty page', 'a.html', '', 'input/empty'],
    ['only white space', 'a.txt', ' \n\t\u3000\r\n\u00a0\u200b\n', 'input/empty'],
    ['a picture named .txt', 'a.txt', png, 'input/unsupported'],
    ['a program named .txt', 'a.txt', elf, 'input/unsupported'],
    ['bytes of no meaning', 'a.txt', noise, 'input/unsupported'],
  ]
  it.each(cases)('%s', async (_, name, content, code) => {
    expect(await failure(name, content)).toBe(code)
  })

  it('a text over the limit, which is an option', async () => {
    const text = plan('推进公开。')
    const bytes = encode(text).length
    expect(await failure('a.txt', text, { limits: { maxBytes: bytes - 1 } })).toBe('input/too-large')
    expect((await read('a.txt', text, { limits: { maxBytes: bytes } })).tasks).toHaveLength(1)
  })

  it('a table of more cells than the limit', async () => {
    expect(await failure('a.html', table(rows(50)), { limits: { maxCells: 100 } })).toBe('document/too-large')
  })

  it(
    'a short page that asks for a table without end',
    async () => {
      const spans = '<tr><td rowspan="65000" colspan="1000">一</td><td>二</td></tr>'.repeat(1000)
      expect(await failure('a.html', `<table>${spans}</table>`)).toBe('document/too-large')
    },
    timeout,
  )

  it(
    'a short page whose result would not fit into memory',
    async () => {
      const cell = `<td rowspan="1500">${names(1500).join('、')}</td>`
      const merged = Array.from(
        { length: 1500 },
        (_, i) => `<tr><td>${i + 1}</td><td>推进公开</td>${i ? '' : cell}</tr>`,
      )
      const page = `<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>${merged.join('')}</table>`
      expect(await failure('a.html', page)).toBe('document/too-large')
    },
    timeout,
  )
})

describe('damage is kept and said', () => {
  it('NULs within a text', async () => {
    const result = await read('a.txt', plan('推进\u0000公开。（责任单位：市财政局）'))
    expect(codes(result)).toContain('text/control-characters' satisfies MessageCode)
    expect(result.tasks[0]!.task).toBe('推进\u0000公开')
    expect(result.tasks[0]!.responsibleUnits.map((u) => u.text)).toEqual(['市财政局'])
  })

  it('a byte that the charset does not have', async () => {
    const bytes = encode(plan('推进公开，加强监督，做好服务。（责任单位：市财政局）').repeat(20))
    bytes[bytes.length - 5] = 0xff
    const result = await read('a.txt', bytes)
    expect(result.source.encoding).toBe('utf-8')
    expect(codes(result).filter((c) => c.startsWith('text/'))).not.toEqual([])
    expect(result.tasks.length).toBeGreaterThan(0)
  })

  it('bytes that no charset has', async () => {
    const bytes = noise.map((byte) => 0x20 + (byte % 0xdf))
    const result = await read('a.txt', bytes)
    expect(codes(result)).toContain('text/bytes-replaced' satisfies MessageCode)
    expect(result.tasks).toEqual([])
  })

  it('lone surrogates, as bytes and as UTF-16', async () => {
    const text = plan('推进\ud800公\udc00开。')
    const units = Uint16Array.from([0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))])
    for (const content of [encode(text), new Uint8Array(units.buffer)]) {
      const result = await read('a.txt', content)
      expect(result.tasks).toHaveLength(1)
      const json = JSON.stringify(result)
      expect(JSON.parse(json)).toEqual(result)
    }
  })

  it('a bracket that is never closed, ten thousand times', async () => {
    const result = await read('a.txt', plan('推进公开。（责任单位：市财政局'.repeat(10_000)))
    expect(codes(result)).toContain('clause/unclosed-bracket' satisfies MessageCode)
    expect(result.tasks.length).toBeGreaterThan(0)
  })
})

describe('size costs what it costs', () => {
  it(
    'a table of 100,000 cells',
    async () => {
      const result = await read('a.html', table(rows(25_000)))
      expect(result.tasks).toHaveLength(25_000)
      expect(result.tasks.at(-1)).toMatchObject({ ordinal: '25000', deadlines: [{ end: '2021-06-30' }] })
    },
    timeout,
  )

  it(
    '10,000 nested tags',
    async () => {
      const body = `<p>一、推进公开</p><p>（一）公开预算。（市财政局负责）</p>`
      for (const tag of ['div', 'span', 'ul', 'b']) {
        const result = await read(
          'a.html',
          `${`<${tag}>`.repeat(10_000)}${body}${`</${tag}>`.repeat(10_000)}`,
        )
        expect(result.tasks.map((t) => t.task)).toEqual(['公开预算'])
      }
    },
    timeout,
  )

  it(
    'a cell of 20,000 units',
    async () => {
      const page = table(`<tr><td>1</td><td>推进公开</td><td>${names(20_000).join('、')}</td><td></td></tr>`)
      const [task] = (await read('a.html', page)).tasks
      expect(task!.responsibleUnits).toHaveLength(20_000)
    },
    timeout,
  )

  const long: [what: string, item: string][] = [
    ['a paragraph of half a million characters', '推进政务公开，'.repeat(72_000)],
    ['10,000 brackets', '推进公开（见附件），'.repeat(10_000)],
    ['10,000 brackets within each other', `${'（'.repeat(10_000)}市财政局负责${'）'.repeat(10_000)}`],
    ['10,000 labels', '推进公开。责任单位：市财政局。公开。'.repeat(10_000)],
    ['10,000 times', '2021年6月底前完成，'.repeat(10_000)],
    ['units joined by 10,000 conjunctions', `推进公开。（责任单位：${'财政局和各局'.repeat(10_000)}）`],
    ['units cut short 10,000 times', `推进公开。（责任单位：${'财政局等和局'.repeat(10_000)}）`],
    ['a list closed by 40,000 manners', `推进公开。（财政局${'共同分别'.repeat(10_000)}）`],
    ['a bracket of 10,000 notes', `推进公开。（市财政局负责${'，下同'.repeat(10_000)}）`],
    [
      'citations without end',
      `根据${names(10_000)
        .map((n) => `《${n}条例》`)
        .join('、')}，推进公开。`,
    ],
    ['digits', '1'.repeat(100_000)],
    ['numerals', '一二三'.repeat(50_000)],
    ['spaces', `推进${' '.repeat(100_000)}公开`],
    ['ideographic spaces', `推进${'\u3000'.repeat(100_000)}公开`],
    ['colons', `${'：'.repeat(100_000)}公开`],
    ['full stops', `${'。'.repeat(100_000)}公开`],
    ['book title marks', `${'《'.repeat(50_000)}公开${'》'.repeat(50_000)}`],
  ]
  it.each(long)(
    '%s',
    async (_, item) => {
      const where = [
        plan(item),
        `${item}\n${plan('推进公开。')}`,
        table(`<tr><td>1</td><td>公开</td><td>${item}</td></tr>`),
      ]
      for (const [i, text] of where.entries()) {
        const result = await read(i === 2 ? 'a.html' : 'a.txt', text)
        expect(result.schemaVersion).toBe('1.0')
      }
    },
    timeout,
  )

  it(
    '20,000 short lines',
    async () => {
      const result = await read('a.txt', '推进公开工作\n'.repeat(20_000))
      expect(result.tasks).toEqual([])
      expect(codes(result)).toContain('notice/no-tasks' satisfies MessageCode)
    },
    timeout,
  )

  it(
    'every kind of number, one below the other, again and again',
    async () => {
      const numbers = [
        '第一章',
        '第一节',
        '第一条',
        '一、',
        '（一）',
        '任务一：',
        '1.',
        '1.1 ',
        '1.1.1 ',
        '（1）',
        '1）',
        '①',
        'a.',
      ]
      const lines = Array.from({ length: 10_000 }, (_, i) => `${numbers[i % numbers.length]}推进公开`)
      const result = await read('a.txt', `2021年工作要点\n${lines.join('\n')}`)
      expect(result.messages.length).toBeGreaterThan(0)
    },
    timeout,
  )
})
