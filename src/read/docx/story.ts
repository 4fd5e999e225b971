/** One part of the document (the body, a header, the footnotes) read and written anew, an element a handler. */
import { YaodianError } from '../../errors.ts'
import { Alternates, type Choice } from './alternates.ts'
import { addressed, drawn, ignored, transparent } from './elements.ts'
import { type FieldEnd, Fields } from './fields.ts'
import { Flow, mark } from './flow.ts'
import type { Relationship } from './package.ts'
import { type Rewriting, remember, type StoryPart } from './rewrite.ts'
import { TableReader } from './table-reader.ts'
import { type Attributes, child, flag, type Handler, type Node, node, scan, val } from './xml.ts'

interface Address {
  readonly path: string
  readonly counts: Map<string, number>
  /** Text boxes met in a paragraph. */
  boxes: number
}

type Close = () => void
/** What opening an element leads to: its close, if it has one; or all that it holds is skipped, or kept. */
type Opened = Close | Choice | undefined
type Open = (attributes: Attributes) => Opened

/** Fonts whose signs mammoth knows as Unicode. */
const symbolFonts = /^(?:Symbol|Webdings|Wingdings(?: [23])?)$/

const noClose: Close = () => undefined

/** Properties are gathered as a tree and then judged. */
const gathered: ReadonlySet<string> = new Set(['w:pPr', 'w:rPr', 'w:trPr', 'w:tcPr', 'w:sectPr', 'w:ffData'])

export class Story implements Handler {
  private readonly whole: Rewriting
  private readonly part: StoryPart
  private readonly withFields: boolean
  private readonly flow: Flow
  private readonly relationships: ReadonlyMap<string, Relationship>
  private readonly fields = new Fields()
  private readonly addresses: Address[] = [{ path: '', counts: new Map(), boxes: 0 }]
  private readonly tables: TableReader
  private readonly closes: Close[] = []
  private readonly gathering: Node[] = []
  private readonly alternates = new Alternates()
  private readonly hrefs: (string | undefined)[] = []
  private characters: string | null = null
  private hiddenRun = false
  private skipping = 0
  private preserve = false
  private bodies = 0

  constructor(whole: Rewriting, part: StoryPart, withFields: boolean) {
    this.whole = whole
    this.part = part
    this.withFields = withFields
    this.relationships = new Map(part.relationships.map((r) => [r.id, r]))
    this.flow = new Flow(part.part, whole.paragraphs, whole.styles, whole.lists)
    this.tables = new TableReader(whole, this.flow)
  }

  /** @returns the part's blocks as mammoth gets them */
  read(): string[] {
    this.whole.findings.faults += scan(this.part.xml, this.part.part, this.whole.limits.maxDepth, this)
    if (this.bodies === 0) throw new YaodianError('document/damaged', { detail: `${this.part.part}: w:body` })
    return this.flow.closeContainer()
  }

  /** A field was begun and not ended, or ended and not begun. */
  get unbalanced(): boolean {
    return this.withFields && (this.fields.unbalanced || this.fields.open)
  }

  open(name: string, attributes: Attributes): void {
    if (this.alternates.keeping) {
      this.alternates.keep('open', () => this.open(name, attributes))
      return
    }
    if (this.skipping > 0) {
      this.skipping++
      if (name === 'w:txbxContent') this.countBox()
      return
    }
    if (this.gathering.length > 0 || gathered.has(name)) {
      const made = node(name, attributes)
      this.gathering.at(-1)?.children.push(made)
      this.gathering.push(made)
      return
    }
    if (addressed.has(name)) this.enter(name)
    const opener = this.openers.get(name)
    let close: Opened
    if (opener) close = opener(attributes)
    else if (ignored.has(name)) close = 'skip'
    else if (!transparent.has(name) && !drawn.test(name)) remember(this.whole.findings.unknown, name)
    if (close === 'skip') this.skipping = 1
    else if (close !== 'record') this.closes.push(typeof close === 'function' ? close : noClose)
  }

