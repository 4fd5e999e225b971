/**
 * The notice and the page around it. A portal shows a notice among its navigation, breadcrumbs, share
 * buttons, related links and footer; a file saved from an editor has nothing around it. The page is told
 * from the notice by structure first: where the sentences stand, and where the links. Words of class names
 * and of known lines (data/chrome.ts) only help.
 *
 * Where nothing on the page looks like a page, all of it is content; and what is in sentences is content
 * wherever it stands, unless it stands among links. So this errs by leaving furniture in the text.
 */
import { attachedFile, attachmentLabel, certainNames, chromeNames, titleEnding } from '../../data/chrome.ts'
import { attribute, type Element, isElement } from './dom.ts'
import { type Features, featuresOf } from './features.ts'
import type { Anchor, Line } from './lines.ts'
import type { DataTable, Lookup } from './tables.ts'
import { childrenOf, elementAt, type Tape } from './tape.ts'

/** For each line, whether it is the notice's. Lines of one table of data are all the same. */
export type Verdict = readonly boolean[]

export interface PageParts {
  readonly tape: Tape
  readonly lines: readonly Line[]
  readonly anchors: readonly Anchor[]
  readonly lookup: Lookup
  /** Tables of data that stand in no other. */
  readonly tables: readonly DataTable[]
  /** What the page says its title is. */
  readonly title: string
}

/** The container holds at least this share of what its parent holds, or the parent is the container. */
const share = 0.8
/** A part of the page that holds more of the text than this is no chrome, whatever its class. */
const mostChrome = 0.2
/** Nor whatever its element, which is said with more care. */
const mostNamed = 0.5
/** So many links in lists make a page: a notice may link to a few others. */
const linksOfPage = 8
/** Characters of a table that says something; breadcrumbs and dates are set in tables too. */
const wordyTable = 60

const chromeTags = new Set(['nav', 'footer', 'aside', 'menu', 'search'])
const chromeRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'toolbar',
  'menu',
])

export function contentLines(page: PageParts): Verdict {
  const features = featuresOf(page)
  const chrome = chromeOf(page, features)
  const weight = sumUp(page.tape, page.lines, (n) =>
    chrome.lines[n] || features.chrome[n] || features.notes[n] ? 0 : features.weight[n]!,
  )
  const container = containerOf(page, features, chrome, weight)
  const from = page.lookup.from(container)
  const to = page.lookup.from(page.tape.end[container]!)

  const isPage = chrome.found || page.lines.some((_, n) => features.chrome[n])
  if (!isPage) return page.lines.map(() => true)
  const kept = page.lines.map(
    (_, n) => features.notes[n]! || (n >= from && n < to && !features.chrome[n] && !chrome.lines[n]),
  )
  keepAround(page, features, chrome, container, kept)
  return kept
}

interface Chrome {
  /** For each line, whether it stands in a part of the page that is not the notice. */
  readonly lines: readonly boolean[]
  /** Whether such parts make this the page of a site. */
  readonly found: boolean
  /** For each element, how many sentences and tables it holds that say something. */
  readonly says: Float64Array
}

/** Parts of the page that are navigation, footers, toolbars, lists of links. */
function chromeOf(page: PageParts, features: Features): Chrome {
  const { tape, lines, lookup } = page
  const weight = sumUp(tape, lines, (n) => features.weight[n]!)
  const says = sumUp(tape, lines, (n) => (features.running[n] ? 1 : 0))
  const links = new Float64Array(tape.nodes.length)
  const files = new Float64Array(tape.nodes.length)
  for (const a of page.anchors) {
    links[a.at]! += 1
    if (attachedFile.test(a.href)) files[a.at]! += 1
  }
  const tables = new Float64Array(tape.nodes.length)
  for (const { at } of page.tables) {
    if (features.notes[lookup.from(at)]) continue
    const chars = lookup.charsIn(at, tape.end[at]!)
    const linked = lookup.linkedIn(at, tape.end[at]!)
    if (chars - linked >= wordyTable && linked < chars / 2) tables[at] = 1
  }
  addUp(tape, links)
  addUp(tape, files)
  addUp(tape, tables)
  for (let i = 0; i < says.length; i++) says[i]! += tables[i]!
  let named = 0
  let listed = 0
  const inside = new Uint8Array(tape.nodes.length)
  const article = new Uint8Array(tape.nodes.length)
  for (let i = 1; i < tape.nodes.length; i++) {
    const parent = tape.parent[i]!
    article[i] = article[parent]!
    if (inside[parent]) {
      inside[i] = 1
      continue
    }
    const element = elementAt(tape, i)
    if (element === null || features.tableAt[parent] || lookup.linesIn(i, tape.end[i]!) === 0) continue
    if (element.tagName === 'article' || element.tagName === 'main') article[i] = 1
    const part = weight[i]! / Math.max(1, weight[0]!)
    const speaks = says[i]! > 0 || files[i]! > 0
    if (
      (isChromeElement(element, article[i] === 1) && part <= mostNamed) ||
      (part <= mostChrome && hasName(element, speaks || article[i] ? certainNames : chromeNames))
    ) {
      inside[i] = 1
      named++
    } else if (!speaks && part <= mostChrome && links[i]! >= 3) {
      if (lookup.linkedIn(i, tape.end[i]!) <= 0.6 * lookup.charsIn(i, tape.end[i]!)) continue
      inside[i] = 1
      listed += links[i]!
    }
  }
  return { lines: lines.map((l) => inside[l.owner] === 1), found: named > 0 || listed >= linksOfPage, says }
}

