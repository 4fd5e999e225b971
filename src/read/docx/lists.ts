/** Automatic numbers: lists of numbering.xml and their counters (ISO/IEC 29500-1, 17.9). */
import {
  type Follow,
  formatNumber,
  type LevelNumber,
  labelGap,
  levelLabel,
  type NumberFormat,
  numberFormat,
} from '../numbering.ts'
import type { Styles } from './styles.ts'
import { child, collect, flag, integer, type Node, val } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: NumberFormat
  /** Of a format made by example (`001, 002, …`): how many digits. */
  readonly digits: number
  readonly text: string
  readonly follow: Follow
  readonly legal: boolean
  /** The level (1 the first) after which this one begins again; 0 never; `undefined` after any above it. */
  readonly restart: number | undefined
  readonly style: string | undefined
  readonly hidden: boolean
}

interface List {
  readonly id: string
  readonly levels: readonly (Level | undefined)[]
  /** The numbering style whose list this is in truth. */
  readonly link: string | undefined
}

interface Instance {
  readonly list: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

/** Where a list stands: the last number of each level, and the overrides that have taken effect. */
interface Counters {
  readonly values: (number | undefined)[]
  readonly begun: Set<string>
}

/** What Word prints before a paragraph: `一、`, and the space that parts it from the text. */
export interface Label {
  readonly text: string
  readonly gap: '' | ' '
}

const levelCount = 9

export class Lists {
  private readonly lists = new Map<string, List>()
  private readonly instances = new Map<number, Instance>()
  private readonly styles: Styles

  constructor(xml: string | null, part: string, maxDepth: number, styles: Styles) {
    this.styles = styles
    if (xml === null) return
    for (const element of collect(xml, part, maxDepth, wanted)) {
      if (element.name === 'w:abstractNum') {
        const list = readList(element)
        if (!this.lists.has(list.id)) this.lists.set(list.id, list)
      } else {
        const id = Number(element.attributes['w:numId'] ?? Number.NaN)
        if (Number.isInteger(id) && !this.instances.has(id)) this.instances.set(id, readInstance(element))
      }
    }
  }

  /** The list behind an instance, through the numbering style that it may only name (17.9.21). */
  private find(numId: number): { list: List; instance: Instance } | undefined {
    const instance = this.instances.get(numId)
    let list = instance && this.lists.get(instance.list)
    for (let hops = 0; list?.link !== undefined && hops < levelCount; hops++) {
      const linked = this.styles.numbering(list.link)
      const target = linked === undefined ? undefined : this.instances.get(linked)
      const next = target && this.lists.get(target.list)
      if (!next || next === list) break
      list = next
    }
    return instance && list && { list, instance }
  }

  /**
   * The list and level of a paragraph. Its own numPr goes before its style's; numId 0 takes numbering
   * away (17.9.18). A level tied to the style (w:pStyle) goes before the level that the style names, for
   * Word leaves w:ilvl of styles aside (17.9.3).
   */
  placeOf(
    own: { numId: number | undefined; ilvl: number | undefined },
    styleId: string | undefined,
  ): { numId: number; level: number } | undefined {
    const style = this.styles.paragraph(styleId)
    const numId = own.numId ?? style.numId
    if (numId === undefined || numId <= 0) return undefined
    const found = this.find(numId)
    if (!found) return undefined
    const tied = () => {
      for (const id of style.chain) {
        const at = found.list.levels.findIndex((l) => l?.style === id)
        if (at >= 0) return at
      }
      return undefined
    }
    const level = own.ilvl ?? tied() ?? style.ilvl ?? 0
    return level >= 0 && level < levelCount ? { numId, level } : undefined
  }

  /** Counters of one story: the body, a header. */
  counters(): ListCounters {
    return new ListCounters((numId) => this.find(numId))
  }
}

export class ListCounters {
  private readonly states = new Map<string, Counters>()
  private readonly find: (numId: number) => { list: List; instance: Instance } | undefined

  constructor(find: (numId: number) => { list: List; instance: Instance } | undefined) {
    this.find = find
  }

