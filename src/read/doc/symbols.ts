/** Signs of symbol fonts as Unicode, by the table that mammoth has for .docx: both give one text. */
import { codePoint } from 'dingbat-to-unicode'

/**
 * A sign stands at F020–F0FF or 20–FF of its font; any other code is Unicode already.
 * `null` where the font's table has no character for it.
 */
export function symbolText(font: string, char: number): string | null {
  const own = (char >= 0x20 && char <= 0xff) || (char >= 0xf020 && char <= 0xf0ff)
  if (own) {
    const sign = codePoint(font, char & 0xff)
    if (sign) return sign.string
  }
  const surrogate = char >= 0xd800 && char <= 0xdfff
  return char < 0x20 || surrogate || (char >= 0xe000 && char <= 0xf8ff) ? null : String.fromCharCode(char)
}
