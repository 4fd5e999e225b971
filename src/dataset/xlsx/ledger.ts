/** The sheet of tasks, as an office keeps it (台账). */
import type { Task, Unit } from '../../generated/notice.ts'
import { within } from '../ids.ts'
import type { DocumentRecord } from '../record.ts'
import { firstPiece } from '../rows/source.ts'
import type { Book, SheetColumn } from './book.ts'
import { cellLimit, fitting, type SheetCell, type Style } from './cells.ts'
import { styles } from './styles.ts'
import type { Words } from './words.ts'

type Key = keyof Words['columns']

interface Column {
  readonly key: Key
  readonly width: number
  readonly style: Style
  readonly value: (task: Task, record: DocumentRecord, words: Words) => string | number | null
}

const { text, centre } = styles

const columns: readonly Column[] = [
  { key: 'ordinal', width: 6, style: centre, value: (task) => ordinal(task) },
  { key: 'level1', width: 14, style: text, value: (task) => headings(task, 0, 1) },
  { key: 'level2', width: 14, style: text, value: (task) => headings(task, 1) },
  { key: 'task', width: 32, style: text, value: (task) => task.task },
  { key: 'requirement', width: 46, style: text, value: (task) => task.requirement },
  { key: 'lead', width: 14, style: text, value: (task, _, w) => units(task, 'leadUnits', w) },
  { key: 'responsible', width: 18, style: text, value: (task, _, w) => units(task, 'responsibleUnits', w) },
  { key: 'supporting', width: 14, style: text, value: (task, _, w) => units(task, 'supportingUnits', w) },
  {
    key: 'deadlines',
    width: 13,
    style: centre,
    value: (task) => task.deadlines.map((d) => d.text).join('；'),
  },
  { key: 'source', width: 18, style: text, value: (task, record, w) => source(task, record.path, w) },
  { key: 'title', width: 24, style: text, value: (_, { result }) => result.notice.title },
  { key: 'region', width: 12, style: centre, value: (_, { result }) => result.notice.region?.name ?? null },
  { key: 'year', width: 6, style: centre, value: (_, { result }) => result.notice.year },
  { key: 'guiding', width: 14, style: text, value: (task, _, w) => units(task, 'guidingUnits', w) },
  { key: 'id', width: 22, style: centre, value: (task, { documentId }) => within(documentId, task.id) },
]

/** The columns that an office prints; those after them tell the notices apart. */
export const printedColumns = columns.findIndex(({ key }) => key === 'source') + 1

/** A cell was cut; the workbook names it among the problems. */
export interface Cut {
  readonly path: string
  readonly task: string
  readonly field: string
  readonly text: string
}

export class Ledger {
  readonly columns: readonly SheetColumn[]
  private readonly book: Book
  private readonly words: Words
  private readonly cut: (cut: Cut) => Promise<void>
  private readonly groups: Group[]

  constructor(book: Book, words: Words, merge: boolean, cut: (cut: Cut) => Promise<void>) {
    this.book = book
    this.words = words
    this.cut = cut
    this.columns = columns.map(({ key, width }) => ({ title: words.columns[key][0]!, width }))
    this.groups = merge ? [new Group(book, 1, 1), new Group(book, 2, Infinity)] : []
  }

  async add(record: DocumentRecord): Promise<void> {
    for (const task of record.result.tasks) {
      const cells: SheetCell[] = []
      for (const { key, style, value } of columns) {
        const whole = value(task, record, this.words)
        if (typeof whole === 'string' && whole.length > cellLimit) await this.report(key, task, record, whole)
        cells.push({ value: typeof whole === 'string' ? fitting(whole, this.words.cut) : whole, style })
      }
      if (this.book.full) this.close()
      const row = await this.book.add(cells)
      for (const group of this.groups) group.next(row, task, record)
    }
  }

  private report(key: Key, task: Task, { path, documentId }: DocumentRecord, whole: string): Promise<void> {
    const field = this.words.columns[key][0]!
    const why = this.words.cutReason(field, whole.length)
    return this.cut({ path, task: within(documentId, task.id), field, text: why })
  }

  /** No group of merged cells goes beyond its sheet. */
  close(): void {
    for (const group of this.groups) group.close()
  }
}

/**
 * Neighbouring rows under the same headings of one document. Their cells keep their values under the
 * merged one, so that filters find every row.
 */
class Group {
  private readonly book: Book
  private readonly column: number
  private readonly depth: number
  private key: string | null = null
  private first = 0
  private last = 0

  constructor(book: Book, column: number, depth: number) {
    this.book = book
    this.column = column
    this.depth = depth
  }

  next(row: number, task: Task, { documentId }: DocumentRecord): void {
    const path = task.sections.slice(0, this.depth)
    const headed = path.length >= this.column
    const key = headed ? JSON.stringify([documentId, ...path.map((section) => section.id)]) : null
    if (key !== this.key || key === null) {
      this.close()
      this.key = key
      this.first = row
    }
    this.last = row
  }

  close(): void {
    if (this.key !== null && this.last > this.first) this.book.merge(this.column, this.first, this.last)
    this.key = null
  }
}

/** A plain number is one, so that the column sorts; (一) and 01 are text. */
function ordinal({ ordinal: printed }: Task): string | number | null {
  return printed !== null && /^(?:0|[1-9]\d{0,8})$/.test(printed) ? Number(printed) : printed
}

function headings(task: Task, from: number, to?: number): string {
  return task.sections
    .slice(from, to)
    .map((section) => (section.label ?? '') + section.title)
    .join(' › ')
}

type List = Task['openLists'][number]

/** As a notice lists them, with the 等 that says there are more. */
function units(task: Task, list: List, words: Words): string {
  const names = task[list].map((unit: Unit) => unit.name).join('、')
  return names !== '' && task.openLists.includes(list) ? names + words.more : names
}

/** `b7.r3.c0` is the fourth row of a table, the eighth block of its document. */
const nodeId = /^b(\d+)(?:\.r(\d+)\.c\d+)?/

function source(task: Task, path: string, words: Words): string {
  const piece = firstPiece(task.evidence, '/task')
  const node = nodeId.exec(piece?.node ?? '')
  const block = Number(node?.[1]) + 1
  const place =
    node && (node[2] === undefined ? words.paragraph(block) : words.table(block, Number(node[2]) + 1))
  const at = piece?.page ? words.page(piece.page) : piece?.line ? words.line(piece.line) : place
  return at ? `${path} ${at}` : path
}
