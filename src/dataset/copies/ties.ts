/**
 * What speaks for two files that lie together being of one notice, beside their text. Counties copy each
 * other's plans word for word, title and all: the same tasks under 2021年政务公开工作要点 are those of any two
 * of them. So the text by itself groups nothing; something must be the same that is not copied with it.
 */
import { findPlaces, findZones } from '../../resolve/places.ts'
import { issuersEqual, numbersMatch, regionsEqual, sharedTitles } from './agree.ts'
import type { Claims } from './claims.ts'
import type { Title } from './head.ts'
import { isAnnexName } from './names.ts'

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
    sameMarks(a.claims, b.claims) ||
    isAnnexOf(a, b) ||
    isAnnexOf(b, a)
  )
}

/** A page lists its files, and links them. */
function lists({ files }: Claims, { nameKey }: Claims): boolean {
  return nameKey !== null && files.includes(nameKey)
}

/** Both name one place: by what they say, by the names of their files, or by the bodies that get the tasks. */
function samePlace(a: Claims, b: Claims): boolean {
  return (
    regionsEqual(a, b) ||
    issuersEqual(a, b) ||
    sameTownship(a, b) ||
    a.filePlaces.some((place) => b.filePlaces.includes(place) || place === b.region) ||
    b.filePlaces.some((place) => place === a.region) ||
    // 合肥海关 gets tasks from every county of 合肥; a body of a county, or of the notice's own place, does not.
    a.places.some((place) => b.places.includes(place) && (!place.endsWith('00') || isOf(place, a, b))) ||
    sharedTitles(a.titles, b.titles).some(namesPlace)
  )
}

function isOf(place: string, a: Claims, b: Claims): boolean {
  return place === a.region || place === b.region
}

/** A title is compared with many others. */
const placed = new WeakMap<Title, boolean>()

function namesPlace(title: Title): boolean {
  const known = placed.get(title)
  if (known !== undefined) return known
  const found = findPlaces(title.letters).length > 0 || findZones(title.letters).length > 0
  placed.set(title, found)
  return found
}

/** 清溪镇人民政府: there are several in the country, but hardly two in one folder. */
const township = /^[^各本全]\p{L}*?[^乡](?:镇|乡|街道)(?:党委|党工委|(?:人民)?政府|办事处)/u

function sameTownship({ issuer: a }: Claims, { issuer: b }: Claims): boolean {
  return a !== null && a === b && township.test(a)
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

function saysWhose({ region, isIssuerOne, isAgencyOne }: Claims): boolean {
  return region !== null || isIssuerOne || isAgencyOne
}

/** Nothing says whose it is or what it is called: an annex by itself. */
export function isHeadless({ titles, number, issuer, region }: Claims): boolean {
  return titles.length === 0 && number === null && issuer === null && region === null
}
