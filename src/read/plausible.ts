/**
 * How much a text looks like Chinese that somebody wrote, against what a wrong charset makes of it.
 *
 * The characters of a notice are nearly all among the 3,755 of GB 2312 level 1 (or, in traditional
 * characters, the 5,401 of Big5 level 1): those standards ordered them by use. What a wrong charset
 * gives is spread over the whole code space.
 */

/** Characters judged: enough to be sure of a charset, and the cost stays the same for any file. */
const judged = 20_000

let common: Uint8Array | undefined

/** Characters in common use, simplified and traditional, by code unit. */
function commonHan(): Uint8Array {
  if (common) return common
  common = new Uint8Array(0x10000)
  for (const c of rows('gbk', 0xb0, 0xd7, 0xa1)) common[c.charCodeAt(0)] = 1
  for (const c of rows('big5', 0xa4, 0xc6, 0x40)) common[c.charCodeAt(0)] = 1
  common[0xfffd] = 0
  return common
}

/** The characters of a two-byte charset's rows, as its decoder has them. */
function rows(charset: string, first: number, last: number, low: number): string {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead++) {
    for (let trail = low; trail <= 0xfe; trail++) {
      if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail)
    }
  }
  return new TextDecoder(charset).decode(Uint8Array.from(bytes))
}

/** Whether a code unit is a Han character of the basic block. */
export function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

/** Whether a Han character is one in common use. */
export function isCommonHan(code: number): boolean {
  return commonHan()[code] === 1
}

/** Punctuation, full-width forms, circled numbers, brackets: what stands between Han characters. */
function isChinesePunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff65) ||
    (code >= 0x2010 && code <= 0x2026) ||
    (code >= 0x2160 && code <= 0x216b) ||
    (code >= 0x2460 && code <= 0x249b) ||
    code === 0xb7 ||
    code === 0xa0 ||
    code === 0xd7
  )
}

/**
 * The share, among characters beyond ASCII, of those that Chinese text is made of: about 0.99 for a
 * notice, below 0.7 for one read in a wrong charset; null where there are none to judge by.
 */
export function plausibility(text: string): number | null {
  const set = commonHan()
  let good = 0
  let all = 0
  for (let i = 0; i < text.length && all < judged; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    all++
    if (set[code] || isChinesePunctuation(code)) good++
  }
  return all === 0 ? null : good / all
}
