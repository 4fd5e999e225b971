/**
 * Development zones and parks as bodies that issue notices. They belong to the place that their name tells
 * (`findZones` in places.ts) and are no division.
 */
import { aboutZones, zoneNouns } from '../data/zone-words.ts'
import type { Place } from './places.ts'

const body = `(?:管委会|党工委|工委|(?!${aboutZones})[\\u4e00-\\u9fff]{2,14}(?:委员会|局|办公室|中心|部|处|队|公司))`
const zoneBody = new RegExp(`^[\\u4e00-\\u9fff()]{0,24}?(?:${zoneNouns})(?=$|${body})`)

/** The zone whose body this is: 合肥高新区 of 合肥高新区管委会; not a new area that is a district (浦东新区). */
export function zoneOf(name: string, places: readonly Place[]): string | null {
  const zone = zoneBody.exec(name)?.[0]
  if (zone === undefined) return null
  const isDivision = places.some(
    (p) => p.end === zone.length && p.divisions.some((d) => zone.endsWith(d.name)),
  )
  return isDivision ? null : zone
}
