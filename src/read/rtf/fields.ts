/**
 * Fields: `{\field{\*\fldinst CODE}{\fldrslt result}}`. Of a field the result is read, not its code; what
 * one without a result prints is made up where the code alone decides it, as in .docx and .doc.
 */
import type { Sink } from './group.ts'

/** Codes are a line long; of more only the beginning is looked at. */
const maxCode = 2048

export class Field implements Sink {
  code = ''
  readonly form = new Form()
  /** Characters that the story had when the field began: as many at its end is no result. */
  readonly before: number

  constructor(before: number) {
    this.before = before
  }

  text(text: string): void {
    if (this.code.length < maxCode) this.code += text
  }
}

/** A form's state: \fftype 1 is a check box, 2 a drop-down list. */
export class Form implements Sink {
  readonly entries: string[] = []
  private type = 0
  private result: number | null = null
  private initial = 0

  text(): void {}

  word(word: string, param: number | null): boolean {
    switch (word) {
      case 'fftype':
        this.type = param ?? 0
        return true
      case 'ffres':
        // 25 is what Word writes for: as it was at first.
        this.result = param === 25 ? null : param
        return true
      case 'ffdefres':
        this.initial = param ?? 0
        return true
      default:
        return false
    }
  }

  /** What it prints; `null` for a field of text, whose result is text. */
  print(): string | null {
    const chosen = this.result ?? this.initial
    if (this.type === 1) return chosen === 1 ? '☒' : '☐'
    if (this.type === 2) return this.entries[chosen] ?? ''
    return null
  }
}
