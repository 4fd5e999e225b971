import { Writable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ManifestLine } from '../../src/batch/manifest.ts'
import { Context } from '../../src/cli/context.ts'
import { Progress } from '../../src/cli/progress.ts'

const line = (outcome: ManifestLine['outcome']): ManifestLine => ({
  path: 'a',
  sha256: null,
  outcome,
  code: null,
  text: null,
  tasks: 0,
  messages: 0,
  output: null,
})

function progressOn(isTTY: boolean) {
  const written = { text: '' }
  const stderr = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        written.text += chunk
        done()
      },
    }),
    { isTTY, columns: 100, cursorTo: () => true, moveCursor: () => true, clearLine: () => true },
  )
  const context = new Context({ stdin: process.stdin, stdout: new Writable(), stderr }, 'zh', () =>
    Promise.reject(),
  )
  return { progress: new Progress(context), written }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('Progress', () => {
  it('is a line a minute where there is no terminal', () => {
    vi.useFakeTimers()
    const { progress, written } = progressOn(false)
    progress.start(10)
    progress.done(line('SUCCESS'))
    progress.done(line('DAMAGED'))
    expect(written.text).toBe('')
    vi.advanceTimersByTime(60_000)
    expect(written.text).toBe('已处理 2/10，失败 1\n')
    progress.stop()
    vi.advanceTimersByTime(600_000)
    expect(written.text).toBe('已处理 2/10，失败 1\n')
  })

  it('is a bar on a terminal, which makes room for what is said', () => {
    const { progress, written } = progressOn(true)
    progress.start(2)
    progress.done(line('FAILED'))
    progress.bug('a\nb', new Error('oops'))
    progress.done(line('SUCCESS'))
    progress.stop()
    expect(written.text).toMatch(/#{20}.* 2\/2 {2}失败 1 /)
    expect(written.text).toContain('\r\x1b[K程序缺陷（a\\nb），请连同下面的内容报告：\nError: oops')
  })
})
