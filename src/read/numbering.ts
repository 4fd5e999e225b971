/**
 * Automatic numbers as Word prints them: the number formats of WordprocessingML (ST_NumberFormat,
 * ISO/IEC 29500-1, 17.18.59), which .doc names by code ([MS-OSHARED] 2.2.1.3, MSONFC) and .rtf by the
 * same codes (\levelnfc). What Word prints where the standard says otherwise is in [MS-OI29500] 2.1.540
 * and [MS-DOCX] 2.4, and Word wins: people read what it printed.
 */
import { fold } from '../text/fold.ts'

/** MSONFC codes 0x00… in order. */
const byCode = [
  'decimal',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'ordinal',
  'cardinalText',
  'ordinalText',
  'hex',
  'chicago',
  'ideographDigital',
  'japaneseCounting',
  'aiueo',
  'iroha',
  'decimalFullWidth',
  'decimalHalfWidth',
  'japaneseLegal',
  'japaneseDigitalTenThousand',
  'decimalEnclosedCircle',
  'decimalFullWidth2',
  'aiueoFullWidth',
  'irohaFullWidth',
  'decimalZero',
  'bullet',
  'ganada',
  'chosung',
  'decimalEnclosedFullstop',
  'decimalEnclosedParen',
  'decimalEnclosedCircleChinese',
  'ideographEnclosedCircle',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'taiwaneseCounting',
  'ideographLegalTraditional',
  'taiwaneseCountingThousand',
  'taiwaneseDigital',
  'chineseCounting',
  'chineseLegalSimplified',
  'chineseCountingThousand',
  // msonfcChnDbNum4 (0x28): [MS-OSHARED] maps it to decimal.
  'decimal',
  'koreanDigital',
  'koreanCounting',
  'koreanLegal',
  'koreanDigital2',
  'hebrew1',
  'arabicAlpha',
  'hebrew2',
  'arabicAbjad',
  'hindiVowels',
  'hindiConsonants',
  'hindiNumbers',
  'hindiCounting',
  'thaiLetters',
  'thaiNumbers',
  'thaiCounting',
  'vietnameseCounting',
  'numberInDash',
  'russianLower',
  'russianUpper',
] as const

/**
 * A number format by its name in WordprocessingML; bahtText and dollarText are of OOXML alone. decimalZero3
 * to 5 are ours, for the formats that Word gives by example: `001, 002, 003, ...` ([MS-DOCX] 2.4).
 */
export type NumberFormat =
  | (typeof byCode)[number]
  | 'none'
  | 'bahtText'
  | 'dollarText'
  | 'custom'
  | 'decimalZero3'
  | 'decimalZero4'
  | 'decimalZero5'

const names = new Set<string>([
  ...byCode,
  'none',
  'bahtText',
  'dollarText',
  'custom',
  'decimalZero3',
  'decimalZero4',
  'decimalZero5',
])

/** The format that an MSONFC code names; `null` where no format has that code. */
export function msoNfc(nfc: number): NumberFormat | null {
  return nfc === 0xff ? 'none' : (byCode[nfc] ?? null)
}

/** The format of that name; `null` where the standard has none. */
export function numberFormat(name: string): NumberFormat | null {
  return names.has(name) ? (name as NumberFormat) : null
}

const digitsZh = '一二三四五六七八九'

interface Counting {
  readonly digits: string
  readonly zero: string
  readonly units: readonly [ten: string, hundred: string, thousand: string, tenThousand: string]
  /** 10 is 十, not 一十: at the head of the number, or wherever the digit is one (Japanese 百十). */
  readonly bareOne: 'ten' | 'all' | 'none'
}

const counting = {
  chineseCountingThousand: {
    digits: digitsZh,
    zero: '零',
    units: ['十', '百', '千', '万'],
    bareOne: 'ten',
  },
  taiwaneseCountingThousand: {
    digits: digitsZh,
    zero: '零',
    units: ['十', '百', '千', '萬'],
    bareOne: 'ten',
  },
  chineseLegalSimplified: {
    digits: '壹贰叁肆伍陆柒捌玖',
    zero: '零',
    units: ['拾', '佰', '仟', '萬'],
    bareOne: 'none',
  },
  ideographLegalTraditional: {
    digits: '壹貳參肆伍陸柒捌玖',
    zero: '零',
    units: ['拾', '佰', '仟', '萬'],
    bareOne: 'none',
  },
  japaneseCounting: { digits: digitsZh, zero: '', units: ['十', '百', '千', '万'], bareOne: 'all' },
  japaneseLegal: {
    digits: '壱弐参四伍六七八九',
    zero: '',
    units: ['拾', '百', '阡', '萬'],
    bareOne: 'none',
  },
  koreanLegal: { digits: '壹貳參四五六七八九', zero: '', units: ['拾', '百', '千', '萬'], bareOne: 'none' },
  koreanCounting: { digits: '일이삼사오육칠팔구', zero: '', units: ['십', '백', '천', '만'], bareOne: 'all' },
} as const satisfies Record<string, Counting>

