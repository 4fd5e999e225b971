/** The plan that a notice issues (印发, 转发, 批转): its name in the letter, and where it begins. */
import { issuing } from '../data/genres.ts'
import { Passage } from '../text/passage.ts'
import { type Entry, hasMarkers, isLine, type Line } from './lines.ts'
import { annexHead, endsTitle, isAddressees, isTitleLike } from './patterns.ts'
import type { SignOff } from './signoff.ts'

/** A plan or an annex: its title and what follows it. */
export interface Part {
  readonly title: Passage | null
  readonly entries: readonly Entry[]
}

/** Names of the plan that the notice issues: in its title, or in the letter's 现将《…》印发. */
export function planNames(title: Passage | null, entries: readonly Entry[]): string[] {
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
export function attachedPlans(entries: readonly Entry[], attachments: readonly Line[]): string[] {
  const issues = entries
    .slice(0, 12)
    .some((e) => isLine(e) && /印发给?你们|现(?:予)?印发|予以印发|下发给?你们|分解给?你们/.test(e.bare))
  if (!issues) return []
  return attachments.flatMap((line) => {
    const name = line.bare.replace(/^附件?[\d一二三四五六七八九十]{0,2}[:.]/, '').replace(/^\d{1,2}[.、]/, '')
    return name.length >= 6 ? [name.replace(/[《》]/g, '')] : []
  })
}

/** Where the plan begins that the letter issues; null where the notice's own text is the plan. */
export function planStart(
  entries: readonly Entry[],
  names: readonly string[],
  sign: SignOff | null,
): number | null {
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
export function readPlanTitle(entries: readonly Entry[], names: readonly string[] = []): Part {
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
