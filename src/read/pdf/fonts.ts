/** What the layout needs to know of a font; pdf.js keeps the rest. */

/** Where a page's fonts are kept (`page.commonObjs`). */
export interface FontSource {
  has(id: string): boolean
  get(id: string): unknown
}

export interface FontFacts {
  /** Text space units of one glyph space unit: widths times this times the size are advances. */
  readonly scale: number
  readonly vertical: boolean
  /** Of vertical fonts without metrics of a glyph's own: [advance, origin x, origin y] in thousandths. */
  readonly verticalMetric: readonly number[]
  /** Height over and depth under the baseline, in ems. */
  readonly ascent: number
  readonly descent: number
  readonly bold: boolean
  /** Its codes are glyphs of its own and it does not say which characters they are: pdf.js gives the codes. */
  readonly unmapped: boolean
  /** It cannot be read: what is set in it is missing. */
  readonly broken: boolean
  /** Ems of the font's size: a Type 3 font may draw in any unit, its box tells in which. */
  readonly em: number
}

/** An ideograph stands on 0.88 and 0.12 of its em (the box that CJK fonts are drawn in). */
const ascentOfHan = 0.88
const descentOfHan = 0.12

export const noFont: FontFacts = {
  scale: 0.001,
  vertical: false,
  verticalMetric: [-1000, 500, 880],
  ascent: ascentOfHan,
  descent: descentOfHan,
  bold: false,
  unmapped: false,
  broken: false,
  em: 1,
}

export function fontFacts(fonts: FontSource, id: string): FontFacts {
  if (!fonts.has(id)) return noFont
  const font = fonts.get(id)
  if (font === null || typeof font !== 'object' || font instanceof Error) return { ...noFont, broken: true }
  const f = font as Record<string, unknown>
  const matrix = f.fontMatrix as ArrayLike<number> | null | undefined
  const scale = Number(matrix?.[0] ?? 0.001)
  const name = typeof f.name === 'string' ? f.name : ''
  const ascent = Number(f.ascent)
  const descent = Math.abs(Number(f.descent))
  // Type 3 fonts and many subsets give no ascent; some give one of several ems. Both take the em box.
  const plausible = ascent >= 0.5 && ascent <= 1.3 && descent <= 0.6
  return {
    em: f.isType3Font === true ? type3Em(matrix, f.bbox) : 1,
    scale: Number.isFinite(scale) && scale !== 0 ? scale : 0.001,
    vertical: f.vertical === true,
    verticalMetric: Array.isArray(f.defaultVMetrics)
      ? (f.defaultVMetrics as number[])
      : noFont.verticalMetric,
    ascent: plausible ? ascent : ascentOfHan,
    descent: plausible ? descent : descentOfHan,
    unmapped: f.composite === true && isIdentity(f.toUnicode),
    broken: false,
    bold: f.bold === true || f.black === true || /bold|black|heavy|heiti|simhei|黑体/i.test(name),
  }
}

/** Usual fonts have a thousand units to the em; where a Type 3 font's matrix says otherwise its box decides. */
function type3Em(matrix: ArrayLike<number> | null | undefined, bbox: unknown): number {
  const unit = Math.abs(Number(matrix?.[3] ?? 0.001))
  if (!Array.isArray(bbox) || (unit > 0.0005 && unit < 0.002)) return 1
  const height = Math.abs(Number(bbox[3]) - Number(bbox[1])) * unit
  return height > 0.01 && height < 1000 ? height : 1
}

/** A range of codes that stand for themselves, not a map. */
function isIdentity(toUnicode: unknown): boolean {
  return toUnicode !== null && typeof toUnicode === 'object' && 'firstChar' in toUnicode
}
