/** What a notice says of itself: who and when is meant (contract, rule 9). */
import type { Document, Link } from '../document.ts'
import { findDate } from '../find/dates.ts'
import type { Finding } from '../find/find.ts'
import type { NoticeFound } from '../find/notice.ts'
import type { EvidenceByPointer, Notice, Reference } from '../generated/notice.ts'
import type { Report } from '../message.ts'
import type { Found } from '../task.ts'
import type { Passage } from '../text/passage.ts'
import { levelOfDocument } from './document-level.ts'
import type { Sources } from './evidence.ts'
import { numberParts } from './numbers.ts'
import { resolveRegion } from './region.ts'
import { siteOf } from './site.ts'
import { readUnits } from './units.ts'

export function resolveNotice(
  found: NoticeFound,
  { links, meta }: Document,
  finding: Finding,
  sources: Sources,
  report: Report,
): Notice {
  const evidence: EvidenceByPointer = {}
  const put = (pointer: string, value: Found | null): Passage | null => {
    if (value) evidence[pointer] = sources.evidence(value)
    return value?.passage ?? null
  }
  const date = (pointer: string, value: Found | null): string | null => {
    const passage = put(pointer, value)
    return passage ? (findDate(passage.folded)?.iso ?? null) : null
  }
  const title = put('/title', found.title)
  const planTitle = put('/planTitle', found.planTitle)
  const documentNumber = put('/documentNumber', found.documentNumber)
  const issuer = put('/issuer', found.issuer)
  const issuedOn = date('/issuedOn', found.issuedOn)
  const publishedOn = date('/publishedOn', found.publishedOn)
  const addressees = found.addressees ? readUnits(found.addressees.passage).units : []
  for (const [i, unit] of addressees.entries())
    put(`/addressees/${i}`, { passage: unit.passage, rule: found.addressees!.rule })
  const yearIn = [found.title, found.planTitle].find((f) => f && titleYear.test(f.passage.folded)) ?? null
  // In the title, else of the date of issue; the document number and the page bear a year too.
  const dated: [Found | null, number | null][] = [
    [yearIn, yearOf(yearIn?.passage ?? null)],
    [found.issuedOn, issuedOn ? Number(issuedOn.slice(0, 4)) : null],
    [found.documentNumber, numbered(documentNumber)],
    [found.publishedOn, publishedOn ? Number(publishedOn.slice(0, 4)) : null],
  ]
  const [yearFound, year] = dated.find(([, y]) => y !== null) ?? [null, null]
  if (year !== null) {
    const from = put('/year', yearFound)
    if (from && yearFound !== yearIn && yearFound !== found.issuedOn) {
      report.add('notice/year-inferred', { year, from: from.text }, from.spans()[0] ?? null)
    }
  }
  if (year === null) report.add('notice/year-unknown')
  if (!title) report.add('notice/title-missing')
  const { region, candidates, unlisted, zone, ended } = resolveRegion({
    title: title?.folded ?? null,
    planTitle: planTitle?.folded ?? null,
    issuer: issuer?.folded ?? null,
    addressees: addressees.map((u) => u.passage.folded),
    documentNumber: documentNumber?.folded ?? null,
    site: siteOf(meta),
    year,
  })
  if (!region && candidates.length > 1) {
    report.add('notice/region-ambiguous', {
      candidates: candidates
        .slice(0, 8)
        .map((c) => c.name)
        .join('、'),
    })
  }
  if (unlisted !== null) report.add('notice/region-unlisted', { name: unlisted })
  if (ended !== null && region) report.add('notice/region-ended', { region: region.name, year: ended })
  if (zone !== null && region) report.add('notice/region-of-zone', { zone, region: region.name })
  if (zone !== null && !region) report.add('notice/zone-unplaced', { zone })
  if (region) {
    const sources = [found.issuer, found.title, found.planTitle, found.addressees]
    const from =
      sources.find((f) => f && namesRegion(f.passage.folded, region.name)) ?? sources.find((f) => f)
    if (from) put('/region', { passage: from.passage, rule: 'notice/region' })
  }
  if (finding.leadRule) put('/leadRule', finding.leadRule)
  if (found.statedTaskCount) put('/statedTaskCount', found.statedTaskCount.found)
  const attachments = found.attachments.map((a, i) => {
    put(`/attachments/${i}`, a.title)
    return {
      title: a.title.passage.text,
      ordinal: a.ordinal?.text ?? null,
      href: hrefOf(a.title.passage, links),
    }
  })
  const basis = found.basis.map((reference, i): Reference => {
    const { title: cited, number, body, rule } = reference
    if (cited) put(`/basis/${i}/title`, { passage: cited, rule })
    if (number) put(`/basis/${i}/documentNumber`, { passage: number, rule })
    const parts = number ? numberParts(number.folded) : null
    return {
      title: cited?.text ?? null,
      documentNumber: number?.text ?? null,
      numberParts: parts,
      level: levelOfDocument(cited?.folded ?? '', body, parts?.agency ?? null, region),
    }
  })
  return {
    title: title?.text ?? null,
    planTitle: planTitle?.text ?? null,
    documentNumber: documentNumber?.text ?? null,
    numberParts: documentNumber ? numberParts(documentNumber.folded) : null,
    issuer: issuer?.text ?? null,
    issuedOn,
    publishedOn,
    year,
    addressees: addressees.map((u) => u.passage.text),
    region,
    basis,
    leadRule: finding.leadRule ? 'first-listed' : null,
    statedTaskCount: found.statedTaskCount?.count ?? null,
    attachments,
    confidence: {},
    evidence,
  }
}

const titleYear = /((?:19|20)\d{2})(?=\s*(?:年|[-—~至]|度))/

/** The address behind an attachment's name, where the page links it. */
function hrefOf(title: Passage, links: readonly Link[]): string | null {
  const bare = (text: string) => text.replace(/[\s《》]/g, '')
  const name = bare(title.text)
  return (
    links.find(
      (l) => bare(l.text).includes(name) || (l.text.trim().length > 5 && name.includes(bare(l.text))),
    )?.href ?? null
  )
}

/** Whether a text holds the end of a region's name, the last division of it. */
function namesRegion(text: string, name: string): boolean {
  for (let n = Math.min(9, name.length); n >= 3; n--) if (text.includes(name.slice(-n))) return true
  return text.includes(name.slice(-3, -1))
}

function numbered(number: Passage | null): number | null {
  const match = number ? /\(((?:19|20)\d{2})\)/.exec(number.folded) : null
  return match ? Number(match[1]) : null
}

function yearOf(passage: Passage | null): number | null {
  const match = passage ? titleYear.exec(passage.folded) : null
  return match ? Number(match[1]) : null
}
