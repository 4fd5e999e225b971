/**
 * Gold in short: what a person read in a notice, in few words a task. A unit is its text, `text=name`
 * where the list left out a part of its name, and ends in `*` where it is a set; a time is its text, its
 * type and, where it has one, its last day: `6月底前 by 2023-06-30`.
 */
import type { NoticeResult } from '../src/generated/notice.ts'

export interface CompactTask {
  /** Path of sections, outermost first: `label|title`, the label empty where there is none. */
  readonly at?: readonly string[]
  /** Ordinal. */
  readonly n?: string
  readonly task: string
  readonly req?: string
  readonly lead?: readonly string[]
  readonly resp?: readonly string[]
  readonly supp?: readonly string[]
  readonly guide?: readonly string[]
  readonly times?: readonly string[]
}

export interface CompactNotice {
  readonly title?: string | null
  readonly planTitle?: string | null
  readonly documentNumber?: string | null
  readonly issuer?: string | null
  readonly issuedOn?: string | null
  readonly publishedOn?: string | null
  readonly year?: number | null
  readonly addressees?: readonly string[]
  /** Code of the region. */
  readonly region?: string | null
  readonly leadRule?: string | null
  readonly statedTaskCount?: number | null
  readonly attachments?: readonly string[]
}

export interface Compact {
  readonly notice: CompactNotice
  readonly tasks: readonly CompactTask[]
  /** Codes of messages that must be among those given. */
  readonly messages?: readonly string[]
}

type Task = NoticeResult['tasks'][number]

const unit = ({ text, name, kind }: Task['leadUnits'][number]) =>
  `${text}${name === text ? '' : `=${name}`}${kind === 'group' ? '*' : ''}`

function compactTask(task: Task): CompactTask {
  const list = <K extends string>(key: K, values: readonly string[]) =>
    (values.length > 0 ? { [key]: values } : {}) as { [P in K]?: readonly string[] }
  return {
    ...list(
      'at',
      task.sections.map((s) => `${s.label ?? ''}|${s.title}`),
    ),
    ...(task.ordinal === null ? {} : { n: task.ordinal }),
    task: task.task,
    ...(task.requirement === null ? {} : { req: task.requirement }),
    ...list('lead', task.leadUnits.map(unit)),
    ...list('resp', task.responsibleUnits.map(unit)),
    ...list('supp', task.supportingUnits.map(unit)),
    ...list('guide', task.guidingUnits.map(unit)),
    ...list(
      'times',
      task.deadlines.map((d) => `${d.text} ${d.type}${d.end ? ` ${d.end}` : ''}`),
    ),
  }
}

/** A result in short, with what the gold speaks of. */
export function compact(result: NoticeResult, like: Compact): Compact {
  const notice: Record<string, unknown> = {}
  for (const key of Object.keys(like.notice)) {
    const value = (result.notice as unknown as Record<string, unknown>)[key] ?? null
    if (key === 'region') notice[key] = result.notice.region?.code ?? null
    else if (key === 'attachments') notice[key] = result.notice.attachments.map((a) => a.title)
    else notice[key] = value
  }
  const codes = new Set<string>(result.messages.map((m) => m.code))
  return {
    notice,
    tasks: result.tasks.map(compactTask),
    ...(like.messages ? { messages: like.messages.filter((m) => codes.has(m)) } : {}),
  }
}

/** White space and the mark that closes a text are the things in which gold may differ. */
function plain(value: unknown): string {
  return JSON.stringify(value ?? null, (_, v) =>
    typeof v === 'string' ? v.replace(/\s/g, '').replace(/[。.；;，,、：:]+$/, '') : v,
  )
}

/** Every difference, as `where: got ≠ wanted`. */
export function differences(wanted: Compact, result: NoticeResult): string[] {
  const got = compact(result, wanted)
  const found: string[] = []
  const compare = (where: string, a: unknown, b: unknown) => {
    if (plain(a) !== plain(b)) found.push(`${where}: ${plain(b)} ≠ ${plain(a)}`)
  }
  for (const [key, value] of Object.entries(wanted.notice)) {
    compare(`notice.${key}`, value, (got.notice as Record<string, unknown>)[key])
  }
  compare('messages', wanted.messages, got.messages)
  if (wanted.tasks.length !== got.tasks.length) {
    found.push(
      `tasks: ${got.tasks.length} ≠ ${wanted.tasks.length}: ${got.tasks.map((t) => `${t.n} ${t.task.slice(0, 14)}`).join(' / ')}`,
    )
  }
  for (const [i, task] of wanted.tasks.entries()) {
    const other = (got.tasks[i] ?? {}) as Record<string, unknown>
    for (const key of ['at', 'n', 'task', 'req', 'lead', 'resp', 'supp', 'guide', 'times'] as const) {
      compare(`${i + 1} ${task.n ?? ''}.${key}`, task[key], other[key])
    }
  }
  return found
}
