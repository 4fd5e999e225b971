/**
 * Rows of the body: which are tasks, which are headings over them, which are notes; cells that dropped
 * out, rows that a page break split.
 */
import { ditto, formLine, noteStart, totalStart } from '../../data/columns.ts'
import type { Cell } from '../../document.ts'
import type { Report } from '../../message.ts'
import { type Seat, seatRow } from './align.ts'
import type { Columns } from './columns.ts'
import { contentOf, isBlank, isEmpty } from './content.ts'
import { filled, type Row } from './grid.ts'

/** A row that is a heading over the rows below it. */
export interface Banner {
  readonly type: 'banner'
  readonly cell: Cell
  /** Its number, where that stands in a column of its own. */
  readonly label: Cell | null
}

/** A row of a task: by column the cell that holds there, and what a page break cut off it. */
export interface TaskRow {
  readonly type: 'task'
  readonly cells: readonly (Cell | null)[]
  readonly more: ReadonlyMap<number, readonly Cell[]>
  /** The task cell was blank and holds the task above. */
  readonly taskAbove: boolean
  /** A cell to point at. */
  readonly at: Cell
}

export type Event = Banner | TaskRow

/** Whether rows keep their columns: a table that knows of no spans may have lost some. */
function mayHaveLost(rows: readonly Row[]): boolean {
  return !rows.some((row) =>
    row.cells.some((c) => c !== null && (c.rowSpan > 1 || (c.colSpan > 1 && c.colSpan < row.cells.length))),
  )
}

export class Body {
  private readonly columns: Columns
  private readonly report: Report
  private readonly seats: readonly Seat[]
  private readonly lost: boolean
  private readonly numbered: boolean
  private last: TaskRow | null
  private broken: boolean
  readonly events: Event[] = []
  /** The last row of the table before, where this one began with the rest of it. */
  joinedBefore: TaskRow | null = null

  constructor(columns: Columns, rows: readonly Row[], last: TaskRow | null, report: Report) {
    this.columns = columns
    this.report = report
    this.last = last
    this.broken = last !== null
    this.lost = mayHaveLost(rows)
    this.seats = seatsOf(columns)
    const { ordinal } = columns
    let filledRows = 0
    let numbers = 0
    for (const row of rows) {
      if (filled(row).length < 2) continue
      filledRows++
      if (ordinal !== null && !isBlank(row.cells[ordinal] ?? null)) numbers++
    }
    this.numbered = ordinal !== null && numbers * 5 >= filledRows * 4
  }

  /** A page ended here: a header was printed again. */
  pageBreak(): void {
    this.broken = true
  }

  read(row: Row): void {
    const begun = filled(row)
    if (begun.length === 0) return
    const first = begun[0]!
    const opening = contentOf(first).folded
    const alone = begun.length === 1
    const prose = alone && first.colSpan >= this.columns.count && isProse(first)
    if (prose || (alone && (noteStart.test(opening) || formLine.test(opening)))) {
      this.report.add('table/note', { quote: first.text.trim().slice(0, 40) }, { node: first.id })
      return
    }
    if (totalStart.test(opening) && opening.length <= 12) {
      this.report.add('table/total-row', { quote: first.text.trim().slice(0, 40) }, { node: first.id })
      return
    }
    const seated = this.lost ? seatRow(this.runsOn(row, first) ? [first] : row.cells, this.seats) : null
    if (this.goesOn(seated ?? row.cells.map((c) => (c === first ? c : null)), begun)) return
    if (seated) {
      this.report.add('table/row-aligned', {}, { node: first.id })
      this.task({ index: row.index, cells: seated }, first)
      return
    }
    const banner = this.bannerOf(row, begun)
    if (banner) {
      this.events.push(banner)
      this.last = null
      this.broken = false
      return
    }
    if (this.join(row, begun)) return
    this.task(row, first)
  }

  /** 养老服务科、 and below it 办公室 alone: a list that ends in its mark goes on. */
  private goesOn(cells: readonly (Cell | null)[], begun: readonly Cell[]): boolean {
    const { last } = this
    const [cell] = begun
    if (!last || !cell || begun.length > 1) return false
    const col = cells.indexOf(cell)
    const above = col < 0 ? null : lastPiece(last, col)
    if (!above || !/[、，,]\s*$/.test(contentOf(above).folded)) return false
    this.append(last, new Map([[col, [cell]]]))
    return true
  }

  /** Adds to a row what stands below it. */
  private append(last: TaskRow, rest: ReadonlyMap<number, readonly Cell[]>): void {
    const more = new Map(last.more)
    for (const [col, cells] of rest) more.set(col, [...(more.get(col) ?? []), ...cells])
    const joined: TaskRow = { ...last, more }
    const at = this.events.lastIndexOf(last)
    if (at >= 0) this.events[at] = joined
    else this.joinedBefore = joined
    this.last = joined
    this.broken = false
    this.report.add('table/row-joined', {}, { node: [...rest.values()][0]![0]!.id })
  }

