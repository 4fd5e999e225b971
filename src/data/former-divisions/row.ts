/** A division that is no more. */
export type FormerRow = readonly [
  code: string,
  /** Full name of what it lay in. */
  above: string,
  name: string,
  /** The year in which it ended. */
  until: number,
  /** Code that the one division which followed it had then. */
  successor?: string,
]
