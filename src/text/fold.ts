/**
 * Folding: the text as the rules match it, of the same length as the source, so that an offset in one
 * is an offset in the other. Full-width letters, digits and punctuation become half-width, the several
 * brackets of official documents become round ones, every white space character becomes a space, and
 * Kangxi and CJK radicals (which PDF fonts leak) become the characters they stand for.
 */
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
  '–': '-',
  '○': '〇',
  '◯': '〇',
  Ｏ: '〇',
}

const table = new Map<number, string>()
for (const [from, to] of Object.entries(single)) table.set(from.charCodeAt(0), to)
for (let c = 0xff01; c <= 0xff5e; c++) {
  if (!table.has(c)) table.set(c, String.fromCharCode(c - 0xfee0))
}
for (let c = 0x2000; c <= 0x200a; c++) table.set(c, ' ')
for (const [from, to] of radicals) table.set(from, to)

const needs = /[^\u4e00-\u9fff。、!-~《》“”‘’ ]|[[\]]/

/** The text as rules match it: as long as the source, unit for unit. */
export function fold(text: string): string {
  if (!needs.test(text)) return text
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const to = table.get(text.charCodeAt(i))
    if (to !== undefined) {
      out += text.slice(from, i) + to
      from = i + 1
    }
  }
  return from === 0 ? text : out + text.slice(from)
}
