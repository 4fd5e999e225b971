/** Bodies that running text gives a duty to: 由市司法局会同…, 县政务公开办将…. */
import type { Passage } from '../text/passage.ts'

export interface MentionedUnit {
  readonly passage: Passage
  readonly name: string
  readonly kind: 'unit' | 'group'
}

/** In order; a body named twice is there once. */
export function findMentioned(_text: Passage): MentionedUnit[] {
  return []
}
