/** The workbook for people: tasks, problems, and what the columns are. */
import { join } from 'node:path'
import type { NoticeResult, ReviewItem } from '../../generated/notice.ts'
import type { Lang } from '../../message.ts'
import { AsideFile } from '../aside.ts'
import { within } from '../ids.ts'
import type { DocumentRecord, ProblemRecord } from '../record.ts'
import { taskAt } from '../rows/message.ts'
import { Book } from './book.ts'
import { fitting, type SheetCell } from './cells.ts'
import { type Cut, Ledger, printedColumns } from './ledger.ts'
import { Spool } from './spool.ts'
import { styles } from './styles.ts'
import { type Words, words } from './words.ts'

export interface WorkbookOptions {
  readonly lang: Lang
  readonly mergeSections: boolean
  readonly allCopies: boolean
  /** Rows of a sheet; what comes after them goes on to another one. */
  readonly maxRows?: number
}

/** A row of the sheet of problems. */
type Problem = readonly (string | number | null)[]

const problemWidths = { path: 40, outcome: 12, code: 24, text: 60, task: 22, field: 14, confidence: 9 }
const { text, centre, title, note, header } = styles

/** What a review item is about: the task, and the messages that its codes stand for. */
function reviewReasons(result: NoticeResult): (item: ReviewItem) => string {
  const tasks = new Map(result.tasks.map((task) => [task.id, task.task]))
  const owner = taskAt(result)
  return ({ task, reasons }) => {
    const said = result.messages
      .filter(({ code, at }) => reasons.includes(code) && (task === null || (at && owner(at) === task)))
      .map((message) => message.text)
    const of = task === null ? undefined : tasks.get(task)
    const quoted = of === undefined ? [] : [`“${of.length > 60 ? `${of.slice(0, 60)}…` : of}”`]
    return [...quoted, ...new Set(said)].join('\n')
  }
}

export class Workbook {
  readonly file: AsideFile
  readonly spool: AsideFile
  private readonly book: Book
  private readonly problems: Spool<Problem>
  private readonly ledger: Ledger
  private readonly options: WorkbookOptions
  private readonly words: Words
  private notices = 0
  private tasks = 0

  private constructor(file: AsideFile, problems: Spool<Problem>, options: WorkbookOptions) {
    const { lang, mergeSections, maxRows } = options
    this.file = file
    this.problems = problems
    this.spool = problems.file
    this.options = options
    this.words = words[lang]
    this.book = new Book(file, { pages: this.words.pages, ...(maxRows === undefined ? {} : { maxRows }) })
    this.ledger = new Ledger(this.book, this.words, mergeSections, (cut) => this.cut(cut))
  }

  static async open(folder: string, options: WorkbookOptions): Promise<Workbook> {
    const spool = await Spool.open<Problem>(folder, 'problems', options.lang)
    try {
      const file = (await AsideFile.open(join(folder, 'tasks.xlsx'), options.lang)).summed()
      const workbook = new Workbook(file, spool, options)
      const { ledger, book } = workbook
      await book.begin({
        name: workbook.words.ledger,
        columns: ledger.columns,
        header: true,
        printed: printedColumns,
      })
      return workbook
    } catch (error) {
      await spool.file.discard()
      throw error
    }
  }

  /** A document whose tasks count. */
  async add(record: DocumentRecord): Promise<void> {
    this.notices++
    this.tasks += record.result.tasks.length
    await this.ledger.add(record)
    const { path, documentId, result } = record
    if (result.review.length === 0) return
    const why = reviewReasons(result)
    for (const item of result.review) {
      const field = /^\/(\w+)/.exec(item.pointer)?.[1]
      const id = item.task === null ? null : within(documentId, item.task)
      const name = (field && this.words.fields[field]) ?? item.pointer
      const sure = Math.round(item.confidence * 100) / 100
      const codes = item.reasons.join('、')
      await this.problems.add([path, this.words.review, codes, why(item), id, name, sure])
    }
  }

  async problem({ path, outcome, code, text: why }: ProblemRecord): Promise<void> {
    const known = this.words.outcomes[outcome]
    await this.problems.add([path, known ? `${known} ${outcome}` : outcome, code, why, null, null, null])
  }

  private async cut({ path, task, field, text: why }: Cut): Promise<void> {
    await this.problems.add([path, this.words.cutOutcome, 'xlsx/cell-cut', why, task, field, null])
  }

  async finish(): Promise<void> {
    this.ledger.close()
    await this.book.end()
    await this.writeProblems()
    await this.writeAbout()
    await this.book.finish()
    await this.spool.discard()
  }

  private async writeProblems(): Promise<void> {
    const keys = Object.keys(problemWidths) as (keyof typeof problemWidths)[]
    const columns = keys.map((key) => ({ title: this.words.problemColumns[key], width: problemWidths[key] }))
    await this.book.begin({ name: this.words.problems, columns, header: true })
    const centred = new Set(['outcome', 'task', 'field', 'confidence'])
    for await (const row of this.problems.read()) {
      const cells = row.map((value, i): SheetCell => {
        const style = centred.has(keys[i]!) ? centre : text
        return { value: typeof value === 'string' ? fitting(value, this.words.cut) : value, style }
      })
      await this.book.add(cells)
    }
    await this.book.end()
  }

  private async writeAbout(): Promise<void> {
    const { words: w, book } = this
    const columns = [
      { title: w.column, width: 18 },
      { title: w.meaning, width: 90 },
    ]
    await book.begin({ name: w.about, columns, header: false })
    await book.add([{ value: w.aboutTitle, style: title }])
    const notes = [w.counts(this.notices, this.tasks), w.copies(this.options.allCopies), ...w.notes]
    for (const value of notes) {
      await book.add([
        { value: null, style: note },
        { value, style: note },
      ])
    }
    await book.add([{ value: null, style: note }])
    await book.add(columns.map((column) => ({ value: column.title, style: header })))
    for (const [name, meaning] of Object.values(w.columns)) {
      await book.add([
        { value: name!, style: centre },
        { value: meaning!, style: text },
      ])
    }
    await book.end()
  }

  close(): void {
    this.book.close()
  }
}
