/** What the name of a file says of the notice in it. */
import { findPlaces } from '../../resolve/places.ts'
import type { Head } from './head.ts'

/** What a document and the name of its file say of the notice. */
export interface Claims extends Head {
  /** Divisions in the file name, without those that another one lies in: 含山县2018年政务公开工作要点. */
  readonly filePlaces: readonly string[]
}

export interface FileName {
  readonly folder: string
  /** File name without its extension. */
  readonly stem: string
}

/** A folder inside an archive is a folder: 通知.zip!/附件.doc. */
export function fileName(path: string): FileName {
  const slash = path.lastIndexOf('/')
  return { folder: path.slice(0, slash + 1), stem: path.slice(slash + 1).replace(/\.[^.]*$/, '') }
}

export function claimsOf(head: Head, stem: string): Claims {
  // What is no letter sets a name off: 要点_和县.
  const text = stem.replace(/[^\p{L}\p{N}]+/gu, '、')
  const codes = new Set(findPlaces(text).flatMap(({ divisions }) => divisions.map(({ code }) => code)))
  const all = [...codes].sort()
  return { ...head, filePlaces: all.filter((code) => !all.some((o) => o !== code && within(o, code))) }
}

/** 530502 within 530500 and 530000. */
export function within(place: string, outer: string): boolean {
  const stem = outer.endsWith('0000') ? 2 : outer.endsWith('00') ? 4 : 6
  return place.slice(0, stem) === outer.slice(0, stem)
}

const families: readonly (readonly string[])[] = [
  ['html', 'mhtml'],
  ['doc', 'docx', 'rtf', 'odt'],
  ['pdf', 'ofd'],
]

/** Formats of one use: a page, a text to be edited, a print. */
export function familyOf(format: string): string {
  return families.find((formats) => formats.includes(format))?.[0] ?? format
}
