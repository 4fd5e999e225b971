/**
 * Whose notice a document is, and whether two are one body's. There are four 鼓楼区 in the country and more that
 * number their notices 鼓政办: a name or a letter that several divisions have tells nothing by itself.
 */
import { nationalBodies } from '../../data/national-bodies.ts'
import { provinceAbbreviations } from '../../data/province-abbreviations.ts'
import { entriesOfStem } from '../../resolve/bodies/gazetteer.ts'
import { levelOfDocument } from '../../resolve/document-level.ts'
import type { Head, Title } from './head.ts'
import {
  countNamed,
  meet,
  type NamedPlace,
  narrowed,
  placesIn,
  placesOfBody,
  placesOfName,
  within,
} from './named-places.ts'

export interface Whose {
  readonly issuer: string | null
  readonly region: string | null
  /** Divisions whose bodies are given tasks. */
  readonly places: readonly string[]
  /** The place of the body that signs, where its name and the document's titles leave one. */
  readonly issuerPlace: NamedPlace | null
  /** 国务院, 教育部: of no place, and one in the country. */
  readonly isNational: boolean
  /** The agency code is of one body in the country: 含政办, 国办发, and not 政办发, 长政办 or 发改. */
  readonly isAgencyOne: boolean
  /** Those that the titles say the notice is of, not those whose notice it forwards. */
  readonly titlePlaces: readonly NamedPlace[]
  /** Of the file's name, without those that another one lies in: 含山县2018年政务公开工作要点. */
  readonly filePlaces: readonly NamedPlace[]
  readonly folderPlaces: readonly NamedPlace[]
}

type Said = Pick<Head, 'issuer' | 'region' | 'number' | 'titles' | 'places'>

export function whoseOf(
  { issuer, region, number, titles, places }: Said,
  folder: string,
  stem: string,
): Whose {
  const all = titles.flatMap((title) => placesIn(title.letters))
  const folderPlaces = placesOfFolder(folder)
  // Of bodies that sign together, that of the last.
  const named = issuer === null ? null : (placesOfBody(issuer).at(-1) ?? null)
  const issuerPlace = named && placeOfIssuer(named, region, all)
  return {
    issuer,
    // The title may tell which of those the body is that its name fits.
    region: region ?? (issuerPlace?.isOne && issuerPlace !== named ? issuerPlace.codes[0]! : null),
    places,
    issuerPlace: issuerPlace?.isOne ? issuerPlace : null,
    // 国家税务总局, and not 国家税务总局鼓楼区税务局.
    isNational: issuer !== null && named === null && nationalBodies.test(issuer),
    isAgencyOne: number !== null && isAgencyOne(number.agency),
    titlePlaces: titles.flatMap(ownPlaces).map((place) => narrowed(place, all)),
    filePlaces: placesOfName(stem).map((place) => narrowed(place, folderPlaces)),
    folderPlaces,
  }
}

/** 含山县转发马鞍山市…的通知 is of 含山县; every county of 马鞍山市 may forward the same. */
const ofAnother = /转发|批转|贯彻|落实|执行|学习/

/** A title is compared with many others. */
const ofTitles = new WeakMap<Title, readonly NamedPlace[]>()

function ownPlaces(title: Title): readonly NamedPlace[] {
  const known = ofTitles.get(title)
  if (known) return known
  const found = placesIn(title.letters.split(ofAnother, 1)[0]!)
  ofTitles.set(title, found)
  return found
}

let lastFolder: readonly [folder: string, places: readonly NamedPlace[]] = ['', []]

function placesOfFolder(folder: string): readonly NamedPlace[] {
  if (lastFolder[0] !== folder) lastFolder = [folder, placesOfName(folder)]
  return lastFolder[1]
}

function placeOfIssuer(
  place: NamedPlace,
  region: string | null,
  titlePlaces: readonly NamedPlace[],
): NamedPlace {
  return region !== null && place.codes.includes(region) ? certain(region) : narrowed(place, titlePlaces)
}

/** 政办发〔2021〕5号 and 县政办〔2021〕5号 are numbers of notices in a thousand counties. */
const anyGovernment = /^[政府办党委省市州县区旗]/
const endOfAgency = /[发办函秘通电规]+$/
/** 含政办, 含府办, 含管办: what a place's one letter stands before; before 教 it might be a department's. */
const government = /^[政府管]/

function isAgencyOne(agency: string): boolean {
  if (levelOfDocument('', '', agency, null) === 'national') return true
  const body = agency.replace(endOfAgency, '')
  if (body === '' || anyGovernment.test(body) || entriesOfStem(body).length > 0) return false
  const [two, one] = [body.slice(0, 2), body.slice(0, 1)]
  // 江北管 is of one of the 江北 there are, 公安交 of a department.
  if (body.length > 1 && countNamed(two) > 0) return countNamed(two) === 1 && entriesOfStem(two).length === 0
  // 皖 is in no other name; 长 is in 长丰, 长兴 and many more, 宁 in 南宁 and 宁国.
  if (one in provinceAbbreviations) return countNamed(one) === 0
  return countNamed(one) === 1 && entriesOfStem(one).length === 0 && government.test(body.slice(1))
}