  /**
   * A cell alone in a line of text is taken for a heading merged over the row. One that carries on the
   * running numbers of a column of details is the rest of a row whose task and units dropped out:
   * 一、做好财政信息公开。 | 7.… | 市财政局, and below it only 8.持续深化….
   */
  private runsOn(row: Row, first: Cell): boolean {
    const { marker } = contentOf(first)
    if (!marker || first.colSpan < this.columns.count || !this.last || row.cells[0] !== first) return false
    const block = first.blocks[0]
    if (block?.type !== 'paragraph' || block.places[0]?.origin.kind !== 'line') return false
    return this.columns.details.some((col) => {
      const above = this.last!.cells[col]
      const before = above ? contentOf(above).marker : null
      return before?.kind === marker.kind && marker.number === before.number + 1 && marker.number > 2
    })
  }

  /**
   * A heading is a row merged into one cell, or a cell alone in its row that is no task: it is numbered
   * otherwise than the tasks are, or it ends like a heading where tasks have units.
   */
  private bannerOf(row: Row, begun: readonly Cell[]): Banner | null {
    const { columns } = this
    const [first, second] = begun
    if (!first) return null
    // 一 | 续建项目（2个） | 15000: sums beside a heading stand in columns that are read past.
    const said = isChinese(first)
      ? begun.filter((c) => c === first || this.seats[c.col]?.use !== 'other')
      : begun
    if (said.length > 2) return null
    if (second) {
      // 一 | 加强组织领导 (merged over the rest): the number stands in its own column.
      if (first.col !== columns.ordinal || contentOf(first).kind !== 'number') return null
      const merged = second.colSpan >= 2 && second.col + second.colSpan >= columns.count
      if (!merged && !(isChinese(first) && this.numbersAreArabic())) return null
      return { type: 'banner', cell: second, label: first }
    }
    const { kind, marker, folded } = contentOf(first)
    if (kind === 'number' || kind === 'nothing') return null
    if (first.colSpan >= columns.count) return { type: 'banner', cell: first, label: null }
    const home = Math.min(
      columns.task,
      ...columns.sections.map((s) => s.col),
      columns.ordinal ?? columns.task,
    )
    if (
      first.col > columns.task ||
      (first.col > home && first.col < columns.task && !this.isSection(first.col))
    )
      return null
    // Cells that hold from above stand left of it at most.
    if (row.cells.some((c) => c !== null && c.row < row.index && c.col > first.col && !isEmpty(c)))
      return null
    if (first.colSpan >= 2 && first.col + first.colSpan > columns.task)
      return { type: 'banner', cell: first, label: null }
    if (columns.units.length + columns.details.length + columns.times.length === 0) return null
    if (this.isSection(first.col)) return null
    // What a page break left of a list of units, or of a time, is no heading.
    if (kind === 'units' && columns.units.some((u) => u.col === first.col)) return null
    if (kind === 'time' && columns.times.includes(first.col)) return null
    const usual = columns.markers[columns.task] ?? null
    if (marker) return marker.kind !== usual ? { type: 'banner', cell: first, label: null } : null
    const heading = folded.length <= 50 && !/[。；;，,、:]$/.test(folded) && !folded.includes('。')
    return heading && (this.numbered || usual !== null || this.last === null)
      ? { type: 'banner', cell: first, label: null }
      : null
  }

  private isSection(col: number): boolean {
    return this.columns.sections.some((s) => s.col === col)
  }

  private numbersAreArabic(): boolean {
    const cell = this.last?.cells[this.columns.ordinal ?? -1] ?? null
    return cell === null ? true : !isChinese(cell)
  }

  /**
   * The rest of a row that a page break split: its number is blank though rows are numbered, no new
   * unit stands in it, and the text above it is cut. Where nothing shows a page break the cut itself
   * must show: in mid-list, in a bracket, before a mark.
   */
  private join(row: Row, begun: readonly Cell[]): boolean {
    const { last, columns } = this
    if (!last) return false
    const broken = this.broken || turnsPage(last, begun)
    const { ordinal, task } = columns
    const number = ordinal === null ? null : (row.cells[ordinal] ?? null)
    if (ordinal !== null && (!isEmpty(number) || number?.row !== row.index)) return false
    const own = row.cells[task] ?? null
    const numberedText = columns.markers[task] ?? null
    const fresh =
      !isEmpty(own) &&
      (ordinal !== null
        ? !this.numbered
        : numberedText === null || contentOf(own!).marker?.kind === numberedText)
    if (fresh && own?.row === row.index) return false
    const texts = new Set([task, ...columns.details])
    const onlyText = begun.every((c) => texts.has(c.col))
    let cut = false
    for (const cell of begun) {
      const above = lastPiece(last, cell.col)
      if (!above || isBlank(above) || this.isSection(cell.col)) return false
      const before = contentOf(above).folded
      const rest = contentOf(cell).folded
      const open = !/[。;！？.]$/.test(before)
      const unfinished = isCut(before, rest) || (onlyText && this.numbered && open && /[。;]$/.test(rest))
      if (!texts.has(cell.col) && !unfinished && !(broken && open && begun.some((c) => texts.has(c.col))))
        return false
      if (unfinished || (broken && texts.has(cell.col) && open)) cut = true
    }
    if (!cut) return false
    this.append(last, new Map(begun.map((cell) => [cell.col, [cell]])))
    return true
  }

