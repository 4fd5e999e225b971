import { appendFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/batch/read-file.ts'
import { readSteady, stampOf } from '../../src/batch/stamp.ts'
import { folder } from './files.ts'

describe('a file that changes while it is read', () => {
  /** Reads with these stamps, one after the other; the value is how often it was read. */
  async function steady(...sizes: number[]): Promise<unknown> {
    let reads = 0
    const stamp = async () => ({ size: sizes.shift()!, modified: 0 })
    return readSteady('a.doc', 'en', stamp, async () => ++reads).catch((error) => error.text('en'))
  }

  it('is read once more, then named', async () => {
    expect(await steady(1, 1)).toBe(1)
    expect(await steady(1, 2, 2, 2)).toBe(2)
    expect(await steady(1, 2, 2, 3)).toBe('the file changed while it was read: a.doc (size 2 → 3 bytes)')
  })

  it('an error while it changes is none of the file', async () => {
    let reads = 0
    const stamps = [1, 2, 2, 2].map((size) => ({ size, modified: 0 }))
    const read = async () => {
      if (++reads === 1) throw new Error('half')
      return 'whole'
    }
    expect(await readSteady('a.doc', 'zh', async () => stamps.shift()!, read)).toBe('whole')
  })

  it('is told by its size and its time', () => {
    const path = join(folder({ a: 'text' }), 'a')
    expect(stampOf(statSync(path))).toEqual({ size: 4, modified: statSync(path).mtimeMs })
  })

  it('for real', async () => {
    const path = join(folder({ a: Buffer.alloc(4_000_000) }), 'a')
    let done = false
    const grow = () => {
      if (done) return
      appendFileSync(path, 'x')
      setImmediate(grow)
    }
    grow()
    const read = readInput(path, 1 << 30, 'zh').then(
      () => null,
      (e) => e.code,
    )
    const error = await read.finally(() => {
      done = true
    })
    expect(error).toBe('input/changed')
    expect(await readInput(path, 1 << 30, 'zh')).toHaveLength(statSync(path).size)
  })

  it('grows beyond the limit', async () => {
    const path = join(folder({ a: 'text' }), 'a')
    await expect(readInput(path, 3, 'zh')).rejects.toMatchObject({
      code: 'input/too-large',
      params: { bytes: 4, limit: 3 },
    })
  })
})
