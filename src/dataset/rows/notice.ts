/** The rows of what a notice says of itself. */
import type {
  AddresseesRow,
  AttachmentsRow,
  BasisRow,
  NoticesRow,
  SectionsRow,
} from '../../generated/dataset.ts'
import type { NumberParts } from '../../generated/notice.ts'
import { within } from '../ids.ts'
import type { DocumentRecord } from '../record.ts'
import { sourceOf } from './source.ts'

export function noticeRow({ documentId, path, outcome, result, copy }: DocumentRecord): NoticesRow {
  const { source, notice, messages } = result
  const ofLevel = (level: string) => messages.filter((message) => message.level === level).length
  return {
    document_id: documentId,
    notice_id: copy.noticeId,
    preferred: copy.preferred,
    same_as: copy.sameAs,
    path,
    outcome,
    title: notice.title,
    plan_title: notice.planTitle,
    document_number: notice.documentNumber,
    ...numberOf(notice.numberParts),
    issuer: notice.issuer,
    issued_on: notice.issuedOn,
    published_on: notice.publishedOn,
    year: notice.year,
    region_code: notice.region?.code ?? null,
    region_name: notice.region?.name ?? null,
    lead_rule: notice.leadRule,
    stated_task_count: notice.statedTaskCount,
    source_name: source.name,
    format: source.format,
    bytes: source.bytes,
    sha256: source.sha256,
    encoding: source.encoding,
    pages: source.pages,
    section_count: result.sections.length,
    task_count: result.tasks.length,
    message_count: messages.length,
    warning_count: ofLevel('warning'),
    error_count: ofLevel('error'),
    review_count: result.review.length,
  }
}

function numberOf(parts: NumberParts | null) {
  return {
    number_agency: parts?.agency ?? null,
    number_year: parts?.year ?? null,
    number_serial: parts?.number ?? null,
  }
}

export function addresseeRows({ documentId, result }: DocumentRecord): AddresseesRow[] {
  return result.notice.addressees.map((text, i) => ({ document_id: documentId, position: i + 1, text }))
}

export function attachmentRows({ documentId, result }: DocumentRecord): AttachmentsRow[] {
  return result.notice.attachments.map(({ ordinal, title, href }, i) => ({
    document_id: documentId,
    position: i + 1,
    ordinal,
    title,
    href,
  }))
}

export function basisRows({ documentId, result }: DocumentRecord): BasisRow[] {
  return result.notice.basis.map((reference, i) => ({
    document_id: documentId,
    position: i + 1,
    title: reference.title,
    document_number: reference.documentNumber,
    ...numberOf(reference.numberParts),
    level: reference.level,
    ...sourceOf(result.notice.evidence, `/basis/${i}`),
  }))
}

export function sectionRows({ documentId, result }: DocumentRecord): SectionsRow[] {
  return result.sections.map((section, i) => ({
    document_id: documentId,
    section_id: within(documentId, section.id),
    position: i + 1,
    parent_id: section.parent === null ? null : within(documentId, section.parent),
    level: section.level,
    label: section.label,
    title: section.title,
    ...sourceOf(section.evidence, '/title'),
  }))
}
