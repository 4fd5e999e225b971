import { describe, expect, it } from 'vitest'
import * as yaodian from '../src/index.ts'

describe('the library', () => {
  it('exports these names and no more', () => {
    expect(Object.keys(yaodian).sort()).toEqual([
      'YaodianError',
      'convert',
      'parse',
      'validate',
      'violations',
    ])
  })

  it('reads bytes to a result that fits the schema', async () => {
    const bytes = new TextEncoder().encode(
      '2021年工作要点\n一、推进公开\n1.公开预算。（责任单位：市财政局）\n',
    )
    const result = await yaodian.parse({ name: 'a.txt', bytes }, { lang: 'en' })
    expect(result.tasks.map((task) => task.task)).toEqual(['公开预算'])
    expect(yaodian.violations(result)).toEqual([])
    expect(yaodian.violations({})).not.toEqual([])
  })

  it('names what it cannot read', async () => {
    const source = { name: 'a.txt', bytes: new Uint8Array() }
    await expect(yaodian.parse(source)).rejects.toMatchObject({ name: 'YaodianError', code: 'input/empty' })
  })
})
