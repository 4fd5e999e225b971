/** Characters of a piece: UTF-16, or one byte each. */

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * One character for each character position.
 *
 * Word writes a piece in bytes only if all of it is in Windows-1252 ([MS-DOC] 2.9.73); Chinese is in
 * UTF-16. Other programs wrote the bytes of their own code page there, GBK above all, two of them to a
 * character: the second position then holds U+0000, which is no text.
 */
export function decodeBytes(bytes: Uint8Array, width: 1 | 2, language: number): string {
  if (width === 2) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~1)
      .toString('utf16le')
      .replace(loneSurrogate, '\ufffd')
  }
  const charset = doubleByte[language & 0x3ff]
  if (charset && looksDoubleByte(bytes)) return decodePairs(bytes, charset(language))
  return windows1252(bytes)
}

/** 80–9F, where Windows-1252 is not Latin-1. Node 20's TextDecoder takes it for Latin-1 there. */
const beyondLatin = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => beyondLatin[c.charCodeAt(0) - 0x80]!)
}

/** By primary language: Chinese (of Taiwan and Hong Kong, or of the mainland), Japanese, Korean. */
const doubleByte: Readonly<Record<number, (language: number) => string>> = {
  4: (language) => (/^(404|c04|1404)$/.test(language.toString(16)) ? 'big5' : 'gb18030'),
  17: () => 'shift_jis',
  18: () => 'euc-kr',
}

/**
 * Whether every byte above ASCII is half of a pair of the rows that all these charsets fill with letters
 * (A1–F9, then A1–FE). Windows-1252 has its quotes and dashes below A1, and letters with accents hardly
 * ever in pairs.
 */
function looksDoubleByte(bytes: Uint8Array): boolean {
  let pairs = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    if (lead < 0xa1 || lead > 0xf9 || trail < 0xa1 || trail > 0xfe) return false
    pairs++
  }
  return pairs > 1
}

function decodePairs(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset)
  const parts: string[] = []
  for (let i = 0; i < bytes.length; ) {
    let end = i
    const double = bytes[i]! >= 0x80
    while (end < bytes.length && bytes[end]! >= 0x80 === double) end++
    const text = decoder.decode(bytes.subarray(i, end))
    parts.push(double ? [...text].map((c) => (c.length === 1 ? `${c}\0` : c)).join('') : text)
    i = end
  }
  return parts.join('')
}
