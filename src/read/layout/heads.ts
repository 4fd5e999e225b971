/** Where a table's head comes again with something above it, another table begins. */
import type { Line } from './lines.ts'

/** Words of a head are short and count nothing. */
const longestHead = 12

/** The line's words by column, if they can be a head's. */
function wordsOf(line: Line): string | null {
  const texts = line.chunks.map((c) => c.words.map((w) => w.text).join(''))
  const isHead = texts.length >= 3 && texts.every((t) => t.length <= longestHead && !/\d/.test(t))
  return isHead && new Set(texts).size === texts.length ? texts.join('|') : null
}

/** Heads of a document's tables, as its pages are read one after the other. */
export class HeadLines {
  private readonly first = new Map<string, { lines: readonly Line[]; index: number }>()

  /** Lines of the page at which a head comes again with something above it: there another table begins. */
  beginnings(lines: readonly Line[]): number[] {
    const found: number[] = []
    lines.forEach((line, index) => {
      const words = wordsOf(line)
      if (words === null) return
      const before = this.first.get(words)
      if (!before) {
        this.first.set(words, { lines, index })
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
