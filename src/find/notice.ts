/** What a notice says of itself, as the text has it (contract, rule 9). */
import type { Document, Table } from '../document.ts'
import type { Report } from '../message.ts'
import type { Line } from '../segment/lines.ts'
import { markerOf } from '../segment/markers.ts'
import type { Outline } from '../segment/outline.ts'
import { endsTitle, undamagedNumber, wholeNumber } from '../segment/patterns.ts'
import type { Found } from '../task.ts'
import { numeral, numeralChars } from '../text/numerals.ts'
import { Passage } from '../text/passage.ts'
import { endsLikeBody } from '../text/units.ts'
import { findDate } from './dates.ts'
import { findReferences, type ReferenceFound } from './references.ts'

export interface AttachmentFound {
  readonly title: Found
  readonly ordinal: Passage | null
}

export interface NoticeFound {
  readonly title: Found | null
  readonly planTitle: Found | null
  readonly documentNumber: Found | null
  readonly issuer: Found | null
  readonly issuedOn: Found | null
  readonly publishedOn: Found | null
  readonly addressees: Found | null
  readonly statedTaskCount: { readonly count: number; readonly found: Found } | null
  readonly attachments: readonly AttachmentFound[]
  readonly basis: readonly ReferenceFound[]
}

export function findNotice(document: Document, outline: Outline, report: Report): NoticeFound {
  const { frame, body } = outline
  const index = indexTable(document)
  const plan = frame.issued ? body.title : null
  const inTable = (frame.title ?? plan) ? null : titleInTable(outline)
  const title = frame.title ?? plan ?? inTable
  const issuer = frame.signature ?? index.get('issuer') ?? labelled(frame.furniture, issuerLabel)
  const attachments = findAttachments(outline)
  const number =
    frame.number ?? index.get('number') ?? labelled(frame.furniture, numberLabel) ?? numberIn(attachments)
  if (number && !undamagedNumber.test(number.folded)) {
    report.add('notice/number-damaged', { number: number.text }, number.spans()[0] ?? null)
  }
  const titled = title ? bodyOf(title) : null
  const planned = plan ? bodyOf(plan) : null
  return {
    title: title && {
      passage: title,
      rule: frame.title ? 'notice/title' : inTable ? 'notice/title-in-table' : 'notice/plan-title',
    },
    planTitle: plan && { passage: plan, rule: 'notice/plan-title' },
    documentNumber: number && { passage: unbracketed(number), rule: 'notice/document-number' },
    issuer: issuer
      ? { passage: issuer, rule: frame.signature ? 'notice/signature' : 'notice/index-table' }
      : titled || planned
        ? { passage: (titled ?? planned)!, rule: 'notice/body-in-title' }
        : null,
    issuedOn: found(
      frame.date ?? index.get('issued') ?? labelled(frame.furniture, issuedLabel),
      'notice/date',
    ),
    publishedOn: found(published(frame.furniture) ?? index.get('published') ?? null, 'notice/published'),
    addressees: found(frame.addressees, 'notice/addressees'),
    statedTaskCount: statedCount(outline),
    attachments,
    basis: findReferences(outline, report),
  }
}

/** A table may carry its title in a first row of its own, merged over all columns. */
function titleInTable(outline: Outline): Passage | null {
  const first = [...outline.body.preamble, ...outline.body.items.flatMap((i) => i.content)].find(
    (e) => e.kind === 'table',
  )
  if (first?.kind !== 'table') return null
  for (const cell of first.table.cells) {
    if (cell.row > 1) break
    if (cell.colSpan < first.table.cols || first.table.cols < 2) continue
    const passage = Passage.of(cell.id, cell.text)
    const bare = passage.folded.replace(/\s/g, '')
    if (bare.length >= 6 && bare.length <= 80 && endsTitle(bare) && !markerOf(bare)) return passage
  }
  return null
}

const found = (passage: Passage | null, rule: string): Found | null => (passage ? { passage, rule } : null)

/** A number printed in brackets: （皖开放办〔2022〕6号）. */
function unbracketed(number: Passage): Passage {
  const { folded } = number
  return /^\(.*\)$/.test(folded) && /[\u4e00-\u9fff]/.test(folded[1] ?? '')
    ? number.slice(1, number.length - 1)
    : number
}

/** The body that a title names before 关于 or a year: 舒城县重点工程处2021年度…. A place alone is no body. */
function bodyOf(title: Passage): Passage | null {
  const { folded } = title
  const stop = folded.search(/关于|印发|转发|批转|(?:19|20)\d\d|《/)
  if (stop < 3) return null
  const name = title.slice(0, stop)
  return endsLikeBody(name.folded) ? name : null
}

type IndexField = 'issuer' | 'number' | 'issued' | 'published'
const indexLabels: readonly [IndexField, RegExp][] = [
  ['issuer', /^(?:发文机关|发文单位|制发机关|发布机关|发文部门)$/],
  ['number', /^(?:发文字号|文号|发文文号|文件编号)$/],
  ['issued', /^(?:成文日期|发文日期|制发日期|生成日期|印发日期)$/],
  ['published', /^(?:发布日期|发布时间|公开日期|公布日期|发文时间)$/],
]
const numberLabel = /^(?:发文字号|文号|发文文号|文件编号):/
const issuerLabel = /^(?:发文机关|发文单位|制发机关|发布机关|发文部门):/
const issuedLabel = /^(?:成文日期|发文日期|制发日期|生成日期|印发日期):/

