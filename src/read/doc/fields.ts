/**
 * Fields ([MS-DOC] 2.8.25): U+0013, the code, U+0014, the result, U+0015. Their ends are matched once for
 * a story, so that a mark without its counterpart hides nothing: it is left out, the text around it kept.
 */
import { type FieldEnd, Fields } from '../docx/fields.ts'

export interface Field {
  readonly begin: number
  /** -1 where there is no result. */
  readonly separator: number
  readonly end: number
}

/** Fields of `text[from, to)` by the position where they begin. */
export function matchFields(text: string, from: number, to: number): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>()
  const open: { begin: number; separator: number }[] = []
  let inCode = 0
  const marks = /[\u0007\u0013-\u0015]/g
  marks.lastIndex = from
  for (let m = marks.exec(text); m && m.index < to; m = marks.exec(text)) {
    const at = m.index
    switch (text.charCodeAt(at)) {
      case 0x13:
        open.push({ begin: at, separator: -1 })
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

/** The class of an embedded or linked object: `Excel.Sheet.8`. */
export function objectOf(code: string): string | undefined {
  return /^\s*(?:EMBED|LINK)\s+(\S+)/i.exec(code)?.[1]
}

/** What a field prints that has no result. */
export function withoutResult(code: string): FieldEnd {
  const fields = new Fields()
  fields.begin(code)
  return fields.end()
}
