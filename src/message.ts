/**
 * Messages: what the program has to say about a notice beside its values. A message never stops
 * anything; what stops a file is a {@link YaodianError} (errors.ts).
 *
 * The catalogue is kept by room, one file each in `messages/`; a message is one entry there.
 */
import type { Span } from './document.ts'
import { clause } from './messages/clause.ts'
import { copy } from './messages/copy.ts'
import { deadline } from './messages/deadline.ts'
import { html } from './messages/html.ts'
import { notice } from './messages/notice.ts'
import { pdf } from './messages/pdf.ts'
import { read } from './messages/read.ts'
import { table } from './messages/table.ts'
import { task } from './messages/task.ts'
import type { Template } from './messages/template.ts'
import { text } from './messages/text.ts'
import { unit } from './messages/unit.ts'
import { word } from './messages/word.ts'

export const catalogue = {
  ...read,
  ...text,
  ...html,
  ...word,
  ...pdf,
  ...notice,
  ...clause,
  ...table,
  ...task,
  ...unit,
  ...deadline,
  ...copy,
} satisfies Record<string, Template>

export type MessageCode = keyof typeof catalogue
export type Level = Template['level']
export type Lang = 'zh' | 'en'
export type Params = Readonly<Record<string, string | number>>

/** Where a message points: a node, perhaps a stretch of its text. */
export type At = Span | { readonly node: string } | null

export interface Noted {
  readonly code: MessageCode
  readonly params: Params
  readonly at: At
}

/** Collects what the stages note; each code at one place is noted once. */
export class Report {
  readonly noted: Noted[] = []
  private readonly seen = new Set<string>()

  add(code: MessageCode, params: Params = {}, at: At = null): void {
    const key = `${code}\u0000${at ? JSON.stringify(at) : ''}\u0000${JSON.stringify(params)}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.noted.push({ code, params, at })
  }

  /** Notes what another report noted. */
  take(other: Report): void {
    for (const { code, params, at } of other.noted) this.add(code, params, at)
  }
}

/** The text of a message in the reader's language. */
export function messageText(code: MessageCode, params: Params, lang: Lang = 'zh'): string {
  return fill(catalogue[code][lang], params)
}

/** Fills `{name}` with the parameter of that name. */
export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
