/** What a document says of itself, as far as it tells one notice from another. */
import type { Notice, NoticeResult, Task } from '../../generated/notice.ts'
import { digits, hash, letters, smallest } from './keys.ts'

export interface Head {
  /** Words of the title that make a document of its own: 征求意见稿, 解读, 补充. */
  readonly kind: string
  readonly titles: readonly Title[]
  readonly number: DocumentNumber | null
  readonly issuer: string | null
  readonly region: string | null
  readonly year: number | null
  readonly issuedOn: string | null
  readonly publishedOn: string | null
  /** Hashes of addressees and of unit names, the smallest of them. */
  readonly addressees: readonly number[]
  readonly units: readonly number[]
  /** Divisions whose bodies are given tasks. */
  readonly places: readonly string[]
}

export interface Title {
  readonly letters: string
  readonly digits: string
}

export interface DocumentNumber {
  readonly agency: string
  readonly digits: string
  /** Year and serial number were both read: the digits can be held against another's. */
  readonly whole: boolean
}

const kept = 24

export function headOf({ notice, tasks }: NoticeResult): Head {
  const units = tasks.flatMap(unitsOf)
  return {
    kind: kindOf(`${notice.title ?? ''} ${notice.planTitle ?? ''}`),
    titles: titlesOf(notice),
    number: numberOf(notice),
    issuer: notice.issuer === null ? null : letters(notice.issuer) || null,
    region: notice.region?.code ?? null,
    year: notice.year,
    issuedOn: notice.issuedOn,
    publishedOn: notice.publishedOn,
    addressees: smallest(
      notice.addressees.map((name) => hash(letters(name))),
      kept,
    ),
    units: smallest(
      units.map((unit) => hash(letters(unit.name))),
      kept,
    ),
    places: [...new Set(units.flatMap((unit) => unit.jurisdiction ?? []))].sort().slice(0, kept),
  }
}

export function unitsOf(task: Task) {
  return [...task.leadUnits, ...task.responsibleUnits, ...task.supportingUnits, ...task.guidingUnits]
}

/**
 * A draft, an explanation, a supplement or a report on a plan repeat its text and its title, and are other
 * documents. A word that both titles have changes nothing.
 */
const kinds =
  /征求意见|草案|送审稿|讨论稿|审议稿|代拟稿|初稿|解读|图解|一图读懂|一图看懂|问答|答记者问|新闻发布|补充|调整|修订|修改|更正|废止|完成情况|落实情况|进展情况|总结|自查|半年|季度/g

export function kindOf(text: string): string {
  return [...new Set(text.match(kinds) ?? [])].sort().join(' ')
}

function titlesOf({ title, planTitle }: Notice): Title[] {
  const titles = [title, planTitle].flatMap((text) => {
    const key = text === null ? '' : letters(text)
    return text === null || key === '' ? [] : [{ letters: key, digits: digits(text) }]
  })
  const [first, second] = titles
  return first && second && first.letters === second.letters && first.digits === second.digits
    ? [first]
    : titles
}

function numberOf({ documentNumber, numberParts }: Notice): DocumentNumber | null {
  if (documentNumber === null) return null
  const whole = numberParts !== null && numberParts.year !== null && numberParts.number !== null
  return {
    agency: letters(whole ? numberParts.agency : documentNumber.replace(/号\s*$/, '')),
    digits: whole ? `${numberParts.year}.${numberParts.number}` : digits(documentNumber),
    whole,
  }
}

/** Nothing says whose it is or what it is called: an annex by itself. */
export function isHeadless(head: Head): boolean {
  return head.titles.length === 0 && head.number === null && head.issuer === null && head.region === null
}
