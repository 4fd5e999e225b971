/** Control words and symbols that stand for a character (1.9.1, "Special Characters"). */

const words: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

export function wordCharacter(word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}

/** `\~` and its like, as .doc and .docx give them. Braces and the backslash are bytes of the text instead. */
const symbols: Readonly<Record<number, string>> = {
  126: '\u00a0',
  45: '\u00ad',
  95: '\u2011',
  9: '\t',
}

export function symbolCharacter(byte: number): string | undefined {
  return symbols[byte]
}
