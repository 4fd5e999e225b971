/**
 * style:num-format (OpenDocument 1.3, 20.322). The standard has 1, a, A, i and I; every other format is
 * given by example: `一, 二, 三, ...`, `①, ②, ③, ...`.
 */
import { formatNumber, type NumberFormat } from '../numbering.ts'

const plain: Readonly<Record<string, NumberFormat>> = {
  '': 'none',
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** In the order in which they are tried: Chinese goes before Japanese, which begins alike. */
const candidates: readonly NumberFormat[] = [
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'ideographLegalTraditional',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'decimalEnclosedCircle',
  'decimalEnclosedParen',
  'decimalEnclosedFullstop',
  'ideographEnclosedCircle',
  'decimalFullWidth',
  'decimalZero',
  'decimalZero3',
  'decimalZero4',
  'decimalZero5',
  'numberInDash',
  'japaneseLegal',
  'aiueoFullWidth',
  'aiueo',
  'irohaFullWidth',
  'iroha',
  'koreanDigital',
  'ganada',
  'chosung',
  'thaiLetters',
  'thaiNumbers',
  'hindiNumbers',
  'arabicAlpha',
  'arabicAbjad',
  'russianUpper',
  'russianLower',
  'ordinal',
  'decimal',
]

/** The format that an example shows; `null` where no format prints what it has. */
export function odfNumberFormat(example: string): NumberFormat | null {
  if (Object.hasOwn(plain, example)) return plain[example]!
  const items = example
    .split(/[,，、]\s*/)
    .filter((item) => item !== '' && !/^\.*$|^…+$/.test(item))
    .slice(0, 3)
  if (items.length === 0) return null
  return candidates.find((format) => items.every((item, i) => formatNumber(i + 1, format) === item)) ?? null
}
