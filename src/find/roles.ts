/**
 * Who is named in which role, and by when: the inside of a bracket of responsibility, a labelled
 * paragraph, a cell of a unit column (contract, rules 4 and 5).
 *
 * A list is read part by part: `A、B牵头，C配合；完成时限：6月底前` is the parts A, B牵头, C配合 and a
 * label with its time. A part that ends in a role word closes the list before it, and that word is the
 * list's role: 省…专班牵头单位按职责分工负责 is responsible, though it speaks of 牵头单位.
 */
import {
  leadRule,
  noteLabels,
  personNouns,
  roleEndings,
  roleManners,
  sameBelow,
  timeLabels,
  titleWords,
  unitNouns,
} from '../data/roles.ts'
import type { Report } from '../message.ts'
import type { Found, Role, RoleList } from '../task.ts'
import { outside } from '../text/brackets.ts'
import { partsList } from '../text/list-marks.ts'
import type { Passage } from '../text/passage.ts'
import { looksLikeUnit } from '../text/units.ts'
import { isTime, namesTime } from './times.ts'

/** What a list of responsibilities says: who in which role, by when. */
export interface Responsibilities {
  readonly units: readonly RoleList[]
  readonly times: readonly Found[]
  /** 列第一位的为牵头单位 is said here: it holds from here on. */
  readonly leadRule: Passage | null
  /** Lists that a note adds to this and every later bracket (以下均需试点城市政府落实,不再列出). */
  readonly always: readonly RoleList[]
  /** Text that is neither unit nor time. */
  readonly notes: readonly Passage[]
}

const endings: readonly [Role, RegExp][] = roleEndings.map(([role, words]) => [
  role,
  new RegExp(`(?:(?:${roleManners})*(?:${words}))(?:工作|任务)?$`),
])
const manner = new RegExp(`(?:${roleManners})+(?:完成|抓好|推进|做好|开展)?$`)
const roleLabel = new RegExp(
  `^(?!\\()((?:(?:[\\u4e00-\\u9fff、/]|\\([\\u4e00-\\u9fff、/]{1,6}\\)){0,10}?(?:牵头|主办|责任|主责|落实|承办|负责|实施|执行|承担|主管|配合|协办|参与|会办|协助|协同|协作|参加|支持|指导|督导|督办|督查|考核|监督)(?:[\\u4e00-\\u9fff、/]|\\([\\u4e00-\\u9fff、/]{1,6}\\)){0,6}?(?:${unitNouns}))|牵头|主办|责任|承办|协办|配合|负责|参与|指导)\\s*:`,
)
/** 责任单位及分工:, 责任分工: may name units or say what is to be done; only what follows tells. */
const divisionLabel = /^(?:责任|职责|部门|单位)(?:单位|部门)?(?:及|和|与)?(?:职责|责任|任务)?分工\s*:\s*/
const personLabel = new RegExp(`^(?!\\()(?:[\\u4e00-\\u9fff]|\\([^()]{1,6}\\)){0,8}(?:${personNouns})\\s*:`)
const timeLabel = new RegExp(`^(?:${timeLabels})\\s*:`)
const noteLabel = new RegExp(`^(?:${noteLabels})\\s*:`)
const otherLabel = /^[\u4e00-\u9fff]{2,8}:/
/** 牵头⏎单位: a line break within a label. */
const restOfLabel = new RegExp(`^\\s*(?:责任|考核|落实)?(?:${unitNouns})?\\s*[:(]|^\\s*(?:${unitNouns})`)
/** A（牵头）: the role of one unit of a list. */
export const ownRole = /\(((?:牵头|主办|总牵头|负责|责任|承办|配合|协办|参与|指导)(?:单位|部门|责任单位)?)\)$/
const closing = new RegExp(`\\(((?:${roleManners})+[^()]{2,8})\\)$`)
const addition =
  /^以下(?:各项|任务|工作)?(?:均|都|全部)(?:需|须|要|由)?(?:要|由)?(.+?)(?:负责|落实|配合|参与)$/

/**
 * 以下任务均需各镇人民政府落实，不再列出 in running text: the units it adds, where they begin and their role. 以下各项均要
 * 认真落实 names none, and without 不再列出 it may only urge.
 */
export function additionIn(folded: string): { start: number; end: number; role: Role } | null {
  for (const clause of folded.matchAll(/以下[^。;:()]{3,80}(?=[,;]\s*(?:不再|不重复|不一一))/g)) {
    const match = addition.exec(clause[0])
    if (!match?.[1] || !looksLikeUnit(match[1].split(/[、,]/).at(-1)!)) continue
    const start = clause.index + clause[0].indexOf(match[1])
    return { start, end: start + match[1].length, role: roleEnding(clause[0])?.role ?? 'responsible' }
  }
  return null
}

/** The characters in which those words end. */
const closers: ReadonlySet<number> = new Set(
  [...roleEndings.flatMap(([, words]) => words.split('|')), '工作', '任务'].map((word) =>
    word.charCodeAt(word.length - 1),
  ),
)
/** How much of a list its closing words take at most; what stands before is not looked at. */
const closingReach = 60

