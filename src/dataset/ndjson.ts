/** Results as JSON: laid out for people, or one value a line. */
import type { NoticeResult } from '../generated/notice.ts'
import { documentId, type Read, taskId } from './task-row.ts'

export function noticeJson(result: NoticeResult): string {
  return `${JSON.stringify(result, null, 2)}\n`
}

export function ndjson(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

/** A notice's tasks, each with what names it and what it stands in. */
export function taskLines({ path, result }: Read): string {
  return result.tasks
    .map((task) => ndjson({ ...heading(path, result), task_id: taskId(result, task), ...task }))
    .join('')
}

function heading(path: string, result: NoticeResult) {
  const { title, documentNumber, issuer, issuedOn, year, region } = result.notice
  return { document_id: documentId(result), path, title, documentNumber, issuer, issuedOn, year, region }
}
