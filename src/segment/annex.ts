/** The list of attachments (附件说明), and the annexes themselves. */
import { type Entry, isLine, type Line } from './lines.ts'
import { annexHead, attachmentHead, dateLine, isTitleLike, signedDate } from './patterns.ts'
import { type Part, readPlanTitle } from './plan.ts'

/** Takes the list of attachments out of a text: 附件： and the numbered lines behind it. */
export function takeAttachments(entries: readonly Entry[], attachments: Line[]): Entry[] {
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

/** Splits at 附件1, 附件： on lines of their own; the first part is what stands before. */
export function splitAnnexes(entries: readonly Entry[]): Part[] {
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
