/** The examples of the README, as a user runs them: the package by its name, built. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })

describe.each(['one', 'many'])('docs/examples/%s.mjs', (name) => {
  it.each(['README.md', 'README.zh-CN.md'])('stands in %s', (readme) => {
    expect(readFileSync(path(readme), 'utf8')).toContain(
      readFileSync(path(`docs/examples/${name}.mjs`), 'utf8'),
    )
  })
})

describe('the library', () => {
  it('reads one notice', () => {
    const { stdout, stderr, status } = run(
      path('docs/examples/one.mjs'),
      path('samples/baoshan-2021/source.txt'),
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^2021年保山市政务公开工作任务分解方案 云南省保山市\n/)
    expect(stdout).toContain('市自然资源和规划局 (natural-resources)')
  })

  it('reads many, bad ones among them, and ends', () => {
    const dir = mkdtempSync(join(tmpdir(), 'yaodian-library-'))
    try {
      cpSync(path('samples/table-odt/source.odt'), join(dir, 'a.odt'))
      writeFileSync(join(dir, 'b.bin'), Buffer.from([0, 1, 2, 3, 0, 255]))
      writeFileSync(join(dir, 'c.txt'), '')
      const { stdout, stderr, status } = run(path('docs/examples/many.mjs'), dir)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout.split('\n').map((line) => line.slice(dir.length + 1).replace(/,.*/, ''))).toEqual([
        'a.odt: 3 tasks',
        'b.bin: UNSUPPORTED',
        'c.txt: EMPTY',
        '',
      ])
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
