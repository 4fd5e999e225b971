/** Where a file lies, and of what use its format is. */

export interface FileName {
  readonly folder: string
  /** File name without its extension. */
  readonly stem: string
}

/** A folder inside an archive is a folder: 通知.zip!/附件.doc. */
export function fileName(path: string): FileName {
  const slash = path.lastIndexOf('/')
  return { folder: path.slice(0, slash + 1), stem: path.slice(slash + 1).replace(/\.[^.]*$/, '') }
}

const families: readonly (readonly string[])[] = [
  ['html', 'mhtml'],
  ['doc', 'docx', 'rtf', 'odt'],
  ['pdf', 'ofd'],
]

/** Formats of one use: a page, a text to be edited, a print. */
export function familyOf(format: string): string {
  return families.find((formats) => formats.includes(format))?.[0] ?? format
}
