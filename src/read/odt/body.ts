/** content.xml, and the headers and footers of styles.xml: elements to paragraphs, tables and text boxes. */
import type { Block } from '../../document.ts'
import type { ListLabel } from '../counters.ts'
import type { Attributes, Handler } from '../docx/xml.ts'
import { ignored, indexes, margins, marks, shapes, transparent } from './elements.ts'
import { type FieldMark, fieldText } from './fields.ts'
import { Flow } from './flow.ts'
import { ListCounting, type ListStyles, type OpenItem, wholeNumber } from './lists.ts'
import { Path } from './path.ts'
import type { Reading } from './reading.ts'
import type { Resolved, Styles } from './styles.ts'
import { OpenTable } from './tables.ts'
import { TreeBuilder } from './xml.ts'

/** Styles of paragraphs and of lists, of one part or common to both. */
export interface StyleSet {
  readonly styles: Styles
  readonly lists: ListStyles
}

/** More spaces than a line has room for are none of the text. */
const maxSpaces = 1000

const styleNames = new Set(['style:style', 'style:default-style', 'text:list-style', 'text:outline-style'])

/** What is to be done where the element ends. */
type Close = (() => void) | undefined

export class BodyReader implements Handler {
  readonly flow: Flow
  private readonly reading: Reading
  private readonly common: StyleSet
  private readonly own: StyleSet
  private readonly counting: ListCounting
  private readonly path = new Path()
  private readonly closes: Close[] = []
  private readonly tables: OpenTable[] = []
  private readonly tree = new TreeBuilder()
  /** Styles are being read. */
  private into: StyleSet | null = null
  /** Levels of elements that are passed over. */
  private skipping = 0
  private field: FieldMark | null = null

  /** `common` takes the styles of office:styles, `own` the automatic ones. */
  constructor(reading: Reading, part: string, common: StyleSet, own: StyleSet) {
    this.reading = reading
    this.common = common
    this.own = own
    this.flow = new Flow(reading, part)
    this.counting = new ListCounting(own.lists)
  }

  open(name: string, a: Attributes): void {
    if (this.tree.active || (this.into && this.skipping === 0 && styleNames.has(name))) {
      this.tree.begin(name, a)
    } else if (this.skipping > 0) this.skipping++
    else {
      this.path.open(name)
      // Of the styles, others than these decide how the text looks.
      if (this.into || ignored.has(name) || a['text:display'] === 'none') this.skip()
      this.closes.push(this.skipping > 0 ? undefined : this.enter(name, a))
    }
  }

  text(text: string): void {
    if (this.tree.active) this.tree.text(text)
    else if (this.skipping > 0 || this.into) return
    else if (this.flow.inParagraph) this.flow.text(text)
    else if (text.trim() !== '') this.loose(text)
  }

  close(): void {
    if (this.tree.active) {
      const ended = this.tree.end()
      if (ended?.name.startsWith('style:')) this.into?.styles.add(ended)
      else if (ended) this.into?.lists.add(ended)
    } else if (this.skipping > 1) this.skipping--
    else {
      this.skipping = 0
      this.closes.pop()?.()
      this.path.close()
    }
  }

  private skip(): undefined {
    this.skipping = 1
  }

  private enter(name: string, a: Attributes): Close {
    if (transparent.has(name) || marks.test(name)) return this.shown(name, a)
    if (shapes.has(name)) return this.container((blocks) => this.flow.box(blocks))
    if (indexes.has(name)) {
      this.flow.contents++
      return () => {
        this.flow.contents--
      }
    }
    if (margins.has(name)) return a['style:display'] === 'false' ? this.skip() : this.apart()
    if (name.startsWith('table:')) return this.table(name, a)
    if (name.startsWith('field:')) return this.fieldMark(name, a)
    switch (name) {
      case 'office:styles':
        return this.readStyles(this.common)
      case 'office:automatic-styles':
        return this.readStyles(this.own)
      case 'text:p':
      case 'text:h':
        return this.paragraph(name, a)
      case 'text:list':
        this.flow.lists.push(this.counting.open(a, this.flow.lists.at(-1)))
        return () => this.flow.lists.pop()
      case 'text:numbered-paragraph':
        this.flow.lists.push(this.counting.numbered(a))
        return () => this.flow.lists.pop()
      case 'text:list-item':
      case 'text:list-header':
        return this.item(name, a)
      case 'text:section':
        return a['text:display'] === 'condition' && a['text:is-hidden'] === 'true' ? this.skip() : undefined
      case 'text:note-body':
        return this.apart()
      case 'draw:image':
        this.reading.findings.pictures++
        return this.container((blocks) => this.flow.box(blocks))
      case 'draw:object':
      case 'draw:object-ole':
        this.reading.findings.objects++
        return this.skip()
      default:
        return this.inline(name, a)
    }
  }

  /** Fields that say of themselves that they are hidden. */
  private shown(name: string, a: Attributes): Close {
    if (a['text:is-hidden'] !== 'true') return undefined
    if (name === 'text:hidden-paragraph') this.flow.hideParagraph()
    return name === 'text:hidden-text' || name === 'text:hidden-paragraph' ? this.skip() : undefined
  }