  private task(row: Row, at: Cell): void {
    const { columns, last } = this
    const cells = row.cells.map((cell, col) => {
      const above = last?.cells[col] ?? null
      if (cell === null) return above
      // 同上 means the cell above.
      if (above !== null && ditto.test(contentOf(cell).folded.trim())) return above
      if (!isEmpty(cell) || cell.row !== row.index || above === null) return cell
      // A merged cell drawn again on the new page is often drawn empty.
      if (this.broken && above.rowSpan > 1 && col !== columns.ordinal) return above
      return cell
    })
    let taskAbove = false
    const own = cells[columns.task] ?? null
    if (isBlank(own) && last && !isBlank(last.cells[columns.task] ?? null)) {
      const says = [...columns.details, ...columns.units.map((u) => u.col), ...columns.times].some((col) => {
        const cell = cells[col] ?? null
        return !isBlank(cell) && cell?.row === row.index
      })
      const details = columns.details.some((col) => !isBlank(cells[col] ?? null))
      const number = columns.ordinal === null ? null : (cells[columns.ordinal] ?? null)
      if (says && (details || isBlank(number))) {
        taskAbove = true
        cells[columns.task] = last.cells[columns.task]!
        if (columns.ordinal !== null && isBlank(number))
          cells[columns.ordinal] = last.cells[columns.ordinal] ?? null
      }
    }
    const task: TaskRow = { type: 'task', cells, more: new Map(), taskAbove, at }
    this.events.push(task)
    this.last = task
    this.broken = false
  }

  get end(): TaskRow | null {
    return this.last
  }
}

function seatsOf(columns: Columns): Seat[] {
  const seats: Seat[] = Array.from({ length: columns.count }, () => ({ use: 'other', marker: null }))
  const seat = (col: number, use: Seat['use']) => {
    seats[col] = { use, marker: columns.markers[col] ?? null }
  }
  for (const { col, label } of columns.sections) {
    seat(col, 'text')
    if (label !== null) seat(label, 'ordinal')
  }
  for (const col of columns.details) seat(col, 'text')
  for (const { col } of columns.units) seat(col, 'unit')
  for (const col of columns.times) seat(col, 'time')
  seat(columns.task, 'text')
  if (columns.ordinal !== null) seat(columns.ordinal, 'ordinal')
  return seats
}

/** A row merged into a paragraph of several sentences explains; a heading is short or numbered. */
function isProse(cell: Cell): boolean {
  const { folded, marker } = contentOf(cell)
  return marker === null && folded.length > 80 && /[。;].{10,}/.test(folded)
}

function isChinese(cell: Cell): boolean {
  return /^[(第]?[一二三四五六七八九十㈠-㈩]/.test(contentOf(cell).folded)
}

function lastPiece(row: TaskRow, col: number): Cell | null {
  return row.more.get(col)?.at(-1) ?? row.cells[col] ?? null
}

/** Text that goes on below: it ends in mid-list or in an open bracket, or the rest begins with a mark. */
function isCut(above: string, rest: string): boolean {
  if (/[、，,(“《:和与及的]$/.test(above) || /^[、，,。;；)”》]/.test(rest)) return true
  const depth = (open: string, close: string) => count(above, open) - count(above, close)
  return depth('(', ')') > 0 || depth('“', '”') > 0 || depth('《', '》') > 0
}

function count(text: string, mark: string): number {
  let n = 0
  for (const c of text) if (c === mark) n++
  return n
}

/** Whether a row begins on a later page than the last one ended, where the format has pages. */
function turnsPage(last: TaskRow, begun: readonly Cell[]): boolean {
  const before = Math.max(0, ...last.cells.map((c) => pageOf(c, -1)))
  const now = Math.min(...begun.map((c) => pageOf(c, 0) || Number.POSITIVE_INFINITY))
  return before > 0 && Number.isFinite(now) && now > before
}

function pageOf(cell: Cell | null, at: 0 | -1): number {
  const block = cell?.blocks.at(at)
  const place = block?.type === 'paragraph' ? block.places.at(at) : undefined
  return place?.origin.kind === 'page' ? place.origin.page : 0
}
