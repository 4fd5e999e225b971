import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { judgeError } from '../../src/batch/outcome.ts'
import { readBounded, readInput } from '../../src/batch/read-file.ts'
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

  it('is not read before it has been left alone for a while: no stamp shows two changes within one tick', async () => {
    /** How often it was looked at before it was read. */
    const looks = async (size: number, modified: () => number) => {
      let count = 0
      const stamp = async () => {
        count++
        return { size, modified: modified() }
      }
      return readSteady('a.doc', 'en', stamp, async () => count).catch((error) => error.code)
    }
    const ago = (ms: number) => {
      let at: number | null = null
      return () => {
        at ??= Date.now() - ms
        return at
      }
    }
    expect(await looks(1, ago(0))).toBeGreaterThan(1)
    expect(await looks(0, ago(200))).toBeGreaterThan(1)
    expect(await looks(1, ago(200))).toBe(1)
    expect(await looks(0, ago(5000))).toBe(1)
    // A clock that is hours ahead says nothing.
    expect(await looks(0, ago(-10_000_000))).toBe(1)
    expect(await looks(1, () => Date.now())).toBe('input/changed')
  })

  it('is not taken for an empty one, or for its first half, while another program writes it anew', async () => {
    const path = join(folder({ a: 'old' }), 'a')
    writeFileSync(path, '')
    const writing = (async () => {
      await setTimeout(300)
      for (const part of ['first ', 'second ', 'third']) {
        await setTimeout(20)
        appendFileSync(path, part)
      }
    })()
    expect(String(await readInput(path, 1000, 'zh'))).toBe('first second third')
    await writing
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

  it('has no size that is known before its end, where it is a stream', async () => {
    async function* chunks() {
      yield Buffer.from('text')
      yield Buffer.from('text')
    }
    const error = await readBounded(chunks(), 3).catch((e) => e)
    expect(judgeError(error, 'en')).toMatchObject({
      outcome: 'TOO_LARGE',
      text: 'the file is too large: > 3 bytes, the limit is 3 (--max-bytes)',
      limit: { name: 'max-bytes', asked: null, granted: 3 },
    })
  })

  it('grows beyond the limit', async () => {
    const path = join(folder({ a: 'text' }), 'a')
    await expect(readInput(path, 3, 'zh')).rejects.toMatchObject({
      code: 'input/too-large',
      params: { bytes: 4, limit: 3 },
    })
    const error = await readInput(path, 3, 'zh').catch((e) => e)
    expect(judgeError(error, 'zh').limit).toEqual({ name: 'max-bytes', asked: 4, granted: 3 })
  })
})
