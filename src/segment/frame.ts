/**
 * The parts of a notice (GB/T 9704-2012, 7.2–7.4): title, document number, addressees, the covering
 * letter or text, attachments named, signature and date, then the plan that the letter issues and
 * annexes. Everything is found from the shape of lines and their order.
 */
import { furnitureStart } from '../data/furniture.ts'
import { issuing } from '../data/genres.ts'
import { leadRule } from '../data/roles.ts'
import { Passage } from '../text/passage.ts'
import { endsLikeBody } from '../text/units.ts'
import type { Entry, Line } from './lines.ts'
import {
  annexHead,
  attachmentHead,
  captionDate,
  dateLine,
  endsTitle,
  isAddressees,
  isFootNote,
  isFurniture,
  isSignature,
  isTitleLike,
  numberLine,
  signedDate,
} from './patterns.ts'

/** A plan or an annex: its title and what follows it. */
export interface Part {
  readonly title: Passage | null
  readonly entries: readonly Entry[]
}

export interface Frame {
  readonly title: Passage | null
  /** Document number on a line of its own. */
  readonly number: Passage | null
  readonly addressees: Passage | null
  /** The covering letter where a plan follows it; else empty. */
  readonly letter: readonly Entry[]
  /** The text that holds the work: the notice's own, or the plan that it issues. */
  readonly body: Part
  /** Whether the body is a plan apart from the letter. */
  readonly issued: boolean
  readonly annexes: readonly Part[]
  /** The lines of the list of attachments. */
  readonly attachments: readonly Line[]
  readonly signature: Passage | null
  readonly date: Passage | null
  /** Lines that are not of the notice, kept for what they tell of it. */
  readonly furniture: readonly Line[]
}

export function frame(entries: readonly Entry[], hint: string | null): Frame {
  const furniture: Line[] = []
  const kept = setApart(entries, furniture)
  const head = readHead(kept, hint)
  let at = head.end
  let addressees: Passage | null = null
  const first = kept[at]
  if (first?.kind === 'line' && isAddressees(first)) {
    addressees = first.passage.slice(0, first.passage.folded.lastIndexOf(':'))
    at++
  }
  const rest = kept.slice(at)
  const attachments: Line[] = []
  const text = takeAttachments(rest, attachments)
  const names = planNames(head.title, text)
  names.push(...attachedPlans(text, attachments))
  const sign = signOff(text)
  const start = planStart(text, names, sign)
  const shared = { number: head.number, addressees, attachments, furniture }

  if (start === null) {
    // No plan apart: the text itself holds the work; what stands after the signature are annexes.
    const body = sign ? text.slice(0, sign.from) : text
    const after = sign ? text.slice(sign.to) : []
    const [own, ...annexes] = splitAnnexes(body)
    return {
      ...shared,
      title: head.title,
      letter: [],
      body: { title: null, entries: withoutNotes(own!.entries) },
      issued: false,
      annexes: [...annexes, ...splitAnnexes(after).filter((p) => p.title !== null || hasMarkers(p.entries))],
      signature: sign?.signature ?? null,
      date: sign?.date ?? head.date,
    }
  }
  const planText = text.slice(start)
  const inner = sign && sign.from >= start ? sign : signOff(planText)
  const offset = inner === sign ? start : 0
  const tail = inner ? planText.slice(inner.to - offset) : []
  // A date in the middle of a plan ends nothing; a signature at its end may have annexes behind it.
  const ends = inner !== null && (!hasMarkers(tail) || (isLine(tail[0]) && annexHead.test(tail[0].bare)))
  const [plan, ...annexes] = splitAnnexes(
    ends ? [...planText.slice(0, inner.from - offset), ...tail] : planText,
  )
  const planPart = plan!.entries.length === 0 ? (annexes.shift() ?? plan!) : plan!
  const titled = planPart.title === null ? readPlanTitle(planPart.entries, names) : planPart
  // A signature after the plan signs the notice only where the letter has none.
  const signed = sign ?? inner
  return {
    ...shared,
    title: head.title ?? titled.title,
    letter: text.slice(0, sign && sign.from < start ? sign.from : start),
    body: { title: titled.title, entries: withoutNotes(titled.entries) },
    issued: true,
    annexes,
    signature: signed?.signature ?? null,
    date: signed?.date ?? head.date,
  }
}

const isLine = (entry: Entry | undefined): entry is Line => entry?.kind === 'line'

/** Takes out lines that are furniture; from a line that opens a page's foot on, all of them. */
function setApart(entries: readonly Entry[], furniture: Line[]): Entry[] {
  let foot = entries.length
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]!
    if (entry.kind === 'table' || entry.marker) break
    if (furnitureStart.test(entry.bare)) foot = i
  }
  return entries.filter((entry, i) => {
    if (entry.kind === 'table' || (i < foot && !isFurniture(entry))) return true
    furniture.push(entry)
    return false
  })
}

