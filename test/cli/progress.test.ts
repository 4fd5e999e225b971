import { Writable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Context } from '../../src/cli/context.ts'
import { Progress } from '../../src/cli/progress.ts'

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
    progress.done('SUCCESS')
    progress.done('DAMAGED')
    expect(written.text).toBe('')
    vi.advanceTimersByTime(60_000)
    expect(written.text).toBe('已处理 2/10，每秒 0.0 个，失败 1，剩余约 4:00\n')
    progress.stop()
    vi.advanceTimersByTime(600_000)
    expect(written.text).toBe('已处理 2/10，每秒 0.0 个，失败 1，剩余约 4:00\n')
  })

  it('is a bar on a terminal, which makes room for what is said', () => {
    const { progress, written } = progressOn(true)
    progress.start(2)
    progress.done('CRASH')
    progress.bug('a\nb', 'Error: oops')
    progress.done('SUCCESS')
    progress.stop()
    expect(written.text).toMatch(/#{20}.* 2\/2 {2}每秒 \S+ {2}失败 1 /)
    expect(written.text).toContain('\r\x1b[K程序缺陷（a\\nb），请连同下面的内容报告：\nError: oops')
  })
})
