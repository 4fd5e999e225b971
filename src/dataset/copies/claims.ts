/** What a document and the name of its file say of the notice, and whose it is by them. */
import { nationalBodies } from '../../data/national-bodies.ts'
import { provinceAbbreviations } from '../../data/province-abbreviations.ts'
import { entriesOfStem } from '../../resolve/bodies/gazetteer.ts'
import { levelOfDocument } from '../../resolve/document-level.ts'
import { findPlaces } from '../../resolve/places.ts'
import { namesPlace } from '../../resolve/region.ts'
import type { Head } from './head.ts'
import { unpacked, wideHash } from './keys.ts'
import { codesOf, nameKey } from './names.ts'

export interface Claims extends Omit<Head, 'addressees' | 'units' | 'files'> {
  readonly addressees: Uint32Array
  readonly units: Uint32Array
  readonly files: Uint32Array
  /** Divisions in the file name, without those that another one lies in: 含山县2018年政务公开工作要点. */
  readonly filePlaces: readonly string[]
  /** Of the file's name, as others list it. */
  readonly nameKey: number | null
  /** The signature is of one body in the country: 含山县人民政府办公室, 国务院, and not 县人民政府办公室. */
  readonly isIssuerOne: boolean
  /** So is the agency code: 含政办, 国办发, and not 政办发 or 发改. */
  readonly isAgencyOne: boolean
  /** Documents with the same say the same. */
  readonly key: number
}

export function claimsOf(head: Head, stem: string): Claims {
  const { addressees, units, files, ...rest } = head
  const filePlaces = placesIn(stem)
  return {
    ...rest,
    addressees: unpacked(addressees),
    units: unpacked(units),
    files: unpacked(files),
    filePlaces,
    nameKey: nameKey(stem),
    isIssuerOne: head.issuer !== null && (namesPlace(head.issuer) || nationalBodies.test(head.issuer)),
    isAgencyOne: head.number !== null && isAgencyOfOne(head.number.agency),
    key: wideHash(codesOf(JSON.stringify([rest, addressees, units, filePlaces]))),
  }
}

function placesIn(stem: string): string[] {
  // What is no letter sets a name off: 要点_和县.
  const text = stem.replace(/[^\p{L}\p{N}]+/gu, '、')
  const codes = new Set(findPlaces(text).flatMap(({ divisions }) => divisions.map(({ code }) => code)))
  const all = [...codes].sort()
  return all.filter((code) => !all.some((o) => o !== code && within(o, code)))
}

/** 政办发〔2021〕5号 and 县政办〔2021〕5号 are numbers of notices in a thousand counties. */
const anyGovernment = /^[政府办党委省市州县区旗]/
const endOfAgency = /[发办函字秘通电规]+$/

function isAgencyOfOne(agency: string): boolean {
  if (levelOfDocument('', '', agency, null) === 'national') return true
  const body = agency.replace(endOfAgency, '')
  // One letter is a place's or a department's: 皖发, 教发.
  if (body.length < 2) return body in provinceAbbreviations
  return !anyGovernment.test(body) && entriesOfStem(body).length === 0
}

/** 530502 within 530500 and 530000. */
export function within(place: string, outer: string): boolean {
  const stem = outer.endsWith('0000') ? 2 : outer.endsWith('00') ? 4 : 6
  return place.slice(0, stem) === outer.slice(0, stem)
}
