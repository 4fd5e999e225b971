/**
 * Units that a note adds to every bracket from there on: 以下均需试点城市政府落实，不再列出 (contract, rule 4).
 */
import type { Report } from '../message.ts'
import type { RoleList } from '../task.ts'

/** Notes of a notice beyond which one more is only reported: each adds to every task below it. */
const most = 20

/** Adds what a note says, once each. */
export function addAlways(always: RoleList[], noted: readonly RoleList[], report: Report): void {
  for (const list of noted) {
    if (always.some((a) => a.role === list.role && a.passage.text === list.passage.text)) continue
    if (always.length < most) always.push(list)
    else {
      const quote = list.passage.text.slice(0, 40)
      report.add('clause/bracket-note', { quote }, list.passage.spans()[0] ?? null)
    }
  }
}

/** Whether a note adds the list: a lead rule looks at the list that the task itself has. */
export function isAdded({ rule }: RoleList): boolean {
  return rule.endsWith('-note')
}
