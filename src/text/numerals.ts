/** Numbers as notices write them: 12, １２, 十二, 二〇二一, 廿. */

const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const powers: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** Characters of a Chinese numeral, for use in a character class. */
export const numeralChars = '〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾廿卅'

/**
 * The value of a numeral in folded text: Arabic (`12`), by place value (`十二`), or digit by digit
 * (`二〇二一`). `null` where it is no numeral.
 */
export function numeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '') return null
  const read = text.replace('廿', '二十').replace('卅', '三十')
  if (![...read].some((c) => c in powers)) {
    let value = 0
    for (const c of read) {
      const d = digits[c]
      if (d === undefined) return null
      value = value * 10 + d
    }
    return value
  }
  let total = 0
  let unit = 0
  for (const c of read) {
    const power = powers[c]
    if (power !== undefined) {
      total += (unit || 1) * power
      unit = 0
      continue
    }
    const d = digits[c]
    if (d === undefined) return null
    unit = d
  }
  return total + unit
}
