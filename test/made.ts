/** Results made by hand, whole but for what a test is about. */
import type { Deadline, Notice, NoticeResult, Task, Unit } from '../src/generated/notice.ts'

export function madeUnit(text: string, more: Partial<Unit> = {}): Unit {
  const none = { function: null, level: null, jurisdiction: null, type: null, scope: null }
  return { text, name: text, kind: 'unit', ...none, ...more }
}

export function madeDeadline(text: string, type: Deadline['type'], more: Partial<Deadline> = {}): Deadline {
  return { text, type, start: null, end: null, inherited: null, ...more }
}

export function madeTask(id: string, task: string, more: Partial<Task> = {}): Task {
  return {
    id,
    ordinal: null,
    sections: [],
    task,
    requirement: null,
    leadUnits: [],
    responsibleUnits: [],
    supportingUnits: [],
    guidingUnits: [],
    openLists: [],
    deadlines: [],
    targets: [],
    mentionedUnits: [],
    confidence: {},
    evidence: {},
    ...more,
  }
}

export function madeNotice(more: Partial<Notice> = {}): Notice {
  return {
    title: null,
    planTitle: null,
    documentNumber: null,
    numberParts: null,
    issuer: null,
    issuedOn: null,
    publishedOn: null,
    year: null,
    addressees: [],
    region: null,
    basis: [],
    leadRule: null,
    statedTaskCount: null,
    attachments: [],
    confidence: {},
    evidence: {},
    ...more,
  }
}

/** Of a file `name` whose content has this digest (64 hexadecimal digits). */
export function madeResult(name: string, sha256: string, more: Partial<NoticeResult> = {}): NoticeResult {
  return {
    schemaVersion: '1.0',
    source: { name, format: 'txt', bytes: 1, sha256, encoding: 'utf-8', pages: null },
    notice: madeNotice(),
    sections: [],
    tasks: [],
    messages: [],
    review: [],
    ...more,
  }
}
