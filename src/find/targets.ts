/** Numbers that a text asks for (contract, rule 8: bounds are targets, not deadlines). */
export interface TargetFound {
  /** Half-open, in the text: the shortest run that names it. */
  readonly start: number
  readonly end: number
  readonly comparator: 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal' | 'about' | 'range'
  readonly value: number
  readonly upper: number | null
  readonly unit: string | null
}

/** Finds targets in folded text, in order; they do not overlap. */
export function findTargets(_folded: string): TargetFound[] {
  return []
}
