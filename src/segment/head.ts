/** Title and document number: a title may be broken over several lines, and stand twice. */
import { leadRule } from '../data/roles.ts'
import { Passage } from '../text/passage.ts'
import { type Entry, isLine, type Line } from './lines.ts'
import {
  annexHead,
  captionDate,
  dateLine,
  endsTitle,
  isAddressees,
  isFootNote,
  isTitleLike,
  numberLine,
} from './patterns.ts'

export interface Head {
  readonly title: Passage | null
  readonly number: Passage | null
  /** The date below the title. */
  readonly date: Passage | null
  /** Index of the first entry after the head. */
  readonly end: number
}

/** Title and document number: the lines before the first that is addressees, a sentence, an item or a table. */
export function readHead(entries: readonly Entry[], hint: string | null): Head {
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