  text(text: string): void {
    if (this.alternates.keeping) {
      this.alternates.keep('text', () => this.text(text))
      return
    }
    if (this.skipping > 0) return
    if (this.gathering.length > 0) this.gathering.at(-1)!.text += text
    else if (this.characters !== null) this.characters += text
  }

  close(name: string): void {
    if (this.alternates.keeping) {
      this.alternates.keep('close', () => this.close(name))
      return
    }
    if (this.skipping > 0) {
      this.skipping--
      return
    }
    const gathering = this.gathering.pop()
    if (gathering) {
      if (this.gathering.length === 0) this.judge(gathering)
      return
    }
    this.closes.pop()!()
    if (addressed.has(name)) this.addresses.pop()
  }

  private readonly handlers: Readonly<Record<string, Open>> = {
    'w:document': (attributes) => {
      this.preserve = attributes['xml:space'] === 'preserve'
      return undefined
    },
    // Several bodies were written by a converter; mammoth reads the first, Word all.
    'w:body': () => {
      this.bodies++
      return undefined
    },
    'w:hdr': () => this.root(),
    'w:ftr': () => this.root(),
    'w:footnotes': () => this.root(),
    'w:endnotes': () => this.root(),
    // The lines that part notes from the text are notes as well (17.11.9).
    'w:footnote': (attributes) => (isSeparator(attributes) ? this.leave() : undefined),
    'w:endnote': (attributes) => (isSeparator(attributes) ? this.leave() : undefined),
    'w:p': () => {
      const nested = this.nest()
      this.flow.openParagraph(this.path)
      return () => {
        this.flow.closeParagraph()
        nested()
      }
    },
    'w:r': () => this.openRun(),
    'm:r': () => this.openRun(),
    'w:t': (attributes) => this.gatherText(attributes),
    // mammoth has no formulas: their letters are kept in their order.
    'm:t': (attributes) => this.gatherText(attributes),
    'a:t': (attributes) => this.gatherText(attributes),
    'a:p': () => this.openBox(`${this.path}/descendant::a:p`),
    'w:tab': () => this.write('\t'),
    // A tab by alignment; mammoth drops it.
    'w:ptab': () => this.write('\t'),
    'w:br': ({ 'w:type': type }) => {
      if (type === 'page' || type === 'column') this.flow.breakPage()
      else this.write('\n')
      return undefined
    },
    // mammoth drops it: a carriage return breaks the line as w:br does (17.3.3.4).
    'w:cr': () => this.write('\n'),
    'w:noBreakHyphen': () => this.write('\u2011'),
    'w:softHyphen': () => this.write('\u00ad'),
    'w:sym': ({ 'w:font': font, 'w:char': char }) => {
      this.symbol(font ?? '', char ?? '')
      return undefined
    },
    'w:hyperlink': (attributes) => this.openLink(attributes),
    'w:fldChar': ({ 'w:fldCharType': type }) => {
      if (this.withFields) this.fieldCharacter(type)
      return undefined
    },
    // mammoth drops the element with its result.
    'w:fldSimple': ({ 'w:instr': code }) => {
      if (!this.withFields) return undefined
      this.fields.begin(code)
      this.fields.separate()
      return () => this.endField(this.fields.end())
    },
    'w:instrText': () =>
      this.gather((code) => {
        if (this.withFields) this.fields.instruction(code)
      }),
    'w:tbl': () => this.openTable(),
    'w:tr': () => this.tables.openRow(),
    'w:tc': () => this.tables.openCell(),
    'w:drawing': () => this.drawing(),
    'w:pict': () => this.drawing(),
    'w:object': () => this.drawing(),
    'w:txbxContent': () => this.openTextBox(),
    // WordArt keeps its text in an attribute: the masthead of a 红头文件 is often one.
    'v:textpath': ({ string }) => {
      if (string === undefined || string.trim() === '') return undefined
      const close = this.openBox(`${this.path}/descendant::v:textpath`)
      this.flow.text(string, this.path)
      return close
    },
    'pic:pic': () => {
      this.whole.findings.images++
      return undefined
    },
    'v:imagedata': () => {
      this.whole.findings.images++
      return undefined
    },
    'c:chart': () => {
      this.whole.findings.drawings++
      return undefined
    },
    'dgm:relIds': () => {
      this.whole.findings.drawings++
      return undefined
    },
    'mc:AlternateContent': () => {
      this.alternates.begin()
      return () => this.alternates.end()
    },
    'mc:Choice': ({ Requires: requires }) => this.alternates.choose(requires),
    'mc:Fallback': () => this.alternates.fallBack(),
    'w:altChunk': ({ 'r:id': id }) => this.embedded(id),
    'w:subDoc': ({ 'r:id': id }) => this.embedded(id),
  }
  private readonly openers = new Map(Object.entries(this.handlers))

