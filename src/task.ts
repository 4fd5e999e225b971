/** What the rules find in a notice: drafts, which only say what the text says. `resolve` says who is meant. */
import type { Passage } from './text/passage.ts'

/** A value as the text has it, and the rule that found it. */
export interface Found {
  readonly passage: Passage
  /** Id of the rule, e.g. `table/task-column`, `clause/bracket`. */
  readonly rule: string
}

export type Role = 'lead' | 'responsible' | 'supporting' | 'guiding'

/** A list of units in one role, as printed, without label and role words: `市财政局、各县(市、区)人民政府`. */
export interface RoleList extends Found {
  readonly role: Role
  /** The list's first unit leads and the rest are responsible, by a rule of the notice (列第一位的为牵头单位). */
  readonly firstLeads?: boolean
}

/** A heading over tasks. */
export interface Section {
  readonly id: string
  /** As printed: `一、`, `(一)`; null where the heading has no number. */
  readonly label: Found | null
  /** Its first sentence without the closing 。. */
  readonly title: Found
  /** 1 the outermost. */
  readonly level: number
  readonly parent: string | null
  /** Times that stand in brackets and labels of the heading: for the tasks below that name none. */
  readonly times: readonly Found[]
}

export interface Draft {
  /** As printed, without the closing 、 or dot: `1`, `(一)`. */
  readonly ordinal: Found | null
  /** Ids of the sections above, outermost first. */
  readonly sections: readonly string[]
  readonly task: Found
  readonly requirement: Found | null
  readonly units: readonly RoleList[]
  /** Text that names a time: a cell of a time column, a time in a bracket, a 完成时限 paragraph. */
  readonly times: readonly Found[]
}

/** Numbers the sections of a notice in the order in which they are opened. */
export class Sections {
  readonly all: Section[] = []

  add(label: Found | null, title: Found, parent: string | null, times: readonly Found[] = []): string {
    const id = `s${this.all.length + 1}`
    const level = parent === null ? 1 : this.get(parent).level + 1
    this.all.push({ id, label, title, level, parent, times })
    return id
  }

  get(id: string): Section {
    const section = this.all[Number(id.slice(1)) - 1]
    if (!section) throw new Error(`no section ${id}`)
    return section
  }

  /** Ids from the outermost section to this one. */
  path(id: string | null): string[] {
    const path: string[] = []
    for (let at = id; at !== null; at = this.get(at).parent) path.unshift(at)
    return path
  }
}
