/** What was found: drafts, each value with the rule that found it. */
import type { Finding } from '../../find/find.ts'
import type { Draft, Found } from '../../task.ts'
import type { Texts } from '../texts.ts'
import { foundText } from './place.ts'

/** All drafts, or the one that becomes the task of this number. */
export function* explainFinding(finding: Finding, task: number | null, texts: Texts): Generator<string> {
  const t = texts.explained
  if (task === null) {
    if (finding.leadRule) yield `leadRule ← ${foundText(finding.leadRule)}`
    for (const section of finding.sections.all) {
      const label = section.label?.passage.text ?? ''
      yield `${'  '.repeat(section.level - 1)}${t.section} ${section.id} ${label} ← ${foundText(section.title)}`
    }
  }
  for (const [i, draft] of finding.drafts.entries()) {
    if (task === null || task === i + 1) yield* explainDraft(`t${i + 1}`, draft, t.task)
  }
}

function* explainDraft(id: string, draft: Draft, word: string): Generator<string> {
  yield `${word} ${id}  ${draft.sections.join(' › ')}`
  yield* line('ordinal', draft.ordinal)
  yield* line('task', draft.task)
  yield* line('requirement', draft.requirement)
  for (const list of draft.units)
    yield* line(list.firstLeads ? `${list.role} (first-listed)` : list.role, list)
  for (const time of draft.times) yield* line('time', time)
}

function* line(name: string, found: Found | null): Generator<string> {
  if (found) yield `  ${name} ← ${foundText(found)}`
}