  private root(): undefined {
    this.bodies++
    return undefined
  }

  private leave(): 'skip' {
    this.addresses.pop()
    return 'skip'
  }

  // Addresses

  private get path(): string {
    return this.addresses.at(-1)!.path
  }

  private enter(name: string): void {
    const { path, counts } = this.addresses.at(-1)!
    const n = (counts.get(name) ?? 0) + 1
    counts.set(name, n)
    const step = `${name}[${n}]`
    this.addresses.push({ path: path === '' ? step : `${path}/${step}`, counts: new Map(), boxes: 0 })
  }

  /** A text box counts for every paragraph that it stands in, boxes that are passed over too. */
  private countBox(): void {
    for (const address of this.addresses) address.boxes++
  }

  // Properties

  private judge(properties: Node): void {
    switch (properties.name) {
      case 'w:pPr': {
        this.flow.properties(properties)
        const section = child(properties, 'w:sectPr')
        if (section) this.section(section)
        break
      }
      case 'w:rPr':
        this.hiddenRun = this.hides(properties)
        break
      case 'w:trPr':
        this.tables.startRow(properties)
        break
      case 'w:tcPr':
        this.tables.startCell(properties)
        break
      case 'w:sectPr':
        this.section(properties)
        break
      default:
        this.fields.form(properties)
    }
  }

  /** w:vanish toggles between styles: hidden in both is to be seen (17.7.3). */
  private hides(rPr: Node): boolean {
    const own = flag(rPr, 'w:vanish')
    return own ?? this.whole.styles.character(val(rPr, 'w:rStyle')).hidden !== this.flow.styleHides
  }

  private section(sectPr: Node): void {
    for (const { name, attributes } of sectPr.children) {
      if (name !== 'w:headerReference' && name !== 'w:footerReference') continue
      const found = this.relationships.get(attributes['r:id'] ?? '')
      if (found && !found.external) this.whole.furniture.add(found.target)
    }
  }

  // Runs

  private openRun(): Close {
    const outer = this.hiddenRun
    this.hiddenRun = this.flow.styleHides
    return () => {
      this.hiddenRun = outer
    }
  }

  private get seen(): boolean {
    return !this.hiddenRun && !this.fields.inCode
  }

  /** Characters of an element; an element within it has its own. */
  private gather(end: (text: string) => void): Close {
    const outer = this.characters
    this.characters = ''
    return () => {
      const text = this.characters ?? ''
      this.characters = outer
      end(text)
    }
  }

  private gatherText(attributes: Attributes): Close {
    const preserve = this.preserve || attributes['xml:space'] === 'preserve'
    // Without xml:space="preserve" white space at the edges is the file's layout (17.3.3.31).
    return this.gather((text) => this.write(preserve ? text : trim(text)))
  }

  private write(text: string): undefined {
    if (!this.seen || text === '') return
    this.turnLink()
    this.flow.text(text, this.path)
    if (this.fields.inContents) this.flow.markContents()
  }

  private turnLink(): void {
    this.flow.link = this.fields.link === undefined ? this.hrefs.at(-1) : this.whole.link(this.fields.link)
  }

