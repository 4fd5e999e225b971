/**
 * Tokens to stories: keeps the stack of groups, decodes bytes by the font in force, and hands text and
 * control words to where they belong. It does not recur: groups may nest as deep as the limit says.
 */

import type { Block } from '../../document.ts'
import { symbolText } from '../doc/symbols.ts'
import { tooLarge } from '../too-large.ts'
import { actions } from './actions.ts'
import { symbolCharacter, wordCharacter } from './characters.ts'
import { decodeAnsi, decodePage, isKnown } from './codepages.ts'
import { ignored } from './destinations.ts'
import { isSymbol } from './fonts.ts'
import { type Group, inner, nowhere, paragraphDefaults, plain } from './group.ts'
import { Info } from './info.ts'
import { Reading } from './reading.ts'
import { RowBuilder } from './rows.ts'
import { Story } from './story.ts'
import { Scanner } from './tokens.ts'

/** Names of unknown destinations that are kept to be reported. */
const maxReported = 100

export interface InterpreterLimits {
  readonly maxDepth: number
  readonly maxCells: number
  readonly maxPartBytes: number
}

export class Interpreter {
  readonly reading: Reading
  readonly info = new Info()
  /** Name of the shape's property whose value comes next. */
  shapeProperty = ''
  readonly furniture: Block[] = []
  readonly scanner: Scanner
  /** \ansicpg, \mac, \pc: the code page of fonts that have none; `null` where none is named. */
  page: number | null = null
  /** \deff */
  defaultFont = 0
  /** Where the file ended before its outermost group did. */
  truncatedAt: number | null = null
  private readonly maxDepth: number
  private readonly stack: Group[] = []
  group: Group
  private readonly pending: Pending
  /** Bytes of the alternative to \u that are still to be passed over. */
  private skip = 0
  private starred = false

  constructor(bytes: Uint8Array, at: number, limits: InterpreterLimits) {
    this.reading = new Reading(limits)
    this.maxDepth = limits.maxDepth
    this.scanner = new Scanner(bytes, at)
    this.pending = new Pending()
    const story = new Story(this.reading)
    this.group = {
      sink: story,
      story,
      silenced: null,
      rows: new RowBuilder(),
      character: plain,
      paragraph: paragraphDefaults,
      fallback: 1,
      field: null,
      link: null,
      contents: false,
      fresh: false,
      close: null,
    }
  }

  /** Reads to the brace that ends the document; what stands after it is none of it. */
  run(): { readonly blocks: readonly Block[]; readonly contents: readonly Block[] } {
    const { scanner } = this
    // Text that no mark ends has the properties of the group that it stands in.
    let last = this.group
    for (;;) {
      const kind = scanner.next()
      if (kind !== 'text' && kind !== 'byte') this.flush()
      if (kind === 'end') {
        this.truncatedAt = scanner.at
        for (; this.stack.length > 0; this.close()) last = this.group
        break
      }
      if (kind === 'open') this.open()
      else if (kind === 'close') {
        last = this.group
        this.close()
        if (this.stack.length === 0) break
      } else this.take()
    }
    return last.story.finish(last)
  }

  /** Text met now is of the document, not of its tables. */
  get inStory(): boolean {
    return this.group.sink === this.group.story
  }

  /** Passes over the rest of the group. */
  skipGroup(): void {
    this.scanner.skipGroup()
  }

  /** Text that no byte of the file is: a character that a control word stands for. */
  write(text: string): void {
    this.group.sink.text(text, this.scanner.start, this.scanner.at, this.group)
  }

  /** A sign of a symbol font. What no table knows stays the font's own character. */
  sign(font: string, char: number): string {
    const text = symbolText(font, char)
    if (text === null && this.inStory)
      this.reading.findings.symbols.add(`${font} ${char.toString(16).toUpperCase()}`)
    return text ?? String.fromCharCode(char)
  }

  /** Text goes nowhere in this group; a group within may have some again. */
  silence(): void {
    const { group } = this
    if (group.sink !== nowhere) group.silenced = group.sink
    group.sink = nowhere
  }

  /** Text goes again where it went before {@link silence}. */
  unsilence(): void {
    if (this.group.silenced) this.group.sink = this.group.silenced
  }

  /** The paragraphs of the group around have bullets, not numbers. */
  bullet(): void {
    const outer = this.stack.at(-1)
    if (outer) outer.paragraph = { ...outer.paragraph, bullet: true }
  }

  /** A story of its own, until the group ends. */
  openStory(done: (blocks: readonly Block[]) => void): void {
    const { group } = this
    const story = new Story(this.reading)
    group.sink = story
    group.story = story
    group.silenced = null
    group.rows = new RowBuilder()
    group.paragraph = paragraphDefaults
    group.character = plain
    group.field = null
    group.link = null
    group.close = () => {
      const { blocks, contents } = story.finish(group)
      done(contents.length > 0 ? [...blocks, ...contents] : blocks)
    }
  }

