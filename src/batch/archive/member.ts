/** Where a member stands, so that it can be read without the archive's directory. */
import type { RawPath } from '../path.ts'

/** Of a member within its archive, as the archive's directory has it. */
export interface Place {
  /** Of its local header. */
  readonly offset: number
  /** Bytes in the archive. */
  readonly compressed: number
  /** Bytes unpacked; null where a broken archive does not say. */
  readonly size: number | null
  /** 0 is stored as it is, 8 is deflated (APPNOTE 4.4.5). */
  readonly method: number
  /** Null where a broken archive does not say. */
  readonly crc: number | null
}

/** State of a file when it was looked at. */
export interface Stamp {
  readonly size: number
  readonly modified: number
}

/** An archive: a file, or a member of one. All its members share one of these. */
export interface ArchiveRef {
  /** Of the file. */
  readonly path: RawPath
  readonly stamp: Stamp
  /** Where the archive stands within the file; null where it is the file. */
  readonly within: Place | null
}

export interface MemberRef {
  readonly archive: ArchiveRef
  readonly place: Place
}

/** A member as listed, before its name is looked at. */
export interface Listed {
  readonly place: Place
  readonly name: Buffer
  /** The name in UTF-8, from the flag or the extra field; null where nothing says its charset. */
  readonly unicode: string | null
  readonly encrypted: boolean
  /** A symbolic link: the data are a path. */
  readonly isLink: boolean
}
