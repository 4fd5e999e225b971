/**
 * Numbers that a text asks for: 不低于4%, 至少听取1次, 压缩至20个工作日以内, 完成5件实事 (contract, rule 8: bounds on
 * how long something takes are targets, not deadlines).
 *
 * One pass over the folded text: at each number its words before and behind are looked at, over a bounded
 * stretch. A bound that lays down a norm (不低于, 不超过) is one wherever it stands, unless it tells which
 * things are meant (费率不超过1%的业务); a verb of reaching, changing or doing only where the sentence tells no
 * fact. In doubt there is no target: the text still shows the number.
 */
import { type Comparator, ranks } from '../data/target-words.ts'
import { quotedPositions } from './deadlines/quoted.ts'
import { judge } from './targets/judge.ts'
import { digitsEnd, type Quantity, readQuantity } from './targets/quantity.ts'

export interface TargetFound {
  /** Half-open, in the text: the shortest run that names it. */
  readonly start: number
  readonly end: number
  readonly comparator: Comparator | 'range'
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
}

const digit = 1
const numeralStart = 2
const kinds = new Uint8Array(0x10000)
for (const c of '0123456789') kinds[c.charCodeAt(0)] = digit
for (const c of '一二三四五六七八九十两百千半') kinds[c.charCodeAt(0)] = numeralStart

/** Titles are no longer than this: a 《 without its 》 hides nothing. */
const longestTitle = 120

/** Finds targets in folded text, in order; they do not overlap. */
export function findTargets(folded: string): TargetFound[] {
  const found: TargetFound[] = []
  let quoted: Uint8Array | null = null
  const isQuoted = (at: number) => {
    quoted ??= quotedPositions(folded)
    return quoted[at] === 1
  }
  for (let at = 0; at < folded.length; ) {
    const kind = kinds[folded.charCodeAt(at)]
    if (kind === 0) {
      at = folded[at] === '《' ? titleEnd(folded, at) : at + 1
      continue
    }
    const end = kind === digit ? digitsEnd(folded, at) : at + 1
    const quantity = end - at > 10 || !standsFree(folded, at) ? null : readQuantity(folded, at)
    if (!quantity) {
      at = end
      continue
    }
    const target = isRank(folded, quantity) ? null : judge(folded, quantity, found.at(-1), isQuoted)
    if (target) found.push(target)
    at = Math.max(end, target?.end ?? quantity.end)
  }
  return found
}

function titleEnd(text: string, at: number): number {
  const close = text.slice(at, at + longestTitle).indexOf('》')
  return close < 0 ? at + 1 : at + close + 1
}

/** Not part of a name, an ordinal or a larger number: IPv6, 1+3, 4·2·1, 第3, 每3个, 前10名, 十几, 数十. */
const partOf = /[A-Za-z0-9.+·_*/第每几数前\u3007零一二三四五六七八九十百千万亿两上下初]/
function standsFree(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  if (before === '-' && /[A-Za-z0-9-]/.test(text[at - 2] ?? '')) return false
  // 数十 is a number of its own, 人数300余人 names one.
  if (before === '数') return kinds[text.charCodeAt(at)] === digit
  return !partOf.test(before)
}

const joined = /^(?:[A-Za-z_+·*/]|\.\d|个一)/
/** Years, dates, ranks and versions: 2020年, 6月, 三级, 5G, 4.0版. */
function isRank(text: string, q: Quantity): boolean {
  const next = text.slice(q.end, q.end + 2)
  if (q.unit === null) return ranks.includes(next[0] ?? ' ') || joined.test(next) || isYear(q.value)
  if (/^[年]/.test(q.unit)) return isYear(q.value) || isYear(q.upper ?? 0)
  return q.unit === '个' && next.startsWith('一')
}
const isYear = (value: number) => value >= 1900 && value <= 2100 && Number.isInteger(value)
