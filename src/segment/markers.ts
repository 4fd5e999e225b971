/**
 * Numbers that open a heading or an item: 一、 （一） 1. （1） ① 第一条 任务一：. Only one that begins a
 * paragraph counts (contract, rule 3); inline ①… and 一是… are text.
 */
import { numeral, numeralChars } from '../text/numerals.ts'

/** How a number is written; items numbered alike are siblings. */
export type MarkerKind =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'cn'
  | 'cn-paren'
  | 'word'
  | 'num'
  | 'decimal2'
  | 'decimal3'
  | 'decimal4'
  | 'num-paren'
  | 'num-half'
  | 'circled'
  | 'letter'

/** The order in which the customs of official documents nest the kinds (GB/T 9704-2012, 7.3.3). */
const rank: Record<MarkerKind, number> = {
  part: 0,
  chapter: 1,
  division: 2,
  article: 3,
  cn: 10,
  'cn-paren': 20,
  word: 25,
  num: 30,
  decimal2: 32,
  decimal3: 33,
  decimal4: 34,
  'num-paren': 40,
  'num-half': 45,
  circled: 50,
  letter: 60,
}

export interface Marker {
  readonly kind: MarkerKind
  /** Its value, 一 → 1; for judging restarts and gaps, never printed. */
  readonly number: number
  /** Units of the text that the printed label takes, without white space after it. */
  readonly length: number
  /** Units of the label that the ordinal takes: without the closing 、 or dot. */
  readonly ordinalLength: number
}

const n = `[${numeralChars}]{1,5}`
const patterns: readonly [MarkerKind | 'chapters', RegExp][] = [
  [
    'chapters',
    new RegExp(`^(第\\s*(${n}|\\d{1,3})\\s*(编|章|节|条|部分))(?=[\\s、.:,]|[^的款项至到和及、]|$)[、.:]?`),
  ],
  ['cn', new RegExp(`^((${n}))\\s*[、.,:](?![${numeralChars}]+[、级类线产等])`)],
  ['cn-paren', new RegExp(`^(\\(?\\s*(${n})\\s*\\))[、.]?`)],
  ['cn-paren', /^(([㈠-㈩]))[、.]?/],
  [
    'word',
    new RegExp(`^((?:任务|举措|措施|专题|专项|行动|事项|工程|项目|目标)\\s*(${n}|\\d{1,3}))\\s*[:、.]`),
  ],
  ['decimal4', /^((\d{1,3})(?:\.\d{1,3}){3})(?![\d.%])[、.]?/],
  ['decimal3', /^((\d{1,3})(?:\.\d{1,3}){2})(?![\d.%])[、.]?/],
  ['decimal2', /^((\d{1,3})\.\d{1,3})(?:[、.]|\s+)(?!\d)/],
  ['decimal2', /^((\d{1,2})\.\d{1,2})(?=[\u4e00-\u9fff《“"])(?![万亿元个倍吨公平米度级折年月日时分秒小])/],
  ['num', /^((\d{1,3}))\s*[、.](?!\d)/],
  ['num', /^((\d{1,3}))\s*,(?=[\u4e00-\u9fff])/],
  ['num', /^((\d{1,2}))\s{1,4}(?=[\u4e00-\u9fff《“])(?![万亿元个倍吨月日年时分])/],
  ['num', /^(([⒈-⒛]))/],
  ['num-paren', /^(\(\s*(\d{1,3})\s*\))[、.]?/],
  ['num-paren', /^(([⑴-⒇]))[、.]?/],
  ['num-half', /^((\d{1,3})\s*\))[、.]?/],
  ['circled', /^(([①-⑳㉑-㉟㊱-㊿❶-❿]))[、.]?/],
  ['letter', /^(([A-Za-z]))[、.)](?=[\u4e00-\u9fff“《])/],
  ['cn', /^(([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]))[、.]/],
]

const chapterKinds: Record<string, MarkerKind> = {
  编: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'division',
  条: 'article',
}

/** The marker that opens a folded line, if one does. White space before it is not expected. */
export function markerOf(folded: string): Marker | null {
  if (
    !/^[(第\d一二三四五六七八九十百〇零廿㈠-㈩任举措专行事工项目⒈-⒛⑴-⒇①-⑳㉑-㉟㊱-㊿❶-❿A-Za-zⅠ-Ⅻ]/.test(folded)
  )
    return null
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(folded)
    if (!match) continue
    const label = match[1]!
    return {
      kind: kind === 'chapters' ? chapterKinds[match[3]!]! : kind,
      number: kind.startsWith('decimal') ? value(/\d+(?=\D*$)/.exec(label)![0]) : value(match[2]!),
      length: match[0].trimEnd().length,
      ordinalLength: label.trimEnd().length,
    }
  }
  return null
}

function value(text: string): number {
  const code = text.charCodeAt(0)
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473
  if (code >= 0x2488 && code <= 0x249b) return code - 0x2487
  if (code >= 0x2160 && code <= 0x216b) return code - 0x215f
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775
  if (/^[A-Za-z]$/.test(text)) return (code & 0x1f) as number
  return numeral(text) ?? 0
}

/**
 * Which kinds of marker are open, outermost first: a notice's own nesting wins over custom (a notice
 * may number its top level 1.), custom only tells where a kind not met before belongs.
 */
export class Levels {
  private open: MarkerKind[] = []

  /** The depth (0 the top) of an item with this marker; deeper levels are closed. */
  enter(kind: MarkerKind): number {
    const at = this.open.indexOf(kind)
    if (at >= 0) {
      this.open.length = at + 1
      return at
    }
    // 若干措施 number 第一条, 第二条 through under 一、 二、; a rule has 第一条 before any 一、.
    const below = kind === 'article' && this.open.length === 1 && this.open[0] === 'cn'
    while (!below && this.open.length > 0 && rank[this.open.at(-1)!] > rank[kind]) this.open.pop()
    this.open.push(kind)
    return this.open.length - 1
  }

  reset(): void {
    this.open = []
  }
}
