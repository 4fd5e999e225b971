import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RunLog } from '../../src/batch/run-log.ts'
import { folder } from './files.ts'

const noError = { lang: 'zh', onError: (error: unknown) => expect.fail(String(error)) } as const

describe('the log of a run', () => {
  it('goes on behind a line that a killed run left half written', async () => {
    const path = join(folder({ 'run.ndjson': '{"event":"start"}\n{"event":"fi' }), 'run.ndjson')
    for (const event of ['start', 'end']) {
      const log = await RunLog.open(path, noError)
      log.note(event, { inputs: 1 })
      await log.close()
    }
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    expect(lines[1]).toBe('{"event":"fi')
    expect(lines.slice(2).map((line) => JSON.parse(line))).toMatchObject([
      { event: 'start', inputs: 1 },
      { event: 'end', inputs: 1 },
    ])
  })

  it('begins a new file, in a folder that is made for it', async () => {
    const path = join(folder(), 'logs/run.ndjson')
    const log = await RunLog.open(path, noError)
    log.note('start')
    await log.close()
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"at":"[^"]+","event":"start"\}\n$/)
  })

  it.skipIf(!existsSync('/dev/full'))('that cannot be written says so once', async () => {
    const errors: unknown[] = []
    const log = await RunLog.open('/dev/full', { lang: 'zh', onError: (error) => errors.push(error) })
    for (let i = 0; i < 5; i++) log.note('file')
    await log.close()
    expect(errors).toMatchObject([{ code: 'output/unwritable', params: { path: '/dev/full' } }])
  })
})
