/** What a document says of itself, as far as it tells one notice from another. */
import type { Notice, NoticeResult, Task } from '../../generated/notice.ts'
import { digits, Letters, letters, packed, Smallest } from './keys.ts'
import { addressStem, nameKey, withoutExtension } from './names.ts'
import { numbersIn } from './title-numbers.ts'

/** Plain JSON. Lists of hashes are the smallest of them, packed. */
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
  readonly addressees: string
  readonly units: string
  /** Divisions whose bodies are given tasks. */
  readonly places: readonly string[]
  /** Files that it lists or links, by name. */
  readonly files: string
}

export interface Title {
  readonly letters: string
  /** With a space between: 2021年 1月. */
  readonly numbers: string
}

export interface DocumentNumber {
  readonly agency: string
  readonly digits: string
  /** Year and serial number were both read: the digits can be held against another's. */
  readonly whole: boolean
}

const kept = 24
/** Longer than any title or signature; what is longer was not read as one should be. */
const longest = 200

export function headOf({ notice, tasks }: NoticeResult): Head {
  const units = new Set<string>()
  const places = new Set<string>()
  for (const task of tasks) {
    for (const list of unitListsOf(task)) {
      for (const { name, jurisdiction } of list) {
        units.add(name)
        if (jurisdiction !== null) places.add(jurisdiction)
      }
    }
  }
  return {
    kind: kindOf(`${notice.title ?? ''} ${notice.planTitle ?? ''}`),
    titles: titlesOf(notice),
    number: numberOf(notice),
    issuer: notice.issuer === null ? null : letters(notice.issuer).slice(0, longest) || null,
    region: notice.region?.code ?? null,
    year: notice.year,
    issuedOn: notice.issuedOn,
    publishedOn: notice.publishedOn,
    addressees: hashesOf(new Set(notice.addressees)),
    units: hashesOf(units),
    places: [...places].sort().slice(0, kept),
    files: filesOf(notice),
  }
}

export function unitListsOf(task: Task) {
  return [task.leadUnits, task.responsibleUnits, task.supportingUnits, task.guidingUnits] as const
}

function hashesOf(names: ReadonlySet<string>): string {
  const all = new Letters()
  const smallest = new Smallest(kept)
  for (const name of names) {
    const start = all.length
    all.add(name)
    smallest.put(all.hashFrom(start))
  }
  return packed(smallest.values())
}

function filesOf({ attachments }: Notice): string {
  const smallest = new Smallest(kept)
  for (const { title, href } of attachments.slice(0, kept)) {
    for (const name of [withoutExtension(title), addressStem(href)]) {
      const key = name === null ? null : nameKey(name)
      if (key !== null) smallest.put(key)
    }
  }
  return packed(smallest.values())
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
    const key = text === null ? '' : letters(text).slice(0, longest)
    return text === null || key === '' ? [] : [{ letters: key, numbers: numbersIn(text).slice(0, longest) }]
  })
  const [first, second] = titles
  return first && second && first.letters === second.letters && first.numbers === second.numbers
    ? [first]
    : titles
}

function numberOf({ documentNumber, numberParts }: Notice): DocumentNumber | null {
  if (documentNumber === null) return null
  const whole = numberParts !== null && numberParts.year !== null && numberParts.number !== null
  return {
    agency: letters(whole ? numberParts.agency : documentNumber.replace(/号\s*$/, '')).slice(0, longest),
    digits: whole ? `${numberParts.year}.${numberParts.number}` : digits(documentNumber).slice(0, longest),
    whole,
  }
}
