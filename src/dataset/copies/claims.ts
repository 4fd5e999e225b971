/** What a document and its path say of the notice, and whose it is by them. */
import type { FileName } from './file.ts'
import type { Head } from './head.ts'
import { unpacked, wideHash } from './keys.ts'
import { codesOf, nameKey } from './names.ts'
import { type Whose, whoseOf } from './whose.ts'

export interface Claims extends Omit<Head, 'addressees' | 'units' | 'files'>, Whose {
  readonly issuer: string | null
  readonly region: string | null
  readonly places: readonly string[]
  readonly addressees: Uint32Array
  readonly units: Uint32Array
  readonly files: Uint32Array
  /** Of the file's name, as others list it. */
  readonly nameKey: number | null
  /** Documents with the same say the same. */
  readonly key: number
}

export function claimsOf(head: Head, { folder, stem }: FileName): Claims {
  const { addressees, units, files, ...rest } = head
  const whose = whoseOf(head, folder, stem)
  const said = [rest, addressees, units, whose.filePlaces, whose.folderPlaces]
  return {
    ...rest,
    ...whose,
    addressees: unpacked(addressees),
    units: unpacked(units),
    files: unpacked(files),
    nameKey: nameKey(stem),
    key: wideHash(codesOf(JSON.stringify(said))),
  }
}
