/** Where a table's head comes again with something above it, another table begins. */
import type { Line } from './lines.ts'

/** Words of a head are short and count nothing. */
const longestHead = 12
/** Columns from which a line may be a head. */
const leastColumns = 3

const wordsOf = (line: Line): string[] => line.chunks.map((c) => c.words.map((w) => w.text).join(''))

/** The page's first line of several columns, if it is a head: its words stand in no other line. */
function headOf(lines: readonly Line[]): string | null {
  const first = lines.find((l) => l.chunks.length >= leastColumns)
  if (!first) return null
  const words = wordsOf(first)
  if (new Set(words).size < words.length || words.some((w) => w.length > longestHead || /\d/.test(w)))
    return null
  const key = words.join('|')
  const elsewhere = lines.some((l) => {
    const own = wordsOf(l)
    return own.join('|') !== key && own.some((w) => words.includes(w))
  })
  return elsewhere ? null : key
}

/** Heads of a document's tables, as its pages are read one after the other. */
export class HeadLines {
  private readonly first = new Map<string, { lines: readonly Line[]; index: number }>()

  /** Lines of the page at which a head comes again with something above it: there another table begins. */
  beginnings(lines: readonly Line[]): number[] {
    const found: number[] = []
    const head = headOf(lines)
    lines.forEach((line, index) => {
      if (line.chunks.length < leastColumns) return
      const words = wordsOf(line).join('|')
      const before = this.first.get(words)
      if (!before) {
        if (words === head) this.first.set(words, { lines, index })
        return
      }
      // The line may be one of several of the head, which begins as many lines above as are the same.
      let up = 0
      while (
        up < index &&
        up < before.index &&
        sameText(lines[index - up - 1]!, before.lines[before.index - up - 1]!)
      )
        up++
      if (index > up && index - up > (found.at(-1) ?? 0)) found.push(index - up)
    })
    return found
  }
}

const sameText = (a: Line, b: Line) => a.text.replace(/\s/g, '') === b.text.replace(/\s/g, '')
