/**
 * Fields ([MS-DOC] 2.8.25): U+0013, the code, U+0014, the result, U+0015. Their ends are matched once for
 * a story, so that a mark without its counterpart hides nothing: it is left out, the text around it kept.
 */

import { type FieldEnd, Fields } from '../docx/fields.ts'
import { tooLarge } from '../too-large.ts'

/** A table of contents of a book has some thousands. */
const maxFields = 200_000

export interface Field {
  readonly begin: number
  /** -1 where there is no result. */
  readonly separator: number
  readonly end: number
}

/**
 * Fields of `text` from `from` on, by the position where they begin.
 * @throws YaodianError `document/too-large` beyond `maxDepth` levels of nesting, or {@link maxFields} fields
 */
export function matchFields(text: string, from: number, maxDepth: number): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>()
  const open: { begin: number; separator: number }[] = []
  let inCode = 0
  const marks = /[\u0007\u0013-\u0015]/g
  marks.lastIndex = from
  for (let m = marks.exec(text); m; m = marks.exec(text)) {
    const at = m.index
    switch (text.charCodeAt(at)) {
      case 0x13:
        open.push({ begin: at, separator: -1 })
        if (open.length > maxDepth) throw tooLarge('depth', null, maxDepth)
        inCode++
        break
      case 0x14: {
        const field = open.at(-1)
        if (field?.separator === -1) {
          field.separator = at
          inCode--
        }
        break
      }
      case 0x15: {
        const field = open.pop()
        if (!field) break
        if (field.separator === -1) inCode--
        fields.set(field.begin, { ...field, end: at })
        if (fields.size > maxFields) throw tooLarge('fields', null, maxFields)
        break
      }
      // No code goes on over the end of a cell: what seems to be open there was never closed.
      default:
        if (inCode > 0) {
          open.length = 0
          inCode = 0
        }
    }
  }
  return fields
}

/** The position after a field's code: where its result begins, if it has one. */
export function codeEnd(field: Field): number {
  return (field.separator === -1 ? field.end : field.separator) + 1
}

/** The field's name and arguments: its code without the codes of fields inside. */
export function codeOf(text: string, field: Field): string {
  const end = field.separator === -1 ? field.end : field.separator
  return text.slice(field.begin + 1, Math.min(end, field.begin + 1 + maxCode))
}

/** Codes are a line long; of more only the beginning is looked at. */
const maxCode = 2048

export function hyperlinkOf(code: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(?!\\l)(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(code)
  return match?.[1] ?? match?.[2]
}

export function isContents(code: string): boolean {
  return /^\s*TO[CA]\b/i.test(code)
}

/** The class of an embedded or linked object: `Excel.Sheet.8`; OLE where the code names none. */
export function objectOf(code: string): string | undefined {
  const match = /^\s*(?:EMBED|LINK)\s+("[^"]*"|\S*)/i.exec(code)
  return match ? /^"?([\w.]+)/.exec(match[1]!)?.[1] || 'OLE' : undefined
}

/**
 * What Word's phonetic guide writes: `EQ \* jc2 \* hps11 \o\ad(\s\up 10(とうきょう),東京)`, the reading above the
 * text. The text is kept, the reading is not, as in .docx.
 */
const phonetic = /^\s*EQ\b.*\\o\s*\\ad\s*\(\s*\\s\s*\\up\s*\d*\s*\([^()]*\)\s*[,;]\s*([^()]*)\)\s*$/is

/** What a field prints that has no result. */
export function withoutResult(code: string): FieldEnd {
  const base = phonetic.exec(code)?.[1]
  if (base !== undefined) return { kind: 'text', text: base }
  const fields = new Fields()
  fields.begin(code)
  return fields.end()
}
