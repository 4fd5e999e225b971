/** The result: `value ← rule ← “quote” @ place  confidence` for every value. */
import type { EvidenceByPointer, NoticeResult } from '../../generated/notice.ts'
import { oneLine } from '../terminal.ts'
import type { Texts } from '../texts.ts'
import { cut } from '../width.ts'
import { evidencePlace } from './place.ts'

/** Columns of a value and of a quote where many are shown; a single task is shown whole. */
const brief = 60

/** The whole result, or one task of it. */
export function* explainResult(result: NoticeResult, task: string | null, texts: Texts): Generator<string> {
  const t = texts.explained
  if (task === null) {
    yield t.notice
    yield* explainObject(result.notice, brief, texts)
    for (const section of result.sections) {
      yield `${t.section} ${section.id}`
      yield* explainObject(section, brief, texts)
    }
  }
  for (const one of result.tasks) {
    if (task !== null && task !== one.id) continue
    yield `${t.task} ${one.id}  ${one.sections.map((s) => (s.label ?? '') + s.title).join(' › ')}`
    yield* explainObject(one, task === null ? brief : Infinity, texts)
  }
  if (task !== null || result.messages.length === 0) return
  yield t.messages
  for (const message of result.messages) {
    const at = message.at ? ` @ ${message.at.node}` : ''
    yield `  ${texts.levels[message.level]} ${message.code}: ${oneLine(message.text)}${at}`
  }
}

interface Traced {
  readonly evidence: EvidenceByPointer
  readonly confidence?: Readonly<Record<string, number>>
}

/** Names of fields that say nothing of the source. */
const own: ReadonlySet<string> = new Set([
  'id',
  'evidence',
  'level',
  'parent',
  'sections',
  'openLists',
  'confidence',
])

function* explainObject(object: Traced, columns: number, texts: Texts): Generator<string> {
  for (const [key, value] of Object.entries(object)) {
    if (own.has(key) || value === null) continue
    const filled: [string, unknown][] = Array.isArray(value)
      ? value.map((one, i) => [`/${key}/${i}`, one])
      : [[`/${key}`, value]]
    const confidence = object.confidence?.[`/${key}`]
    const sure = confidence === undefined ? '' : `  ${confidence}`
    for (const [pointer, one] of filled) {
      const from = source(object.evidence, pointer, columns, texts)
      yield `  ${pointer}: ${cut(valueText(one), columns)}${from}${sure}`
    }
  }
}

/** A value's pieces; those of an object may be told apart by its fields (`/basis/0/title`). */
function source(evidence: EvidenceByPointer, pointer: string, columns: number, texts: Texts): string {
  const pieces = Object.entries(evidence)
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .flatMap(([, list]) => list)
  if (pieces.length === 0) return ''
  const rules = [...new Set(pieces.map((piece) => piece.rule))].join(', ')
  const quotes = pieces.map((p) => `“${cut(oneLine(p.quote), columns)}” @ ${evidencePlace(p, texts)}`)
  return ` ← ${rules} ← ${quotes.join(' + ')}`
}

/** `市财政局`; of what has several fields, those that are filled: `财政局 · 市财政局 · unit`. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return oneLine(String(value))
  const parts = Object.values(value).filter((part) => part !== null)
  return oneLine([...new Set(parts.map(String))].join(' · '))
}
