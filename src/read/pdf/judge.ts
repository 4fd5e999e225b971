/** What is wrong with a page's text, where anything is: none at all, outlines, rubbish. */
import type { Box } from '../../document.ts'
import type { Glyph } from '../layout/marks.ts'
import { blank } from '../layout/marks.ts'
import { isCommonHan, isHan } from '../plausible.ts'

/** Characters from which a page's text can be judged. */
const enough = 20
/** Share of improbable characters from which a text is rubbish; rare names stay far below. */
const rubbish = 0.3
/** Filled curves from which a page without glyphs is text drawn as outlines: a letter has a dozen. */
const outlines = 200

/**
 * Percentage of improbable characters if the text is rubbish, else null.
 * @param unmapped how many more are no characters.
 */
export function garbled(glyphs: readonly Glyph[], unmapped: number): number | null {
  let all = 0
  let bad = unmapped
  for (const g of glyphs) {
    if (blank.test(g.text)) continue
    all++
    if (isImprobable(g.text.codePointAt(0)!)) bad++
  }
  return all >= enough && bad > rubbish * all ? Math.round((100 * bad) / all) : null
}

/**
 * Whether a code that its font does not map may yet be the character it looks like: some producers number
 * glyphs by their characters. Other codes are spread over all scripts.
 */
export function isPlausible(code: number): boolean {
  const ascii = code >= 0x20 && code < 0x7f
  const punctuation = (code >= 0x3000 && code < 0x3020) || (code >= 0xff00 && code < 0xff5f)
  // Counted among the improbable of any font.
  return ascii || punctuation || (code >= 0x2010 && code < 0x2030) || isCommonHan(code) || isImprobable(code)
}

/** Private use, replacement, controls, unassigned; ideographs that nobody writes. */
function isImprobable(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  if (code >= 0xe000 && code <= 0xf8ff) return true
  if (code === 0xfffd || code >= 0xf0000) return true
  if (code >= 0x3400 && code <= 0x4dbf) return true
  return isHan(code) && !isCommonHan(code)
}

export function hasText(glyphs: readonly Glyph[]): boolean {
  return glyphs.some((g) => !blank.test(g.text))
}

export function isOutlined(curves: number): boolean {
  return curves >= outlines
}

/** Pictures that cover enough of the page to be a scan; a logo is none. */
export function isScan(pictures: readonly Box[], page: Box): boolean {
  const [x0, top, x1, bottom] = page
  let area = 0
  for (const p of pictures) {
    const w = Math.min(p[2], x1) - Math.max(p[0], x0)
    const h = Math.min(p[3], bottom) - Math.max(p[1], top)
    if (w > 0 && h > 0) area += w * h
  }
  return area > 0.25 * (x1 - x0) * (bottom - top)
}
