/**
 * Folding: the text as the rules match it, of the same length as the source, so that an offset in one
 * is an offset in the other. Full-width letters, digits and punctuation become half-width, the several
 * brackets of official documents become round ones, every white space character becomes a space,
 * traditional characters become simplified ones, and Kangxi and CJK radicals (which PDF fonts leak)
 * become the characters they stand for.
 */
import traditional from 'opencc-js/dict/TSCharacters'
import { radicals } from '../data/radicals.ts'

const single: Record<string, string> = {
  '。': '。',
  '、': '、',
  '：': ':',
  '︰': ':',
  '∶': ':',
  '；': ';',
  '，': ',',
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '［': '(',
  '］': ')',
  '[': '(',
  ']': ')',
  '【': '(',
  '】': ')',
  '﹝': '(',
  '﹞': ')',
  '〖': '(',
  '〗': ')',
  '﹙': '(',
  '﹚': ')',
  '❨': '(',
  '❩': ')',
  '｡': '。',
  '．': '.',
  '﹒': '.',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '\u200b': ' ',
  '\ufeff': ' ',
  '〈': '《',
  '〉': '》',
  '﹤': '《',
  '﹥': '》',
  '―': '—',
  '‐': '-',
  '\u2011': '-',
  '–': '-',
  '○': '〇',
  '◯': '〇',
  Ｏ: '〇',
}

/** For each code unit what it is matched as. */
const table = new Uint16Array(0x10000)
for (let c = 0; c < table.length; c++) table[c] = c
for (const pair of traditional.split('|')) {
  const [from, to] = pair.split(' ')
  if (from?.length === 1 && to?.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0)
}
for (let c = 0xff01; c <= 0xff5e; c++) table[c] = c - 0xfee0
for (let c = 0x2000; c <= 0x200a; c++) table[c] = 0x20
for (const [from, to] of radicals) table[from] = to.charCodeAt(0)
for (const [from, to] of Object.entries(single)) table[from.charCodeAt(0)] = to.charCodeAt(0)

/** The text as rules match it: as long as the source, unit for unit. */
export function fold(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const to = table[code]!
    if (to === code) continue
    out += text.slice(from, i) + String.fromCharCode(to)
    from = i + 1
  }
  return from === 0 ? text : out + text.slice(from)
}
