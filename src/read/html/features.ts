/** What each line of a page is by itself: a sentence, a label of the index table, a line of chrome. */
import {
  chromeLine,
  copyright,
  documentNumberLine,
  footLine,
  indexLabel,
  publishLabel,
  registered,
} from '../../data/chrome.ts'
import { fold } from '../../text/fold.ts'
import type { Line } from './lines.ts'
import type { PageParts } from './page.ts'

export interface Features {
  /** Folded, in lower case, without white space; '' where the line is too long to be anything but text. */
  readonly key: readonly string[]
  /** How much it says for being where the text is. */
  readonly weight: Float64Array
  /** A sentence, not a link. */
  readonly running: readonly boolean[]
  /** A line that only pages have: 打印本页. */
  readonly chrome: readonly boolean[]
  /** One that only pages have where it stands outside the text: 主办单位：… */
  readonly foot: readonly boolean[]
  /** Of the index table, the line of publication, the 发文字号: portals set these apart from the text. */
  readonly notes: readonly boolean[]
  /** Which of the page's tables of data it stands in; -1 in none. */
  readonly table: Int32Array
  /** For each node of the tape, whether it is or stands in a table of data. */
  readonly tableAt: Uint8Array
  /** What the page says its title is, as a key. */
  readonly titleKey: string
}

/** Labels, footers and the lines of chrome are shorter. */
const longestKey = 400
const longestNote = 200
/** Boxes of a table that show whether it is an index table. */
const indexBoxes = 80

const sentence = /[。！？；!?;]|[,，、].*[,，、]/

export function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, '').toLowerCase()
}

export function featuresOf(page: PageParts): Features {
  const { tape, lines, tables, lookup } = page
  const count = lines.length
  const table = new Int32Array(count).fill(-1)
  const tableAt = new Uint8Array(tape.nodes.length)
  const notes: boolean[] = new Array(count).fill(false)
  const chrome: boolean[] = new Array(count).fill(false)
  const key: string[] = new Array(count).fill('')
  for (let t = 0; t < tables.length; t++) {
    const at = tables[t]!.at
    const end = tape.end[at]!
    tableAt.fill(1, at, end)
    const from = lookup.from(at)
    const to = lookup.from(end)
    table.fill(t, from, to)
    const boxes = lines.slice(from, Math.min(to, from + indexBoxes))
    if (isIndex(boxes.map((l) => (l.chars > 40 ? '' : keyOf(l.text))))) notes.fill(true, from, to)
    else if (isChromeTable(lines.slice(from, to))) chrome.fill(true, from, to)
  }

  const weight = new Float64Array(count)
  const running: boolean[] = []
  const foot: boolean[] = []
  for (let n = 0; n < count; n++) {
    const { text, chars, linked, style } = lines[n]!
    const isLink = linked > 0.5 * chars
    const inTable = table[n]! >= 0
    const runs = !isLink && !style.control && chars >= 10 && (sentence.test(text) || chars >= 40)
    running.push(runs && !inTable)
    weight[n] = isLink || style.control ? 0 : runs ? chars : inTable ? 0.8 * chars : 0.3 * chars
    if (inTable || chars > longestKey) {
      if (style.control && !inTable) chrome[n] = true
      foot.push(false)
      continue
    }
    key[n] = keyOf(text)
    chrome[n] = style.control || isChrome(key[n]!)
    foot.push(footLine.test(key[n]!))
    if (isLink || chars >= longestNote) continue
    if (publishLabel.test(fold(text)) || documentNumberLine.test(key[n]!)) notes[n] = true
  }
  markIndexLines(page, key, table, notes)
  return { key, weight, running, chrome, foot, notes, table, tableAt, titleKey: keyOf(page.title) }
}

function isChrome(key: string): boolean {
  return chromeLine.test(key) || registered.test(key) || copyright.test(key)
}

/** A footer or a toolbar set in a table: a few boxes, and one is the site's number or all are of chrome. */
function isChromeTable(lines: readonly Line[]): boolean {
  if (lines.length > 12 || lines.some((l) => l.chars > 200)) return false
  const keys = lines.map((l) => keyOf(l.text))
  if (keys.some((k) => registered.test(k))) return true
  return keys.some(isChrome) && lines.every((l, i) => l.linked > 0.5 * l.chars || isChrome(keys[i]!))
}

/** A table that has two labels of an index table or more, and of whose boxes a third at least are labels. */
function isIndex(keys: readonly string[]): boolean {
  const labels = keys.map((k) => k.split(':', 1)[0]!).filter(isLabel)
  return labels.length >= 2 && new Set(labels).size >= 2 && labels.length * 3 >= keys.length
}

function isLabel(key: string): boolean {
  return indexLabel.test(key)
}

/** Index tables made of lists and boxes: two labels or more, a few lines apart, each with its value. */
function markIndexLines(page: PageParts, key: readonly string[], table: Int32Array, notes: boolean[]): void {
  const { lines } = page
  const found: { readonly n: number; readonly bare: boolean }[] = []
  for (let n = 0; n < lines.length; n++) {
    if (table[n]! >= 0 || lines[n]!.linked > 0 || lines[n]!.chars > 120) continue
    const colon = key[n]!.indexOf(':')
    const bare = colon < 0 || colon === key[n]!.length - 1
    if (isLabel(colon < 0 ? key[n]! : key[n]!.slice(0, colon))) found.push({ n, bare })
  }
  for (let i = 0; i < found.length; ) {
    let j = i + 1
    while (j < found.length && found[j]!.n - found[j - 1]!.n <= 3) j++
    if (j - i >= 2) {
      const last = found[j - 1]!
      const to = Math.min(lines.length, last.n + (last.bare ? 2 : 1))
      for (let n = found[i]!.n; n < to; n++) notes[n] = true
    }
    i = j
  }
}