/** Formats whose signs end: Word prints the decimal number after the last. */
const listed: Partial<Record<NumberFormat, readonly string[]>> = {
  decimalEnclosedCircle: run(0x2460, 20),
  decimalEnclosedCircleChinese: run(0x2460, 20),
  decimalEnclosedParen: run(0x2474, 20),
  decimalEnclosedFullstop: run(0x2488, 20),
  ideographTraditional: [...'甲乙丙丁戊己庚辛壬癸'],
  ideographZodiac: [...'子丑寅卯辰巳午未申酉戌亥'],
  ideographZodiacTraditional: Array.from(
    { length: 60 },
    (_, i) => '甲乙丙丁戊己庚辛壬癸'[i % 10]! + '子丑寅卯辰巳午未申酉戌亥'[i % 12]!,
  ),
}

/** Formats whose signs begin again after the last ([MS-OI29500] 2.1.540, c). */
const cyclic: Partial<Record<NumberFormat, readonly string[]>> = {
  aiueo: [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'],
  aiueoFullWidth: [
    ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ],
  iroha: [...'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'],
  irohaFullWidth: [
    ...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ],
  ganada: [...'가나다라마바사아자차카타파하'],
  chosung: [...'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'],
  arabicAlpha: [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  arabicAbjad: [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
  thaiLetters: [...'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'],
}

/** Formats whose signs are doubled, tripled after the last: z, aa, bb. */
const repeated: Partial<Record<NumberFormat, readonly string[]>> = {
  upperLetter: run(0x41, 26),
  lowerLetter: run(0x61, 26),
  russianUpper: [...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'],
  russianLower: [...'абвгдежзиклмнопрстуфхцчшщыэюя'],
  chicago: ['*', '†', '‡', '§'],
}

/** Formats that write a number digit by digit: zero, then one to nine. */
const positional: Partial<Record<NumberFormat, string>> = {
  ideographDigital: `〇${digitsZh}`,
  japaneseDigitalTenThousand: `〇${digitsZh}`,
  koreanDigital2: `〇${digitsZh}`,
  taiwaneseDigital: `○${digitsZh}`,
  koreanDigital: '영일이삼사오육칠팔구',
  decimalFullWidth: '０１２３４５６７８９',
  decimalFullWidth2: '０１２３４５６７８９',
  hindiNumbers: '०१२३४५६७८९',
  thaiNumbers: '๐๑๒๓๔๕๖๗๘๙',
}

/**
 * A number as Word prints it in a format: 12 in chineseCounting is 十二, in decimalEnclosedCircle ⑫.
 * `bullet` and `none` print no number: ''. Scripts that no notice uses (Hebrew, Hindi letters,
 * Vietnamese and Thai words, currency) come as decimal.
 */
export function formatNumber(n: number, format: NumberFormat): string {
  if (format === 'bullet' || format === 'none') return ''
  if (!Number.isSafeInteger(n) || n < 0) return String(n)
  if (format in counting) return count(n, counting[format as keyof typeof counting])
  const digits = positional[format]
  if (digits) return byDigit(n, digits)
  const signs = listed[format]
  if (signs) return signs[n - 1] ?? String(n)
  const circle = cyclic[format]
  if (circle && n > 0) return circle[(n - 1) % circle.length]!
  const letters = repeated[format]
  if (letters && n > 0) {
    // Word begins again after thirty of one letter (ISO/IEC 29500-1, 17.18.59 upperLetter: 780).
    const at = (n - 1) % (letters.length * 30)
    return letters[at % letters.length]!.repeat(Math.floor(at / letters.length) + 1)
  }
  switch (format) {
    case 'chineseCounting':
    case 'taiwaneseCounting':
      // 十二, 九十九, but 一○○ from a hundred on ([MS-DOCX] 2.4: 一, 十, 一○○).
      return n >= 100 || n === 0 ? byDigit(n, `○${digitsZh}`) : count(n, counting.chineseCountingThousand)
    case 'ideographEnclosedCircle':
      // Word puts ideographs in parentheses, not in circles ([MS-OI29500] 2.1.540, a).
      return n >= 1 && n <= 10
        ? String.fromCharCode(0x3220 + n - 1)
        : `(${formatNumber(n, 'chineseCounting')})`
    case 'upperRoman':
      return roman(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'decimalZero':
      return String(n).padStart(2, '0')
    case 'decimalZero3':
    case 'decimalZero4':
    case 'decimalZero5':
      return String(n).padStart(Number(format.at(-1)), '0')
    case 'hex':
      return n.toString(16).toUpperCase()
    case 'numberInDash':
      return `- ${n} -`
    case 'ordinal':
      return `${n}${ordinalEnding(n)}`
    case 'cardinalText':
      return capital(words(n))
    case 'ordinalText':
      return capital(ordinalWords(n))
    default:
      return String(n)
  }
}

/** A level's own number and format, as `%n` of a level text needs them. */
export interface LevelNumber {
  readonly value: number
  readonly format: NumberFormat
}

/**
 * The label that a level text makes: `第%1条`, `%1.%2`, with `levels[0]` for `%1`. Under `legal`
 * (w:isLgl, fLegal) every number is decimal, 1.2 for 一.2. A level of bullets or none prints nothing.
 */
export function levelLabel(
  text: string,
  levels: readonly (LevelNumber | undefined)[],
  legal = false,
): string {
  return text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = levels[Number(digit) - 1]
    if (!level) return ''
    const plain = legal && level.format !== 'none' && level.format !== 'bullet'
    return formatNumber(
      level.value,
      plain && !level.format.startsWith('decimalZero') ? 'decimal' : level.format,
    )
  })
}

/** What a level puts after its label (w:suff, ixchFollow, \levelfollow). */
export type Follow = 'tab' | 'space' | 'nothing'

/**
 * What stands in the text between a label and the paragraph's own text. A tab or space after 、 or ）
 * is layout: people type 一、标题; after `1.` or 第一条 it parts two words.
 */
export function labelGap(label: string, follow: Follow): '' | ' ' {
  if (follow === 'nothing' || label === '') return ''
  return /[\s、，。：；．！？）〕】」』》〉]$/u.test(label) ? '' : ' '
}

/**
 * Whether the text was typed with the label that Word would print again: documents pasted from a web
 * page carry 一、 in the text of paragraphs that a list style numbers as well. `1` alone is no label
 * before 月 or 0: a bare number counts only if white space or punctuation follows.
 */
export function typedLabel(label: string, text: string): boolean {
  const wanted = fold(label).trim()
  const has = fold(text).trimStart()
  if (wanted === '' || !has.startsWith(wanted)) return false
  if (!/[\p{L}\p{N}]$/u.test(wanted)) return true
  return !/^[\p{L}\p{N}.]/u.test(has.slice(wanted.length))
}

function run(from: number, length: number): string[] {
  return Array.from({ length }, (_, i) => String.fromCharCode(from + i))
}

function byDigit(n: number, digits: string): string {
  return [...String(n)].map((d) => digits[Number(d)]!).join('')
}

function count(n: number, by: Counting): string {
  if (n === 0) return by.zero || '〇'
  if (n >= 100_000_000) return String(n)
  const high = Math.floor(n / 10_000)
  const low = n % 10_000
  if (high === 0) return underTenThousand(low, by, true)
  const gap = low > 0 && low < 1000 ? by.zero : ''
  return (
    underTenThousand(high, by, true) + by.units[3] + gap + (low > 0 ? underTenThousand(low, by, false) : '')
  )
}

function underTenThousand(n: number, by: Counting, head: boolean): string {
  let text = ''
  let pending = false
  for (const [power, unit] of [
    [1000, by.units[2]],
    [100, by.units[1]],
    [10, by.units[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / power) % 10
    if (digit === 0) {
      pending = text !== ''
      continue
    }
    if (pending) text += by.zero
    pending = false
    const bare =
      digit === 1 &&
      power > 1 &&
      (by.bareOne === 'all' || (by.bareOne === 'ten' && power === 10 && head && text === ''))
    text += bare ? unit : by.digits[digit - 1]! + unit
  }
  return text
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  // Word numbers to 32767; beyond, M after M would only lengthen.
  if (n === 0 || n > 32_767) return String(n)
  let rest = n
  let text = ''
  for (const [value, sign] of romans) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

function ordinalEnding(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function words(n: number): string {
  if (n < 20) return small[n]!
  if (n < 100) return n % 10 === 0 ? tens[n / 10]! : `${tens[Math.floor(n / 10)]!}-${small[n % 10]!}`
  if (n < 1000) return joined(n, 100, 'hundred')
  return n < 1_000_000 ? joined(n, 1000, 'thousand') : String(n)
}

function joined(n: number, power: number, name: string): string {
  const rest = n % power
  return `${words(Math.floor(n / power))} ${name}${rest === 0 ? '' : ` ${words(rest)}`}`
}

const irregular: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function ordinalWords(n: number): string {
  if (n >= 1_000_000) return `${n}${ordinalEnding(n)}`
  return words(n).replace(
    /[a-z]+$/,
    (word) => irregular[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`),
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
