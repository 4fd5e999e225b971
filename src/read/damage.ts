/**
 * Damage that a text brought along, whatever its format: it is kept as it is and named, so that a
 * person knows why values are odd or missing.
 */
import type { Block } from '../document.ts'
import type { Report } from '../message.ts'
import { isCommonHan, isHan } from './plausible.ts'

/** A character with its reading, as annotated pages lose their ruby: 國(guó). */
const pinyin = /[(（](?<=[\u4e00-\u9fff].)[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ][a-zü]*[)）]/g
/** 、 。 ， and the quotation marks in UTF-8, read as GBK: the first two of their three bytes. */
const misread = /[銆锛鈥]/g
/** What stands where the bytes of GBK are taken in the wrong pairs: ㄒ, ┲, ǘ, characters for private use. */
const slipped = /[\u3105-\u3129\u2503-\u254b\ue000-\uf8ff]|[ǎǐǒǔǖǘǚǜňǹòèàù](?=[\u4e00-\u9fff])/g
/** The same next to Han characters, where no text has it. */
const amid =
  /(?<=[\u4e00-\u9fff])[\u3105-\u3129\u2503-\u254b]|[\u3105-\u3129\u2503-\u254b](?=[\u4e00-\u9fff])/g
/** A date or a document number without its digits; 年底前 alone is a time like any other. */
const dateless =
  /^[\s\u3000]*年月日[\s\u3000]*$|[〔[［][〕\]］]号|(?<![出生某\d〇一二三四五六七八九十])年月底?前/
/** A date without 年月日: 20181027 alone on its line. */
const bareDate = /^[\s\u3000]*(?:19|20)\d{2}(?:[1-9]|1[0-2]|0[1-9])(?:[1-9]|[12]\d|3[01]|0[1-9])[\s\u3000]*$/
/** In common use in traditional characters, and not written so in simplified ones. */
const traditional = new Set(
  codesOf('國務關發業經濟區縣鄉鎮單責導進實現設華與對於會議開產長門時機動為個還這將應當據標準點體學'),
)

/** Characters that tell what a whole text is in. */
const judged = 20_000

/** Notes the damage of blocks, which have their ids. */
export function noteDamage(blocks: readonly Block[], report: Report): void {
  const sample = headOf(blocks)
  if (isMisread(sample)) {
    report.add('text/mojibake')
    return
  }
  if (isTraditional(sample)) report.add('text/traditional')
  let annotated = 0
  for (const { id, text } of nodes(blocks)) {
    if (isSlipped(text)) report.add('text/byte-slip', { quote: text.slice(0, 20) }, { node: id })
    if (dateless.test(text) || bareDate.test(text)) {
      report.add('text/digits-lost', { quote: text.trim().slice(0, 20) }, { node: id })
    }
    annotated += count(text, pinyin)
  }
  if (annotated > 2) report.add('text/pinyin-inserted', { count: annotated })
}

function headOf(blocks: readonly Block[]): string {
  const head: string[] = []
  let length = 0
  for (const { text } of nodes(blocks)) {
    head.push(text)
    length += text.length
    if (length >= judged) break
  }
  return head.join('\n')
}

/** Every node of text: paragraphs, and cells as a whole. */
function* nodes(blocks: readonly Block[]): Generator<{ id: string; text: string }> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block
    else yield* block.cells
  }
}

function codesOf(characters: string): number[] {
  return Array.from(characters, (c) => c.charCodeAt(0))
}

function isTraditional(text: string): boolean {
  let all = 0
  let telling = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isHan(code)) continue
    all++
    if (traditional.has(code)) telling++
  }
  return telling > all / 20
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/**
 * 鍥藉姟闄 is 国务院 in UTF-8, read as GBK and saved. Three bytes made one and a half characters, and what
 * was none became U+FFFD: it cannot be undone.
 */
function isMisread(text: string): boolean {
  const wrong = count(text, misread)
  return wrong > 4 && wrong > count(text, /[，。、：；]/g)
}

/** Where a byte is missing, pairs are taken wrongly up to the next ASCII character. */
function isSlipped(text: string): boolean {
  const marks = count(text, slipped)
  if (marks === 0) return false
  if (/^[\s\u3000]*。/.test(text)) return true
  // A line that begins with box drawing is of a drawn table.
  if (!/^\s*[\u2500-\u257f]/.test(text) && count(text, amid) > 2) return true
  let all = 0
  let rare = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isHan(code)) continue
    all++
    if (!isCommonHan(code)) rare++
  }
  return marks > 1 && rare > all / 10
}
