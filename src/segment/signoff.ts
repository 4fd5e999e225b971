/** The signature of a notice and its date (发文机关署名、成文日期; GB/T 9704-2012, 7.3.5). */
import { Passage } from '../text/passage.ts'
import { endsLikeBody } from '../text/units.ts'
import { type Entry, isLine } from './lines.ts'
import { annexHead, dateLine, isFootNote, isSignature, signedDate } from './patterns.ts'

export interface SignOff {
  /** Entries [from, to) are the signature, its date and the notes behind them. */
  readonly from: number
  readonly to: number
  readonly signature: Passage | null
  readonly date: Passage | null
}

/** The first signature with its date after a sentence. */
export function signOff(entries: readonly Entry[]): SignOff | null {
  let prose = false
  let items = false
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
      // A date that nobody signs, with items before and behind it, is a line of the text.
      const within = signers.length === 0 && items && itemFollows(entries, i + 1)
      if (!within) {
        return ended(entries, from, i + 1, signers.length > 0 ? Passage.join(signers) : null, entry.passage)
      }
    }
    if (entry.marker) items = true
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

/** Whether the next thing but paragraphs is a numbered item, not an annex. */
function itemFollows(entries: readonly Entry[], at: number): boolean {
  const next = entries.slice(at).find((e) => !isLine(e) || e.marker !== null || annexHead.test(e.bare))
  return isLine(next) && next.marker !== null && next.marker.number > 1
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
