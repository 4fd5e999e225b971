/** What a reader is. A reader is a file or folder here and one line in `index.ts`. */
import type { Content, Format } from '../document.ts'
import type { Report } from '../message.ts'

/** Bytes and the name they came with; the name only breaks ties. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  /** Charset that the carrier declared (an HTTP header), if any. */
  readonly charset?: string
}

/** Sizes beyond which a file is named too large instead of being read. Each is a flag. */
export interface Limits {
  /** Bytes of the file. */
  readonly maxBytes: number
  /** Bytes of one unpacked part (document.xml, an attachment). */
  readonly maxPartBytes: number
  /** Table cells in a document. */
  readonly maxCells: number
  /** Levels of nesting (elements, groups, tables). */
  readonly maxDepth: number
  /** Pages of a PDF. */
  readonly maxPages: number
}

export const defaultLimits: Limits = {
  maxBytes: 50 * 1024 * 1024,
  maxPartBytes: 20 * 1024 * 1024,
  maxCells: 200_000,
  maxDepth: 200,
  maxPages: 3000,
}

export interface Reader {
  readonly format: Format
  /**
   * Content of the file, its blocks without ids (`identify` gives them).
   * @throws YaodianError if the file cannot be read at all; anything less is a message in `report`.
   */
  read(source: Source, report: Report, limits: Limits): Promise<Content>
}