/** 责任单位列第一位的为牵头单位:, 责任单位(列第一位的为牵头单位): are labels of a list with its lead rule, and none of a lead. */
const ruledLabel = new RegExp(`^(?!\\()([^:。;]{0,12})(${leadRule.source})\\)?\\s*:`)

/** The role that a label or a column title names: 牵头责任单位 → lead. */
export function roleOfTitle(folded: string): Role | null {
  const text = folded.replace(/\s/g, '')
  for (const [role, words] of titleWords) if (words.test(text)) return role
  return null
}

/** The role word that a folded list ends in, and where its manner (按职责分工) begins. */
export function roleEnding(folded: string): { role: Role; start: number } | null {
  const whole = folded.trimEnd()
  if (!closers.has(whole.charCodeAt(whole.length - 1))) return null
  const from = Math.max(0, whole.length - closingReach)
  const text = whole.slice(from)
  let best: { role: Role; start: number } | null = null
  for (const [role, ending] of endings) {
    const match = ending.exec(text)
    if (match && (best === null || from + match.index < best.start))
      best = { role, start: from + match.index }
  }
  return best
}

/** The label (责任单位:) that opens a folded text: its length, and its role; null if it names persons. */
export function labelOf(
  folded: string,
): { length: number; role: Role | null; kind: 'units' | 'time' | 'person' } | null {
  const time = timeLabel.exec(folded)
  if (time) return { length: time[0].length, role: null, kind: 'time' }
  const ruled = ruledLabel.exec(folded)
  if (ruled) return { length: ruled[0].length, role: 'responsible', kind: 'units' }
  const units = roleLabel.exec(folded)
  if (units) return { length: units[0].length, role: roleOfTitle(units[1]!), kind: 'units' }
  const division = divisionLabel.exec(folded)
  if (division) {
    const first = folded.slice(division[0].length).split(/[、,;。]/)[0]!
    const ending = roleEnding(first)
    if (looksLikeUnit(ending ? first.slice(0, ending.start) : first))
      return { length: division[0].length, role: 'responsible', kind: 'units' }
  }
  const person = personLabel.exec(folded)
  if (person) return { length: person[0].length, role: null, kind: 'person' }
  return null
}

interface Part {
  readonly start: number
  readonly end: number
  /** The separator after it; '' at the end. */
  readonly after: string
}

function partsOf(passage: Passage): Part[] {
  const { folded } = passage
  const free = outside(folded)
  const breaks = new Set(passage.breaks())
  const parts: Part[] = []
  let start = 0
  const push = (end: number, after: string) => {
    if (folded.slice(start, end).trim() !== '' || /[;。]/.test(after)) parts.push({ start, end, after })
  }
  for (let i = 0; i < folded.length; i++) {
    // A label on a line of its own opens a list even where no mark stands before it.
    if (
      (folded.charCodeAt(i - 1) === 0x20 || breaks.has(i)) &&
      free[i] &&
      i > start &&
      (labelOf(folded.slice(i, i + 40)) ||
        ownRole.test(folded.slice(Math.max(start, i - 40), i).trimEnd()) ||
        isTime(/^[^、,;。 ]{0,40}/.exec(folded.slice(i, i + 41))![0]) ||
        (roleEnding(folded.slice(Math.max(start, i - 40), i)) && !restOfLabel.test(folded.slice(i, i + 12))))
    ) {
      push(i, '\n')
      start = i
    }
    if (!partsList(folded.charCodeAt(i)) || !free[i]) continue
    push(i, folded[i]!)
    start = i + 1
  }
  push(folded.length, '')
  return parts
}

/**
 * Reads a list of responsibilities: the inside of a bracket, a labelled paragraph, a cell of a unit
 * column. `role` is the role that the column or label gives; a role word in the text wins over it.
 */