/** Elements that the standard means for the page around an article (4.3); a header within one is its own. */
function isChromeElement(element: Element, inArticle: boolean): boolean {
  if (element.tagName === 'header') return !inArticle
  return chromeTags.has(element.tagName) || chromeRoles.has(attribute(element, 'role') ?? '')
}

function hasName(element: Element, names: RegExp): boolean {
  for (const attr of element.attrs) {
    if ((attr.name === 'class' || attr.name === 'id') && names.test(attr.value)) return true
  }
  return false
}

/** The smallest element that holds nearly all of the text. */
function containerOf(page: PageParts, features: Features, chrome: Chrome, weight: Float64Array): number {
  const { tape, lookup } = page
  const text = sumUp(tape, page.lines, (n) =>
    features.running[n] && features.table[n]! < 0 && !chrome.lines[n] && !features.chrome[n] ? 1 : 0,
  )
  for (let at = 0; ; ) {
    let best = -1
    let below = 0
    let beside = false
    for (const c of childrenOf(tape, at)) {
      if (!isElement(tape.nodes[c])) continue
      below += text[c]!
      if (best < 0 || weight[c]! > weight[best]!) best = c
    }
    if (best < 0 || weight[best] === 0 || weight[best]! < share * weight[at]!) return at
    if (features.tableAt[best] || lookup.linesIn(best, tape.end[best]!) <= 1) return at
    for (const c of childrenOf(tape, at)) {
      const alone = features.tableAt[c]
        ? chrome.says[c]! > 0
        : text[c]! > 0 && lookup.linesIn(c, tape.end[c]!) === 1
      beside ||= c !== best && alone
    }
    // Sentences and tables beside it that stand in no box of their own are of the same text.
    if (beside || below < text[at]!) return at
    at = best
  }
}

/** Keeps what stands around the container and is the notice's: its title, its annexes, more of its text. */
function keepAround(
  page: PageParts,
  features: Features,
  chrome: Chrome,
  container: number,
  kept: boolean[],
): void {
  const { tape, lines, lookup } = page
  const from = lookup.from(container)
  const to = lookup.from(tape.end[container]!)
  const own = (n: number) => !chrome.lines[n] && !features.chrome[n] && !features.foot[n]

  const title = titleLines(page, features, chrome, from)
  for (const n of title) kept[n] = true
  for (let n = (title.at(-1) ?? from) + 1; n < from; n++) if (own(n) && lines[n]!.linked === 0) kept[n] = true

  for (const a of page.anchors) {
    if (a.line < to || !own(a.line) || !attachedFile.test(a.href)) continue
    const table = page.tables[features.table[a.line]!]
    if (table) kept.fill(true, lookup.from(table.at), lookup.from(tape.end[table.at]!))
    else kept[a.line] = true
  }
  for (let n = to; n < lines.length; n++) if (own(n) && attachmentLabel.test(features.key[n]!)) kept[n] = true

  let nearest = true
  for (let up = tape.parent[container]!, inner = container; up >= 0; inner = up, up = tape.parent[up]!) {
    for (const branch of childrenOf(tape, up)) {
      const begin = lookup.from(branch)
      const end = lookup.from(tape.end[branch]!)
      if (branch === inner || begin === end) continue
      const linked = lookup.linkedIn(branch, tape.end[branch]!)
      // Sentences that do not stand among links are of the text. So is what follows it without a link, a
      // signature in a box of its own, unless it follows everything on the page.
      const speaks = chrome.says[branch]! > 0 && linked <= 0.3 * lookup.charsIn(branch, tape.end[branch]!)
      if (speaks || (nearest && up > 0 && begin >= to && linked === 0)) {
        for (let n = begin; n < end; n++) if (own(n)) kept[n] = true
      }
    }
    nearest &&= lookup.linesIn(up, tape.end[up]!) === lookup.linesIn(inner, tape.end[inner]!)
  }
}

/** The lines before the text's first sentence that are the page's title, headings, or named like a document. */
function titleLines(page: PageParts, features: Features, chrome: Chrome, from: number): number[] {
  const { lines } = page
  const wanted = features.titleKey
  const found: number[] = []
  for (let n = 0; n < lines.length && !(n >= from && features.running[n]); n++) {
    const key = features.key[n]!
    const { level } = lines[n]!.style
    if (lines[n]!.linked > 0 || key.length < 5 || features.chrome[n]) continue
    const at = wanted.indexOf(key)
    // A page's title ends, or begins, with the site's name: the notice's own is the longer part of it, or
    // its beginning, or what follows a line of it.
    const whole =
      at >= 0 && key.length >= Math.min(8, wanted.length) && (at === 0 || key.length * 2 > wanted.length)
    const part = at > 0 && found.at(-1) === n - 1
    const heading = level === 1 || (level === 2 && found.length === 0)
    const named = n < from && key.length >= 8 && titleEnding.test(key)
    if (whole || part || (!chrome.lines[n] && (heading || named))) found.push(n)
  }
  return found
}

/** For each element, the sum of its lines' values, those of the elements in it included. */
function sumUp(tape: Tape, lines: readonly Line[], of: (n: number) => number): Float64Array {
  const sums = new Float64Array(tape.nodes.length)
  for (let n = 0; n < lines.length; n++) sums[lines[n]!.owner]! += of(n)
  return addUp(tape, sums)
}

function addUp(tape: Tape, sums: Float64Array): Float64Array {
  for (let i = sums.length - 1; i > 0; i--) sums[tape.parent[i]!]! += sums[i]!
  return sums
}
