/**
 * The numbers of titles. Notices of a series differ in nothing else: 2021年1月份重点工作任务 and 2021年11月份, 第1批
 * and 第11批. So a digit is taken for lost only where what is left shows it: 年月份, 221年.
 */
import { fold } from '../../text/fold.ts'
import { digitsAgree } from './keys.ts'

interface Numbered {
  readonly letters: string
  readonly numbers: string
}

/** Each with the letter that it stands before, with a space between: 2021年 1月. */
export function numbersIn(text: string): string {
  const tight = fold(text).replace(/\s+/g, '')
  return (tight.match(/[0-9]+\p{L}?/gu) ?? []).join(' ')
}

/** Of two titles with the same letters, or of one whose letters are in those of the other. */
export function numbersFit(short: Numbered, long: Numbered): boolean {
  if (short.numbers === long.numbers || short.numbers === '' || long.numbers === '') return true
  const [one, other] = [short.numbers.split(' '), long.numbers.split(' ')]
  if (holds(other, one)) {
    // What the longer title has besides may be its own.
    return short.letters !== long.letters || without(other, one).every(leavesGap)
  }
  if (short.letters === long.letters && holds(one, other)) return without(one, other).every(leavesGap)
  return (
    [...one, ...other].some(isDamaged) &&
    digitsAgree(short.numbers.replace(/[^0-9]/g, ''), long.numbers.replace(/[^0-9]/g, ''))
  )
}

/** All the numbers, in their order. */
function holds(many: readonly string[], few: readonly string[]): boolean {
  return many.length - without(many, few).length === few.length
}

function without(many: readonly string[], few: readonly string[]): string[] {
  let at = 0
  return many.filter((number) => {
    if (number !== few[at]) return true
    at++
    return false
  })
}

/** 月份 without a number lost it; 2021年 may be all that there was of 2020—2021年. */
function leavesGap(number: string): boolean {
  return /[^0-9]$/.test(number)
}

/** 221年, 20201年, 202112月: no year and no month has as many digits. */
function isDamaged(number: string): boolean {
  return /^(?:(?:[0-9]{3}|[0-9]{5,})年|[0-9]{3,}[月日]|[0-9]{5,})$/.test(number)
}
