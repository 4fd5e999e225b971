/** Says who and when is meant by what was found, and puts the result together. */
import type { Document } from '../document.ts'
import type { Finding } from '../find/find.ts'
import { findGeneralTimes } from '../find/general-times.ts'
import { findNotice } from '../find/notice.ts'
import type { EvidenceByPointer, Message, NoticeResult, Section } from '../generated/notice.ts'
import { catalogue, messageText, type Report } from '../message.ts'
import type { ParseOptions } from '../pipeline.ts'
import type { Outline } from '../segment/outline.ts'
import { settingOf } from './bodies.ts'
import { check } from './checks.ts'
import { weigh } from './confidence.ts'
import { Sources } from './evidence.ts'
import { resolveNotice } from './notice.ts'
import { remembering, resolveTask } from './task.ts'

export function resolve(
  document: Document,
  outline: Outline,
  finding: Finding,
  report: Report,
  options: ParseOptions,
): NoticeResult {
  const sources = new Sources(document)
  const notice = resolveNotice(findNotice(document, outline, report), document, finding, sources, report)
  const sections = finding.sections.all.map((s): Section => {
    const evidence: EvidenceByPointer = { '/title': sources.evidence(s.title) }
    if (s.label) evidence['/label'] = sources.evidence(s.label)
    return {
      id: s.id,
      label: s.label?.passage.text ?? null,
      title: s.title.passage.text,
      level: s.level,
      parent: s.parent,
      evidence,
    }
  })
  const reading = remembering(notice.year, settingOf(notice), finding, findGeneralTimes(outline), report)
  const tasks = finding.drafts.map((draft, i) =>
    resolveTask(draft, `t${i + 1}`, finding, reading, sources, report),
  )
  const stated = notice.statedTaskCount
  if (stated !== null && tasks.length > 0 && stated !== tasks.length) {
    report.add('notice/stated-count-differs', { stated, found: tasks.length })
  }
  check(tasks, report)
  const review = weigh(notice, tasks, report.noted)
  const { name, format, bytes, sha256, encoding, pages } = document.source
  return {
    schemaVersion: '1.0',
    source: { name, format, bytes, sha256, encoding, pages },
    notice,
    sections,
    tasks,
    messages: messages(report, options),
    review,
    ...(options.withDocument
      ? {
          document: {
            blocks: document.blocks.map((b) => ({ ...b })),
            furniture: document.furniture.map((b) => ({ ...b })),
          },
        }
      : {}),
  }
}

function messages(report: Report, options: ParseOptions): Message[] {
  return report.noted.map(
    (m): Message => ({
      code: m.code,
      level: catalogue[m.code].level,
      text: messageText(m.code, m.params, options.lang),
      at: m.at ? { ...m.at } : null,
    }),
  )
}
