import { describe, expect, it } from 'vitest'
import { Tail } from '../../../src/batch/pool/tail.ts'

describe('the end of a stream', () => {
  it('is the same however it comes', () => {
    const bytes = Buffer.from('一二三四五六七八九十')
    for (let size = 1; size <= bytes.length; size++) {
      const tail = new Tail(9)
      for (let at = 0; at < bytes.length; at += size) tail.add(bytes.subarray(at, at + size))
      expect(tail.text()).toBe('八九十')
    }
  })

  it('is all of a short one, and nothing after clear', () => {
    const tail = new Tail(9)
    tail.add(Buffer.from('ab'))
    tail.add(Buffer.from('c'))
    expect(tail.text()).toBe('abc')
    tail.clear()
    expect(tail.text()).toBe('')
  })
})