/** The index table of a portal page (索引号, 发文机关, 成文日期 …): a label and its value, side by side. */
function indexTable(document: Document): Map<IndexField, Passage> {
  const fields = new Map<IndexField, Passage>()
  const tables = document.blocks.concat(document.furniture).filter((b): b is Table => b.type === 'table')
  for (const block of tables) {
    if (
      block.rows > 12 ||
      !/索引号|发文机关|发文字号|成文日期/.test(
        block.cells
          .map((c) => c.text)
          .join('\n')
          .replace(/[\s\u3000]/g, ''),
      )
    )
      continue
    for (const [i, cell] of block.cells.entries()) {
      const passage = Passage.of(cell.id, cell.text)
      const split = passage.folded.indexOf(':')
      const label = (split < 0 ? passage.folded : passage.folded.slice(0, split)).replace(/\s/g, '')
      const field = indexLabels.find(([, pattern]) => pattern.test(label))?.[0]
      if (!field || fields.has(field)) continue
      const inside = split < 0 ? Passage.empty : passage.slice(split + 1)
      const next = block.cells[i + 1]
      const value = inside.isEmpty && next && next.row === cell.row ? Passage.of(next.id, next.text) : inside
      if (!value.isEmpty) fields.set(field, value)
    }
  }
  return fields
}

/** The value behind a label on a line of its own. */
function labelled(lines: readonly Line[], label: RegExp): Passage | null {
  for (const line of lines) {
    if (!label.test(line.bare)) continue
    const value = line.passage.slice(line.passage.folded.indexOf(':') + 1)
    if (!value.isEmpty) return value
  }
  return null
}

/** 发布时间 on the page; never a date of the text. */
function published(lines: readonly Line[]): Passage | null {
  for (const pattern of [
    /(?:发布时间|发布日期|公开时间|公开日期|公布日期|发表时间)\s*:?\s*/,
    /^\s*(?:时间|日期)\s*:\s*/,
    /^(?=\d{4}-\d)/,
  ]) {
    for (const line of lines) {
      const { passage } = line
      const match = pattern.exec(passage.folded)
      if (!match) continue
      const from = match.index + match[0].length
      const date = findDate(passage.folded.slice(from, from + 24))
      if (date && date.start < 4) return passage.slice(from + date.start, from + date.end)
    }
  }
  return null
}

const fileName = /\.(?:docx?|wps|pdf|xlsx?|rtf|zip|rar|ofd|jpe?g|png)$/i

/** The list of attachments (附件说明), and files that stand on the page by name. */
function findAttachments(outline: Outline): AttachmentFound[] {
  const attachments: AttachmentFound[] = []
  for (const line of outline.frame.attachments) {
    const head = /^附\s*件?\s*[\d一二三四五六七八九十]*\s*[:.]\s*/.exec(line.passage.folded)
    let rest = head ? line.passage.slice(head[0].length) : line.passage
    const number = /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、]\s*/.exec(rest.folded)
    const ordinal = number ? rest.slice(0, number[1]!.length) : null
    if (number) rest = rest.slice(number[0].length)
    if (!rest.isEmpty) attachments.push({ title: { passage: rest, rule: 'notice/attachment' }, ordinal })
  }
  const lines = [outline.body.preamble, ...allContent(outline.body.items)].flat()
  for (const entry of lines) {
    if (entry.kind !== 'line' || !fileName.test(entry.passage.folded) || entry.passage.length > 120) continue
    attachments.push({ title: { passage: entry.passage, rule: 'notice/attached-file' }, ordinal: null })
  }
  return attachments
}

function allContent(items: Outline['body']['items']): Outline['body']['preamble'][] {
  return items.flatMap((i) => [i.content, ...allContent(i.children)])
}

/** Whether a line is only the name of a file that the page offers. */
export const isFileName = (line: Line): boolean =>
  fileName.test(line.passage.folded) && line.passage.length <= 120

function numberIn(attachments: readonly AttachmentFound[]): Passage | null {
  for (const { title } of attachments) {
    const match = wholeNumber.exec(title.passage.folded)
    if (match && match.index === 0) return title.passage.slice(0, match[0].length)
  }
  return null
}

const counted = new RegExp(
  `(?:共计?|总计|合计|包括|确定了?|明确了?|梳理出?|分解为?)\\s*(?:有|为)?\\s*(\\d{1,4}|[${numeralChars}]{1,5})\\s*(?:大|个)?(?:项|条)|(\\d{1,4}|[${numeralChars}]{1,5})项(?:重点|主要|具体|年度)?(?:工作)?任务`,
)

/** How many tasks the notice says it holds: 共23项. */
function statedCount(outline: Outline): NoticeFound['statedTaskCount'] {
  const passages = [
    outline.frame.title,
    outline.body.title,
    ...[...outline.frame.letter, ...outline.body.preamble].flatMap((e) =>
      e.kind === 'line' ? [e.passage] : [],
    ),
    ...outline.annexes.map((a) => a.title),
  ]
  for (const passage of passages) {
    const match = passage ? counted.exec(passage.folded) : null
    if (!match || !passage) continue
    const count = numeral((match[1] ?? match[2])!)
    if (count === null || count < 2) continue
    return {
      count,
      found: {
        passage: passage.slice(match.index, match.index + match[0].length),
        rule: 'notice/stated-count',
      },
    }
  }
  return null
}
