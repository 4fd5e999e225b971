/**
 * The gazetteer: functions of government, and the names that their bodies carry at every level, on the side
 * of the party and of the government, now and before the reforms. One code for a function at every level.
 */
import { economy } from './economy.ts'
import type { BodyName, FunctionRow, GovernmentFunction } from './function.ts'
import { land } from './land.ts'
import { massOrganizations } from './mass.ts'
import { office } from './office.ts'
import { partyAndState } from './party.ts'
import { society } from './society.ts'
import { verticalBodies } from './vertical.ts'

export type { BodyName, BodyType, Change, GovernmentFunction, Level } from './function.ts'

/** The names are some thousands: a notice without units never needs them. */
function lazily({ names, ...row }: FunctionRow): GovernmentFunction {
  let spelt: readonly BodyName[] | null = null
  return {
    ...row,
    get names() {
      spelt ??= names()
      return spelt
    },
  }
}

export const functions: readonly GovernmentFunction[] = [
  ...economy,
  ...land,
  ...society,
  ...office,
  ...partyAndState,
  ...verticalBodies,
  ...massOrganizations,
].map(lazily)
