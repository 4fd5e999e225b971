/** The examples of the README, as a user runs them: the package by its name, built. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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
    const { stdout, stderr, status } = run(path('docs/examples/many.mjs'), path('samples/table-odt'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/source\.odt: \d+ tasks\n/)
    expect(stdout).toMatch(/expected\.json: UNSUPPORTED, /)
  })
})
