/** Numbers with their units, at one place of a folded text: 4%, 3—5个, 百分之九十五, 3000余万元, 两次, 2/3. */
import { countedBy, measures, timeUnits } from '../../data/target-words.ts'
import { numeral } from '../../text/numerals.ts'
import { readAt, skipSpaces } from '../deadlines/scan.ts'

export interface Quantity {
  readonly start: number
  /** Behind the unit. */
  readonly end: number
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
  /** A length of time. */
  readonly isTime: boolean
  /** Written in Chinese numerals. */
  readonly chinese: boolean
  /** 100余家: more than that. */
  readonly vague: boolean
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const expression = (words: readonly string[]) =>
  [...words]
    .map((entry) => entry.split('!') as [string, string?])
    .sort((a, b) => b[0].length - a[0].length)
    .map(([word, not]) => literal(word) + (not ? `(?![${not}])` : ''))
    .join('|')
const measure = new RegExp(
  `(?:${expression(measures)})(?:/(?:人|年|天|日|月|亩|户|平方米|立方米|吨|小时|次))?`,
  'y',
)
const time = new RegExp(expression(timeUnits), 'y')

const digits = /\d+/y
const arabic = /(?:\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.\d{1,4})?/y
const divided = /(\d{1,2})\/(\d{1,2})(?![\d/])/y
const cn = '〇零一二三四五六七八九十百千两'
const hundredth = new RegExp(`([百千])分之([${cn}]{1,5}(?:点[${cn}]{1,3})?)(?![个年月日天周季次])`, 'y')
const fraction = new RegExp(`([${cn}]{1,3})分之([${cn}]{1,3})`, 'y')
const chinese = new RegExp(`[一二三四五六七八九十两][${cn}万亿]{0,11}`, 'y')
const half = /(?:半数|一半)/y
const multiplier = /(余|多|来)? ?(百万|千万|万亿|百亿|千亿|万|亿|千(?![瓦米克伏])|百(?!分))?(余|多|来)?/y
const powers: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const rangeMark = / ?(?:-{1,2}|—{1,2}|~|至|到) ?/y

interface Figure {
  readonly end: number
  readonly value: number
  readonly chinese: boolean
  readonly unit: string | null
}

/** 一百二十, 三千万: by place value; 二〇二一 and 三五 are no amounts. */
function chineseValue(text: string): number | null {
  let total = 0
  let rest = text
  for (const [mark, power] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = rest.indexOf(mark)
    if (at < 0) continue
    const part = at === 0 ? null : chineseValue(rest.slice(0, at))
    if (part === null) return null
    total += part * power
    rest = rest.slice(at + 1).replace(/^[零〇]/, '')
  }
  if (rest === '') return total
  if (rest.length > 1 && !/[十百千]/.test(rest)) return null
  const value = numeral(rest)
  return value === null ? null : total + value
}

function figureAt(text: string, at: number): Figure | null {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) {
    const share = readAt(divided, text, at)
    if (share && Number(share[2]) > Number(share[1]) && Number(share[1]) > 0)
      return {
        end: at + share[0].length,
        value: Number(share[1]) / Number(share[2]),
        chinese: false,
        unit: null,
      }
    const m = readAt(arabic, text, at)
    return m && { end: at + m[0].length, value: Number(m[0].replace(/,/g, '')), chinese: false, unit: null }
  }
  const per = readAt(hundredth, text, at)
  if (per) {
    const value = decimal(per[2]!)
    return value === null
      ? null
      : { end: at + per[0].length, value, chinese: true, unit: per[1] === '百' ? '%' : '‰' }
  }
  const parts = readAt(fraction, text, at)
  if (parts) {
    const [below, above] = [numeral(parts[1]!), numeral(parts[2]!)]
    return below && above && above < below
      ? { end: at + parts[0].length, value: above / below, chinese: true, unit: null }
      : null
  }
  const part = readAt(half, text, at)
  if (part) return { end: at + part[0].length, value: 0.5, chinese: true, unit: null }
  const m = readAt(chinese, text, at)
  const value = m && chineseValue(m[0])
  return m && value !== null ? { end: at + m[0].length, value, chinese: true, unit: null } : null
}

/** 九十五, 九点五. */
function decimal(text: string): number | null {
  const [whole, behind] = text.split('点')
  const value = whole === '百' ? 100 : numeral(whole!)
  if (value === null || behind === undefined) return value
  const figures = [...behind].map((c) => numeral(c))
  return figures.includes(null) ? null : Number(`${value}.${figures.join('')}`)
}

/** The unit at a place, white space before it passed over; null where none stands. */
function unitAt(text: string, at: number): { start: number; end: number; isTime: boolean } | null {
  const start = skipSpaces(text, at)
  const long = readAt(time, text, start)
  const m = readAt(measure, text, start)
  const best = long && (!m || long[0].length >= m[0].length) ? long : m
  return best && { start, end: start + best[0].length, isTime: best === long }
}

interface Amount extends Figure {
  readonly vague: boolean
}

/** A figure with its 万 or 亿. */
function amountAt(text: string, at: number): Amount | null {
  const figure = figureAt(text, at)
  if (!figure || figure.unit !== null) return figure && { ...figure, vague: false }
  const m = readAt(multiplier, text, figure.end)!
  const power = m[2] === undefined ? 1 : powers[m[2]]!
  // 5.1万: what binary fractions add is taken off again.
  const value = power === 1 ? figure.value : Number((figure.value * power).toPrecision(15))
  const vague = m[1] !== undefined || m[3] !== undefined
  return { ...figure, value, end: figure.end + m[0].trimEnd().length, vague }
}

/** The end of the run of digits at a place; the run is passed over as one. */
export function digitsEnd(text: string, at: number): number {
  return at + (readAt(digits, text, at)?.[0].length ?? 0)
}

export function readQuantity(text: string, at: number): Quantity | null {
  const first = amountAt(text, at)
  if (!first) return null
  let unit = first.unit ? null : unitAt(text, first.end)
  let end = unit?.end ?? first.end
  let upper: number | null = null
  let { value } = first
  const mark = readAt(rangeMark, text, end)
  const last = mark ? amountAt(text, end + mark[0].length) : null
  if (last && last.unit === first.unit && !/[.\d]/.test(text[last.end] ?? '')) {
    const second = last.unit ? null : unitAt(text, last.end)
    // 3—5万元: the 万 is of both, unless the first has one of its own (5000—1万元).
    const scale = !unit && !first.vague ? scaleOf(text, last.end) : 1
    const lower = value < last.value && value * scale < last.value && scale > 1 ? value * scale : value
    if (
      last.value > lower &&
      (!unit || !second || text.slice(unit.start, unit.end) === text.slice(second.start, second.end))
    ) {
      value = lower
      upper = last.value
      end = second?.end ?? last.end
      unit = second ?? unit
    }
  }
  const printed = first.unit ?? (unit ? text.slice(unit.start, unit.end).replace(countedBy, '') : null)
  return {
    start: at,
    end,
    value,
    upper,
    unit: printed,
    isTime: unit?.isTime ?? false,
    chinese: first.chinese,
    vague: first.vague,
  }
}

/** The 万 or 亿 that ends at a place. */
function scaleOf(text: string, end: number): number {
  const two = powers[text.slice(end - 2, end)]
  return two ?? powers[text.slice(end - 1, end)] ?? 1
}
