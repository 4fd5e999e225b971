/** Where something stands in the source, for a person. */
import type { Origin } from '../../document.ts'
import type { Evidence } from '../../generated/notice.ts'
import type { Found } from '../../task.ts'
import type { Passage } from '../../text/passage.ts'
import { oneLine } from '../terminal.ts'
import type { Texts } from '../texts.ts'
import { cut } from '../width.ts'

export function originText(origin: Origin, texts: Texts): string {
  if (origin.kind === 'page') return texts.explained.page(origin.page)
  if (origin.kind === 'line') return texts.explained.line(origin.line)
  return origin.part === '' ? origin.path : `${origin.part}#${origin.path}`
}

/** `b7.r3.c0[2–44] 第 12 行` */
export function evidencePlace(evidence: Evidence, texts: Texts): string {
  const { page, line, path } = evidence
  const parts = [`${evidence.node}[${evidence.start}–${evidence.end}]`]
  if (page !== undefined) parts.push(texts.explained.page(page))
  if (line !== undefined) parts.push(texts.explained.line(line))
  if (path !== undefined) parts.push(path)
  return parts.join(' ')
}

/** `“text” @ b7[0–12]` */
export function passageText(passage: Passage, columns = 60): string {
  const places = passage.spans().map((span) => `${span.node}[${span.start}–${span.end}]`)
  const shown = places.length > 3 ? [...places.slice(0, 3), '…'] : places
  return `“${cut(oneLine(passage.text), columns)}” @ ${shown.join(' + ')}`
}

/** `rule ← “text” @ b7[0–12]` */
export function foundText(found: Found): string {
  return `${found.rule} ← ${passageText(found.passage)}`
}
