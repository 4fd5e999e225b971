/** \fonttbl: the code page of each font, and the names of those whose characters are signs. */
import { codePageOf, symbolCharset } from './codepages.ts'
import type { Sink } from './group.ts'

export interface Font {
  /** \fcharset; `null` where it is not said. */
  charset: number | null
  /** The code page of its text, if it has one of its own. */
  page: number | null
  name: string
}

/** No font: text of tables is in the document's own code page. */
export const noFont = -1

/** Numbers of fonts and styles are of 16 bits. */
export const maxNumber = 0xffff

export class Fonts implements Sink {
  private readonly fonts = new Map<number, Font>()
  private current: Font = { charset: null, page: null, name: '' }

  get(number: number | null): Font | undefined {
    return number === null ? undefined : this.fonts.get(number)
  }

  word(word: string, param: number | null): boolean {
    switch (word) {
      case 'f':
        this.current = { charset: null, page: null, name: '' }
        if (param !== null && param >= 0 && param <= maxNumber) this.fonts.set(param, this.current)
        return true
      case 'fcharset':
        this.current.charset = param
        this.current.page ??= codePageOf(param)
        return true
      case 'cpg':
        this.current.page = param
        return true
      default:
        return false
    }
  }

  /** `Symbol;` */
  text(text: string): void {
    if (this.current.name.length < 128) this.current.name += text.replaceAll(';', '')
  }
}

export function isSymbol(font: Font | undefined): boolean {
  return font?.charset === symbolCharset
}
