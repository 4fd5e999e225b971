import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = join(import.meta.dirname, '..')
const explain = (sample: string) =>
  spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'explain', join(root, 'samples', sample), '--draw', join(folder, 'out')],
    { encoding: 'utf8' },
  )

describe('explain --draw', () => {
  it('writes a picture of each page with the boxes of its values', () => {
    const { status, stdout } = explain('shucheng-2021-table-ruled-pdf/source.pdf')
    expect(status).toBe(0)
    const names = readdirSync(join(folder, 'out'))
    expect(stdout.trim().split('\n')).toHaveLength(names.length)
    const page = readFileSync(join(folder, 'out/page-1.svg'), 'utf8')
    expect(page).toContain('class="cell"')
    expect(page).toContain('t1/responsibleUnits/0')
  })

  it('says that only a PDF has pages to draw', () => {
    const { status, stderr } = explain('hanshan-2018/source.txt')
    expect(status).toBe(64)
    expect(stderr).toContain('--draw 只用于 PDF')
  })
})
