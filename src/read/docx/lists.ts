/** Automatic numbers: lists of numbering.xml and their counters (ISO/IEC 29500-1, 17.9). */
import { ListCounters, type ListInstance, type ListLevel, type ListUse, levelCount } from '../counters.ts'
import { type NumberFormat, numberFormat } from '../numbering.ts'
import type { Styles } from './styles.ts'
import { child, collect, flag, integer, type Node, val } from './xml.ts'

interface Level extends ListLevel {
  /** The paragraph style that this level is tied to. */
  readonly style: string | undefined
}

interface List {
  readonly id: string
  readonly levels: readonly (Level | undefined)[]
  /** The numbering style whose list this is in truth. */
  readonly link: string | undefined
}

interface Instance extends ListInstance {
  readonly list: string
}

interface Use extends ListUse {
  readonly list: List
}

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
  private find(numId: number): Use | undefined {
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

/** Word's own limit of a level's text is 31 characters; a longer one would be printed at every paragraph. */
const longestText = 255

function readLevel(element: Node): Level {
  const follow = val(element, 'w:suff')
  const text = (val(element, 'w:lvlText') ?? '').slice(0, longestText)
  // A text of signs alone is a bullet whatever its format says; 附件 or Chapter is printed.
  const sign = !/%[1-9]|\p{L}|\p{N}/u.test(text)
  return {
    // 17.9.25: zero where it is left out.
    start: Math.max(0, integer(element, 'w:start') ?? 0),
    format: sign && text !== '' ? 'bullet' : readFormat(element),
    text,
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
function readFormat(level: Node): NumberFormat {
  const alternate = child(level, 'mc:AlternateContent')
  const own = child(level, 'w:numFmt') ?? child(child(alternate, 'mc:Choice'), 'w:numFmt')
  const zeros = /^(0{1,4})1, 0+2/.exec(own?.attributes['w:format'] ?? '')?.[1]?.length ?? 0
  if (zeros > 0) return numberFormat(zeros === 1 ? 'decimalZero' : `decimalZero${zeros + 1}`)!
  const fallback = child(child(alternate, 'mc:Fallback'), 'w:numFmt')
  const chosen = own?.attributes['w:val'] === 'custom' && fallback ? fallback : own
  return numberFormat(chosen?.attributes['w:val'] ?? 'decimal') ?? 'decimal'
}
