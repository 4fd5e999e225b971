/** Brackets and quotation marks of folded text. */

export interface Bracket {
  /** Offset of the opening bracket. */
  readonly open: number
  /** Offset of the closing bracket; the text's length where it is never closed. */
  readonly close: number
  readonly closed: boolean
}

/**
 * The outermost round brackets, in order. One that is never closed runs to the end of the text, but
 * hides nothing: brackets after it are still found.
 */
export function outerBrackets(folded: string): Bracket[] {
  const pairs: Bracket[] = []
  const open: number[] = []
  for (let i = folded.indexOf('('); i >= 0 && i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    if (code === 0x28) open.push(i)
    else if (code === 0x29) {
      const from = open.pop()
      if (from !== undefined) pairs.push({ open: from, close: i, closed: true })
    }
  }
  for (const from of open) pairs.push({ open: from, close: folded.length, closed: false })
  pairs.sort((a, b) => a.open - b.open)
  const outer: Bracket[] = []
  let covered = -1
  for (const pair of pairs) {
    if (pair.open < covered) continue
    outer.push(pair)
    if (pair.closed) covered = pair.close
  }
  return outer
}

const enclosing: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
  ['‘', '’'],
]

/**
 * For each unit of folded text whether it stands outside brackets, book title marks and quotation
 * marks. A mark that is never closed encloses nothing.
 */
export function outside(folded: string): Uint8Array {
  const free = new Uint8Array(folded.length).fill(1)
  for (const [opener, closer] of enclosing) {
    const first = folded.indexOf(opener)
    if (first < 0 || folded.indexOf(closer, first) < 0) continue
    const opens = opener.charCodeAt(0)
    const closes = closer.charCodeAt(0)
    let depth = 0
    let from = first
    for (let i = first; i < folded.length; i++) {
      const code = folded.charCodeAt(i)
      if (code === opens) {
        if (depth++ === 0) from = i
      } else if (code === closes && depth > 0 && --depth === 0) free.fill(0, from, i + 1)
    }
  }
  return free
}

/** The end of the first sentence: one past the first 。 outside brackets and quotes, or the length. */
export function firstSentence(folded: string): number {
  let stop = folded.indexOf('。')
  if (stop < 0) return folded.length
  if (!/[(《“‘]/.test(folded.slice(0, stop))) return stop + 1
  const free = outside(folded)
  for (; stop >= 0; stop = folded.indexOf('。', stop + 1)) if (free[stop]) return stop + 1
  return folded.length
}
