/** Headings of a table: banner rows, and columns merged down over the tasks beside them. */
import type { Cell } from '../../document.ts'
import { Levels, markerOf } from '../../segment/markers.ts'
import type { Found, Sections } from '../../task.ts'
import { firstSentence } from '../../text/brackets.ts'
import { Passage } from '../../text/passage.ts'
import type { Columns } from './columns.ts'
import { contentOf, isBlank } from './content.ts'
import type { Banner, TaskRow } from './rows.ts'

interface Open {
  readonly cell: Cell
  readonly text: string
  readonly id: string
}

export class TableSections {
  private readonly sections: Sections
  private readonly outer: string | null
  private levels = new Levels()
  /** By depth of numbered banners: the section that is open there. */
  private numbered: string[] = []
  /** A banner without a number above the numbered ones, and one below them. */
  private over: string | null = null
  private under: string | null = null
  private afterBanner = false
  /** By section column: what is open there. */
  private columns: (Open | null)[] = []

  constructor(sections: Sections, outer: string | null) {
    this.sections = sections
    this.outer = outer
  }

  /** Opens the heading of a banner row; one cell may hold two: 一、… and on the next line （一）…. */
  banner(banner: Banner): void {
    const lines = banner.label ? [] : headingLines(banner.cell)
    if (lines.length > 1) for (const line of lines) this.open(line, null)
    else this.open(Passage.of(banner.cell.id, banner.cell.text), banner.label)
    this.columns = []
    this.afterBanner = true
  }

  private open(heading: Passage, labelCell: Cell | null): void {
    const { label, title, kind } = readHeading(heading, labelCell, 'table/banner-row')
    if (kind === null) {
      this.openPlain(title)
      return
    }
    const depth = this.levels.enter(kind)
    const parent = this.numbered[depth - 1] ?? this.numbered.slice(0, depth).at(-1) ?? this.over ?? this.outer
    this.numbered.length = depth
    this.numbered[depth] = this.sections.add(label, title, parent)
    this.under = null
  }

  /**
   * A heading without a number says nothing of its level. Above all numbered ones it is the outermost
   * level; right after a numbered one it is the level below; after tasks it takes the place of the last.
   */
  private openPlain(title: Found): void {
    const deepest = this.numbered.at(-1)
    if (this.over !== null || deepest === undefined) {
      this.over = this.sections.add(null, title, this.outer)
      this.numbered = []
      this.levels.reset()
      this.under = null
      return
    }
    const above = this.sections.get(deepest).parent
    const sibling =
      this.under === null ? (this.afterBanner ? deepest : above) : this.sections.get(this.under).parent
    this.under = this.sections.add(null, title, sibling)
    if (sibling !== deepest) {
      this.numbered.pop()
      this.levels = new Levels()
    }
  }

  /** Ids of the sections above a row, its own section columns entered. */
  path(row: TaskRow, columns: Columns): string[] {
    this.afterBanner = false
    let parent = this.under ?? this.numbered.at(-1) ?? this.over ?? this.outer
    columns.sections.forEach(({ col, label }, level) => {
      const cell = row.cells[col] ?? null
      const open = this.columns[level] ?? null
      // The task's own cell may reach into the column: it has no section of this level.
      if (cell && cell === row.cells[columns.task]) {
        this.columns.length = level
        return
      }
      if (isBlank(cell) || (open && (cell === open.cell || contentOf(cell!).folded === open.text))) {
        if (open) parent = open.id
        return
      }
      const heading = readHeading(
        Passage.of(cell!.id, cell!.text),
        label === null ? null : (row.cells[label] ?? null),
        'table/section-column',
      )
      this.columns.length = level
      const id = this.sections.add(heading.label, heading.title, parent)
      this.columns[level] = { cell: cell!, text: contentOf(cell!).folded, id }
      parent = id
    })
    return this.sections.path(parent)
  }
}

function readHeading(heading: Passage, labelCell: Cell | null, rule: string) {
  const marker = markerOf(heading.folded)
  const text = marker ? heading.slice(marker.length) : heading
  const title = { passage: titleOf(text.isEmpty ? heading : text), rule }
  const numbered = labelCell && !isBlank(labelCell) ? Passage.of(labelCell.id, labelCell.text) : null
  const label = marker ? heading.slice(0, marker.length) : numbered
  const kind =
    marker?.kind ??
    (numbered ? (markerOf(`${numbered.folded.replace(/[、.]$/, '')}、`)?.kind ?? 'num') : null)
  return { label: label ? { passage: label, rule } : null, title, kind }
}

/** A heading's title is its first sentence, without the closing 。. */
function titleOf(heading: Passage): Passage {
  const sentence = heading.slice(0, firstSentence(heading.folded))
  const end = /(?<![。:;,、])[。:;,、]*$/.exec(sentence.folded)!.index
  return end > 0 ? sentence.slice(0, end) : sentence
}

/** The lines of a cell, if every one of two or more begins with a number of its own kind. */
function headingLines(cell: Cell): Passage[] {
  const lines: Passage[] = []
  const kinds = new Set<string>()
  let at = 0
  for (const line of cell.text.split('\n')) {
    const passage = Passage.of(cell.id, cell.text, at, at + line.length)
    at += line.length + 1
    if (passage.isEmpty) continue
    const marker = markerOf(passage.folded)
    if (!marker || kinds.has(marker.kind)) return []
    kinds.add(marker.kind)
    lines.push(passage)
  }
  return lines
}
