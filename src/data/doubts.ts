/**
 * What makes a field doubtful: the factor by which a rule or a message lowers its confidence. The factors are
 * judgements of how often such a field is wrong; `npm run bench -- confidence` shows how they hold on damaged
 * copies of the gold notices.
 */
import type { MessageCode } from '../message.ts'

/** A task's fields that have a confidence. */
export type Field =
  | '/ordinal'
  | '/sections'
  | '/task'
  | '/requirement'
  | '/leadUnits'
  | '/responsibleUnits'
  | '/supportingUnits'
  | '/guidingUnits'
  | '/deadlines'
  | '/targets'
  | '/mentionedUnits'

/** What a field has when nothing speaks against it. */
export const sure = 0.99

/** Rules that are weaker than a column, a number or a bracket. */
export const weakRules: Readonly<Record<string, number>> = {
  'clause/rest': 0.97,
  'clause/section-bracket': 0.95,
  'deadline/section': 0.95,
  'deadline/notice': 0.92,
  'deadline/text': 0.96,
  'target/text': 0.93,
  'unit/mentioned': 0.93,
}

const units: readonly Field[] = ['/leadUnits', '/responsibleUnits', '/supportingUnits', '/guidingUnits']
const texts: readonly Field[] = ['/task', '/requirement']
const all: readonly Field[] = ['/ordinal', '/sections', ...texts, ...units, '/deadlines']

/** Whom a message concerns: the task whose text, or whose row, it points to. */
export interface Doubt {
  readonly fields: readonly Field[]
  readonly factor: number
  /** It also concerns a field that is empty: nothing was found where something may be. */
  readonly empty?: boolean
}

export const doubtsOfTask: Readonly<Partial<Record<MessageCode, Doubt>>> = {
  'text/byte-slip': { fields: all, factor: 0.4 },
  'text/bytes-replaced': { fields: all, factor: 0.9 },
  'text/digits-lost': { fields: ['/task', '/requirement', '/deadlines'], factor: 0.6 },
  'text/rows-realigned': { fields: all, factor: 0.85 },
  'table/header-aligned': { fields: all, factor: 0.9 },
  'table/row-aligned': { fields: [...units, '/sections', '/ordinal'], factor: 0.75, empty: true },
  'table/task-above': { fields: ['/task'], factor: 0.85 },
  'table/row-joined': { fields: texts, factor: 0.9 },
  'clause/unclosed-bracket': { fields: [...units, '/requirement'], factor: 0.7 },
  'unit/lead-blank': { fields: ['/leadUnits'], factor: 0.8, empty: true },
  'unit/responsible-blank': { fields: ['/responsibleUnits'], factor: 0.8, empty: true },
  'unit/not-a-unit': { fields: units, factor: 0.5 },
  'unit/unknown-body': { fields: units, factor: 0.88 },
  'unit/function-ambiguous': { fields: units, factor: 0.85 },
  'deadline/damaged': { fields: ['/deadlines'], factor: 0.4 },
  'deadline/illegible': { fields: ['/deadlines'], factor: 0.4 },
  'deadline/unread': { fields: ['/deadlines'], factor: 0.4, empty: true },
  'task/unit-missing': { fields: ['/responsibleUnits'], factor: 0.6, empty: true },
  'task/repeated': { fields: ['/task'], factor: 0.7 },
  'task/requirement-long': { fields: ['/requirement'], factor: 0.5 },
  'notice/ends-abruptly': { fields: texts, factor: 0.6 },
}

/** Messages of a page: they concern what was read from it. */
export const doubtsOfPage: Readonly<Partial<Record<MessageCode, number>>> = {
  'page/garbled': 0.3,
  'page/cut': 0.5,
  'page/ocr-layer': 0.8,
  'page/drawing': 0.8,
}

/** Rules of the notice's own fields that are weaker than a line where it belongs. */
export const weakNoticeRules: Readonly<Record<string, number>> = {
  'notice/body-in-title': 0.92,
  'notice/title-in-table': 0.95,
  'notice/index-table': 0.98,
  'notice/region': 0.98,
  'notice/published': 0.97,
  'notice/basis': 0.95,
  'notice/basis-number': 0.9,
  'notice/attached-file': 0.95,
}

/** Fields of the notice that a message makes doubtful. */
export const doubtsOfNotice: Readonly<
  Partial<Record<MessageCode, { readonly pointer: string; readonly confidence: number }>>
> = {
  'notice/title-missing': { pointer: '/title', confidence: 0.3 },
  'notice/year-unknown': { pointer: '/year', confidence: 0.3 },
  'notice/year-inferred': { pointer: '/year', confidence: 0.8 },
  'notice/region-ambiguous': { pointer: '/region', confidence: 0.4 },
  'notice/region-unlisted': { pointer: '/region', confidence: 0.4 },
  'notice/region-ended': { pointer: '/region', confidence: 0.5 },
  'notice/region-of-zone': { pointer: '/region', confidence: 0.9 },
  'notice/zone-unplaced': { pointer: '/region', confidence: 0.4 },
  'notice/number-damaged': { pointer: '/documentNumber', confidence: 0.5 },
  'notice/stated-count-differs': { pointer: '/statedTaskCount', confidence: 0.5 },
}
