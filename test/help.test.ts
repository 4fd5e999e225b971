/** Every --help, as test/help holds it. `UPDATE=1` rewrites them; read the diff. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../src/cli/width.ts'
import { yaodian } from './cli/fake.ts'

const folder = new URL('help/', import.meta.url)
const commands = ['', 'parse', 'convert', 'explain', 'validate', 'units', 'query', 'stats']
const cases = commands.flatMap((command) =>
  (['zh', 'en'] as const).map((lang) => ({ command, lang, file: `${command || 'yaodian'}.${lang}.txt` })),
)

describe('--help', () => {
  it.each(cases)('$file', async ({ command, lang, file }) => {
    const words = command === '' ? [] : [command]
    const { status, out, err } = await yaodian(...words, '--help', ...(lang === 'en' ? ['--lang', 'en'] : []))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const path = new URL(file, folder)
    if (process.env.UPDATE) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, out)
    }
    expect(existsSync(path), `${file} is missing: UPDATE=1 writes it`).toBe(true)
    expect(out).toBe(readFileSync(path, 'utf8'))
  })

  it.each(cases)('$file fits a terminal, has an example, and one language', async ({ file }) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(100)
    expect(text).toMatch(/(示例：|Examples:)\n {2}(yaodian|cat)/)
    if (file.endsWith('.zh.txt'))
      expect(text).not.toMatch(/Usage|Options|Arguments|Commands|default|choices|display/)
    else expect(text.replaceAll('要点', '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('has no file for a command that is no more', () => {
    expect(readdirSync(folder).sort()).toEqual(cases.map((c) => c.file).sort())
  })

  it('is given by the help command too', async () => {
    expect((await yaodian('help', 'parse')).out).toBe((await yaodian('parse', '--help')).out)
  })
})