interface Head {
  readonly title: Passage | null
  readonly number: Passage | null
  /** The date below the title. */
  readonly date: Passage | null
  /** Index of the first entry after the head. */
  readonly end: number
}

/** Title and document number: the lines before the first that is addressees, a sentence, an item or a table. */
function readHead(entries: readonly Entry[], hint: string | null): Head {
  let end = 0
  let number: Passage | null = null
  let date: Passage | null = null
  const lines: Line[] = []
  for (; end < entries.length; end++) {
    const entry = entries[end]!
    if (entry.kind === 'table') {
      // An index table (索引号 …) stands before the title; a table of work ends the head.
      if (lines.length === 0 && entries.slice(end + 1, end + 6).some((e) => isLine(e) && isTitleLike(e)))
        continue
      break
    }
    if (numberLine.test(entry.bare)) {
      number ??= entry.passage
      continue
    }
    // An annex put up by itself: 附件2 above its title.
    if (lines.length === 0 && annexHead.test(entry.bare)) continue
    if (captionDate.test(entry.bare)) {
      date ??= entry.passage
      continue
    }
    if (isAddressees(entry)) break
    if (!isTitleLike(entry) && !dateLine.test(entry.bare) && !isFootNote(entry)) break
    // （责任单位列第一位的为牵头单位） below a title is a note on the text, and no part of the title.
    if (lines.length > 0 && leadRule.test(entry.bare)) break
    if (entry.marker && (lines.length > 0 || !/^第/.test(entry.bare))) break
    lines.push(entry)
  }
  const candidates = titles(lines)
  const scored = candidates.map((c, i) => ({ ...c, score: score(c.text, hint) - i * 0.01 }))
  scored.sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best || best.score < 1) {
    // A head without a title: a plan may follow its letter directly, so nothing is consumed but numbers.
    return { title: null, number, date, end: lines.length === 0 ? end : 0 }
  }
  return { title: best.passage, number, date, end }
}

interface Title {
  readonly passage: Passage
  readonly text: string
  /** Lines taken. */
  readonly lines: number
}

const joins = /^(?:及|和|的|与|、|》|"|”|任务|责任|分工|分解|实施|暨|落实)/
const strong =
  /(?:通知|意见|方案|要点|决定|通报|函|批复|办法|计划|分工|清单|报告|请示|措施|规划|规定|细则|预案|规则|条例|答复|表|台账)(?:\([^()]{1,20}\))*$/

/** Titles in a run of lines: a title may be broken over several, and stand twice. */
function titles(lines: readonly Line[]): Title[] {
  const found: Title[] = []
  let i = 0
  while (i < lines.length) {
    let best = -1
    for (let j = i; j < Math.min(lines.length, i + 5); j++) {
      const joined = lines
        .slice(i, j + 1)
        .map((l) => l.bare)
        .join('')
      if (joined.length > 240) break
      const balanced = (joined.match(/《/g)?.length ?? 0) <= (joined.match(/》/g)?.length ?? 0)
      if (!balanced || !endsTitle(joined)) continue
      best = j
      const next = lines[j + 1]
      if (strong.test(joined) && !(next && joins.test(next.bare) && endsTitle(next.bare))) break
      if (next && /关于|年/.test(next.bare) && strong.test(next.bare)) break
    }
    if (best < 0) {
      i++
      continue
    }
    // A bracket on the next line still belongs to the title: (试行), （征求意见稿）, （共130项）.
    const below = lines[best + 1]
    if (below && /^\([^()\d年月日,。]{2,12}\)$|^\(共\d+项\)$/.test(below.bare)) best++
    const run = lines.slice(i, best + 1)
    found.push({
      passage: Passage.join(run.map((l) => l.passage)),
      text: run.map((l) => l.bare).join(''),
      lines: run.length,
    })
    i = best + 1
  }
  return found
}

function score(text: string, hint: string | null): number {
  let value = 0
  if (/关于/.test(text)) value += 3
  if (strong.test(text)) value += 2
  if (/\d{4}年|20\d\d/.test(text)) value += 1
  if (text.length >= 10) value += 1
  if (text.length < 5) value -= 3
  if (hint?.replace(/\s/g, '').includes(text)) value += 1
  return value
}

/** Takes the list of attachments out of a text: 附件： and the numbered lines behind it. */
function takeAttachments(entries: readonly Entry[], attachments: Line[]): Entry[] {
  const kept: Entry[] = []
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    if (!isLine(entry) || !attachmentHead.test(entry.bare) || annexFollows(entries, i)) {
      kept.push(entry)
      continue
    }
    attachments.push(entry)
    while (i + 1 < entries.length) {
      const next = entries[i + 1]!
      if (!isLine(next)) break
      const numbered = next.marker?.kind === 'num' && !/[。;]$/.test(next.bare) && next.bare.length < 90
      const file = /\.(?:docx?|wps|pdf|xlsx?|rtf|zip|rar|jpe?g|png|ofd)$/i.test(next.bare)
      if (!numbered && !file) break
      attachments.push(next)
      i++
    }
  }
  return kept
}