/** It says by itself whose it is: by a place or a body of which there is one. */
export function saysWhose({ region, issuerPlace, isNational, isAgencyOne }: Whose): boolean {
  return region !== null || issuerPlace !== null || isNational || isAgencyOne
}

/** Both are signed by one body. A page may name the government whose office signs. */
export function issuersEqual(a: Whose, b: Whose): boolean {
  if (a.issuer === null || b.issuer === null) return false
  const [short, long] = a.issuer.length <= b.issuer.length ? [a, b] : [b, a]
  if (!long.issuer!.endsWith(short.issuer!)) return false
  if (short.isNational) return true
  return short.issuerPlace !== null && long.issuerPlace !== null && meet(short.issuerPlace, long.issuerPlace)
}

export function regionsEqual(a: Whose, b: Whose): boolean {
  return a.region !== null && a.region === b.region
}

/** Both name one place: by what they say, by the names of their files, or by the bodies that get the tasks. */
export function samePlace(a: Whose, b: Whose): boolean {
  return (
    regionsEqual(a, b) ||
    issuersEqual(a, b) ||
    sameTownship(a, b) ||
    sharesOne(a.filePlaces, b.filePlaces) ||
    names(a.filePlaces, b.region) ||
    names(b.filePlaces, a.region) ||
    // 合肥海关 gets tasks from every county of 合肥; a body of a county, or of the notice's own place, does not.
    a.places.some(
      (place) =>
        b.places.includes(place) && (!place.endsWith('00') || place === a.region || place === b.region),
    )
  )
}

/** A title that two documents share is of one place where it names it. */
export function namesOnePlace(title: Title): boolean {
  return ownPlaces(title).some(({ isOne }) => isOne)
}

function names(places: readonly NamedPlace[], region: string | null): boolean {
  return region !== null && places.some(({ codes, isOne }) => isOne && codes.includes(region))
}

function sharesOne(a: readonly NamedPlace[], b: readonly NamedPlace[]): boolean {
  return a.some((place) => place.isOne && b.some((other) => other.isOne && share(place, other)))
}

function share(a: NamedPlace, b: NamedPlace): boolean {
  return a.codes.some((code) => b.codes.includes(code))
}

/** 清溪镇人民政府: there are several in the country, but hardly two in one folder. */
const township = /^[^各本全]\p{L}*?[^乡](?:镇|乡|街道)(?:党委|党工委|(?:人民)?政府|办事处)/u

function sameTownship({ issuer: a }: Whose, { issuer: b }: Whose): boolean {
  return a !== null && a === b && township.test(a)
}

/** They name places that cannot be one notice's. @param isOneBody number or signature say that it is one body's */
export function placesContradict(a: Whose, b: Whose, isOneBody: boolean): boolean {
  return (
    apart(a.titlePlaces, b.titlePlaces, meet) ||
    apart(a.places.map(certain), b.places.map(certain), meet) ||
    // Who collects files may name them after the place they were found at: one body, known as one, says more.
    (!isOneBody && (filesContradict(a, b) || apart(a.folderPlaces, b.folderPlaces, meet)))
  )
}

/** 含山县2018年.txt and 和县2018年.txt; the name stands for the region where a document tells none. */
function filesContradict(a: Whose, b: Whose): boolean {
  const told = ({ region }: Whose) => (region === null ? [] : [certain(region)])
  return (
    apart(a.filePlaces, b.filePlaces, share) ||
    (a.region === null && apart(a.filePlaces, told(b), share)) ||
    (b.region === null && apart(told(a), b.filePlaces, share))
  )
}

function certain(code: string): NamedPlace {
  return { codes: [code], isOne: true }
}

function apart(
  a: readonly NamedPlace[],
  b: readonly NamedPlace[],
  agree: (one: NamedPlace, other: NamedPlace) => boolean,
): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => agree(one, other)))
}

/** Of one place; where one body is known, a place and one in it: a copy without its head may tell only the province. */
export function regionsContradict({ region: a }: Whose, { region: b }: Whose, isOneBody: boolean): boolean {
  if (a === null || b === null || a === b) return false
  return !isOneBody || !(within(a, b) || within(b, a))
}

/** A page may name the government whose office signs, or one of those that sign together. */
export function issuersContradict({ issuer: a }: Whose, { issuer: b }: Whose): boolean {
  return a !== null && b !== null && !a.includes(b) && !b.includes(a)
}