  private inline(name: string, a: Attributes): Close {
    const { flow } = this
    switch (name) {
      case 'text:span':
        if (!this.own.styles.get('text', a['text:style-name']).hidden) return undefined
        flow.hidden++
        return () => {
          flow.hidden--
        }
      case 'text:s': {
        const count = Math.min(maxSpaces, Math.max(1, wholeNumber(a['text:c']) ?? 1))
        this.reading.spendRepeated(count - 1)
        flow.characters(' '.repeat(count))
        return undefined
      }
      case 'text:tab':
        flow.characters('\t')
        return undefined
      case 'text:line-break':
        flow.characters('\n')
        return undefined
      case 'text:number':
        flow.inNumber = true
        return () => {
          flow.inNumber = false
        }
      case 'text:a':
        return this.link(a['xlink:href'] ?? '')
      default:
        this.reading.unknown(name)
        return undefined
    }
  }

  private readStyles(into: StyleSet): Close {
    this.into = into
    return () => {
      this.into = null
    }
  }

  /** A container of blocks of its own. */
  private container(done: (blocks: readonly Block[]) => void): Close {
    this.flow.openContainer()
    return () => done(this.flow.closeContainer())
  }

  /** Blocks that are kept apart from the text. */
  private apart(): Close {
    return this.container((blocks) => {
      for (const block of blocks) this.reading.furniture.push(block)
    })
  }

  private paragraph(name: string, a: Attributes): Close {
    const { flow } = this
    const style = this.own.styles.get('paragraph', a['text:style-name'])
    const heading = name === 'text:h' ? Math.max(1, wholeNumber(a['text:outline-level']) ?? 1) : undefined
    flow.openParagraph({
      path: this.path.toString(),
      level: heading,
      align: style.align,
      hidden: style.hidden,
      label: this.label(a, style, heading),
    })
    return () => flow.closeParagraph()
  }

  /** The first paragraph of an item has its number; a heading in no list that of its outline level. */
  private label(a: Attributes, style: Resolved, heading: number | undefined): ListLabel | undefined {
    const list = this.flow.lists.at(-1)
    const item = list?.item
    if (list) {
      if (!item || item.header || item.numbered || a['text:is-list-header'] === 'true') return undefined
      item.numbered = true
      return this.counting.item(list, item, style.list)
    }
    // A style whose list is '' takes the number of its level away.
    if (heading === undefined || a['text:is-list-header'] === 'true' || style.list === '') return undefined
    const start = wholeNumber(a['text:start-value'])
    return this.counting.heading(heading, start ?? (a['text:restart-numbering'] === 'true' ? 1 : undefined))
  }

  private item(name: string, a: Attributes): Close {
    const list = this.flow.lists.at(-1)
    if (!list) return undefined
    const item: OpenItem = {
      header: name === 'text:list-header',
      start: wholeNumber(a['text:start-value']),
      style: a['text:style-override'],
      numbered: false,
    }
    list.item = item
    return () => {
      list.item = null
    }
  }

  private table(name: string, a: Attributes): Close {
    const { tables, flow } = this
    const table = tables.at(-1)
    switch (name) {
      case 'table:table':
        tables.push(new OpenTable(this.reading))
        return () => {
          const made = tables.pop()?.end(tables.length > 0)
          if (made) flow.block(made)
        }
      case 'table:table-header-rows':
        if (table) table.headers++
        return () => {
          if (table) table.headers--
        }
      case 'table:table-row':
        return () => table?.endRow(a)
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.container((blocks) => {
          if (table) table.addCell(a, blocks, name === 'table:covered-table-cell')
          else flow.box(blocks)
        })
      default:
        this.reading.unknown(name)
        return undefined
    }
  }

  private fieldMark(name: string, a: Attributes): Close {
    const { flow } = this
    switch (name) {
      case 'field:fieldmark':
      case 'field:fieldmark-start': {
        const field: FieldMark = { type: a['field:type'] ?? '', parameters: [] }
        this.field = field
        return () => {
          const text = fieldText(field)
          if (text !== null) flow.characters(text)
          if (name === 'field:fieldmark-start') flow.openCode()
        }
      }
      case 'field:param':
        if (this.field && this.field.parameters.length < 256) {
          this.field.parameters.push([a['field:name'] ?? '', a['field:value'] ?? ''])
        }
        return undefined
      case 'field:fieldmark-separator':
        flow.closeCode()
        return undefined
      case 'field:fieldmark-end':
        return undefined
      default:
        this.reading.unknown(name)
        return undefined
    }
  }

  private link(href: string): Close {
    const { flow } = this
    const link = { href, text: '' }
    flow.links.push(link)
    return () => {
      flow.links.pop()
      if (!/^(?:#|$)/.test(href) && link.text.trim() !== '') this.reading.findings.links.push(link)
    }
  }

  /** Text that stands in no paragraph, which no writer should write. */
  private loose(text: string): void {
    const { flow } = this
    const path = this.path.toString()
    flow.openParagraph({ path, level: undefined, align: undefined, hidden: false, label: undefined })
    flow.text(text)
    flow.closeParagraph()
  }
}