  /**
   * A sign of a symbol font stands at F000–F0FF or 00–FF (17.3.3.30). Any other code is Unicode, which
   * mammoth drops for want of the font.
   */
  private symbol(font: string, char: string): void {
    const code = /^[0-9a-f]{1,4}$/i.test(char) ? Number.parseInt(char, 16) : 0
    if (code === 0) return
    const own = (code >= 0x20 && code <= 0xff) || (code >= 0xf020 && code <= 0xf0ff)
    if (own && symbolFonts.test(font)) {
      if (!this.seen) return
      this.turnLink()
      this.flow.symbol(font, code.toString(16).toUpperCase().padStart(4, '0'), this.path)
      return
    }
    if (code >= 0xe000 && code <= 0xf8ff) remember(this.whole.findings.symbols, `${font} ${char}`)
    if (code < 0xd800 || code > 0xdfff) this.write(String.fromCharCode(code))
  }

  private openLink(attributes: Attributes): Close {
    const found = this.relationships.get(attributes['r:id'] ?? '')
    const target = found?.external ? found.target : undefined
    const anchor = attributes['w:anchor']
    // A link into this document leads nowhere outside it.
    const href = target && (anchor ? `${target}#${anchor}` : target)
    this.hrefs.push(href ? this.whole.link(href) : this.hrefs.at(-1))
    return () => {
      this.hrefs.pop()
    }
  }

  // Fields

  private fieldCharacter(type: string | undefined): void {
    if (type === 'begin') this.fields.begin()
    else if (type === 'separate') this.fields.separate()
    else if (type === 'end') this.endField(this.fields.end())
  }

  private endField(end: FieldEnd): void {
    if (end === null || !this.seen) return
    if (end.kind === 'text') this.write(end.text)
    else if (end.kind === 'symbol') this.symbol(end.font, end.char)
    else remember(this.whole.findings.fields, end.name)
  }

  // Drawings and alternatives

  private drawing(): 'skip' | undefined {
    return this.seen ? undefined : 'skip'
  }

  private openTextBox(): Close {
    const host = this.path
    this.countBox()
    const { boxes } = this.addresses.at(-1)!
    const close = this.openFrame()
    this.addresses.push({ path: `${host}/descendant::w:txbxContent[${boxes}]`, counts: new Map(), boxes: 0 })
    return () => {
      this.addresses.pop()
      close()
    }
  }

  /** A paragraph of a drawing. */
  private openBox(path: string): Close {
    const close = this.openFrame()
    this.flow.openParagraph(path)
    return close
  }

  /** Blocks within a paragraph; what hides or links the run around them is not theirs. */
  private openFrame(): Close {
    const hidden = this.hiddenRun
    this.hiddenRun = false
    this.hrefs.push(undefined)
    this.flow.openContainer()
    return () => {
      const blocks = this.flow.closeContainer()
      this.hiddenRun = hidden
      this.hrefs.pop()
      this.flow.box(blocks)
    }
  }

  /** A block that a converter left inside a paragraph is set after it. */
  private nest(): Close {
    return this.flow.inParagraph ? this.openFrame() : noClose
  }

  private embedded(id: string | undefined): 'skip' {
    const found = this.relationships.get(id ?? '')
    if (found?.type === 'aFChunk' && !found.external) {
      const { chunks } = this.whole
      if (!chunks.has(found.target)) this.flow.blocks([mark(`chunk${chunks.size}`)])
      chunks.add(found.target)
    } else remember(this.whole.findings.elsewhere, found?.target ?? id ?? '')
    return 'skip'
  }

  private openTable(): Close {
    const nested = this.nest()
    const close = this.tables.openTable()
    return () => {
      close()
      nested()
    }
  }
}

const space = /[ \t\r\n]/

function trim(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && space.test(text[from]!)) from++
  while (to > from && space.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

function isSeparator(attributes: Attributes): boolean {
  const type = attributes['w:type']
  return type !== undefined && type !== 'normal'
}