  private open(): void {
    this.skip = 0
    if (this.stack.length >= this.maxDepth) {
      throw tooLarge('depth', null, this.maxDepth)
    }
    this.group.fresh = false
    this.stack.push(this.group)
    this.group = inner(this.group)
  }

  private close(): void {
    this.skip = 0
    this.starred = false
    this.group.close?.()
    const outer = this.stack.pop()
    if (outer) this.group = outer
  }

  private take(): void {
    const { scanner } = this
    switch (scanner.kind) {
      case 'text':
        this.began()
        this.bytes(scanner.start, scanner.at)
        break
      case 'byte':
        this.began()
        if (this.skip > 0) this.skip--
        else this.put(scanner.byte)
        break
      case 'symbol':
        this.symbol(scanner.byte)
        break
      case 'word':
        this.word(scanner.word, scanner.param)
        break
      case 'binary':
        if (this.skip > 0) this.skip--
        break
      default:
    }
  }

  private began(): void {
    this.group.fresh = false
    this.starred = false
  }

  private bytes(start: number, end: number): void {
    const from = Math.min(end, start + this.skip)
    this.skip -= from - start
    if (from < end) this.pending.addRange(this.scanner.bytes, from, end)
  }

  private put(byte: number): void {
    this.pending.add(byte, this.scanner.start, this.scanner.at)
  }

  private symbol(byte: number): void {
    if (byte === 0x2a) {
      // Only what begins a group can make it one to be passed over; LibreOffice wrote \* before \cs too.
      this.starred = this.group.fresh
      return
    }
    this.began()
    const character = symbolCharacter(byte)
    if (character !== undefined) {
      if (this.skip > 0) this.skip--
      else this.write(character)
      return
    }
    this.skip = 0
    // A backslash at the end of a line is \par.
    if (byte === 0x0a || byte === 0x0d) actions.par!(this, null)
  }

  private word(word: string, param: number | null): void {
    const { group, starred } = this
    this.began()
    const character = wordCharacter(word)
    if (character !== undefined && this.skip > 0) {
      this.skip--
      return
    }
    // What is no character is none of the alternative, even where it stands in its place.
    this.skip = 0
    if (group.sink.word?.(word, param, group)) return
    if (character !== undefined) this.write(character)
    else if (word === 'u') this.unicode(param)
    else if (Object.hasOwn(actions, word)) actions[word]!(this, param)
    else if (ignored.has(word)) this.skipGroup()
    else if (starred) {
      const { destinations } = this.reading.findings
      if (destinations.size < maxReported) destinations.add(word)
      this.skipGroup()
    }
  }

  /** \u is of 16 bits, with a sign; some writers give whole code points. */
  private unicode(param: number | null): void {
    const { group } = this
    this.skip = group.fallback
    if (param === null || param > 0x10ffff || param < -0x8000) return
    const code = param < 0 ? param + 0x10000 : param
    if (code > 0xffff) {
      this.write(String.fromCodePoint(code))
      return
    }
    const font = this.reading.fonts.get(group.character.font ?? this.defaultFont)
    const sign = (code >= 0xf000 && code <= 0xf0ff) || (code < 0x100 && isSymbol(font))
    this.write(sign ? this.sign(font?.name ?? '', code) : String.fromCharCode(code))
  }

  /** Decodes the bytes met since the last token that was none. */
  private flush(): void {
    const { pending, group } = this
    if (pending.length === 0) return
    const text = this.decode(pending.take())
    for (let at = this.inStory ? text.indexOf('\ufffd') : -1; at >= 0; at = text.indexOf('\ufffd', at + 1)) {
      this.reading.findings.replaced++
    }
    group.sink.text(text, pending.from, pending.to, group)
  }

  private decode(bytes: Uint8Array): string {
    const font = this.reading.fonts.get(this.group.character.font ?? this.defaultFont)
    if (isSymbol(font))
      return Array.from(bytes, (b) => (b < 0x20 ? '' : this.sign(font?.name ?? '', b))).join('')
    if (bytes.every((b) => b < 0x80)) return Buffer.from(bytes).toString('latin1')
    const page = font?.page ?? this.page
    if (page !== null && !isKnown(page)) this.reading.findings.pages.add(page)
    if (font && font.page !== null) return decodePage(bytes, font.page)
    return decodeAnsi(bytes, font?.charset ?? null, this.page)
  }
}

/** Bytes of one character or many, whether written as they are or as `\'b5`. */
class Pending {
  length = 0
  from = 0
  to = 0
  private bytes = new Uint8Array(1024)

  add(byte: number, from: number, to: number): void {
    this.reserve(1, from)
    this.bytes[this.length++] = byte
    this.to = to
  }

  addRange(bytes: Uint8Array, from: number, to: number): void {
    this.reserve(to - from, from)
    this.bytes.set(bytes.subarray(from, to), this.length)
    this.length += to - from
    this.to = to
  }

  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length)
    this.length = 0
    return taken
  }

  private reserve(more: number, from: number): void {
    if (this.length === 0) this.from = from
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}
