/** One task as a row for people: tasks.csv. */
import type { Deadline, NoticeResult, Task, Unit } from '../generated/notice.ts'
import type { Lang } from '../message.ts'

/** A notice and the path at which it was read. */
export interface Read {
  readonly path: string
  readonly result: NoticeResult
}

interface Column {
  readonly title: Readonly<Record<Lang, string>>
  readonly value: (task: Task, read: Read) => string | number | null
}

type UnitList = 'leadUnits' | 'responsibleUnits' | 'supportingUnits' | 'guidingUnits'

const columns: readonly Column[] = [
  { title: { zh: '文件', en: 'file' }, value: (_, { path }) => path },
  { title: { zh: '标题', en: 'title' }, value: (_, { result }) => result.notice.title },
  {
    title: { zh: '发文字号', en: 'document number' },
    value: (_, { result }) => result.notice.documentNumber,
  },
  { title: { zh: '发文机关', en: 'issuer' }, value: (_, { result }) => result.notice.issuer },
  { title: { zh: '成文日期', en: 'issued on' }, value: (_, { result }) => result.notice.issuedOn },
  { title: { zh: '年度', en: 'year' }, value: (_, { result }) => result.notice.year },
  { title: { zh: '地区', en: 'region' }, value: (_, { result }) => result.notice.region?.name ?? null },
  { title: { zh: '章节', en: 'sections' }, value: (task) => sections(task) },
  { title: { zh: '序号', en: 'ordinal' }, value: (task) => task.ordinal },
  { title: { zh: '工作任务', en: 'task' }, value: (task) => task.task },
  { title: { zh: '工作要求', en: 'requirement' }, value: (task) => task.requirement },
  { title: { zh: '牵头单位', en: 'lead units' }, value: (task) => units(task, 'leadUnits') },
  { title: { zh: '责任单位', en: 'responsible units' }, value: (task) => units(task, 'responsibleUnits') },
  { title: { zh: '配合单位', en: 'supporting units' }, value: (task) => units(task, 'supportingUnits') },
  { title: { zh: '指导单位', en: 'guiding units' }, value: (task) => units(task, 'guidingUnits') },
  { title: { zh: '完成时限', en: 'deadlines' }, value: (task) => deadlines(task, (d) => d.text) },
  { title: { zh: '截止日期', en: 'due on' }, value: (task) => deadlines(task, (d) => d.end) },
  { title: { zh: '任务编号', en: 'task id' }, value: (task, { result }) => taskId(result, task) },
]

export function columnTitles(lang: Lang): string[] {
  return columns.map((column) => column.title[lang])
}

/** The cells of each task; numbers stay numbers, what the notice does not say is empty. */
export function taskRows(read: Read): (string | number | null)[][] {
  return read.result.tasks.map((task) => columns.map((column) => column.value(task, read)))
}

export function documentId(result: NoticeResult): string {
  return result.source.sha256.slice(0, 16)
}

/** Names a task in all notices. */
export function taskId(result: NoticeResult, task: Task): string {
  return `${documentId(result)}.${task.id}`
}

/** Outermost first: `一、推进政务公开 › （一）主动公开`. */
function sections(task: Task): string {
  return task.sections.map((s) => (s.label ?? '') + s.title).join(' › ')
}

/** As a notice lists them, with the 等 that says there are more. */
function units(task: Task, list: UnitList): string {
  const names = task[list].map((unit: Unit) => unit.name).join('、')
  return names !== '' && task.openLists.includes(list) ? `${names}等` : names
}

function deadlines(task: Task, value: (deadline: Deadline) => string | null): string {
  return task.deadlines
    .map(value)
    .filter((text) => text !== null)
    .join('；')
}
