/**
 * Text with a line break after every so many characters, as it is copied from a PDF: which lines go on
 * in the next one, and which lines are page numbers.
 */
import { fold } from '../../text/fold.ts'
import type { Lines } from './lines.ts'

/** A line of the text as far as wrapping is concerned. */
export interface WrapLine {
  /** Number of the line among those that are not blank. */
  readonly k: number
  /** Blank lines stand before it. */
  readonly apart: boolean
}

const number = '(?:\\d{1,4}|[〇零一二三四五六七八九十百]{1,5})'
/** A page number with its marks: — 3 —, - 3 -, 第3页, 第 3 页 共 10 页, 3/10. */
const marked = new RegExp(
  `^(?:[-—–─·•]+\\s*${number}\\s*[-—–─·•]+|第\\s*${number}\\s*页(?:\\s*[,/]?\\s*共\\s*${number}\\s*页)?|(?:page\\s*)?\\d{1,4}\\s*(?:/|of)\\s*\\d{1,4})$`,
  'i',
)

export function isPageNumber(text: string): boolean {
  return text.length <= 24 && marked.test(fold(text))
}

/** Full-width characters count two, as a printer sets them; so do Chinese quotation marks and dashes. */
function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    width += code > 0x2e7f || (code >= 0x2010 && code <= 0x2026) || code === 0xb7 ? 2 : 1
  }
  return width
}

/** Opens a paragraph of its own. */
const opens =
  /^(?:[〇一二三四五六七八九十百]{1,4}[、.]|\([〇一二三四五六七八九十百\d]{1,4}\)|\d{1,3}[.、](?!\d)|\d{1,3}\.\d{1,2}[.、\s]|第[〇一二三四五六七八九十百\d]{1,4}[章节条编]|[①-⑳⑴-⒇㈠-㈩]|附件?\s*\d{0,2}\s*:|(?:责任|牵头|配合|协办|主办|承办|主责|指导|督导|落实)(?:单位|部门|科室|股室)\s*:|(?:完成时限|工作要求|任务分工|工作措施|具体措施|完成时间)\s*:)/
/** A sentence, or a clause that a paragraph may end with. */
const closes = /[。;:!?)\]”…]$/

export interface Wrapping {
  /** Lines are full where they have this width (or this many characters). */
  readonly width: number
  readonly measure: 'width' | 'length'
}

/** No page is wider. */
const maxWidth = 160
/** Lines that make a wrapping, and their share of all. */
const minFull = 5
const minShare = 0.35

/**
 * How a text is wrapped; null where its lines are paragraphs. Wrapped lines have one width to within a
 * character and break in mid-sentence; lines that are paragraphs differ, and end in 。.
 */
export function wrappingOf(lines: Lines, entries: readonly WrapLine[]): Wrapping | null {
  // A wrapped text is so throughout: its beginning decides.
  const texts = entries.slice(0, 5_000).map(({ k }) => printed(lines, k))
  const measured = (['width', 'length'] as const).map((measure) => {
    const counts = new Map<number, number>()
    for (const text of texts) {
      const n = measure === 'width' ? widthOf(text) : text.length
      if (n >= (measure === 'width' ? 24 : 12) && n <= maxWidth) counts.set(n, (counts.get(n) ?? 0) + 1)
    }
    const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    return { measure, width, count }
  })
  // Programs wrap by characters, printers by width: what the lines were wrapped by has the sharper peak.
  const [byWidth, byLength] = measured
  const best = byLength!.count >= byWidth!.count ? byLength! : byWidth!
  if (best.count === 0) return null
  const full = texts.filter((t, i) => isFull(t, best, texts[i + 1]?.trimStart()))
  if (full.length < minFull || full.length < texts.length * minShare) return null
  const inside = full.filter((t) => !closes.test(fold(t))).length
  const beyond = texts.filter((t) => sizeOf(t, best) > best.width + 4).length
  return inside >= full.length * 0.6 && beyond <= texts.length * 0.1 ? best : null
}

/** A line as it is printed: with its indent. */
export function printed(lines: Lines, k: number): string {
  const index = lines.filled[k]!
  return lines.text.slice(lines.raw(index).start, lines.stretch(index).end)
}

function sizeOf(text: string, { measure }: Pick<Wrapping, 'measure'>): number {
  return measure === 'width' ? widthOf(text) : text.length
}

/** Whether a line is as long as the lines are; `next` is what would not fit any more. */
function isFull(text: string, wrapping: Wrapping, next = ''): boolean {
  const size = sizeOf(text, wrapping)
  const slack = wrapping.measure === 'width' ? 1 : 0
  if (size > wrapping.width + 4) return false
  if (size >= wrapping.width - slack) return true
  // A number or a word is not broken, nor does a line begin with a closing mark.
  const token = /^(?:[0-9A-Za-z.%~～—-]+|.)[，。；：、！？）》”’〕】,.;:!?)]*/.exec(next)?.[0] ?? '　'
  return wrapping.measure === 'width' && size + widthOf(token) > wrapping.width
}

/** A lead sentence, as parallel paragraphs have it: 强化组织管理。 */
const lead = /^[^,。;:、]{2,12}。/
/** What follows is said to follow. */
const closing = /(?:如下|以下[^。]{0,8})[:。]$/

/**
 * Whether a line of the paragraph that begins with the line `before` goes on in the next one. A
 * sentence that ends where the line does mostly goes on in the next; not where a number begins that one,
 * where both paragraphs begin alike (a title is often printed twice), or where all is said.
 */
export function goesOn(before: string, line: string, after: string, wrapping: Wrapping): boolean {
  const next = after.trimStart()
  if (!isFull(line, wrapping, next)) return false
  const first = fold(before.trim())
  const text = fold(line.trim())
  const following = fold(next.slice(0, 40))
  if (first.length >= 8 && following.startsWith(first.slice(0, 8))) return false
  const numbered = opens.test(following)
  // Mid-sentence, a number at the beginning of a line is one that the sentence speaks of.
  if (!closes.test(text)) return !(numbered && opens.test(text))
  if (numbered || closing.test(text)) return false
  // The addressees: 各省、自治区、直辖市人民政府:
  if (text.endsWith(':') && text === first && !text.includes('(')) return false
  const alike = lead.test(first) && lead.test(following)
  return !(/[。!?]$/.test(text) && (alike || first.slice(0, 2) === following.slice(0, 2)))
}
