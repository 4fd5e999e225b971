import { describe, expect, it } from 'vitest'
import { printable } from '../../src/cli/terminal.ts'
import { cut, displayWidth, wrap } from '../../src/cli/width.ts'

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['要点', 4],
    ['（一）', 6],
    ['“a”', 3],
    ['𠮷', 2],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('cut', () => {
  it('leaves what fits, and never cuts a character of two units', () => {
    expect(cut('要点', 4)).toBe('要点')
    expect(cut('要点明', 5)).toBe('要点…')
    expect(cut('𠮷𠮷𠮷', 4)).toBe('𠮷…')
  })
})

describe('wrap', () => {
  it('breaks between Chinese characters, not before closing punctuation, nor within a word', () => {
    expect(wrap('读取通知，输出任务。', 8)).toBe('读取通\n知，输出\n任务。')
    expect(wrap('输出 DIR/<name>.json 每份', 10)).toBe('输出\nDIR/<name>.json\n每份')
    expect(wrap('one two  three', 8)).toBe('one two\nthree')
  })

  it('loses nothing but spaces at a break', () => {
    const text = '输出《要点》（含附件）的 JSON：a, b；“引文”，100%。𠮷'
    for (let columns = 2; columns < 60; columns++) {
      expect(wrap(text, columns).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  })
})

describe('printable', () => {
  it('shows what would move the cursor or turn the direction', () => {
    expect(printable('a\x1b[2J\r\u202egnp.exe\n要点')).toBe('a\\x1b[2J\\x0d\\u202egnp.exe\n要点')
  })
})
