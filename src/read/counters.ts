/** Counting the paragraphs of lists, and their labels, whatever file the lists were read from. */
import { type Follow, type LevelNumber, labelGap, levelLabel, type NumberFormat } from './numbering.ts'

/** One level of a list: how it counts and what it prints. */
export interface ListLevel {
  readonly start: number
  readonly format: NumberFormat
  /** `第%1条`: %1 stands for the number of the first level. */
  readonly text: string
  readonly follow: Follow
  /** Numbers of levels above are printed as decimals. */
  readonly legal: boolean
  /** Begins again only after a level above this one (1 the first); 0 never; `undefined` after any above. */
  readonly restart: number | undefined
  /** The label is hidden text. */
  readonly hidden: boolean
}

export interface ListDefinition {
  readonly id: string
  readonly levels: readonly (ListLevel | undefined)[]
}

/** A use of a list, which begins some levels anew or formats them otherwise. */
export interface ListInstance {
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, ListLevel>
}

export interface ListUse {
  readonly list: ListDefinition
  readonly instance: ListInstance
}

/** What Word prints before a paragraph: `一、`, and the space that parts it from the text. */
export interface ListLabel {
  readonly text: string
  readonly gap: '' | ' '
}

interface State {
  /** The last number of each level. */
  readonly values: (number | undefined)[]
  /** Overrides of a start that have taken effect. */
  readonly begun: Set<string>
}

export const levelCount = 9

/** Counters of one story: the body, a text box. Uses of one list count on together. */
export class ListCounters {
  private readonly states = new Map<string, State>()
  private readonly find: (use: number) => ListUse | undefined

  constructor(find: (use: number) => ListUse | undefined) {
    this.find = find
  }

  /** Counts a paragraph and gives its label; `undefined` where no number is printed (none, a bullet). */
  next(use: number, at: number): ListLabel | undefined {
    const found = this.find(use)
    if (!found) return undefined
    const { list, instance } = found
    const levelAt = (i: number) => instance.levels.get(i) ?? list.levels[i]
    const level = levelAt(at)
    if (!level) return undefined
    let state = this.states.get(list.id)
    if (!state) {
      state = { values: [], begun: new Set() }
      this.states.set(list.id, state)
    }
    const { values, begun } = state
    const startAt = (i: number) => instance.starts.get(i) ?? levelAt(i)?.start ?? 1
    // A level that was skipped is used up by what stands below it: after 1. and i. of the third level Word
    // prints b. for the first paragraph of the second.
    for (let i = 0; i < at; i++) {
      if (values[i] !== undefined) continue
      values[i] = startAt(i)
      begun.add(`${use} ${i}`)
    }
    // A use that overrides the start begins again, once.
    const key = `${use} ${at}`
    const begins = instance.starts.has(at) && !begun.has(key)
    begun.add(key)
    const last = values[at]
    values[at] = begins || last === undefined ? startAt(at) : last + 1
    for (let i = at + 1; i < levelCount; i++) {
      const restart = levelAt(i)?.restart
      if (restart === undefined || at < restart) values[i] = undefined
    }
    const numbers: LevelNumber[] = []
    for (let i = 0; i <= at; i++) numbers.push({ value: values[i]!, format: levelAt(i)?.format ?? 'decimal' })
    return labelOf(level, numbers)
  }
}

function labelOf(level: ListLevel, numbers: readonly LevelNumber[]): ListLabel | undefined {
  // A bullet is no number: the text begins without it.
  if (level.format === 'bullet' || level.hidden) return undefined
  const text = levelLabel(level.text, numbers, level.legal)
  return text.trim() === '' ? undefined : { text, gap: labelGap(text, level.follow) }
}