export function readRoles(
  passage: Passage,
  role: Role | null,
  rule: string,
  report: Report,
): Responsibilities {
  const { folded } = passage
  const units: RoleList[] = []
  const times: Found[] = []
  const always: RoleList[] = []
  const notes: Passage[] = []
  const persons: Passage[] = []
  let lead: Passage | null = null
  let given = role
  let mode: 'units' | 'time' | 'person' | 'skip' = 'units'
  let from = -1
  let to = -1

  const flush = (as: Role | null = given) => {
    if (from >= 0 && to > from) {
      const list = passage.slice(from, to)
      if (mode === 'time') times.push({ passage: list, rule })
      else if (mode === 'skip') notes.push(list)
      else if (mode === 'person') persons.push(list)
      else if (!list.isEmpty) units.push({ passage: list, rule, role: as ?? 'responsible' })
    }
    from = -1
    to = -1
  }
  const extend = (start: number, end: number) => {
    if (from < 0) from = start
    to = end
  }
  /** Where the last comma of the list in hand stands, and whether a label opened it. */
  let comma = -1
  let labelled = false

  for (const part of partsOf(passage)) {
    let { start } = part
    const { end } = part
    while (start < end && /[\s:]/.test(folded[start]!)) start++
    let text = folded.slice(start, end).trimEnd()
    const ruled = ruledLabel.exec(text)
    const label = ruled ? null : labelOf(text)
    if (ruled) {
      // 责任单位列第一位的为牵头单位:A、B is the rule and, behind it, a list under it.
      flush()
      const at = start + ruled[1]!.length
      lead = passage.slice(at, at + ruled[2]!.length)
      labelled = true
      comma = -1
      mode = 'units'
      given = 'responsible'
      start += ruled[0].length
      text = folded.slice(start, end).trimEnd()
    } else if (label) {
      flush()
      labelled = label.kind === 'units'
      comma = -1
      mode = label.kind
      given = label.kind === 'units' ? (label.role ?? role) : null
      start += label.length
      text = folded.slice(start, end).trimEnd()
    } else if (otherLabel.test(text)) {
      flush()
      const rest = text.indexOf(':') + 1
      // 市级:市财政局 only says which units these are; 适用范围:浙江自贸试验区 says something else.
      if (!noteLabel.test(text) && looksLikeUnit(text.slice(rest))) {
        start += rest
        text = text.slice(rest)
      } else mode = 'skip'
    }
    if (text === '') {
      if (part.after === ';' || part.after === '。') flush()
      continue
    }
    if (leadRule.test(text)) {
      flush()
      lead = passage.slice(start, end)
      continue
    }
    const added = addition.exec(text)
    if (added) {
      flush()
      const at = start + text.indexOf(added[1]!)
      always.push({
        passage: passage.slice(at, at + added[1]!.length),
        rule: `${rule}-note`,
        role: roleEnding(text)?.role ?? 'responsible',
      })
      continue
    }
    if (sameBelow.test(text)) {
      flush()
      continue
    }
    if (mode === 'units') {
      // What is said of the time before any unit is named says no more: 一季度完成方案制定，责任单位：A.
      const opens = units.length === 0 && from < 0 && !looksLikeUnit(text) && part.after === ','
      if (isTime(text) || (opens && !roleEnding(text) && namesTime(text))) {
        flush()
        times.push({ passage: passage.slice(start, end), rule })
        continue
      }
      const lead0 = /^(?:(?:并|主要|具体)?由|其中:?|并)(?=[\u4e00-\u9fff])/.exec(text)
      // 由A、B按职责分工负责: the role word may stand at the end of the list.
      if (
        lead0 &&
        (roleEnding(text) ||
          (from < 0 && looksLikeUnit(text.slice(lead0[0].length).replace(/等.{0,6}$/, ''))))
      ) {
        start += lead0[0].length
        text = text.slice(lead0[0].length)
      }
      const whole = closing.exec(text)
      const said = whole ? roleEnding(whole[1]!) : null
      if (whole && said?.start === 0 && whole.index > 0) {
        // A、B（按职责分工负责） closes the list; A（牵头） says it of one.
        extend(start, start + whole.index)
        flush(said.role)
        continue
      }
      const own = ownRole.exec(text)
      if (own) {
        flush()
        const body = start + own.index
        if (body > start)
          units.push({
            passage: passage.slice(start, body),
            rule,
            role: roleOfTitle(own[1]!) ?? given ?? 'responsible',
          })
        continue
      }
      const both = /^(.{2,40}?)牵头[,]?(?:并)?(?:会同|联合|协同|商)(.{2,})$/.exec(text)
      if (both) {
        extend(start, start + both[1]!.length)
        flush('lead')
        start = start + text.length - both[2]!.length
        text = both[2]!
      }
      const ending = roleEnding(text)
      if (ending) {
        // A、B，按职责分工负责: the role word may be a part of its own.
        // 责任单位：A、B，C配合: what stands before the comma has the label's role.
        if (labelled && from >= 0 && comma > from && ending.role === 'supporting' && given !== ending.role) {
          const rest = to
          to = comma
          flush()
          if (rest > comma + 1) extend(comma + 1, rest)
        }
        if (ending.start > 0) extend(start, start + ending.start)
        flush(ending.role)
        given = role
        continue
      }
      const behind = Math.max(0, text.length - closingReach)
      const how = manner.exec(text.slice(behind))
      if (how) {
        if (behind + how.index > 0) extend(start, start + behind + how.index)
        flush()
        continue
      }
    }
    extend(start, start + text.length)
    if (part.after === ',') comma = end
    if (part.after === ';' || part.after === '。') {
      flush()
      if (mode !== 'units') mode = 'units'
      if (part.after === '。' && units.length > 0) mode = 'skip'
    }
  }
  flush()
  for (const note of notes)
    report.add('clause/bracket-note', { quote: note.text.slice(0, 40) }, note.spans()[0] ?? null)
  return { units, times, leadRule: lead, always, notes: [...notes, ...persons] }
}
