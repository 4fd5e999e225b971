/**
 * What a page carries before anyone reads it: glyphs, straight edges, pictures. Every reader of pages
 * (PDF, OFD, OCR) gives these; all layout begins here.
 *
 * Coordinates are points from the top left corner of the page as it is displayed.
 */
import type { Box } from '../../document.ts'

/** Which way a glyph's line runs, in degrees clockwise from left to right; `askew` is any other angle. */
export type Turn = 0 | 90 | 180 | 270 | 'askew'

export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly top: number
  readonly x1: number
  readonly bottom: number
  /** y of the baseline in the displayed page (x of it where the line runs up or down). */
  readonly baseline: number
  /** Em size in points. */
  readonly size: number
  readonly bold: boolean
  /** Glyphs drawn one after the other without a gap share a run. */
  readonly run: number
  readonly turn: Turn
  /** Drawn by an annotation (a stamp, a seal) and not by the page. */
  readonly stamped?: boolean
}

/** A straight ruling line: horizontal at y = `at` from x `from` to `to`, vertical likewise. */
export interface Edge {
  readonly horizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Marks {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly edges: readonly Edge[]
  readonly pictures: readonly Box[]
}

/** Ideographs, kana and the punctuation set with them: text that needs no space between its words. */
const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff9f\u3000-\u303f]|[\ud840-\ud87f][\udc00-\udfff]/

export function isHan(text: string): boolean {
  return han.test(text)
}

export const blank = /^[\s\u00a0\u200b\u3000\ufeff]*$/
