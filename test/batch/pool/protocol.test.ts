import { describe, expect, it } from 'vitest'
import { asRequest, asResponse } from '../../../src/batch/pool/protocol.ts'

describe('messages', () => {
  it('of the pool are known', () => {
    const reply = { kind: 'reply', id: 1, rss: 2, reply: new Uint8Array(3) } as const
    expect(asResponse(reply)).toEqual(reply)
    expect(asResponse({ kind: 'ready' })).toEqual({ kind: 'ready' })
    expect(asRequest({ id: 0, job: undefined })).toEqual({ id: 0, job: undefined })
  })

  it('of others are not', () => {
    const others = [null, undefined, 7, 'ready', [], {}, { kind: 'reply' }, { kind: 'x', id: 1 }]
    const half = [
      { kind: 'reply', id: 1, rss: 2, reply: 'text' },
      { kind: 'reply', id: '1', rss: 2, reply: [] },
    ]
    for (const other of [...others, ...half]) expect(asResponse(other)).toBeNull()
    for (const other of [...others, { id: 1 }, { id: '1', job: 2 }]) expect(asRequest(other)).toBeNull()
  })
})