  /** Counts a paragraph and gives its label; `undefined` where nothing is printed (none, a bullet). */
  next(numId: number, at: number): Label | undefined {
    const found = this.find(numId)
    if (!found) return undefined
    const { list, instance } = found
    let state = this.states.get(list.id)
    if (!state) {
      state = { values: [], begun: new Set() }
      this.states.set(list.id, state)
    }
    const levelAt = (i: number) => instance.levels.get(i) ?? list.levels[i]
    const startAt = (i: number) => instance.starts.get(i) ?? levelAt(i)?.start ?? 1
    const level = levelAt(at)
    if (!level) return undefined
    // Instances of one list count on together; one that overrides the start begins again, once.
    const key = `${numId} ${at}`
    const begins = instance.starts.has(at) && !state.begun.has(key)
    state.begun.add(key)
    const last = state.values[at]
    state.values[at] = begins || last === undefined ? startAt(at) : last + 1
    for (let i = at + 1; i < levelCount; i++) {
      const restart = levelAt(i)?.restart
      if (restart === undefined || at < restart) state.values[i] = undefined
    }
    const numbers: LevelNumber[] = []
    for (let i = 0; i <= at; i++) {
      const l = levelAt(i)
      // A level that no paragraph had yet shows its start and is not used up by that.
      numbers.push({ value: state.values[i] ?? startAt(i), format: l?.format ?? 'decimal' })
    }
    return labelOf(level, numbers)
  }
}

function labelOf(level: Level, numbers: readonly LevelNumber[]): Label | undefined {
  // A bullet is no number: the text begins without it.
  if (level.format === 'bullet' || level.hidden) return undefined
  const own = numbers.at(-1)!
  const padded =
    level.digits > 0
      ? level.text.replaceAll(
          `%${numbers.length}`,
          formatNumber(own.value, 'decimal').padStart(level.digits, '0'),
        )
      : level.text
  const text = levelLabel(padded, numbers, level.legal)
  return text.trim() === '' ? undefined : { text, gap: labelGap(text, level.follow) }
}

const wanted = new Set(['w:abstractNum', 'w:num'])

function readList(element: Node): List {
  const levels: (Level | undefined)[] = []
  for (const l of element.children) {
    if (l.name !== 'w:lvl') continue
    const at = Number(l.attributes['w:ilvl'] ?? 0)
    if (Number.isInteger(at) && at >= 0 && at < levelCount) levels[at] ??= readLevel(l)
  }
  return {
    id: element.attributes['w:abstractNumId'] ?? '',
    levels,
    link: val(element, 'w:numStyleLink'),
  }
}

function readInstance(element: Node): Instance {
  const starts = new Map<number, number>()
  const levels = new Map<number, Level>()
  for (const o of element.children) {
    if (o.name !== 'w:lvlOverride') continue
    const at = Number(o.attributes['w:ilvl'] ?? 0)
    if (!Number.isInteger(at) || at < 0 || at >= levelCount) continue
    const start = integer(o, 'w:startOverride')
    if (start !== undefined) starts.set(at, start)
    const level = child(o, 'w:lvl')
    if (level) levels.set(at, readLevel(level))
  }
  return { list: val(element, 'w:abstractNumId') ?? '', starts, levels }
}

function readLevel(element: Node): Level {
  const { format, digits } = readFormat(element)
  const follow = val(element, 'w:suff')
  return {
    // 17.9.25: zero where it is left out.
    start: Math.max(0, integer(element, 'w:start') ?? 0),
    format,
    digits,
    text: val(element, 'w:lvlText') ?? '',
    follow: follow === 'space' || follow === 'nothing' ? follow : 'tab',
    legal: flag(element, 'w:isLgl') ?? false,
    restart: integer(element, 'w:lvlRestart'),
    style: val(element, 'w:pStyle'),
    hidden: flag(child(element, 'w:rPr'), 'w:vanish') ?? false,
  }
}

/**
 * `custom` gives its format by example (`001, 002, 003, ...`, [MS-DOCX] 2.4) in an mc:Choice whose
 * Fallback names a format of the standard; a level without a format is decimal (17.9.17).
 */
function readFormat(level: Node): { format: NumberFormat; digits: number } {
  const alternate = child(level, 'mc:AlternateContent')
  const own = child(level, 'w:numFmt') ?? child(child(alternate, 'mc:Choice'), 'w:numFmt')
  const example = own?.attributes['w:format'] ?? ''
  const zeros = /^(0+)1, 0+2/.exec(example)?.[1]
  if (zeros !== undefined) return { format: 'decimal', digits: zeros.length + 1 }
  const fallback = child(child(alternate, 'mc:Fallback'), 'w:numFmt')
  const name =
    own?.attributes['w:val'] === 'custom' && fallback
      ? fallback.attributes['w:val']
      : own?.attributes['w:val']
  return { format: numberFormat(name ?? 'decimal') ?? 'decimal', digits: 0 }
}
