/**
 * The parts of a notice (GB/T 9704-2012, 7.2–7.4): title, document number, addressees, the covering
 * letter or text, attachments named, signature and date, then the plan that the letter issues and
 * annexes. Everything is found from the shape of lines and their order.
 */
import { furnitureStart } from '../data/furniture.ts'
import type { Passage } from '../text/passage.ts'
import { splitAnnexes, takeAttachments } from './annex.ts'
import { readHead } from './head.ts'
import { type Entry, hasMarkers, isLine, type Line } from './lines.ts'
import { annexHead, isAddressees, isFootNote, isFurniture } from './patterns.ts'
import { attachedPlans, type Part, planNames, planStart, readPlanTitle } from './plan.ts'
import { signOff } from './signoff.ts'

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

const withoutNotes = (entries: readonly Entry[]): Entry[] =>
  entries.filter((e) => !isLine(e) || !isFootNote(e))