/** 附件 alone on a line opens an annex if a text or table follows it, not a list of names and a signature. */
function annexFollows(entries: readonly Entry[], at: number): boolean {
  const line = entries[at] as Line
  if (!annexHead.test(line.bare)) return false
  const next = entries[at + 1]
  if (next === undefined) return false
  if (next.kind === 'table') return true
  if (next.marker?.kind === 'num' && !/[。]/.test(next.bare)) {
    // A list of names ends in a signature or date soon; an annex goes on.
    for (let j = at + 1; j < Math.min(entries.length, at + 12); j++) {
      const e = entries[j]!
      if (e.kind === 'table') return true
      if (dateLine.test(e.bare) || signedDate(e) !== null) return false
    }
  }
  return true
}

/** Names of the plan that the notice issues: in its title, or in the letter's 现将《…》印发. */
function planNames(title: Passage | null, entries: readonly Entry[]): string[] {
  const names: string[] = []
  const bare = title?.folded.replace(/\s/g, '') ?? ''
  const inTitle = /(?:印发|转发|批转|下发|颁发)(.+?)(?:的)?(?:通知|函|意见)$/.exec(bare)
  if (inTitle) names.push(inTitle[1]!)
  for (const entry of entries.slice(0, 12)) {
    if (!isLine(entry) || !issuing.test(entry.bare)) continue
    for (const m of entry.bare.matchAll(/《((?:[^《》]|《[^《》]*》)+)》/g)) {
      const near = entry.bare.slice(Math.max(0, m.index - 30), m.index + m[0].length + 40)
      if (/现(?:将|予)|制定了|同意|印发给?你们|转发给?你们|现印发|予以印发/.test(near)) names.push(m[1]!)
    }
  }
  return names.flatMap((n) => {
    const name = n
      .replace(/^(?:关于)?《/, '')
      .replace(/》$/, '')
      .replace(/[《》]/g, '')
    return name.length >= 4 ? [name] : []
  })
}

/** 现将任务分解表印发给你们, and the list of attachments says which: 附件：2023年重点工作任务分解表. */
function attachedPlans(entries: readonly Entry[], attachments: readonly Line[]): string[] {
  const issues = entries
    .slice(0, 12)
    .some((e) => isLine(e) && /印发给?你们|现(?:予)?印发|予以印发|下发给?你们|分解给?你们/.test(e.bare))
  if (!issues) return []
  return attachments.flatMap((line) => {
    const name = line.bare.replace(/^附件?[\d一二三四五六七八九十]{0,2}[:.]/, '').replace(/^\d{1,2}[.、]/, '')
    return name.length >= 6 ? [name.replace(/[《》]/g, '')] : []
  })
}

interface SignOff {
  /** Entries [from, to) are the signature, its date and the notes behind them. */
  readonly from: number
  readonly to: number
  readonly signature: Passage | null
  readonly date: Passage | null
}

/** The first signature with its date after a sentence. */
function signOff(entries: readonly Entry[]): SignOff | null {
  let prose = false
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    if (!isLine(entry)) {
      prose = true
      continue
    }
    const inner = signedDate(entry)
    if (prose && inner !== null && entry.marker === null) {
      return ended(entries, i, i + 1, entry.passage.slice(0, inner), entry.passage.slice(inner))
    }
    if (prose && dateLine.test(entry.bare)) {
      let from = i
      const signers: Passage[] = []
      while (from > 0) {
        const above = entries[from - 1]!
        if (!isLine(above) || !isSignature(above) || signers.length >= 4) break
        signers.unshift(above.passage)
        from--
      }
      return ended(entries, from, i + 1, signers.length > 0 ? Passage.join(signers) : null, entry.passage)
    }
    if (/[。:;]$/.test(entry.bare) || entry.bare.length > 60 || entry.marker) prose = true
  }
  // A signature alone ends the text where the date was lost.
  for (let i = entries.length - 1; i >= Math.max(1, entries.length - 3); i--) {
    const entry = entries[i]!
    if (isLine(entry) && isFootNote(entry)) continue
    if (!isLine(entry) || !isSignature(entry) || entry.align === 'center') break
    const above = entries[i - 1]!
    const closed = !isLine(above) || /[。;)]$/.test(above.bare) || above.bare.length > 60
    if (closed && entry.bare.length >= 5 && endsLikeBody(entry.bare))
      return ended(entries, i, i + 1, entry.passage, null)
    break
  }
  return null
}

