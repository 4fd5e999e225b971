/** How a copy of a notice reads differently from the copy that is preferred. */
import type { Message, NoticeResult, Task, Unit } from '../../generated/notice.ts'
import { catalogue, type Lang, type MessageCode, messageText, type Params } from '../../message.ts'
import { align } from './align.ts'
import { taskText } from './fingerprint.ts'
import { digits, letters } from './keys.ts'
import { changedNumbers } from './numbers.ts'

const unitLists = ['leadUnits', 'responsibleUnits', 'supportingUnits', 'guidingUnits'] as const
const fields = ['title', 'documentNumber', 'issuer', 'issuedOn'] as const

const roles: Readonly<Record<Lang, Record<(typeof unitLists)[number] | (typeof fields)[number], string>>> = {
  zh: {
    leadUnits: '牵头单位',
    responsibleUnits: '责任单位',
    supportingUnits: '配合单位',
    guidingUnits: '指导单位',
    title: '标题',
    documentNumber: '发文字号',
    issuer: '发文机关',
    issuedOn: '成文日期',
  },
  en: {
    leadUnits: 'lead units',
    responsibleUnits: 'responsible units',
    supportingUnits: 'supporting units',
    guidingUnits: 'guiding units',
    title: 'title',
    documentNumber: 'document number',
    issuer: 'issuer',
    issuedOn: 'date of issue',
  },
}

const listing: Readonly<Record<Lang, string>> = { zh: '；', en: '; ' }

/** Longest part of a task that a message quotes. */
const quoted = 60

/** Messages of `other`: what it lost, what it adds, what it says otherwise; places are in `other`. */
export function differences(preferred: NoticeResult, other: NoticeResult, lang: Lang): Message[] {
  const { pairs, missing, extra } = align(preferred.tasks, other.tasks)
  const note = (code: MessageCode, params: Params, task: Task | null = null): Message => ({
    code,
    level: catalogue[code].level,
    text: messageText(code, params, lang),
    at: task === null ? null : placeOf(task),
  })
  const found: Message[] = fields.flatMap((field) => {
    const [mine, others] = [preferred.notice[field], other.notice[field]]
    if (mine === null || saysTheSame(mine, others)) return []
    return [
      note('copy/field-differs', {
        field: roles[lang][field],
        preferred: cut(mine),
        other: shown(others, lang),
      }),
    ]
  })
  const lost = lostTables(preferred.tasks, missing)
  for (const [, tasks] of lost) found.push(note('copy/table-lost', { count: tasks.length }))
  const inLost = new Set([...lost.values()].flat())
  for (const task of missing) {
    if (!inLost.has(task)) found.push(note('copy/task-missing', named(task)))
  }
  for (const task of extra) found.push(note('copy/task-extra', named(task), task))
  for (const [mine, others] of pairs) {
    found.push(...textDiffers(mine, others, lang, note))
    for (const list of unitLists) {
      if (sameUnits(mine[list], others[list])) continue
      const params = {
        ...named(others),
        role: roles[lang][list],
        preferred: names(mine[list], lang),
        other: names(others[list], lang),
      }
      found.push(note('copy/units-differ', params, others))
    }
    const [one, two] = [deadlines(mine), deadlines(others)]
    if (one !== two) {
      const params = { ...named(others), preferred: shown(one, lang), other: shown(two, lang) }
      found.push(note('copy/deadlines-differ', params, others))
    }
  }
  return found
}

/** A digit lost is worth its own message: letters are the same, and the number is wrong. */
function textDiffers(
  mine: Task,
  others: Task,
  lang: Lang,
  note: (code: MessageCode, params: Params, task: Task) => Message,
): Message[] {
  const [textMine, textOthers] = [taskText(mine), taskText(others)]
  const params = { ...named(others), preferred: cut(textMine), other: cut(textOthers) }
  if (letters(textMine) !== letters(textOthers)) return [note('copy/text-differs', params, others)]
  const changed = changedNumbers(textMine, textOthers)
  if (changed.length === 0) return []
  const numbers = changed.map(([one, other]) => `${one || '∅'} ↔ ${other || '∅'}`).join(listing[lang])
  return [note('copy/digits-differ', { ...named(others), numbers: cut(numbers) }, others)]
}

/** Tables all of whose tasks are missing, two or more. The id of a cell begins with that of its table. */
function lostTables(all: readonly Task[], missing: readonly Task[]): Map<string, Task[]> {
  const gone = new Set(missing)
  const tables = new Map<string, Task[]>()
  for (const task of all) {
    const table = /^(.+?)\.r\d+\.c\d+/.exec(task.evidence['/task']?.[0]?.node ?? '')?.[1]
    if (table !== undefined) tables.set(table, [...(tables.get(table) ?? []), task])
  }
  return new Map([...tables].filter(([, tasks]) => tasks.length > 1 && tasks.every((task) => gone.has(task))))
}

function placeOf(task: Task): Message['at'] {
  const piece = task.evidence['/task']?.[0]
  return piece ? { node: piece.node, start: piece.start, end: piece.end } : null
}

function named(task: Task): { id: string; task: string } {
  return { id: task.id, task: cut(task.task) }
}

function cut(text: string): string {
  const chars = Array.from(text)
  return chars.length > quoted ? `${chars.slice(0, quoted).join('')}…` : text
}

function saysTheSame(a: string, b: string | null): boolean {
  return b !== null && letters(a) === letters(b) && digits(a) === digits(b)
}

function sameUnits(a: readonly Unit[], b: readonly Unit[]): boolean {
  const key = (units: readonly Unit[]) => units.map((unit) => letters(unit.name)).sort()
  return key(a).join(' ') === key(b).join(' ')
}

function names(units: readonly Unit[], lang: Lang): string {
  return shown(units.map((unit) => unit.name).join('、'), lang)
}

function deadlines(task: Task): string {
  return task.deadlines.map((deadline) => deadline.text.replace(/\s+/g, '')).join('；')
}

function shown(text: string | null, lang: Lang): string {
  return text === null || text === '' ? { zh: '无', en: 'none' }[lang] : cut(text)
}
