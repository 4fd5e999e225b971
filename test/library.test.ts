/** The library's `convert`: when results are given, and what becomes of them when the inputs fail. */
import { describe, expect, it } from 'vitest'
import { convert, type Input } from '../src/convert.ts'

const source = (name: string): Input => ({
  name,
  bytes: Buffer.from(
    `含山县2021年政务公开工作要点（${name}）\n一、推进公开\n1.公开信息。（责任单位：县财政局）`,
  ),
})
const options = { inProcess: true, jobs: 2 } as const

describe('convert as a library', () => {
  it('gives each result as soon as it is there: whoever gives the inputs may wait for it', async () => {
    const seen: string[] = []
    let told: (() => void) | null = null
    async function* inputs(): AsyncGenerator<Input> {
      for (const name of ['a.txt', 'b.txt', 'c.txt']) {
        yield source(name)
        await new Promise<void>((resolve) => {
          told = resolve
        })
      }
    }
    for await (const { path } of convert(inputs(), options)) {
      seen.push(path)
      told!()
    }
    expect(seen).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  it('gives the results of what came before the inputs failed, then the failure', async () => {
    async function* inputs(): AsyncGenerator<Input> {
      yield source('a.txt')
      throw new Error('the list is broken')
    }
    const seen: string[] = []
    const run = async () => {
      for await (const { path, outcome } of convert(inputs(), options)) seen.push(`${path} ${outcome}`)
    }
    await expect(run()).rejects.toThrow('the list is broken')
    expect(seen).toEqual(['a.txt SUCCESS'])
  })

  it('ends the inputs when the loop is left, and takes no more than two a job ahead', async () => {
    let given = 0
    let ended = false
    async function* inputs(): AsyncGenerator<Input> {
      try {
        for (;;) yield source(`${++given}.txt`)
      } finally {
        ended = true
      }
    }
    for await (const { path } of convert(inputs(), options)) if (path === '3.txt') break
    expect(ended).toBe(true)
    expect(given).toBeLessThanOrEqual(3 + 2 * options.jobs)
  })
})
