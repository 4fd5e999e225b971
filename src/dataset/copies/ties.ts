/**
 * What speaks for two files that lie together being of one notice, beside their text. Counties copy each
 * other's plans word for word, title and all: the same tasks under 2021年政务公开工作要点 are those of any two
 * of them. So the text by itself groups nothing; something must be the same that is not copied with it.
 */
import { numbersMatch, sharedTitles } from './agree.ts'
import type { Claims } from './claims.ts'
import { isAnnexName } from './names.ts'
import { namesOnePlace, samePlace, saysWhose } from './whose.ts'

interface Lying {
  readonly stem: string
  readonly claims: Claims
}

/** Of two that lie in one folder, and contradict each other in nothing. */
export function tied(a: Lying, b: Lying): boolean {
  return (
    a.stem === b.stem ||
    lists(a.claims, b.claims) ||
    lists(b.claims, a.claims) ||
    samePlace(a.claims, b.claims) ||
    sharedTitles(a.claims.titles, b.claims.titles).some(namesOnePlace) ||
    sameMarks(a.claims, b.claims) ||
    isAnnexOf(a, b) ||
    isAnnexOf(b, a)
  )
}

/** A page lists its files, and links them. */
function lists({ files }: Claims, { nameKey }: Claims): boolean {
  return nameKey !== null && files.includes(nameKey)
}

/** 县人民政府办公室, 政办发〔2021〕5号 or 4月2日 are each those of many notices; two of them hardly meet twice. */
function sameMarks(a: Claims, b: Claims): boolean {
  const marks = [
    a.issuer !== null && a.issuer === b.issuer,
    numbersMatch(a, b),
    a.issuedOn !== null && a.issuedOn === b.issuedOn,
  ]
  return marks.filter(Boolean).length >= 2
}

/** 附件1.doc, without a head, is an annex to what it lies beside, if that says whose it is. */
function isAnnexOf({ stem, claims }: Lying, { claims: notice }: Lying): boolean {
  return isHeadless(claims) && isAnnexName(stem) && saysWhose(notice)
}

/** Nothing says whose it is or what it is called: an annex by itself. */
export function isHeadless({ titles, number, issuer, region }: Claims): boolean {
  return titles.length === 0 && number === null && issuer === null && region === null
}
