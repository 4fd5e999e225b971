/** Sizes of an archive beyond which it is named instead of being read. Each is a flag. */
export interface ArchiveLimits {
  /** Bytes of all members that are small enough to be read, unpacked; those of archives within it included. */
  readonly maxArchiveBytes: number
  /** Members, those of archives within it included. */
  readonly maxMembers: number
}

export const defaultArchiveLimits: ArchiveLimits = {
  maxArchiveBytes: 4 * 1024 ** 3,
  maxMembers: 100_000,
}
