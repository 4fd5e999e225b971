/** The built program, stopped by Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'yaodian-stop-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('a second Ctrl-C', () => {
  it('ends the run at once, and leaves no lock behind', async () => {
    const input = join(root, 'in')
    const out = join(root, 'out')
    const lock = join(out, '.yaodian/lock')
    mkdirSync(input)
    for (let i = 0; i < 300; i++)
      writeFileSync(join(input, `${i}.txt`), `含山县政务公开要点\n${i}.公开信息。\n`)
    const child = spawn(process.execPath, [main, 'convert', input, '-o', out, '--jobs', '1'])
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while (!existsSync(join(out, '.yaodian/results'))) await setTimeout(5)
    expect(existsSync(lock)).toBe(true)
    // A process that is stopped hears two signals of one kind as one.
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect(await ended).toBe(130)
    expect(said).toContain('正在停止')
    expect(existsSync(lock)).toBe(false)
    expect(spawnSync(process.execPath, [main, 'convert', input, '-o', out]).status).toBe(0)
  })
})
