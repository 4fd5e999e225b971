/** Numbers that a browser draws before the items of `<ol>` (HTML standard, 4.4.5 and 4.4.8). */
import { formatNumber, type NumberFormat } from '../numbering.ts'
import { attribute, type Element, isElement } from './dom.ts'
import type { Declared, Styles } from './style.ts'

/** A counter style of CSS (Counter Styles Level 3): Word's format and what stands after the number. */
const counters: Record<string, readonly [NumberFormat | 'alphabetic', after: string]> = {
  decimal: ['decimal', '.'],
  'decimal-leading-zero': ['decimalZero', '.'],
  'lower-alpha': ['alphabetic', '.'],
  'lower-latin': ['alphabetic', '.'],
  'upper-alpha': ['alphabetic', '.'],
  'upper-latin': ['alphabetic', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['taiwaneseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
}

const byType: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

const bullets = /^(none|disc|circle|square|disclosure-|["'])|\bnone\b/

/** Counts the items of every ordered list, in the order in which they are met. */
export class Lists {
  private readonly next = new Map<Element, number>()
  private readonly styles: Styles

  constructor(styles: Styles) {
    this.styles = styles
  }

  /** The number drawn before an item, with its dot; null where none is (a bullet is no number). */
  label(item: Element): string | null {
    const list = item.parentNode
    if (list === null || !('tagName' in list) || list.tagName !== 'ol') return null
    const reversed = attribute(list, 'reversed') !== null
    const own = integer(attribute(item, 'value'))
    const value =
      own ?? this.next.get(list) ?? integer(attribute(list, 'start')) ?? (reversed ? items(list) : 1)
    this.next.set(list, reversed ? value - 1 : value + 1)
    const style =
      styled(item, this.styles.declared(item)) ?? styled(list, this.styles.declared(list)) ?? 'decimal'
    return bullets.test(style) ? null : numbered(value, style)
  }
}

function styled(element: Element, declared: Declared): string | null {
  if (declared.list !== null) {
    // The shorthand lists type, position and image in any order; none alone puts out the type too.
    const known = declared.list.split(/\s+/).find((word) => word in counters)
    return known ?? (bullets.test(declared.list) ? declared.list : null)
  }
  const type = attribute(element, 'type')
  if (type === null) return null
  return byType[type.trim()] ?? (bullets.test(type.trim().toLowerCase()) ? type.trim().toLowerCase() : null)
}

function numbered(value: number, style: string): string {
  const [format, after] = counters[style] ?? ['decimal', '.']
  if (format !== 'alphabetic') return (value > 0 ? formatNumber(value, format) : String(value)) + after
  if (value < 1) return value + after
  const letters = alphabetic(value)
  return (style.startsWith('upper') ? letters.toUpperCase() : letters) + after
}

/** a … z, aa, ab: Word writes aa, bb instead. */
function alphabetic(value: number): string {
  let letters = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(0x61 + ((rest - 1) % 26)) + letters
  }
  return letters
}

function items(list: Element): number {
  return list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length
}

/** HTML's rules for parsing integers: what follows the digits does not matter (2.3.4.1). */
export function integer(value: string | null): number | null {
  const digits = /^[ \t\n\f\r]*([+-]?\d{1,9})/.exec(value ?? '')
  return digits ? Number(digits[1]) : null
}
