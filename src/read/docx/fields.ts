/**
 * Fields (17.16): of a field the result is printed, not its code. What a field with no result prints is
 * made up for where its code alone decides it: an enclosed character, a symbol, a form's box.
 */
import { child, flag, integer, type Node, val } from './xml.ts'

interface Field {
  code: string
  form: Node | undefined
  state: 'code' | 'result'
  /** Of the result: where it links to, whether it is a contents, by this field or by one around it. */
  link: string | undefined
  contents: boolean
}

/** What a field that ends without a result prints. */
export type FieldEnd =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'symbol'; readonly font: string; readonly char: string }
  /** It prints something that the file does not say. */
  | { readonly kind: 'lost'; readonly name: string }
  | null

/** A code is some words and an address. */
const longestCode = 4096
/** `EQ \o\ac(○,21)` is 16. */
const longestEquation = 200

export class Fields {
  private readonly stack: Field[] = []
  private codes = 0
  /** An end or a separator without its beginning was met: tracked changes can cut a field in two. */
  unbalanced = false

  /** Text met now is part of a code (`{ IF { MERGEFIELD x } = 1 … }`: also a nested field's result). */
  get inCode(): boolean {
    return this.codes > 0
  }

  get open(): boolean {
    return this.stack.length > 0
  }

  /** Text met now is in a table of contents, which repeats the headings. */
  get inContents(): boolean {
    return this.stack.at(-1)?.contents ?? false
  }

  /** Where the text met now links to, outside this document. */
  get link(): string | undefined {
    return this.stack.at(-1)?.link
  }

  begin(code = ''): void {
    const outer = this.stack.at(-1)
    this.stack.push({
      code,
      form: undefined,
      state: 'code',
      link: outer?.link,
      contents: outer?.contents ?? false,
    })
    this.codes++
  }

  form(data: Node): void {
    const field = this.stack.at(-1)
    if (field) field.form = data
  }

  instruction(text: string): void {
    const field = this.stack.at(-1)
    if (field?.state === 'code' && field.code.length < longestCode) field.code += text.slice(0, longestCode)
  }

  separate(): void {
    const field = this.stack.at(-1)
    if (field?.state !== 'code') {
      this.unbalanced = true
      return
    }
    field.state = 'result'
    field.link = hyperlink(field.code) ?? field.link
    field.contents ||= /^\s*TO[CA]\b/i.test(field.code)
    this.codes--
  }

  end(): FieldEnd {
    const field = this.stack.pop()
    if (!field) {
      this.unbalanced = true
      return null
    }
    if (field.state === 'result') return null
    this.codes--
    return withoutResult(field)
  }
}

function hyperlink(code: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(?!\\l)(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(code)
  return match?.[1] ?? match?.[2]
}

function withoutResult(field: Field): FieldEnd {
  const name = /^\s*([A-Za-z]+)/.exec(field.code)?.[1]?.toUpperCase() ?? ''
  switch (name) {
    case 'FORMCHECKBOX': {
      const box = child(field.form, 'w:checkBox')
      const checked = flag(box, 'w:checked') ?? flag(box, 'w:default') ?? false
      return { kind: 'text', text: checked ? '☒' : '☐' }
    }
    case 'FORMDROPDOWN': {
      const list = child(field.form, 'w:ddList')
      const entries = list?.children.filter((c) => c.name === 'w:listEntry') ?? []
      const chosen = entries[integer(list, 'w:result') ?? integer(list, 'w:default') ?? 0]
      return { kind: 'text', text: chosen?.attributes['w:val'] ?? '' }
    }
    case 'FORMTEXT': {
      const text = val(child(field.form, 'w:textInput'), 'w:default')
      return text === undefined ? null : { kind: 'text', text }
    }
    case 'SYMBOL':
      return symbol(field.code)
    case 'EQ':
      return enclosed(field.code)
    case 'AUTONUM':
    case 'AUTONUMLGL':
    case 'AUTONUMOUT':
    case 'LISTNUM':
      return { kind: 'lost', name }
    default:
      // XE, TC, TA, RD, SET, PRIVATE mark or set something and print nothing; others were never updated.
      return null
  }
}

/** `SYMBOL 254 \f "Wingdings"`: the number is of the font's character, decimal or 0x hexadecimal. */
function symbol(code: string): FieldEnd {
  const match = /^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})/i.exec(code)
  if (!match) return { kind: 'lost', name: 'SYMBOL' }
  const font = /\\f\s+(?:"([^"]*)"|(\S+))/i.exec(code)
  const char = Number(match[1]).toString(16).toUpperCase().padStart(4, '0')
  return { kind: 'symbol', font: font?.[1] ?? font?.[2] ?? '', char }
}

/**
 * `EQ \o\ac(○,21)` is what Word's 带圈字符 writes for ㉑: a sign drawn over another. A number in a ring
 * becomes the character that Unicode has for it, what stands in another frame its text.
 */
function enclosed(code: string): FieldEnd {
  if (code.length > longestEquation) return { kind: 'lost', name: 'EQ' }
  const match =
    /\\o\s*(?:\\a[lcr]\s*)?\(\s*([^,()]*?)\s*[,;]\s*(?:\\s\\\w+\d*\s*\()?\s*([^,()]*?)\s*\)/i.exec(code)
  const frame = match?.[1] ?? ''
  const inner = match?.[2] ?? ''
  if (inner === '') return { kind: 'lost', name: 'EQ' }
  if (!/^[○〇◯Oo]$/.test(frame)) return { kind: 'text', text: inner }
  const n = /^\d{1,2}$/.test(inner) ? Number(inner) : 0
  if (n >= 1 && n <= 20) return { kind: 'text', text: String.fromCharCode(0x245f + n) }
  if (n >= 21 && n <= 35) return { kind: 'text', text: String.fromCharCode(0x3251 + n - 21) }
  if (n >= 36 && n <= 50) return { kind: 'text', text: String.fromCharCode(0x32b1 + n - 36) }
  const ideograph = inner.length === 1 ? '一二三四五六七八九十'.indexOf(inner) : -1
  return { kind: 'text', text: ideograph >= 0 ? String.fromCharCode(0x3280 + ideograph) : inner }
}
