import { describe, expect, it } from 'vitest'
import { type Death, endOf, overMemory } from '../../../src/batch/pool/ends.ts'

const death = (part: Partial<Death>): Death => ({
  exit: null,
  signal: null,
  stderr: '',
  killed: null,
  ms: 1000,
  rss: 100,
  limit: 1000,
  ...part,
})
const heapFull = `<--- Last few GCs --->
FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
----- Native stack trace -----
`

describe('how a process ended', () => {
  it.skipIf(process.platform === 'win32')('V8 says of a full heap so, and aborts', () => {
    const aborted = { signal: 'SIGABRT', stderr: heapFull }
    expect(endOf(death(aborted))).toEqual({ kind: 'out-of-memory', rss: 100, limit: 1000, stderr: heapFull })
    const ineffective = heapFull.replace('Reached heap limit', 'Ineffective mark-compacts near heap limit')
    expect(endOf(death({ signal: 'SIGTRAP', stderr: ineffective })).kind).toBe('out-of-memory')
  })

  it('the same words, printed by a process that exits, are words', () => {
    expect(endOf(death({ exit: 3, stderr: heapFull })).kind).toBe(
      process.platform === 'win32' ? 'out-of-memory' : 'crash',
    )
    expect(endOf(death({ signal: 'SIGABRT', stderr: 'the heap is out of memory, says a file' })).kind).toBe(
      'crash',
    )
  })

  it('SIGKILL without a word is the kernel’s where the process was large, somebody’s where it was not', () => {
    const killed = { signal: 'SIGKILL' }
    expect(endOf(death({ ...killed, rss: 501 }))).toMatchObject({ kind: 'out-of-memory', rss: 501 })
    expect(endOf(death({ ...killed, rss: 500 }))).toMatchObject({ kind: 'crash', signal: 'SIGKILL' })
    expect(endOf(death({ ...killed, rss: null })).kind).toBe('crash')
    expect(endOf(death({ signal: 'SIGSEGV', rss: 900 })).kind).toBe('crash')
  })

  it('the pool knows why it killed', () => {
    const killed = { signal: 'SIGKILL', rss: 900 }
    expect(endOf(death({ ...killed, killed: 'timeout' }))).toEqual({ kind: 'timeout', ms: 1000 })
    expect(endOf(death({ ...killed, killed: 'close' })).kind).toBe('crash')
    expect(endOf(death({ ...killed, rss: 1001, killed: 'memory' }))).toMatchObject({
      kind: 'out-of-memory',
      rss: 1001,
    })
  })

  it('the process’s own reading is the later one', () => {
    const stderr = `a warning\n${overMemory}1234\n`
    expect(endOf(death({ signal: 'SIGKILL', rss: null, stderr }))).toMatchObject({
      kind: 'out-of-memory',
      rss: 1234,
    })
  })

  it('hands on the last 2,000 characters, and no half of one', () => {
    expect(endOf(death({ exit: 1, stderr: `${'a'.repeat(3000)}b` }))).toMatchObject({
      stderr: `${'a'.repeat(1999)}b`,
    })
    expect(endOf(death({ exit: 1, stderr: `𠮷${'a'.repeat(1999)}` }))).toMatchObject({
      stderr: 'a'.repeat(1999),
    })
  })
})
