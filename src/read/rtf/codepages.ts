/** Bytes of a code page as text. A font names its code page by \fcharset, the document its own by \ansicpg. */
import { windows1252 } from '../doc/codepage.ts'
import { plausibility } from '../plausible.ts'

/** \fcharset as a code page; 0 and 1 are left to the document, 2 are signs of the font's own. */
const byCharset: Readonly<Record<number, number>> = {
  77: 10000,
  78: 10001,
  79: 10003,
  80: 10008,
  81: 10002,
  89: 10007,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** Charsets of signs that have no code page. */
export const symbolCharset = 2

/** A font's code page; `null` where \fcharset leaves it to the document (0 ANSI, 1 the default). */
export function codePageOf(charset: number | null): number | null {
  return charset === null ? null : (byCharset[charset] ?? null)
}

const names: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  // GBK, the part of GB 18030 that Windows knows.
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  951: 'big5',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gb18030',
  21866: 'koi8-u',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** 80–FF of DOS, which TextDecoder does not know: \pc and \pca are these. */
const dos: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

const western = new Set([1252, 819, 28591])

function nameOf(page: number): string | undefined {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  if (page >= 28592 && page <= 28605) return `iso-8859-${page - 28590}`
  return names[page]
}

export function isKnown(page: number): boolean {
  return western.has(page) || page in dos || nameOf(page) !== undefined
}

const decoders = new Map<string, { decode(bytes: Uint8Array): string }>()

/** U+FFFD stands for what the code page does not have. A page that is not known is read as Windows-1252. */
export function decodePage(bytes: Uint8Array, page: number): string {
  const high = dos[page]
  if (high) return single(bytes, high)
  const name = western.has(page) ? undefined : nameOf(page)
  if (name === undefined) return windows1252(bytes)
  let decoder = decoders.get(name)
  if (!decoder) {
    decoder = new TextDecoder(name, { ignoreBOM: true })
    decoders.set(name, decoder)
  }
  return decoder.decode(bytes)
}

function single(bytes: Uint8Array, high: string): string {
  let text = ''
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : high[byte - 0x80]!
  return text
}

const doubleByte = new Set([932, 936, 949, 950])

/** What Chinese makes of its characters ({@link plausibility}); Western letters in pairs reach next to none. */
const likely = 0.8

/**
 * Text in a font of charset 0 (ANSI) or of none. That is Windows-1252, but programs on Chinese Windows
 * write GBK in whatever font: under a \ansicpg of two bytes, or where no page is named at all (\ansi was
 * the writing machine's own), bytes that make characters of that page are read so.
 * Errs towards Chinese: two accented letters side by side may be a character.
 */
export function decodeAnsi(bytes: Uint8Array, charset: number | null, page: number | null): string {
  if (page !== null && !(charset === 0 && doubleByte.has(page))) {
    return decodePage(bytes, charset === 0 ? 1252 : page)
  }
  const text = decodePage(bytes, page ?? 936)
  const paired = page !== null && inPairs(bytes)
  const fits = !text.includes('\ufffd') && (paired || (plausibility(text) ?? 0) >= likely)
  return fits ? text : decodePage(bytes, 1252)
}

/**
 * Whether every byte above ASCII is half of a pair of the rows that these charsets fill with letters.
 * Windows-1252 has its quotes and dashes below A1, and accented letters hardly ever in pairs alone.
 */
function inPairs(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    const lead = bytes[i]!
    const trail = bytes[++i] ?? 0
    if (lead < 0xa1 || trail < 0xa1) return false
  }
  return true
}
