import type { Report } from '../message.ts'
import type { Found, Role, RoleList } from '../task.ts'
import type { Passage } from '../text/passage.ts'

/** What a list of responsibilities says: who in which role, by when. */
export interface Responsibilities {
  readonly units: readonly RoleList[]
  readonly times: readonly Found[]
}

/**
 * Reads a list of responsibilities: the inside of a bracket, a labelled paragraph, a cell of a unit
 * column. `role` is the role that the column or label gives; a role word in the text wins over it.
 */
export declare function readRoles(
  passage: Passage,
  role: Role | null,
  rule: string,
  report: Report,
): Responsibilities
