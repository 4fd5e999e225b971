/**
 * What twice as much costs. Not time is measured but work: how often each block of the reader's code runs, as
 * the engine's coverage counts it. That is the same on every machine.
 */
import { Session } from 'node:inspector/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { grid, line, type makePdf, text } from './made-pdf.ts'
import { read } from './read-pdf.ts'

const session = new Session()
session.connect()

beforeAll(async () => {
  await read([{ content: text(57, 60, '正文') }])
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return async () => {
    await session.post('Profiler.disable')
    session.disconnect()
  }
})

/** Runs of the reader's blocks while the pages are read. */
async function work(pages: Parameters<typeof makePdf>[0]): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  await read(pages)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter((script) => script.url.includes('/src/read/'))
    .flatMap((script) => script.functions.flatMap((f) => f.ranges))
    .reduce((sum, range) => sum + range.count, 0)
}

const han = '推进政务公开工作落实各项任务要求'
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const page = (content: readonly string[]) => [{ content: content.join('\n') }]

describe('twice as much is twice the work', () => {
  it.each([
    [
      'text objects of one glyph, no two on a line',
      2000,
      (n: number) =>
        page(times(n, (i) => text(10 + (i % 100) * 5, 10 + (i * 800) / n, han[i % han.length]!, 3))),
    ],
    [
      'lines drawn anywhere',
      3000,
      (n: number) =>
        page(
          times(n, (i) => line((i * 31) % 500, (i * 7919) % 800, ((i * 31) % 500) + 60, (i * 7919) % 800)),
        ),
    ],
    [
      'cells of a ruled table',
      40,
      (n: number) =>
        page([
          grid(
            times(11, (i) => 50 + 50 * i),
            times(n + 1, (i) => 20 + (i * 800) / n),
          ),
          ...times(10 * n, (i) =>
            text(55 + (i % 10) * 50, 15 + ((Math.floor(i / 10) + 1) * 800) / n, '项', 4),
          ),
        ]),
    ],
    ['pages', 20, (n: number) => times(n, (i) => ({ content: text(57, 60, `${han}${i}`) }))],
  ])('%s', async (_, n, make) => {
    const [one, two] = [await work(make(n)), await work(make(2 * n))]
    expect(one).toBeGreaterThan(n)
    expect(two / one).toBeLessThan(2.5)
  })
})