function ended(
  entries: readonly Entry[],
  from: number,
  to: number,
  signature: Passage | null,
  date: Passage | null,
): SignOff {
  let end = to
  while (end < entries.length) {
    const next = entries[end]!
    if (!isLine(next) || !isFootNote(next)) break
    end++
  }
  return { from, to: end, signature, date }
}

const hasMarkers = (entries: readonly Entry[]): boolean =>
  entries.some((e) => e.kind === 'table' || e.marker !== null)

/** Where the plan begins that the letter issues; null where the notice's own text is the plan. */
function planStart(entries: readonly Entry[], names: readonly string[], sign: SignOff | null): number | null {
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    if (!isLine(entry)) break
    if (i === 0 || !isTitleLike(entry)) continue
    for (let n = 1; n <= 4 && i + n <= entries.length; n++) {
      const run = entries.slice(i, i + n)
      if (!run.every((e): e is Line => isLine(e) && isTitleLike(e))) break
      const joined = run
        .map((e) => e.bare)
        .join('')
        .replace(/[《》]/g, '')
      if (names.some((name) => sameTitle(joined, name)) && hasMarkers(entries.slice(i + n))) return i
    }
  }
  if (sign === null || !hasMarkers(entries.slice(sign.to))) return null
  const after = entries.slice(sign.to)
  const letter = entries.slice(0, sign.from)
  const opensAnnex = isLine(after[0]) && annexHead.test(after[0].bare)
  // After a signature comes the plan, unless what comes are annexes to a text that has items itself.
  if (opensAnnex && names.length === 0 && hasMarkers(letter)) return null
  if (opensAnnex && names.length > 0 && hasMarkers(letter)) {
    const title = readPlanTitle(after.slice(1)).title?.folded.replace(/[\s《》]/g, '')
    if (!title || !names.some((name) => sameTitle(title, name))) return null
  }
  return sign.to
}

/** A title and the name by which the letter calls it: one may leave out the body or a bracket. */
function sameTitle(title: string, name: string): boolean {
  const a = title.replace(/\([^()]*\)$/, '')
  const b = name.replace(/\([^()]*\)$/, '')
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 6 && short.length * 3 >= long.length && long.endsWith(short)
}

/** The title lines at the beginning of a plan, and the rest. */
function readPlanTitle(entries: readonly Entry[], names: readonly string[] = []): Part {
  let end = 0
  while (end < entries.length && end < 5) {
    const entry = entries[end]!
    if (
      !isLine(entry) ||
      !isTitleLike(entry) ||
      (entry.marker && !/^第/.test(entry.bare)) ||
      isAddressees(entry)
    )
      break
    end++
  }
  const named = [1, 2, 3, 4].find(
    (n) => n <= end && names.includes(bareOf(entries.slice(0, n) as Line[]).replace(/[《》]/g, '')),
  )
  for (let n = named ?? end; n > 0; n--) {
    const run = entries.slice(0, n) as Line[]
    const joined = run.map((l) => l.bare).join('')
    const noted = /^\(.*\)$/.test(run.at(-1)!.bare)
    if (noted && n > 1) continue
    if ((n === named || endsTitle(joined)) && joined.length <= 200) {
      let from = n
      const next = entries[n]
      if (isLine(next) && /^\([^()]{1,40}\)$/.test(next.bare)) from++
      return { title: Passage.join(run.map((l) => l.passage)), entries: entries.slice(from) }
    }
  }
  return { title: null, entries }
}

const bareOf = (lines: readonly Line[]): string => lines.map((l) => l.bare).join('')

/** Splits at 附件1, 附件： on lines of their own; the first part is what stands before. */
function splitAnnexes(entries: readonly Entry[]): Part[] {
  const parts: Part[] = []
  let from = 0
  const push = (to: number) => {
    const slice = entries.slice(from, to)
    if (parts.length === 0) {
      parts.push({ title: null, entries: slice })
      return
    }
    parts.push(readAnnexTitle(slice.slice(1)))
  }
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!
    if (isLine(entry) && annexHead.test(entry.bare) && i + 1 < entries.length) {
      push(i)
      from = i
    }
  }
  push(entries.length)
  return parts
}

/** An annex may be called anything: its first line is its title even if it names no kind of document. */
function readAnnexTitle(entries: readonly Entry[]): Part {
  const part = readPlanTitle(entries)
  const first = entries[0]
  if (part.title !== null || !isLine(first) || first.marker || !isTitleLike(first)) return part
  return { title: first.passage, entries: entries.slice(1) }
}

const withoutNotes = (entries: readonly Entry[]): Entry[] =>
  entries.filter((e) => !isLine(e) || !isFootNote(e))
